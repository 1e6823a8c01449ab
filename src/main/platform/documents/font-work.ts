/**
 * Lets documents share what is done with a font: shaping words and making subsets, which pdfkit does anew for each. The
 * bytes of a document depend on itself alone, not on what was made before it.
 */
import { deflateSync } from 'node:zlib'
import { pdfkit, type EmbeddedFont, type PdfKitReference, type Run } from './pdfkit'

/** What was done with one parsed font. */
interface Work {
  readonly words: Record<string, Run>
  shaped: number
  readonly subsets: Map<string, Uint8Array>
}

/** A month of papers has some 3,000 different words. */
const WORDS = 6000
/** One per kind of paper and batch, more or less. */
const SUBSETS = 8

const works = new WeakMap<object, Work>()
const packed = new WeakMap<Uint8Array, Uint8Array>()

/** Must run before the first document is made. */
export function shareFontWork(): void {
  const { prototype } = pdfkit()
  const { font, ref } = prototype
  const begun = new WeakSet<EmbeddedFont>()
  prototype.font = function (...wish) {
    const document = font.apply(this, wish)
    const now = this._font
    if (now?.subset && !begun.has(now)) {
      begun.add(now)
      share(now)
    }
    return document
  }
  prototype.ref = function (data) {
    return packedOnce(ref.call(this, data))
  }
}

function share(font: EmbeddedFont): void {
  const work = works.get(font.font) ?? { words: Object.create(null) as Work['words'], shaped: 0, subsets: new Map() }
  works.set(font.font, work)
  keepWords(font, work)
  keepSubsets(font, work)
}

/** Shaping words is a third of the work on a paper, and most (labels, hours, rooms, names) stand on many of them. */
function keepWords(font: EmbeddedFont, work: Work): void {
  font.layoutCache = work.words
  const { layoutRun } = font
  font.layoutRun = (text, features) => {
    if (++work.shaped > WORDS) {
      work.shaped = 0
      for (const word of Object.keys(work.words)) delete work.words[word]
    }
    return layoutRun.call(font, text, features)
  }
}

/** What most names, folios and hours are written with, so put that no two letters join into one (fi, ff). */
const LETTERS = 'ABCDEFGHIJKLMNÑOPQRSTUVWXYZÁÉÍÓÚabcdeghijklmnñopqrstuvwxyzfáéíóúü0123456789.,:-'

/**
 * An upright subset begins with the same letters in every document, so that hardly one differs from the last; slanted ones
 * set few words, the same ones in a batch. Each is made and packed once.
 */
function keepSubsets(font: EmbeddedFont, { subsets }: Work): void {
  const { subset } = font
  if (!subset) return
  if (font.font.italicAngle === 0) font.encode(LETTERS)
  const encode = subset.encode.bind(subset)
  subset.encode = () => {
    const key = subset.glyphs.join(' ')
    const known = subsets.get(key)
    if (known) return known
    const bytes = encode()
    packed.set(bytes, deflateSync(bytes))
    if (subsets.size >= SUBSETS) subsets.clear()
    subsets.set(key, bytes)
    return bytes
  }
}

/** pdfkit packs a stream when it ends; one that was packed before is put in as it is. */
function packedOnce(reference: PdfKitReference): PdfKitReference {
  const { finalize } = reference
  reference.finalize = () => {
    const [only, more] = reference.buffer
    const ready = only && !more && reference.compress ? packed.get(only) : undefined
    if (ready) {
      reference.buffer = [ready]
      reference.compress = false
    }
    finalize.call(reference)
  }
  return reference
}
