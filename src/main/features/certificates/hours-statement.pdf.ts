/** Her hours until a day: for a woman who leaves in the middle. It states what was credited and promises nothing. */
import type { Content } from 'pdfmake/interfaces'
import { z } from 'zod'
import type { Words } from '../../../shared/i18n'
import { formatLongDay } from '../../../shared/i18n/format'
import { civilDate } from '../../../shared/kernel/civil-date'
import { definePaper } from '../../platform/documents/paper'
import { label, ruledTable, smallerIfLong } from '../../platform/documents/parts'
import { corrections, corrected } from './statement-corrections.pdf'
import { outwardEnd, outwardFacts, outwardFrame, spanWords } from './statement-parts.pdf'

const row = z.strictObject({
  title: z.string(),
  from: civilDate,
  until: civilDate.nullable(),
  hours: z.string(),
  plannedHours: z.int(),
  result: z.enum(['A', 'NA', 'NP']).nullable(),
})
const facts = z.strictObject({
  ...outwardFacts,
  until: civilDate,
  rows: z.array(row).min(1),
  hours: z.string(),
  corrections: corrected.nullable(),
})
type Facts = z.output<typeof facts>

export const hoursStatementPaper = definePaper({
  type: 'certificates.hours',
  prefix: 'HC',
  facts,
  build: (stated, words) => ({
    ...outwardFrame(stated, words, words('paper.certificates.hours')),
    content: [
      { text: words('statements.hours.says', { issuer: stated.issuer }), fontSize: 11, margin: [0, 8, 0, 0] },
      {
        text: stated.name,
        bold: true,
        alignment: 'center',
        fontSize: smallerIfLong(stated.name, 40, 20, 14),
        margin: [0, 10, 0, 10],
      },
      {
        text: words('statements.hours.took', {
          hours: stated.hours,
          until: formatLongDay(stated.until, words.language),
        }),
        fontSize: 11,
        margin: [0, 0, 0, 10],
      },
      table(stated, words),
      { text: words('statements.hours.total', { hours: stated.hours }), bold: true, margin: [0, 8, 0, 0] },
      { text: words('statements.hours.meaning'), fontSize: 9, margin: [0, 8, 0, 0] },
      ...corrections(stated.corrections, words),
      outwardEnd(stated, words),
    ],
  }),
})

function table(stated: Facts, words: Words): Content {
  return ruledTable({
    fontSize: 10,
    lineHeight: 1.05,
    pad: 4,
    widths: ['*', 138, 36, 52, 76],
    head: [
      words('statements.workshop'),
      words('statements.dates'),
      { ...label(words('statements.credited')), alignment: 'right' },
      { ...label(words('statements.ofCourse')), alignment: 'right' },
      words('statements.state'),
    ],
    rows: stated.rows.map((each) => [
      { text: each.title, fontSize: smallerIfLong(each.title, 60, 10, 8) },
      spanWords(each, words),
      { text: each.hours, alignment: 'right' },
      { text: String(each.plannedHours), alignment: 'right' },
      each.until === null
        ? words('statements.going')
        : words(each.result === null ? 'statements.ended' : `certificates.evaluation.${each.result}`),
    ]),
  })
}
