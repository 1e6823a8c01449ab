/** First times: the sea, rain in a park, a bus. Kept for the child and printed for her mother. */
import type { Output } from '../../../shared/contract'
import type { childCareContract } from '../../../shared/contract/child-care.contract'
import type { ParsedInputOf } from '../../../shared/contract/define'
import { PAPER_LANGUAGE, wordsIn } from '../../../shared/i18n'
import { done, refuse, type Outcome } from '../../../shared/kernel/outcome'
import { legalName } from '../../../shared/kernel/text'
import { changesBetween } from '../../platform/audit/changes'
import type { ReadDb } from '../../platform/db/types'
import { paperSteps, type PaperWish } from '../../platform/documents/paper-steps'
import { findPicture, forgetPicture, keepPicture } from '../../platform/pictures/pictures'
import type { Act, Look } from '../../platform/seam/act'
import type { Tools } from '../../platform/tools'
import * as childNames from './child-names.repo'
import * as repo from './firsts.repo'
import { firstsPaper } from './firsts.pdf'
import { findIssuer } from './scheme.repo'

type Parsed<Name extends keyof typeof childCareContract> = ParsedInputOf<(typeof childCareContract)[Name]>

/** The log of one child, and the outings she made. */
export async function ofChild(
  look: Look,
  input: { id: string },
): Promise<Outcome<Output<'children.firsts'>, 'unknown-child'>> {
  if (!(await childNames.findName(look.db, input.id))) return refuse('unknown-child')
  const stored = await repo.listFirsts(look.db, { childId: input.id })
  const firsts = stored.map(({ childId: _child, photoId: _photo, ...each }) => each)
  return done({ today: look.today, firsts, outings: await repo.listMadeOutings(look.db, input.id) })
}

/** A photo, asked for by its own call. */
export async function firstPhoto(
  look: Look,
  input: { id: string },
): Promise<Outcome<Output<'children.firstPhoto'>, 'unknown-first'>> {
  const [first] = await repo.listFirsts(look.db, { id: input.id })
  if (!first) return refuse('unknown-first')
  return done((first.photoId && (await findPicture(look.db, first.photoId))) || null)
}

const hasMade = async (db: ReadDb, childId: string, outingId: string | null): Promise<boolean> =>
  outingId === null || (await repo.listMadeOutings(db, childId)).some((outing) => outing.id === outingId)

const PHOTO = { maxBytes: 400_000, maxSide: 1200 }

/** Writes a first time down, with a photo only if her mother agreed to it on paper. */
export async function addFirst(act: Act, input: Parsed<'children.addFirst'>) {
  if (!(await childNames.findName(act.db, input.childId))) return refuse('unknown-child')
  if (input.day > act.today) return refuse('day-in-the-future', undefined, 'day')
  if (!(await hasMade(act.db, input.childId, input.outingId))) return refuse('outing-unknown', undefined, 'outingId')
  const kept = input.picture === null ? done(null) : await keepPicture(act, input.picture, PHOTO)
  if (!kept.ok) return kept
  const photo = kept.value !== null && input.photoConsent ? { id: kept.value, consent: input.photoConsent } : null
  const id = await repo.insertFirst(act.trx, input.childId, input, photo)
  const { day, what, withWhom, outingId, photoConsent } = input
  await act.audit({
    event: 'child.first-added',
    subjectType: 'child',
    subjectId: input.childId,
    after: { day, what, withWhom, outingId, ...(photo ? { photoConsent } : {}) },
  })
  return done({ id })
}

/** Corrects what was written; what stood there before stays in the audit. */
export async function correctFirst(act: Act, input: Parsed<'children.correctFirst'>) {
  const [first] = await repo.listFirsts(act.db, { id: input.id })
  if (!first) return refuse('unknown-first')
  if (input.day > act.today) return refuse('day-in-the-future', undefined, 'day')
  if (!(await hasMade(act.db, first.childId, input.outingId))) return refuse('outing-unknown', undefined, 'outingId')
  const { day, what, withWhom, outingId } = input
  const stood = { day: first.day, what: first.what, withWhom: first.withWhom, outingId: first.outing?.id ?? null }
  const changed = changesBetween(stood, { day, what, withWhom, outingId })
  if (!changed) return refuse('nothing-changed')
  if (!(await repo.markFirst(act.trx, input.id, input.version, { day, what, withWhom, outingId })))
    return refuse('stale')
  await act.audit({
    event: 'child.first-corrected',
    subjectType: 'child',
    subjectId: first.childId,
    before: changed.before,
    after: changed.after,
    reason: input.reason,
  })
  return done(null)
}

/** Destroys a photo; the memory stays. */
export async function forgetFirstPhoto(act: Act, input: Parsed<'children.forgetFirstPhoto'>) {
  const [first] = await repo.listFirsts(act.db, { id: input.id })
  if (!first) return refuse('unknown-first')
  if (first.photoId === null) return refuse('nothing-changed')
  if (!(await repo.markFirst(act.trx, input.id, input.version, { photo: null }))) return refuse('stale')
  await forgetPicture(act, first.photoId)
  await act.audit({
    event: 'child.first-photo-removed',
    subjectType: 'child',
    subjectId: first.childId,
    before: { what: first.what, photoConsent: first.photoConsent },
    reason: input.reason,
  })
  return done(null)
}

/** Takes an entry out of the log, with its photo; the audit keeps what it said. */
export async function removeFirst(act: Act, input: Parsed<'children.removeFirst'>) {
  const [first] = await repo.listFirsts(act.db, { id: input.id })
  if (!first) return refuse('unknown-first')
  const marks = { removedOn: act.today, reason: input.reason }
  if (!(await repo.markFirst(act.trx, input.id, input.version, marks))) return refuse('stale')
  if (first.photoId !== null) await forgetPicture(act, first.photoId)
  const { day, what, withWhom } = first
  await act.audit({
    event: 'child.first-removed',
    subjectType: 'child',
    subjectId: first.childId,
    before: { day, what, withWhom },
    reason: input.reason,
  })
  return done(null)
}

/** The steps that print the page of first times, for her mother. */
export const printFirsts = (tools: Tools) =>
  paperSteps(firstsPaper, tools.render, (input: Parsed<'children.printFirsts'>, look) => wishFirsts(look, input))

async function wishFirsts(
  look: Look,
  input: Parsed<'children.printFirsts'>,
): Promise<Outcome<PaperWish, 'unknown-child' | 'no-firsts'>> {
  const child = await childNames.findName(look.db, input.id)
  if (!child) return refuse('unknown-child')
  const firsts = await repo.listFirsts(look.db, { childId: input.id })
  if (firsts.length === 0) return refuse('no-firsts')
  const { issuer } = await findIssuer(look.db)
  const photoOf = async (photoId: string | null): Promise<string | null> => {
    const found = input.withPhotos && photoId !== null ? await findPicture(look.db, photoId) : undefined
    return found ? `data:image/${found.kind};base64,${found.bytes}` : null
  }
  const rows = []
  for (const { day, what, withWhom, photoId } of firsts)
    rows.push({ day, what, withWhom, photo: await photoOf(photoId) })
  return done({
    title: wordsIn(PAPER_LANGUAGE)('paper.children.firsts'),
    subjectId: child.id,
    facts: { issuer, name: legalName({ ...child }), givenNames: child.givenNames, firsts: rows },
  })
}
