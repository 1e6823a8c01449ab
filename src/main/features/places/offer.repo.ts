/** The table of offers. */
import type { NamedWoman } from '../../../shared/contract/place-facts'
import type { OfferAnswer } from '../../../shared/contract/offers.contract'
import type { CivilDate } from '../../../shared/kernel/civil-date'
import type { ReadDb, Trx } from '../../platform/db/types'
import { women } from './women.repo'

export interface OfferRow extends NamedWoman {
  readonly id: string
  readonly waitId: string
  readonly editionId: string
  readonly workshopId: string
  readonly code: string
  readonly title: string
  readonly dormitory: string | null
  readonly madeOn: CivilDate
  readonly madeBy: string | null
  readonly untilOn: CivilDate
  readonly turn: number
  readonly turnOf: number
  readonly points: number
  readonly toldOn: CivilDate | null
  readonly toldBy: string | null
  readonly answer: OfferAnswer | null
  readonly answeredOn: CivilDate | null
  readonly answerNote: string | null
  readonly waitVersion: number
  readonly version: number
}

const offers = (db: ReadDb) =>
  women(db)
    .innerJoin('wait', 'wait.person_id', 'person.id')
    .innerJoin('offer', 'offer.wait_id', 'wait.id')
    .innerJoin('edition', 'edition.id', 'offer.edition_id')
    .innerJoin('workshop', 'workshop.id', 'edition.workshop_id')
    .leftJoin('staff', 'staff.id', 'offer.made_by')
    .select([
      'offer.id',
      'offer.wait_id as waitId',
      'offer.edition_id as editionId',
      'workshop.id as workshopId',
      'edition.code',
      'workshop.title',
      'offer.made_on as madeOn',
      'staff.name as madeBy',
      'offer.until_on as untilOn',
      'offer.turn',
      'offer.turn_of as turnOf',
      'offer.points',
      'offer.told_on as toldOn',
      'offer.told_by as toldBy',
      'offer.answer',
      'offer.answered_on as answeredOn',
      'offer.answer_note as answerNote',
      'wait.version as waitVersion',
      'offer.version',
    ])

type Raw = Awaited<ReturnType<ReturnType<typeof offers>['execute']>>[number]
const toOffer = ({ stayId: _stayId, ...row }: Raw): OfferRow => ({ ...row, answer: row.answer as OfferAnswer | null })

/** Offers without an answer, and those answered since a day; the one that ends first comes first. */
export async function listOffers(
  db: ReadDb,
  of: { readonly answeredSince: CivilDate; readonly editionId?: string },
): Promise<readonly OfferRow[]> {
  let query = offers(db).where((eb) =>
    eb.or([eb('offer.answer', 'is', null), eb('offer.answered_on', '>=', of.answeredSince)]),
  )
  if (of.editionId) query = query.where('offer.edition_id', '=', of.editionId)
  const rows = await query
    .orderBy((eb) => eb.case().when('offer.answer', 'is', null).then(0).else(1).end())
    .orderBy('offer.until_on')
    .orderBy('person.sort_key')
    .execute()
  return rows.map(toOffer)
}

export async function findOffers(db: ReadDb, ids: readonly string[]): Promise<readonly OfferRow[]> {
  const rows = await offers(db).where('offer.id', 'in', ids).orderBy('person.sort_key').execute()
  return rows.map(toOffer)
}

export async function findOffer(db: ReadDb, id: string): Promise<OfferRow | undefined> {
  return (await findOffers(db, [id]))[0]
}

/** Places of an edition that offers hold on a day: one that has lapsed holds none. */
export async function countHeld(db: ReadDb, editionId: string, day: CivilDate): Promise<number> {
  const row = await db
    .selectFrom('offer')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('edition_id', '=', editionId)
    .where('answer', 'is', null)
    .where('until_on', '>=', day)
    .executeTakeFirstOrThrow()
  return row.n
}

export async function insertOffer(
  trx: Trx,
  offer: {
    readonly id: string
    readonly waitId: string
    readonly editionId: string
    readonly madeOn: CivilDate
    readonly madeBy: string | null
    readonly untilOn: CivilDate
    readonly turn: number
    readonly turnOf: number
    readonly points: number
  },
): Promise<void> {
  await trx
    .insertInto('offer')
    .values({
      id: offer.id,
      wait_id: offer.waitId,
      edition_id: offer.editionId,
      made_on: offer.madeOn,
      made_by: offer.madeBy,
      until_on: offer.untilOn,
      turn: offer.turn,
      turn_of: offer.turnOf,
      points: offer.points,
    })
    .execute()
}

/** Writes who told her, and when. False if the offer has changed since `version`. */
export async function markOfferTold(
  trx: Trx,
  offer: { readonly id: string; readonly version: number },
  told: { readonly on: CivilDate; readonly by: string },
): Promise<boolean> {
  const done = await trx
    .updateTable('offer')
    .set({ told_on: told.on, told_by: told.by, version: offer.version + 1 })
    .where('id', '=', offer.id)
    .where('version', '=', offer.version)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

/** Writes what came of an offer. False if it has changed since `version`. */
export async function markAnswered(
  trx: Trx,
  offer: { readonly id: string; readonly version: number },
  end: { readonly answer: OfferAnswer; readonly on: CivilDate; readonly note: string | null },
): Promise<boolean> {
  const done = await trx
    .updateTable('offer')
    .set({ answer: end.answer, answered_on: end.on, answer_note: end.note, version: offer.version + 1 })
    .where('id', '=', offer.id)
    .where('version', '=', offer.version)
    .where('answer', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

/** The place that came of a yes. */
export const setPlace = (trx: Trx, offerId: string, placeId: string) =>
  trx.updateTable('offer').set({ place_id: placeId }).where('id', '=', offerId).execute()

/** Ends the open offer of a request, if there is one, because something else has come of it. */
export const voidOffers = (trx: Trx, waitId: string, on: CivilDate) =>
  trx
    .updateTable('offer')
    .set((eb) => ({ answer: 'void', answered_on: on, version: eb('version', '+', 1) }))
    .where('wait_id', '=', waitId)
    .where('answer', 'is', null)
    .execute()
