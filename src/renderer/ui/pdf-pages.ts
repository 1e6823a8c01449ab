/** Papers as pictures: opens a PDF from memory and draws its pages. pdf.js and its worker are files of our own. */
import type { PDFDocumentProxy } from 'pdfjs-dist'
// The legacy build: the office's Chromium may be 130.
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url'

export type Pdf = PDFDocumentProxy

const bytesOf = (base64: string): Uint8Array => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))

/** Opens a PDF given as base64. Loaded on first use: most days begin without a paper. */
export async function openPdf(base64: string): Promise<Pdf> {
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs')
  pdfjs.GlobalWorkerOptions.workerSrc = workerUrl
  // SECURITY: nothing is fetched and nothing compiled at run time; our papers embed every font they use.
  return pdfjs.getDocument({
    data: bytesOf(base64),
    useWasm: false,
    useWorkerFetch: false,
    useSystemFonts: false,
    stopAtErrors: true,
  }).promise
}

/** Draws a page on a canvas at `scale` (1 = 72 dpi). Answers how to give up drawing. */
export function drawPage(pdf: Pdf, number: number, canvas: HTMLCanvasElement, scale: number): () => void {
  let cancel = () => undefined as unknown
  let given = false
  void pdf.getPage(number).then(async (page) => {
    if (given) return
    const viewport = page.getViewport({ scale })
    canvas.width = Math.floor(viewport.width)
    canvas.height = Math.floor(viewport.height)
    const task = page.render({ canvas, viewport })
    cancel = () => task.cancel()
    await task.promise.catch(() => undefined)
  })
  return () => {
    given = true
    cancel()
  }
}

export interface PageSize {
  readonly width: number
  readonly height: number
}

/** The sizes of all pages in points. */
const pageSizes = (pdf: Pdf): Promise<PageSize[]> =>
  Promise.all(
    Array.from({ length: pdf.numPages }, async (_, index) => {
      const { width, height } = (await pdf.getPage(index + 1)).getViewport({ scale: 1 })
      return { width, height }
    }),
  )

/** A page of a pile of papers: which document's, and which of its pages. */
export interface PilePage extends PageSize {
  readonly pdf: Pdf
  readonly number: number
}

/** All pages of several papers in their order. */
export const pilePages = async (pdfs: readonly Pdf[]): Promise<PilePage[]> =>
  (
    await Promise.all(
      pdfs.map(async (pdf) => (await pageSizes(pdf)).map((size, index) => ({ ...size, pdf, number: index + 1 }))),
    )
  ).flat()

const PRINT_DPI = 200

/** A page as a picture for the printer, alive in memory only until `URL.revokeObjectURL`. */
export async function pictureOf(pdf: Pdf, number: number): Promise<string> {
  const page = await pdf.getPage(number)
  const viewport = page.getViewport({ scale: PRINT_DPI / 72 })
  const canvas = document.createElement('canvas')
  canvas.width = Math.floor(viewport.width)
  canvas.height = Math.floor(viewport.height)
  await page.render({ canvas, viewport, intent: 'print' }).promise
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  if (!blob) throw new Error('The page could not be drawn')
  return URL.createObjectURL(blob)
}

/** The name of the `@page` rule that fits a page (ui/paper-print.css). */
export function sheetName({ width, height }: PageSize): string {
  const long = Math.max(width, height)
  return `${long > 850 ? 'oficio' : 'letter'}-${width > height ? 'landscape' : 'portrait'}`
}
