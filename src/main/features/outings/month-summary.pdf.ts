/**
 * The month's outings for the protection authority: counts, and a list in which children stand by code and initials. It
 * leaves the house, so it names no mother, no adult and no place where anybody lives.
 */
import { z } from 'zod'
import { outingKind, outingState } from '../../../shared/contract/outings.contract'
import { formatMonth, formatShortDay, formatSpan } from '../../../shared/i18n/format'
import { civilDate, civilMonth, clockTime } from '../../../shared/kernel/civil-date'
import { definePaper } from '../../platform/documents/paper'
import { ruledTable, sheetFrame, signatureLines } from '../../platform/documents/parts'
import { sheet } from '../../platform/documents/sheet'

const count = z.int().min(0)
const facts = z.strictObject({
  sheet,
  month: civilMonth,
  children: count,
  attempts: count,
  kinds: z.array(
    z.strictObject({
      kind: outingKind,
      asked: count,
      made: count,
      late: count,
      notMade: count,
      cancelled: count,
      notReturned: count,
      nights: count,
    }),
  ),
  outings: z.array(
    z.strictObject({
      folio: z.string(),
      code: z.string(),
      initials: z.string(),
      kind: outingKind,
      relation: z.string().nullable(),
      leavesOn: civilDate,
      returnsOn: civilDate,
      out: clockTime.nullable(),
      back: clockTime.nullable(),
      state: outingState,
      lateMinutes: count,
    }),
  ),
})

export const monthSummaryPaper = definePaper({
  type: 'outings.month',
  prefix: 'RM',
  facts,
  build: (month, words) => {
    const day = (at: string): string => formatShortDay(at, words.language)
    const number = (value: number) => ({ text: String(value), alignment: 'right' as const })
    return {
      ...sheetFrame(month.sheet, words, {
        title: words('paper.outings.month'),
        aside: formatMonth(month.month, words.language),
        orientation: 'landscape',
      }),
      content: [
        {
          text: words('outings.month.lead', { children: month.children, attempts: month.attempts }),
          margin: [0, 0, 0, 8],
        },
        ruledTable({
          widths: ['*', 52, 52, 52, 62, 62, 66, 44],
          head: [
            words('outings.kind'),
            ...(['asked', 'made', 'late', 'notMade', 'cancelled', 'notReturned', 'nights'] as const).map((key) =>
              words(`outings.month.${key}`),
            ),
          ],
          rows: month.kinds.map((kind) => [
            words(`outings.kind.${kind.kind}`),
            number(kind.asked),
            number(kind.made),
            number(kind.late),
            number(kind.notMade),
            number(kind.cancelled),
            number(kind.notReturned),
            number(kind.nights),
          ]),
        }),
        { text: words('outings.month.list'), bold: true, fontSize: 11, margin: [0, 14, 0, 4] },
        ruledTable({
          widths: [104, 66, 36, '*', 80, 78, 78, 128],
          head: [
            words('outings.folio'),
            words('outings.month.code'),
            '',
            words('outings.kind'),
            words('outings.month.relation'),
            words('outings.leaves'),
            words('outings.returns'),
            words('outings.status'),
          ],
          rows: month.outings.map((each) => [
            each.folio,
            each.code,
            each.initials,
            words(`outings.kind.${each.kind}`),
            each.relation ?? '—',
            [day(each.leavesOn), each.out].filter(Boolean).join(' '),
            [day(each.returnsOn), each.back].filter(Boolean).join(' '),
            each.lateMinutes > 0 && (each.state === 'back-late' || each.state === 'late')
              ? words(`outings.state.${each.state}By`, { late: formatSpan(each.lateMinutes, words.language) })
              : words(`outings.state.${each.state}`),
          ]),
        }),
        { text: words('outings.month.foot'), fontSize: 8, margin: [0, 8, 0, 20] },
        signatureLines([{ as: words('outings.month.signs') }], words),
      ],
    }
  },
})
