/** A print job is named after the page's title and waits in the printer's queue, in clear: so it never names anybody. */
export function hideTitleWhilePrinting(page: Document = document): void {
  let shown = page.title
  window.addEventListener('beforeprint', () => {
    shown = page.title
    page.title = 'Umbral'
  })
  window.addEventListener('afterprint', () => {
    page.title = shown
  })
}
