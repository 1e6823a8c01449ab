/** Moves a woman's file to another record when the two turn out to be one woman. */
import type { Instant } from '../../../shared/kernel/civil-date'
import type { ReadDb, Trx } from '../../platform/db/types'
import { inPairOrder } from './keep-apart.repo'

/** True if the two were ever kept apart from each other: then they are two women, whatever else is alike. */
export async function wereKeptApart(db: ReadDb, one: string, other: string): Promise<boolean> {
  const [a, b] = inPairOrder(one, other)
  const row = await db
    .selectFrom('keep_apart')
    .select('id')
    .where('person_a', '=', a)
    .where('person_b', '=', b)
    .executeTakeFirst()
  return row !== undefined
}

/** Everything of the file goes to the other record. Where both hold a current answer, the newer stands. */
export async function moveFile(trx: Trx, fromId: string, toId: string, at: Instant): Promise<void> {
  await movePairs(trx, fromId, toId)
  await trx.updateTable('alert').set({ person_id: toId }).where('person_id', '=', fromId).execute()
  await moveIntakes(trx, fromId, toId, at)
  await moveConsents(trx, fromId, toId, at)
}

/** A pair that both records have with the same third woman would stand twice: the one that moves is closed first. */
async function movePairs(trx: Trx, fromId: string, toId: string): Promise<void> {
  const rows = await trx
    .selectFrom('keep_apart')
    .selectAll()
    .where((eb) => eb.or([eb('person_a', '=', fromId), eb('person_b', '=', fromId)]))
    .execute()
  for (const row of rows) {
    const [a, b] = inPairOrder(row.person_a === fromId ? row.person_b : row.person_a, toId)
    const twin =
      row.closed_on === null
        ? await trx
            .selectFrom('keep_apart')
            .select('id')
            .where('person_a', '=', a)
            .where('person_b', '=', b)
            .where('scope', '=', row.scope)
            .where('closed_on', 'is', null)
            .executeTakeFirst()
        : undefined
    const closed = twin ? { closed_on: row.starts_on, close_reason: 'duplicado' } : {}
    await trx
      .updateTable('keep_apart')
      .set({ person_a: a, person_b: b, ...closed })
      .where('id', '=', row.id)
      .execute()
  }
}

async function moveIntakes(trx: Trx, fromId: string, toId: string, at: Instant): Promise<void> {
  const current = await trx
    .selectFrom('intake')
    .select(['id', 'taken_at'])
    .where('person_id', 'in', [fromId, toId])
    .where('superseded_at', 'is', null)
    .orderBy('taken_at', 'desc')
    .execute()
  for (const { id } of current.slice(1))
    await trx.updateTable('intake').set({ superseded_at: at }).where('id', '=', id).execute()
  await trx.updateTable('intake').set({ person_id: toId }).where('person_id', '=', fromId).execute()
}

async function moveConsents(trx: Trx, fromId: string, toId: string, at: Instant): Promise<void> {
  const current = await trx
    .selectFrom('consent')
    .select(['id', 'purpose'])
    .where('person_id', 'in', [fromId, toId])
    .where('superseded_at', 'is', null)
    .orderBy((eb) => eb.fn.coalesce('withdrawn_on', 'answered_on'), 'desc')
    .execute()
  const seen = new Set<string>()
  for (const { id, purpose } of current) {
    if (seen.has(purpose)) await trx.updateTable('consent').set({ superseded_at: at }).where('id', '=', id).execute()
    seen.add(purpose)
  }
  await trx.updateTable('consent').set({ person_id: toId }).where('person_id', '=', fromId).execute()
}
