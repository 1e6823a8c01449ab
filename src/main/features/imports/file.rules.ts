/** A whole file: which sheets it has, what must be imported before it, and the plan of all its rows. */
import type { ImportCounts, ImportSheet, Reason } from '../../../shared/contract/imports.contract'
import { textOf } from './cells.rules'
import { planAttendance } from './attendance-sheet.rules'
import { editionOf } from './roster.rules'
import { planAdults, planChildren } from './children-sheet.rules'
import { planOutings } from './outings-sheet.rules'
import { planWaiting } from './waiting-sheet.rules'
import { planPeople } from './people-sheet.rules'
import { codeKey, reason, type Planning, type Writes } from './plan.rules'
import { planCalendar, planPrograms } from './programs-sheet.rules'
import { KINDS, recognise, type Kind, type KnownSheet, type RawSheet } from './sheets.rules'

export interface FileRead {
  readonly known: readonly KnownSheet[]
  /** Sheets with content whose headers we do not know. */
  readonly unknown: readonly string[]
}

/** Recognises the sheets, in the order in which they must be planned. */
export function readSheets(sheets: readonly RawSheet[]): FileRead {
  const known: KnownSheet[] = []
  const unknown: string[] = []
  for (const sheet of sheets) {
    const found = recognise(sheet)
    if (found) known.push(found)
    else if (sheet.rows.some((row) => row.some((cell) => textOf(cell) !== ''))) unknown.push(sheet.name)
  }
  return { known: known.sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind)), unknown }
}

/** The place of a file among others: by what it holds that must come last. Attendance by month, through its name. */
export const rankOf = (read: FileRead): number =>
  read.known.length === 0 ? KINDS.length : Math.max(...read.known.map((sheet) => KINDS.indexOf(sheet.kind)))

export type MissingFirst = 'people-first' | 'programs-first' | 'children-first'

/**
 * The file that must come before this one: said once for the file instead of a hundred times for its rows. Only if
 * most rows lack what they refer to; a single unknown woman is a matter of her row.
 */
export function missingFirst(planning: Planning, read: FileRead): MissingFirst | null {
  const { people, editions, workshops, children } = planning.facts
  const lacks = (kinds: readonly Kind[], refers: (sheet: KnownSheet) => readonly boolean[]): boolean => {
    const found = read.known.filter((sheet) => kinds.includes(sheet.kind)).flatMap(refers)
    return found.length > 0 && found.filter(Boolean).length * 2 < found.length
  }
  const has =
    (map: ReadonlyMap<string, unknown>, field: string, key: (text: string) => string = codeKey) =>
    (sheet: KnownSheet): boolean[] =>
      sheet.rows.filter((raw) => textOf(raw.get(field)) !== '').map((raw) => map.has(key(textOf(raw.get(field)))))
  if (lacks(['attendance', 'waiting'], has(people, 'fileNumber'))) return 'people-first'
  if (lacks(['children'], has(people, 'motherFile'))) return 'people-first'
  if (lacks(['attendance'], (sheet) => [editionOf(planning, sheet) !== undefined])) return 'programs-first'
  if (workshops.size + editions.size === 0 && read.known.some((sheet) => sheet.kind === 'waiting'))
    return 'programs-first'
  const comesHere = new Set(
    read.known
      .filter((sheet) => sheet.kind === 'children')
      .flatMap((sheet) => sheet.rows.map((raw) => codeKey(textOf(raw.get('code'))))),
  )
  const allChildren = new Map([...children.keys(), ...comesHere].map((key) => [key, true]))
  return lacks(['adults', 'outings'], has(allChildren, 'code')) ? 'children-first' : null
}

/** Plans every sheet; what is to be written gathers in `planning.writes`. */
export function planFile(planning: Planning, read: FileRead, fileName: string): ImportSheet[] {
  return [
    ...read.known.map((sheet) => planSheet(planning, sheet, fileName)),
    ...read.unknown.map((name) => ({ name, kind: null, rows: [], notes: [reason('unknown-sheet', { sheet: name })] })),
  ]
}

function planSheet(planning: Planning, sheet: KnownSheet, fileName: string): ImportSheet {
  const strange = sheet.unknownHeaders.filter((header) => header !== '')
  const notes: Reason[] =
    strange.length > 0 && sheet.kind !== 'attendance'
      ? [reason('unknown-headers', { headers: strange.join(', ') })]
      : []
  if (sheet.kind === 'attendance') {
    const planned = planAttendance(planning, sheet, fileName)
    return { name: sheet.name, kind: sheet.kind, rows: planned.rows, notes: [...notes, ...planned.notes] }
  }
  return { name: sheet.name, kind: sheet.kind, rows: PLANNERS[sheet.kind](planning, sheet), notes }
}

const PLANNERS = {
  people: planPeople,
  programs: planPrograms,
  calendar: planCalendar,
  children: planChildren,
  adults: planAdults,
  waiting: planWaiting,
  outings: planOutings,
} as const

const CHANGE = 'Changes'

/** The figures of a plan: rows by level, and records by kind. */
export function countPlan(sheets: readonly ImportSheet[], writes: Writes): ImportCounts {
  const rows = sheets.flatMap((sheet) => sheet.rows)
  const at = (level: string): number => rows.filter((row) => row.level === level).length
  const filled = Object.entries(writes).filter(([, list]) => (list as readonly unknown[]).length > 0)
  const figures = (changes: boolean): Record<string, number> =>
    Object.fromEntries(
      filled
        .filter(([name]) => name.endsWith(CHANGE) === changes)
        .map(([name, list]) => [name, (list as readonly unknown[]).length]),
    )
  return {
    rows: rows.length,
    ready: at('ready'),
    doubtful: at('doubtful'),
    rejected: at('rejected'),
    unchanged: at('unchanged'),
    duplicates: rows.filter((row) => row.reasons.some((each) => each.code === 'duplicate-in-file')).length,
    made: figures(false),
    changed: figures(true),
  }
}
