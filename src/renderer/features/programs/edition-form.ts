/** The half-typed edition: what the form holds, and when it is whole enough to ask main about. */
import type { Output } from '../../../shared/contract'
import type { EditionFields } from '../../../shared/contract/programs.contract'
import type { Care, RuleAsks } from '../../../shared/contract/workshops.contract'
import type { WeekOfPattern } from '../../../shared/kernel/two-weeks'

export interface SlotForm {
  readonly week: WeekOfPattern
  readonly weekday: number
  readonly startsAt: string | null
  readonly endsAt: string | null
}

export interface ExceptionForm {
  readonly kind: 'skip' | 'extra' | 'time'
  readonly day: string | null
  /** When the meeting that it speaks of would begin; unused for an extra one. */
  readonly startsAt: string | null
  readonly toStartsAt: string | null
  readonly toEndsAt: string | null
  readonly note: string
}

export interface ModuleForm {
  readonly id: string
  readonly title: string
  readonly minutes: number | null
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
  readonly minHours: number | null
  readonly asks: RuleAsks
  readonly care: Care | null
  readonly takesWaiting: boolean
  readonly startsOn: string | null
  readonly endsOn: string | null
  readonly slots: readonly SlotForm[]
  readonly exceptions: readonly ExceptionForm[]
  readonly modules: readonly ModuleForm[]
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
  minHours: null,
  asks: { asksModules: false, asksPractical: false, asksTools: false, validMonths: null },
  care: null,
  takesWaiting: true,
  startsOn: null,
  endsOn: null,
  slots: [{ week: 'every', weekday: 1, startsAt: null, endsAt: null }],
  exceptions: [],
  modules: [],
  reason: '',
}

/** A draft written before the form had all of these: what it lacks is as in an empty one. */
export const wholeForm = (kept: EditionForm): EditionForm => ({
  ...EMPTY_FORM,
  ...kept,
  slots: kept.slots.map((slot) => ({ ...slot, week: (slot as Partial<SlotForm>).week ?? 'every' })),
})

const asksOf = ({ asksModules, asksPractical, asksTools, validMonths }: RuleAsks): RuleAsks => ({
  asksModules,
  asksPractical,
  asksTools,
  validMonths,
})

/** The form of an edition that stands. */
export const formOf = (edition: Output<'programs.edition'>): EditionForm => ({
  ...EMPTY_FORM,
  room: edition.room,
  instructor: edition.instructor,
  hours: edition.hours,
  capacity: edition.capacity,
  minRatePercent: edition.minRatePercent,
  minHours: edition.minHours,
  asks: asksOf(edition),
  care: edition.care,
  takesWaiting: edition.takesWaiting,
  startsOn: edition.startsOn,
  endsOn: edition.endsOn,
  slots: edition.slots,
  exceptions: edition.exceptions.map(({ note, ...each }) => ({ ...each, note: note ?? '' })),
  modules: edition.modules.map(({ id, title, minutes }) => ({ id, title, minutes })),
})

type Exception = NonNullable<EditionFields['exceptions']>[number]

/** The whole lines among those typed. */
function exceptionsOf(forms: readonly ExceptionForm[]): Exception[] {
  return forms.flatMap(({ kind, day, startsAt, toStartsAt, toEndsAt, note }): Exception[] => {
    const hours = toStartsAt && toEndsAt ? { toStartsAt, toEndsAt } : null
    const begins = kind === 'extra' ? toStartsAt : startsAt
    if (!day || !begins || (kind !== 'skip' && !hours)) return []
    const to = kind === 'skip' || !hours ? { toStartsAt: null, toEndsAt: null } : hours
    return [{ kind, day, startsAt: begins, ...to, note: note.trim() || null }]
  })
}

/** The fields as the contract wants them; undefined while something is missing. */
export function completeFields(form: EditionForm): EditionFields | undefined {
  const { room, instructor, hours, capacity, minRatePercent, minHours, care, takesWaiting, startsOn, endsOn } = form
  const slots = form.slots.flatMap(({ week, weekday, startsAt, endsAt }) =>
    startsAt && endsAt ? [{ week, weekday, startsAt, endsAt }] : [],
  )
  const exceptions = exceptionsOf(form.exceptions)
  const modules = form.modules.flatMap(({ id, minutes }) => (minutes ? [{ id, minutes }] : []))
  if (!room.trim() || !instructor.trim() || !hours || !capacity || minRatePercent === null) return undefined
  if (!startsOn || !endsOn || slots.length === 0 || slots.length < form.slots.length) return undefined
  if (exceptions.length < form.exceptions.length || modules.length < form.modules.length) return undefined
  const facts = { room, instructor, hours, capacity, minRatePercent, minHours, care, takesWaiting }
  return { ...facts, ...form.asks, startsOn, endsOn, slots, exceptions, modules }
}
