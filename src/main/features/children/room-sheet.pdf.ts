/**
 * The day sheet of the childcare room: who is expected, and lines for when each child came and left and with whom. It
 * comes back and is keyed by its folio. No word on it says what kind of place this is.
 */
import type { Content, TableCell } from 'pdfmake/interfaces'
import { z } from 'zod'
import type { Words } from '../../../shared/i18n'
import { formatLongDay, longWeekday } from '../../../shared/i18n/format'
import { civilDate, clockTime, weekdayOf } from '../../../shared/kernel/civil-date'
import { definePaper } from '../../platform/documents/paper'
import { pageFrame, printedLine, reprintLine, ruledTable, smallerIfLong, tickBox } from '../../platform/documents/parts'
import { sheet } from '../../platform/documents/sheet'

const child = z.strictObject({
  name: z.string(),
  mother: z.string(),
  months: z.int().nullable(),
  approximate: z.boolean(),
  from: clockTime.nullable(),
  until: clockTime.nullable(),
})
const facts = z.strictObject({
  sheet,
  issuer: z.string(),
  day: civilDate,
  rule: z.strictObject({ under12: z.int(), under36: z.int(), older: z.int() }),
  children: z.array(child),
})
type Child = z.output<typeof child>

const NAME_FITS = 30
const BLANK_LINES = 4
const LEAST_LINES = 9

/** A box for the mother, and one for somebody of the staff with a line for the name. */
const hands = (words: Words): TableCell => ({
  stack: [words('children.room.mother'), '__________________'].map((text) => ({
    columnGap: 4,
    columns: [
      { width: 8, stack: [tickBox(7)] },
      { width: '*', text, fontSize: 8, lineHeight: 1, noWrap: true },
    ],
  })),
})

const row = (each: Child | null, words: Words): TableCell[] => [
  each
    ? {
        stack: [
          { text: each.name, bold: true, fontSize: smallerIfLong(each.name, NAME_FITS, 9.5, 7), lineHeight: 0.95 },
          { text: each.mother, fontSize: smallerIfLong(each.mother, NAME_FITS, 8, 6.5), lineHeight: 0.95 },
        ],
      }
    : '',
  each ? { text: ageOf(each, words), alignment: 'center' } : '',
  each?.from && each.until ? { text: `${each.from}–${each.until}`, alignment: 'center' } : '',
  '',
  hands(words),
  '',
  hands(words),
  '',
]

const ageOf = (each: Child, words: Words): string =>
  each.months === null
    ? '—'
    : `${each.approximate ? '± ' : ''}${words('children.room.sheet.months', { count: each.months })}`

const dutyLines = (words: Words): Content => ({
  unbreakable: true,
  margin: [0, 8, 0, 0],
  stack: [
    ruledTable({
      rowHeight: 22,
      widths: ['*', 60, 60, '*', 60, 60],
      head: [
        words('children.room.onDuty'),
        words('children.room.from'),
        words('children.room.until'),
        words('children.room.onDuty'),
        words('children.room.from'),
        words('children.room.until'),
      ],
      rows: [Array<string>(6).fill(''), Array<string>(6).fill('')],
    }),
  ],
})

export const roomSheetPaper = definePaper({
  type: 'children.room-sheet',
  prefix: 'SI',
  facts,
  build: (list, words) => ({
    ...pageFrame(
      {
        center: list.issuer,
        folio: list.sheet.folio,
        foot: printedLine(list.sheet, words),
        reprint: reprintLine(list.sheet, words),
      },
      words,
      {
        title: words('paper.children.room-sheet'),
        subtitle: `${longWeekday(weekdayOf(list.day), words.language)} ${formatLongDay(list.day, words.language)}`,
        aside: words('children.room.sheet.expected', { count: list.children.length }),
        orientation: 'landscape',
      },
    ),
    content: [
      {
        text: words('children.room.sheet.rule', { a: list.rule.under12, b: list.rule.under36, c: list.rule.older }),
        fontSize: 9,
        margin: [0, 0, 0, 6],
      },
      ruledTable({
        rowHeight: 25,
        grid: true,
        fontSize: 9,
        pad: 3,
        widths: ['*', 34, 62, 44, 106, 44, 106, 62],
        head: [
          words('children.room.childAndMother'),
          words('children.age'),
          words('children.room.expectedAt'),
          words('children.room.cameAt'),
          words('children.room.brought'),
          words('children.room.leftAt'),
          words('children.room.fetched'),
          words('children.room.sheet.signs'),
        ],
        rows: [
          ...list.children.map((each) => row(each, words)),
          ...Array.from({ length: Math.max(BLANK_LINES, LEAST_LINES - list.children.length) }, () => row(null, words)),
        ],
      }),
      dutyLines(words),
    ],
  }),
})
