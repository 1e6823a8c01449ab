/** The in-app viewer: shows an issued paper crisp, turns its pages, zooms, prints from memory. Esc closes. */
import { ActionIcon, Button, Group, Loader, Modal, Tooltip } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { IconArrowsHorizontal, IconPrinter, IconZoomIn, IconZoomOut } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useWords } from '../platform/words'
import { drawPage, openPdf, pageSizes, type PageSize, type Pdf } from './pdf-pages'
import { printPaper } from './print-paper'
import { useReturnFocus } from './use-return-focus'
import classes from './PaperViewer.module.css'

export interface ShownPaper {
  readonly title: string
  readonly folio?: string
  /** The PDF's bytes as base64. */
  readonly pdf: string
}

export interface PaperViewerProps {
  /** Null: nothing to show. */
  readonly paper: ShownPaper | null
  readonly onClose: () => void
}

const ZOOMS = [0.5, 0.75, 1, 1.25, 1.5, 2, 3] as const
const SCREEN_DPI = 96

export function PaperViewer({ paper, onClose }: PaperViewerProps) {
  const t = useWords()
  return (
    <Modal
      opened={paper !== null}
      onClose={onClose}
      fullScreen
      padding={0}
      title={paper ? [paper.title, paper.folio].filter(Boolean).join(' · ') : ''}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
      classNames={{ header: classes.header ?? '', body: classes.body ?? '', content: classes.content ?? '' }}
    >
      {paper && <Pages key={paper.pdf.slice(-64)} pdf64={paper.pdf} />}
    </Modal>
  )
}

function Pages({ pdf64 }: { readonly pdf64: string }) {
  const t = useWords()
  useReturnFocus()
  const [pdf, setPdf] = useState<Pdf | null>(null)
  const [sizes, setSizes] = useState<readonly PageSize[]>([])
  const [broken, setBroken] = useState(false)
  const [zoom, setZoom] = useState<number | 'width'>('width')
  const [page, setPage] = useState(1)
  const [printing, setPrinting] = useState<string | null>(null)
  const scroller = useRef<HTMLDivElement>(null)
  const room = useRoom(scroller)

  useEffect(() => {
    let gone = false
    let opened: Pdf | undefined
    openPdf(pdf64)
      .then(async (each) => {
        opened = each
        const found = await pageSizes(each)
        if (gone) return
        setSizes(found)
        setPdf(each)
        scroller.current?.focus()
      })
      .catch(() => setBroken(true))
    return () => {
      gone = true
      void opened?.loadingTask.destroy()
    }
  }, [pdf64])

  const widest = Math.max(1, ...sizes.map((size) => size.width))
  const fit = Math.max(0.3, Math.min(2, (room - 48) / ((widest * SCREEN_DPI) / 72)))
  const factor = zoom === 'width' ? fit : zoom
  const step = (by: 1 | -1) => {
    const next = by > 0 ? ZOOMS.find((each) => each > factor + 0.01) : ZOOMS.findLast((each) => each < factor - 0.01)
    if (next) setZoom(next)
  }
  const show = (number: number) => {
    const target = Math.max(1, Math.min(sizes.length, number))
    scroller.current?.querySelector(`[data-page="${String(target)}"]`)?.scrollIntoView({ block: 'start' })
  }
  const print = async () => {
    if (!pdf || printing) return
    setPrinting(t('ui.paper.preparing'))
    await printPaper(pdf, (done, total) => setPrinting(t('ui.paper.preparingPage', { done, total })))
    setPrinting(null)
    scroller.current?.focus()
  }
  useHotkeys([
    ['mod+P', () => void print()],
    ['mod+equal', () => step(1)],
    ['mod+minus', () => step(-1)],
    ['PageDown', () => show(page + 1)],
    ['PageUp', () => show(page - 1)],
  ])

  return (
    <>
      <Group className={classes.bar ?? ''} gap="sm" wrap="wrap">
        <span className={classes.count} role="status">
          {sizes.length > 0 && t('ui.paper.page', { page, pages: sizes.length })}
        </span>
        <Group gap={4}>
          <Tooltip label={t('ui.paper.smaller')}>
            <ActionIcon variant="subtle" color="gray" aria-label={t('ui.paper.smaller')} onClick={() => step(-1)}>
              <IconZoomOut size={20} />
            </ActionIcon>
          </Tooltip>
          <span className={classes.zoom}>{Math.round(factor * 100)} %</span>
          <Tooltip label={t('ui.paper.larger')}>
            <ActionIcon variant="subtle" color="gray" aria-label={t('ui.paper.larger')} onClick={() => step(1)}>
              <IconZoomIn size={20} />
            </ActionIcon>
          </Tooltip>
          <Tooltip label={t('ui.paper.fit')}>
            <ActionIcon variant="subtle" color="gray" aria-label={t('ui.paper.fit')} onClick={() => setZoom('width')}>
              <IconArrowsHorizontal size={20} />
            </ActionIcon>
          </Tooltip>
        </Group>
        <Button leftSection={<IconPrinter size={18} aria-hidden />} disabled={!pdf} onClick={() => void print()}>
          {printing ?? t('ui.print')}
        </Button>
      </Group>
      <div
        className={classes.scroll}
        ref={scroller}
        tabIndex={0}
        role="region"
        aria-label={t('ui.paper.pages')}
        data-autofocus
        onScroll={(event) => setPage(pageInSight(event.currentTarget))}
      >
        {broken && <p role="alert">{t('ui.paper.broken')}</p>}
        {!pdf && !broken && <Loader aria-label={t('ui.paper.opening')} />}
        {pdf &&
          sizes.map((size, index) => (
            <Sheet key={`${String(index)}`} pdf={pdf} number={index + 1} size={size} factor={factor} />
          ))}
      </div>
    </>
  )
}

/** The page whose upper third has passed the middle of the view. */
function pageInSight(scroller: HTMLElement): number {
  const middle = scroller.scrollTop + scroller.clientHeight / 2
  const sheets = [...scroller.querySelectorAll<HTMLElement>('[data-page]')]
  return Math.max(1, sheets.filter((sheet) => sheet.offsetTop <= middle).length)
}

/** One page, drawn when it comes near, at the screen's own sharpness. */
function Sheet({
  pdf,
  number,
  size,
  factor,
}: {
  readonly pdf: Pdf
  readonly number: number
  readonly size: PageSize
  readonly factor: number
}) {
  const t = useWords()
  const canvas = useRef<HTMLCanvasElement>(null)
  const [near, setNear] = useState(number <= 2)
  const scale = (factor * SCREEN_DPI) / 72

  useEffect(() => {
    const element = canvas.current
    if (!element || near) return
    const observer = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && setNear(true),
      { rootMargin: '600px' },
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [near])

  useEffect(() => {
    const element = canvas.current
    if (!element || !near) return
    return drawPage(pdf, number, element, scale * window.devicePixelRatio)
  }, [pdf, number, near, scale])

  return (
    <canvas
      key={scale}
      ref={canvas}
      className={classes.sheet}
      data-page={number}
      role="img"
      aria-label={t('ui.paper.pageOf', { page: number, pages: pdf.numPages })}
      style={{ width: size.width * scale, height: size.height * scale }}
    />
  )
}

/** The width that the pages have, kept up with the window. */
function useRoom(ref: React.RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(800)
  useEffect(() => {
    const element = ref.current
    if (!element) return
    const observer = new ResizeObserver(() => setWidth(element.clientWidth))
    observer.observe(element)
    return () => observer.disconnect()
  }, [ref])
  return width
}
