/** The words of the page: one language at a time, switched without a reload. */
import { useSyncExternalStore } from 'react'
import { dictionary, wordsIn, type Language, type Words } from '../../shared/i18n'

const known = new Map<Language, ReadonlySet<string>>()
const listeners = new Set<() => void>()
let language: Language = 'es'

/** Switches the page's language; what main keeps for the person is the session's affair. */
export function speak(next: Language): void {
  if (next === language) return
  language = next
  document.documentElement.lang = next
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

/** The language of the page, for `shared/i18n/format.ts`. */
export const useLanguage = (): Language => useSyncExternalStore(subscribe, () => language)

/** `t(key, values)`; `t.language` is the language it speaks. The same function until the language changes. */
export const useWords = (): Words => wordsIn(useLanguage())

/** True if a key has words, for keys built from codes (`channel.<name>`, `audit.<event>`) that may lack them. */
export function hasWords(key: string, within: Language): boolean {
  const keys = known.get(within) ?? new Set(Object.keys(dictionary(within)))
  known.set(within, keys)
  return keys.has(key)
}
