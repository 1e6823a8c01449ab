/** A woman's portfolio and what she may turn to: read whole, photos only while she agrees to them. */
import type { Input, Output } from '../../../shared/contract'
import type { ParsedInputOf } from '../../../shared/contract/define'
import { RELEASE_CHECKS, type portfolioContract, type Portfolio } from '../../../shared/contract/portfolio.contract'
import { done, refuse, type Outcome } from '../../../shared/kernel/outcome'
import type { ReadDb } from '../../platform/db/types'
import { findPicture, forgetPicture, keepPicture } from '../../platform/pictures/pictures'
import type { Act, Look } from '../../platform/seam/act'
import { tellingWords } from '../certificates'
import { listConsents } from './consent.repo'
import { allows, consentState, type ConsentState } from './consent.rules'
import { findPerson } from './people.repo'
import * as repo from './portfolio.repo'
import * as releaseRepo from './release.repo'
import { checkDueOn } from './release.rules'

export type Parsed<Name extends keyof typeof portfolioContract> = ParsedInputOf<(typeof portfolioContract)[Name]>

const MOST_PHOTOS = 24

/** What she said last of photographs. The register's column does not speak of them: without a paper nobody knows. */
export async function photoConsent(db: ReadDb, personId: string): Promise<ConsentState> {
  const current = (await listConsents(db, personId)).find((each) => each.purpose === 'photo' && each.isCurrent)
  return consentState('photo', current, null)
}

export async function getPortfolio(
  look: Look,
  input: Input<'people.portfolio'>,
): Promise<Outcome<Output<'people.portfolio'>, 'unknown-person'>> {
  const { db } = look
  if (!(await findPerson(db, input.id))) return refuse('unknown-person')
  const consent = await photoConsent(db, input.id)
  const photos = await repo.listPhotos(db, input.id)
  const { name, contact } = await repo.findIssuer(db)
  return done({
    photoConsent: consent,
    photos: allows(consent)
      ? photos.map(({ id, caption, workshop, takenOn }) => ({ id, caption, workshop, takenOn }))
      : [],
    withheldPhotos: allows(consent) ? 0 : photos.length,
    certificates: (await repo.listHeld(db, input.id)).map(({ paperId: _paper, hours: _hours, ...shown }) => shown),
    workshops: await repo.listGroups(db, input.id),
    contacts: await repo.listContacts(db, input.id),
    issuer: { name, contact },
    release: await releaseOf(db, input.id),
    handovers: await releaseRepo.listHandovers(db, input.id),
  })
}

async function releaseOf(db: ReadDb, personId: string): Promise<Portfolio['release']> {
  const release = await releaseRepo.findRelease(db, personId)
  if (!release) return null
  // Of a month that she named, its first day: rather too early than too late.
  const day = release.releasesOn ?? (release.said === null ? null : `${release.said}-01`)
  const made = await releaseRepo.listChecks(db, release.stayId)
  return {
    releasesOn: day,
    from: release.releasesOn !== null ? 'set' : day === null ? 'unknown' : 'said',
    version: release.version,
    checks: RELEASE_CHECKS.map((daysBefore) => {
      const check = made.find((each) => each.daysBefore === daysBefore && each.releasesOn === release.releasesOn)
      return {
        daysBefore,
        dueOn: day === null ? null : checkDueOn(day, daysBefore),
        checkedOn: check?.checkedOn ?? null,
        checkedBy: check?.checkedBy ?? null,
        note: check?.note ?? null,
      }
    }),
  }
}

/** A photo's bytes: of nobody who does not agree to it. */
export async function getPhoto(look: Look, input: Input<'people.photo'>) {
  const photo = await repo.findPhoto(look.db, input.id)
  if (!photo) return refuse('unknown-photo')
  if (!allows(await photoConsent(look.db, photo.personId))) return refuse('photo-not-consented')
  const picture = await findPicture(look.db, photo.pictureId)
  return picture ? done(picture) : refuse('unknown-photo')
}

export async function addPhoto(act: Act, input: Parsed<'people.addPhoto'>) {
  const { personId, editionId, caption, takenOn } = input
  if (!(await findPerson(act.db, personId))) return refuse('unknown-person')
  if (!allows(await photoConsent(act.db, personId))) return refuse('photo-not-consented')
  if (editionId !== null && !(await repo.isEdition(act.db, editionId))) return refuse('unknown-edition')
  if (takenOn !== null && takenOn > act.today) return refuse('day-in-the-future', { today: act.today }, 'takenOn')
  const [telling] = await tellingIn(act.db, [caption])
  if (telling !== undefined) return refuse('folder-names-center', { text: telling }, 'caption')
  if ((await repo.listPhotos(act.db, personId)).length >= MOST_PHOTOS)
    return refuse('too-many-photos', { most: MOST_PHOTOS })
  const kept = await keepPicture(act, input.picture)
  if (!kept.ok) return kept
  const photo = { personId, pictureId: kept.value, editionId, caption, takenOn, on: act.today, by: act.actor.id }
  const id = await repo.insertPhoto(act.trx, photo)
  await act.audit({
    event: 'portfolio.photo-added',
    subjectType: 'person',
    subjectId: personId,
    after: { id, caption, editionId },
  })
  return done({ id })
}

/** Takes photos out for good: row and bytes. Null: all of them. */
export async function removePhotos(act: Act, input: Parsed<'people.removePhotos'>) {
  if (!(await findPerson(act.db, input.personId))) return refuse('unknown-person')
  const hers = await repo.listPhotos(act.db, input.personId)
  const wanted = input.ids === null ? hers : hers.filter((photo) => input.ids?.includes(photo.id))
  if (input.ids !== null && wanted.length < new Set(input.ids).size) return refuse('unknown-photo')
  for (const photo of wanted) {
    await repo.deletePhoto(act.trx, photo.id)
    await forgetPicture(act, photo.pictureId)
  }
  await act.audit({
    event: 'portfolio.photos-removed',
    subjectType: 'person',
    subjectId: input.personId,
    before: { captions: wanted.map((photo) => photo.caption) },
  })
  return done({ removed: wanted.length })
}

/** The folder leaves with her, among papers that do not say where she was: what of these texts would. */
export async function tellingIn(db: ReadDb, texts: readonly string[]): Promise<readonly string[]> {
  const { name: issuer, place, center } = await repo.findIssuer(db)
  return tellingWords(texts, { ...center, place, issuer })
}

export async function addContact(act: Act, input: Parsed<'people.addContact'>) {
  const { personId, ...contact } = input
  if (!(await findPerson(act.db, personId))) return refuse('unknown-person')
  const [telling] = await tellingIn(act.db, Object.values(contact))
  if (telling !== undefined) return refuse('folder-names-center', { text: telling })
  const id = await repo.insertContact(act.trx, personId, contact, act.today)
  await act.audit({ event: 'portfolio.contact-added', subjectType: 'person', subjectId: personId, after: contact })
  return done({ id })
}

export async function removeContact(act: Act, input: Parsed<'people.removeContact'>) {
  const found = await repo.findContact(act.db, input.id)
  if (!found) return refuse('unknown-contact')
  await repo.removeContact(act.trx, input.id, act.today)
  await act.audit({
    event: 'portfolio.contact-removed',
    subjectType: 'person',
    subjectId: found.personId,
    before: { name: found.name },
  })
  return done(null)
}
