/** Gathers the facts of the printed week, whosever it is. */
import type { ParsedInputOf } from '../../../shared/contract/define'
import type { ClashFacts } from '../../../shared/contract/clash-facts'
import type { weekContract, WeekSession } from '../../../shared/contract/week.contract'
import { addDays, atCenter, daysFromTo, weekdayOf, type CivilDate } from '../../../shared/kernel/civil-date'
import { done, refuse, type Outcome } from '../../../shared/kernel/outcome'
import { inOrder, listName } from '../../../shared/kernel/text'
import { weekLetterOf } from '../../../shared/kernel/two-weeks'
import { PAPER_LANGUAGE, wordsIn, type Words } from '../../../shared/i18n'
import { formatDayRange } from '../../../shared/i18n/format'
import { paperSteps, type PaperWish } from '../../platform/documents/paper-steps'
import type { Look } from '../../platform/seam/act'
import type { Tools } from '../../platform/tools'
import { hidesFrom } from './clash-world.service'
import { findTimezone } from './day-moves.repo'
import * as repo from './timetable.repo'
import type { SpecialDay } from './special-days.rules'
import { weekPaper } from './week.pdf'
import { week } from './week.service'

type Asked = ParsedInputOf<(typeof weekContract)['timetable.printWeek']>
type Wish = Outcome<PaperWish, 'nothing-to-print' | 'pick-a-woman' | 'pick-a-dormitory'>

/** The steps that print a week of the timetable. */
export const printWeek = (tools: Tools) =>
  paperSteps(weekPaper, tools.render, (input: Asked, look) => wishWeek(look, input))

/** `Visita familiar · 10:00–17:00 · dormitorios A, B, C`; hours only where the title does not say them itself. */
export function noteOf(special: SpecialDay, words: Words): string {
  const hours = special.startsAt && !special.title.includes(special.startsAt)
  const named = special.dormitories && /^[\p{L}\d]{1,3}([\s,y]+[\p{L}\d]{1,3})*$/u.test(special.dormitories)
  return [
    special.title,
    hours ? `${special.startsAt}–${special.endsAt ?? ''}` : null,
    named ? words('timetable.paper.dormitories', { names: special.dormitories ?? '' }) : special.dormitories,
  ]
    .filter(Boolean)
    .join(' · ')
}

/** Monday to Friday, and the weekend if anything is held on it. */
const daysToPrint = (monday: CivilDate, used: ReadonlySet<CivilDate>): CivilDate[] =>
  daysFromTo(monday, addDays(monday, 6)).filter((day) => weekdayOf(day) <= 5 || used.has(day))

/** Clashes of things, not of people: the sheet hangs on a wall, and who cannot be in two places is for the screen. */
const ON_THE_WALL: readonly ClashFacts['kind'][] = ['room', 'instructor', 'kit']
const isOnTheWall = (clash: ClashFacts): boolean => ON_THE_WALL.includes(clash.kind) && clash.level !== 'info'

async function wishWeek(look: Look, input: Asked): Promise<Wish> {
  const ofWomen = input.by === 'woman' || input.by === 'dormitory'
  // It goes from hand to hand: on a woman's or a dormitory's sheet no group of a sensitive axis is named, whoever prints.
  const hides = hidesFrom(look)
  const found = await week(look, input, ofWomen ? { ...hides, session: ({ sensitive }) => sensitive } : hides)
  if (!found.ok) return found
  const shown = found.value
  if (shown.sessions.length + shown.appointments.length + shown.outings.length === 0) return refuse('nothing-to-print')
  const words = wordsIn(PAPER_LANGUAGE)
  const { monday } = shown
  const days = daysToPrint(monday, new Set([...shown.sessions, ...shown.appointments].map((each) => each.day)))
  const of = await nameOf(look, input, words)
  const entries = await entriesOf(look, shown, input, words)
  const facts = {
    view: input.id ? input.by : ('rooms' as const),
    of,
    letter: weekLetterOf(monday),
    days: days.map((day) => ({
      day,
      notes: shown.specialDays.filter((special) => special.day === day).map((special) => noteOf(special, words)),
    })),
    otherDays: shown.specialDays
      .filter((special) => !days.includes(special.day))
      .map((special) => ({ day: special.day, note: noteOf(special, words) })),
    rows: input.id
      ? [{ name: null, entries: entries.map(({ entry }) => entry) }]
      : [...new Set(shown.sessions.map((session) => session.room))].sort(inOrder).map((room) => ({
          name: room,
          entries: entries.filter((each) => each.room === room).map(({ entry }) => entry),
        })),
    clashes: shown.clashes.filter(isOnTheWall).map(clashLine),
  }
  const range = formatDayRange(monday, addDays(monday, 6), PAPER_LANGUAGE)
  return done({
    title: [of ? words(`timetable.paper.weekBy.${input.by}`) : words('paper.timetable.week'), of, range]
      .filter(Boolean)
      .join(' · '),
    about: [monday, input.by, input.id].filter(Boolean).join(' '),
    subjectId: input.by === 'woman' ? (input.id ?? null) : null,
    facts,
  })
}

const clashLine = (clash: ClashFacts) => ({
  day: clash.day,
  from: clash.from,
  until: clash.until,
  resource: clash.resource,
  a: clash.a.title ?? '',
  b: clash.b.title ?? '',
})

/** What stands above the sheet; null for the week of all rooms. */
async function nameOf(look: Look, input: Asked, words: Words): Promise<string | null> {
  if (!input.id) return null
  if (input.by === 'dormitory')
    return words(`timetable.paper.${await repo.findDormitoryWord(look.db)}`, { name: input.id })
  if (input.by === 'woman') {
    const woman = await repo.findWoman(look.db, input.id)
    return woman ? listName(woman) : null
  }
  const all = await (input.by === 'room' ? repo.listRooms(look.db) : repo.listInstructors(look.db))
  return all.find((each) => each.id === input.id)?.name ?? null
}

type Shown = Extract<Awaited<ReturnType<typeof week>>, { ok: true }>['value']

const NOTHING_MORE = { cancelled: null, clashes: false, changed: false } as const

/** Everything that lies in the week, as the sheet lays it. A closed day says once, above its column, why nothing is held. */
async function entriesOf(look: Look, shown: Shown, input: Asked, words: Words) {
  const timezone = await findTimezone(look.db)
  const clashing = new Set(
    shown.clashes
      .filter((clash) => isOnTheWall(clash) || (input.by === 'woman' && clash.level !== 'info'))
      .flatMap((clash) => [clash.a.sessionId, clash.b.sessionId]),
  )
  const saidAbove = new Set(shown.specialDays.map((special) => `${special.day} ${special.title}`))
  const whyNot = (session: WeekSession) =>
    session.cancelledCause && {
      why: saidAbove.has(`${session.day} ${session.cancelledNote ?? ''}`)
        ? null
        : (session.cancelledNote ?? words(`timetable.cause.${session.cancelledCause}`)),
    }
  const changedOnItsDay = (session: WeekSession): boolean =>
    session.changedAt !== null && atCenter(session.changedAt, timezone).day === session.day
  return [
    ...shown.sessions.map((session) => ({
      room: session.room,
      entry: {
        kind: 'session' as const,
        day: session.day,
        startsAt: session.startsAt,
        endsAt: session.endsAt,
        title: session.title ?? words('timetable.neutral'),
        code: session.code ?? session.room,
        beside: besideOf(session, input, words),
        cancelled: whyNot(session),
        clashes: clashing.has(session.id),
        changed: changedOnItsDay(session),
      },
    })),
    ...shown.appointments.map((each) => ({
      room: '',
      entry: {
        ...NOTHING_MORE,
        kind: 'appointment' as const,
        day: each.day,
        startsAt: each.startsAt,
        endsAt: each.endsAt,
        title: [each.who ?? (each.ofChild ? words('timetable.paper.child') : null), placeOf(each, words)]
          .filter(Boolean)
          .join(', '),
        code: placeOf(each, words),
        beside: '',
      },
    })),
    ...shown.outings.map((each) => ({
      room: '',
      entry: {
        ...NOTHING_MORE,
        kind: 'outing' as const,
        day: each.day,
        startsAt: each.startsAt,
        endsAt: each.endsAt,
        title: `${each.child}, ${words('timetable.paper.child.outside')}`,
        code: words('timetable.paper.outside'),
        beside: '',
      },
    })),
    ...(input.id
      ? shown.routines.map((each) => ({
          room: '',
          entry: {
            ...NOTHING_MORE,
            kind: 'routine' as const,
            day: each.day,
            startsAt: each.startsAt,
            endsAt: each.endsAt,
            title: each.title,
            code: each.title,
            beside: '',
          },
        }))
      : []),
  ]
}

const placeOf = (each: Shown['appointments'][number], words: Words): string =>
  each.outside ? words('timetable.paper.outside') : (each.place ?? words('timetable.paper.elsewhere'))

/** What the view itself does not say already. */
const besideOf = (session: WeekSession, input: Asked, words: Words): string =>
  input.by === 'room'
    ? (session.instructor ?? '')
    : session.fromHere === null
      ? session.room
      : `${session.room} · ${words('timetable.paper.fromHere', { count: session.fromHere })}`
