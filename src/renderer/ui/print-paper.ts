/** Prints a paper from memory: pages become pictures in a print-only container, and are forgotten afterwards. */
import { pictureOf, sheetName, type PilePage } from './pdf-pages'
import './paper-print.css'

/** Opens the printer's dialog once with all pages of a pile. Nothing is saved (design §7). */
export async function printPaper(
  pages: readonly PilePage[],
  progress: (done: number, total: number) => void,
): Promise<void> {
  const container = document.createElement('div')
  container.className = 'paper-print'
  container.setAttribute('aria-hidden', 'true')
  const pictures: string[] = []
  try {
    for (const [index, page] of pages.entries()) {
      const image = new Image()
      image.alt = ''
      image.dataset.sheet = sheetName(page)
      image.src = await pictureOf(page.pdf, page.number)
      pictures.push(image.src)
      await image.decode()
      container.append(image)
      progress(index + 1, pages.length)
    }
    document.body.append(container)
    document.body.dataset.printingPaper = 'true'
    window.print()
  } finally {
    delete document.body.dataset.printingPaper
    container.remove()
    for (const picture of pictures) URL.revokeObjectURL(picture)
  }
}
