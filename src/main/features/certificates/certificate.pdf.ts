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
import { codeLeft, codeWidth } from './code-place.pdf'
import { printedFacts, type PrintedFacts } from './face.rules'
import { fitText, type Room } from './fit.rules'
import { STYLES, type Style } from './templates.pdf'

const SIDE = 70
const INNER = PAGE.width - 2 * SIDE
const CODE_END = 534
/** Where the words of the face must have ended: above what is signed. */
const WORDS_END = 462
/** Pictures stand in boxes of a size, whatever theirs is. */
const LOGO: [number, number] = [110, 52]
const SEAL: [number, number] = [88, 88]

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
  pageMargins: [SIDE, style.top, SIDE, 24],
  defaultStyle: { font: CERTIFICATE_FONT, fontSize: 13.5, lineHeight: 1.12, alignment: 'center' },
  background: (side) => (side === 1 ? style.border() : style.backBorder()),
})

/** SECURITY: the usual producer names this program, and so the kind of place that uses it. */
const information = (facts: PrintedFacts, words: Words): TDocumentDefinitions['info'] => ({
  title: `${words('paper.certificates.certificate')} ${facts.folio}`,
  author: facts.issuer,
  creator: facts.issuer,
  producer: facts.issuer,
})

/** One text of the face, with the height it takes. */
interface Line {
  readonly text: string
  readonly fontSize: number
  readonly lineHeight: number
  readonly bold?: boolean
  readonly italics?: boolean
  readonly color?: string
  readonly characterSpacing?: number
  /** Space above and below. */
  readonly air?: readonly [above: number, below: number]
  /** May stand beside the code; all others must have ended above it. */
  readonly narrow?: boolean
}

/** Height of the font's line as a share of its size. */
const LEADING = 1.47

const heightOf = ({ text, fontSize, lineHeight, air = [0, 0] }: Line): number =>
  text.split('\n').length * fontSize * LEADING * lineHeight + air[0] + air[1]

/** The words of the face, as large and airy as the page holds. */
function face(facts: PrintedFacts, words: Words, style: Style): Content[] {
  const eases = [1, 0.94, 0.88, 0.82, 0.76, 0.7]
  const codeTop = CODE_END - codeWidth(facts.proof)
  const bottom = (set: readonly Line[]): number => style.top + set.reduce((sum, line) => sum + heightOf(line), 0)
  const fits = (set: readonly Line[]): boolean =>
    bottom(set) <= WORDS_END && bottom(set.filter((line) => !line.narrow)) <= codeTop
  let set: readonly Line[] = []
  for (const ease of eases) {
    set = lines(facts, words, style, ease)
    if (fits(set)) break
  }
  return set.map(({ air = [0, 0], narrow: _narrow, ...line }) => ({ ...line, margin: [0, air[0], 0, air[1]] }))
}

/** `ease` from 1 down: how much room there is. */
function lines(facts: PrintedFacts, words: Words, style: Style, ease: number): readonly Line[] {
  const { registration, validUntil } = facts
  const [from, until] = [formatLongDay(facts.from, words.language), formatLongDay(facts.until, words.language)]
  const body = { fontSize: 13.5 * Math.max(ease, 0.85), lineHeight: 1.12 * Math.max(ease, 0.8) }
  const close = Math.max(0.8, 1.05 * ease)
  // The name is the largest thing on the page, also when it is long.
  const name = fitted(
    facts.name,
    { width: INNER - 8, floor: 27, ceiling: Math.max(27, 44 * ease), maxLines: 3 },
    'bold',
  )
  const below = (size: number): number => Math.min(size, name.fontSize - 1)
  const small = (text: string): Line => ({
    ...fitted(text, { width: INNER - 20, floor: 10, ceiling: Math.min(11.5, body.fontSize), maxLines: 2 }, 'normal'),
    lineHeight: close,
  })
  // Between the boxes of the two pictures, also where there are none: certificates of one office look alike.
  const issuerRoom = { width: INNER - 2 * LOGO[0] - 16, floor: 11, ceiling: 16, maxLines: 2 }
  const tradeRoom = { width: INNER - 30, floor: 15, ceiling: below(23 * Math.max(ease, 0.85)), maxLines: 2 }
  return [
    { ...fitted(facts.issuer, issuerRoom, 'bold'), lineHeight: 1 },
    { ...body, text: words('certificates.face.grants'), italics: true, air: [2 * ease, 0] },
    {
      text: words('certificates.face.title').toLocaleUpperCase('es-MX'),
      fontSize: below(26),
      lineHeight: close,
      characterSpacing: 8,
      color: style.accent,
      air: [2 * ease, 0],
    },
    { ...body, text: words('certificates.face.to'), italics: true },
    { ...name, lineHeight: Math.min(close, name.text.includes('\n') ? 0.86 : 1.05), air: [0, 8 * ease] },
    { ...body, text: words('certificates.face.completed') },
    { ...fitted(facts.trade, tradeRoom, 'bolditalics'), lineHeight: close },
    { ...body, text: words('certificates.face.span', { count: facts.hours, from, until }) },
    ...(registration
      ? [small(words('certificates.face.registered', { body: registration.body, number: registration.number }))]
      : []),
    ...(registration?.standard
      ? [small(words('certificates.face.standard', { standard: registration.standard }))]
      : []),
    {
      ...fitted(
        `${facts.place}, ${formatDayInWords(facts.issuedOn, words.language)}.`,
        { width: 2 * (codeLeft(facts.proof) - 10 - PAGE.width / 2), floor: 10.5, ceiling: body.fontSize, maxLines: 2 },
        'normal',
      ),
      lineHeight: body.lineHeight,
      air: [6 * ease, 0],
      narrow: true,
    },
    ...(validUntil
      ? [
          {
            ...small(words('certificates.face.validUntil', { day: formatLongDay(validUntil, words.language) })),
            narrow: true,
          },
        ]
      : []),
  ]
}

function pictures({ pictures: { logo, seal } }: PrintedFacts, style: Style): Content[] {
  return [
    ...(logo ? [{ image: dataOf(logo), fit: LOGO, absolutePosition: { x: 56, y: style.top - 4 } }] : []),
    ...(seal ? [{ image: dataOf(seal), fit: SEAL, absolutePosition: { x: 56, y: 446 } }] : []),
  ].map((each) => ({ ...each, alignment: 'left' as const }))
}

/** PNGs begin with iVBOR in base64, JPEGs with /9j/. */
const dataOf = (base64: string): string => `data:image/${base64.startsWith('iVBOR') ? 'png' : 'jpeg'};base64,${base64}`

/** Lines to sign on, side by side, left of the QR; at a fixed height, so that long names do not push them off. */
function signatures(facts: PrintedFacts): Content {
  const left = facts.pictures.seal ? SEAL[0] : 0
  const width = INNER - codeWidth(facts.proof) - 24 - left
  const count = facts.signatories.length
  const gap = 16
  const column = Math.min(230, (width - gap * (count - 1)) / count)
  const room = (ceiling: number) => ({ width: column - 2, floor: 8, ceiling, maxLines: 3 })
  return {
    absolutePosition: { x: SIDE + left + (width - column * count - gap * (count - 1)) / 2, y: 488 },
    columnGap: gap,
    columns: facts.signatories.map(({ name, post }) => {
      const signed = fitted(name, room(11), 'bold')
      return {
        width: column,
        lineHeight: 0.95,
        stack: [
          { canvas: [{ type: 'line', x1: 0, y1: 0, x2: column, y2: 0, lineWidth: 0.5 }], alignment: 'left' },
          { ...signed, margin: [0, 3, 0, 0] },
          fitted(post, room(Math.min(10, signed.fontSize)), 'normal'),
        ],
      }
    }),
  }
}

function proofBlock(facts: PrintedFacts, words: Words): Content {
  const width = codeWidth(facts.proof)
  const x = codeLeft(facts.proof)
  const { duplicate } = facts
  const mark = duplicate && words('certificates.face.duplicate', { number: duplicate.number })
  return [
    { image: qrImage(facts.proof), width, absolutePosition: { x, y: CODE_END - width } },
    {
      absolutePosition: { x: x - 24, y: CODE_END - 1 },
      columns: [
        {
          width: width + 48,
          fontSize: 8.5,
          lineHeight: 1,
          stack: [
            { text: [`${words('certificates.face.folio')} `, { text: facts.folio, bold: true }] },
            ...(mark ? [{ text: mark, bold: true }] : []),
          ],
        },
      ],
    },
  ]
}

const foot = (facts: PrintedFacts, words: Words): Content => ({
  absolutePosition: { x: SIDE - 14, y: 553 },
  columns: [
    {
      width: INNER - codeWidth(facts.proof) - 10,
      text: words('certificates.face.check'),
      fontSize: 8,
      color: '#333333',
      alignment: 'left',
    },
  ],
})
