/** The lost hours of a period on one sheet: by week and by axis, each column a cause, with what each column counts. */
import type { Content, TableCell } from 'pdfmake/interfaces'
import { z } from 'zod'
import { hourSplit, HOUR_ENDS, type HourSplit } from '../../../shared/contract/hours.contract'
import { addDays, civilDate, type CivilDate } from '../../../shared/kernel/civil-date'
import type { Words } from '../../../shared/i18n'
import { formatDayRange, formatHours, formatPercent, formatShortDay } from '../../../shared/i18n/format'
import { definePaper } from '../../platform/documents/paper'
import { label, ruledTable, sheetFrame, signatureLines, smallerIfLong } from '../../platform/documents/parts'
import { sheet } from '../../platform/documents/sheet'

const facts = z.strictObject({
  sheet,
  from: civilDate,
  until: civilDate,
  total: hourSplit,
  weeks: z.array(z.strictObject({ monday: civilDate, split: hourSplit })),
  axes: z.array(z.strictObject({ name: z.string(), split: hourSplit })),
})
type Facts = z.output<typeof facts>

/** In the order of the columns. */
const FIGURES = ['planned', ...HOUR_ENDS] as const
const FIGURE_WIDTH = 38
/** Letters that fit: heads and figures of a column, and the names of axes before it. */
const HEAD_FITS = 9
const FIGURE_FITS = 7
const NAME_FITS = 22

export const lostHoursPaper = definePaper({
  type: 'hours.lost',
  prefix: 'HP',
  facts,
  build: (hours, words) => ({
    ...sheetFrame(hours.sheet, words, {
      title: words('paper.hours.lost'),
      subtitle: formatDayRange(hours.from, hours.until, words.language),
      aside: words('hours.paper.share', { percent: formatPercent(hours.total.held, hours.total.planned) }),
    }),
    content: [
      { text: words('hours.paper.unit'), fontSize: 8.5, margin: [0, 0, 0, 4] },
      byWeek(hours, words),
      { ...byAxis(hours, words), margin: [0, 12, 0, 0] },
      definitions(words),
      {
        margin: [0, 4, 0, 0],
        stack: [
          signatureLines(
            [
              { as: words('hours.paper.coordination') },
              { as: words('hours.paper.custody') },
              { as: words('hours.paper.director') },
            ],
            words,
            32,
          ),
        ],
      },
    ],
  }),
})

const byWeek = (hours: Facts, words: Words) =>
  figures(
    words('hours.paper.byWeek'),
    words('hours.week'),
    [
      ...hours.weeks.map(({ monday, split }) => ({ name: weekOf(monday, words), split })),
      { name: words('hours.total'), split: hours.total, bold: true },
    ],
    words,
  )

const weekOf = (monday: CivilDate, words: Words): string =>
  `${formatShortDay(monday, words.language)} – ${formatShortDay(addDays(monday, 6), words.language)}`

const byAxis = (hours: Facts, words: Words) =>
  figures(words('hours.paper.byAxis'), words('hours.axis'), hours.axes, words)

interface Line {
  readonly name: string
  readonly split: HourSplit
  readonly bold?: boolean
}

const figures = (caption: string, first: string, lines: readonly Line[], words: Words) =>
  ruledTable({
    caption: { stack: [{ text: caption, bold: true, fontSize: 11, lineHeight: 1 }] },
    fontSize: 8.5,
    lineHeight: 0.95,
    pad: 1.5,
    widths: ['*', ...FIGURES.map(() => FIGURE_WIDTH)],
    head: [label(first, 6.5), ...FIGURES.map((figure) => headOf(words(`hours.end.${figure}`)))],
    rows: lines.map(({ name, split, bold = false }) => [
      { text: name, bold, fontSize: smallerIfLong(name, NAME_FITS, 8.5, 7) },
      ...FIGURES.map((figure) => figureOf(split[figure], bold || figure === 'planned')),
    ]),
  })

/** Not small capitals: ten columns stand side by side. */
const headOf = (text: string): TableCell => ({
  text,
  fontSize: smallerIfLong(text, HEAD_FITS, 7.2, 6),
  alignment: 'right',
})

const figureOf = (minutes: number, bold: boolean): TableCell => {
  const text = minutes === 0 ? '—' : formatHours(minutes)
  return { text, bold, alignment: 'right', fontSize: smallerIfLong(text, FIGURE_FITS, 8.5, 6.5) }
}

const definitions = (words: Words): Content => ({
  margin: [0, 12, 0, 0],
  unbreakable: true,
  stack: [
    { ...label(words('hours.paper.definitions')), margin: [0, 0, 0, 2] },
    ...FIGURES.map((figure) => ({
      fontSize: 8,
      lineHeight: 1,
      text: [{ text: `${words(`hours.end.${figure}`)}. `, bold: true }, words(`hours.rule.${figure}`)],
    })),
  ],
})
