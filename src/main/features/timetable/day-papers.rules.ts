/** How the women of a place and hour are laid in two columns, and when a pass holds. */
import { minutesOf, type ClockTime } from '../../../shared/kernel/civil-date'

/** The rows of two columns read downwards: the first column is never the shorter one. */
export function inTwoColumns<T>(things: readonly T[]): readonly (readonly [T, T | null])[] {
  const half = Math.ceil(things.length / 2)
  return things.slice(0, half).map((thing, index) => [thing, things[half + index] ?? null] as const)
}

const LAST_MINUTE = 24 * 60 - 1

/** A clock time some minutes later or earlier, within its day. */
export function shifted(time: ClockTime, minutes: number): ClockTime {
  const at = Math.min(LAST_MINUTE, Math.max(0, minutesOf(time) + minutes))
  return `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`
}
