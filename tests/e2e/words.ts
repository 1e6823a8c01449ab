/** The words of a page by their key, so that a spec says which button it means and not how it is spelled. */
import { readdirSync, readFileSync } from 'node:fs'

const read = (language: 'es' | 'en'): Record<string, string> => {
  const folder = new URL(`../../src/shared/i18n/${language}/`, import.meta.url)
  const files = readdirSync(folder).map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as object)
  return Object.assign({}, ...files) as Record<string, string>
}

const dictionaries = { es: read('es'), en: read('en') }

/** The sentence for a key; fails the spec if there is none. */
export function t(
  key: string,
  values: Readonly<Record<string, string | number>> = {},
  language: 'es' | 'en' = 'es',
): string {
  const text = dictionaries[language][key]
  if (text === undefined) throw new Error(`No words for ${key}`)
  return text.replace(/\{\{\s*(\w+)\s*\}\}/g, (_all, name: string) => String(values[name] ?? ''))
}

/** The sentence as a pattern, with anything where its figures stand. */
export function like(key: string, language: 'es' | 'en' = 'es'): RegExp {
  const text = t(key, {}, language) && (dictionaries[language][key] ?? '')
  const parts = text.split(/\{\{\s*\w+\s*\}\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(parts.join('.*'))
}
