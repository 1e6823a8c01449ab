/** Hides names of women and children in the few columns of a bundle that people type in. Pure. */
import { fold, type NameParts } from '../../../shared/kernel/text'
import type { FilledTable, Row } from './bundle-tables.rules'

export interface Named extends NameParts {
  readonly chosenName: string | null
  /** File number of a woman, code of a child. */
  readonly number: string
}

/** What stands in the bundle in the place of a text that names somebody. */
export const HIDDEN = '***'
const SHORTEST_NUMBER = 5

/**
 * The tables with every typed value hidden that holds somebody's name (given and family name side by side, in either
 * order) or number. A single word is none: a workshop may well be called Luz or Flores.
 */
export function withoutNames(tables: readonly FilledTable[], people: readonly Named[]): FilledTable[] {
  const phrases = people.flatMap(phrasesOf)
  const tells = (value: unknown): boolean => {
    const words = typeof value === 'string' ? ` ${fold(value)} ` : ''
    return phrases.some((phrase) => words.includes(phrase))
  }
  return tables.map(({ table, rows }) => {
    const typed = table.columns.filter((column) => column.type.kind === 'text').map((column) => column.name)
    if (typed.length === 0) return { table, rows }
    const hide = (row: Row): Row => ({
      ...row,
      ...Object.fromEntries(typed.filter((name) => tells(row[name])).map((name) => [name, HIDDEN])),
    })
    return { table, rows: rows.map(hide) }
  })
}

function phrasesOf(person: Named): string[] {
  const given = [person.givenNames, person.chosenName ?? ''].flatMap((names) => [
    fold(names),
    fold(names).split(' ')[0],
  ])
  const family = [person.surname1, [person.surname1, person.surname2].filter(Boolean).join(' ')].map(fold)
  const names = given.flatMap((name) => (name ? family.flatMap((last) => [`${name} ${last}`, `${last} ${name}`]) : []))
  const number = fold(person.number)
  return [...new Set(number.length < SHORTEST_NUMBER ? names : [...names, number])].map((phrase) => ` ${phrase} `)
}
