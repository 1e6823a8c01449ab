/** Rules of the tool count: what a session's kit must show, and when its difference is open. */
import type { ToolCheck } from '../../../shared/contract/attendance-roll'

export interface KitLine {
  readonly kitId: string
  readonly tool: string
  readonly quantity: number
  readonly out: number | null
  readonly in: number | null
}

/** Tools that did not come back (or came back too many), line by line. */
export const differsIn = (lines: readonly Pick<KitLine, 'out' | 'in'>[]): boolean =>
  lines.some((line) => line.out !== null && line.in !== null && line.out !== line.in)

/** How the count of a session stands. A session without a kit has nothing to count. */
export function toolState(lines: readonly KitLine[], settled: boolean): ToolCheck['state'] {
  if (lines.length === 0) return 'no-kit'
  if (lines.every((line) => line.out === null)) return 'not-counted'
  if (lines.some((line) => line.out === null || line.in === null)) return 'out'
  if (!differsIn(lines)) return 'whole'
  return settled ? 'settled' : 'differs'
}

/** True while the session cannot be closed: its tools were not counted, or not all are counted back. */
export const isUncounted = (state: ToolCheck['state']): boolean => state === 'not-counted' || state === 'out'
