/** Makes one line of time of all that is known of a woman; what a role may not know is neutral or not there. */
import type { LifeEntry } from '../../../shared/contract/person-file.contract'
import type { CivilDate, CivilMonth } from '../../../shared/kernel/civil-date'

export type Entry = Omit<LifeEntry, 'key'>

/** Who looks: what is neutral for her, what she is not told of at all, which pages she may open. */
export interface Viewer {
  readonly readsSensitive: boolean
  readonly readsPairs: boolean
}

type More = Partial<Pick<Entry, 'facts' | 'words' | 'path'>>
/** An entry with nothing but its day, and whatever else is known. */
export const entry = (area: Entry['area'], kind: string, day: CivilDate, more: More = {}): Entry => ({
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

const WAIT_ENDS = { declined: 'waitDeclined', withdrawn: 'waitWithdrawn', removed: 'waitRemoved' } as const
const OFFER_ENDS = {
  accepted: 'offerAccepted',
  declined: 'offerDeclined',
  lapsed: 'offerLapsed',
  void: 'offerVoid',
} as const

/** What she asked for and was offered. A wait that ended in a place is told by the place. */
export const waitEntries = (viewer: Viewer, waits: readonly WaitFacts[], offers: readonly OfferFacts[]): Entry[] => {
  const at = { path: '/places' }
  return [
    ...waits.flatMap(({ title, sensitive, requestedOn, closedOn, state }) =>
      [
        entry('places', 'waitOpened', requestedOn, { ...at, facts: { title } }),
        ...(closedOn && state in WAIT_ENDS
          ? [entry('places', WAIT_ENDS[state as keyof typeof WAIT_ENDS], closedOn, { ...at, facts: { title } })]
          : []),
      ].map((each) => ofGroup(viewer, sensitive, each)),
    ),
    ...offers.flatMap(({ title, sensitive, madeOn, answer, answeredOn }) =>
      [
        entry('places', 'offered', madeOn, { ...at, facts: { title } }),
        ...(answer && answeredOn && answer in OFFER_ENDS
          ? [entry('places', OFFER_ENDS[answer as keyof typeof OFFER_ENDS], answeredOn, { ...at, facts: { title } })]
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
  readonly id: string
  readonly state: string
  readonly stateOn: CivilDate
  readonly folio: string
  readonly title: string
  readonly sensitive: number
  readonly issuedOn: CivilDate
  readonly deliveredOn: CivilDate | null
}

const ENDED_CERTIFICATES: Readonly<Partial<Record<string, string>>> = {
  replaced: 'certificateReplaced',
  revoked: 'certificateRevoked',
  annulled: 'certificateAnnulled',
}

export const certificateEntries = (viewer: Viewer, certificates: readonly CertificateFacts[]): Entry[] =>
  certificates.flatMap(({ id, folio, title, sensitive, issuedOn, deliveredOn, state, stateOn }) => {
    const at = { path: `/certificates/folio/${id}`, facts: { folio, title } }
    const ended = ENDED_CERTIFICATES[state]
    return [
      entry('certificates', 'certificateIssued', issuedOn, at),
      ...(deliveredOn ? [entry('certificates', 'certificateDelivered', deliveredOn, at)] : []),
      ...(ended ? [entry('certificates', ended, stateOn, at)] : []),
    ].map((each) => ofGroup(viewer, sensitive, each))
  })

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
