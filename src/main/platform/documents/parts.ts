/**
 * The furniture that all sheets share (docs/look.md, Paper): letterhead line, title block, hairline tables, footer,
 * signature lines, thumbprint box. Pure; built anew at each call, because pdfmake alters what it is given.
 */
import type { Column, Content, ContentCanvas, ContentTable, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces'
import type { Words } from '../../../shared/i18n'
import { formatDay } from '../../../shared/i18n/format'
import type { Sheet } from './sheet'

/** Points in a millimetre. */
export const MM = 72 / 25.4
/** Left margin 25 mm: two-hole folders (docs/domain.md §9). */
export const LEFT = 25 * MM
export const RIGHT = 15 * MM
const HAIR = 0.3
const INK = '#000000'
const RULE = '#777777'

const PAGE = { portrait: { width: 612, height: 792 }, landscape: { width: 792, height: 612 } } as const

/** Width between the margins of a letter page, in points. */
export const innerWidth = (orientation: 'portrait' | 'landscape' = 'portrait'): number =>
  PAGE[orientation].width - LEFT - RIGHT

/** A line of small capitals, letter-spaced: labels and table heads. Not for names: capitals lose their saltillos. */
export const label = (text: string, size = 7): { text: string; fontSize: number; characterSpacing: number } => ({
  text: text.toLocaleUpperCase('es-MX'),
  fontSize: size,
  characterSpacing: 0.6,
})

/** The size at which a text of a column stays on one line: the usual one, or smaller if it has more letters than fit. */
export const smallerIfLong = (text: string, fits: number, size: number, least = 6): number =>
  text.length > fits ? Math.max(least, (size * fits) / text.length) : size

/** One horizontal rule; a hairline unless told otherwise. */
export const rule = (width: number, weight = HAIR): ContentCanvas => ({
  canvas: [{ type: 'line', x1: 0, y1: 0, x2: width, y2: 0, lineWidth: weight, lineColor: INK }],
})

/** An empty box for a tick of the pen. */
export const tickBox = (size = 9.5): ContentCanvas => ({
  canvas: [{ type: 'rect', x: 0, y: 0, w: size, h: size, lineWidth: 0.6, lineColor: INK }],
  alignment: 'center',
  margin: [0, 1, 0, 0],
})

export interface Heading {
  readonly title: string
  readonly subtitle?: string
  /** Stands at the right of the title, e.g. a count or a month. */
  readonly aside?: string
  readonly orientation?: 'portrait' | 'landscape'
}

/** The lines around a page: what stands left and right above it, and left below it. */
export interface Imprint {
  readonly center: string
  /** None on a paper that is never kept. */
  readonly folio: string
  readonly foot: string
  /** Says of a reprint that it is one, and whose place it takes. */
  readonly reprint?: string | null
}

type Frame = Pick<TDocumentDefinitions, 'pageSize' | 'pageOrientation' | 'pageMargins' | 'header' | 'footer' | 'info'>

/**
 * Header and footer of a letter page, to be spread into a definition. The title stands on every page: a sheet that
 * lost its companions must still say what it is. Folio top right; when and by whom printed bottom left; page x of y.
 */
export const sheetFrame = (sheet: Sheet, words: Words, heading: Heading): Frame =>
  pageFrame(
    {
      center: sheet.center,
      folio: sheet.folio,
      foot: printedLine(sheet, words),
      reprint: reprintLine(sheet, words),
    },
    words,
    heading,
  )

/** The same for a paper without folio, time and printer. */
export function pageFrame(imprint: Imprint, words: Words, heading: Heading): Frame {
  const orientation = heading.orientation ?? 'portrait'
  const width = innerWidth(orientation)
  const titleHeight = heading.subtitle ? 50 : 34
  return {
    pageSize: 'LETTER',
    pageOrientation: orientation,
    pageMargins: [LEFT, 11 * MM + 20 + titleHeight, RIGHT, 16 * MM],
    info: { title: [heading.title, imprint.folio].filter(Boolean).join(' · ') },
    header: () => ({ margin: [LEFT, 11 * MM, RIGHT, 0], stack: [letterhead(imprint, width), titleBlock(heading)] }),
    footer: (page: number, pages: number) => ({
      margin: [LEFT, 4 * MM, RIGHT, 0],
      stack: [
        rule(width),
        {
          margin: [0, 3, 0, 0],
          fontSize: 7.5,
          columns: [
            { width: '*', text: imprint.foot },
            { width: 'auto', text: words('paper.page', { page, pages }), alignment: 'right' },
          ],
        },
      ],
    }),
  }
}

const letterhead = (imprint: Imprint, width: number): Content => ({
  stack: [
    {
      columns: [
        { width: '*', ...label(imprint.center) },
        ...(imprint.reprint ? [reprintMark(imprint.reprint)] : []),
        { width: 'auto', text: imprint.folio, fontSize: 8.5, bold: true, alignment: 'right', characterSpacing: 0.3 },
      ],
    },
    { ...rule(width, 0.8), margin: [0, 2, 0, 5] },
  ],
})

/** White on black: an old sheet and a new one lie on the same table, and she who takes one up must see which it is. */
export const reprintMark = (text: string): Column => ({
  width: 'auto',
  margin: [0, -1.5, 10, 0],
  text: [{ text: `\u00a0${text}\u00a0`, background: INK, color: '#ffffff', bold: true, fontSize: 8.5 }],
})

const titleBlock = (heading: Heading): Content => ({
  columns: [
    {
      width: '*',
      stack: [
        { text: heading.title, fontSize: 15, bold: true, lineHeight: 1 },
        ...(heading.subtitle ? [{ text: heading.subtitle, fontSize: 9.5, lineHeight: 1.1 }] : []),
      ],
    },
    ...(heading.aside
      ? [{ width: 'auto' as const, text: heading.aside, fontSize: 9.5, alignment: 'right' as const, marginTop: 5 }]
      : []),
  ],
})

/** When and by whom it was printed, which edition it is, and the code that proves it. */
export const printedLine = (sheet: Sheet, words: Words): string =>
  [
    words('paper.printed', {
      day: formatDay(sheet.printedOn, words.language),
      time: sheet.printedAt,
      by: sheet.printedBy,
    }),
    words('paper.version', { version: sheet.version }),
    words('paper.checkCode', { code: sheet.checkCode }),
  ].join(' · ')

/** What a reprint says of itself; null on a first print. */
export const reprintLine = (sheet: Sheet, words: Words): string | null =>
  sheet.version > 1 && sheet.replaces ? words('paper.reprint', { version: sheet.version, folio: sheet.replaces }) : null

/** Stands beside what changed on the day that the sheet is about. */
export const changedMark = (words: Words, size = 6.5): { text: string; fontSize: number; bold: true } => ({
  ...label(`• ${words('paper.changedToday')}`, size),
  bold: true,
})

export interface RuledTable {
  readonly widths: readonly (number | 'auto' | '*')[]
  /** Labels of the columns; repeated on every page. Strings become small capitals. */
  readonly head: readonly TableCell[]
  readonly rows: readonly (readonly TableCell[])[]
  /** Stands above the head on every page, where a sheet holds several tables (a dormitory, a group). */
  readonly caption?: string | { readonly stack: Content[] }
  /** Least height of a row of the body, for what is filled in by hand. */
  readonly rowHeight?: number
  /** The face has tall lines; closer ones keep a full table on its sheet. */
  readonly lineHeight?: number
  /** Draws hairlines between columns too, for grids. */
  readonly grid?: boolean
  readonly fontSize?: number
  /** Padding left and right of a cell. */
  readonly pad?: number
}

/** A table with hairlines only: a firm line above and below the head, hairlines between rows, no boxes. */
export function ruledTable(table: RuledTable): ContentTable {
  const pad = table.pad ?? 3
  const size = table.fontSize ?? 9
  const head = table.head.map((cell) => (typeof cell === 'string' ? label(cell) : cell))
  const heads = table.caption ? 2 : 1
  const last = table.rows.length + heads
  // Words stand in the middle of a tall row.
  const lift = table.rowHeight ? Math.max(2, (table.rowHeight - size * 1.6) / 2) : 2
  return {
    fontSize: size,
    ...(table.lineHeight && { lineHeight: table.lineHeight }),
    table: {
      headerRows: heads,
      dontBreakRows: true,
      keepWithHeaderRows: 1,
      widths: [...table.widths],
      heights: (row: number) => (row < heads || !table.rowHeight ? 'auto' : table.rowHeight - lift - 1.5),
      body: [
        ...(table.caption ? [captionRow(table.caption, head.length)] : []),
        head,
        ...table.rows.map((row) => [...row]),
      ],
    },
    layout: {
      hLineWidth: (line: number) => {
        if (table.caption && line === 0) return 0
        return line === heads - 1 || line === heads || line === last ? 0.8 : HAIR
      },
      vLineWidth: (line: number) => (table.grid && line > 0 && line < head.length ? HAIR : 0),
      hLineColor: (line: number) => (line <= heads || line === last ? INK : RULE),
      vLineColor: () => RULE,
      paddingLeft: () => pad,
      paddingRight: () => pad,
      paddingTop: (row: number) => (row < heads ? 2.5 : lift),
      paddingBottom: () => 1.5,
    },
  }
}

const captionRow = (caption: NonNullable<RuledTable['caption']>, columns: number): TableCell[] => [
  {
    ...(typeof caption === 'string' ? { text: caption, bold: true, fontSize: 12 } : caption),
    colSpan: columns,
    border: [false, false, false, false],
  },
  ...Array.from({ length: columns - 1 }, (): TableCell => ({ text: '' })),
]

/** A box for a thumbprint, for somebody who may not write, with its label below. */
export const thumbprintBox = (words: Words, height = 48): Content => ({
  stack: [
    { canvas: [{ type: 'rect', x: 0, y: 0, w: 42, h: height, lineWidth: 0.6, lineColor: INK, dash: { length: 2 } }] },
    { ...label(words('paper.thumbprint'), 6), margin: [0, 2, 0, 0] },
  ],
})

export interface Signature {
  /** Who signs: a post or a part (*Custodia*, *Tallerista*). */
  readonly as: string
  readonly name?: string
  /** Sets a thumbprint box beside the line. */
  readonly thumbprint?: boolean
}

/** A row of lines to sign on, with room for seal and wet ink; never broken over two pages. */
export function signatureLines(signatures: readonly Signature[], words: Words, space = 34): Content {
  const room = signatures.some((each) => each.thumbprint) ? Math.max(space, 54) : space
  return {
    unbreakable: true,
    columnGap: 24,
    columns: signatures.map((each) => ({
      width: '*',
      columnGap: 8,
      columns: [
        { width: '*', margin: [0, room, 0, 0], stack: signatureLine(each) },
        ...(each.thumbprint ? [{ width: 44, margin: [0, room - 44, 0, 0], stack: [thumbprintBox(words)] }] : []),
      ],
    })),
  } as Content
}

/** The line is the border of a one-cell table: it grows with its column. */
const signatureLine = (signature: Signature): Content[] => [
  {
    table: {
      widths: ['*'],
      body: [
        [
          {
            border: [false, true, false, false],
            stack: [
              ...(signature.name ? [{ text: signature.name, fontSize: 8.5, alignment: 'center' as const }] : []),
              { ...label(signature.as, 6.5), alignment: 'center' as const },
            ],
          },
        ],
      ],
    },
    layout: { hLineWidth: () => 0.6, vLineWidth: () => 0, paddingTop: () => 3 },
  },
]
