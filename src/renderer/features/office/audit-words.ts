/** An audit entry in words: what it did, and what was before and after. */
import type { Output } from '../../../shared/contract'
import type { Words } from '../../../shared/i18n'
import { formatDay } from '../../../shared/i18n/format'
import { isCivilDate, type Instant } from '../../../shared/kernel/civil-date'
import { hasWords } from '../../platform/words'

export type Entry = Output<'office.audit'>['entries'][number]

/** `audit.<event>`; an event without words is shown by its code, never hidden. */
export const eventWords = (t: Words, event: string): string =>
  hasWords(`audit.${event}`, t.language) ? t(`audit.${event}`) : event

/** What kind of record an entry is about; an unknown kind is shown by its code. */
export const subjectWords = (t: Words, type: string | null): string | null =>
  type !== null && hasWords(`subject.${type}`, t.language) ? t(`subject.${type}`) : type

export interface Difference {
  readonly field: string
  readonly before: string | null
  readonly after: string | null
}

type Plain = Readonly<Record<string, unknown>>

function parsed(json: string | null): Plain {
  if (json === null) return {}
  try {
    const value: unknown = JSON.parse(json)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Plain) : { value }
  } catch {
    return { value: json }
  }
}

/** How a field and what stands in it are said; without it they are shown as they were written. */
export interface Speech {
  readonly field: (name: string) => string
  readonly value: (value: string | number | boolean, field: string) => string
}
const AS_WRITTEN: Speech = { field: (name) => name, value: (value) => String(value) }

/** One value as a person reads it; lists one after the other, records as `field: value`. */
function told(value: unknown, field: string, speech: Speech): string | null {
  if (value === null || value === undefined || value === '') return null
  if (Array.isArray(value)) return value.map((each) => told(each, field, speech) ?? '').join(' · ') || null
  if (typeof value === 'object')
    return Object.entries(value)
      .map(([key, each]) => `${speech.field(key)}: ${told(each, key, speech) ?? '—'}`)
      .join(', ')
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? speech.value(value, field)
    : JSON.stringify(value)
}

/** What an entry says was there and what is there now. With both sides, only what differs. */
export function differences(
  before: string | null,
  after: string | null,
  speech: Speech = AS_WRITTEN,
): readonly Difference[] {
  const was = parsed(before)
  const is = parsed(after)
  // A change of part of a record writes only that part after; what it does not mention has stayed.
  const keys =
    after !== null && before !== null ? Object.keys(is) : [...new Set([...Object.keys(was), ...Object.keys(is)])]
  return keys
    .map((field) => ({ field, before: told(was[field], field, speech), after: told(is[field], field, speech) }))
    .filter((each) => each.before !== each.after)
}

const RECORD_ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/

/** Where the words of a code are kept, by the field it stands in; the slices' own, so that none is said twice. */
const CODES: Readonly<Record<string, readonly string[]>> = {
  role: ['role'],
  language: ['office.language'],
  cause: ['timetable.cause', 'places.cause', 'people.left'],
  leftCause: ['people.left'],
  result: ['places.result', 'certificates.evaluation'],
  kind: [
    'timetable.special',
    'outings.kind',
    'children.checklist.kind',
    'children.need.kind',
    'children.protection.kind',
  ],
  acts: ['children.grid.act'],
  act: ['children.grid.act'],
  evidenceKind: ['children.grid.evidence'],
  documentKind: ['children.adult.documentKind'],
  need: ['children.need.kind'],
  namesPlace: ['children.checklist.namesPlace'],
  state: ['children.checklist.state'],
  kinds: ['imports.kind'],
  sex: ['children.sex'],
  legalStatus: ['people.legalStatus'],
  dormitoryWord: ['office.center.dormitoryWord'],
}

/** `field.<name>`, or the name itself read aloud. A mark stands under the id of whom it is of. */
export function fieldWords(t: Words, field: string): string {
  if (hasWords(`field.${field}`, t.language)) return t(`field.${field}`)
  if (RECORD_ID.test(field)) return t('field.record', { id: field.slice(0, 8) })
  return field.replace(/_/g, ' ').replace(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`)
}

/** What stands in a field: days and instants as the page writes them, codes by their own words, ids shortened. */
export function valueWords(
  t: Words,
  moment: (at: Instant) => string,
  value: string | number | boolean,
  field: string,
): string {
  if (typeof value === 'boolean') return t(value ? 'field.yes' : 'field.no')
  if (typeof value === 'number') return String(value)
  if (isCivilDate(value)) return formatDay(value, t.language)
  if (INSTANT.test(value)) return moment(value)
  if (RECORD_ID.test(value)) return value.slice(0, 8)
  const words = (CODES[field] ?? []).map((place) => `${place}.${value}`).find((key) => hasWords(key, t.language))
  return words ? t(words) : value
}
