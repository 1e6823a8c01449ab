/** Makes one line of time of all that is known of a woman; what a role may not know is neutral or not there. */
import type { LifeEntry } from '../../../shared/contract/person-file.contract'
import { monthOf, type CivilDate, type CivilMonth } from '../../../shared/kernel/civil-date'

export type Entry = Omit<LifeEntry, 'key'>

/** Who looks: what is neutral for her, what she is not told of at all, which pages she may open. */
export interface Viewer {
  readonly readsSensitive: boolean
  readonly readsPairs: boolean
}

type More = Partial<Pick<Entry, 'facts' | 'words' | 'path'>>
const entry = (area: Entry['area'], kind: string, day: CivilDate, more: More = {}): Entry => ({
  area,
  kind,
  day,
  facts: {},
  words: {},
  path: null,
  ...more,
})

/** The entries of a group; of a sensitive one only that there was something, for who may not know more. */
const ofGroup = (viewer: Viewer, sensitive: number, open: Entry): Entry =>
  sensitive === 1 && !viewer.readsSensitive ? entry(open.area, 'reserved', open.day) : open

interface StayFacts {
  readonly admittedOn: CivilDate
  readonly leftOn: CivilDate | null
  readonly leftCause: string | null
}
interface AbsenceFacts {
  readonly leftOn: CivilDate
  readonly endedOn: CivilDate | null
  readonly endKind: string | null
}

/** Coming, going, and the times between. An absence that ended with her leaving is told by the leaving. */
export const stayEntries = (stays: readonly StayFacts[], absences: readonly AbsenceFacts[]): Entry[] => [
  ...stays.flatMap(({ admittedOn, leftOn, leftCause }) => [
    entry('stay', 'admitted', admittedOn),
    ...(leftOn ? [entry('stay', 'left', leftOn, { words: { cause: `people.left.${leftCause ?? 'other'}` } })] : []),
  ]),
  ...absences.flatMap(({ leftOn, endedOn, endKind }) => [
    entry('stay', 'away', leftOn),
    ...(endedOn && endKind === 'returned' ? [entry('stay', 'back', endedOn)] : []),
  ]),
]

interface PlaceFacts {
  readonly editionId: string
  readonly code: string
  readonly title: string
  readonly sensitive: number
  readonly openedOn: CivilDate
  readonly endedOn: CivilDate | null
  readonly result: string | null
  readonly cause: string | null
}
interface PauseFacts {
  readonly editionId: string
  readonly title: string
  readonly sensitive: number
  readonly fromDay: CivilDate
  readonly backOn: CivilDate | null
}

/** Places given, suspended and ended. The cause of a suspension is her own matter and stays with the place. */
export const placeEntries = (viewer: Viewer, places: readonly PlaceFacts[], pauses: readonly PauseFacts[]): Entry[] => [
  ...places.flatMap((place) => {
    const at = { path: `/programs/${place.editionId}`, facts: { title: place.title, code: place.code } }
    const ended =
      place.endedOn &&
      entry('places', 'placeEnded', place.endedOn, {
        ...at,
        words: {
          result: `places.result.${place.result ?? 'not-completed'}`,
          cause: `places.cause.${place.cause ?? 'other'}`,
        },
      })
    return [entry('places', 'placeOpened', place.openedOn, at), ...(ended ? [ended] : [])].map((each) =>
      ofGroup(viewer, place.sensitive, each),
    )
  }),
  ...pauses.flatMap((pause) => {
    const at = { path: `/programs/${pause.editionId}`, facts: { title: pause.title } }
    return [
      entry('places', 'paused', pause.fromDay, at),
      ...(pause.backOn ? [entry('places', 'resumed', pause.backOn, at)] : []),
    ].map((each) => ofGroup(viewer, pause.sensitive, each))
  }),
]

interface WaitFacts {
  readonly title: string
  readonly sensitive: number
  readonly requestedOn: CivilDate
  readonly closedOn: CivilDate | null
  readonly state: string
}
interface OfferFacts {
  readonly title: string
  readonly sensitive: number
  readonly madeOn: CivilDate
  readonly answer: string | null
  readonly answeredOn: CivilDate | null
}

/** What she asked for and was offered. A wait that ended in a place is told by the place. */
export const waitEntries = (viewer: Viewer, waits: readonly WaitFacts[], offers: readonly OfferFacts[]): Entry[] => {
  const at = { path: '/places' }
  return [
    ...waits.flatMap(({ title, sensitive, requestedOn, closedOn, state }) =>
      [
        entry('places', 'waitOpened', requestedOn, { ...at, facts: { title } }),
        ...(closedOn && state !== 'accepted'
          ? [entry('places', `waitClosed.${state}`, closedOn, { ...at, facts: { title } })]
          : []),
      ].map((each) => ofGroup(viewer, sensitive, each)),
    ),
    ...offers.flatMap(({ title, sensitive, madeOn, answer, answeredOn }) =>
      [
        entry('places', 'offered', madeOn, { ...at, facts: { title } }),
        ...(answer && answeredOn
          ? [entry('places', `offerAnswered.${answer}`, answeredOn, { ...at, facts: { title } })]
          : []),
      ].map((each) => ofGroup(viewer, sensitive, each)),
    ),
  ]
}

interface MonthFacts {
  readonly month: CivilMonth
  readonly day: CivilDate
  readonly sensitive: number
  readonly attended: number
  readonly counted: number
  readonly excused: number
  readonly notHeld: number
}

/** One line a month. Sensitive groups are summed in for those who may know of them, and left out for the others. */
export function monthEntries(viewer: Viewer, months: readonly MonthFacts[]): Entry[] {
  const sums = new Map<string, MonthFacts>()
  for (const month of months) {
    if (month.sensitive === 1 && !viewer.readsSensitive) continue
    const sum = sums.get(month.month)
    sums.set(
      month.month,
      sum
        ? {
            ...sum,
            day: sum.day > month.day ? sum.day : month.day,
            attended: sum.attended + month.attended,
            counted: sum.counted + month.counted,
            excused: sum.excused + month.excused,
            notHeld: sum.notHeld + month.notHeld,
          }
        : month,
    )
  }
  return [...sums.values()].map(({ day, month, attended, counted, excused, notHeld }) =>
    entry('attendance', 'month', day, { facts: { month, attended, counted, excused, notHeld } }),
  )
}

interface CertificateFacts {
  readonly editionId: string
  readonly folio: string
  readonly title: string
  readonly sensitive: number
  readonly issuedOn: CivilDate
  readonly deliveredOn: CivilDate | null
}

export const certificateEntries = (viewer: Viewer, certificates: readonly CertificateFacts[]): Entry[] =>
  certificates.flatMap(({ editionId, folio, title, sensitive, issuedOn, deliveredOn }) => {
    const at = { path: `/certificates/${editionId}`, facts: { folio, title } }
    return [
      entry('certificates', 'certificateIssued', issuedOn, at),
      ...(deliveredOn ? [entry('certificates', 'certificateDelivered', deliveredOn, at)] : []),
    ].map((each) => ofGroup(viewer, sensitive, each))
  })

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

/** The page of her own record on which each area stands, for entries that lead nowhere else. */
const OWN_PAGES: Readonly<Partial<Record<Entry['area'], string>>> = {
  stay: '/data',
  attendance: '',
  children: '',
  consents: '/consents',
  alerts: '/alerts',
  record: '/data',
}

/** Each entry leads to its record. What is reserved leads nowhere: the page it would open is not for this role. */
export const withOwnPages = (entries: readonly Entry[], personId: string): Entry[] =>
  entries.map((each) => {
    const page = each.kind.startsWith('intake') ? '/intake' : OWN_PAGES[each.area]
    if (each.path !== null || each.kind === 'reserved' || page === undefined) return each
    return { ...each, path: `/people/${personId}${page}` }
  })

/** The latest first; on one day, what began stands under what ended, as they happened. */
export const inTimeOrder = (entries: readonly Entry[]): LifeEntry[] =>
  entries
    .map((each, index) => ({ each, index }))
    .sort((a, b) => (a.each.day === b.each.day ? b.index - a.index : a.each.day < b.each.day ? 1 : -1))
    .map(({ each }, index) => ({ ...each, key: String(index) }))
