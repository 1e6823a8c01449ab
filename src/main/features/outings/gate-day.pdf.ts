/**
 * The day's outings for a gate without a computer: one line for each child, boxes for the four checks, hours to write in.
 * It is keyed in later line by line, so it stands in the same order as the page.
 */
import { z } from 'zod'
import type { Content } from 'pdfmake/interfaces'
import { formatLongDay, formatShortDay, longWeekday } from '../../../shared/i18n/format'
import type { Words } from '../../../shared/i18n'
import { civilDate, clockTime, weekdayOf } from '../../../shared/kernel/civil-date'
import { definePaper } from '../../platform/documents/paper'
import { label, ruledTable, sheetFrame, signatureLines, smallerIfLong, tickBox } from '../../platform/documents/parts'
import { sheet } from '../../platform/documents/sheet'

const line = z.strictObject({
  folio: z.string(),
  child: z.string(),
  adult: z.string(),
  adultDocument: z.string().nullable(),
  leavesAt: clockTime,
  returnsOn: civilDate,
  returnsAt: clockTime,
  /** Why she may not leave as it stands; empty if she may. */
  stopped: z.string(),
  /** Out since before this day, or by now: only the return is to be written in. */
  out: z.string().nullable(),
})
const facts = z.strictObject({
  sheet,
  day: civilDate,
  lines: z.array(line),
  contacts: z.array(z.strictObject({ name: z.string(), phone: z.string() })),
})
type Line = z.output<typeof line>

const CHECKS = ['child', 'adult', 'document', 'belongings'] as const

export const gateDayPaper = definePaper({
  type: 'outings.gateDay',
  prefix: 'AD',
  facts,
  build: ({ sheet: printed, day, lines, contacts }, words) => ({
    ...sheetFrame(printed, words, {
      title: words('paper.outings.gateDay'),
      subtitle: `${longWeekday(weekdayOf(day), words.language)} ${formatLongDay(day, words.language)}`,
      aside: words('outings.list.count', { count: lines.length }),
      orientation: 'landscape',
    }),
    content: [
      { text: words('outings.gateDay.rule'), fontSize: 9.5, bold: true, margin: [0, 0, 0, 2] },
      {
        text: words('outings.gateDay.how'),
        fontSize: 8.5,
        margin: [0, 0, 0, 6],
      },
      ruledTable({
        fontSize: 9,
        lineHeight: 0.95,
        rowHeight: 30,
        pad: 2.5,
        widths: [62, '*', '*', 34, ...CHECKS.map(() => 32), 46, 52, 46, 64],
        head: [
          words('outings.folio'),
          words('outings.child'),
          words('outings.gateDay.who'),
          words('outings.leaves'),
          ...CHECKS.map((check) => words(`outings.gateDay.${check}`)),
          words('outings.gateDay.out'),
          words('outings.gateDay.returns'),
          words('outings.gateDay.back'),
          words('outings.gateDay.sign'),
        ],
        rows: lines.map((each) => rowOf(each, day, words)),
      }),
      phones(contacts, words),
      signatureLines([{ as: words('outings.paper.gateSigns') }, { as: words('outings.gateDay.keyedBy') }], words, 26),
    ],
  }),
})

const rowOf = (each: Line, day: string, words: Words) => [
  { text: each.folio, fontSize: smallerIfLong(each.folio, 11, 9), bold: true },
  {
    stack: [
      { text: each.child, bold: true, fontSize: smallerIfLong(each.child, 30, 9.5) },
      ...(each.stopped ? [{ text: words('outings.gateDay.stopped', { why: each.stopped }), fontSize: 7.5 }] : []),
    ],
  },
  {
    stack: [
      { text: each.adult, fontSize: smallerIfLong(each.adult, 28, 9) },
      { text: each.adultDocument ?? '________________', fontSize: 7.5 },
    ],
  },
  each.leavesAt,
  ...CHECKS.map(() => (each.out ? { text: '—', alignment: 'center' as const } : tickBox())),
  each.out ?? { text: '____:____', fontSize: 8 },
  {
    stack: [
      { text: each.returnsAt },
      ...(each.returnsOn === day ? [] : [{ text: formatShortDay(each.returnsOn, words.language), fontSize: 7.5 }]),
    ],
  },
  { text: '____:____', fontSize: 8 },
  '',
]

function phones(contacts: readonly { name: string; phone: string }[], words: Words): Content {
  if (contacts.length === 0) return ''
  return {
    margin: [0, 8, 0, 0],
    text: [
      { ...label(words('outings.gate.contacts')), bold: true },
      `   ${contacts.map((each) => `${each.name}: ${each.phone}`).join('   ·   ')}`,
    ],
    fontSize: 9,
  }
}
