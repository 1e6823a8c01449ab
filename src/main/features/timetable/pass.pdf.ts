/**
 * Passes: half a letter sheet for one woman and one move, to be cut and carried by her. Place and hour only, never the
 * activity. Large type and a drawn sign: it is read at arm's length at each gate, and by women who read little.
 */
import type { Column, Content, ContentStack, ContentTable } from 'pdfmake/interfaces'
import { z } from 'zod'
import { civilDate, clockTime, weekdayOf } from '../../../shared/kernel/civil-date'
import type { Words } from '../../../shared/i18n'
import { formatLongDay, longWeekday } from '../../../shared/i18n/format'
import { definePaper } from '../../platform/documents/paper'
import { checkCodeOf } from '../../platform/documents/editions'
import {
  changedMark,
  innerWidth,
  label,
  LEFT,
  MM,
  printedLine,
  reprintLine,
  reprintMark,
  RIGHT,
  rule,
  signatureLines,
  smallerIfLong,
} from '../../platform/documents/parts'
import { sheet } from '../../platform/documents/sheet'
import { waySign } from '../../platform/documents/way-signs'

const pass = z.strictObject({
  name: z.string(),
  dormitory: z.string().nullable(),
  to: z.enum(['room', 'outside']),
  place: z.string(),
  startsAt: clockTime,
  /** Null: nobody knows when she comes back. */
  endsAt: clockTime.nullable(),
  /** The window in which she may be met on the way: the walk before and after counts. */
  validFrom: clockTime,
  validUntil: clockTime.nullable(),
  changed: z.boolean(),
})
const facts = z.strictObject({
  sheet,
  day: civilDate,
  dormitoryWord: z.enum(['dormitorio', 'estancia']),
  passes: z.array(pass),
})
type Facts = z.output<typeof facts>
type Pass = z.output<typeof pass>

const HALF = 792 / 2
const TOP = 10 * MM

const big = (title: string, text: string, size: number): ContentStack => ({
  stack: [{ ...label(title) }, { text, fontSize: size, bold: true, lineHeight: 1 }],
})

const reprintOf = (of: Facts['sheet'], words: Words): Column[] => {
  const said = reprintLine(of, words)
  return said ? [reprintMark(said)] : []
}

/** Centre, folio and number of the pass: half a sheet must say by itself what it is. */
const head = (list: Facts, each: Pass, number: number, words: Words): Content => ({
  stack: [
    {
      columns: [
        { width: '*', ...label(list.sheet.center) },
        ...reprintOf(list.sheet, words),
        { width: 'auto', text: list.sheet.folio, fontSize: 8.5, bold: true, characterSpacing: 0.3 },
      ],
    },
    { ...rule(innerWidth(), 0.8), margin: [0, 2, 0, 6] },
    {
      columns: [
        { width: 'auto', text: words('paper.timetable.pass'), fontSize: 18, bold: true, lineHeight: 1 },
        {
          width: '*',
          margin: [10, 8, 0, 0],
          text: each.changed ? [changedMark(words, 8)] : '',
        },
        {
          width: 'auto',
          margin: [0, 6, 0, 0],
          text: words('timetable.pass.number', { number, total: list.passes.length }),
        },
      ],
    },
  ],
})

const body = (list: Facts, each: Pass, words: Words): Content[] => [
  { margin: [0, 6, 0, 6], ...big(words('timetable.paper.name'), each.name, smallerIfLong(each.name, 36, 20, 12)) },
  {
    columnGap: 14,
    columns: [
      { width: 92, margin: [0, 6, 0, 0], ...waySign(each.to) },
      big(words('timetable.neutral'), each.place, smallerIfLong(each.place, 15, 26, 13)),
      {
        width: 178,
        ...big(
          words('timetable.pass.hours'),
          `${each.startsAt} – ${each.endsAt ?? words('timetable.paper.unknownReturn')}`,
          each.endsAt ? 24 : 18,
        ),
      },
    ],
  },
  {
    margin: [0, 6, 0, 0],
    columnGap: 14,
    columns: [
      big(
        words('timetable.pass.day'),
        `${longWeekday(weekdayOf(list.day), words.language)} ${formatLongDay(list.day, words.language)}`,
        12.5,
      ),
      {
        width: 112,
        ...big(words(`timetable.pass.from.${list.dormitoryWord}`), each.dormitory ?? '—', 12.5),
      },
      {
        width: 126,
        ...big(
          words('timetable.pass.valid'),
          `${each.validFrom} – ${each.validUntil ?? words('timetable.paper.unknownReturn')}`,
          12.5,
        ),
      },
    ],
  },
]

/** Ties the pass to its folio, its place in the batch and its woman: a pass filled in by another hand has another. */
const codeOf = (list: Facts, each: Pass, number: number): string =>
  checkCodeOf(list.sheet.folio, `${each.name} ${list.day} ${each.startsAt}`, number)

function halfSheet(list: Facts, index: number, words: Words): ContentTable {
  const each = list.passes[index]
  return {
    // The second pass of a sheet begins at its middle, where it is cut.
    table: {
      widths: [innerWidth()],
      heights: HALF - TOP,
      body: [
        [
          each
            ? {
                border: [false, false, false, index % 2 === 0],
                stack: [
                  { text: '', margin: [0, index % 2 === 0 ? 0 : TOP, 0, 0] },
                  head(list, each, index + 1, words),
                  ...body(list, each, words),
                  signatureLines(
                    [
                      { as: words('timetable.pass.out') },
                      { as: words('timetable.pass.received') },
                      { as: words('timetable.pass.back') },
                    ],
                    words,
                    38,
                  ),
                  {
                    margin: [0, 6, 0, 0],
                    fontSize: 7.5,
                    text: printedLine({ ...list.sheet, checkCode: codeOf(list, each, index + 1) }, words),
                  },
                ],
              }
            : '',
        ],
      ],
    },
    ...(index > 0 && index % 2 === 0 ? { pageBreak: 'before' as const } : {}),
    layout: {
      hLineWidth: () => 0.5,
      hLineStyle: () => ({ dash: { length: 4 } }),
      vLineWidth: () => 0,
      paddingLeft: () => 0,
      paddingRight: () => 0,
      paddingTop: () => 0,
      paddingBottom: () => 0,
    },
  }
}

export const passPaper = definePaper({
  type: 'timetable.pass',
  prefix: 'PA',
  facts,
  build: (list, words) => ({
    pageSize: 'LETTER',
    pageMargins: [LEFT, TOP, RIGHT, 0],
    info: { title: `${words('paper.timetable.pass')} · ${list.sheet.folio}` },
    content: list.passes.map((_, index) => halfSheet(list, index, words)),
  }),
})
