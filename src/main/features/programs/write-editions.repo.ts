/** Writes editions with their hours, exceptions and modules. */
import { randomUUID } from 'node:crypto'
import type { CivilDate } from '../../../shared/kernel/civil-date'
import type { Trx } from '../../platform/db/types'
import type { Exception, Slot } from './editions.repo'

export interface EditionColumns {
  readonly room_id: string
  readonly instructor_id: string
  readonly hours: number
  readonly capacity: number
  readonly starts_on: CivilDate
  readonly ends_on: CivilDate
  readonly min_rate_percent: number
  readonly min_hours: number | null
  readonly asks_modules: number
  readonly asks_practical: number
  readonly asks_tools: number
  readonly valid_months: number | null
  readonly care: string | null
  readonly takes_waiting: number
}

export interface NewEdition extends EditionColumns {
  readonly code: string
  readonly workshop_id: string
  readonly rule_from: CivilDate | null
  readonly copied_from: string | null
}

export async function insertEdition(trx: Trx, edition: NewEdition): Promise<string> {
  const id = randomUUID()
  await trx
    .insertInto('edition')
    .values({ id, ...edition })
    .execute()
  return id
}

/** False if the edition has changed since `version`. */
export async function markEdition(
  trx: Trx,
  id: string,
  version: number,
  set: EditionColumns | { readonly closed_on: CivilDate | null },
): Promise<boolean> {
  const done = await trx
    .updateTable('edition')
    .set({ ...set, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

/** What an edition is planned from, besides its dates. */
export interface PlanRows {
  readonly slots: readonly Slot[]
  readonly exceptions: readonly Exception[]
  readonly modules: readonly { readonly id: string; readonly minutes: number }[]
}

/** Puts these hours, exceptions and modules in the place of those that stand. */
export async function replacePlan(trx: Trx, editionId: string, plan: PlanRows): Promise<void> {
  await trx.deleteFrom('edition_slot').where('edition_id', '=', editionId).execute()
  await trx.deleteFrom('edition_exception').where('edition_id', '=', editionId).execute()
  await trx.deleteFrom('edition_module').where('edition_id', '=', editionId).execute()
  const slots = plan.slots.map((slot) => ({
    id: randomUUID(),
    edition_id: editionId,
    week: slot.week,
    weekday: slot.weekday,
    starts_at: slot.startsAt,
    ends_at: slot.endsAt,
  }))
  if (slots.length > 0) await trx.insertInto('edition_slot').values(slots).execute()
  const exceptions = plan.exceptions.map((each) => ({
    id: randomUUID(),
    edition_id: editionId,
    kind: each.kind,
    day: each.day,
    starts_at: each.startsAt,
    to_starts_at: each.toStartsAt,
    to_ends_at: each.toEndsAt,
    note: each.note,
  }))
  if (exceptions.length > 0) await trx.insertInto('edition_exception').values(exceptions).execute()
  const modules = plan.modules.map(({ id, minutes }, i) => ({
    edition_id: editionId,
    module_id: id,
    position: i + 1,
    minutes,
  }))
  if (modules.length > 0) await trx.insertInto('edition_module').values(modules).execute()
}
