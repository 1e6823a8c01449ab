/** The keyboard keeps its place after a dialog: on what opened it or, where that is gone, on the page's title. */
import { useEffect } from 'react'

const AFTER_CLOSING_MS = 60

/** Call it inside the dialog, in what stands only while it is open. Does nothing while something else has the focus. */
export function useReturnFocus(): void {
  useEffect(
    () => () => {
      setTimeout(() => {
        const held = document.activeElement
        if (held && held !== document.body) return
        document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true })
      }, AFTER_CLOSING_MS)
    },
    [],
  )
}
