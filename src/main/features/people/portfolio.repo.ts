/** A woman's portfolio: photos of her work, contacts; and, by join, what she has earned and taken. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { CivilDate } from '../../../shared/kernel/civil-date'
import { creditedMinutes } from '../../platform/db/session-minutes'
import type { ReadDb, Trx } from '../../platform/db/types'

export interface PhotoRow {
  readonly id: string
  readonly personId: string
  readonly pictureId: string
  readonly caption: string
  readonly workshop: string | null
  readonly takenOn: CivilDate | null
}

const photos = (db: ReadDb) =>
  db
    .selectFrom('portfolio_photo')
    .leftJoin('edition', 'edition.id', 'portfolio_photo.edition_id')
    .leftJoin('workshop', 'workshop.id', 'edition.workshop_id')
    .leftJoin('axis', 'axis.id', 'workshop.axis_id')
    .select([
      'portfolio_photo.id',
      'portfolio_photo.person_id as personId',
      'portfolio_photo.picture_id as pictureId',
      'portfolio_photo.caption',
      'portfolio_photo.taken_on as takenOn',
      // A photo goes outside: it never says that the work was made in a group of mental health.
      sql<string | null>`iif(axis.sensitive = 0, workshop.title, NULL)`.as('workshop'),
    ])

/** Her photos in the order in which they were added. */
export const listPhotos = (db: ReadDb, personId: string): Promise<PhotoRow[]> =>
  photos(db)
    .where('portfolio_photo.person_id', '=', personId)
    .orderBy(sql`portfolio_photo.rowid`)
    .execute()

export const findPhoto = (db: ReadDb, id: string): Promise<PhotoRow | undefined> =>
  photos(db).where('portfolio_photo.id', '=', id).executeTakeFirst()

export async function insertPhoto(
  trx: Trx,
  photo: {
    readonly personId: string
    readonly pictureId: string
    readonly editionId: string | null
    readonly caption: string
    readonly takenOn: CivilDate | null
    readonly on: CivilDate
    readonly by: string | null
  },
): Promise<string> {
  const id = randomUUID()
  await trx
    .insertInto('portfolio_photo')
    .values({
      id,
      person_id: photo.personId,
      picture_id: photo.pictureId,
      edition_id: photo.editionId,
      caption: photo.caption,
      taken_on: photo.takenOn,
      added_on: photo.on,
      added_by: photo.by,
    })
    .execute()
  return id
}

export async function deletePhoto(trx: Trx, id: string): Promise<void> {
  await trx.deleteFrom('portfolio_photo').where('id', '=', id).execute()
}

/** Certificates that stand, of groups that may be named outside, the oldest first. */
export const listHeld = (db: ReadDb, personId: string) =>
  db
    .selectFrom('certificate')
    .innerJoin('edition', 'edition.id', 'certificate.edition_id')
    .innerJoin('workshop', 'workshop.id', 'edition.workshop_id')
    .innerJoin('axis', 'axis.id', 'workshop.axis_id')
    .select([
      'certificate.id',
      'certificate.version',
      'certificate.paper_id as paperId',
      'workshop.title',
      'edition.hours',
      'certificate.folio',
      'certificate.issued_on as issuedOn',
      'certificate.valid_until as validUntil',
      'certificate.delivered_on as deliveredOn',
    ])
    .where('certificate.holder_id', '=', personId)
    .where('certificate.state', 'in', ['issued', 'delivered'])
    .where('axis.sensitive', '=', 0)
    .orderBy('certificate.issued_on')
    .orderBy('certificate.number')
    .execute()

/** Statements that were printed for her to carry, the newest of each kind and group; the court's is not hers to carry. */
export async function listCarried(db: ReadDb, personId: string) {
  const rows = await db
    .selectFrom('statement_paper')
    .innerJoin('paper', 'paper.id', 'statement_paper.paper_id')
    .select([
      'paper.id as paperId',
      'paper.folio',
      'paper.title',
      'statement_paper.kind',
      'statement_paper.edition_id as editionId',
      'statement_paper.issued_on as issuedOn',
    ])
    .where('statement_paper.person_id', '=', personId)
    .where('statement_paper.kind', '<>', 'activities')
    .orderBy('paper.issued_at')
    .orderBy('paper.number')
    .execute()
  return [...new Map(rows.map((row) => [`${row.kind} ${row.editionId ?? ''}`, row])).values()]
}

/** Groups she had a place in that may be named outside, with the minutes credited to her, the latest first. */
export async function listGroups(db: ReadDb, personId: string) {
  const rows = await db
    .selectFrom('edition')
    .innerJoin('workshop', 'workshop.id', 'edition.workshop_id')
    .innerJoin('axis', 'axis.id', 'workshop.axis_id')
    .leftJoin('session', 'session.edition_id', 'edition.id')
    .leftJoin('mark', (join) => join.onRef('mark.session_id', '=', 'session.id').on('mark.person_id', '=', personId))
    .select(['edition.id as editionId', 'workshop.title', 'edition.code'])
    .select(sql<number | null>`sum(${creditedMinutes})`.as('minutes'))
    .where('axis.sensitive', '=', 0)
    .where('edition.id', 'in', db.selectFrom('place').select('edition_id').where('person_id', '=', personId))
    .groupBy('edition.id')
    .orderBy('edition.ends_on', 'desc')
    .orderBy('edition.code')
    .execute()
  return rows.map((row) => ({ ...row, minutes: row.minutes ?? 0 }))
}

export interface ContactRow {
  readonly id: string
  readonly name: string
  readonly offers: string
  readonly reachedAt: string
}

export const listContacts = (db: ReadDb, personId: string): Promise<ContactRow[]> =>
  db
    .selectFrom('release_contact')
    .select(['id', 'name', 'offers', 'reached_at as reachedAt'])
    .where('person_id', '=', personId)
    .where('removed_on', 'is', null)
    .orderBy(sql`rowid`)
    .execute()

export async function insertContact(
  trx: Trx,
  personId: string,
  contact: Omit<ContactRow, 'id'>,
  on: CivilDate,
): Promise<string> {
  const id = randomUUID()
  await trx
    .insertInto('release_contact')
    .values({
      id,
      person_id: personId,
      name: contact.name,
      offers: contact.offers,
      reached_at: contact.reachedAt,
      added_on: on,
    })
    .execute()
  return id
}

/** Whose contact it was, and what; undefined if there is none that stands. */
export const findContact = (db: ReadDb, id: string) =>
  db
    .selectFrom('release_contact')
    .select(['person_id as personId', 'name'])
    .where('id', '=', id)
    .where('removed_on', 'is', null)
    .executeTakeFirst()

export async function removeContact(trx: Trx, id: string, on: CivilDate): Promise<void> {
  await trx.updateTable('release_contact').set({ removed_on: on }).where('id', '=', id).execute()
}

/** Who issues, and where it answers questions. */
export async function findIssuer(db: ReadDb) {
  const center = await db.selectFrom('center').selectAll().executeTakeFirstOrThrow()
  return {
    name: center.issuer,
    contact: center.issuer_contact,
    place: `${center.municipality}, ${center.state}`,
    center: { name: center.name, code: center.code },
  }
}

/** The frozen bytes of a paper. */
export const findPaperBytes = (db: ReadDb, id: string) =>
  db.selectFrom('paper').select(['folio', 'pdf', 'sha256']).where('id', '=', id).executeTakeFirst()

export const isEdition = async (db: ReadDb, id: string): Promise<boolean> =>
  (await db.selectFrom('edition').select('id').where('id', '=', id).executeTakeFirst()) !== undefined
