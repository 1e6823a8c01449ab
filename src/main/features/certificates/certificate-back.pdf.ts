/** The back of a certificate: what she learned with its hours, and how anybody can check the whole. */
import type { Content, TableCell } from 'pdfmake/interfaces'
import type { Words } from '../../../shared/i18n'
import { qrImage } from '../../platform/documents/qr'
import { formatLongDay } from '../../../shared/i18n/format'
import { codeLeft, codeWidth } from './code-place.pdf'
import type { PrintedFacts } from './face.rules'
import { durationText } from './proof.rules'
import type { Style } from './templates.pdf'

/** More modules than these go into two columns, so that all stay on the page. */
const ONE_COLUMN = 9

/** Everything from the second page on. */
export function back(facts: PrintedFacts, words: Words, style: Style): Content[] {
  const hasPlan = facts.modules.length > 0
  return [
    { text: facts.trade, bold: true, italics: true, fontSize: 17, pageBreak: 'before' },
    { text: origin(facts, words), fontSize: 10.5, margin: [0, 0, 0, 8] },
    ...(hasPlan ? plan(facts, words, style) : [total(facts, words)]),
    ...(facts.backProof ? [backCode(facts.backProof, words)] : []),
    check(facts, words),
  ]
}

/** Whose back it is; of a replacement or a duplicate, what else exists. */
function origin({ folio, replaces, duplicate }: PrintedFacts, words: Words): string {
  const day = duplicate && formatLongDay(duplicate.madeOn, words.language)
  const lines = [
    words('certificates.back.of', { folio }),
    replaces && words('certificates.face.replaces', { folio: replaces }),
    duplicate && words('certificates.face.duplicateMade', { number: duplicate.number, day: day ?? '' }),
  ]
  return lines.filter(Boolean).join('\n')
}

/** The modules in the order in which they were taught. A rest of the hours that belongs to none is said to be one. */
function plan(facts: PrintedFacts, words: Words, style: Style): Content[] {
  const rest = facts.hours * 60 - facts.modules.reduce((sum, { minutes }) => sum + minutes, 0)
  const rows = [
    ...facts.modules.map(({ title, minutes }, at) => [`${at + 1}. ${title}`, durationText(minutes)] as const),
    ...(rest > 0 ? [[words('certificates.back.rest'), durationText(rest)] as const] : []),
  ]
  const half = rows.length > ONE_COLUMN ? Math.ceil(rows.length / 2) : rows.length
  const columns = [rows.slice(0, half), rows.slice(half)].filter((each) => each.length > 0)
  return [
    {
      text: words('certificates.back.plan').toLocaleUpperCase('es-MX'),
      fontSize: 11,
      characterSpacing: 2,
      color: style.accent,
      margin: [0, 0, 0, 4],
    },
    {
      columnGap: 26,
      margin: columns.length > 1 ? [0, 0, 0, 0] : [90, 0, 90, 0],
      columns: columns.map((each) => ({
        width: '*',
        fontSize: rows.length > 2 * ONE_COLUMN ? 9 : 10.5,
        table: {
          widths: ['*', 'auto'],
          body: each.map(([title, time]): TableCell[] => [
            { text: title, alignment: 'left' },
            { text: time, alignment: 'right', noWrap: true },
          ]),
        },
        layout: {
          hLineWidth: (line: number, node: { table: { body: unknown[] } }) =>
            line === 0 || line === node.table.body.length ? 0.8 : 0.3,
          vLineWidth: () => 0,
          hLineColor: () => '#555555',
          paddingTop: () => 1.5,
          paddingBottom: () => 1,
        },
      })),
    },
    total(facts, words),
  ]
}

const total = (facts: PrintedFacts, words: Words): Content => ({
  text: words('certificates.back.total', { count: facts.hours }),
  bold: true,
  fontSize: 12,
  margin: [0, 6, 0, 0],
})

const CHECK_TOP = 442

function backCode(proof: string, words: Words): Content {
  const width = codeWidth(proof)
  const x = codeLeft(proof)
  return [
    { image: qrImage(proof), width, absolutePosition: { x, y: 534 - width } },
    {
      absolutePosition: { x: x - 10, y: 533 },
      columns: [{ width: width + 20, fontSize: 7.5, lineHeight: 0.95, text: words('certificates.back.code') }],
    },
  ]
}

/** How to check it, for somebody who holds it and knows none of us. */
function check(facts: PrintedFacts, words: Words): Content {
  const keyId = facts.proof.split('|').at(-2) ?? ''
  const steps = [
    words('certificates.back.check1'),
    words('certificates.back.check2', { issuer: facts.issuer }),
    words('certificates.back.check3'),
  ]
  return {
    absolutePosition: { x: 70, y: CHECK_TOP },
    columns: [
      {
        width: codeLeft(facts.backProof ?? facts.proof) - 70 - 20,
        fontSize: 9,
        lineHeight: 1.1,
        alignment: 'left',
        stack: [
          { text: words('certificates.back.check'), bold: true, fontSize: 10 },
          { ol: steps, margin: [0, 2, 0, 2] },
          {
            text: [
              facts.contact && words('certificates.back.contact', { contact: facts.contact }),
              words('certificates.back.key', { key: keyId }),
            ]
              .filter(Boolean)
              .join(' '),
            fontSize: 8,
            color: '#333333',
          },
          {
            text: words(facts.registration ? 'certificates.back.registered' : 'certificates.back.internal'),
            fontSize: 8,
            color: '#333333',
          },
        ],
      },
    ],
  }
}
