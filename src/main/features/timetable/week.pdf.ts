/** The weekly timetable by room: one landscape sheet for the wall. Names no woman. */
import type { Content, TableCell } from 'pdfmake/interfaces'
import { z } from 'zod'
import { civilDate, clockTime, weekdayOf } from '../../../shared/kernel/civil-date'
import type { Words } from '../../../shared/i18n'
import { formatLongDay, formatShortDay, longWeekday, shortWeekday } from '../../../shared/i18n/format'
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
  cancelled: z.string().nullable(),
  clashes: z.boolean(),
})
const facts = z.strictObject({
  sheet,
  days: z.array(z.strictObject({ day: civilDate, notes: z.array(z.string()) })),
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
        subtitle: words('timetable.paper.weekOf', {
          from: formatShortDay(first, words.language),
          until: formatLongDay(last, words.language),
        }),
        aside: words('timetable.paper.sessions', { count: week.sessions.filter((each) => !each.cancelled).length }),
        orientation: 'landscape',
      }),
      content: [grid(week, words), ...clashList(week, words)],
    }
  },
})

/** Smaller type for a full week, so that all rooms stay on one sheet; never below what is read at arm's length. */
const sizeFor = (week: Facts): number => {
  const tallest = (room: string): number =>
    Math.max(1, ...week.days.map(({ day }) => week.sessions.filter((s) => s.room === room && s.day === day).length))
  const rows = week.rooms.reduce((sum, room) => sum + tallest(room), 0)
  return rows <= 12 ? 8.5 : rows <= 16 ? 8 : 7.5
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
    ...notes.map((note) => ({ text: note, fontSize: 7, italics: true, lineHeight: 1 })),
  ],
})

const cell = (sessions: readonly Held[], size: number, words: Words): TableCell => ({
  stack: sessions.map((session, i) => ({
    margin: [0, i === 0 ? 0 : 3, 0, 0],
    lineHeight: 1,
    stack: [
      {
        text: [
          { text: `${session.startsAt}–${session.endsAt}`, bold: true, fontSize: size - 0.5 },
          { text: `  ${session.instructor}`, fontSize: size - 1.5 },
        ],
      },
      {
        text: session.title,
        ...(session.cancelled && { decoration: 'lineThrough' as const }),
      },
      ...(session.cancelled ? [note(session.cancelled)] : []),
      ...(session.clashes ? [{ ...label(words('timetable.paper.clashes'), 6.5), bold: true }] : []),
    ],
  })),
})

const note = (text: string): Content => ({ text, italics: true, fontSize: 7 })

function clashList(week: Facts, words: Words): Content[] {
  if (week.clashes.length === 0) return []
  return [
    {
      unbreakable: true,
      margin: [0, 8, 0, 0],
      stack: [
        { ...label(words('timetable.paper.clashTitle')), bold: true },
        ...week.clashes.map((clash) => ({
          fontSize: 8,
          text: [
            { text: `${clash.resource} · `, bold: true },
            `${shortWeekday(weekdayOf(clash.day), words.language)} ${formatShortDay(clash.day, words.language)}, `,
            `${clash.from}–${clash.until}: `,
            words('timetable.paper.clashOf', { a: clash.a, b: clash.b }),
          ],
        })),
      ],
    },
  ]
}
