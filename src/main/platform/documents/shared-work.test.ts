/** Papers share fonts, words, subsets and drawings with those made before them; nobody may be able to tell. */
import { PDFArray, PDFDict, PDFDocument, PDFRawStream, PDFRef, type PDFObject } from '@cantoo/pdf-lib'
import type { TDocumentDefinitions } from 'pdfmake/interfaces'
import { expect, test } from 'vitest'
import { sha256Hex } from '../crypto/digest'
import { defineDrawing } from './drawing'
import { CERTIFICATE_FONT, PAPER_FONT } from './fonts'
import { pile } from './pile'
import { renderDefinition } from './render-here'

const frame = defineDrawing('test.frame', {
  width: 100,
  height: 50,
  operators: '1 0 0 rg 10 10 80 30 re f\n'.repeat(200),
})

const paper = (text: string, font = CERTIFICATE_FONT): TDocumentDefinitions => ({
  info: { creationDate: new Date(0), modDate: new Date(0) },
  content: [
    { text, font },
    { text, font, bold: true, italics: true },
    { image: frame, width: 100, height: 50 },
  ],
})

const bytesOf = async (...wish: Parameters<typeof paper>): Promise<string> =>
  (await renderDefinition(paper(...wish))).pdf.toString('latin1')

test('the bytes of a paper do not depend on what was made before it', async () => {
  const text = 'Ñáñez fin efluvio'
  const first = await bytesOf(text)
  await bytesOf('ﬁn n\u0303 ꞌ ɨ ʉ a\u0331', PAPER_FONT)
  await bytesOf('ﬁn n\u0303 ꞌ ɨ ʉ a\u0331')
  for (let i = 0; i < 20; i++) await bytesOf(`Palabra${i} ${String.fromCodePoint(0x100 + i)}`)
  expect(await bytesOf(text)).toBe(first)
})

test('a drawing is vectors, in the place and size of a picture', async () => {
  const bytes = await bytesOf('a')
  expect(bytes).toContain('/Subtype /Form')
  expect(bytes).not.toContain('/Subtype /Image')
})

test('a drawing that nobody made known is no picture, and no file is looked for', async () => {
  await expect(renderDefinition({ content: [{ image: 'drawing:none' }] })).rejects.toThrow(/policy/)
  await expect(renderDefinition({ content: [{ image: '/etc/hostname' }] })).rejects.toThrow(/policy/)
})

test('a pile repeats neither letters nor drawings, and keeps each page whole', async () => {
  const names = Array.from({ length: 20 }, (_, at) => `Persona ${String.fromCharCode(65 + at)}`)
  const pdfs: Buffer[] = []
  for (const name of names) pdfs.push((await renderDefinition(paper(name))).pdf)
  const sum = pdfs.reduce((total, each) => total + each.length, 0)
  const piled = await pile({ title: 'Tanda', pdfs: [...pdfs] })
  expect(piled.pages).toBe(names.length)
  expect(piled.pdf.length).toBeLessThan(sum * 0.5)
  const read = await PDFDocument.load(piled.pdf, { updateMetadata: false })
  const { context } = read
  const objects = context.enumerateIndirectObjects().map(([, object]) => object)
  const refs = objects.flatMap(refsIn)
  expect(refs.length).toBeGreaterThan(names.length * 10)
  expect(refs.filter((ref) => context.lookup(ref) === undefined)).toEqual([])
  const streams = objects.filter((each) => each instanceof PDFRawStream)
  expect(streams.filter((each) => each.dict.toString().includes('/Form'))).toHaveLength(1)
  const drawn = read.getPages().map(({ node }) => {
    const content = node.Contents()
    return content instanceof PDFRawStream ? sha256Hex(content.contents) : ''
  })
  expect(new Set(drawn).size).toBe(names.length)
})

function refsIn(object: PDFObject): PDFRef[] {
  if (object instanceof PDFRef) return [object]
  if (object instanceof PDFRawStream) return refsIn(object.dict)
  if (object instanceof PDFDict) return object.values().flatMap(refsIn)
  return object instanceof PDFArray ? object.asArray().flatMap(refsIn) : []
}
