/** Pure: what stands in the way of an act, and what it went on with. */
import type { ClashFacts } from '../../../shared/contract/clash-facts'
import { standOf, type Deciding } from '../../../shared/kernel/clash-stand'

/** What stands in the way of an act, given the clashes that were seen and gone on with. */
export interface InTheWay {
  readonly forbidding: readonly ClashFacts[]
  readonly unseen: readonly ClashFacts[]
}

export function inTheWay(
  clashes: readonly ClashFacts[],
  seen: readonly string[] | undefined,
  deciding: Deciding,
): InTheWay {
  const known = new Set(seen)
  return {
    forbidding: clashes.filter((clash) => standOf(clash, deciding) === 'forbids'),
    unseen: clashes.filter((clash) => standOf(clash, deciding) === 'asks' && !known.has(clash.key)),
  }
}

/** The keys of those that were gone on with, for the trace; nothing if none had to be. */
export const goneOnWith = (clashes: readonly ClashFacts[], deciding: Deciding): readonly string[] =>
  clashes.filter((clash) => standOf(clash, deciding) === 'asks').map((clash) => clash.key)

/** Whom and what some clashes are about, for a sentence. */
export const namesOfClashes = (clashes: readonly ClashFacts[]): string => {
  const names = [...new Set(clashes.map((clash) => clash.resource).filter((name) => name !== '—'))]
  return names.slice(0, MOST_NAMES).join('; ') + (names.length > MOST_NAMES ? '…' : '')
}
const MOST_NAMES = 4
