/** Rules of excuses: which sessions one covers, and what an appointment says about why she will not come. */
import { ruleOf, type Mark, type Reason } from '../../../shared/contract/marks'
import { daysBetween, minutesOf, type CivilDate, type ClockTime } from '../../../shared/kernel/civil-date'

export interface ExcuseSpan {
  readonly from: CivilDate
  readonly until: CivilDate
  /** Null: whole days. */
  readonly startsAt: ClockTime | null
  readonly endsAt: ClockTime | null
}

interface Hours {
  readonly day: CivilDate
  readonly startsAt: ClockTime
  readonly endsAt: ClockTime
}

/** True if an excuse takes any part of a session; half-open. */
export const covers = (excuse: ExcuseSpan, session: Hours): boolean =>
  excuse.from <= session.day &&
  session.day <= excuse.until &&
  (excuse.startsAt === null ||
    excuse.endsAt === null ||
    (excuse.startsAt < session.endsAt && session.startsAt < excuse.endsAt))

/** What the table of reasons calls each kind of appointment; the others say too little to excuse anybody. */
const REASON_OF: Readonly<Partial<Record<string, Reason>>> = {
  court: 'hearing',
  transfer: 'internal-transfer',
  medical: 'medical-appointment',
  lawyer: 'defence',
  visit: 'visit',
  locutory: 'locutory',
}

/** Minutes that an appointment without an end is taken to last. */
const USUAL_MINUTES = 60

export interface AppointmentFact {
  readonly personId: string
  readonly kind: string
  /** Her child's, not her own. */
  readonly ofChild: boolean
  readonly day: CivilDate
  readonly startsAt: ClockTime
  readonly endsAt: ClockTime | null
}

/** The reason that an appointment gives for missing a session; undefined if they do not meet, or it gives none. */
export function reasonFrom(appointment: AppointmentFact, session: Hours): Reason | undefined {
  if (appointment.day !== session.day) return undefined
  const from = minutesOf(appointment.startsAt)
  const until = appointment.endsAt === null ? from + USUAL_MINUTES : minutesOf(appointment.endsAt)
  if (from >= minutesOf(session.endsAt) || until <= minutesOf(session.startsAt)) return undefined
  return appointment.ofChild ? 'child-appointment' : REASON_OF[appointment.kind]
}

export interface Proposal {
  readonly mark: Mark
  readonly reason: Reason
  readonly source: 'excuse' | 'appointment'
}

export type ExcuseFact = ExcuseSpan & { readonly personId: string; readonly reason: Reason }

/** What is known ahead of each woman for one session: her excuse, else her appointment. */
export function proposalsFor(
  session: Hours,
  known: { readonly excuses: readonly ExcuseFact[]; readonly appointments: readonly AppointmentFact[] },
): ReadonlyMap<string, Proposal> {
  const proposals = new Map<string, Proposal>()
  const put = (personId: string, reason: Reason | undefined, source: Proposal['source']): void => {
    if (reason) proposals.set(personId, { mark: ruleOf(reason).letter, reason, source })
  }
  for (const each of known.appointments) put(each.personId, reasonFrom(each, session), 'appointment')
  for (const each of known.excuses) if (covers(each, session)) put(each.personId, each.reason, 'excuse')
  return proposals
}

export type ExcuseProblem = 'days-reversed' | 'times-reversed' | 'excuse-past' | 'excuse-too-long'

const LONGEST_DAYS = 366

/** Why an excuse cannot be told ahead; what is past is marked on its roll. */
export function excuseProblem(excuse: ExcuseSpan, today: CivilDate): ExcuseProblem | undefined {
  if (excuse.until < excuse.from) return 'days-reversed'
  if ((excuse.startsAt === null) !== (excuse.endsAt === null)) return 'times-reversed'
  if (excuse.startsAt !== null && excuse.endsAt !== null && excuse.endsAt <= excuse.startsAt) return 'times-reversed'
  if (excuse.until < today) return 'excuse-past'
  return daysBetween(excuse.from, excuse.until) > LONGEST_DAYS ? 'excuse-too-long' : undefined
}

/** True if two excuses of one woman say the same twice: they share a day, and neither is of hours only. */
export const saysTwice = (a: ExcuseSpan, b: ExcuseSpan): boolean =>
  a.from <= b.until && b.from <= a.until && a.startsAt === null && b.startsAt === null
