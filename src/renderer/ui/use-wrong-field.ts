/** After a refused form the keyboard, and with it the page, goes to the first field that is wrong: it may be out of sight. */
import { useEffect, useRef, useState, type RefObject } from 'react'

export interface WrongField {
  readonly form: RefObject<HTMLFormElement | null>
  /** Call it when the form was sent as it is not to be sent. */
  readonly seek: () => void
}

export function useWrongField(): WrongField {
  const form = useRef<HTMLFormElement>(null)
  const [sought, setSought] = useState(0)
  useEffect(() => {
    if (sought > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [sought])
  return { form, seek: () => setSought((times) => times + 1) }
}
