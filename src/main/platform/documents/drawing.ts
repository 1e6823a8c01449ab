/**
 * Drawings that many papers carry alike, as the frame of a certificate. To pdfmake each is a picture of a name; in the PDF
 * it is a form (ISO 32000-2 §8.10) of vectors that were packed once, where pdfkit would draw a thousand shapes again and
 * pack them again on every page: a quarter of the work on a certificate.
 */
import { deflateSync } from 'node:zlib'
import { pdfkit, type PdfKitDocument, type PdfKitImage } from './pdfkit'

export interface Drawing {
  /** In points. */
  readonly width: number
  readonly height: number
  /** What draws it, in PDF's own operators, from the upper left corner down. */
  readonly operators: string
}

const SCHEME = 'drawing:'
const known = new Map<string, Drawing & { readonly packed: Buffer }>()

/** Makes a drawing known; answers what a paper gives as its `image`. */
export function defineDrawing(name: string, drawing: Drawing): string {
  // A picture fills the square from 0 to 1, and grows upwards.
  const place = `${(1 / drawing.width).toFixed(10)} 0 0 ${(-1 / drawing.height).toFixed(10)} 0 1 cm`
  known.set(SCHEME + name, { ...drawing, packed: deflateSync(`${place}\n${drawing.operators}`) })
  return SCHEME + name
}

export const isDrawing = (name: string): boolean => known.has(name)

/** Must run before the first document is made. */
export function teachDrawings(): void {
  const { prototype } = pdfkit()
  const { openImage } = prototype
  prototype.openImage = function (source) {
    const drawing = typeof source === 'string' ? known.get(source) : undefined
    return drawing ? placed(drawing, `I${++this._imageCount}`) : openImage.call(this, source)
  }
}

function placed({ width, height, packed }: Drawing & { readonly packed: Buffer }, label: string): PdfKitImage {
  const picture: PdfKitImage = {
    width,
    height,
    label,
    embed(document: PdfKitDocument) {
      picture.obj = document.ref({
        Type: 'XObject',
        Subtype: 'Form',
        BBox: [0, 0, 1, 1],
        Resources: {},
        Filter: 'FlateDecode',
      })
      picture.obj.end(packed)
    },
  }
  return picture
}
