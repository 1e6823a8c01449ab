/** The quick-hide key: F9 covers the page at once, for when somebody stands at the desk. F9 again uncovers it. */
import { Button } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { createPortal, flushSync } from 'react-dom'
import { useWords } from '../platform/words'
import classes from './QuickHide.module.css'

const KEY = 'F9'
const HIDE = 'umbral:hide'

/** Covers the page: the same as the key. */
export const hideNow = (): void => {
  window.dispatchEvent(new Event(HIDE))
}

export function QuickHide() {
  const t = useWords()
  const [hidden, setHidden] = useState(false)
  const before = useRef<Element | null>(null)
  const button = useRef<HTMLButtonElement>(null)

  useEffect(() => {
    const cover = (next: boolean) => {
      if (next) before.current = document.activeElement
      flushSync(() => setHidden(next))
      for (const each of document.body.children)
        if (each instanceof HTMLElement && !each.contains(button.current)) each.inert = next
      if (next) button.current?.focus()
      else if (before.current instanceof HTMLElement) before.current.focus()
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== KEY) return
      event.preventDefault()
      event.stopPropagation()
      cover(!button.current)
    }
    const onHide = () => cover(!button.current)
    window.addEventListener('keydown', onKey, { capture: true })
    window.addEventListener(HIDE, onHide)
    return () => {
      window.removeEventListener('keydown', onKey, { capture: true })
      window.removeEventListener(HIDE, onHide)
    }
  }, [])

  if (!hidden) return null
  return createPortal(
    <dialog open className={classes.cover} aria-label={t('office.hide.title')} data-no-print>
      <p className={classes.word}>Umbral</p>
      <Button ref={button} variant="default" onClick={hideNow}>
        {t('office.hide.back')}
      </Button>
    </dialog>,
    document.body,
  )
}
