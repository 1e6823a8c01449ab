/** The keyboard keeps its place after a dialog: on what opened it or, where that is gone, on the drawer or page beneath. */
import { useEffect, useState } from 'react'

const AFTER_CLOSING_MS = 60
/** By then the page shows what the act has changed: what opened the dialog may be gone with it. */
const AFTER_READING_MS = 700

const dialogs = (which = '') => [...document.querySelectorAll<HTMLElement>(`[role="dialog"]${which}`)]

/** Escape closes what lies on top, and only that: a drawer stays while a question or a reason stands over it. */
export const unlessCovered = (close: () => void) => () => {
  if (dialogs().length < 2) close()
}

/** Looks a moment later whether the focus was lost, and takes it back. Does nothing while something holds it. */
export function catchFocus(afterMs = AFTER_CLOSING_MS, opener: Element | null = null): void {
  const look = () => {
    const held = document.activeElement
    if (held && held !== document.body) return
    if (opener instanceof HTMLElement && opener.isConnected) opener.focus()
    if (document.activeElement !== document.body) return
    const beneath = dialogs('[aria-modal="true"]').at(-1) ?? document.querySelector<HTMLElement>('main h1')
    beneath?.focus({ preventScroll: true })
  }
  setTimeout(look, afterMs)
  setTimeout(look, afterMs + AFTER_READING_MS)
}

/** Call it inside the dialog, in what stands only while it is open. */
export function useReturnFocus(): void {
  const [opener] = useState(() => document.activeElement)
  useEffect(() => () => catchFocus(AFTER_CLOSING_MS, opener), [opener])
}
