/** The summary of a day for the shift leader to sign: planned, held, who came, absences by reason, what was cancelled. */
import type { Content, TableCell } from 'pdfmake/interfaces'
import { z } from 'zod'
import { dayFigures } from '../../../shared/contract/attendance-day.contract'
import { mark, reason } from '../../../shared/contract/marks'
import { civilDate, weekdayOf } from '../../../shared/kernel/civil-date'
import type { Words } from '../../../shared/i18n'
import { formatLongDay, longWeekday } from '../../../shared/i18n/format'
import { definePaper } from '../../platform/documents/paper'
import { label, ruledTable, sheetFrame, signatureLines, smallerIfLong } from '../../platform/documents/parts'
import { sheet } from '../../platform/documents/sheet'

const session = z.strictObject({
  code: z.string(),
  title: z.string(),
  instructor: z.string(),
  startsAt: z.string(),
  endsAt: z.string(),
  cancelledCause: z.string().nullable(),
  onRoll: z.int(),
  attended: z.int(),
  late: z.int(),
  absent: z.int(),
  excused: z.int(),
  notBrought: z.int(),
  unmarked: z.int(),
  toolsOpen: z.boolean(),
})
const facts = z.strictObject({
  sheet,
  day: civilDate,
  sessions: z.array(session),
  reasons: z.array(z.strictObject({ mark, reason: reason.nullable(), count: z.int() })),
})
type Facts = z.output<typeof facts>
type Session = z.output<typeof session>

const COUNTS = ['onRoll', 'attended', 'late', 'absent', 'excused', 'notBrought', 'unmarked'] as const
const TITLE_FITS = 40

const figure = (count: number, bold = false): TableCell => ({
  text: count === 0 ? '—' : String(count),
  alignment: 'right',
  bold,
})

function line(each: Session, words: Words): TableCell[] {
  const named: TableCell[] = [
    { text: `${each.startsAt}–${each.endsAt}`, fontSize: 8.5, noWrap: true },
    {
      stack: [
        { text: each.title, bold: true, fontSize: smallerIfLong(each.title, TITLE_FITS, 9, 7.5) },
        { text: [each.code, each.instructor].join(' · '), fontSize: 7.5 },
        ...(each.toolsOpen ? [{ text: words('attendance.summary.toolsOpen'), fontSize: 7.5, italics: true }] : []),
      ],
    },
  ]
  if (each.cancelledCause === null) return [...named, ...COUNTS.map((count) => figure(each[count]))]
  const cause = words('attendance.summary.cancelled', { cause: words(`hours.end.${each.cancelledCause}`) })
  return [...named, { text: cause, italics: true, colSpan: COUNTS.length }, ...COUNTS.slice(1).map((): TableCell => '')]
}

function sessions(page: Facts, words: Words): Content {
  const held = page.sessions.filter((each) => each.cancelledCause === null)
  const total = (count: (typeof COUNTS)[number]): number => held.reduce((sum, each) => sum + each[count], 0)
  return ruledTable({
    fontSize: 9,
    lineHeight: 1,
    widths: [62, '*', ...COUNTS.map(() => 36)],
    head: [
      words('attendance.summary.hours'),
      words('attendance.summary.session'),
      ...COUNTS.map((count): TableCell => ({
        text: words(`attendance.summary.${count}`),
        fontSize: 6.5,
        alignment: 'right',
      })),
    ],
    rows: [
      ...page.sessions.map((each) => line(each, words)),
      [
        { text: words('attendance.summary.total'), bold: true, colSpan: 2 },
        '',
        ...COUNTS.map((count) => figure(total(count), true)),
      ],
    ],
  })
}

function reasons(page: Facts, words: Words): Content[] {
  if (page.reasons.length === 0) return []
  return [
    {
      margin: [0, 12, 0, 0],
      unbreakable: true,
      stack: [
        { ...label(words('attendance.summary.reasons')), margin: [0, 0, 0, 3] },
        ...page.reasons.map((each): Content => ({
          fontSize: 9,
          text: [
            { text: `${String(each.count)}  `, bold: true },
            each.reason ? words(`attendance.reason.${each.reason}`) : words(`attendance.mark.${each.mark}`),
            ` (${each.mark})`,
          ],
        })),
      ],
    },
  ]
}

export const daySummaryPaper = definePaper({
  type: 'attendance.summary',
  prefix: 'RD',
  facts,
  build: (page, words) => {
    return {
      ...sheetFrame(page.sheet, words, {
        title: words('paper.attendance.summary'),
        subtitle: `${longWeekday(weekdayOf(page.day), words.language)} ${formatLongDay(page.day, words.language)}`,
        aside: words('attendance.summary.figures', dayFigures(page.sessions)),
      }),
      content: [
        sessions(page, words),
        ...reasons(page, words),
        {
          margin: [0, 8, 0, 0],
          stack: [
            signatureLines(
              [{ as: words('attendance.summary.shift') }, { as: words('attendance.paper.coordination') }],
              words,
            ),
          ],
        },
      ],
    }
  },
})
