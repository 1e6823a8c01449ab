/** The people around a child: put on the list with what each may do, corrected, and shown by a photo. */
import { randomUUID } from 'node:crypto'
import type { childAdultsContract, KeptAdult } from '../../../shared/contract/child-adults.contract'
import type { ParsedInputOf } from '../../../shared/contract/define'
import { done, refuse } from '../../../shared/kernel/outcome'
import { squeeze } from '../../../shared/kernel/text'
import { changesBetween } from '../../platform/audit/changes'
import { forgetPicture, keepPicture } from '../../platform/pictures/pictures'
import type { Act } from '../../platform/seam/act'
import { isSameAdult, keptAdult } from './adult.rules'
import * as adultsRepo from './adults.repo'
import { grantAll } from './authority.service'
import * as childNames from './child-names.repo'
import { adultSearchTextOf } from './children.rules'

type Parsed<Name extends keyof typeof childAdultsContract> = ParsedInputOf<(typeof childAdultsContract)[Name]>
type Choice = Parsed<'children.addAdult'>['adult']

/** Somebody chosen or somebody typed: the record to be, with what stands in it. */
export type ChosenAdult = KeptAdult & { readonly id: string; readonly isNew: boolean }

/** The adult that was named; a word if there is none, or if the document shown is not complete. */
export async function adultFor(
  act: Act,
  choice: Choice,
): Promise<ChosenAdult | 'unknown-adult' | 'document-incomplete'> {
  if ('id' in choice) {
    const known = await adultsRepo.findAdult(act.db, choice.id)
    return known ? { ...known, isNew: false } : 'unknown-adult'
  }
  const kept = keptAdult(choice)
  return kept ? { id: randomUUID(), ...kept, isNew: true } : 'document-incomplete'
}

/** The child's tie to an adult, made if there is none, and the adult's record with it. */
export async function tieTo(act: Act, childId: string, adult: ChosenAdult, relation: string): Promise<string> {
  const ties = await adultsRepo.listTies(act.db, { childId })
  const tie = ties.find((each) => each.adult.id === adult.id)
  if (tie) return tie.tieId
  if (adult.isNew && !(await adultsRepo.findAdult(act.db, adult.id)))
    await adultsRepo.insertAdult(act.trx, adult.id, adult, adultSearchTextOf(adult))
  return adultsRepo.insertTie(act.trx, childId, adult.id, squeeze(relation))
}

/** Puts an adult on a child's list, with what she or he may do. */
export async function addAdult(act: Act, input: Parsed<'children.addAdult'>) {
  if (!(await childNames.findName(act.db, input.childId))) return refuse('unknown-child')
  const adult = await adultFor(act, input.adult)
  if (adult === 'unknown-adult') return refuse(adult)
  if (adult === 'document-incomplete') return refuse(adult, undefined, 'document')
  if (input.seenOn !== null && input.seenOn > act.today) return refuse('day-in-the-future', undefined, 'seenOn')
  const listed = await adultsRepo.listTies(act.db, { childId: input.childId })
  if (listed.some((each) => each.adult.id === adult.id || isSameAdult(each.adult, adult)))
    return refuse('adult-listed-already', { name: adult.fullName }, 'adult')
  const id = await tieTo(act, input.childId, adult, input.relation)
  await grantAll(act, { childId: input.childId, adultId: adult.id }, input)
  await act.audit({
    event: 'child.adult-added',
    subjectType: 'child',
    subjectId: input.childId,
    after: {
      adultId: adult.id,
      fullName: adult.fullName,
      document: adult.document,
      relation: input.relation,
      acts: input.acts,
      from: input.from,
      until: input.until,
      evidence: input.evidenceNumber,
    },
  })
  return done({ id, adultId: adult.id })
}

const factsOf = ({ fullName, documentKind, document, phone, address, description }: KeptAdult) => ({
  fullName,
  documentKind,
  document,
  phone,
  address,
  description,
})

/** Corrects who an adult is, for all children at once. */
export async function correctAdult(act: Act, input: Parsed<'children.correctAdult'>) {
  const before = await adultsRepo.findAdult(act.db, input.id)
  if (!before) return refuse('unknown-adult')
  const adult = keptAdult(input)
  if (!adult) return refuse('document-incomplete', undefined, 'document')
  const changed = changesBetween(factsOf(before), factsOf(adult))
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

/** Says anew who an adult is to a child: aunt, godmother. */
export async function setRelation(act: Act, input: Parsed<'children.setRelation'>) {
  const tie = await adultsRepo.findTie(act.db, input.id)
  if (!tie) return refuse('unknown-adult')
  const relation = squeeze(input.relation)
  if (relation === tie.relation) return refuse('nothing-changed')
  await adultsRepo.markRelation(act.trx, input.id, relation)
  await act.audit({
    event: 'child.relation-changed',
    subjectType: 'child',
    subjectId: tie.childId,
    before: { adultId: tie.adultId, relation: tie.relation },
    after: { relation },
  })
  return done(null)
}

const PHOTO = { maxBytes: 200_000, maxSide: 800 }

/** Keeps an adult's photo, or takes it away; the one before is not kept. */
export async function setAdultPhoto(act: Act, input: Parsed<'children.setAdultPhoto'>) {
  const before = await adultsRepo.findAdult(act.db, input.id)
  if (!before) return refuse('unknown-adult')
  if (input.picture === null && before.photoId === null) return refuse('nothing-changed')
  const kept = input.picture === null ? done(null) : await keepPicture(act, input.picture, PHOTO)
  if (!kept.ok) return kept
  if (!(await adultsRepo.markPhoto(act.trx, input.id, input.version, kept.value))) return refuse('stale')
  if (before.photoId !== null) await forgetPicture(act, before.photoId)
  await act.audit({
    event: kept.value === null ? 'adult.photo-removed' : 'adult.photo-kept',
    subjectType: 'adult',
    subjectId: input.id,
  })
  return done(null)
}
