/** Says why a row of a spreadsheet is not simply ready: the same sentence on the page and in the saved file. */
import type { Reason } from '../contract/imports.contract'
import { isCivilDate } from '../kernel/civil-date'
import { formatDay } from './format'
import type { Words } from './index'

/** The sentence of a reason; fields, days and codes among its facts are put into words. */
export function sayReason(words: Words, { code, facts }: Reason): string {
  const known = (key: string, fallback: string): string => {
    const said = words(key)
    return said === key ? fallback : said
  }
  const say = (name: string, value: string | number): string | number => {
    if (typeof value === 'number') return value
    if (isCivilDate(value)) return formatDay(value, words.language)
    return name === 'field' ? known(`imports.field.${value}`, value) : known(`imports.value.${value}`, value)
  }
  return words(
    `imports.reason.${code}`,
    Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, say(name, value)])),
  )
}
