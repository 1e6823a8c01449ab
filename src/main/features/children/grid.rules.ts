/**
 * Who may do what with a child, and who is kept away. Rights and orders are rows that are never rewritten; what holds on
 * a day follows from them. An order beats every right, whatever else stands in the grid.
 */
import type {
  AuthorityAct,
  GridLine,
  OrderSpan,
  RightSpan,
  RightState,
  EndingRow,
} from '../../../shared/contract/child-adults.contract'
import type { Task } from '../../../shared/contract/tasks.contract'
import type { CivilDate } from '../../../shared/kernel/civil-date'
import { listName } from '../../../shared/kernel/text'
import { mayBeSame } from './adult.rules'

/** True while a right or an order holds on a day; both of its days count. */
export const holdsOn = (span: { from: CivilDate | null; until: CivilDate | null }, day: CivilDate): boolean =>
  (span.from === null || span.from <= day) && (span.until === null || day <= span.until)

/** The orders that keep this adult away on a day. */
export const ordersOn = (line: Pick<GridLine, 'prohibitions'>, day: CivilDate): readonly OrderSpan[] =>
  line.prohibitions.filter((order) => holdsOn(order, day))

/** Days before its end in which a right is shown as ending. */
export const ENDING_DAYS = 30

const RIGHT_OF = { told: 'told', visit: 'visit', 'take-out': 'takeOut', 'bring-back': 'bringBack' } as const

/** The right of a line for an act. */
export const rightFor = (line: GridLine, act: AuthorityAct): RightSpan | null => line[RIGHT_OF[act]]

/**
 * Lines with the orders of every line of the same child that may speak of the same person: by name, or by the same
 * document under another name. When in doubt the answer is no.
 */
export const withOrdersOfAlike = (lines: readonly GridLine[]): GridLine[] =>
  lines.map((line) => ({
    ...line,
    prohibitions: lines
      .filter((other) => other.childId === line.childId && mayBeSame(somebody(other), somebody(line)))
      .flatMap((other) => other.prohibitions),
  }))

const somebody = (line: GridLine) => ({ id: line.adultId, fullName: line.name, document: line.document })

/** Where an adult stands towards a child, for one act, on a day. */
export function stateOn(
  line: Pick<GridLine, 'prohibitions'>,
  right: Pick<RightSpan, 'from' | 'until'> | null,
  day: CivilDate,
  soonUntil: CivilDate = day,
): RightState {
  if (ordersOn(line, day).length > 0) return 'forbidden'
  if (!right) return 'may-not'
  if (right.from !== null && day < right.from) return 'not-yet'
  if (right.until !== null && right.until < day) return 'ended'
  return right.until !== null && right.until < soonUntil ? 'soon' : 'may'
}

/** True if an act is allowed on a day: the one question of the grid. */
export function mayOn(line: GridLine, act: AuthorityAct, day: CivilDate): boolean {
  const state = stateOn(line, rightFor(line, act), day)
  return state === 'may' || state === 'soon'
}

/** A right that ends soon asks to be renewed or let go; another last day asks again. */
export const endingTask = (row: EndingRow): Task => ({
  kind: 'authority-ending',
  key: `authority-ending:${row.child.id}:${row.adultId}:${row.until}`,
  path: `/children/${row.child.id}/adults`,
  dueOn: row.until,
  facts: { child: listName(row.child), adult: row.name, day: row.until },
})
