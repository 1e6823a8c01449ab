/** The entries of her own file on the line of time: children as counts, consents, intakes, alerts, papers, the record. */
import { monthOf, type CivilDate, type CivilMonth } from '../../../shared/kernel/civil-date'
import { entry, type Entry, type Viewer } from './life.rules'

interface ChildDays {
  readonly arrived: readonly CivilDate[]
  readonly left: readonly CivilDate[]
  readonly outings: readonly CivilDate[]
}

/** Her children only as counts, month by month; the service asks only for those who care for them. */
export const childEntries = (days: ChildDays): Entry[] => [
  ...byMonth(days.arrived, 'childrenArrived'),
  ...byMonth(days.left, 'childrenLeft'),
  ...byMonth(days.outings, 'childrenOutings'),
]

function byMonth(days: readonly CivilDate[], kind: string): Entry[] {
  const months = new Map<CivilMonth, CivilDate[]>()
  for (const day of days) months.set(monthOf(day), [...(months.get(monthOf(day)) ?? []), day])
  return [...months.values()].map((held) =>
    entry('children', kind, held.toSorted().at(-1) ?? '', { facts: { count: held.length } }),
  )
}

interface ConsentFacts {
  readonly purpose: string
  readonly answer: string
  readonly answeredOn: CivilDate
  readonly withdrawnOn: CivilDate | null
  readonly folio: string
}
interface IntakeFacts {
  readonly takenOn: CivilDate
  readonly declined: number
}

export const consentEntries = (consents: readonly ConsentFacts[], intakes: readonly IntakeFacts[]): Entry[] => [
  ...consents.flatMap(({ purpose, answer, answeredOn, withdrawnOn, folio }) => {
    const of = { words: { purpose: `people.consent.purpose.${purpose}` } }
    return [
      entry('consents', answer === 'yes' ? 'consented' : 'refused', answeredOn, { ...of, facts: { folio } }),
      ...(withdrawnOn ? [entry('consents', 'withdrew', withdrawnOn, of)] : []),
    ]
  }),
  ...intakes.map(({ takenOn, declined }) => entry('consents', declined === 1 ? 'intakeDeclined' : 'intake', takenOn)),
]

interface AlertFacts {
  readonly kind: string
  readonly startsOn: CivilDate
  readonly endsOn: CivilDate | null
  readonly closedOn: CivilDate | null
}
interface PairFacts {
  readonly startsOn: CivilDate
  readonly closedOn: CivilDate | null
}

/**
 * Alerts as they were read for this role. That she is kept apart from somebody is a neutral line, and only for those who
 * may know of pairs: two women with the same line on the same day would point at each other.
 */
export const alertEntries = (
  viewer: Viewer,
  alerts: readonly AlertFacts[],
  pairs: readonly PairFacts[],
  today: CivilDate,
): Entry[] => [
  ...alerts.flatMap(({ kind, startsOn, endsOn, closedOn }) => {
    const of = { words: { kind: `people.alert.kind.${kind}` } }
    const over = closedOn ?? (endsOn && endsOn < today ? endsOn : null)
    return [
      entry('alerts', 'alertRaised', startsOn, of),
      ...(over ? [entry('alerts', closedOn ? 'alertClosed' : 'alertExpired', over, of)] : []),
    ]
  }),
  ...(viewer.readsPairs
    ? pairs.flatMap(({ startsOn, closedOn }) => [
        entry('alerts', 'keptApart', startsOn),
        ...(closedOn ? [entry('alerts', 'keptApartEnded', closedOn)] : []),
      ])
    : []),
]

interface PaperFacts {
  readonly type: string
  readonly folio: string
  readonly day: CivilDate
}
interface RecordFacts {
  readonly event: string
  readonly actor: string
  readonly day: CivilDate
}

/** Papers printed of her, and what was done with the record itself. */
export const recordEntries = (papers: readonly PaperFacts[], events: readonly RecordFacts[]): Entry[] => [
  ...papers.map(({ type, folio, day }) =>
    entry('papers', 'paper', day, { facts: { folio }, words: { paper: `paper.${type}` } }),
  ),
  ...events.map(({ event, actor, day }) =>
    entry('record', 'record', day, { facts: { actor }, words: { event: `audit.${event}` } }),
  ),
]
