/** Which clashes forbid an act, which ask for a reason, which are only told. Main decides by it; pages show it. */

export type Stand = 'forbids' | 'asks' | 'tells'

/** Who decides what. */
export interface Deciding {
  readonly director: boolean
  /**
   * A whole group is moved or called together: that some of its women cannot come does not forbid it to the others.
   * Giving a woman a place, or an appointment, is about herself, and there it does.
   */
  readonly group: boolean
}

/** Clashes of single women, who stay away while the group meets. */
const OF_SOME: ReadonlySet<string> = new Set(['woman', 'child', 'dormitory'])

/** What a clash does to an act: only the director may go on with two women kept apart, with a reason. */
export function standOf(
  clash: { readonly kind: string; readonly level: 'block' | 'warn' | 'info' },
  deciding: Deciding,
): Stand {
  if (clash.level === 'info') return 'tells'
  if (clash.level === 'warn') return 'asks'
  if (clash.kind === 'keep-apart') return deciding.director ? 'asks' : 'forbids'
  return deciding.group && OF_SOME.has(clash.kind) ? 'asks' : 'forbids'
}
