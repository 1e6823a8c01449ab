/** Several frozen papers as one PDF: their pages are taken over as they are, nothing is laid out again. */
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFPageLeaf,
  PDFRawStream,
  PDFRef,
  type PDFContext,
  type PDFObject,
} from '@cantoo/pdf-lib'
import { sha256Hex } from '../crypto/digest'
import type { Pile } from './pile-job'

/** SECURITY: only papers of our own are piled, and the pile names no program and no time. */
export async function pile({ title, pdfs }: Pile): Promise<{ pdf: Buffer; pages: number }> {
  const whole = await PDFDocument.create({ updateMetadata: false })
  whole.setTitle(title, { showInWindowTitleBar: true })
  whole.setLanguage('es-MX')
  const known = new Map<string, PDFRef>()
  for (let bytes = pdfs.shift(); bytes; bytes = pdfs.shift()) {
    const before = whole.context.largestObjectNumber
    const each = await PDFDocument.load(bytes, { updateMetadata: false })
    for (const page of await whole.copyPages(each, each.getPageIndices())) whole.addPage(page)
    shareEqual(whole.context, before, known)
  }
  // Plain objects: packing them into streams saves little, because all that is large is packed already, and takes longer.
  const pdf = await whole.save({ useObjectStreams: false, addDefaultPage: false, objectsPerTick: 2000 })
  return { pdf: Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength), pages: whole.getPageCount() }
}

/**
 * What came in after an object's number and is in the pile already, to the byte (the letters of a font, a frame, colours),
 * is pointed to instead of repeated: 500 certificates take a tenth of the room, in memory and in the printer's queue.
 * What points to such objects may then be equal in its turn: a font's widths, then the font.
 */
function shareEqual(context: PDFContext, before: number, known: Map<string, PDFRef>): void {
  const numbers = Array.from({ length: context.largestObjectNumber - before }, (_, at) => before + 1 + at)
  let added = numbers.map((number) => PDFRef.of(number))
  for (;;) {
    const twins = new Map<PDFRef, PDFRef>()
    for (const ref of added) {
      const twin = known.get(keyOf(context.lookup(ref)))
      if (twin) twins.set(ref, twin)
    }
    if (twins.size === 0) break
    for (const ref of twins.keys()) context.delete(ref)
    added = added.filter((ref) => !twins.has(ref))
    for (const ref of added) pointTo(twins, context.lookup(ref))
  }
  for (const ref of added) {
    const object = context.lookup(ref)
    if (!(object instanceof PDFPageLeaf)) known.set(keyOf(object), ref)
  }
}

/** Equal for equal objects: what it says, and what its stream holds. */
const keyOf = (object: PDFObject | undefined): string =>
  object instanceof PDFRawStream
    ? sha256Hex(`${object.dict.toString()} ${sha256Hex(object.contents)}`)
    : sha256Hex(String(object))

/** Within an object, puts each reference's twin in its place. */
function pointTo(twins: ReadonlyMap<PDFRef, PDFRef>, object: PDFObject | undefined): void {
  if (object instanceof PDFRawStream) pointTo(twins, object.dict)
  else if (object instanceof PDFDict)
    for (const [name, value] of object.entries())
      if (value instanceof PDFRef) object.set(name, twins.get(value) ?? value)
      else pointTo(twins, value)
  else if (object instanceof PDFArray)
    for (const [at, value] of object.asArray().entries())
      if (value instanceof PDFRef) object.set(at, twins.get(value) ?? value)
      else pointTo(twins, value)
}
