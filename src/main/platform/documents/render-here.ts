/** Renders papers in this thread; the app runs it inside a worker (`app/papers.worker.ts`), tests call it directly. */
import { createRequire } from 'node:module'
import type { Content, ContentTable, TDocumentDefinitions } from 'pdfmake/interfaces'
import { wordsIn, type Language } from '../../../shared/i18n'
import { isDrawing, teachDrawings } from './drawing'
import { shareFonts } from './font-cache'
import { shareFontWork } from './font-work'
import type { Paper } from './paper'
import { fontBytes, fontFiles, PAPER_FONT } from './fonts'
import { PILE, type Pile } from './pile-job'
import type { Render, RenderedPaper } from './render'
import { WARM_UP, warmUpPage } from './warm-up'

interface PdfMake {
  virtualfs: { existsSync(path: string): boolean; readFileSync(path: string): Buffer }
  setFonts(fonts: object): void
  setUrlAccessPolicy(policy: (url: string) => boolean): void
  setLocalAccessPolicy(policy: (path: string) => boolean): void
  createPdf(definition: TDocumentDefinitions, options: { bufferPages: boolean }): { getStream(): Promise<PdfStream> }
}
interface PdfStream extends NodeJS.ReadableStream {
  bufferedPageRange(): { start: number; count: number }
  end(): void
}

shareFonts()
shareFontWork()
teachDrawings()
const pdfmake = createRequire(import.meta.url)('pdfmake') as PdfMake

/** US Letter with a 25 mm left margin for two-hole folders (docs/domain.md §9); 1 mm = 2.8346 pt. */
const MM = 2.8346

const HOUSE: Partial<TDocumentDefinitions> = {
  pageSize: 'LETTER',
  pageMargins: [25 * MM, 18 * MM, 15 * MM, 18 * MM],
  defaultStyle: { font: PAPER_FONT, fontSize: 10, lineHeight: 1.15 },
  styles: {
    title: { fontSize: 16, bold: true, margin: [0, 0, 0, 4] },
    label: { fontSize: 8, bold: true, characterSpacing: 0.6 },
    key: { fontSize: 12, bold: true, characterSpacing: 0.5 },
  },
}

let ready = false

function prepare(): void {
  if (ready) return
  const fonts = fontFiles()
  const ours = new Set(Object.values(fonts).flatMap((family) => Object.values(family)))
  pdfmake.setFonts(fonts)
  pdfmake.virtualfs = { existsSync: (path) => ours.has(path), readFileSync: fontBytes }
  // SECURITY: a definition may name no URL and no file, only drawings of ours; the fonts are handed in (design §7;
  // CVE-2026-114491 is why `svg` is refused).
  pdfmake.setUrlAccessPolicy(() => false)
  pdfmake.setLocalAccessPolicy(isDrawing)
  ready = true
}

/** A renderer over these paper types. A fixed creation date makes the same facts give the same bytes. */
export function renderHere(papers: readonly Paper[]): Render {
  return async (type, facts, language) => {
    // Loaded when first needed: it weighs as much as all else a renderer holds, and most days no pile is made.
    if (type === PILE) return (await import('./pile')).pile(facts as Pile)
    if (type === WARM_UP) return renderDefinition(warmUpPage)
    const paper = papers.find((each) => each.type === type)
    if (!paper) throw new Error(`Unknown paper type ${type}`)
    return renderDefinition(defineFrom(paper, facts, language))
  }
}

function defineFrom(paper: Paper, facts: unknown, language: Language): TDocumentDefinitions {
  const built = paper.build(paper.facts.parse(facts), wordsIn(language))
  refuseSvg(built.content)
  return {
    ...HOUSE,
    ...built,
    defaultStyle: { ...HOUSE.defaultStyle, ...built.defaultStyle },
    styles: { ...HOUSE.styles, ...built.styles },
    info: { creationDate: new Date(0), modDate: new Date(0), producer: 'Umbral', creator: 'Umbral', ...built.info },
    language: language === 'es' ? 'es-MX' : 'en',
  }
}

export async function renderDefinition(definition: TDocumentDefinitions): Promise<RenderedPaper> {
  prepare()
  // Pages not kept until the end are flushed one by one, and the range would count only the last.
  const document = await pdfmake.createPdf(definition, { bufferPages: true }).getStream()
  const pieces: Buffer[] = []
  const whole = new Promise<Buffer>((resolve, reject) => {
    document.on('data', (piece: Buffer) => pieces.push(piece))
    document.on('end', () => resolve(Buffer.concat(pieces)))
    document.on('error', reject)
  })
  const pages = document.bufferedPageRange().count
  document.end()
  return { pdf: await whole, pages }
}

/** SECURITY: pdfmake 0.3.11 does not apply its file policy inside `svg` nodes, so no definition may hold one. */
function refuseSvg(content: Content | ContentTable | undefined): void {
  if (Array.isArray(content)) for (const each of content) refuseSvg(each)
  else if (typeof content === 'object' && content !== null) {
    if ('svg' in content) throw new Error('A paper may not hold an svg node')
    for (const value of Object.values(content)) if (typeof value === 'object') refuseSvg(value as Content)
  }
}
