/** The words of the app, for pages and papers alike: flat keys `slice.place.meaning`, plurals by i18next (`_one`, `_other`). */
import { createInstance, type i18n } from 'i18next'

export const LANGUAGES = ['es', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/** Papers are the center's and speak its language, whatever the page speaks. */
export const PAPER_LANGUAGE: Language = 'es'

type Dictionary = Readonly<Record<string, string>>

const files: Record<Language, Record<string, Dictionary>> = {
  es: import.meta.glob<Dictionary>('./es/*.json', { eager: true, import: 'default' }),
  en: import.meta.glob<Dictionary>('./en/*.json', { eager: true, import: 'default' }),
}

/** All words of a language in one flat dictionary. */
export const dictionary = (language: Language): Dictionary =>
  Object.assign({}, ...Object.values(files[language])) as Dictionary

/** An i18next instance with every language in it, speaking `language`. No HTML escaping: React and pdfmake take text. */
export function createWords(language: Language): i18n {
  const instance = createInstance()
  void instance.init({
    lng: language,
    fallbackLng: false,
    initAsync: false,
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    resources: Object.fromEntries(LANGUAGES.map((each) => [each, { translation: dictionary(each) }])),
  })
  return instance
}

/** A sentence for a key, in one language. */
export interface Words {
  readonly language: Language
  (key: string, values?: Readonly<Record<string, string | number>>): string
}

const spoken = new Map<Language, Words>()

/** Made once per language: a dictionary of thousands of sentences weighs a megabyte. */
export function wordsIn(language: Language): Words {
  const known = spoken.get(language)
  if (known) return known
  const t = createWords(language).getFixedT(language)
  const words = Object.assign(
    (key: string, values?: Readonly<Record<string, string | number>>) => t(key, { ...values }),
    { language },
  )
  spoken.set(language, words)
  return words
}
