/**
 * The list that goes with the children to the health service: who still needs which dose, with room for the day and the
 * lot. It bears the name of whoever issues it and no other: nobody who reads it learns where the children live.
 */
import type { Content, TableCell } from 'pdfmake/interfaces'
import { z } from 'zod'
import type { Words } from '../../../shared/i18n'
import { formatDay, formatLongDay } from '../../../shared/i18n/format'
import { civilDate } from '../../../shared/kernel/civil-date'
import { definePaper } from '../../platform/documents/paper'
import {
  pageFrame,
  printedLine,
  reprintLine,
  ruledTable,
  signatureLines,
  tickBox,
} from '../../platform/documents/parts'
import { sheet } from '../../platform/documents/sheet'

const child = z.strictObject({
  name: z.string(),
  birthDate: civilDate.nullable(),
  months: z.int().nullable(),
  approximate: z.boolean(),
  doses: z.array(
    z.strictObject({ vaccine: z.string(), dose: z.string(), overdue: z.boolean(), unread: z.boolean().optional() }),
  ),
})
const facts = z.strictObject({
  sheet,
  issuer: z.string(),
  contact: z.string(),
  day: civilDate,
  /** The scheme that says so. */
  schemeDay: civilDate,
  children: z.array(child),
})
type Child = z.output<typeof child>

/** `nació el 9 de julio de 2024 (aprox.) · 2 años 3 meses`. */
function bornLine(each: Child, words: Words): string {
  if (!each.birthDate) return words('children.health.noBirthDate')
  const day = formatLongDay(each.birthDate, words.language)
  const born = words(each.approximate ? 'children.health.paper.bornAbout' : 'children.health.paper.born', { day })
  return each.months === null ? born : `${born} · ${ageWords(each.months, words)}`
}

/** `1 año 3 meses`; under two years in months, as a card has it. */
function ageWords(months: number, words: Words): string {
  if (months < 24) return words('children.age.months', { count: months })
  const years = words('children.health.years', { count: Math.floor(months / 12) })
  return months % 12 === 0 ? years : `${years} ${words('children.age.months', { count: months % 12 })}`
}

const standingOf = (dose: Child['doses'][number]): string =>
  `children.health.paper.${dose.unread ? 'unread' : dose.overdue ? 'late' : 'now'}`

const block = (each: Child, words: Words): Content => ({
  unbreakable: each.doses.length <= 8,
  margin: [0, 0, 0, 10],
  stack: [
    ruledTable({
      caption: {
        stack: [
          { text: each.name, bold: true, fontSize: 11.5, lineHeight: 1 },
          { text: bornLine(each, words), fontSize: 9, lineHeight: 1, margin: [0, 1, 0, 1] },
        ],
      },
      rowHeight: 19,
      widths: [16, '*', 70, 96, 96],
      head: [
        '',
        words('children.health.dose'),
        words('children.health.state'),
        words('children.health.paper.given'),
        words('children.health.paper.lot'),
      ],
      rows: each.doses.map((dose): TableCell[] => [
        tickBox(),
        `${dose.vaccine} · ${dose.dose}`,
        {
          text: words(standingOf(dose)),
          bold: dose.overdue,
        },
        '',
        '',
      ]),
    }),
  ],
})

export const vaccinesDuePaper = definePaper({
  type: 'children.vaccines-due',
  prefix: 'VA',
  facts,
  build: (list, words) => ({
    ...pageFrame(
      {
        center: list.issuer,
        folio: list.sheet.folio,
        foot: printedLine(list.sheet, words),
        reprint: reprintLine(list.sheet, words),
      },
      words,
      {
        title: words('paper.children.vaccines-due'),
        subtitle: words('children.health.paper.scheme', { day: formatLongDay(list.schemeDay, words.language) }),
        aside: formatDay(list.day, words.language),
      },
    ),
    content: [
      { text: words('children.health.paper.lead'), fontSize: 9.5, margin: [0, 0, 0, 8] },
      ...list.children.map((each) => block(each, words)),
      { text: words('children.health.paper.back', { contact: list.contact }), fontSize: 9, margin: [0, 2, 0, 0] },
      signatureLines([{ as: words('children.health.paper.service') }], words, 40),
    ],
  }),
})
