/**
 * The sheet for the day on which a child must go at once: one page, taken from the folder in a minute. What is not known
 * is said in so many words, with a line to write it on by hand.
 */
import type { Content, TableCell } from 'pdfmake/interfaces'
import { z } from 'zod'
import { SHEET_GAPS } from '../../../shared/contract/separation.contract'
import type { Words } from '../../../shared/i18n'
import { formatDay } from '../../../shared/i18n/format'
import { civilDate } from '../../../shared/kernel/civil-date'
import { definePaper } from '../../platform/documents/paper'
import { ruledTable } from '../../platform/documents/parts'
import { birthLine, childFrame, childPaperFacts, factTable, partTitle } from './child-paper.pdf'

const text = z.string().nullable()
const facts = z.strictObject({
  ...childPaperFacts,
  mother: z.string(),
  carers: z.array(z.strictObject({ fullName: z.string(), relation: text, phone: text, distance: text })),
  allergies: text,
  medicines: text,
  doctor: text,
  doctorPhone: text,
  comfort: text,
  feeding: text,
  forbidden: z.array(z.strictObject({ name: z.string(), relation: text, order: z.string() })),
  gaps: z.array(z.enum(SHEET_GAPS)),
  reviewedOn: civilDate.nullable(),
  reviewedBy: text,
  reviewBy: civilDate.nullable(),
})
type Facts = z.output<typeof facts>

export const emergencySheetPaper = definePaper({
  type: 'children.emergencySheet',
  prefix: 'HE',
  facts,
  build: (page, words) => ({
    ...childFrame(page, words, words('paper.children.emergencySheet')),
    content: [
      { text: birthLine(page.child, words), fontSize: 11 },
      { text: words('children.paper.mother', { name: page.mother }), fontSize: 11 },
      ...forbiddenPart(page, words),
      partTitle(words('children.sheet.carers')),
      carers(page, words),
      partTitle(words('children.sheet.care')),
      care(page, words),
      ...gapsPart(page, words),
      reviewLine(page, words),
    ],
  }),
})

const LINE = '_'.repeat(34)

/** Who may not come near stands above all else, in a frame. */
function forbiddenPart({ forbidden }: Facts, words: Words): Content[] {
  if (forbidden.length === 0)
    return [{ text: words('children.sheet.nobodyForbidden'), fontSize: 10, italics: true, margin: [0, 6, 0, 0] }]
  const lines = forbidden.map((each): Content => ({
    text: [
      { text: each.name, bold: true, fontSize: 12 },
      { text: each.relation ? ` (${each.relation})` : '', fontSize: 11 },
      { text: ` · ${words('children.sheet.order', { order: each.order })}`, fontSize: 10 },
    ],
  }))
  return [
    {
      margin: [0, 8, 0, 0],
      table: {
        widths: ['*'],
        body: [[{ stack: [{ text: words('children.sheet.forbidden'), bold: true, fontSize: 12 }, ...lines] }]],
      },
      layout: {
        hLineWidth: () => 1.6,
        vLineWidth: () => 1.6,
        paddingLeft: () => 8,
        paddingTop: () => 5,
        paddingBottom: () => 5,
      },
    },
  ]
}

/** Always two rows: the second is written by hand where nobody is known. */
function carers(page: Facts, words: Words): Content {
  const row = (at: number): TableCell[] => {
    const carer = page.carers[at]
    const cell = (value: string | null | undefined): TableCell => ({ text: value ?? LINE.slice(0, 16), fontSize: 11 })
    return [
      String(at + 1),
      carer
        ? {
            stack: [
              { text: carer.fullName, bold: true, fontSize: 12 },
              ...(carer.relation ? [{ text: carer.relation, fontSize: 10 }] : []),
            ],
          }
        : { text: LINE.slice(0, 26), fontSize: 11 },
      cell(carer?.phone),
      cell(carer?.distance),
    ]
  }
  return ruledTable({
    widths: [12, '*', 120, 120],
    head: ['', words('children.sheet.carer'), words('children.sheet.phone'), words('children.sheet.distance')],
    rows: [row(0), row(1)],
    rowHeight: 30,
    fontSize: 11,
    lineHeight: 1,
  })
}

function care(page: Facts, words: Words): Content {
  const doctor = [page.doctor, page.doctorPhone].filter(Boolean).join(' · ') || null
  const row = (word: string, value: string | null): readonly [string, Content] => [
    words(`children.sheet.${word}`),
    { text: value ?? words('children.sheet.notKnown', { line: LINE }), italics: value === null },
  ]
  return factTable(
    [
      row('allergies', page.allergies),
      row('medicines', page.medicines),
      row('doctor', doctor),
      row('feeding', page.feeding),
      row('comfort', page.comfort),
    ],
    11.5,
    24,
  )
}

/** Gaps are named, so that nobody takes an empty line for “nothing”. */
function gapsPart({ gaps }: Facts, words: Words): Content[] {
  if (gaps.length === 0) return []
  return [
    {
      margin: [0, 10, 0, 0],
      fontSize: 10.5,
      text: [
        { text: `${words('children.sheet.missing')} `, bold: true },
        gaps.map((gap) => words(`children.sheet.gap.${gap}`)).join('; '),
        '.',
      ],
    },
  ]
}

const reviewLine = (page: Facts, words: Words): Content => ({
  margin: [0, 10, 0, 0],
  fontSize: 9.5,
  text:
    page.reviewedOn && page.reviewBy
      ? words('children.sheet.reviewed', {
          day: formatDay(page.reviewedOn, words.language),
          by: page.reviewedBy ?? '—',
          next: formatDay(page.reviewBy, words.language),
        })
      : words('children.sheet.neverReviewed'),
})
