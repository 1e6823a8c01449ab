/** The list and the records of the women: finding, registering, correcting. Their stays: see `stay.service.ts`. */
import { randomUUID } from 'node:crypto'
import type { Output } from '../../../shared/contract'
import type { ParsedInputOf } from '../../../shared/contract/define'
import type { PersonFacts, PersonRow, peopleContract } from '../../../shared/contract/people.contract'
import { checkCurp, cleanCurp, type CurpWarning } from '../../../shared/kernel/curp'
import { SENSITIVE_READERS } from '../../../shared/contract/timetable.contract'
import { done, refuse, type Outcome } from '../../../shared/kernel/outcome'
import { inOrder, squeeze } from '../../../shared/kernel/text'
import { changesBetween } from '../../platform/audit/changes'
import type { Act, Look } from '../../platform/seam/act'
import { placeStatesOf } from '../places'
import { findLookalikes } from './lookalike.service'
import { admissionFault, choose, dormitoryBlock, searchTextOf, searchWords, sortKeyOf } from './people.rules'
import { keptIdOf } from './merge.repo'
import * as repo from './people.repo'
import * as recordRepo from './person-record.repo'
import { insertArrival, insertStay, listStays } from './stay.repo'
import { stateOf } from './stay.rules'

type Parsed<Name extends keyof typeof peopleContract> = ParsedInputOf<(typeof peopleContract)[Name]>

/** The list as filtered, with the dormitories that the filter offers. */
export async function list(look: Look, input: Parsed<'people.list'>): Promise<Outcome<Output<'people.list'>, never>> {
  const all = (await repo.listPeople(look.db)).map(withState)
  const present = choose(all, { presence: input.presence })
  const words = searchWords(input.search)
  const found = words.length === 0 ? all : (await repo.listPeople(look.db, words)).map(withState)
  const blocks = present.flatMap((row) => (row.dormitory ? [dormitoryBlock(row.dormitory)] : []))
  return done({
    rows: choose(found, input).slice(0, input.limit),
    total: present.length,
    dormitories: [...new Set(blocks)].sort(inOrder),
  })
}

const withState = (row: Omit<PersonRow, 'state'>): PersonRow => ({
  ...row,
  state: stateOf({
    hasArrival: row.arrivesOn !== null,
    hasOpenStay: row.here,
    isAway: row.awaySince !== null,
    hasLeft: row.leftOn !== null,
  }),
})

/** Her record, with what the other slices know of her; groups of a sensitive axis only to those who care for them. */
export async function get(look: Look, asked: { id: string }): Promise<Outcome<Output<'people.get'>, 'unknown-person'>> {
  // The old address of a record that was merged away opens the one that was kept.
  const input = { id: await keptIdOf(look.db, asked.id) }
  const person = await repo.findPerson(look.db, input.id)
  if (!person) return refuse('unknown-person')
  const stays = await listStays(look.db, input.id)
  const axes: recordRepo.Axes = SENSITIVE_READERS.includes(look.actor.role) ? [0, 1] : [0]
  const states = await placeStatesOf(look, input.id)
  return done({
    ...person,
    here: stays.some((stay) => stay.leftOn === null),
    curpWarnings: [...warningsOf(person.facts)],
    stays,
    places: (await recordRepo.listPlaces(look.db, input.id, axes)).map((place) => ({
      ...place,
      state: states.get(place.id) ?? 'active',
    })),
    waits: await recordRepo.listWaits(look.db, input.id, axes),
    certificates: await recordRepo.listCertificates(look.db, input.id, axes),
    timeline: await recordRepo.listTimeline(look.db, input.id, axes),
  })
}

const warningsOf = (facts: PersonFacts): readonly CurpWarning[] =>
  facts.curp
    ? checkCurp(facts.curp, { ...facts, birthDate: facts.birthPrecision === 'exact' ? facts.birthDate : null })
    : []

/** As written into the row: single blanks, CURP in capitals. */
const tidied = (facts: PersonFacts): PersonFacts => ({
  ...facts,
  fileNumber: squeeze(facts.fileNumber),
  surname1: squeeze(facts.surname1),
  surname2: facts.surname2 && squeeze(facts.surname2),
  givenNames: squeeze(facts.givenNames),
  chosenName: facts.chosenName && squeeze(facts.chosenName),
  curp: facts.curp && cleanCurp(facts.curp),
})

const keysOf = (facts: PersonFacts): repo.Keys => ({ searchText: searchTextOf(facts), sortKey: sortKeyOf(facts) })

/** Registers a woman and opens her stay, or announces it. Somebody like her may be registered all the same, with a reason. */
export async function register(act: Act, input: Parsed<'people.register'>) {
  const facts = tidied(input.facts)
  if (facts.birthDate && facts.birthDate > act.today) return refuse('birth-in-future', undefined, 'birthDate')
  const today = input.expected ? input.admittedOn : act.today
  const fault = admissionFault(input.admittedOn, { today, birthDate: facts.birthDate, lastLeft: null })
  if (fault) return refuse(fault, undefined, 'admittedOn')
  const alike = await findLookalikes(act, facts)
  if (alike.some((other) => other.likeness === 'file-number'))
    return refuse('same-file-number', { fileNumber: facts.fileNumber }, 'fileNumber')
  if (alike.length > 0 && !input.notADuplicate) return refuse('looks-like-another', { count: alike.length })
  const id = randomUUID()
  await repo.insertPerson(act.trx, id, facts, keysOf(facts))
  const { admittedOn, dormitory } = input
  if (input.expected) await insertArrival(act.trx, { personId: id, expectedOn: admittedOn, dormitory, note: null })
  else await insertStay(act.trx, { personId: id, admittedOn, dormitory })
  await act.audit({
    event: 'person.registered',
    subjectType: 'person',
    subjectId: id,
    after: { ...facts, [input.expected ? 'expectedOn' : 'admittedOn']: admittedOn, dormitory },
    reason: input.notADuplicate,
  })
  return done({ id, curpWarnings: [...warningsOf(facts)] })
}

/** Corrects her data; what stood there before stays in the audit, with the reason. */
export async function correct(act: Act, input: Parsed<'people.correct'>) {
  const person = await repo.findPerson(act.db, input.id)
  if (!person) return refuse('unknown-person')
  const facts = tidied(input.facts)
  const changed = changesBetween(person.facts, facts)
  if (!changed) return refuse('nothing-changed')
  if (facts.birthDate && facts.birthDate > act.today) return refuse('birth-in-future', undefined, 'birthDate')
  const alike = await findLookalikes(act, facts, input.id)
  if (alike.some((other) => other.likeness === 'file-number'))
    return refuse('same-file-number', { fileNumber: facts.fileNumber }, 'fileNumber')
  if (!(await repo.markPerson(act.trx, input.id, input.version, facts, keysOf(facts)))) return refuse('stale')
  await act.audit({
    event: 'person.corrected',
    subjectType: 'person',
    subjectId: input.id,
    before: changed.before,
    after: changed.after,
    reason: input.reason,
  })
  return done({ id: input.id, curpWarnings: [...warningsOf(facts)] })
}
