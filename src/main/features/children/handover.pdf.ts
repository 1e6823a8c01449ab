/**
 * The hand-over record (acta de entrega-recepción): a child goes to somebody else's care for good. Signed by the mother,
 * whoever receives the child, social work and two witnesses (docs/domain.md §1.5).
 */
import type { Content } from 'pdfmake/interfaces'
import { z } from 'zod'
import { DEPARTURE_CAUSES } from '../../../shared/contract/child-standing'
import type { Words } from '../../../shared/i18n'
import { formatLongDay } from '../../../shared/i18n/format'
import { civilDate } from '../../../shared/kernel/civil-date'
import { definePaper } from '../../platform/documents/paper'
import { signatureLines, tickBox } from '../../platform/documents/parts'
import { birthLine, childFrame, childPaperFacts, factTable, partTitle } from './child-paper.pdf'

const text = z.string().nullable()
const facts = z.strictObject({
  ...childPaperFacts,
  curp: text,
  mother: z.string(),
  day: civilDate,
  cause: z.enum(DEPARTURE_CAUSES),
  handedTo: text,
  relation: text,
  document: text,
  phone: text,
  place: text,
  measures: z.array(z.strictObject({ authority: z.string(), number: z.string() })),
  forbidden: z.array(z.string()),
})
type Facts = z.output<typeof facts>

/** What goes with the child; ticked by hand. */
const HANDED = ['birthRecord', 'curp', 'healthCard', 'vaccines', 'medicines', 'clothes', 'comfort', 'school'] as const
const BLANK = '_'.repeat(40)

export const handoverPaper = definePaper({
  type: 'children.handover',
  prefix: 'AE',
  facts,
  build: (record, words) => ({
    ...childFrame(record, words, words('paper.children.handover')),
    content: [
      { text: words('children.handover.opening', { day: formatLongDay(record.day, words.language) }), fontSize: 10.5 },
      partTitle(words('children.handover.child')),
      table(
        [
          ['name', record.child.name],
          ['birth', birthLine(record.child, words)],
          ['curp', record.curp],
          ['mother', record.mother],
          ['cause', words(`children.departure.${record.cause}`)],
        ],
        words,
      ),
      partTitle(words('children.handover.receiver')),
      table(
        [
          ['name', record.handedTo],
          ['relation', record.relation],
          ['document', record.document],
          ['phone', record.phone],
          ['place', record.place],
        ],
        words,
      ),
      ...warnings(record, words),
      partTitle(words('children.handover.things')),
      things(words),
      { text: words('children.handover.received'), fontSize: 10.5, margin: [0, 6, 0, 0] },
      signatureLines(
        [
          { as: words('children.paper.sign.mother'), name: record.mother, thumbprint: true },
          { as: words('children.paper.sign.receiver'), ...(record.handedTo ? { name: record.handedTo } : {}) },
        ],
        words,
        24,
      ),
      signatureLines(
        [
          { as: words('children.paper.sign.socialWork') },
          { as: words('children.paper.sign.witness') },
          { as: words('children.paper.sign.witness') },
        ],
        words,
        24,
      ),
    ],
  }),
})

const table = (rows: readonly (readonly [word: string, value: string | null])[], words: Words): Content =>
  factTable(
    rows.map(([word, value]) => [words(`children.handover.${word}`), value ?? BLANK]),
    10,
  )

/** Who receives the child must know of measures and orders: both travel with the child. */
function warnings({ measures, forbidden }: Facts, words: Words): Content[] {
  const lines = [
    ...measures.map((each) => words('children.handover.measure', each)),
    ...forbidden.map((name) => words('children.handover.forbidden', { name })),
  ]
  return lines.length === 0
    ? []
    : [{ margin: [0, 6, 0, 0], stack: lines.map((line) => ({ text: line, bold: true, fontSize: 10.5 })) }]
}

const things = (words: Words): Content => ({
  columnGap: 12,
  columns: [HANDED.slice(0, 4), HANDED.slice(4)].map((half) => ({
    width: '*',
    stack: half.map((each) => ({
      columnGap: 6,
      margin: [0, 0, 0, 0] as [number, number, number, number],
      columns: [
        { width: 12, ...tickBox() },
        { width: '*', text: words(`children.handover.thing.${each}`), fontSize: 10 },
      ],
    })),
  })),
})
