/** The catalog: workshops with their modules, requirements, kit and certificate rules. */
import { randomUUID } from 'node:crypto'
import type { CertificateRule, Requirement } from '../../../shared/contract/workshops.contract'
import type { CivilDate } from '../../../shared/kernel/civil-date'
import type { ReadDb, Trx } from '../../platform/db/types'

const workshops = (db: ReadDb) =>
  db
    .selectFrom('workshop')
    .innerJoin('axis', 'axis.id', 'workshop.axis_id')
    .select((eb) => {
      const count = (table: 'workshop_requirement' | 'edition') =>
        eb
          .selectFrom(table)
          .select(({ fn }) => fn.countAll<number>().as('n'))
          .whereRef(`${table}.workshop_id`, '=', 'workshop.id')
      return [
        'workshop.id',
        'workshop.title',
        'workshop.version',
        'axis.id as axisId',
        'axis.name as axis',
        count('workshop_requirement').as('requirements'),
        count('edition').as('editions'),
        eb
          .selectFrom('workshop_kit')
          .select(({ fn }) => fn.countAll<number>().as('n'))
          .whereRef('workshop_kit.workshop_id', '=', 'workshop.id')
          .where('workshop_kit.retired_on', 'is', null)
          .as('tools'),
        eb
          .selectFrom('wait')
          .select(({ fn }) => fn.countAll<number>().as('n'))
          .whereRef('wait.workshop_id', '=', 'workshop.id')
          .where('wait.closed_on', 'is', null)
          .as('waiting'),
      ]
    })
    .orderBy('workshop.title')

type Raw = Awaited<ReturnType<ReturnType<typeof workshops>['execute']>>[number]

export interface Workshop {
  readonly id: string
  readonly title: string
  readonly version: number
  readonly axisId: string
  readonly axis: string
  readonly requirements: number
  readonly editions: number
  readonly tools: number
  readonly waiting: number
}

const toWorkshop = (row: Raw): Workshop => ({
  ...row,
  requirements: row.requirements ?? 0,
  editions: row.editions ?? 0,
  tools: row.tools ?? 0,
  waiting: row.waiting ?? 0,
})

/** All workshops by title. */
export const listCatalog = async (db: ReadDb): Promise<Workshop[]> => (await workshops(db).execute()).map(toWorkshop)

export async function findWorkshop(db: ReadDb, id: string): Promise<Workshop | undefined> {
  const row = await workshops(db).where('workshop.id', '=', id).executeTakeFirst()
  return row && toWorkshop(row)
}

export interface ModuleRow {
  readonly id: string
  readonly workshopId: string
  readonly title: string
  readonly minutes: number
}

/** Modules in force, in order; of one workshop or of all. */
export function listCatalogModules(db: ReadDb, workshopId?: string): Promise<ModuleRow[]> {
  const query = db
    .selectFrom('workshop_module')
    .select(['id', 'workshop_id as workshopId', 'title', 'minutes'])
    .where('retired_on', 'is', null)
    .orderBy('position')
  return (workshopId ? query.where('workshop_id', '=', workshopId) : query).execute()
}

/** What a workshop asks of who enters, in the order of its kinds. */
export async function listRequirements(db: ReadDb, workshopId: string): Promise<Requirement[]> {
  const rows = await db
    .selectFrom('workshop_requirement')
    .select(['kind', 'value'])
    .where('workshop_id', '=', workshopId)
    .orderBy('kind')
    .orderBy('value')
    .execute()
  return rows as Requirement[]
}

export const listKit = (db: ReadDb, workshopId: string): Promise<{ id: string; tool: string; quantity: number }[]> =>
  db
    .selectFrom('workshop_kit')
    .select(['id', 'tool', 'quantity'])
    .where('workshop_id', '=', workshopId)
    .where('retired_on', 'is', null)
    .orderBy('position')
    .execute()

/** Versions of what certificates ask for, the latest first; of one workshop or of all. */
export async function listRules(
  db: ReadDb,
  workshopId?: string,
): Promise<(CertificateRule & { workshopId: string })[]> {
  const query = db
    .selectFrom('certificate_rule')
    .select([
      'workshop_id as workshopId',
      'from_day as fromDay',
      'min_rate_percent as minRatePercent',
      'min_hours as minHours',
      'asks_modules as asksModules',
      'asks_practical as asksPractical',
      'asks_tools as asksTools',
      'valid_months as validMonths',
    ])
    .orderBy('from_day', 'desc')
  const rows = await (workshopId ? query.where('workshop_id', '=', workshopId) : query).execute()
  return rows.map((row) => ({
    ...row,
    asksModules: row.asksModules === 1,
    asksPractical: row.asksPractical === 1,
    asksTools: row.asksTools === 1,
  }))
}

/** Code of an edition that took the rule of that day, if one did. */
export const findTaker = (db: ReadDb, workshopId: string, fromDay: CivilDate): Promise<{ code: string } | undefined> =>
  db
    .selectFrom('edition')
    .select('code')
    .where('workshop_id', '=', workshopId)
    .where('rule_from', '=', fromDay)
    .executeTakeFirst()

// ——— Writing

/** False if the workshop has changed since `version`. */
export async function markWorkshop(trx: Trx, id: string, version: number, title: string): Promise<boolean> {
  const done = await trx
    .updateTable('workshop')
    .set({ title, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

interface Line {
  readonly id: string | null
}

/** Lines that go are retired and not deleted: editions and counts of tools still name them. */
async function retire(
  trx: Trx,
  table: 'workshop_module' | 'workshop_kit',
  workshopId: string,
  lines: readonly Line[],
  today: CivilDate,
): Promise<void> {
  const keep = lines.flatMap(({ id }) => (id ? [id] : []))
  let query = trx
    .updateTable(table)
    .set({ retired_on: today })
    .where('workshop_id', '=', workshopId)
    .where('retired_on', 'is', null)
  if (keep.length > 0) query = query.where('id', 'not in', keep)
  await query.execute()
}

export async function replaceModules(
  trx: Trx,
  workshopId: string,
  modules: readonly (Line & { readonly title: string; readonly minutes: number })[],
  today: CivilDate,
): Promise<void> {
  await retire(trx, 'workshop_module', workshopId, modules, today)
  // Two that change names would meet in the unique index: each first takes a name of its own.
  for (const { id } of modules)
    if (id) await trx.updateTable('workshop_module').set({ title: id }).where('id', '=', id).execute()
  for (const [i, { id, title, minutes }] of modules.entries()) {
    const set = { title, minutes, position: i + 1 }
    if (id) await trx.updateTable('workshop_module').set(set).where('id', '=', id).execute()
    else
      await trx
        .insertInto('workshop_module')
        .values({ id: randomUUID(), workshop_id: workshopId, ...set })
        .execute()
  }
}

export async function replaceKit(
  trx: Trx,
  workshopId: string,
  kit: readonly (Line & { readonly tool: string; readonly quantity: number })[],
  today: CivilDate,
): Promise<void> {
  await retire(trx, 'workshop_kit', workshopId, kit, today)
  for (const { id } of kit)
    if (id) await trx.updateTable('workshop_kit').set({ tool: id }).where('id', '=', id).execute()
  for (const [i, { id, tool, quantity }] of kit.entries()) {
    const set = { tool, quantity, position: i + 1 }
    if (id) await trx.updateTable('workshop_kit').set(set).where('id', '=', id).execute()
    else
      await trx
        .insertInto('workshop_kit')
        .values({ id: randomUUID(), workshop_id: workshopId, added_on: today, ...set })
        .execute()
  }
}

export async function replaceRequirements(trx: Trx, workshopId: string, list: readonly Requirement[]): Promise<void> {
  await trx.deleteFrom('workshop_requirement').where('workshop_id', '=', workshopId).execute()
  const rows = list.map(({ kind, value }) => ({ workshop_id: workshopId, kind, value }))
  if (rows.length > 0) await trx.insertInto('workshop_requirement').values(rows).execute()
}

export const insertRule = (trx: Trx, workshopId: string, rule: CertificateRule) =>
  trx
    .insertInto('certificate_rule')
    .values({
      workshop_id: workshopId,
      from_day: rule.fromDay,
      min_rate_percent: rule.minRatePercent,
      min_hours: rule.minHours,
      asks_modules: rule.asksModules ? 1 : 0,
      asks_practical: rule.asksPractical ? 1 : 0,
      asks_tools: rule.asksTools ? 1 : 0,
      valid_months: rule.validMonths,
    })
    .execute()

export const deleteRule = (trx: Trx, workshopId: string, fromDay: CivilDate) =>
  trx.deleteFrom('certificate_rule').where('workshop_id', '=', workshopId).where('from_day', '=', fromDay).execute()
