/** The plan of an import: what stands, what each row would do, and why not. Pure: ids come from outside. */
import type { CivilDate } from '../../../shared/kernel/civil-date'
import type { ImportRow, Level, Reason } from '../../../shared/contract/imports.contract'
import { textOf } from './cells.rules'
import type { KnownSheet, RawRow } from './sheets.rules'
import type {
  PersonRow,
  StayRow,
  AxisRow,
  WorkshopRow,
  NamedRow,
  EditionRow,
  SlotRow,
  SessionRow,
  SpecialDayRow,
  PlaceRow,
  WaitRow,
  MarkCode,
  EvaluationRow,
  ChildRow,
  AdultRow,
  ChildAdultRow,
  OutingRow,
  MarkRow,
  DoubtfulMarkRow,
  UnlistedRow,
  SignatureRow,
  MovementRow,
} from './plan-rows.rules'

/** What stands in the database, by the keys that files know. The plan adds to it as rows are planned. */
export interface Facts {
  /** By file number, folded. */
  readonly people: Map<string, PersonRow & { stay: StayRow | null }>
  /** By folded name or title. */
  readonly axes: Map<string, AxisRow>
  readonly workshops: Map<string, WorkshopRow>
  readonly rooms: Map<string, NamedRow>
  readonly instructors: Map<string, NamedRow>
  /** By code in capitals. */
  readonly editions: Map<string, EditionRow & { slots: readonly Omit<SlotRow, 'id' | 'editionId'>[] }>
  /** By edition id and day. */
  readonly sessions: Map<string, SessionRow[]>
  readonly specialDays: SpecialDayRow[]
  /** By two ids. */
  readonly places: Map<string, PlaceRow>
  readonly waits: Map<string, WaitRow>
  readonly marks: Map<string, MarkCode>
  readonly doubtfulMarks: Set<string>
  readonly unlisted: Set<string>
  readonly evaluations: Map<string, EvaluationRow['result']>
  readonly children: Map<string, ChildRow>
  /** By folded name and document. */
  readonly adults: Map<string, AdultRow>
  readonly childAdults: Map<string, ChildAdultRow>
  readonly outings: Map<string, OutingRow & { signed: ReadonlySet<string>; out: string | null; back: string | null }>
  /** Authorisations that the center asks for, as its settings spell them. */
  readonly authorisations: readonly string[]
}

/** All rows to write, in an order that never points ahead. `…Changes` replace the row of the same key. */
export interface Writes {
  readonly people: PersonRow[]
  readonly personChanges: PersonRow[]
  readonly stays: StayRow[]
  readonly stayChanges: StayRow[]
  readonly axes: AxisRow[]
  readonly workshops: WorkshopRow[]
  readonly rooms: NamedRow[]
  readonly instructors: NamedRow[]
  readonly editions: EditionRow[]
  readonly slots: SlotRow[]
  readonly specialDays: SpecialDayRow[]
  readonly sessions: SessionRow[]
  readonly sessionChanges: SessionRow[]
  readonly places: PlaceRow[]
  readonly placeChanges: PlaceRow[]
  readonly waits: WaitRow[]
  readonly marks: MarkRow[]
  readonly markChanges: MarkRow[]
  readonly doubtfulMarks: DoubtfulMarkRow[]
  readonly unlisted: UnlistedRow[]
  readonly evaluations: EvaluationRow[]
  readonly evaluationChanges: EvaluationRow[]
  readonly children: ChildRow[]
  readonly childChanges: ChildRow[]
  readonly adults: AdultRow[]
  readonly adultChanges: AdultRow[]
  readonly childAdults: ChildAdultRow[]
  readonly childAdultChanges: ChildAdultRow[]
  readonly outings: OutingRow[]
  readonly signatures: SignatureRow[]
  readonly movements: MovementRow[]
}

export const noWrites = (): Writes => ({
  people: [],
  personChanges: [],
  stays: [],
  stayChanges: [],
  axes: [],
  workshops: [],
  rooms: [],
  instructors: [],
  editions: [],
  slots: [],
  specialDays: [],
  sessions: [],
  sessionChanges: [],
  places: [],
  placeChanges: [],
  waits: [],
  marks: [],
  markChanges: [],
  doubtfulMarks: [],
  unlisted: [],
  evaluations: [],
  evaluationChanges: [],
  children: [],
  childChanges: [],
  adults: [],
  adultChanges: [],
  childAdults: [],
  childAdultChanges: [],
  outings: [],
  signatures: [],
  movements: [],
})

/** Rules of the timetable that the plan needs; handed in, for they are another slice's. */
export interface TimetableRules {
  plannedSessions(
    slots: readonly Omit<SlotRow, 'id' | 'editionId'>[],
    from: CivilDate,
    until: CivilDate,
    specialDays: readonly SpecialDayRow[],
  ): readonly Omit<SessionRow, 'id' | 'editionId'>[]
}

export interface Planning {
  readonly facts: Facts
  readonly writes: Writes
  readonly today: CivilDate
  /** Keys (`sheet:row`) of doubtful rows that she ticked. */
  readonly chosen: ReadonlySet<string>
  readonly newId: () => string
  readonly timetable: TimetableRules
  readonly checkCurp: (curp: string, facts: CurpBearer) => readonly string[]
}

export interface CurpBearer {
  readonly surname1: string
  readonly surname2: string | null
  readonly givenNames: string
  readonly birthDate: CivilDate | null
  readonly sex?: 'M' | 'H' | 'X' | null
}

export const reason = (code: string, facts: Reason['facts'] = {}): Reason => ({ code, facts })
export const pair = (a: string, b: string): string => `${a} ${b}`
/** How file numbers, codes and folios are compared: capitals, no blanks. */
export const codeKey = (text: string): string => text.toUpperCase().replace(/\s+/g, '')

interface Verdict {
  readonly label: string
  readonly reasons: readonly Reason[]
  /** Nothing of this row can be kept. */
  readonly rejected?: boolean
  /** The row stands already, as it is. */
  readonly unchanged?: boolean
  /** The row adds nothing and never will: the same woman twice in one file. */
  readonly duplicate?: boolean
  /** Written only if she ticks it. */
  readonly onlyIfChosen?: boolean
  readonly write?: (() => void) | undefined
}

/** Turns a verdict into the row that she sees, and writes it into the plan where it is to be written. */
export function settle(
  planning: Planning,
  sheet: KnownSheet,
  raw: Pick<RawRow, 'row' | 'cells'>,
  verdict: Verdict,
): ImportRow {
  const key = `${sheet.name}:${raw.row}`
  const chosen = verdict.onlyIfChosen === true && planning.chosen.has(key)
  const level: Level = verdict.rejected
    ? 'rejected'
    : verdict.unchanged
      ? 'unchanged'
      : verdict.duplicate || verdict.onlyIfChosen || verdict.reasons.length > 0
        ? 'doubtful'
        : 'ready'
  const writes =
    !!verdict.write &&
    !verdict.rejected &&
    !verdict.unchanged &&
    !verdict.duplicate &&
    (!verdict.onlyIfChosen || chosen)
  if (writes) verdict.write?.()
  return {
    key,
    row: raw.row,
    level,
    label: verdict.label || raw.cells.map(textOf).filter(Boolean).slice(0, 4).join(' · '),
    reasons: [...verdict.reasons],
    written: writes,
    canChoose: verdict.onlyIfChosen === true,
  }
}

/** Names and values of the fields in which two rows differ, for `differs`. */
export function differences<Row extends object>(
  stands: Row,
  comes: Row,
  fields: readonly (keyof Row & string)[],
): Reason[] {
  return fields
    .filter((field) => stands[field] !== comes[field])
    .map((field) =>
      reason('differs', { field, stands: String(stands[field] ?? '—'), comes: String(comes[field] ?? '—') }),
    )
}
