/** What giving a place asks about women, read for many at once: a few statements, however many they are. */
import type { EndResult } from '../../../shared/contract/endings.contract'
import type { NamedWoman } from '../../../shared/contract/place-facts'
import type { CivilDate } from '../../../shared/kernel/civil-date'
import type { ReadDb } from '../../platform/db/types'
import { women } from './women.repo'

export interface WomanHere extends NamedWoman {
  readonly dormitory: string | null
}

/** Women of whom some are asked: all who are here if absent, whom a search finds, or these. */
export async function listWomen(
  db: ReadDb,
  of: { readonly words?: readonly string[]; readonly ids?: readonly string[] },
): Promise<readonly WomanHere[]> {
  let query = women(db).where('stay.id', 'is not', null)
  for (const word of of.words ?? []) query = query.where('person.search_text', 'like', `%${word}%`)
  if (of.ids) query = query.where('person.id', 'in', of.ids)
  const rows = await query.orderBy('person.sort_key').execute()
  return rows.map(({ stayId: _stayId, ...woman }) => woman)
}

/** Whoever had a place that began, in any edition. */
export async function listServed(db: ReadDb): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('place')
    .innerJoin('edition', 'edition.id', 'place.edition_id')
    .innerJoin('workshop', 'workshop.id', 'edition.workshop_id')
    .innerJoin('axis', 'axis.id', 'workshop.axis_id')
    .select('person_id')
    .distinct()
    // As in the points: groups of sensitive axes do not count, or their absence here would tell who is in one.
    .where('axis.sensitive', '=', 0)
    .where((place) => place.or([place('ended_on', 'is', null), place('ended_on', '>=', place.ref('opened_on'))]))
    .execute()
  return new Set(rows.map((row) => row.person_id))
}

/** How many other editions she has a place in, and their hours by the week (half for a two-week pattern). */
export async function listLoads(
  db: ReadDb,
  ids: readonly string[],
  editionId: string,
): Promise<ReadonlyMap<string, { readonly places: number; readonly minutes: number }>> {
  const places = await db
    .selectFrom('place')
    .select(({ fn }) => ['person_id as id', fn.countAll<number>().as('places')])
    .where('ended_on', 'is', null)
    .where('edition_id', '<>', editionId)
    .where('person_id', 'in', ids)
    .groupBy('person_id')
    .execute()
  const slots = await db
    .selectFrom('place')
    .innerJoin('edition_slot', 'edition_slot.edition_id', 'place.edition_id')
    .select([
      'place.person_id as id',
      'edition_slot.week',
      'edition_slot.starts_at as from',
      'edition_slot.ends_at as to',
    ])
    .where('place.ended_on', 'is', null)
    .where('place.edition_id', '<>', editionId)
    .where('place.person_id', 'in', ids)
    .execute()
  const minutes = new Map<string, number>()
  for (const slot of slots) minutes.set(slot.id, (minutes.get(slot.id) ?? 0) + weeklyMinutes(slot))
  return new Map(places.map((row) => [row.id, { places: row.places, minutes: minutes.get(row.id) ?? 0 }]))
}

const minutesAt = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

/** Minutes that a slot takes in a week; a meeting of every second week counts half. */
export const weeklyMinutes = (slot: { readonly week: string; readonly from: string; readonly to: string }): number =>
  (minutesAt(slot.to) - minutesAt(slot.from)) / (slot.week === 'every' ? 1 : 2)

export interface Before {
  readonly code: string
  readonly result: EndResult | null
  readonly endedOn: CivilDate
  readonly certificate: boolean
}

/** The last time that each was in a workshop, and whether it brought a certificate. */
export async function listBefore(
  db: ReadDb,
  ids: readonly string[],
  workshopId: string,
): Promise<ReadonlyMap<string, Before>> {
  const rows = await db
    .selectFrom('place')
    .innerJoin('edition', 'edition.id', 'place.edition_id')
    .select((eb) => [
      'place.person_id as id',
      'edition.code',
      'place.end_result as result',
      'place.ended_on as endedOn',
      eb
        .selectFrom('certificate')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .whereRef('certificate.edition_id', '=', 'place.edition_id')
        .whereRef('certificate.holder_id', '=', 'place.person_id')
        .where('certificate.state', 'in', ['issued', 'delivered'])
        .as('certificates'),
    ])
    .where('edition.workshop_id', '=', workshopId)
    .where('place.person_id', 'in', ids)
    .where('place.ended_on', 'is not', null)
    .whereRef('place.ended_on', '>=', 'place.opened_on')
    .orderBy('place.ended_on')
    .execute()
  return new Map(
    rows.map((row) => [
      row.id,
      {
        code: row.code,
        result: row.result as EndResult | null,
        endedOn: row.endedOn ?? '',
        certificate: (row.certificates ?? 0) > 0,
      },
    ]),
  )
}

/** What each signed about taking part; without a paper, what the register says. */
export async function listConsents(
  db: ReadDb,
  ids: readonly string[],
): Promise<ReadonlyMap<string, 'yes' | 'no' | 'withdrawn'>> {
  const rows = await db
    .selectFrom('person')
    .leftJoin('consent', (join) =>
      join
        .onRef('consent.person_id', '=', 'person.id')
        .on('consent.purpose', '=', 'participation')
        .on('consent.superseded_at', 'is', null),
    )
    .select(['person.id', 'person.consents', 'consent.answer', 'consent.withdrawn_on as withdrawnOn'])
    .where('person.id', 'in', ids)
    .execute()
  const hers = new Map<string, 'yes' | 'no' | 'withdrawn'>()
  for (const row of rows) {
    const register = row.consents === null ? null : row.consents === 1 ? 'yes' : 'no'
    const answer = row.withdrawnOn !== null ? 'withdrawn' : (row.answer ?? register)
    if (answer === 'yes' || answer === 'no' || answer === 'withdrawn') hers.set(row.id, answer)
  }
  return hers
}

/** Since when each is away from the center, if she is. */
export async function listAway(
  db: ReadDb,
  ids: readonly string[],
  day: CivilDate,
): Promise<ReadonlyMap<string, { readonly id: string; readonly from: CivilDate }>> {
  const rows = await db
    .selectFrom('stay_absence')
    .innerJoin('stay', 'stay.id', 'stay_absence.stay_id')
    .select(['stay.person_id as personId', 'stay_absence.id', 'stay_absence.left_on as from'])
    .where('stay.person_id', 'in', ids)
    .where('stay_absence.left_on', '<=', day)
    .where('stay_absence.ended_on', 'is', null)
    .execute()
  return new Map(rows.map((row) => [row.personId, row]))
}

/** Sessions of an edition from a day on that are to be held. */
export async function countSessionsAhead(db: ReadDb, editionId: string, from: CivilDate): Promise<number> {
  const row = await db
    .selectFrom('session')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('edition_id', '=', editionId)
    .where('day', '>=', from)
    .where('cancelled_cause', 'is', null)
    .executeTakeFirst()
  return row?.n ?? 0
}

/** Women to whom a place of the edition is offered, and until when: only offers that have not lapsed by a day. */
export async function listOffered(
  db: ReadDb,
  editionId: string,
  day: CivilDate,
): Promise<ReadonlyMap<string, CivilDate>> {
  const rows = await db
    .selectFrom('offer')
    .innerJoin('wait', 'wait.id', 'offer.wait_id')
    .select(['wait.person_id as id', 'offer.until_on as until'])
    .where('offer.edition_id', '=', editionId)
    .where('offer.answer', 'is', null)
    .where('offer.until_on', '>=', day)
    .execute()
  return new Map(rows.map((row) => [row.id, row.until]))
}
