/**
 * Her activities between two days, for a court: hours, results, certificates, and what each of these words means here.
 * The one statement that names the center: the court put her there, and must know who vouches. It is not hers to show
 * to an employer; for that there is the statement of hours.
 */
import type { Content } from 'pdfmake/interfaces'
import { z } from 'zod'
import type { Words } from '../../../shared/i18n'
import { formatLongDay, formatPercent } from '../../../shared/i18n/format'
import { civilDate } from '../../../shared/kernel/civil-date'
import { definePaper } from '../../platform/documents/paper'
import { label, ruledTable, sheetFrame, signatureLines, smallerIfLong } from '../../platform/documents/parts'
import { sheet } from '../../platform/documents/sheet'
import { corrected, corrections } from './statement-corrections.pdf'
import { checkLines, spanWords } from './statement-parts.pdf'

const row = z.strictObject({
  title: z.string(),
  from: civilDate,
  until: civilDate.nullable(),
  hours: z.string(),
  plannedHours: z.int(),
  attended: z.int(),
  counted: z.int(),
  result: z.enum(['A', 'NA', 'NP']).nullable(),
  folio: z.string().nullable(),
})
const facts = z.strictObject({
  sheet,
  contact: z.string(),
  name: z.string(),
  fileNumber: z.string(),
  from: civilDate,
  until: civilDate,
  rows: z.array(row),
  hours: z.string(),
  signatories: z.array(z.strictObject({ name: z.string(), post: z.string() })),
  corrections: corrected.nullable(),
  hash: z.string(),
})
type Facts = z.output<typeof facts>

export const activityStatementPaper = definePaper({
  type: 'certificates.activities',
  prefix: 'CA',
  facts,
  build: (stated, words) => ({
    ...sheetFrame(stated.sheet, words, {
      title: words('paper.certificates.activities'),
      subtitle: stated.name,
      aside: words('statements.fileNumber', { number: stated.fileNumber }),
      orientation: 'landscape',
    }),
    content: [
      {
        text: words('statements.activities.between', {
          from: formatLongDay(stated.from, words.language),
          until: formatLongDay(stated.until, words.language),
        }),
        fontSize: 10.5,
        margin: [0, 0, 0, 8],
      },
      stated.rows.length === 0 ? { text: words('statements.activities.none'), italics: true } : table(stated, words),
      { text: words('statements.hours.total', { hours: stated.hours }), bold: true, margin: [0, 6, 0, 0] },
      definitions(words),
      ...corrections(stated.corrections, words),
      {
        unbreakable: true,
        margin: [0, 14, 0, 0],
        stack: [
          signatureLines(
            [
              { as: words('statements.made'), name: stated.sheet.printedBy },
              ...stated.signatories.map(({ name, post }) => ({ as: post, name })),
            ],
            words,
            34,
          ),
          checkLines(stated, words),
        ],
      },
    ],
  }),
})

function table(stated: Facts, words: Words): Content {
  return ruledTable({
    fontSize: 9,
    lineHeight: 1,
    widths: ['*', 118, 38, 50, 76, 78, 120],
    pad: 4,
    head: [
      words('statements.workshop'),
      words('statements.dates'),
      { ...label(words('statements.credited')), alignment: 'right' },
      { ...label(words('statements.ofCourse')), alignment: 'right' },
      { ...label(words('statements.rate')), alignment: 'right' },
      words('statements.result'),
      words('statements.certificate'),
    ],
    rows: stated.rows.map((each) => [
      { text: each.title, fontSize: smallerIfLong(each.title, 64, 9, 7) },
      spanWords(each, words),
      { text: each.hours, alignment: 'right' },
      { text: String(each.plannedHours), alignment: 'right' },
      {
        alignment: 'right',
        text:
          each.counted === 0 ? '—' : `${each.attended}/${each.counted} · ${formatPercent(each.attended, each.counted)}`,
      },
      each.until === null
        ? words('statements.going')
        : words(each.result === null ? 'statements.ended' : `certificates.evaluation.${each.result}`),
      { text: each.folio ?? '—', fontSize: 8.5 },
    ]),
  })
}

const DEFINITIONS = ['hours', 'rate', 'result', 'certificate', 'scope'] as const

/** What each word on the paper means: figures without it are anybody's guess. */
const definitions = (words: Words): Content => ({
  margin: [0, 10, 0, 0],
  fontSize: 8,
  lineHeight: 1.05,
  stack: [
    { text: words('statements.definitions'), bold: true, fontSize: 9 },
    ...DEFINITIONS.map((each) => ({ text: words(`statements.definition.${each}`), margin: [0, 1, 0, 0] as never })),
  ],
})
