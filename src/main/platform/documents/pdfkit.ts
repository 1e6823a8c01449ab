/** The part of pdfkit, which draws for pdfmake, that papers are made faster with. Its version is fixed with pdfmake's. */
import { createRequire } from 'node:module'

export interface PdfKitReference {
  buffer: Uint8Array[]
  compress: boolean
  end(bytes?: Uint8Array): void
  finalize: (this: PdfKitReference) => void
}
export interface PdfKitImage {
  readonly width: number
  readonly height: number
  readonly label: string
  obj?: PdfKitReference
  embed(document: PdfKitDocument): void
}
/** A shaped word; only pdfkit looks into it. */
export interface Run {
  readonly advanceWidth: number
}
/** A font as one document uses it. */
export interface EmbeddedFont {
  /** Parsed; shared by all documents. */
  readonly font: { readonly italicAngle: number }
  /** Which letters go into the file; missing where a font is one of the fourteen that every reader has. */
  readonly subset?: { readonly glyphs: readonly number[]; encode: () => Uint8Array }
  /** Words shaped so far, at 1000 to the em. */
  layoutCache: Record<string, Run>
  layoutRun: (this: EmbeddedFont, text: string, features?: unknown) => Run
  encode(text: string): unknown
}
export interface PdfKitDocument {
  _font: EmbeddedFont | null
  _imageCount: number
  font: (this: PdfKitDocument, ...wish: unknown[]) => PdfKitDocument
  openImage: (this: PdfKitDocument, source: unknown) => PdfKitImage
  ref: (this: PdfKitDocument, data?: object) => PdfKitReference
}

// Not named `require`: the bundler puts a constant of that name at the head of a chunk.
const fromHere = createRequire(import.meta.url)

/** What is required by whatever pdfmake requires it with. */
export const besidePdfmake = (): NodeJS.Require => createRequire(fromHere.resolve('pdfmake'))

/** The class of documents. */
export const pdfkit = (): { readonly prototype: PdfKitDocument } =>
  besidePdfmake()('pdfkit') as { readonly prototype: PdfKitDocument }
