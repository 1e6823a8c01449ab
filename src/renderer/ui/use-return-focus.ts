/** The keyboard keeps its place after a dialog: on what opened it or, where that is gone, on the page's title. */
import { useEffect } from 'react'

const AFTER_CLOSING_MS = 60

/** Looks a moment later whether the focus was lost, and takes it to the title. Does nothing while something holds it. */
export function catchFocus(afterMs = AFTER_CLOSING_MS): void {
  setTimeout(() => {
    const held = document.activeElement
    if (held && held !== document.body) return
    document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true })
  }, afterMs)
}

/** Call it inside the dialog, in what stands only while it is open. */
export function useReturnFocus(): void {
  useEffect(() => () => catchFocus(), [])
}
