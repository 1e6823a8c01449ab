/** The weekly timetable by room: one landscape sheet for the wall. Names no woman. */
import type { Content, TableCell } from 'pdfmake/interfaces'
import { z } from 'zod'
import { civilDate, clockTime, weekdayOf } from '../../../shared/kernel/civil-date'
import type { Words } from '../../../shared/i18n'
import { formatDayRange, formatShortDay, longWeekday, shortWeekday } from '../../../shared/i18n/format'
import { definePaper } from '../../platform/documents/paper'
import { innerWidth, label, ruledTable, sheetFrame } from '../../platform/documents/parts'
import { sheet } from '../../platform/documents/sheet'

const held = z.strictObject({
  room: z.string(),
  day: civilDate,
  startsAt: clockTime,
  endsAt: clockTime,
  title: z.string(),
  instructor: z.string(),
  /** Why it is not held; no words where the head of its day says it for all. */
  cancelled: z.strictObject({ why: z.string().nullable() }).nullable(),
  clashes: z.boolean(),
})
const facts = z.strictObject({
  sheet,
  days: z.array(z.strictObject({ day: civilDate, notes: z.array(z.string()) })),
  /** Special days that no column shows: a visit on a Saturday. */
  otherDays: z.array(z.strictObject({ day: civilDate, note: z.string() })),
  rooms: z.array(z.string()),
  sessions: z.array(held),
  clashes: z.array(
    z.strictObject({
      day: civilDate,
      from: clockTime,
      until: clockTime,
      resource: z.string(),
      a: z.string(),
      b: z.string(),
    }),
  ),
})
type Facts = z.output<typeof facts>
type Held = z.output<typeof held>

const ROOM_WIDTH = 62

export const weekPaper = definePaper({
  type: 'timetable.week',
  prefix: 'HS',
  facts,
  build: (week, words) => {
    const first = week.days[0]?.day ?? week.sheet.printedOn
    const last = week.days.at(-1)?.day ?? first
    return {
      ...sheetFrame(week.sheet, words, {
        title: words('paper.timetable.week'),
        subtitle: words('timetable.paper.weekOf', { days: formatDayRange(first, last, words.language) }),
        aside: words('timetable.paper.sessions', { count: week.sessions.filter((each) => !each.cancelled).length }),
        orientation: 'landscape',
      }),
      content: [grid(week, words), ...noteList(week, words), ...clashList(week, words)],
    }
  },
})

/** The face has tall lines, made for learning readers; a full wall sheet needs them closer. */
const TIGHT = 0.84

/** Letters of a title that fit on one line of a cell, more or less. */
const LINE = 27

const linesOf = (session: Held): number =>
  1 +
  Math.ceil(session.title.length / LINE) +
  (session.cancelled?.why ? Math.ceil(session.cancelled.why.length / 30) : 0)

/** Smaller type for a fuller week, so that all rooms stay on one sheet; never below what is read at arm's length. */
function sizeFor(week: Facts): number {
  const tallest = (room: string): number =>
    Math.max(
      ...week.days.map(({ day }) =>
        week.sessions.filter((s) => s.room === room && s.day === day).reduce((sum, s) => sum + linesOf(s), 1),
      ),
    )
  const below = week.otherDays.length + (week.clashes.length > 0 ? week.clashes.length + 1 : 0)
  const lines = week.rooms.reduce((sum, room) => sum + tallest(room), 0) + below
  return lines <= 40 ? 8.5 : lines <= 46 ? 8 : 7.5
}

function grid(week: Facts, words: Words): Content {
  const size = sizeFor(week)
  const width = (innerWidth('landscape') - ROOM_WIDTH) / week.days.length - 6.4
  return ruledTable({
    grid: true,
    fontSize: size,
    widths: [ROOM_WIDTH - 6.4, ...week.days.map(() => width)],
    head: [words('timetable.paper.room'), ...week.days.map((each) => dayHead(each, words))],
    rows: week.rooms.map((room) => [
      { text: room, bold: true },
      ...week.days.map(({ day }) =>
        cell(
          week.sessions.filter((s) => s.room === room && s.day === day),
          size,
          words,
        ),
      ),
    ]),
  })
}

const dayHead = ({ day, notes }: Facts['days'][number], words: Words): TableCell => ({
  stack: [
    {
      text: [
        { text: longWeekday(weekdayOf(day), words.language), bold: true, fontSize: 9 },
        { text: `  ${formatShortDay(day, words.language)}`, fontSize: 8 },
      ],
    },
    ...notes.map((note) => ({ text: note, fontSize: 7, italics: true, lineHeight: TIGHT })),
  ],
})

const cell = (sessions: readonly Held[], size: number, words: Words): TableCell => ({
  stack: sessions.map((session, i) => ({
    margin: [0, i === 0 ? 0 : 3, 0, 0],
    lineHeight: TIGHT,
    stack: [
      {
        text: [
          { text: `${session.startsAt}–${session.endsAt}`, bold: true, fontSize: size - 0.5 },
          { text: `  ${session.instructor}`, fontSize: size - 1.5 },
        ],
      },
      {
        text: [
          { text: session.title, ...(session.cancelled && { decoration: 'lineThrough' as const }) },
          ...(session.clashes ? [{ ...label(`  ${words('timetable.paper.clashes')}`, 6.5), bold: true }] : []),
        ],
      },
      ...(session.cancelled?.why ? [note(session.cancelled.why)] : []),
    ],
  })),
})

const note = (text: string): Content => ({ text, italics: true, fontSize: 7 })

const shortDay = (day: string, words: Words): string =>
  `${shortWeekday(weekdayOf(day), words.language)} ${formatShortDay(day, words.language)}`

const noteList = (week: Facts, words: Words): Content[] =>
  week.otherDays.map(({ day, note: text }, i) => ({
    margin: [0, i === 0 ? 6 : 0, 0, 0],
    fontSize: 8,
    lineHeight: 1,
    text: [{ text: `${shortDay(day, words)} · `, bold: true }, text],
  }))

function clashList(week: Facts, words: Words): Content[] {
  if (week.clashes.length === 0) return []
  return [
    {
      unbreakable: true,
      margin: [0, 6, 0, 0],
      lineHeight: 1,
      stack: [
        { ...label(words('timetable.paper.clashTitle')), bold: true },
        ...week.clashes.map((clash) => ({
          fontSize: 8,
          text: [
            { text: `${clash.resource} · `, bold: true },
            `${shortDay(clash.day, words)}, ${clash.from}–${clash.until}: `,
            words('timetable.paper.clashOf', { a: clash.a, b: clash.b }),
          ],
        })),
      ],
    },
  ]
}
