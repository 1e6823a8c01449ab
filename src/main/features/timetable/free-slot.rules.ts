/** Pure: the slots of a stretch of days, and which of them serve best. */
import type { ClashFacts } from '../../../shared/contract/clash-facts'
import { daysFromTo, minutesOf, weekdayOf, type CivilDate, type ClockTime } from '../../../shared/kernel/civil-date'
import { timeOfMinute } from './timetable.rules'

export interface SlotWish {
  readonly from: CivilDate
  readonly until: CivilDate
  readonly weekdays: readonly number[]
  readonly opensAt: ClockTime
  readonly closesAt: ClockTime
  readonly minutes: number
}

export interface Slot {
  readonly day: CivilDate
  readonly startsAt: ClockTime
  readonly endsAt: ClockTime
}

/** Groups begin at the hour or at half past. */
const STEP = 30

/** Every slot of that length in the days and hours wished for. */
export function slotsOf(wish: SlotWish): Slot[] {
  const first = Math.ceil(minutesOf(wish.opensAt) / STEP) * STEP
  const last = minutesOf(wish.closesAt) - wish.minutes
  const starts = Array.from({ length: Math.max(0, Math.floor((last - first) / STEP) + 1) }, (_, i) => first + i * STEP)
  return daysFromTo(wish.from, wish.until)
    .filter((day) => wish.weekdays.includes(weekdayOf(day)))
    .flatMap((day) =>
      starts.map((at) => ({ day, startsAt: timeOfMinute(at), endsAt: timeOfMinute(at + wish.minutes) })),
    )
}

/** A slot with who can come, and what stands against it. */
export interface WeighedSlot extends Slot {
  readonly free: number
  readonly taken: readonly { readonly id: string; readonly who: string; readonly clashes: readonly ClashFacts[] }[]
  readonly others: readonly ClashFacts[]
}

/** A woman is not free if something is to be decided; what is only good to know keeps nobody away. */
export const isTaken = (clashes: readonly ClashFacts[]): boolean => clashes.some((clash) => clash.level !== 'info')

const hardOnes = (slot: WeighedSlot): number =>
  slot.taken.filter((woman) => woman.clashes.some((clash) => clash.level === 'block')).length

/** Most women first, then fewest who cannot come at all, then fewest other doubts, then the earliest. */
export const byUse = (a: WeighedSlot, b: WeighedSlot): number =>
  b.free - a.free ||
  hardOnes(a) - hardOnes(b) ||
  a.others.length - b.others.length ||
  compare(a.day, b.day) ||
  compare(a.startsAt, b.startsAt)

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
