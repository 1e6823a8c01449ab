/** The in-app viewer: shows an issued paper crisp, turns its pages, zooms, prints from memory. Esc closes. */
import { ActionIcon, Button, Group, Loader, Modal, Tooltip } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { IconArrowsHorizontal, IconPrinter, IconZoomIn, IconZoomOut } from '@tabler/icons-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useWords } from '../platform/words'
import { drawPage, openPdf, pilePages, type Pdf, type PilePage } from './pdf-pages'
import { printPaper } from './print-paper'
import { useReturnFocus } from './use-return-focus'
import classes from './PaperViewer.module.css'

export interface ShownPaper {
  readonly title: string
  readonly folio?: string
  /** The PDF's bytes as base64; several make one pile, shown and printed in their order. */
  readonly pdf: string | readonly string[]
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
  const pdf = paper?.pdf
  const pile = useMemo(() => (pdf === undefined ? [] : typeof pdf === 'string' ? [pdf] : pdf), [pdf])
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
      {paper && <Pages key={pile.at(-1)?.slice(-64) ?? ''} pdfs={pile} />}
    </Modal>
  )
}

function Pages({ pdfs }: { readonly pdfs: readonly string[] }) {
  const t = useWords()
  useReturnFocus()
  const [sizes, setSizes] = useState<readonly PilePage[]>([])
  const [broken, setBroken] = useState(false)
  const [zoom, setZoom] = useState<number | 'width'>('width')
  const [page, setPage] = useState(1)
  const [printing, setPrinting] = useState<string | null>(null)
  const scroller = useRef<HTMLDivElement>(null)
  const room = useRoom(scroller)

  useEffect(() => {
    let gone = false
    let opened: readonly Pdf[] = []
    Promise.all(pdfs.map(openPdf))
      .then(async (each) => {
        opened = each
        const found = await pilePages(each)
        if (gone) return
        setSizes(found)
        scroller.current?.focus()
      })
      .catch(() => setBroken(true))
    return () => {
      gone = true
      for (const pdf of opened) void pdf.loadingTask.destroy()
    }
  }, [pdfs])

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
    if (sizes.length === 0 || printing) return
    setPrinting(t('ui.paper.preparing'))
    await printPaper(sizes, (done, total) => setPrinting(t('ui.paper.preparingPage', { done, total })))
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
        <Button
          leftSection={<IconPrinter size={18} aria-hidden />}
          disabled={sizes.length === 0}
          onClick={() => void print()}
        >
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
        {sizes.length === 0 && !broken && <Loader aria-label={t('ui.paper.opening')} />}
        {sizes.map((page, index) => (
          <Sheet key={`${String(index)}`} page={page} number={index + 1} of={sizes.length} factor={factor} />
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
  page,
  number,
  of,
  factor,
}: {
  readonly page: PilePage
  /** Its place in the pile. */
  readonly number: number
  readonly of: number
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
    return drawPage(page.pdf, page.number, element, scale * window.devicePixelRatio)
  }, [page, near, scale])

  return (
    <canvas
      key={scale}
      ref={canvas}
      className={classes.sheet}
      data-page={number}
      role="img"
      aria-label={t('ui.paper.pageOf', { page: number, pages: of })}
      style={{ width: page.width * scale, height: page.height * scale }}
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
