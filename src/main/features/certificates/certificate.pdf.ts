/** The certificate: what a woman keeps and hangs on a wall. It tells her name, her trade and who vouches, and nothing else. */
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces'
import { formatDayInWords, formatLongDay } from '../../../shared/i18n/format'
import type { Words } from '../../../shared/i18n'
import { CERTIFICATE_FONT } from '../../platform/documents/fonts'
import { widthAtOnePoint, type FontStyle } from '../../platform/documents/measure'
import { definePaper } from '../../platform/documents/paper'
import { qrImage } from '../../platform/documents/qr'
import { PAGE } from './border.pdf'
import { back } from './certificate-back.pdf'
import { printedFacts, type PrintedFacts } from './face.rules'
import { fitText, type Room } from './fit.rules'
import { STYLES, type Style } from './templates.pdf'

const SIDE = 70
const INNER = PAGE.width - 2 * SIDE
/** 42 mm: with some 400 letters a module is still half a millimetre wide. */
const QR = 118
const QR_TOP = 416
/** Pictures stand in boxes of a size, whatever theirs is. */
const LOGO: [number, number] = [110, 52]
const SEAL: [number, number] = [88, 88]
/** The name is the largest thing on the page: nothing else is set above its floor. */
const NAME: Room = { width: INNER - 8, floor: 27, ceiling: 44, maxLines: 3 }
const TITLE_SIZE = 26

const measured =
  (style: FontStyle) =>
  (text: string): number =>
    widthAtOnePoint(CERTIFICATE_FONT, style, text)

/** A text as large as it may be, on as many lines as it must. */
function fitted(text: string, room: Room, style: FontStyle) {
  const { size, lines } = fitText(text, room, measured(style))
  return { text: lines.join('\n'), fontSize: size, bold: style.startsWith('bold'), italics: style.endsWith('italics') }
}

export const certificatePaper = definePaper({
  type: 'certificates.certificate',
  prefix: 'CT',
  facts: printedFacts,
  build: (facts, words) => {
    const style = STYLES[facts.template]
    return {
      ...page(style),
      info: information(facts, words),
      content: [
        ...face(facts, words, style),
        ...pictures(facts, style),
        signatures(facts),
        proofBlock(facts, words),
        foot(facts, words),
        ...back(facts, words, style),
      ],
    }
  },
})

/** Archival (PDF/A-2b): every font and the colours' meaning are inside, so that it opens the same in thirty years. */
const page = (style: Style): Omit<TDocumentDefinitions, 'content'> => ({
  version: '1.7',
  subset: 'PDF/A-2b',
  displayTitle: true,
  pageSize: 'LETTER',
  pageOrientation: 'landscape',
  pageMargins: [SIDE, style.top, SIDE, 40],
  defaultStyle: { font: CERTIFICATE_FONT, fontSize: 13.5, lineHeight: 1.12, alignment: 'center' },
  background: () => ({ canvas: style.border(), alignment: 'left' }),
})

/** SECURITY: the usual producer names this program, and so the kind of place that uses it. */
const information = (facts: PrintedFacts, words: Words): TDocumentDefinitions['info'] => ({
  title: `${words('paper.certificates.certificate')} ${facts.folio}`,
  author: facts.issuer,
  creator: facts.issuer,
  producer: facts.issuer,
})

function face(facts: PrintedFacts, words: Words, style: Style): Content[] {
  const [from, until] = [formatLongDay(facts.from, words.language), formatLongDay(facts.until, words.language)]
  const { registration } = facts
  return [
    {
      // Between the boxes of the two pictures, also where there are none: certificates of one office look alike.
      ...fitted(facts.issuer, { width: INNER - 2 * LOGO[0] - 16, floor: 11, ceiling: 16, maxLines: 2 }, 'bold'),
      lineHeight: 1.05,
    },
    { text: words('certificates.face.grants'), italics: true, margin: [0, 2, 0, 0] },
    {
      text: words('certificates.face.title').toLocaleUpperCase('es-MX'),
      fontSize: TITLE_SIZE,
      characterSpacing: 8,
      color: style.accent,
      margin: [8, 2, 0, 0],
    },
    { text: words('certificates.face.to'), italics: true, margin: [0, 0, 0, 2] },
    { ...fitted(facts.name, NAME, 'bold'), lineHeight: 1.05 },
    {
      canvas: [
        {
          type: 'line',
          x1: INNER / 2 - 130,
          y1: 0,
          x2: INNER / 2 + 130,
          y2: 0,
          lineWidth: 0.8,
          lineColor: style.rule,
        },
      ],
      alignment: 'left',
      margin: [0, 2, 0, 6],
    },
    { text: words('certificates.face.completed') },
    {
      ...fitted(facts.trade, { width: INNER - 40, floor: 16, ceiling: 23, maxLines: 2 }, 'bolditalics'),
      lineHeight: 1.05,
    },
    { text: words('certificates.face.span', { count: facts.hours, from, until }) },
    ...(registration
      ? [
          {
            text: words('certificates.face.registered', { body: registration.body, number: registration.number }),
            fontSize: 11.5,
            margin: margin(2),
          },
          ...(registration.standard
            ? [{ text: words('certificates.face.standard', { standard: registration.standard }), fontSize: 11.5 }]
            : []),
        ]
      : []),
    { text: `${facts.place}, ${formatDayInWords(facts.issuedOn, words.language)}.`, margin: margin(6) },
    ...(facts.validUntil
      ? [
          {
            text: words('certificates.face.validUntil', { day: formatLongDay(facts.validUntil, words.language) }),
            fontSize: 11.5,
          },
        ]
      : []),
  ]
}

const margin = (top: number): [number, number, number, number] => [0, top, 0, 0]

function pictures({ pictures: { logo, seal } }: PrintedFacts, style: Style): Content[] {
  return [
    ...(logo ? [{ image: dataOf(logo), fit: LOGO, absolutePosition: { x: 56, y: style.top - 4 } }] : []),
    ...(seal ? [{ image: dataOf(seal), fit: SEAL, absolutePosition: { x: 56, y: 440 } }] : []),
  ].map((each) => ({ ...each, alignment: 'left' as const }))
}

/** PNGs begin with iVBOR in base64, JPEGs with /9j/. */
const dataOf = (base64: string): string => `data:image/${base64.startsWith('iVBOR') ? 'png' : 'jpeg'};base64,${base64}`

/** Lines to sign on, side by side, left of the QR; at a fixed height, so that long names do not push them off. */
function signatures(facts: PrintedFacts): Content {
  const left = facts.pictures.seal ? SEAL[0] : 0
  const width = INNER - QR - 24 - left
  const count = facts.signatories.length
  const gap = 16
  const column = Math.min(230, (width - gap * (count - 1)) / count)
  return {
    absolutePosition: { x: SIDE + left + (width - column * count - gap * (count - 1)) / 2, y: 484 },
    columnGap: gap,
    columns: facts.signatories.map(({ name, post }) => ({
      width: column,
      stack: [
        { canvas: [{ type: 'line', x1: 0, y1: 0, x2: column, y2: 0, lineWidth: 0.5 }], alignment: 'left' },
        {
          ...fitted(name, { width: column - 2, floor: 9, ceiling: 11, maxLines: 2 }, 'bold'),
          margin: [0, 3, 0, 0],
          lineHeight: 1.02,
        },
        { ...fitted(post, { width: column - 2, floor: 8.5, ceiling: 10, maxLines: 2 }, 'normal'), lineHeight: 1.02 },
      ],
    })),
  } as Content
}

function proofBlock(facts: PrintedFacts, words: Words): Content {
  const x = PAGE.width - SIDE - QR + 14
  const { duplicate } = facts
  const mark = duplicate && words('certificates.face.duplicate', { number: duplicate.number })
  return [
    { image: qrImage(facts.proof), width: QR, absolutePosition: { x, y: QR_TOP } },
    {
      absolutePosition: { x: x - 24, y: QR_TOP + QR - 1 },
      columns: [
        {
          width: QR + 48,
          fontSize: 8.5,
          lineHeight: 1.05,
          stack: [
            { text: [`${words('certificates.face.folio')} `, { text: facts.folio, bold: true }] },
            ...(mark ? [{ text: mark, bold: true }] : []),
          ],
        },
      ],
    },
  ]
}

function foot(facts: PrintedFacts, words: Words): Content {
  const { duplicate, replaces } = facts
  const lines = [
    words('certificates.face.check'),
    replaces && words('certificates.face.replaces', { folio: replaces }),
    duplicate && words('certificates.face.duplicateMade', { day: formatLongDay(duplicate.madeOn, words.language) }),
  ]
  return {
    absolutePosition: { x: SIDE - 14, y: 548 },
    columns: [
      {
        width: INNER - QR - 10,
        text: lines.filter(Boolean).join(' '),
        fontSize: 8,
        color: '#333333',
        alignment: 'left',
      },
    ],
  }
}
