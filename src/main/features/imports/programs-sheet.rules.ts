/** Workshops and the calendar: editions with their weekly hours and sessions, and the days that are not as others. */
import type { ImportRow, Reason } from '../../../shared/contract/imports.contract'
import { weekdayOf } from '../../../shared/kernel/civil-date'
import { fold } from '../../../shared/kernel/text'
import { BAD, readDay, readPercent, readTime, readWeekdays, readWhole, textOf, type Bad } from './cells.rules'
import { codeKey, differences, pair, reason, settle, type Planning } from './plan.rules'
import { type EditionRow, type SessionRow, type SlotRow, type SpecialDayRow } from './plan-rows.rules'
import type { KnownSheet, RawRow } from './sheets.rules'

const EDITION_FIELDS = [
  'workshopId',
  'roomId',
  'instructorId',
  'hours',
  'capacity',
  'startsOn',
  'endsOn',
  'minRatePercent',
] as const satisfies readonly (keyof EditionRow)[]

/** Plans every row of a list of workshops. */
export function planPrograms(planning: Planning, sheet: KnownSheet): ImportRow[] {
  const seen = new Map<string, number>()
  return sheet.rows.map((raw) => {
    const read = readEdition(planning, raw)
    if ('rejected' in read) return settle(planning, sheet, raw, { label: '', rejected: true, reasons: read.rejected })
    const key = codeKey(read.code)
    const label = `${read.code} · ${read.workshop}`
    const before = seen.get(key)
    seen.set(key, before ?? raw.row)
    if (before !== undefined)
      return settle(planning, sheet, raw, {
        label,
        duplicate: true,
        reasons: [reason('duplicate-in-file', { row: before, file: read.code })],
      })
    const stands = planning.facts.editions.get(key)
    if (!stands)
      return settle(planning, sheet, raw, { label, reasons: read.reasons, write: () => addEdition(planning, read) })
    const differ = editionDiffers(planning, stands, read)
    // Other hours would move sessions that have a roll: that is an act of the timetable, not of a spreadsheet.
    return settle(planning, sheet, raw, {
      label,
      unchanged: differ.length === 0,
      duplicate: differ.length > 0,
      reasons: differ.length === 0 ? [] : [...differ, reason('change-by-hand')],
    })
  })
}

interface EditionRead {
  readonly code: string
  readonly axis: string
  readonly workshop: string
  readonly room: string
  readonly instructor: string
  readonly values: Pick<EditionRow, 'hours' | 'capacity' | 'startsOn' | 'endsOn' | 'minRatePercent'>
  readonly slots: readonly Omit<SlotRow, 'id' | 'editionId'>[]
  readonly reasons: Reason[]
}

function readEdition(planning: Planning, raw: RawRow): { rejected: Reason[] } | EditionRead {
  const rejected: Reason[] = []
  const needed = (field: string): string => {
    const text = textOf(raw.get(field))
    if (text === '') rejected.push(reason('field-missing', { field }))
    return text
  }
  const good = <T>(field: string, value: T | Bad | null, fallback: T): T => {
    if (value === null) rejected.push(reason('field-missing', { field }))
    else if (value === BAD) rejected.push(reason('field-unreadable', { field, written: textOf(raw.get(field)) }))
    return value === null || value === BAD ? fallback : value
  }
  const [code, workshop] = [needed('code').toUpperCase(), needed('workshop')]
  const [room, instructor] = [needed('room'), needed('instructor')]
  const weekdays = good('weekdays', readWeekdays(raw.get('weekdays')), [])
  const startsAt = good('startsAt', readTime(raw.get('startsAt')), '00:00')
  const endsAt = good('endsAt', readTime(raw.get('endsAt')), '00:01')
  const startsOn = good('startsOn', readDay(raw.get('startsOn'), planning.today), null)?.day ?? ''
  const endsOn = good('endsOn', readDay(raw.get('endsOn'), planning.today), null)?.day ?? ''
  const capacity = good('capacity', readWhole(raw.get('capacity')), 0)
  const hours = good('hours', readWhole(raw.get('hours')), 0)
  const minRatePercent = good('minRate', readPercent(raw.get('minRate')), 0)
  if (rejected.length === 0) {
    if (endsAt <= startsAt) rejected.push(reason('ends-before-start', { from: startsAt, until: endsAt }))
    if (endsOn < startsOn) rejected.push(reason('ends-before-start', { from: startsOn, until: endsOn }))
    if (capacity === 0) rejected.push(reason('field-unreadable', { field: 'capacity', written: '0' }))
    if (hours === 0) rejected.push(reason('field-unreadable', { field: 'hours', written: '0' }))
  }
  if (rejected.length > 0) return { rejected }
  return {
    code,
    workshop,
    room,
    instructor,
    axis: textOf(raw.get('axis')) || code.replace(/[^\p{L}].*$/u, ''),
    values: { hours, capacity, startsOn, endsOn, minRatePercent },
    slots: weekdays.map((weekday) => ({ weekday, startsAt, endsAt })),
    reasons: [],
  }
}

/** The row of a name, made if it is new. */
function named<Row>(standing: Map<string, Row>, name: string, list: Row[], make: () => Row): Row {
  const known = standing.get(fold(name))
  if (known) return known
  const row = make()
  standing.set(fold(name), row)
  list.push(row)
  return row
}

function addEdition(planning: Planning, read: EditionRead): void {
  const { facts, writes, newId } = planning
  const axis = named(facts.axes, read.axis, writes.axes, () => ({
    id: newId(),
    code: axisCode(planning, read),
    name: read.axis,
    sensitive: fold(read.axis).includes('salud mental'),
  }))
  const workshop = named(facts.workshops, read.workshop, writes.workshops, () => ({
    id: newId(),
    axisId: axis.id,
    title: read.workshop,
  }))
  const room = named(facts.rooms, read.room, writes.rooms, () => ({ id: newId(), name: read.room }))
  const instructor = named(facts.instructors, read.instructor, writes.instructors, () => ({
    id: newId(),
    name: read.instructor,
  }))
  const edition: EditionRow = {
    id: newId(),
    code: read.code,
    workshopId: workshop.id,
    roomId: room.id,
    instructorId: instructor.id,
    ...read.values,
  }
  facts.editions.set(codeKey(read.code), { ...edition, slots: read.slots })
  writes.editions.push(edition)
  writes.slots.push(...read.slots.map((slot) => ({ id: newId(), editionId: edition.id, ...slot })))
  const planned = planning.timetable.plannedSessions(read.slots, edition.startsOn, edition.endsOn, facts.specialDays)
  for (const each of planned) addSession(planning, { id: newId(), editionId: edition.id, ...each })
}

/** Puts a session into the plan and among what stands. */
export function addSession(planning: Planning, session: SessionRow): void {
  const key = pair(session.editionId, session.day)
  planning.facts.sessions.set(key, [...(planning.facts.sessions.get(key) ?? []), session])
  planning.writes.sessions.push(session)
}

/** The letters before the number in an edition's code (`CL-01-26B` → `CL`), unless another axis has them. */
function axisCode(planning: Planning, read: EditionRead): string {
  const letters = /^\p{L}+/u.exec(read.code)?.[0] ?? 'EJE'
  const taken = new Set([...planning.facts.axes.values()].map((axis) => axis.code))
  let code = letters
  for (let i = 2; taken.has(code); i++) code = `${letters}${i}`
  return code
}

function editionDiffers(
  planning: Planning,
  stands: EditionRow & { slots: readonly Omit<SlotRow, 'id' | 'editionId'>[] },
  read: EditionRead,
): Reason[] {
  const idOf = (rows: ReadonlyMap<string, { id: string }>, name: string): string => rows.get(fold(name))?.id ?? name
  const comes: EditionRow = {
    ...stands,
    ...read.values,
    workshopId: idOf(planning.facts.workshops, read.workshop),
    roomId: idOf(planning.facts.rooms, read.room),
    instructorId: idOf(planning.facts.instructors, read.instructor),
  }
  const nameOf = (id: string): string =>
    [...planning.facts.rooms.values(), ...planning.facts.instructors.values()].find((row) => row.id === id)?.name ??
    [...planning.facts.workshops.values()].find((row) => row.id === id)?.title ??
    id
  const differ = differences<EditionRow>(stands, comes, EDITION_FIELDS).map((each) => ({
    ...each,
    facts: { ...each.facts, stands: nameOf(String(each.facts.stands)), comes: nameOf(String(each.facts.comes)) },
  }))
  const hours = (slots: EditionRead['slots']): string =>
    slots
      .map((slot) => `${slot.weekday} ${slot.startsAt}-${slot.endsAt}`)
      .sort()
      .join(', ')
  return hours(stands.slots) === hours(read.slots)
    ? differ
    : [...differ, reason('differs', { field: 'weekdays', stands: hours(stands.slots), comes: hours(read.slots) })]
}

/** Plans every row of a calendar of special days. */
export function planCalendar(planning: Planning, sheet: KnownSheet): ImportRow[] {
  return sheet.rows.map((raw) => {
    const day = readDay(raw.get('day'), planning.today)
    const written = textOf(raw.get('title'))
    if (day === null || day === BAD || written === '')
      return settle(planning, sheet, raw, {
        label: '',
        rejected: true,
        reasons: [
          written === ''
            ? reason('field-missing', { field: 'title' })
            : reason('bad-date', { written: textOf(raw.get('day')) }),
        ],
      })
    const { reasons, ...special } = readSpecialDay(written, textOf(raw.get('affects')))
    const standsAs = (title: string): SpecialDayRow | undefined =>
      planning.facts.specialDays.find((each) => each.day === day.day && fold(each.title) === fold(title))
    const namesake = standsAs(special.title)
    // Two visits of one name on one day, each for its dormitories, are two special days.
    const title =
      namesake && namesake.dormitories !== special.dormitories && special.dormitories !== null
        ? `${special.title} · ${special.dormitories}`
        : special.title
    const row: SpecialDayRow = { id: planning.newId(), day: day.day, ...special, title }
    const label = `${row.day} · ${title}`
    const stands = standsAs(title)
    if (!stands) return settle(planning, sheet, raw, { label, reasons, write: () => addSpecialDay(planning, row) })
    const differ = differences<SpecialDayRow>(stands, row, ['kind', 'dormitories', 'startsAt', 'endsAt'])
    return settle(planning, sheet, raw, {
      label,
      unchanged: differ.length === 0,
      duplicate: differ.length > 0,
      reasons: differ.length === 0 ? [] : [...differ, reason('change-by-hand')],
    })
  })
}

const HOLIDAY_WORDS = ['dia de', 'dia del', 'descanso', 'asueto', 'festivo', 'inhabil', 'aniversario', 'navidad']

function readSpecialDay(
  written: string,
  affects: string,
): Pick<SpecialDayRow, 'title' | 'kind' | 'dormitories' | 'startsAt' | 'endsAt'> & { reasons: Reason[] } {
  const hours = /(\d{1,2}[:.]\d{2})\s*(?:-|–|a)\s*(\d{1,2}[:.]\d{2})/.exec(written)
  const from = readTime(hours?.[1] ?? null)
  const until = readTime(hours?.[2] ?? null)
  const span = from !== null && until !== null && from !== BAD && until !== BAD && from < until ? [from, until] : null
  const plain = fold(written)
  const isVisit = plain.includes('visita')
  const whole = affects === '' || /\btod[oa]/.test(fold(affects))
  const list = affects.replace(/^\s*(dormitorios?|estancias?|dorms?\.?)\s*:?\s*/i, '')
  return {
    title: written,
    kind: isVisit ? 'visit' : HOLIDAY_WORDS.some((word) => plain.startsWith(word)) ? 'holiday' : 'closure',
    dormitories: whole ? null : list.split(/\s*[,;]\s*|\s+y\s+/).join(', '),
    startsAt: span?.[0] ?? null,
    endsAt: span?.[1] ?? null,
    reasons: hours && !span ? [reason('field-unreadable', { field: 'hours', written })] : [],
  }
}

/** The day itself, and what it does to sessions that are planned on it and have no roll yet. */
function addSpecialDay(planning: Planning, special: SpecialDayRow): void {
  planning.facts.specialDays.push(special)
  planning.writes.specialDays.push(special)
  const hasRoll = new Set([...planning.facts.marks].map(([key]) => key.split(' ')[0]))
  for (const [key, sessions] of planning.facts.sessions) {
    if (!key.endsWith(` ${special.day}`)) continue
    const after = sessions.map((session) => {
      if (session.cancelledCause || hasRoll.has(session.id)) return session
      const weekday = { weekday: weekdayOf(session.day), startsAt: session.startsAt, endsAt: session.endsAt }
      const [planned] = planning.timetable.plannedSessions([weekday], session.day, session.day, [special])
      return planned?.cancelledCause
        ? {
            ...session,
            cancelledCause: planned.cancelledCause,
            cancelledNote: planned.cancelledNote,
            specialDayId: special.id,
          }
        : session
    })
    planning.writes.sessionChanges.push(...after.filter((session, index) => session !== sessions[index]))
    planning.facts.sessions.set(key, after)
  }
}
