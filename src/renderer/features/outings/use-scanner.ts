/**
 * A scanner is a keyboard that types fast and ends in Enter. Whatever has the focus, letters and figures land in the
 * field of folios; a scan into a text field is taken out of it again.
 */
import { useEffect, type RefObject } from 'react'

/** A hand never types six keys within this many milliseconds each. */
const FAST_MS = 35
const SHORTEST = 7
/** Two to four letters, what a Spanish keyboard makes of a hyphen, figures: `SA-2026-00001-K`, `SAL'004`. */
const FOLIO = /^[a-z]{2,4}[-'’?/_ ]?\d[\da-z'’?/_ -]*$/i

const isTextField = (element: Element | null): element is HTMLInputElement | HTMLTextAreaElement =>
  element instanceof HTMLTextAreaElement ||
  (element instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'submit', 'file'].includes(element.type))

/** React keeps its own value of a field: this writes past it and tells it so. */
function write(field: HTMLInputElement | HTMLTextAreaElement, value: string): void {
  const proto = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement.prototype : HTMLInputElement.prototype
  Object.getOwnPropertyDescriptor(proto, 'value')?.set?.call(field, value)
  field.dispatchEvent(new Event('input', { bubbles: true }))
}

export function useScanner(field: RefObject<HTMLInputElement | null>, onFolio: (folio: string) => void): void {
  useEffect(() => {
    let typed = ''
    let before = ''
    let last = 0
    const hear = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey) return
      const at = document.activeElement
      // A dialog is open: what is typed there belongs there.
      if (at?.closest('[role="dialog"]')) return
      if (isTextField(at) && at !== field.current) {
        const now = performance.now()
        if (now - last > FAST_MS) {
          typed = ''
          before = at.value
        }
        last = now
        if (event.key.length === 1) typed += event.key
        if (event.key !== 'Enter' || typed.length < SHORTEST || !FOLIO.test(typed)) return
        event.preventDefault()
        event.stopPropagation()
        write(at, before)
        onFolio(typed)
        typed = ''
        return
      }
      if (at !== field.current && /^[\da-z]$/i.test(event.key)) field.current?.focus()
    }
    window.addEventListener('keydown', hear, true)
    return () => window.removeEventListener('keydown', hear, true)
  }, [field, onFolio])
}
