/** Rules of the waiting list: in what order women wait. */
import { daysBetween, type CivilDate } from '../../../shared/kernel/civil-date'

interface Waiting {
  readonly workshopId: string
  readonly requestedOn: CivilDate
  readonly fileNumber: string
}

/** The list in the order in which places are given: the longest wait first; on the same day by file number. */
export function inTurn<Row extends Waiting>(
  waits: readonly Row[],
  today: CivilDate,
): readonly (Row & { position: number; daysWaiting: number })[] {
  const sorted = [...waits].sort((a, b) => compare(a.requestedOn, b.requestedOn) || compare(a.fileNumber, b.fileNumber))
  const before = new Map<string, number>()
  return sorted.map((row) => {
    const position = (before.get(row.workshopId) ?? 0) + 1
    before.set(row.workshopId, position)
    return { ...row, position, daysWaiting: Math.max(0, daysBetween(row.requestedOn, today)) }
  })
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
