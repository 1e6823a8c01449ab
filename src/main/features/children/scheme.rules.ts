/** Rules of the scheme of vaccines and check-ups: when something is due, and what a record does to it. */
import type {
  CheckLine,
  DoseLine,
  HealthRecord,
  LineState,
  SchemeCheck,
  SchemeDose,
} from '../../../shared/contract/child-health-facts'
import { addDays, addMonths, type CivilDate } from '../../../shared/kernel/civil-date'
import { fold } from '../../../shared/kernel/text'

/** The days in which something is due: from the first to the last, and overdue after it. */
export interface Window {
  readonly from: CivilDate
  readonly until: CivilDate
}

/** The window of an age; null while nobody knows when the child was born. */
export function windowOf(
  birthDate: CivilDate | null,
  from: number,
  until: number,
  unit: 'days' | 'months',
): Window | null {
  if (!birthDate) return null
  const at = (age: number): CivilDate => (unit === 'days' ? addDays(birthDate, age) : addMonths(birthDate, age))
  return { from: at(from), until: addDays(at(until), -1) }
}

/** What was done stands for good; else what was said last; else the calendar decides. `records`: the latest first. */
export function stateOf(
  records: readonly Pick<HealthRecord, 'outcome'>[],
  window: Window | null,
  today: CivilDate,
): LineState {
  if (records.some((record) => record.outcome === 'done')) return 'done'
  const [last] = records
  if (last) return last.outcome
  if (!window) return 'unknown'
  if (today < window.from) return 'ahead'
  return today <= window.until ? 'due' : 'overdue'
}

/** A dose is the same one however its name is written: `srp 1a`, `SRP 1ª`. */
export const doseKey = (of: { readonly vaccine: string; readonly dose: string }): string =>
  [of.vaccine, of.dose].map((text) => fold(text.normalize('NFKC'))).join('|')

export type DoseRecord = HealthRecord & { readonly vaccine: string; readonly dose: string }
export type CheckRecord = HealthRecord & { readonly milestone: string | null }

/** By their day, and on one day what was written down last. `records`: in the order in which they were written. */
const latestFirst = <Row extends HealthRecord>(records: readonly Row[]): Row[] =>
  records.toReversed().sort((a, b) => (a.day === b.day ? 0 : a.day < b.day ? 1 : -1))

const bare = ({ id, version, recordedOn, recordedBy, outcome, day, seenOnCard, note }: HealthRecord): HealthRecord => ({
  ...{ id, version, recordedOn, recordedBy },
  ...{ outcome, day, seenOnCard, note },
})

/**
 * Every dose of the scheme in its order, then what was recorded and the scheme does not have (an older scheme, a dose
 * given elsewhere): a newer scheme hides nothing that was done.
 */
export function doseLines(
  scheme: readonly SchemeDose[],
  records: readonly DoseRecord[],
  birthDate: CivilDate | null,
  today: CivilDate,
): DoseLine[] {
  const of = (key: string): HealthRecord[] => latestFirst(records.filter((record) => doseKey(record) === key)).map(bare)
  const listed = new Set(scheme.map(doseKey))
  const lines = scheme.map((row): DoseLine => {
    const window = windowOf(birthDate, row.fromMonths, row.untilMonths, 'months')
    const theirs = of(doseKey(row))
    return {
      vaccine: row.vaccine,
      dose: row.dose,
      note: row.note,
      inScheme: true,
      fromMonths: row.fromMonths,
      from: window?.from ?? null,
      until: window?.until ?? null,
      state: stateOf(theirs, window, today),
      records: theirs,
    }
  })
  const others = new Map(records.filter((each) => !listed.has(doseKey(each))).map((each) => [doseKey(each), each]))
  return [
    ...lines,
    ...[...others].map(([key, { vaccine, dose }]): DoseLine => {
      const theirs = of(key)
      const nothing = { note: null, inScheme: false, fromMonths: null, from: null, until: null }
      return { vaccine, dose, ...nothing, state: stateOf(theirs, null, today), records: theirs }
    }),
  ]
}

/** Lines of a card of which nobody has keyed anything: what is past its days was perhaps done, so it is not overdue. */
export const asKnown = <Line extends { readonly state: LineState }>(
  lines: readonly Line[],
  isBlank: boolean,
): Line[] =>
  isBlank ? lines.map((line) => (line.state === 'overdue' ? { ...line, state: 'unread' } : line)) : [...lines]

/** What the list for the health service says of a dose past its days: overdue, or to be looked up on a card not keyed yet. */
export const lateness = (state: LineState, isBlank: boolean): { overdue: boolean; unread?: true } =>
  state === 'overdue' && isBlank ? { overdue: false, unread: true } : { overdue: state === 'overdue' }

/** `7d`, `12m`: what a check-up of the scheme is called in a record. */
export const milestoneOf = (check: Pick<SchemeCheck, 'age' | 'unit'>): string =>
  `${String(check.age)}${check.unit === 'days' ? 'd' : 'm'}`

/** The check-ups of the scheme in order of age, then each that was made outside it. */
export function checkLines(
  scheme: readonly SchemeCheck[],
  records: readonly CheckRecord[],
  birthDate: CivilDate | null,
  today: CivilDate,
): CheckLine[] {
  const listed = new Set(scheme.map(milestoneOf))
  const made = scheme.toSorted(byAge).map((check): CheckLine => {
    const milestone = milestoneOf(check)
    const window = windowOf(birthDate, check.age, check.untilAge, check.unit)
    const theirs = latestFirst(records.filter((record) => record.milestone === milestone)).map(bare)
    return {
      milestone,
      from: window?.from ?? null,
      until: window?.until ?? null,
      state: stateOf(theirs, window, today),
      records: theirs,
    }
  })
  const seenOn = records.filter((record) => record.outcome === 'done').map((record) => record.day)
  const lines = made.map((line, at): CheckLine => {
    if (line.state !== 'overdue') return line
    const next = made[at + 1]?.from
    // Nobody makes the check-up of seven days with a child of two years.
    if (next && next <= today) return { ...line, state: 'missed' }
    // She was seen at that age, whatever it was written down as: that may well have been this one.
    return seenOn.some((day) => line.from !== null && day >= line.from) ? { ...line, state: 'unread' } : line
  })
  const others = latestFirst(records.filter((record) => record.milestone === null || !listed.has(record.milestone)))
  return [
    ...lines,
    ...others.map((record): CheckLine => ({
      milestone: record.milestone,
      from: null,
      until: null,
      state: record.outcome,
      records: [bare(record)],
    })),
  ]
}

const DAYS_IN_A_MONTH = 30.4375
const byAge = (a: SchemeCheck, b: SchemeCheck): number => inDays(a) - inDays(b)
const inDays = ({ age, unit }: SchemeCheck): number => (unit === 'days' ? age : age * DAYS_IN_A_MONTH)

/** What somebody must see to: due, overdue, or referred and not heard of since. The longest overdue first. */
export function openLines<Line extends { readonly state: LineState; readonly until: CivilDate | null }>(
  lines: readonly Line[],
): Line[] {
  return lines
    .filter((line) => OPEN.includes(line.state))
    .toSorted((a, b) => OPEN.indexOf(a.state) - OPEN.indexOf(b.state) || ((a.until ?? '') < (b.until ?? '') ? -1 : 1))
}

const OPEN: readonly LineState[] = ['overdue', 'due', 'referred']

interface Dated {
  readonly fromDay: CivilDate
  readonly addedAt: string
}

/** The scheme in force on a day: the one that began last; of two that began together, the one added last. */
export const schemeOn = <Scheme extends Dated>(schemes: readonly Scheme[], day: CivilDate): Scheme | undefined =>
  schemes
    .filter((scheme) => scheme.fromDay <= day)
    .toSorted((a, b) => (a.fromDay === b.fromDay ? (a.addedAt < b.addedAt ? -1 : 1) : a.fromDay < b.fromDay ? -1 : 1))
    .at(-1)

/** The first dose or check-up that a scheme lists twice. */
export function listedTwice(keys: readonly string[]): string | undefined {
  const seen = new Set<string>()
  return keys.find((key) => seen.size === seen.add(key).size)
}
