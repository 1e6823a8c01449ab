/** The half-typed edition: what the form holds, and when it is whole enough to ask main about. */
import type { EditionFields } from '../../../shared/contract/programs.contract'

export interface SlotForm {
  readonly weekday: number
  readonly startsAt: string | null
  readonly endsAt: string | null
}

export interface EditionForm {
  readonly axisId: string | null
  readonly workshop: string
  readonly code: string
  readonly room: string
  readonly instructor: string
  readonly hours: number | null
  readonly capacity: number | null
  readonly minRatePercent: number | null
  readonly startsOn: string | null
  readonly endsOn: string | null
  readonly slots: readonly SlotForm[]
  readonly reason: string
}

export const EMPTY_FORM: EditionForm = {
  axisId: null,
  workshop: '',
  code: '',
  room: '',
  instructor: '',
  hours: null,
  capacity: 15,
  minRatePercent: 80,
  startsOn: null,
  endsOn: null,
  slots: [{ weekday: 1, startsAt: null, endsAt: null }],
  reason: '',
}

/** The form of an edition that stands. */
export const formOf = (edition: EditionFields): EditionForm => ({
  ...EMPTY_FORM,
  room: edition.room,
  instructor: edition.instructor,
  hours: edition.hours,
  capacity: edition.capacity,
  minRatePercent: edition.minRatePercent,
  startsOn: edition.startsOn,
  endsOn: edition.endsOn,
  slots: edition.slots,
})

/** The fields as the contract wants them; undefined while something is missing. */
export function completeFields(form: EditionForm): EditionFields | undefined {
  const { room, instructor, hours, capacity, minRatePercent, startsOn, endsOn } = form
  const slots = form.slots.flatMap(({ weekday, startsAt, endsAt }) =>
    startsAt && endsAt ? [{ weekday, startsAt, endsAt }] : [],
  )
  if (!room.trim() || !instructor.trim() || !hours || !capacity || minRatePercent === null) return undefined
  if (!startsOn || !endsOn || slots.length === 0 || slots.length < form.slots.length) return undefined
  return { room, instructor, hours, capacity, minRatePercent, startsOn, endsOn, slots }
}
