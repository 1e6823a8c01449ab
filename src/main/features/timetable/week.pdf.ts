/**
 * A week on one landscape sheet: of all rooms, for the wall, or of one room, instructor, woman or dormitory. What is on
 * it decides how densely it is set (`week-density.rules.ts`); it never goes over to a second sheet.
 */
import type { Content, TableCell } from 'pdfmake/interfaces'
import { z } from 'zod'
import { civilDate, clockTime, weekdayOf } from '../../../shared/kernel/civil-date'
import type { Words } from '../../../shared/i18n'
import { formatDayRange, formatShortDay, longWeekday, shortWeekday } from '../../../shared/i18n/format'
import { definePaper } from '../../platform/documents/paper'
import { innerWidth, label, ruledTable, sheetFrame } from '../../platform/documents/parts'
import { sheet } from '../../platform/documents/sheet'
import { densityFor, shortCode, type Density } from './week-density.rules'

const entry = z.strictObject({
  kind: z.enum(['session', 'appointment', 'outing', 'routine']),
  day: civilDate,
  startsAt: clockTime,
  /** Null: nobody knows, or not that day. */
  endsAt: clockTime.nullable(),
  title: z.string(),
  /** What stands for the title where there is no room for it. */
  code: z.string(),
  /** Who teaches, where, or how many come. */
  beside: z.string(),
  /** Why it is not held; no words where the head of its day says it for all. */
  cancelled: z.strictObject({ why: z.string().nullable() }).nullable(),
  clashes: z.boolean(),
  changed: z.boolean(),
})
const facts = z.strictObject({
  sheet,
  view: z.enum(['rooms', 'room', 'instructor', 'woman', 'dormitory']),
  /** Whose week it is; null: of all rooms. */
  of: z.string().nullable(),
  letter: z.enum(['A', 'B']),
  days: z.array(z.strictObject({ day: civilDate, notes: z.array(z.string()) })),
  /** Special days that no column shows: a visit on a Saturday. */
  otherDays: z.array(z.strictObject({ day: civilDate, note: z.string() })),
  rows: z.array(z.strictObject({ name: z.string().nullable(), entries: z.array(entry) })),
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
type Entry = z.output<typeof entry>

const NAME_WIDTH = 62
const PAD = 6.4
/** Room below the head of the table; what stands under it takes some. */
const HEIGHT = 424
const UNDER_LINE = 12
/** Clashes that are told below; more are for the screen. */
const MOST_CLASHES = 6

export const weekPaper = definePaper({
  type: 'timetable.week',
  prefix: 'HS',
  facts,
  build: (week, words) => {
    const first = week.days[0]?.day ?? week.sheet.printedOn
    const last = week.days.at(-1)?.day ?? first
    const held = week.rows.flatMap((row) => row.entries.filter((each) => each.kind === 'session' && !each.cancelled))
    return {
      ...sheetFrame(week.sheet, words, {
        title: week.of ?? words('paper.timetable.week'),
        subtitle: [
          ...(week.of ? [words(`timetable.paper.weekBy.${week.view}`)] : []),
          words('timetable.paper.weekOf', { days: formatDayRange(first, last, words.language) }),
          words('timetable.paper.letter', { letter: week.letter }),
        ].join(' · '),
        aside: words('timetable.paper.sessions', { count: held.length }),
        orientation: 'landscape',
      }),
      content: [grid(week, words), ...noteList(week, words), ...clashList(week, words)],
    }
  },
})

/** The face has tall lines, made for learning readers; a full wall sheet needs them closer. */
const TIGHT = 0.84

const ofDay = (entries: readonly Entry[], day: string): Entry[] =>
  entries.filter((each) => each.day === day).toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1))

function densityOf(week: Facts, widths: { name: number; day: number }): Density {
  const under = week.otherDays.length + (week.clashes.length > 0 ? Math.min(MOST_CLASHES, week.clashes.length) + 2 : 0)
  const headLines = Math.max(
    1,
    ...week.days.map(({ notes }) => notes.reduce((sum, note) => sum + Math.ceil((note.length * 3.8) / widths.day), 1)),
  )
  const rows = week.rows.map((row) => ({
    name: row.name?.length ?? 0,
    days: week.days.map(({ day }) =>
      ofDay(row.entries, day).map((each) => ({
        title: each.title.length + (each.clashes || each.changed ? 12 : 0),
        beside: each.beside.length,
        code: each.code.length,
        shortCode: shortCode(each.code).length,
        why: each.cancelled?.why?.length ?? 0,
      })),
    ),
  }))
  const height = HEIGHT - under * UNDER_LINE - (headLines - 1) * 9.5
  return densityFor(rows, widths, height)
}

function grid(week: Facts, words: Words): Content {
  const named = week.rows.some((row) => row.name !== null)
  const name = named ? NAME_WIDTH : 0
  const width = (innerWidth('landscape') - name) / week.days.length - PAD
  const density = densityOf(week, { name: name - PAD, day: width })
  return ruledTable({
    grid: true,
    fontSize: density.size,
    widths: [...(named ? [name - PAD] : []), ...week.days.map(() => width)],
    head: [...(named ? [words('timetable.paper.room')] : []), ...week.days.map((each) => dayHead(each, words))],
    rows: week.rows.map((row) => [
      ...(named ? [{ text: row.name ?? '', bold: true, lineHeight: TIGHT }] : []),
      ...week.days.map(({ day }) => cell(ofDay(row.entries, day), density, words)),
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

function cell(entries: readonly Entry[], density: Density, words: Words): TableCell {
  const [first] = entries
  if (!first) return ''
  if (density.form === 'counts')
    return {
      lineHeight: TIGHT,
      text: `${words('timetable.paper.sessions', { count: entries.length })} ${spanOf(entries)}`,
    }
  if (density.form === 'codes' || density.form === 'short-codes')
    return {
      lineHeight: TIGHT,
      text: entries.flatMap((each, i) => codeOf(each, density.form === 'codes' ? each.code : shortCode(each.code), i)),
    }
  return {
    stack: entries.map((each, i) => ({
      margin: [0, i === 0 ? 0 : 3, 0, 0],
      lineHeight: TIGHT,
      stack: density.form === 'one-line' ? inOneLine(each, words) : inTwoLines(each, density, words),
    })),
  }
}

const spanOf = (entries: readonly Entry[]): string => {
  const ends = entries.map((each) => each.endsAt ?? each.startsAt).toSorted()
  return `${entries[0]?.startsAt ?? ''}–${ends.at(-1) ?? ''}`
}

/** Hours and code do not part at the end of a line. */
const codeOf = (each: Entry, code: string, i: number) => [
  ...(i > 0 ? ['  '] : []),
  { text: `${each.startsAt}\u00a0`, bold: true },
  titleOf(each, code.replaceAll(' ', '\u00a0').replaceAll('-', '\u2011')),
]

const hoursOf = (each: Entry): string => (each.endsAt ? `${each.startsAt}–${each.endsAt}` : `${each.startsAt}–`)

/** What is no session stands in italics; what is not held is struck. */
const titleOf = (each: Entry, text: string) => ({
  text,
  ...(each.kind !== 'session' && { italics: true }),
  ...(each.cancelled && { decoration: 'lineThrough' as const }),
})

const marksOf = (each: Entry, words: Words) => [
  ...(each.clashes ? [{ ...label(`  ${words('timetable.paper.clashes')}`, 6.5), bold: true }] : []),
  ...(each.changed ? [{ ...label(`  • ${words('paper.changedToday')}`, 6), bold: true }] : []),
]

const inTwoLines = (each: Entry, density: Density, words: Words): Content[] => [
  {
    text: [
      { text: hoursOf(each), bold: each.kind === 'session', fontSize: density.size - 0.5 },
      { text: `  ${each.beside}`, fontSize: Math.max(6, density.size - 1.5) },
    ],
  },
  { text: [titleOf(each, each.title), ...marksOf(each, words)] },
  ...whyOf(each),
]

const inOneLine = (each: Entry, words: Words): Content[] => [
  {
    text: [
      { text: `${hoursOf(each)} `, bold: each.kind === 'session' },
      titleOf(each, each.title),
      ...marksOf(each, words),
    ],
  },
  ...whyOf(each),
]

const whyOf = (each: Entry): Content[] =>
  each.cancelled?.why ? [{ text: each.cancelled.why, italics: true, fontSize: 7 }] : []

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
  const more = week.clashes.length - MOST_CLASHES
  return [
    {
      unbreakable: true,
      margin: [0, 6, 0, 0],
      lineHeight: 1,
      stack: [
        { ...label(words('timetable.paper.clashTitle')), bold: true },
        ...week.clashes.slice(0, MOST_CLASHES).map((clash) => ({
          fontSize: 8,
          text: [
            { text: `${clash.resource} · `, bold: true },
            `${shortDay(clash.day, words)}, ${clash.from}–${clash.until}: `,
            words('timetable.paper.clashOf', { a: clash.a, b: clash.b }),
          ],
        })),
        ...(more > 0 ? [{ fontSize: 8, text: words('timetable.paper.moreClashes', { count: more }) }] : []),
      ],
    },
  ]
}
