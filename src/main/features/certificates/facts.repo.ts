/** What a decision rests on besides marks and evaluation: modules, practical assessment, tools, what was let pass. */
import { sql, type SelectQueryBuilder } from 'kysely'
import type { Pass } from '../../../shared/contract/decisions.contract'
import type { DB, ReadDb } from '../../platform/db/types'

/** Of one woman in one edition. */
export interface Showing {
  readonly modules: number
  readonly modulesPassed: number
  readonly practical: Pass | null
  readonly practicalVersion: number | null
  readonly openTools: number
  readonly waives: readonly string[]
}

interface Of {
  readonly editionId: string
  readonly personId: string
}

export interface Showings {
  readonly modules: ReadonlyMap<string, number>
  readonly openTools: ReadonlyMap<string, number>
  readonly passed: ReadonlyMap<string, number>
  readonly practical: ReadonlyMap<string, { readonly result: Pass; readonly version: number }>
  readonly waives: ReadonlyMap<string, readonly string[]>
}

const key = ({ editionId, personId }: Of): string => `${editionId} ${personId}`

/** A subquery of ids. */
type Editions = SelectQueryBuilder<DB, 'edition', { id: string }>

/** All that the women of these editions have to show. */
export async function listShowings(db: ReadDb, editions: Editions): Promise<Showings> {
  const modules = await db
    .selectFrom('edition_module')
    .select(({ fn }) => ['edition_id as editionId', fn.countAll<number>().as('n')])
    .where('edition_id', 'in', editions)
    .groupBy('edition_id')
    .execute()
  const passed = await listPassed(db, editions)
  const practical = await db
    .selectFrom('practical_result')
    .select(['edition_id as editionId', 'person_id as personId', 'result', 'version'])
    .where('edition_id', 'in', editions)
    .execute()
  const waives = await db
    .selectFrom('certificate_exception')
    .select(['edition_id as editionId', 'person_id as personId', 'waives_json as waives'])
    .where('edition_id', 'in', editions)
    .where('withdrawn_on', 'is', null)
    .execute()
  const tools = await listToolsOpen(db, editions)
  return {
    modules: new Map(modules.map((row) => [row.editionId, row.n])),
    openTools: new Map(tools.map((row) => [row.editionId, row.n])),
    passed: new Map(passed.map((row) => [key(row), row.n])),
    practical: new Map(practical.map((row) => [key(row), { result: row.result as Pass, version: row.version }])),
    waives: new Map(waives.map((row) => [key(row), JSON.parse(row.waives) as string[]])),
  }
}

/** Modules passed that the edition's plan has: what was dropped from it counts for nothing. */
const listPassed = (db: ReadDb, editions: Editions) =>
  db
    .selectFrom('module_result')
    .innerJoin('edition_module', (join) =>
      join
        .onRef('edition_module.edition_id', '=', 'module_result.edition_id')
        .onRef('edition_module.module_id', '=', 'module_result.module_id'),
    )
    .select(({ fn }) => [
      'module_result.edition_id as editionId',
      'module_result.person_id as personId',
      fn.countAll<number>().as('n'),
    ])
    .where('module_result.edition_id', 'in', editions)
    .where('module_result.result', '=', 'A')
    .groupBy(['module_result.edition_id', 'module_result.person_id'])
    .execute()

/** Sessions whose tools did not all come back and nobody has settled: as attendance tells them, for many editions at once. */
const listToolsOpen = (db: ReadDb, editions: Editions) =>
  db
    .selectFrom('tool_check')
    .innerJoin('session', 'session.id', 'tool_check.session_id')
    .select(['session.edition_id as editionId', sql<number>`count(*)`.as('n')])
    .where('session.edition_id', 'in', editions)
    .where('tool_check.settled_at', 'is', null)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('tool_count')
          .select('tool_count.kit_id')
          .whereRef('tool_count.session_id', '=', 'session.id')
          .where('tool_count.in_count', 'is not', null)
          .whereRef('tool_count.in_count', '<>', 'tool_count.out_count'),
      ),
    )
    .groupBy('session.edition_id')
    .execute()

/** What one woman has to show in one edition. */
export function showingOf(showings: Showings, of: Of): Showing {
  const practical = showings.practical.get(key(of))
  return {
    modules: showings.modules.get(of.editionId) ?? 0,
    modulesPassed: showings.passed.get(key(of)) ?? 0,
    practical: practical?.result ?? null,
    practicalVersion: practical?.version ?? null,
    openTools: showings.openTools.get(of.editionId) ?? 0,
    waives: showings.waives.get(key(of)) ?? [],
  }
}
