/** An audit entry in words: what it did, and what was before and after. */
import type { Output } from '../../../shared/contract'
import type { Words } from '../../../shared/i18n'
import { hasWords } from '../../platform/words'

export type Entry = Output<'office.audit'>['entries'][number]

/** `audit.<event>`; an event without words is shown by its code, never hidden. */
export const eventWords = (t: Words, event: string): string =>
  hasWords(`audit.${event}`, t.language) ? t(`audit.${event}`) : event

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

/** One value as a person reads it; lists one after the other, records as `field: value`. */
function told(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null
  if (Array.isArray(value)) return value.map((each) => told(each) ?? '').join(' · ') || null
  if (typeof value === 'object')
    return Object.entries(value)
      .map(([key, each]) => `${key}: ${told(each) ?? '—'}`)
      .join(', ')
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** What an entry says was there and what is there now. With both sides, only what differs. */
export function differences(before: string | null, after: string | null): readonly Difference[] {
  const was = parsed(before)
  const is = parsed(after)
  // A change of part of a record writes only that part after; what it does not mention has stayed.
  const keys =
    after !== null && before !== null ? Object.keys(is) : [...new Set([...Object.keys(was), ...Object.keys(is)])]
  return keys
    .map((field) => ({ field, before: told(was[field]), after: told(is[field]) }))
    .filter((each) => each.before !== each.after)
}

/** `field.<name>`, or the name itself read aloud. */
export const fieldWords = (t: Words, field: string): string =>
  hasWords(`field.${field}`, t.language)
    ? t(`field.${field}`)
    : field.replace(/_/g, ' ').replace(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`)
