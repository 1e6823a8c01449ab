/**
 * Checks a CURP against itself and against what is known of its bearer (docs/domain.md §3). It never makes one: position
 * 17 is given by RENAPO alone. Civil-registry errors are common, so every finding is a warning and blocks nothing.
 */
import { civilDateOf, type CivilDate } from './civil-date'

/** What disagrees: the shape, the day in it, the check digit, the letters of the name, the birth date, the sex. */
export const CURP_WARNINGS = [
  'curp-pattern',
  'curp-date',
  'curp-check-digit',
  'curp-name',
  'curp-birth-date',
  'curp-sex',
] as const
export type CurpWarning = (typeof CURP_WARNINGS)[number]

/** What is known of the bearer. What is left out is not compared. */
export interface CurpFacts {
  readonly surname1?: string
  readonly surname2?: string | null
  readonly givenNames?: string
  /** Only an exact birth date: an approximate one proves nothing. */
  readonly birthDate?: CivilDate | null
  readonly sex?: 'M' | 'H' | 'X' | null
}

const STATES = 'AS|BC|BS|CC|CL|CM|CS|CH|DF|DG|GT|GR|HG|JC|MC|MN|MS|NT|NL|OC|PL|QT|QR|SP|SL|SR|TC|TS|TL|VZ|YN|ZS|NE'

const PATTERN = new RegExp(
  `^[A-Z][AEIOUX][A-Z]{2}\\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])[HMX](${STATES})[B-DF-HJ-NP-TV-Z]{3}[A-Z0-9]\\d$`,
)

/** Words that RENAPO spares people by putting X for their second letter. */
const INCONVENIENT = new Set(
  (
    'BACA BAKA BUEI BUEY CACA CACO CAGA CAGO CAKA CAKO COGE COGI COJA COJE COJI COJO COLA CULO FALO FETO GETA GUEI ' +
    'GUEY JETA JOTO KACA KACO KAGA KAGO KAKA KAKO KOGE KOGI KOJA KOJE KOJI KOJO KOLA KULO LILO LOCA LOCO LOKA LOKO ' +
    'MAME MAMO MEAR MEAS MEON MIAR MION MOCO MOKO MULA MULO NACA NACO PEDA PEDO PENE PIPI PITO POPO PUTA PUTO QULO ' +
    'RATA ROBA ROBE ROBO RUIN SENO TETA VACA VAGA VAGO VAKA VUEI VUEY WUEI WUEY'
  ).split(' '),
)

const PARTICLES = new Set('DA DAS DE DEL DER DI DIE DD EL LA LOS LAS LE LES MAC MC VAN VON Y'.split(' '))
const SKIPPED_FIRST_NAMES = new Set(['MARIA', 'MA', 'M', 'JOSE', 'J'])

/** Ñ never appears in a CURP but keeps its slot in the alphabet of the check digit, so that O weighs 25. */
const DIGITS = '0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ'

/** As typed, without blanks and hyphens, in capitals; empty if there was none. */
export const cleanCurp = (typed: string): string => typed.toUpperCase().replace(/[\s-]+/gu, '')

/** All that does not agree; empty for a CURP that nothing speaks against. A wrong shape says nothing else. */
export function checkCurp(curp: string, facts: CurpFacts = {}): readonly CurpWarning[] {
  if (!PATTERN.test(curp)) return ['curp-pattern']
  const birth = birthIn(curp)
  const warnings: (CurpWarning | false)[] = [
    !birth && 'curp-date',
    curp.at(17) !== checkDigit(curp) && 'curp-check-digit',
    !namesAgree(curp, facts) && 'curp-name',
    !!birth && !!facts.birthDate && birth !== facts.birthDate && 'curp-birth-date',
    !!facts.sex && facts.sex !== curp.at(10) && 'curp-sex',
  ]
  return warnings.filter((warning) => warning !== false)
}

/** The day in positions 5–10; the century is told by position 17 (a digit before 2000, a letter from then on). */
function birthIn(curp: string): CivilDate | undefined {
  const century = /\d/.test(curp.charAt(16)) ? 1900 : 2000
  return civilDateOf(century + Number(curp.slice(4, 6)), Number(curp.slice(6, 8)), Number(curp.slice(8, 10)))
}

function checkDigit(curp: string): string {
  const sum = [...curp.slice(0, 17)].reduce((total, sign, place) => total + DIGITS.indexOf(sign) * (18 - place), 0)
  return String((10 - (sum % 10)) % 10)
}

function namesAgree(curp: string, facts: CurpFacts): boolean {
  if (!facts.surname1 || !facts.givenNames) return true
  const first = wordThatCounts(facts.surname1)
  const second = wordThatCounts(facts.surname2 ?? '')
  const given = wordThatCounts(withoutMaria(facts.givenNames))
  const head = `${first.charAt(0) || 'X'}${inner(first, /[AEIOUX]/)}${second.charAt(0) || 'X'}${given.charAt(0) || 'X'}`
  const tail = [first, second, given].map((word) => inner(word, /[^AEIOU]/)).join('')
  return curp.startsWith(spared(head)) && curp.slice(13, 16) === tail
}

const spared = (head: string): string => (INCONVENIENT.has(head) ? `${head.charAt(0)}X${head.slice(2)}` : head)

/** Capitals without accents; Ñ and the signs `/ - .` count as X, apostrophes and saltillo do not count. */
const plain = (name: string): string =>
  name
    .toUpperCase()
    .normalize('NFC')
    .replace(/[Ñ]/gu, 'X')
    .normalize('NFD')
    .replace(/[^A-Z/\-. ]/gu, '')
    .replace(/\.(?= |$)/gu, '')

/** The first word that is no particle, or simply the first where all are. */
function wordThatCounts(name: string): string {
  const words = plain(name).split(/ +/).filter(Boolean)
  return (words.find((word) => !PARTICLES.has(word)) ?? words[0] ?? '').replace(/[/\-.]/gu, 'X')
}

/** Given names without a leading María or José, unless there is no other. */
function withoutMaria(givenNames: string): string {
  const [first = '', ...others] = plain(givenNames).split(/ +/).filter(Boolean)
  return SKIPPED_FIRST_NAMES.has(first) && others.length > 0 ? others.join(' ') : givenNames
}

/** The first letter after the initial that fits; X if there is none. */
const inner = (word: string, fits: RegExp): string => [...word.slice(1)].find((letter) => fits.test(letter)) ?? 'X'
