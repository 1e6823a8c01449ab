/** The figures behind a reason, as a sentence says them: days and durations in the reader's own writing. */
import { isCivilDate } from '../kernel/civil-date'
import { formatDay } from './format'
import type { Language, Words } from './index'

export type Facts = Readonly<Record<string, string | number>>

/** Days (`2026-09-30`) become `mié 30 sep 2026`; everything else stays. */
export const spokenFacts = (facts: Facts, language: Language): Facts =>
  Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [
      name,
      typeof value === 'string' && isCivilDate(value) ? formatDay(value, language) : value,
    ]),
  )

/** The sentence of a refusal. Where the words in which somebody explained it are not told, it says where to ask. */
export const whyNot = (code: string, facts: Facts, words: Words): string =>
  words(`refusal.${code}`, { reason: words('outings.gate.askOffice'), ...facts })
