/** The first times of a child's life: what, when, with whom. */
import { randomUUID } from 'node:crypto'
import type { FirstExperience } from '../../../shared/contract/child-care.contract'
import type { CivilDate } from '../../../shared/kernel/civil-date'
import type { ReadDb, Trx } from '../../platform/db/types'

export type StoredFirst = FirstExperience & { readonly childId: string; readonly photoId: string | null }

/** First times that nobody took out, the earliest first: of a child, or one. */
export async function listFirsts(db: ReadDb, of: { childId: string } | { id: string }): Promise<StoredFirst[]> {
  const query = db
    .selectFrom('first_experience')
    .leftJoin('outing', 'outing.id', 'first_experience.outing_id')
    .select(['first_experience.id', 'first_experience.version', 'first_experience.child_id', 'day', 'what'])
    .select(['with_whom', 'outing_id', 'photo_id', 'photo_consent', 'outing.folio'])
    .where('removed_on', 'is', null)
  const rows = await (
    'id' in of
      ? query.where('first_experience.id', '=', of.id)
      : query.where('first_experience.child_id', '=', of.childId)
  )
    .orderBy('day')
    .orderBy('first_experience.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    childId: row.child_id,
    day: row.day,
    what: row.what,
    withWhom: row.with_whom,
    outing: row.outing_id && row.folio ? { id: row.outing_id, folio: row.folio } : null,
    hasPhoto: row.photo_id !== null,
    photoConsent: row.photo_consent,
    photoId: row.photo_id,
  }))
}

/** Outings on which the child did leave, the latest first. */
export async function listMadeOutings(
  db: ReadDb,
  childId: string,
): Promise<{ id: string; folio: string; day: CivilDate; reason: string }[]> {
  return db
    .selectFrom('outing_plan')
    .innerJoin('outing_movement', (join) =>
      join.onRef('outing_movement.outing_id', '=', 'outing_plan.id').on('direction', '=', 'out'),
    )
    .select(['outing_plan.id', 'folio', 'outing_movement.day', 'reason'])
    .where('child_id', '=', childId)
    .orderBy('outing_movement.day', 'desc')
    .limit(100)
    .execute()
}

interface FirstFacts {
  readonly day: CivilDate
  readonly what: string
  readonly withWhom: string | null
  readonly outingId: string | null
}

const columns = (facts: FirstFacts) => ({
  day: facts.day,
  what: facts.what,
  with_whom: facts.withWhom,
  outing_id: facts.outingId,
})

export async function insertFirst(
  trx: Trx,
  childId: string,
  facts: FirstFacts,
  photo: { readonly id: string; readonly consent: string } | null,
): Promise<string> {
  const id = randomUUID()
  await trx
    .insertInto('first_experience')
    .values({
      id,
      child_id: childId,
      ...columns(facts),
      photo_id: photo?.id ?? null,
      photo_consent: photo?.consent ?? null,
    })
    .execute()
  return id
}

type Marks = FirstFacts | { readonly photo: null } | { readonly removedOn: CivilDate; readonly reason: string }

function marksOf(marks: Marks) {
  if ('photo' in marks) return { photo_id: null, photo_consent: null }
  if ('removedOn' in marks)
    return { photo_id: null, photo_consent: null, removed_on: marks.removedOn, remove_reason: marks.reason }
  return columns(marks)
}

/** False if the row has changed since `version`. */
export async function markFirst(trx: Trx, id: string, version: number, marks: Marks): Promise<boolean> {
  const done = await trx
    .updateTable('first_experience')
    .set({ ...marksOf(marks), version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}
