/**
 * Passes: half a letter sheet for one woman and one move, to be cut and carried by her. Place and hour only, never the
 * activity. Large type: it is read at arm's length at each gate, and by women who read little.
 */
import type { Content, ContentStack, ContentTable } from 'pdfmake/interfaces'
import { z } from 'zod'
import { civilDate, clockTime, weekdayOf } from '../../../shared/kernel/civil-date'
import type { Words } from '../../../shared/i18n'
import { formatDay, formatLongDay, longWeekday } from '../../../shared/i18n/format'
import { definePaper } from '../../platform/documents/paper'
import { innerWidth, label, LEFT, MM, RIGHT, rule, signatureLines, smallerIfLong } from '../../platform/documents/parts'
import { sheet } from '../../platform/documents/sheet'

const pass = z.strictObject({
  name: z.string(),
  dormitory: z.string().nullable(),
  room: z.string(),
  startsAt: clockTime,
  endsAt: clockTime,
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

/** Centre, folio and number of the pass: half a sheet must say by itself what it is. */
const head = (list: Facts, number: number, words: Words): Content => ({
  stack: [
    {
      columns: [
        { width: '*', ...label(list.sheet.center) },
        { width: 'auto', text: list.sheet.folio, fontSize: 8.5, bold: true, characterSpacing: 0.3 },
      ],
    },
    { ...rule(innerWidth(), 0.8), margin: [0, 2, 0, 6] },
    {
      columns: [
        { width: '*', text: words('paper.timetable.pass'), fontSize: 18, bold: true, lineHeight: 1 },
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
  { margin: [0, 8, 0, 8], ...big(words('timetable.paper.name'), each.name, smallerIfLong(each.name, 36, 20, 12)) },
  {
    columnGap: 16,
    columns: [
      big(words('timetable.paper.where'), each.room, smallerIfLong(each.room, 17, 26, 14)),
      {
        width: 190,
        ...big(words('timetable.pass.window'), `${each.startsAt} – ${each.endsAt}`, 26),
      },
    ],
  },
  {
    margin: [0, 8, 0, 0],
    columnGap: 16,
    columns: [
      big(
        words('timetable.pass.day'),
        `${longWeekday(weekdayOf(list.day), words.language)} ${formatLongDay(list.day, words.language)}`,
        13,
      ),
      {
        width: 190,
        ...big(words(`timetable.pass.from.${list.dormitoryWord}`), each.dormitory ?? '—', 13),
      },
    ],
  },
]

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
                  head(list, index + 1, words),
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
                    text: words('paper.printed', {
                      day: formatDay(list.sheet.printedOn, words.language),
                      time: list.sheet.printedAt,
                      by: list.sheet.printedBy,
                    }),
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
