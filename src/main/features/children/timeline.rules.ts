/** A child's timeline: what was written down becomes a line with its day, its theme and what it was about. */
import type { ChildEvent } from '../../../shared/contract/child-standing'
import { isCivilDate, type CivilDate, type ClockTime } from '../../../shared/kernel/civil-date'

export interface AuditLine {
  readonly seq: number
  readonly day: CivilDate
  readonly time: ClockTime
  readonly actor: string
  readonly event: string
  readonly beforeJson: string | null
  readonly afterJson: string | null
  readonly reason: string | null
  readonly fileName: string | null
}

/** Facts of an event that hold the day on which it was, the first that is there. */
const DAYS = [
  'leftOn',
  'enteredOn',
  'decidedOn',
  'sentOn',
  'requestedOn',
  'askedOn',
  'on',
  'toldOn',
  'beganOn',
  'closedOn',
  'givenOn',
  'day',
] as const

/** Facts that a line shows beside its event, in this order. */
const SHOWN = [
  'folio',
  'word',
  'title',
  'fullName',
  'name',
  'handedTo',
  'authority',
  'sentTo',
  'askedOf',
  'decidedBy',
  'number',
  'document',
  'custody',
  'place',
  'targetDay',
  'dueOn',
  'untilDay',
  'vaccine',
  'file',
] as const

const THEMES: readonly (readonly [RegExp, ChildEvent['theme']])[] = [
  [/^(outing|permission)\./, 'outings'],
  [/^child\.(left$|leaving|admitted-at-once|admission-enter|outside)/, 'life'],
  [/^child\.(admission|custody|measure|clock|authority-told|extension)/, 'standing'],
  [/^child\.(plan|step|sheet)/, 'plan'],
  [/^(adult\.|child\.(adult|authority|order|relation))/, 'people'],
  [/^(child\.(registered|corrected|read)|import\.)/, 'data'],
]

/** What kind of thing an event is; what is named nowhere is care: growth, vaccines, needs, papers. */
export const themeOf = (event: string): ChildEvent['theme'] =>
  THEMES.find(([pattern]) => pattern.test(event))?.[1] ?? 'care'

type Facts = Readonly<Record<string, unknown>>
const read = (json: string | null): Facts => (json === null ? {} : (JSON.parse(json) as Facts))

/** One line out of one event of the trail. */
export function eventOf(line: AuditLine): ChildEvent {
  const after = read(line.afterJson)
  const all = { ...read(line.beforeJson), ...after }
  const day = DAYS.map((key) => after[key]).find((value) => typeof value === 'string' && isCivilDate(value))
  const facts: Record<string, string | number> = {}
  for (const key of SHOWN) {
    const value = key === 'file' ? line.fileName : all[key]
    if (typeof value === 'string' || typeof value === 'number') facts[key] = value
  }
  return {
    key: `audit:${String(line.seq)}`,
    day: typeof day === 'string' ? day : line.day,
    at: typeof day === 'string' && day !== line.day ? null : line.time,
    theme: themeOf(line.event),
    event: line.event,
    facts,
    actor: line.actor,
    reason: line.reason,
  }
}

/** The latest first; within a day what has no time stands before what has one, and later times first. */
export const inTimeOrder = (lines: readonly ChildEvent[]): ChildEvent[] =>
  [...lines].sort((a, b) => compare(b.day, a.day) || compare(b.at ?? '99', a.at ?? '99') || compare(b.key, a.key))

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
