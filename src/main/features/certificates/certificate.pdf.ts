/** The certificate: what a woman keeps and hangs on a wall. It tells her name, her trade and who vouches, and nothing else. */
import { z } from 'zod'
import type { Content } from 'pdfmake/interfaces'
import { formatDayInWords, formatLongDay } from '../../../shared/i18n/format'
import type { Words } from '../../../shared/i18n'
import { CERTIFICATE_FONT } from '../../platform/documents/fonts'
import { definePaper } from '../../platform/documents/paper'
import { qrImage } from '../../platform/documents/qr'
import { festiveBorder, PAGE } from './border.pdf'
import { statement } from './proof.rules'

/** All that may be printed. No center, code, dormitory, file number or CURP: they have no place to stand (domain §2.5). */
export const certificateFacts = statement.extend({
  signatories: z
    .array(z.strictObject({ name: z.string(), post: z.string() }))
    .min(1)
    .max(4),
  /** Where the issuer answers questions: headquarters, never the center. */
  contact: z.string(),
  /** The text of the QR. */
  proof: z.string(),
})
export type CertificateFacts = z.infer<typeof certificateFacts>

const SIDE = 70
const INNER = PAGE.width - 2 * SIDE
const QR = 104

/** Width of a letter in Gentium bold as a share of its size, a little on the wide side. */
const letterWidth = (letter: string): number => {
  if (/[mwMW]/.test(letter)) return 0.92
  if (/\p{Lu}/u.test(letter)) return 0.7
  if (/[iljtfr\s'.,ꞌʼ]/u.test(letter)) return 0.36
  return 0.55
}

/** The largest size at which a text fits one line, between a floor (below it wraps) and a ceiling. */
export function fittingSize(text: string, width: number, floor: number, ceiling: number): number {
  const perPoint = [...text.normalize('NFC')].reduce((sum, letter) => sum + letterWidth(letter), 0)
  return Math.max(floor, Math.min(ceiling, Math.floor((width / perPoint) * 2) / 2))
}

export const certificatePaper = definePaper({
  type: 'certificates.certificate',
  prefix: 'CT',
  facts: certificateFacts,
  build: (facts, words) => ({
    pageSize: 'LETTER',
    pageOrientation: 'landscape',
    pageMargins: [SIDE, 102, SIDE, 40],
    info: {
      title: `${words('paper.certificates.certificate')} ${facts.folio}`,
      author: facts.issuer,
      // SECURITY: the usual producer names this program, and so the kind of place that uses it.
      creator: facts.issuer,
      producer: facts.issuer,
    },
    displayTitle: true,
    defaultStyle: { font: CERTIFICATE_FONT, fontSize: 13.5, lineHeight: 1.15, alignment: 'center' },
    background: () => ({ canvas: festiveBorder(), alignment: 'left' }),
    content: [...face(facts, words), signatures(facts), proofBlock(facts, words), foot(facts, words)],
  }),
})

function face(facts: CertificateFacts, words: Words): Content[] {
  const [from, until] = [formatLongDay(facts.from, words.language), formatLongDay(facts.until, words.language)]
  return [
    { text: facts.issuer, bold: true, fontSize: fittingSize(facts.issuer, INNER - 60, 11, 15), characterSpacing: 0.8 },
    { text: words('certificates.face.grants'), italics: true, margin: [0, 2, 0, 0] },
    {
      text: words('certificates.face.title').toLocaleUpperCase('es-MX'),
      fontSize: 30,
      characterSpacing: 9,
      color: '#5b3a8c',
      margin: [9, 2, 0, 0],
    },
    { text: words('certificates.face.to'), italics: true, margin: [0, 0, 0, 2] },
    { text: facts.name, bold: true, fontSize: fittingSize(facts.name, INNER, 26, 42), lineHeight: 1.05 },
    {
      canvas: [
        { type: 'line', x1: INNER / 2 - 130, y1: 0, x2: INNER / 2 + 130, y2: 0, lineWidth: 0.8, lineColor: '#9b2242' },
      ],
      alignment: 'left',
      margin: [0, 2, 0, 8],
    },
    { text: words('certificates.face.completed') },
    { text: facts.trade, bold: true, italics: true, fontSize: fittingSize(facts.trade, INNER - 40, 17, 24) },
    { text: words('certificates.face.span', { count: facts.hours, from, until }) },
    { text: `${facts.place}, ${formatDayInWords(facts.issuedOn, words.language)}.`, margin: [0, 8, 0, 0] },
  ]
}

/** Lines to sign on, side by side, left of the QR; at a fixed height, so that long names do not push them off. */
function signatures(facts: CertificateFacts): Content {
  const width = INNER - QR - 24
  const count = facts.signatories.length
  const gap = 18
  const column = Math.min(230, (width - gap * (count - 1)) / count)
  return {
    absolutePosition: { x: SIDE + (width - column * count - gap * (count - 1)) / 2, y: 488 },
    columnGap: gap,
    columns: facts.signatories.map(({ name, post }) => ({
      width: column,
      stack: [
        { canvas: [{ type: 'line', x1: 0, y1: 0, x2: column, y2: 0, lineWidth: 0.5 }], alignment: 'left' },
        { text: name, bold: true, fontSize: 11, margin: [0, 3, 0, 0] },
        { text: post, fontSize: 10 },
      ],
    })),
  }
}

function proofBlock(facts: CertificateFacts, words: Words): Content {
  const x = PAGE.width - SIDE - QR + 8
  return [
    { image: qrImage(facts.proof), width: QR, absolutePosition: { x, y: 424 } },
    {
      absolutePosition: { x: x - 30, y: 424 + QR },
      columns: [
        {
          width: QR + 60,
          fontSize: 8.5,
          text: [`${words('certificates.face.folio')} `, { text: facts.folio, bold: true }],
        },
      ],
    },
  ]
}

function foot(facts: CertificateFacts, words: Words): Content {
  const key = facts.contact ? 'certificates.face.checkAt' : 'certificates.face.check'
  return {
    absolutePosition: { x: SIDE - 10, y: 546 },
    columns: [
      {
        width: INNER - QR - 20,
        text: words(key, { contact: facts.contact }),
        fontSize: 8,
        color: '#333333',
        alignment: 'left',
      },
    ],
  }
}
