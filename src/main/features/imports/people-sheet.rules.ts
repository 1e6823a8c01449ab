/** The register: one woman a row, with her stay. */
import { listName, fold } from '../../../shared/kernel/text'
import type { ImportRow, Reason } from '../../../shared/contract/imports.contract'
import { BAD, cleanName, optionalText, readDay, readYesNo, textOf } from './cells.rules'
import { codeKey, differences, reason, settle, type Planning } from './plan.rules'
import { type PersonRow, type StayRow } from './plan-rows.rules'
import type { KnownSheet, RawRow } from './sheets.rules'

interface Draft {
  readonly person: PersonRow
  readonly stay: StayRow
}

const PERSON_FIELDS = [
  'surname1',
  'surname2',
  'givenNames',
  'chosenName',
  'curp',
  'birthDate',
  'birthPrecision',
  'legalStatus',
  'schooling',
  'language',
  'consents',
] as const satisfies readonly (keyof PersonRow)[]
const STAY_FIELDS = ['admittedOn', 'dormitory', 'leftOn'] as const satisfies readonly (keyof StayRow)[]

/** Plans every row of a register. */
export function planPeople(planning: Planning, sheet: KnownSheet): ImportRow[] {
  const seen = new Map<string, number>()
  const births = new Map<string, string>()
  for (const woman of planning.facts.people.values()) if (woman.birthDate) births.set(likeKey(woman), woman.fileNumber)
  return sheet.rows.map((raw) => planPerson(planning, sheet, raw, seen, births))
}

const likeKey = (woman: Pick<PersonRow, 'surname1' | 'surname2' | 'givenNames' | 'birthDate'>): string =>
  fold(`${woman.surname1} ${woman.surname2 ?? ''} ${woman.givenNames}`) + ` ${woman.birthDate ?? ''}`

function planPerson(
  planning: Planning,
  sheet: KnownSheet,
  raw: RawRow,
  seen: Map<string, number>,
  births: Map<string, string>,
): ImportRow {
  const read = readPerson(planning, raw)
  if ('rejected' in read) return settle(planning, sheet, raw, { label: '', rejected: true, reasons: read.rejected })
  const { person, stay, reasons } = read
  const { people } = planning.facts
  const key = codeKey(person.fileNumber)
  const label = `${person.fileNumber} · ${listName(person)}`
  const before = seen.get(key)
  seen.set(key, before ?? raw.row)
  if (before !== undefined) {
    const first = people.get(key)
    const differ = first ? differences<PersonRow>(first, person, PERSON_FIELDS) : []
    return settle(planning, sheet, raw, {
      label,
      duplicate: true,
      reasons: [reason('duplicate-in-file', { row: before, file: person.fileNumber }), ...differ],
    })
  }
  const stands = people.get(key)
  if (stands) return planKnown(planning, sheet, raw, label, stands, { person, stay }, reasons)
  const twin = person.birthDate ? births.get(likeKey(person)) : undefined
  if (person.birthDate) births.set(likeKey(person), person.fileNumber)
  return settle(planning, sheet, raw, {
    label,
    reasons: twin ? [reason('same-name-and-birth', { fileNumber: twin }), ...reasons] : reasons,
    onlyIfChosen: !!twin,
    write: () => {
      people.set(key, { ...person, stay })
      planning.writes.people.push(person)
      planning.writes.stays.push(stay)
    },
  })
}

/** She is in the register already: the same is nothing new, another value is hers to decide. */
function planKnown(
  planning: Planning,
  sheet: KnownSheet,
  raw: RawRow,
  label: string,
  stands: PersonRow & { stay: StayRow | null },
  comes: Draft,
  reasons: readonly Reason[],
): ImportRow {
  const person: PersonRow = { ...comes.person, id: stands.id, fileNumber: stands.fileNumber }
  const stay: StayRow = { ...comes.stay, personId: stands.id, id: stands.stay?.id ?? comes.stay.id }
  const inPerson = differences<PersonRow>(stands, person, PERSON_FIELDS)
  const inStay = stands.stay ? differences<StayRow>(stands.stay, stay, STAY_FIELDS) : [reason('no-stay-yet')]
  const differ = [...inPerson, ...inStay]
  return settle(planning, sheet, raw, {
    label,
    unchanged: differ.length === 0,
    onlyIfChosen: differ.length > 0,
    reasons: differ.length === 0 ? [] : [...differ, ...reasons],
    write: () => {
      if (inPerson.length > 0) planning.writes.personChanges.push(person)
      if (inStay.length > 0) (stands.stay ? planning.writes.stayChanges : planning.writes.stays).push(stay)
      planning.facts.people.set(codeKey(person.fileNumber), { ...person, stay })
    },
  })
}

const STATUS: readonly (readonly [string, 'tried' | 'sentenced'])[] = [
  ['proces', 'tried'],
  ['imputad', 'tried'],
  ['vinculad', 'tried'],
  ['sentenc', 'sentenced'],
  ['compurg', 'sentenced'],
]

function readPerson(planning: Planning, raw: RawRow): { rejected: Reason[] } | (Draft & { reasons: Reason[] }) {
  const fileNumber = textOf(raw.get('fileNumber')).toUpperCase()
  const names = {
    surname1: cleanName(raw.get('surname1')),
    surname2: cleanName(optionalText(raw.get('surname2'))) || null,
    givenNames: cleanName(raw.get('givenNames')),
  }
  const birth = readDay(raw.get('birthDate'), planning.today)
  const admitted = readDay(raw.get('admittedOn'), planning.today)
  const left = readDay(raw.get('leftOn'), planning.today)
  const rejected: Reason[] = []
  if (fileNumber === '') rejected.push(reason('no-file-number'))
  if (names.surname1 === '' || names.givenNames === '') rejected.push(reason('no-name'))
  if (admitted === BAD) rejected.push(reason('bad-date', { written: textOf(raw.get('admittedOn')) }))
  if (admitted === null) rejected.push(reason('no-admission-date'))
  if (left === BAD) rejected.push(reason('bad-date', { written: textOf(raw.get('leftOn')) }))
  if (birth === BAD && rejected.length > 0) rejected.push(reason('bad-date', { written: textOf(raw.get('birthDate')) }))
  if (rejected.length > 0 || admitted === null || admitted === BAD || left === BAD) return { rejected }
  if (left && left.day < admitted.day) return { rejected: [reason('left-before-admission', { day: left.day })] }

  const reasons: Reason[] = []
  const known = birth !== null && birth !== BAD && birth.day < admitted.day ? birth : null
  if (birth === BAD) reasons.push(reason('bad-birth-date', { written: textOf(raw.get('birthDate')) }))
  else if (birth && !known) reasons.push(reason('birth-after-admission', { day: birth.day }))
  const written = fold(textOf(raw.get('legalStatus')))
  const status = STATUS.find(([start]) => written.includes(start))?.[1] ?? null
  if (written !== '' && status === null)
    reasons.push(reason('unknown-status', { written: textOf(raw.get('legalStatus')) }))
  const consents = readYesNo(raw.get('consents'))
  if (consents === BAD) reasons.push(reason('unknown-consent', { written: textOf(raw.get('consents')) }))
  const curp =
    textOf(raw.get('curp'))
      .toUpperCase()
      .replace(/[\s-]+/g, '') || null
  const exactBirth = known && !known.approximate ? known.day : null
  if (curp)
    reasons.push(...planning.checkCurp(curp, { ...names, birthDate: exactBirth }).map((code) => reason(code, { curp })))
  const id = planning.newId()
  return {
    reasons,
    person: {
      id,
      fileNumber,
      ...names,
      chosenName: cleanName(optionalText(raw.get('chosenName'))) || null,
      curp,
      birthDate: known?.day ?? null,
      birthPrecision: known ? (known.approximate ? 'approximate' : 'exact') : 'unknown',
      legalStatus: status,
      schooling: optionalText(raw.get('schooling')),
      language: optionalText(raw.get('language')),
      consents: consents === BAD ? null : consents,
    },
    stay: {
      id: planning.newId(),
      personId: id,
      admittedOn: admitted.day,
      dormitory: optionalText(raw.get('dormitory'))?.toUpperCase() ?? null,
      leftOn: left?.day ?? null,
      // The register says *egreso*, which is a release; a transfer it would call *traslado*.
      leftCause: left ? 'release' : null,
    },
  }
}
