/**
 * Who may be the woman that is being typed: the same number or CURP, the same name however it is written, or one that
 * sounds like it. Pure and symmetric; accents, capitals, particles and the order of surnames make no difference.
 */
import type { Likeness } from '../../../shared/contract/people.contract'
import type { CivilDate } from '../../../shared/kernel/civil-date'
import { fold } from '../../../shared/kernel/text'
import { inFull, type Names } from './people.rules'

export interface Comparable extends Names {
  readonly fileNumber: string
  readonly curp?: string | null
  readonly birthDate: CivilDate | null
}

const PARTICLES = new Set(['de', 'del', 'la', 'las', 'los', 'el', 'y'])

const wordsOf = (folded: string): readonly string[] =>
  folded.split(' ').filter((word) => word !== '' && !PARTICLES.has(word))

const surnamesOf = (names: Names): readonly string[] => wordsOf(fold(`${names.surname1} ${names.surname2 ?? ''}`))
const givenOf = (given: string): readonly string[] => wordsOf(inFull(fold(given)))

/** Surnames in any order and given names in full, without particles: what two writings of one name share. */
const essence = (names: Names): string =>
  [surnamesOf(names), givenOf(names.givenNames)].map((words) => [...words].sort().join(' ')).join('|')

/** Letters that one hears alike in Mexico, in the order in which they are replaced. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/ch/g, '*'],
  [/^x(?=[ei])/, 'j'],
  [/qu(?=[ei])/g, 'k'],
  [/c(?=[ei])/g, 's'],
  [/gu(?=[ei])/g, 'g'],
  [/g(?=[ei])/g, 'j'],
  [/ph/g, 'f'],
  [/h/g, ''],
  [/ll|y/g, 'i'],
  [/[zx]/g, 's'],
  [/[vw]/g, 'b'],
  [/c/g, 'k'],
  [/(.)\1+/g, '$1'],
]

/** How a folded word sounds: *Valdez* as *Baldés*, *Marisela* as *Maricela*, *Martha* as *Marta*. */
export const soundOf = (word: string): string =>
  SOUNDS.reduce((heard, [letters, as]) => heard.replace(letters, as), word)

type Sounds = ReadonlySet<string>

const isWithin = (some: Sounds, all: Sounds): boolean => some.size > 0 && [...some].every((each) => all.has(each))
const isPartOf = (a: Sounds, b: Sounds): boolean => isWithin(a, b) || isWithin(b, a)
const isSame = (a: Sounds, b: Sounds): boolean => isWithin(a, b) && isWithin(b, a)

const yearsApart = (a: CivilDate, b: CivilDate): number => Math.abs(Number(a.slice(0, 4)) - Number(b.slice(0, 4)))

/**
 * How others are like one record, strongest first; undefined if they are not. The same name alone counts only where a
 * birth date is missing: with two dates more than a year apart it is another woman (docs/features-map.md §1). Near is
 * one surname missing, a given name more or another spelling, if the years fit; by sound alone if one is unknown.
 * Words recur in a register, so each is sounded out once.
 */
export function likenessTo(a: Comparable): (b: Comparable) => Likeness | undefined {
  const heard = new Map<string, string>()
  const sound = (word: string): string => {
    const known = heard.get(word) ?? soundOf(word)
    heard.set(word, known)
    return known
  }
  const sounds = (words: readonly string[]): Sounds => new Set(words.map(sound))
  /** A chosen name may be the one that somebody else wrote down as given. */
  const given = (names: Names): readonly Sounds[] =>
    [names.givenNames, names.chosenName ?? ''].map((each) => sounds(givenOf(each))).filter((each) => each.size > 0)
  const own = { number: fold(a.fileNumber), curp: fold(a.curp ?? ''), essence: essence(a) }
  const ownSurnames = sounds(surnamesOf(a))
  const ownGiven = given(a)
  const isNear = (b: Comparable): boolean => {
    const fits = a.birthDate && b.birthDate ? isPartOf : isSame
    return (
      fits(ownSurnames, sounds(surnamesOf(b))) && given(b).some((other) => ownGiven.some((one) => fits(one, other)))
    )
  }
  return (b) => {
    if (own.number !== '' && own.number === fold(b.fileNumber)) return 'file-number'
    if (own.curp !== '' && own.curp === fold(b.curp ?? '')) return 'curp'
    if ([a, b].some((each) => surnamesOf(each).length === 0 || givenOf(each.givenNames).length === 0)) return undefined
    if (a.birthDate && b.birthDate && yearsApart(a.birthDate, b.birthDate) > 1) return undefined
    if (own.essence !== essence(b)) return isNear(b) ? 'near-name' : undefined
    if (!a.birthDate || !b.birthDate) return 'name'
    return a.birthDate === b.birthDate ? 'name-and-birth-date' : 'name-and-birth-year'
  }
}

/** What narrows the search in the table before `likenessTo` decides: nobody whom it would find is left out. */
export interface Net {
  /** One of these stands in her search text … */
  readonly words: readonly string[]
  /** … or she was born in one of these years, or nobody knows when. None: everybody is looked at. */
  readonly years: readonly string[]
}

export function netFor(facts: Comparable): Net {
  const year = facts.birthDate ? Number(facts.birthDate.slice(0, 4)) : undefined
  return {
    words: [facts.fileNumber, facts.curp ?? ''].map(fold).filter(Boolean),
    years: year === undefined ? [] : [year - 1, year, year + 1].map(String),
  }
}

/**
 * A first glance at a row of the net, from what the table holds folded already: whoever is alike bears the number, the
 * CURP or at least one surname that sounds the same. Comparing in full costs a hundred times as much.
 */
export function glanceFor(
  facts: Comparable,
): (row: { readonly searchText: string; readonly sortKey: string }) => boolean {
  const { words } = netFor(facts)
  const heard = new Map<string, string>()
  const sound = (word: string): string => {
    const known = heard.get(word) ?? soundOf(word)
    heard.set(word, known)
    return known
  }
  const own = new Set(surnamesOf(facts).map(sound))
  return ({ searchText, sortKey }) =>
    words.some((word) => searchText.includes(word)) ||
    sortKey
      .split('\u001f', 2)
      .some((surname) => wordsOf(surname.replaceAll('n~', 'n')).some((word) => own.has(sound(word))))
}

const STRENGTH: readonly Likeness[] = [
  'file-number',
  'curp',
  'name-and-birth-date',
  'name-and-birth-year',
  'name',
  'near-name',
]

/** Strongest first; who is here before who left. */
export const inStrength = (
  a: { readonly likeness: Likeness; readonly here: boolean },
  b: { readonly likeness: Likeness; readonly here: boolean },
): number => STRENGTH.indexOf(a.likeness) - STRENGTH.indexOf(b.likeness) || Number(b.here) - Number(a.here)
