/** What of a month leaves the center and in which form: pure. The declaration stands in `bundle-tables.rules.ts`. */
import {
  lastDayOf,
  minutesBetween,
  monthOf,
  wholeMonthsBetween,
  type CivilDate,
  type CivilMonth,
} from '../../../shared/kernel/civil-date'
import { AGE_GROUPS, BUNDLE_TABLES, CHILD_AGE_GROUPS, type FilledTable, type Row } from './bundle-tables.rules'
import { leavingCode, rectificationRows } from './rectifications.rules'
import { certificateRow, countsIn, type BundledCertificate } from './bundled-certificates.rules'

/** What the repo reads for a bundle: no name, no note, no folio is even asked for. */
export interface BundleFacts {
  readonly people: readonly { id: string; birthDate: CivilDate | null; legalStatus: string | null }[]
  readonly stays: readonly {
    id: string
    personId: string
    admittedOn: CivilDate
    leftOn: CivilDate | null
    leftCause: string | null
  }[]
  readonly merges: readonly { mergedId: string; keptId: string }[]
  readonly axes: readonly { id: string; code: string; name: string; sensitive: boolean }[]
  readonly workshops: readonly { id: string; axisId: string; title: string }[]
  readonly editions: readonly {
    id: string
    code: string
    workshopId: string
    instructorId: string
    hours: number
    capacity: number
    startsOn: CivilDate
    endsOn: CivilDate
    minRatePercent: number
  }[]
  readonly sessions: readonly {
    id: string
    editionId: string
    day: CivilDate
    startsAt: string
    endsAt: string
    cancelledCause: string | null
  }[]
  readonly marks: readonly { sessionId: string; personId: string; code: string }[]
  readonly rectifications: Parameters<typeof rectificationRows>[0]
  readonly places: readonly {
    id: string
    personId: string
    editionId: string
    openedOn: CivilDate
    endedOn: CivilDate | null
    endResult: string | null
  }[]
  readonly evaluations: readonly { editionId: string; personId: string; result: string }[]
  readonly certificates: readonly BundledCertificate[]
  readonly waits: readonly {
    id: string
    personId: string
    workshopId: string
    requestedOn: CivilDate
    closedOn: CivilDate | null
    state: string
  }[]
  readonly children: readonly {
    id: string
    motherId: string
    birthDate: CivilDate | null
    livesHereFrom: CivilDate | null
    livesHereUntil: CivilDate | null
  }[]
  readonly outings: readonly {
    id: string
    childId: string
    kind: string
    leavesOn: CivilDate
    returnsOn: CivilDate
    returnsAt: string
    cancelled: boolean
    made: boolean
    backOn: CivilDate | null
    backAt: string | null
  }[]
}

/** The tables of a month's bundle, each sorted by its key, so that the same facts give the same bytes. */
export function fillTables(facts: BundleFacts, period: CivilMonth, withheld: ReadonlySet<string>): FilledTable[] {
  const open = openEditions(facts)
  const agreed = withoutRowsOf(facts, withheld)
  const rows: Record<string, Row[]> = {
    ...offerRows(facts),
    ...countRows(facts, period),
    ...womenRows(agreed, period, open),
    ...childRows(agreed, period),
  }
  return BUNDLE_TABLES.map((table) => ({ table, rows: sorted(rows[table.name] ?? [], table.key) }))
}

/** The facts without any row of women who did not agree, nor of their children. Counts are made of all: they name nobody. */
function withoutRowsOf(facts: BundleFacts, withheld: ReadonlySet<string>): BundleFacts {
  const hers = <Row extends { readonly personId: string }>(rows: readonly Row[]): readonly Row[] =>
    rows.filter((row) => !withheld.has(row.personId))
  const theirs = new Set(facts.children.filter((child) => withheld.has(child.motherId)).map((child) => child.id))
  return {
    ...facts,
    people: facts.people.filter((each) => !withheld.has(each.id)),
    stays: hers(facts.stays),
    merges: facts.merges.filter((each) => !withheld.has(each.keptId)),
    places: hers(facts.places),
    marks: hers(facts.marks),
    rectifications: hers(facts.rectifications),
    evaluations: hers(facts.evaluations),
    certificates: hers(facts.certificates),
    waits: hers(facts.waits),
    children: facts.children.filter((child) => !theirs.has(child.id)),
    outings: facts.outings.filter((outing) => !theirs.has(outing.childId)),
  }
}

interface OpenOffer {
  readonly workshops: ReadonlySet<string>
  readonly editions: ReadonlySet<string>
  readonly sessions: ReadonlySet<string>
}

/** Workshops, editions and sessions of which it may leave who was there: those of no sensitive axis. */
function openEditions(facts: BundleFacts): OpenOffer {
  const axes = new Set(facts.axes.filter((axis) => !axis.sensitive).map((axis) => axis.id))
  const workshops = new Set(facts.workshops.filter((each) => axes.has(each.axisId)).map((each) => each.id))
  const editions = new Set(facts.editions.filter((each) => workshops.has(each.workshopId)).map((each) => each.id))
  const sessions = new Set(facts.sessions.filter((each) => editions.has(each.editionId)).map((each) => each.id))
  return { workshops, editions, sessions }
}

const offerRows = (facts: BundleFacts): Record<string, Row[]> => ({
  axes: facts.axes.map(({ id, code, name }) => ({ id, code, name })),
  workshops: facts.workshops.map(({ id, axisId, title }) => ({ id, axis_id: axisId, title })),
  editions: facts.editions.map((each) => ({
    id: each.id,
    code: each.code,
    workshop_id: each.workshopId,
    instructor_id: each.instructorId,
    hours: each.hours,
    capacity: each.capacity,
    starts_on: each.startsOn,
    ends_on: each.endsOn,
    min_rate_percent: each.minRatePercent,
  })),
  sessions: facts.sessions.map((each) => ({
    id: each.id,
    edition_id: each.editionId,
    day: each.day,
    starts_at: each.startsAt,
    ends_at: each.endsAt,
    cancelled_cause: each.cancelledCause,
  })),
})

/** Counts for every session and edition, sensitive axes included: a number names nobody. */
function countRows(facts: BundleFacts, period: CivilMonth): Record<string, Row[]> {
  const bySession = new Map<string, { session_id: string; code: string; people: number }>()
  for (const { sessionId, code } of facts.marks) {
    const key = `${sessionId} ${code}`
    const row = bySession.get(key) ?? { session_id: sessionId, code, people: 0 }
    bySession.set(key, { ...row, people: row.people + 1 })
  }
  const of = (rows: readonly { editionId: string }[], id: string): number =>
    rows.filter((row) => row.editionId === id).length
  const passed = facts.evaluations.filter((each) => each.result === 'A')
  const earned = facts.certificates.filter((each) => countsIn(each, period))
  return {
    session_counts: [...bySession.values()],
    edition_counts: facts.editions.map(({ id }) => ({
      edition_id: id,
      places: of(facts.places, id),
      passed: of(passed, id),
      certificates: of(earned, id),
    })),
  }
}

function womenRows(facts: BundleFacts, period: CivilMonth, open: OpenOffer): Record<string, Row[]> {
  const places = facts.places.filter((each) => open.editions.has(each.editionId))
  const marks = facts.marks.filter((each) => open.sessions.has(each.sessionId))
  const evaluations = facts.evaluations.filter((each) => open.editions.has(each.editionId))
  const certificates = facts.certificates.filter((each) => open.editions.has(each.editionId))
  const waits = facts.waits.filter((each) => open.workshops.has(each.workshopId))
  const leaving = new Set([
    ...[...facts.stays, ...places, ...marks, ...evaluations, ...certificates, ...waits].map((each) => each.personId),
    ...[...facts.rectifications.map((each) => each.personId), ...facts.merges.map((each) => each.keptId)],
    ...facts.children.map((child) => child.motherId),
  ])
  return {
    people: facts.people
      .filter((each) => leaving.has(each.id))
      .map((each) => ({ id: each.id, age_group: ageGroup(each.birthDate, period), legal_status: each.legalStatus })),
    stays: facts.stays.map((each) => ({
      id: each.id,
      person_id: each.personId,
      admitted_month: monthOf(each.admittedOn),
      left_month: each.leftOn && monthOf(each.leftOn),
      left_cause: each.leftCause,
    })),
    merges: facts.merges.map((each) => ({ merged_id: each.mergedId, kept_id: each.keptId })),
    places: places.map((each) => ({
      id: each.id,
      person_id: each.personId,
      edition_id: each.editionId,
      opened_on: each.openedOn,
      ended_on: each.endedOn,
      end_result: each.endResult,
    })),
    marks: marks.map((each) => ({
      session_id: each.sessionId,
      person_id: each.personId,
      code: leavingCode(each.code),
    })),
    rectifications: rectificationRows(facts.rectifications),
    evaluations: evaluations.map((each) => ({
      edition_id: each.editionId,
      person_id: each.personId,
      result: each.result,
    })),
    certificates: certificates.map(certificateRow),
    waits: waits.map((each) => ({
      id: each.id,
      person_id: each.personId,
      workshop_id: each.workshopId,
      requested_on: each.requestedOn,
      closed_on: each.closedOn,
      close_cause: each.closedOn === null ? null : each.state,
    })),
  }
}

const childRows = (facts: BundleFacts, period: CivilMonth): Record<string, Row[]> => ({
  children: facts.children.map((each) => ({
    id: each.id,
    mother_id: each.motherId,
    age_group: childAgeGroup(each.birthDate, period),
    lives_here_from: each.livesHereFrom && monthOf(each.livesHereFrom),
    lives_here_until: each.livesHereUntil && monthOf(each.livesHereUntil),
  })),
  outings: facts.outings.map((each) => ({
    id: each.id,
    child_id: each.childId,
    kind: each.kind,
    leaves_on: each.leavesOn,
    returns_on: each.returnsOn,
    cancelled: each.cancelled,
    made: each.made,
    back_on: each.backOn,
    minutes_late:
      each.backOn && each.backAt
        ? Math.max(0, minutesBetween(each.returnsOn, each.returnsAt, each.backOn, each.backAt))
        : null,
  })),
})

const FROM_AGE: readonly (readonly [age: number, group: string])[] = [60, 50, 45, 40, 35, 30, 25, 0].map(
  (age, index) => [age, AGE_GROUPS[AGE_GROUPS.length - 1 - index] ?? ''],
)

/** Age group at the end of the period; null if the birth is not known. */
export function ageGroup(birthDate: CivilDate | null, period: CivilMonth): string | null {
  if (!birthDate) return null
  const years = Math.floor(wholeMonthsBetween(birthDate, lastDayOf(period)) / 12)
  return FROM_AGE.find(([age]) => years >= age)?.[1] ?? null
}

/** Age group of a child in months at the end of the period; null if the birth is not known or lies after it. */
export function childAgeGroup(birthDate: CivilDate | null, period: CivilMonth): string | null {
  if (!birthDate) return null
  const months = wholeMonthsBetween(birthDate, lastDayOf(period))
  return months < 0 ? null : (CHILD_AGE_GROUPS[Math.min(Math.floor(months / 6), CHILD_AGE_GROUPS.length - 1)] ?? null)
}

const sorted = (rows: readonly Row[], key: readonly string[]): Row[] => {
  const keyed = rows.map((row) => ({ row, key: key.map((name) => String(row[name])).join(' ') }))
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ row }) => row)
}

/** `DEM-202610-0003.age`: eight-and-three safe, ordered by sequence, not by any clock. */
export const bundleName = (center: string, period: CivilMonth, sequence: number): string =>
  `${center}-${period.replace('-', '')}-${String(sequence).padStart(4, '0')}.age`

/** What the signature's trusted comment says: center, period, sequence. */
export const trustedCommentOf = (center: string, period: CivilMonth, sequence: number): string =>
  `${center} ${period} ${String(sequence).padStart(4, '0')}`
