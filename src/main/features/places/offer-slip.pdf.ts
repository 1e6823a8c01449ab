/**
 * Offer slips: one page for one woman. What she keeps says in short lines and pictures what place is held for her, when,
 * where and until which day; the half below comes back with her yes or no. A group of a sensitive axis is only *a
 * scheduled activity*: the slip lies about in a dormitory (docs/look.md, Paper).
 */
import type { Column, Content } from 'pdfmake/interfaces'
import { z } from 'zod'
import { civilDate, clockTime, weekdayOf, type CivilDate } from '../../../shared/kernel/civil-date'
import type { Words } from '../../../shared/i18n'
import { formatLongDay, longWeekday } from '../../../shared/i18n/format'
import { definePaper } from '../../platform/documents/paper'
import { innerWidth, label, sheetFrame, smallerIfLong, thumbprintBox, tickBox } from '../../platform/documents/parts'
import { pictogram, type Pictogram } from '../../platform/documents/pictograms'
import { sheet } from '../../platform/documents/sheet'

const slip = z.strictObject({
  name: z.string(),
  fileNumber: z.string(),
  dormitory: z.string().nullable(),
  /** Null: a group of a sensitive axis, which the slip does not name. */
  activity: z.strictObject({ title: z.string(), code: z.string() }).nullable(),
  room: z.string(),
  slots: z.array(
    z.strictObject({
      weekday: z.int().min(1).max(7),
      startsAt: clockTime,
      endsAt: clockTime,
      week: z.enum(['A', 'B']).nullable(),
    }),
  ),
  startsOn: civilDate,
  untilOn: civilDate,
})
const facts = z.strictObject({ sheet, dormitoryWord: z.enum(['dormitorio', 'estancia']), slips: z.array(slip) })
type Facts = z.output<typeof facts>
type Slip = z.output<typeof slip>

const PICTURE = 30
const SIZE = 15
/** The face has tall lines. */
const CLOSE = 1

/** A picture and a line or two of large type beside it. */
const line = (picture: Pictogram, lines: readonly string[], size = SIZE): Content => ({
  columnGap: 14,
  margin: [0, 0, 0, 8],
  columns: [
    { width: PICTURE, ...pictogram(picture, PICTURE) },
    {
      width: '*',
      margin: [0, lines.length === 1 ? 5 : 0, 0, 0],
      stack: lines.map((text) => ({ text, fontSize: size, lineHeight: CLOSE })),
    },
  ],
})

const longDay = (day: CivilDate, words: Words): string =>
  `${longWeekday(weekdayOf(day), words.language)} ${formatLongDay(day, words.language)}`

/** Days that have the same hours are said together: few lines, and short ones. */
function hours(each: Slip, words: Words): string[] {
  const groups = new Map<string, string[]>()
  for (const slot of each.slots) {
    const said = words(slot.week ? 'places.slip.hoursOfWeek' : 'places.slip.hours', {
      from: slot.startsAt,
      until: slot.endsAt,
      week: slot.week ?? '',
    })
    groups.set(said, [...(groups.get(said) ?? []), longWeekday(slot.weekday, words.language)])
  }
  return [...groups].map(([said, days]) => `${days.join(', ')}: ${said}`)
}

const activity = (each: Slip, words: Words): string => each.activity?.title ?? words('places.slip.activity')

const kept = (list: Facts, each: Slip, words: Words): Content[] => [
  { text: each.name, fontSize: smallerIfLong(each.name, 40, 20, 13), bold: true, lineHeight: 1 },
  {
    margin: [0, 1, 0, 9],
    fontSize: 11,
    text: [each.fileNumber, each.dormitory && `${words(`places.slip.${list.dormitoryWord}`)} ${each.dormitory}`]
      .filter(Boolean)
      .join(' · '),
  },
  line(
    'chair',
    [words('places.slip.thereIs'), activity(each, words)],
    smallerIfLong(activity(each, words), 40, 19, 14),
  ),
  line('clock', hours(each, words)),
  line('place', [each.room]),
  line('calendar', [words('places.slip.starts', { day: longDay(each.startsOn, words) })]),
  {
    margin: [0, 2, 0, 8],
    table: {
      widths: [innerWidth() - 2],
      body: [
        [
          {
            margin: [10, 4, 10, 2],
            columnGap: 14,
            columns: [
              { width: PICTURE, ...pictogram('hand', PICTURE) },
              {
                width: '*',
                stack: [
                  { text: words('places.slip.until'), fontSize: SIZE, lineHeight: CLOSE },
                  { text: longDay(each.untilOn, words), fontSize: 20, bold: true, lineHeight: CLOSE },
                ],
              },
            ],
          },
        ],
      ],
    },
    layout: { hLineWidth: () => 1.2, vLineWidth: () => 1.2 },
  },
  { text: words('places.slip.noIsFine'), fontSize: 14, lineHeight: CLOSE },
  { text: words('places.slip.keepsTurn'), fontSize: 14, lineHeight: CLOSE },
]

const choice = (text: string): Column => ({
  width: '*',
  columnGap: 10,
  columns: [
    { width: 24, stack: [tickBox(22)] },
    { width: '*', text, fontSize: 13, bold: true, lineHeight: CLOSE, margin: [0, 2, 0, 0] },
  ],
})

const blank = (text: string, width: number | '*'): Column => ({
  width,
  margin: [0, 34, 0, 0],
  table: { widths: ['*'], body: [[{ border: [false, true, false, false], ...label(text, 7) }]] },
  layout: { hLineWidth: () => 0.6, vLineWidth: () => 0, paddingTop: () => 2, paddingLeft: () => 0 },
})

/** The half that comes back: it must say by itself whose answer it is, and to what. */
const returned = (list: Facts, each: Slip, words: Words): Content => ({
  unbreakable: true,
  stack: [
    {
      canvas: [{ type: 'line', x1: 0, y1: 0, x2: innerWidth(), y2: 0, lineWidth: 0.8, dash: { length: 4, space: 3 } }],
    },
    { text: words('places.slip.cut'), fontSize: 7, alignment: 'center', margin: [0, 1, 0, 6] },
    {
      columns: [
        { width: '*', text: words('places.slip.answer'), fontSize: 14, bold: true },
        { width: 'auto', text: list.sheet.folio, bold: true },
      ],
    },
    { text: `${each.name} · ${each.fileNumber}`, fontSize: smallerIfLong(each.name, 52, 12, 9), bold: true },
    {
      fontSize: 11,
      margin: [0, 0, 0, 10],
      text: [activity(each, words), each.activity?.code].filter(Boolean).join(' · '),
    },
    {
      columnGap: 8,
      columns: [
        choice(words('places.slip.yes')),
        choice(words('places.slip.no')),
        choice(words('places.slip.notThisGroup')),
      ],
    },
    {
      columnGap: 14,
      columns: [
        blank(words('places.slip.signs'), '*'),
        { width: 46, margin: [0, 10, 0, 0], stack: [thumbprintBox(words, 44)] },
        blank(words('places.slip.day'), 84),
        blank(words('places.slip.receives'), '*'),
      ],
    },
  ],
})

export const offerSlipPaper = definePaper({
  type: 'places.offer',
  prefix: 'OF',
  facts,
  build: (list, words) => ({
    ...sheetFrame(list.sheet, words, { title: words('paper.places.offer') }),
    content: list.slips.map((each, index) => ({
      ...(index > 0 ? { pageBreak: 'before' as const } : {}),
      stack: [...kept(list, each, words), { text: '', margin: [0, 4, 0, 0] }, returned(list, each, words)],
    })),
  }),
})
