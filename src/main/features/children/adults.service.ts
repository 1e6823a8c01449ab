/** The adults of a child: who may collect, until when, and whom an order forbids. */
import { randomUUID } from 'node:crypto'
import type { Output } from '../../../shared/contract'
import type { childrenContract } from '../../../shared/contract/children.contract'
import type { ParsedInputOf } from '../../../shared/contract/define'
import { done, refuse, type Outcome } from '../../../shared/kernel/outcome'
import { fold, squeeze } from '../../../shared/kernel/text'
import { changesBetween } from '../../platform/audit/changes'
import type { Act, Look } from '../../platform/seam/act'
import { adultSearchTextOf } from './children.rules'
import * as repo from './children.repo'
import * as adultsRepo from './adults.repo'

type Parsed<Name extends keyof typeof childrenContract> = ParsedInputOf<(typeof childrenContract)[Name]>

/** Adults already known, for the field that names one: siblings are often collected by the same person. */
export async function search(
  look: Look,
  input: { search: string },
): Promise<Outcome<Output<'children.adults'>, never>> {
  const words = fold(input.search).split(' ').filter(Boolean)
  return done(words.length === 0 ? [] : await adultsRepo.searchAdults(look.db, words))
}

const authorityOf = (input: adultsRepo.Authority): adultsRepo.Authority => ({
  relation: input.relation,
  mayCollect: input.mayCollect,
  validUntil: input.validUntil,
  forbiddenBy: input.forbiddenBy,
})

/** Puts an adult on a child's list: to collect, or to be kept away. */
export async function addAdult(act: Act, input: Parsed<'children.addAdult'>) {
  const child = await repo.findChild(act.db, input.childId)
  if (!child) return refuse('unknown-child')
  const adult = await adultFor(act, input.adult)
  if (!adult) return refuse('unknown-adult')
  const listed = await adultsRepo.listAdults(act.db, input.childId)
  if (listed.some((each) => each.adultId === adult.id || isSame(each, adult)))
    return refuse('adult-listed-already', { name: adult.fullName }, 'adult')
  if (adult.isNew) await adultsRepo.insertAdult(act.trx, adult.id, adult, adultSearchTextOf(adult))
  const authority = authorityOf(input)
  const { id } = await adultsRepo.insertAuthority(act.trx, input.childId, adult.id, authority)
  await act.audit({
    event: 'child.adult-added',
    subjectType: 'child',
    subjectId: input.childId,
    after: { adultId: adult.id, fullName: adult.fullName, document: adult.document, ...authority },
  })
  return done({ id })
}

type AdultChoice = Parsed<'children.addAdult'>['adult']

async function adultFor(act: Act, choice: AdultChoice) {
  if (!('id' in choice)) return { id: randomUUID(), ...choice, fullName: squeeze(choice.fullName), isNew: true }
  const known = await adultsRepo.findAdult(act.db, choice.id)
  return known && { id: choice.id, ...known, isNew: false }
}

/** The same name without a document that tells two people apart. */
const isSame = (a: adultsRepo.AdultFacts, b: adultsRepo.AdultFacts): boolean =>
  fold(a.fullName) === fold(b.fullName) && (!a.document || !b.document || fold(a.document) === fold(b.document))

/** Alters what an adult may do with one child: extends, ends, forbids. */
export async function alterAuthority(act: Act, input: Parsed<'children.alterAuthority'>) {
  const before = await adultsRepo.findAuthority(act.db, input.id)
  if (!before) return refuse('unknown-adult')
  const authority = authorityOf(input)
  const changed = changesBetween(authorityOf(before), authority)
  if (!changed) return refuse('nothing-changed')
  if (!(await adultsRepo.markAuthority(act.trx, input.id, input.version, authority))) return refuse('stale')
  await act.audit({
    event: 'child.authority-changed',
    subjectType: 'child',
    subjectId: before.childId,
    before: { adultId: before.adultId, fullName: before.fullName, ...changed.before },
    after: changed.after,
    reason: input.reason,
  })
  return done(null)
}

/** Corrects an adult's name, document or telephone, for all children at once. */
export async function correctAdult(act: Act, input: Parsed<'children.correctAdult'>) {
  const before = await adultsRepo.findAdult(act.db, input.id)
  if (!before) return refuse('unknown-adult')
  const adult = { fullName: squeeze(input.fullName), document: input.document, phone: input.phone }
  const changed = changesBetween({ fullName: before.fullName, document: before.document, phone: before.phone }, adult)
  if (!changed) return refuse('nothing-changed')
  if (!(await adultsRepo.markAdult(act.trx, input.id, input.version, adult, adultSearchTextOf(adult))))
    return refuse('stale')
  await act.audit({
    event: 'adult.corrected',
    subjectType: 'adult',
    subjectId: input.id,
    before: changed.before,
    after: changed.after,
    reason: input.reason,
  })
  return done(null)
}
