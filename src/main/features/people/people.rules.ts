/** Rules about the women: how they are found and put in order, who looks like whom, when a stay may begin and end. */
import type { StayState } from '../../../shared/contract/stays.contract'
import type { CivilDate } from '../../../shared/kernel/civil-date'
import { fold } from '../../../shared/kernel/text'

export interface Names {
  readonly surname1: string
  readonly surname2: string | null
  readonly givenNames: string
  readonly chosenName?: string | null
}

export interface Findable extends Names {
  readonly fileNumber: string
  readonly curp?: string | null
}

/** Short forms that registers use for names that nearly every second woman bears. */
const SHORT_FORMS: Readonly<Record<string, string>> = { ma: 'maria', m: 'maria', j: 'jose', gpe: 'guadalupe' }

/** Names in full, where a register shortens them. */
export const inFull = (folded: string): string =>
  folded
    .split(' ')
    .map((word) => SHORT_FORMS[word] ?? word)
    .join(' ')

/** What `person.search_text` holds: every name, the file number with and without its hyphens, the CURP; folded. */
export function searchTextOf(person: Findable): string {
  const given = fold(person.givenNames)
  const number = fold(person.fileNumber)
  const parts = [
    fold(person.surname1),
    fold(person.surname2 ?? ''),
    given,
    inFull(given) === given ? '' : inFull(given),
    fold(person.chosenName ?? ''),
    number,
    number.replaceAll(' ', ''),
    fold(person.curp ?? ''),
  ]
  return parts.filter(Boolean).join(' ')
}

/** A letter that no name bears, to carry Ñ through `fold`, which would make it an N. */
const ENE = 'ꝋ'

/** Folds for order: as `fold`, but Ñ becomes `n~`, which comes after every `nz` and before `o`. */
const foldForOrder = (text: string): string => fold(text.normalize('NFC').replace(/[Ññ]/gu, ENE)).replaceAll(ENE, 'n~')

/**
 * What `person.sort_key` holds. Its binary order is the Spanish order of the names as lists show them. The parts are
 * kept apart by a sign that comes before a blank, so that *Cruz* stands before *Cruz Díaz*, whatever follows.
 */
export const sortKeyOf = (names: Names): string =>
  [names.surname1, names.surname2 ?? '', names.chosenName || names.givenNames, names.givenNames]
    .map(foldForOrder)
    .join('\u001f')

/** The words that must all occur in a search text; none for an empty search. */
export const searchWords = (search: string): readonly string[] => fold(search).split(' ').filter(Boolean)

/** The part of a dormitory before its hyphen: `F-11` is cell 11 of dormitory `F`. */
export const dormitoryBlock = (dormitory: string): string => (dormitory.split('-')[0] ?? dormitory).trim().toUpperCase()

interface Filterable {
  readonly state: StayState
  readonly dormitory: string | null
  readonly legalStatus: string | null
  readonly consents: boolean | null
  readonly hasIntake: boolean
}

export interface Filter {
  readonly presence: keyof typeof PRESENCE
  readonly dormitory?: string | undefined
  readonly legalStatus?: 'tried' | 'sentenced' | 'unknown' | undefined
  readonly consents?: 'yes' | 'no' | 'unknown' | undefined
  readonly withoutIntake?: boolean | undefined
}

/** Which states each choice of the list shows; who has never been here stands with those who left. */
const PRESENCE = {
  here: ['active', 'away'],
  away: ['away'],
  expected: ['registered'],
  left: ['left', 'none'],
  all: ['none', 'registered', 'active', 'away', 'left'],
} as const satisfies Readonly<Record<string, readonly StayState[]>>

const CONSENTS = { yes: true, no: false, unknown: null } as const

/** The rows that pass every filter that is set, in the order they came. */
export const choose = <Row extends Filterable>(rows: readonly Row[], filter: Filter): Row[] =>
  rows.filter(
    (row) =>
      (PRESENCE[filter.presence] as readonly StayState[]).includes(row.state) &&
      (!filter.dormitory || (row.dormitory !== null && dormitoryBlock(row.dormitory) === filter.dormitory)) &&
      (!filter.legalStatus || (row.legalStatus ?? 'unknown') === filter.legalStatus) &&
      (!filter.consents || row.consents === CONSENTS[filter.consents]) &&
      (!filter.withoutIntake || !row.hasIntake),
  )

export type AdmissionFault = 'day-in-the-future' | 'before-leaving' | 'birth-after-admission'
export type LeavingFault = 'day-in-the-future' | 'before-admission'

/** Why a woman may not be admitted on a day; `lastLeft` is the day on which her stay before ended. */
export function admissionFault(
  admittedOn: CivilDate,
  facts: { today: CivilDate; birthDate: CivilDate | null; lastLeft: CivilDate | null },
): AdmissionFault | undefined {
  if (admittedOn > facts.today) return 'day-in-the-future'
  if (facts.birthDate && facts.birthDate >= admittedOn) return 'birth-after-admission'
  if (facts.lastLeft && admittedOn < facts.lastLeft) return 'before-leaving'
  return undefined
}

/** Why a stay may not end on a day. */
export function leavingFault(
  leftOn: CivilDate,
  facts: { today: CivilDate; admittedOn: CivilDate },
): LeavingFault | undefined {
  if (leftOn > facts.today) return 'day-in-the-future'
  return leftOn < facts.admittedOn ? 'before-admission' : undefined
}
