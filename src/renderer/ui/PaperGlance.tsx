/** One page of a paper, small, to be looked at in passing; the viewer shows it whole. */
import { useEffect, useRef, useState } from 'react'
import { drawPage, openPdf, type Pdf } from './pdf-pages'
import classes from './PaperGlance.module.css'

export interface PaperGlanceProps {
  /** Base64 of a PDF. */
  readonly pdf: string
  readonly page?: number
  /** In pixels on the screen; the height follows from the page. */
  readonly width: number
  /** What it shows, for those who cannot see it. */
  readonly label: string
}

/** Its frame keeps the height of the last page drawn, so that nothing jumps while the next one is made. */
export function PaperGlance({ pdf, page = 1, width, label }: PaperGlanceProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const opened = usePdf(pdf)
  const [ratio, setRatio] = useState(612 / 792)
  useEffect(() => {
    const element = canvas.current
    if (!opened || !element) return
    let gone = false
    let cancel = () => undefined as unknown
    void opened.getPage(Math.min(page, opened.numPages)).then((shown) => {
      if (gone) return
      const size = shown.getViewport({ scale: 1 })
      setRatio(size.height / size.width)
      cancel = drawPage(opened, shown.pageNumber, element, (width / size.width) * window.devicePixelRatio)
    })
    return () => {
      gone = true
      cancel()
    }
  }, [opened, page, width])
  return (
    <canvas
      ref={canvas}
      className={classes.page}
      role="img"
      aria-label={label}
      style={{ width, height: width * ratio }}
    />
  )
}

function usePdf(base64: string): Pdf | null {
  const [opened, setOpened] = useState<Pdf | null>(null)
  useEffect(() => {
    let gone = false
    const opening = openPdf(base64)
    void opening.then((pdf) => (gone ? undefined : setOpened(pdf))).catch(() => undefined)
    return () => {
      gone = true
      void opening.then((pdf) => pdf.loadingTask.destroy()).catch(() => undefined)
    }
  }, [base64])
  return opened
}
