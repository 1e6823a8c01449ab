/** What entry requirements ask, and what is on file about it. */
import type { Requirement } from '../../../shared/contract/workshops.contract'
import type { CivilDate } from '../../../shared/kernel/civil-date'
import type { ReadDb } from '../../platform/db/types'

export const listRequirements = async (db: ReadDb, workshopId: string): Promise<readonly Requirement[]> =>
  (await db
    .selectFrom('workshop_requirement')
    .select(['kind', 'value'])
    .where('workshop_id', '=', workshopId)
    .orderBy('kind')
    .orderBy('value')
    .execute()) as Requirement[]

export interface EntryRow {
  readonly schooling: string | null
  readonly legalStatus: 'tried' | 'sentenced' | null
  readonly languages: readonly string[]
  readonly childrenInside: number
  readonly completedWorkshops: readonly string[]
  readonly completedModules: readonly string[]
}

/** What entry requirements ask of women, from their record and their last intake conversation. */
export async function listEntryFacts(
  db: ReadDb,
  ids: readonly string[],
  day: CivilDate,
): Promise<ReadonlyMap<string, EntryRow>> {
  const rows = await db
    .selectFrom('person')
    .leftJoin('intake', (join) =>
      join.onRef('intake.person_id', '=', 'person.id').on('intake.superseded_at', 'is', null),
    )
    .select((eb) => [
      'person.id',
      'person.schooling',
      'person.language',
      'person.legal_status as legalStatus',
      'intake.schooling as toldSchooling',
      'intake.languages',
      'intake.spanish',
      eb
        .selectFrom('child')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .whereRef('child.mother_id', '=', 'person.id')
        .where('child.lives_here_from', '<=', day)
        .where((child) =>
          child.or([child('child.lives_here_until', 'is', null), child('child.lives_here_until', '>', day)]),
        )
        .as('childrenInside'),
    ])
    .where('person.id', 'in', ids)
    .execute()
  const [workshops, modules] = [await completedWorkshops(db, ids), await completedModules(db, ids)]
  return new Map(
    rows.map((row) => [
      row.id,
      {
        schooling: row.schooling ?? (row.toldSchooling && (SCHOOLING_WORDS[row.toldSchooling] ?? null)),
        legalStatus: row.legalStatus as EntryRow['legalStatus'],
        languages: [row.language, row.languages, row.spanish === 'well' ? 'español' : null].filter(
          (each) => each !== null,
        ),
        childrenInside: row.childrenInside ?? 0,
        completedWorkshops: workshops.get(row.id) ?? [],
        completedModules: modules.get(row.id) ?? [],
      },
    ]),
  )
}

/** The levels of the intake in the words of a register. */
const SCHOOLING_WORDS: Readonly<Record<string, string>> = {
  none: 'ninguna',
  'primary-some': 'primaria incompleta',
  primary: 'primaria',
  'secondary-some': 'secundaria incompleta',
  secondary: 'secundaria',
  'upper-some': 'bachillerato incompleto',
  upper: 'bachillerato',
  higher: 'superior',
}

const grouped = (rows: readonly { readonly id: string; readonly of: string }[]): Map<string, string[]> => {
  const map = new Map<string, string[]>()
  for (const row of rows) map.set(row.id, [...(map.get(row.id) ?? []), row.of])
  return map
}

const completedWorkshops = async (db: ReadDb, ids: readonly string[]) =>
  grouped(
    await db
      .selectFrom('place')
      .innerJoin('edition', 'edition.id', 'place.edition_id')
      .select(['place.person_id as id', 'edition.workshop_id as of'])
      .distinct()
      .where('place.end_result', '=', 'completed')
      .where('place.person_id', 'in', ids)
      .execute(),
  )

/** Modules of which she came to every session that was held for her. */
const completedModules = async (db: ReadDb, ids: readonly string[]) =>
  grouped(
    await db
      .selectFrom('mark')
      .innerJoin('session', 'session.id', 'mark.session_id')
      .select(['mark.person_id as id', 'session.module_id as of'])
      .$narrowType<{ of: string }>()
      .where('session.module_id', 'is not', null)
      .where('mark.person_id', 'in', ids)
      .groupBy(['mark.person_id', 'session.module_id'])
      .having(({ fn, eb }) =>
        eb(fn.sum<number>(eb.case().when('mark.code', 'in', ['A', 'R', 'S']).then(0).else(1).end()), '=', 0),
      )
      .execute(),
  )

/** How requirements that point at something are called. */
export async function listTitles(db: ReadDb): Promise<ReadonlyMap<string, string>> {
  const workshops = await db.selectFrom('workshop').select(['id', 'title']).execute()
  const modules = await db.selectFrom('workshop_module').select(['id', 'title']).execute()
  return new Map([...workshops, ...modules].map((row) => [row.id, row.title]))
}
