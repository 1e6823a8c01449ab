/** Prints a paper from memory: pages become pictures in a print-only container, and are forgotten afterwards. */
import { pageSizes, pictureOf, sheetName, type Pdf } from './pdf-pages'
import './paper-print.css'

/** Opens the printer's dialog with all pages. Nothing is saved (design §7). */
export async function printPaper(pdf: Pdf, progress: (done: number, total: number) => void): Promise<void> {
  const sizes = await pageSizes(pdf)
  const container = document.createElement('div')
  container.className = 'paper-print'
  container.setAttribute('aria-hidden', 'true')
  const pictures: string[] = []
  try {
    for (const [index, size] of sizes.entries()) {
      const image = new Image()
      image.alt = ''
      image.dataset.sheet = sheetName(size)
      image.src = await pictureOf(pdf, index + 1)
      pictures.push(image.src)
      await image.decode()
      container.append(image)
      progress(index + 1, sizes.length)
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
