/** Several frozen papers as one PDF: their pages are taken over as they are, nothing is laid out again. */
import { PDFDocument } from '@cantoo/pdf-lib'
import type { Pile } from './pile-job'

/** SECURITY: only papers of our own are piled, and the pile names no program and no time. */
export async function pile({ title, pdfs }: Pile): Promise<{ pdf: Buffer; pages: number }> {
  const whole = await PDFDocument.create({ updateMetadata: false })
  whole.setTitle(title, { showInWindowTitleBar: true })
  whole.setLanguage('es-MX')
  for (const bytes of pdfs) {
    const each = await PDFDocument.load(bytes, { updateMetadata: false })
    for (const page of await whole.copyPages(each, each.getPageIndices())) whole.addPage(page)
  }
  // Plain objects: packing them into streams saves little, because all that is large is packed already, and takes longer.
  const pdf = await whole.save({ useObjectStreams: false, addDefaultPage: false, objectsPerTick: 2000 })
  return { pdf: Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength), pages: whole.getPageCount() }
}
