/** The browser's own bubble at an empty field speaks the PC's language; here it speaks the page's. */
import { useEffect } from 'react'
import { useWords } from './words'

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

const isField = (target: EventTarget | null): target is Field =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement

/** Once, at the root of the page. */
export function useNativeChecks(): void {
  const t = useWords()
  useEffect(() => {
    const said = new Set<Field>()
    const say = ({ target }: Event) => {
      if (!isField(target) || !target.validity.valueMissing) return
      target.setCustomValidity(t('ui.required'))
      said.add(target)
    }
    // A field with words of ours counts as wrong until they are taken away, however it was filled in the meantime.
    const forget = () => {
      for (const field of said) field.setCustomValidity('')
      said.clear()
    }
    const moments = ['pointerdown', 'keydown', 'input', 'click'] as const
    document.addEventListener('invalid', say, true)
    for (const moment of moments) document.addEventListener(moment, forget, true)
    return () => {
      forget()
      document.removeEventListener('invalid', say, true)
      for (const moment of moments) document.removeEventListener(moment, forget, true)
    }
  }, [t])
}
