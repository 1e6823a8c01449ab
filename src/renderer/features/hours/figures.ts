/** The figures of a split in the order in which page and paper show them. */
import { HOUR_ENDS, type HourEnd, type HourSplit } from '../../../shared/contract/hours.contract'
import { LOST_CAUSES } from '../../../shared/contract/timetable.contract'

/** A figure of a line: all that was planned, all that was lost, or one ending. */
export type Figure = HourEnd | 'planned' | 'lost'

export const COLUMNS: readonly Figure[] = ['planned', ...HOUR_ENDS]

/** Minutes lost to any cause. */
export const lostIn = (split: HourSplit): number => LOST_CAUSES.reduce((sum, cause) => sum + split[cause], 0)

export const minutesOf = (split: HourSplit, figure: Figure): number =>
  figure === 'lost' ? lostIn(split) : split[figure]
