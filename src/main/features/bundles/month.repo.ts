/** What the month's figures are counted from, read by join over the other slices' tables. */
import { firstDayOf, lastDayOf, type CivilMonth } from '../../../shared/kernel/civil-date'
import type { ReadDb } from '../../platform/db/types'

/** Stays, sessions with their marks counted, certificates and outings of a month. */
export async function factsForMonth(db: ReadDb, period: CivilMonth) {
  const first = firstDayOf(period)
  const last = lastDayOf(period)
  const stays = await db
    .selectFrom('stay')
    .select(['admitted_on as admittedOn', 'left_on as leftOn', 'left_cause as leftCause'])
    .where('admitted_on', '<=', last)
    .where((eb) => eb.or([eb('left_on', 'is', null), eb('left_on', '>=', first)]))
    .execute()
  const axes = await db.selectFrom('axis').select(['id', 'name']).orderBy('code').execute()
  const certificates = await db
    .selectFrom('certificate')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('issued_on', '>=', first)
    .where('issued_on', '<=', last)
    // One that takes another's place, or that was spoiled before it left the office, is no further certificate.
    .where('kind', '=', 'first')
    .where('state', '<>', 'annulled')
    .executeTakeFirstOrThrow()
  const center = await db.selectFrom('center').select('late_grace_minutes as grace').executeTakeFirst()
  return {
    stays,
    axes,
    sessions: await sessionsOf(db, first, last),
    certificates: certificates.n,
    outings: await outingsOf(db, first, last),
    graceMinutes: center?.grace ?? 0,
  }
}

async function sessionsOf(db: ReadDb, first: string, last: string) {
  const rows = await db
    .selectFrom('session')
    .innerJoin('edition', 'edition.id', 'session.edition_id')
    .innerJoin('workshop', 'workshop.id', 'edition.workshop_id')
    .select([
      'session.id',
      'workshop.axis_id as axisId',
      'session.day',
      'session.starts_at as startsAt',
      'session.ends_at as endsAt',
      'session.cancelled_cause as cancelledCause',
    ])
    .where('session.day', '>=', first)
    .where('session.day', '<=', last)
    .execute()
  const counts = await db
    .selectFrom('mark')
    .innerJoin('session', 'session.id', 'mark.session_id')
    .select(({ fn }) => ['mark.session_id as sessionId', 'mark.code', fn.countAll<number>().as('n')])
    .where('session.day', '>=', first)
    .where('session.day', '<=', last)
    .groupBy(['mark.session_id', 'mark.code'])
    .execute()
  const bySession = new Map<string, Record<string, number>>()
  for (const { sessionId, code, n } of counts) bySession.set(sessionId, { ...bySession.get(sessionId), [code]: n })
  return rows.map(({ id, ...row }) => ({ ...row, marks: bySession.get(id) ?? {} }))
}

const outingsOf = (db: ReadDb, first: string, last: string) =>
  db
    .selectFrom('outing_plan as outing')
    .leftJoin('outing_movement as out', (join) =>
      join.onRef('out.outing_id', '=', 'outing.id').on('out.direction', '=', 'out'),
    )
    .leftJoin('outing_movement as back', (join) =>
      join.onRef('back.outing_id', '=', 'outing.id').on('back.direction', '=', 'back'),
    )
    .select(['outing.leaves_on as leavesOn', 'outing.returns_on as returnsOn', 'outing.returns_at as returnsAt'])
    .select(['outing.cancelled_on as cancelledOn', 'out.day as outOn', 'back.day as backOn', 'back.at as backAt'])
    .where('outing.leaves_on', '>=', first)
    .where('outing.leaves_on', '<=', last)
    .execute()
    .then((rows) => rows.map(({ cancelledOn, ...row }) => ({ ...row, cancelled: cancelledOn !== null })))
