/** Pure rules of the programs: codes, what a pattern may be, what it meets, which rule a certificate follows. */
import type { CertificateRule } from '../../../shared/contract/workshops.contract'
import type { CivilDate, ClockTime } from '../../../shared/kernel/civil-date'
import { addDays, daysBetween, minutesOf, mondayOf, weekdayOf } from '../../../shared/kernel/civil-date'
import { weeksMeet, type WeekOfPattern } from '../../../shared/kernel/two-weeks'

interface Slot {
  readonly week: WeekOfPattern
  readonly weekday: number
  readonly startsAt: ClockTime
  readonly endsAt: ClockTime
}

interface Exception {
  readonly kind: 'skip' | 'extra' | 'time'
  readonly day: CivilDate
  readonly startsAt: ClockTime
  readonly toStartsAt: ClockTime | null
  readonly toEndsAt: ClockTime | null
}

interface Span {
  readonly day: CivilDate
  readonly startsAt: ClockTime
  readonly endsAt: ClockTime
}

interface Fields {
  readonly hours: number
  readonly modules: readonly { readonly minutes: number }[]
  readonly startsOn: CivilDate
  readonly endsOn: CivilDate
  readonly slots: readonly Slot[]
  readonly exceptions: readonly Exception[]
}

export interface FieldProblem {
  readonly code:
    | 'dates-reversed'
    | 'slot-reversed'
    | 'slots-overlap'
    | 'exception-reversed'
    | 'exception-outside'
    | 'exceptions-overlap'
    | 'modules-too-long'
  readonly field: string
}

/** What is wrong with the dates, hours, modules and exceptions of an edition, with the field it concerns. */
export function problemWithFields(fields: Fields): FieldProblem | undefined {
  if (fields.endsOn < fields.startsOn) return { code: 'dates-reversed', field: 'endsOn' }
  for (const [i, slot] of fields.slots.entries()) {
    if (slot.endsAt <= slot.startsAt) return { code: 'slot-reversed', field: `slots.${i}` }
    const met = fields.slots.slice(0, i).some((other) => slotsMeet(slot, other))
    if (met) return { code: 'slots-overlap', field: `slots.${i}` }
  }
  return problemWithModules(fields) ?? problemWithExceptions(fields)
}

/** The back of a certificate tells the hours of its modules: they cannot be more than those on its front. */
const problemWithModules = ({ hours, modules }: Fields): FieldProblem | undefined =>
  areTooLong(hours, modules) ? { code: 'modules-too-long', field: 'modules' } : undefined

/** Whether modules add up to more than the hours of their edition. */
export const areTooLong = (hours: number, modules: readonly { readonly minutes: number }[]): boolean =>
  modules.reduce((sum, each) => sum + each.minutes, 0) > hours * 60

function problemWithExceptions({ exceptions, startsOn, endsOn }: Fields): FieldProblem | undefined {
  for (const [i, each] of exceptions.entries()) {
    const field = `exceptions.${i}`
    if (each.toStartsAt && each.toEndsAt && each.toEndsAt <= each.toStartsAt)
      return { code: 'exception-reversed', field }
    // A skipped date that a new first or last day leaves outside is harmless; a meeting outside is none of the edition.
    if (each.kind === 'extra' && (each.day < startsOn || each.day > endsOn)) return { code: 'exception-outside', field }
    const twice = exceptions.slice(0, i).some((other) => other.day === each.day && other.startsAt === each.startsAt)
    if (twice) return { code: 'exceptions-overlap', field }
  }
  return undefined
}

/** The day on which two meetings of one plan would be held at once, if there is one. */
export const dayOfOverlap = (spans: readonly Span[]): CivilDate | undefined =>
  spans.find((span, i) => {
    const before = spans[i - 1]
    return before !== undefined && before.day === span.day && span.startsAt < before.endsAt
  })?.day

/** True if two meetings of patterns ever share a minute; half-open. Those of week A and of week B never do. */
export const slotsMeet = (a: Slot, b: Slot): boolean =>
  weeksMeet(a.week, b.week) && a.weekday === b.weekday && a.startsAt < b.endsAt && b.startsAt < a.endsAt

const lengthOf = ({ startsAt, endsAt }: { readonly startsAt: ClockTime; readonly endsAt: ClockTime }): number =>
  minutesOf(endsAt) - minutesOf(startsAt)

/** Hours of the sessions that are not cancelled, to compare with the hours that the edition promises. */
export const heldHours = (
  sessions: readonly { readonly startsAt: ClockTime; readonly endsAt: ClockTime; readonly cancelledCause: unknown }[],
): number =>
  sessions
    .filter((session) => session.cancelledCause === null)
    .reduce((minutes, session) => minutes + lengthOf(session), 0) / 60

/** Time that sessions give to each module of a plan: in all, and what of it is over. What is cancelled gives none. */
export function moduleTotals<M extends { readonly id: string; readonly minutes: number }>(
  plan: readonly M[],
  sessions: readonly (Span & { readonly moduleId: string | null; readonly cancelledCause: unknown })[],
  today: CivilDate,
) {
  const held = sessions.filter((session) => session.cancelledCause === null)
  const sum = (some: readonly Span[]): number => some.reduce((minutes, each) => minutes + lengthOf(each), 0)
  const known = new Set(plan.map((module) => module.id))
  return {
    modules: plan.map((module) => {
      const its = held.filter((session) => session.moduleId === module.id)
      return { ...module, planned: sum(its), held: sum(its.filter((session) => session.day < today)) }
    }),
    minutes: sum(held),
    minutesWithoutModule: sum(held.filter(({ moduleId }) => moduleId === null || !known.has(moduleId))),
  }
}

/** `CL-21-26B`: axis, number that no edition of the year half has, year, half (A until June, B after). */
export function nextCode(axisCode: string, startsOn: CivilDate, codes: readonly string[]): string {
  const suffix = `${startsOn.slice(2, 4)}${startsOn.slice(5, 7) <= '06' ? 'A' : 'B'}`
  const numbers = codes.flatMap((code) => {
    const found = /-(\d+)-(\d\d[AB])$/.exec(code)
    return found && found[2] === suffix ? [Number(found[1])] : []
  })
  return `${axisCode}-${String(Math.max(0, ...numbers) + 1).padStart(2, '0')}-${suffix}`
}

/** The last day of an edition that begins then and is as long as its model. */
export const endOfCopy = (
  model: { readonly startsOn: CivilDate; readonly endsOn: CivilDate },
  startsOn: CivilDate,
): CivilDate => addDays(startsOn, daysBetween(model.startsOn, model.endsOn))

/** The first day of a copy unless somebody says otherwise: its model's weekday, in the week after both it and today. */
export const startOfCopy = (
  model: { readonly startsOn: CivilDate; readonly endsOn: CivilDate },
  today: CivilDate,
): CivilDate => addDays(mondayOf(model.endsOn > today ? model.endsOn : today), 6 + weekdayOf(model.startsOn))

/** What a rule says and nothing of the row it was read from. */
export const toRule = (rule: CertificateRule): CertificateRule => ({
  fromDay: rule.fromDay,
  minRatePercent: rule.minRatePercent,
  minHours: rule.minHours,
  asksModules: rule.asksModules,
  asksPractical: rule.asksPractical,
  asksTools: rule.asksTools,
  validMonths: rule.validMonths,
})

/** True if both ask for the same, since whatever day. */
export const sameRule = (a: Omit<CertificateRule, 'fromDay'>, b: Omit<CertificateRule, 'fromDay'>): boolean =>
  JSON.stringify(toRule({ ...a, fromDay: '' })) === JSON.stringify(toRule({ ...b, fromDay: '' }))

/** The version of a rule in force on a day: the last that began by then. */
export const ruleOn = <Rule extends { readonly fromDay: CivilDate }>(
  rules: readonly Rule[],
  day: CivilDate,
): Rule | undefined =>
  rules.reduce<Rule | undefined>(
    (best, rule) => (rule.fromDay <= day && (!best || rule.fromDay > best.fromDay) ? rule : best),
    undefined,
  )

/** How far a session has come: its roll is keyed, half keyed, missing, or not due yet; cancelled, or made up for. */
export function sessionState(
  session: {
    readonly day: CivilDate
    readonly endsAt: ClockTime
    readonly cancelledCause: unknown
    readonly madeUpOn: unknown
    readonly marks: number
    readonly places: number
  },
  now: { readonly today: CivilDate; readonly time: ClockTime },
): 'coming' | 'held' | 'partly' | 'without-roll' | 'cancelled' | 'made-up' {
  if (session.cancelledCause !== null) return session.madeUpOn === null ? 'cancelled' : 'made-up'
  if (session.marks > 0) return session.marks < session.places ? 'partly' : 'held'
  return session.day > now.today || (session.day === now.today && session.endsAt > now.time) ? 'coming' : 'without-roll'
}
