/** A month's roster of one edition: suspended sessions, marks, evaluations, and places that follow from them. */
import type { ImportRow, Reason } from '../../../shared/contract/imports.contract'
import { civilDateOf, monthOf, weekdayOf, type CivilDate } from '../../../shared/kernel/civil-date'
import { fold, listName, spokenName } from '../../../shared/kernel/text'
import { cleanName, optionalText, readWhole, textOf, type Cell } from './cells.rules'
import { codeKey, pair, reason, settle, type Planning } from './plan.rules'
import {
  type EvaluationRow,
  type MarkCode,
  type PersonRow,
  type PlaceRow,
  type SessionRow,
  type StayRow,
} from './plan-rows.rules'
import { addSession } from './programs-sheet.rules'
import type { KnownSheet, RawRow } from './sheets.rules'
import { planSuspensions } from './suspensions.rules'
import { editionOf, monthOfSheet, sessionsOn, type Edition, type Roster } from './roster.rules'

/** Plans a roster sheet; the second value are notes about the whole sheet. */
export function planAttendance(
  planning: Planning,
  sheet: KnownSheet,
  fileName: string,
): { rows: ImportRow[]; notes: Reason[] } {
  const edition = editionOf(planning, sheet)
  const month = monthOfSheet(sheet, fileName)
  if (!edition || !month) {
    const why = edition ? reason('no-month') : reason('unknown-edition', { sheet: sheet.name })
    return {
      rows: sheet.rows.map((raw) => settle(planning, sheet, raw, { label: '', rejected: true, reasons: [why] })),
      notes: [why],
    }
  }
  const days = [...sheet.dayColumns].flatMap(([number, column]) => {
    const day = civilDateOf(Number(month.slice(0, 4)), Number(month.slice(5, 7)), number)
    return day ? [{ day, column }] : []
  })
  const rolled = days.filter(({ column }) => sheet.rows.some(({ cells }) => isMark(cells[column] ?? null)))
  const firstRoll = rolled.map(({ day }) => day).sort()[0]
  const roster: Roster = { edition, month, days, firstRoll }
  const suspended = planSuspensions(planning, sheet, roster)
  const notes = rolled.flatMap(({ day }) => ensureSession(planning, edition, day))
  const seen = new Map<string, number>()
  return { rows: [...suspended, ...sheet.rows.map((raw) => planWoman(planning, sheet, raw, roster, seen))], notes }
}

const isMark = (cell: Cell): boolean => textOf(cell) !== '' && textOf(cell).toUpperCase() !== 'S'

/** A roll was taken on a day that the pattern does not have: the session is made, and told. */
function ensureSession(planning: Planning, edition: Edition, day: CivilDate): Reason[] {
  if (sessionsOn(planning, edition, day).length > 0) return []
  const slot = edition.slots.find((each) => each.weekday === weekdayOf(day)) ?? edition.slots[0]
  if (!slot) return [reason('no-session-on-day', { day })]
  const { startsAt, endsAt } = slot
  addSession(planning, {
    id: planning.newId(),
    editionId: edition.id,
    day,
    startsAt,
    endsAt,
    cancelledCause: null,
    cancelledNote: null,
  })
  return [reason('session-off-pattern', { day })]
}

const MARKS: ReadonlySet<string> = new Set<MarkCode>(['A', 'R', 'F', 'JM', 'JA', 'JV', 'JH', 'C', 'S'])
const isCode = (text: string): text is MarkCode => MARKS.has(text)

interface Written {
  readonly day: CivilDate
  readonly text: string
  readonly session: SessionRow
}

/** The marks of a row, each with its session; what stands on a day without a session is told. */
function marksOf(planning: Planning, raw: RawRow, { edition, days }: Roster, reasons: Reason[]): Written[] {
  return days.flatMap(({ day, column }) => {
    const text = textOf(raw.cells[column] ?? null).toUpperCase()
    if (text === '') return []
    const session = sessionsOn(planning, edition, day)[0]
    if (session) return [{ day, text, session }]
    reasons.push(reason('no-session-on-day', { day }))
    return []
  })
}

function planWoman(
  planning: Planning,
  sheet: KnownSheet,
  raw: RawRow,
  roster: Roster,
  seen: Map<string, number>,
): ImportRow {
  const fileNumber = textOf(raw.get('fileNumber')).toUpperCase()
  const names = {
    surname1: cleanName(raw.get('surname1')),
    surname2: cleanName(optionalText(raw.get('surname2'))) || null,
    givenNames: cleanName(raw.get('givenNames')),
  }
  const label = `${fileNumber || '—'} · ${listName(names)}`
  const reasons: Reason[] = []
  const written = marksOf(planning, raw, roster, reasons)
  const woman = fileNumber === '' ? undefined : planning.facts.people.get(codeKey(fileNumber))
  if (!woman) {
    if (names.surname1 === '' && names.givenNames === '')
      return settle(planning, sheet, raw, { label: '', rejected: true, reasons: [reason('no-name')] })
    return planUnlisted(planning, sheet, raw, label, { fileNumber, name: spokenName(names) }, written)
  }
  const before = seen.get(woman.id)
  seen.set(woman.id, before ?? raw.row)
  if (before !== undefined)
    return settle(planning, sheet, raw, {
      label,
      duplicate: true,
      reasons: [reason('duplicate-in-file', { row: before, file: fileNumber })],
    })
  if (names.surname1 !== '' && fold(names.surname1) !== fold(woman.surname1))
    reasons.push(reason('name-differs', { register: listName(woman), roster: listName(names) }))
  compareTotals(raw, written, reasons)
  return planMarks(planning, sheet, raw, label, woman, roster, written, reasons)
}

/** She came, and no register knows her: kept by name on the session, to be settled. */
function planUnlisted(
  planning: Planning,
  sheet: KnownSheet,
  raw: RawRow,
  label: string,
  who: { fileNumber: string; name: string },
  written: readonly Written[],
): ImportRow {
  const fresh = written.filter(({ session }) => !planning.facts.unlisted.has(pair(session.id, fold(who.name))))
  const why =
    who.fileNumber === ''
      ? reason('not-on-the-list', { name: who.name })
      : reason('unknown-woman', { fileNumber: who.fileNumber })
  return settle(planning, sheet, raw, {
    label,
    unchanged: written.length > 0 && fresh.length === 0,
    rejected: written.length === 0,
    reasons: [why],
    write: () => {
      for (const { session, text } of fresh) {
        planning.facts.unlisted.add(pair(session.id, fold(who.name)))
        planning.writes.unlisted.push({ id: planning.newId(), sessionId: session.id, name: who.name, code: text })
      }
    },
  })
}

/** The office's own totals are not kept, but a sum that is wrong says that a mark may be. */
function compareTotals(raw: RawRow, written: readonly Written[], reasons: Reason[]): void {
  const count = (codes: readonly string[]): number => written.filter(({ text }) => codes.includes(text)).length
  for (const [field, counted] of [
    ['attended', count(['A', 'R'])],
    ['absent', count(['F'])],
  ] as const) {
    const total = readWhole(raw.get(field))
    if (typeof total === 'number' && total !== counted)
      reasons.push(reason('totals-differ', { field, written: total, counted }))
  }
}

function planMarks(
  planning: Planning,
  sheet: KnownSheet,
  raw: RawRow,
  label: string,
  woman: PersonRow & { readonly stay: StayRow | null },
  roster: Roster,
  written: readonly Written[],
  reasons: Reason[],
): ImportRow {
  const { facts, writes } = planning
  const leftOn = woman.stay?.leftOn ?? null
  const late = written.find(({ day }) => leftOn !== null && day > leftOn)
  if (late && leftOn) reasons.push(reason('mark-after-leaving', { day: late.day, left: leftOn }))
  const stands = ({ session }: Written): MarkCode | undefined => facts.marks.get(pair(session.id, woman.id))
  const known = written.filter((each): each is Written & { text: MarkCode } => isCode(each.text))
  const added = known.filter((each) => stands(each) === undefined)
  const changed = known.filter((each) => stands(each) !== undefined && stands(each) !== each.text)
  const unknown = written.filter((each) => !isCode(each.text))
  for (const { day, text } of unknown) reasons.push(reason('unknown-mark', { day, mark: text }))
  const asked = unknown.filter(({ session }) => !facts.doubtfulMarks.has(pair(session.id, woman.id)))
  for (const each of changed)
    reasons.push(reason('differs', { field: each.day, stands: stands(each) ?? '—', comes: each.text }))
  const evaluation = planEvaluation(planning, raw, woman.id, roster.edition, reasons)
  const place = planPlace(planning, woman.id, leftOn, roster, written)
  const nothing = added.length + changed.length + asked.length === 0 && !evaluation && !place
  return settle(planning, sheet, raw, {
    label,
    unchanged: nothing,
    // A row that changes what was recorded is hers to decide; one that only adds is not held up by a doubt.
    onlyIfChosen: changed.length > 0 || evaluation?.changes === true,
    reasons: nothing ? [] : reasons,
    write: () => {
      for (const { session, text } of [...added, ...changed]) facts.marks.set(pair(session.id, woman.id), text)
      writes.marks.push(
        ...added.map(({ session, text }) => ({ sessionId: session.id, personId: woman.id, code: text })),
      )
      writes.markChanges.push(
        ...changed.map(({ session, text }) => ({ sessionId: session.id, personId: woman.id, code: text })),
      )
      for (const { session, text } of asked) {
        facts.doubtfulMarks.add(pair(session.id, woman.id))
        writes.doubtfulMarks.push({ id: planning.newId(), sessionId: session.id, personId: woman.id, written: text })
      }
      evaluation?.write()
      place?.()
    },
  })
}

function planEvaluation(
  planning: Planning,
  raw: RawRow,
  personId: string,
  edition: Edition,
  reasons: Reason[],
): { changes: boolean; write: () => void } | null {
  const written = textOf(raw.get('evaluation')).toUpperCase()
  if (written === '') return null
  if (written !== 'A' && written !== 'NA' && written !== 'NP') {
    reasons.push(reason('unknown-evaluation', { written }))
    return null
  }
  const key = pair(edition.id, personId)
  const stands = planning.facts.evaluations.get(key)
  if (stands === written) return null
  if (stands) reasons.push(reason('differs', { field: 'evaluation', stands, comes: written }))
  const row: EvaluationRow = { editionId: edition.id, personId, result: written }
  return {
    changes: stands !== undefined,
    write: () => {
      planning.facts.evaluations.set(key, written)
      ;(stands ? planning.writes.evaluationChanges : planning.writes.evaluations).push(row)
    },
  }
}

/**
 * Who is on a roster has a place. It began with the edition if she was there from the first roll of the first month,
 * else with her first mark; it ended on the day she left the center. Months may come in any order, so an earlier
 * month moves the beginning back.
 */
function planPlace(
  planning: Planning,
  personId: string,
  leftOn: CivilDate | null,
  roster: Roster,
  written: readonly Written[],
): (() => void) | null {
  const { edition, month, firstRoll } = roster
  const key = pair(personId, edition.id)
  const first = written.map(({ day }) => day).sort()[0] ?? firstRoll
  if (first === undefined) return null
  const fromStart = month === monthOf(edition.startsOn) && firstRoll !== undefined && first <= firstRoll
  const openedOn = fromStart && edition.startsOn < first ? edition.startsOn : first
  const stands = planning.facts.places.get(key)
  if (stands && stands.openedOn <= openedOn) return null
  const ends = leftOn !== null && leftOn >= edition.startsOn && leftOn <= edition.endsOn
  const place: PlaceRow = stands
    ? { ...stands, openedOn }
    : {
        id: planning.newId(),
        personId,
        editionId: edition.id,
        openedOn,
        endedOn: ends ? leftOn : null,
        endResult: ends ? 'not-completed' : null,
        endCause: ends ? 'release' : null,
      }
  return () => {
    planning.facts.places.set(key, place)
    ;(stands ? planning.writes.placeChanges : planning.writes.places).push(place)
  }
}
