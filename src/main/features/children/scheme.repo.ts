/** The versions of the scheme of vaccines and check-ups. A version is written once and never altered. */
import { randomUUID } from 'node:crypto'
import type { SchemeCheck, SchemeDose } from '../../../shared/contract/child-health-facts'
import type { CivilDate, Instant } from '../../../shared/kernel/civil-date'
import type { ReadDb, Trx } from '../../platform/db/types'

export interface Scheme {
  readonly id: string
  readonly name: string
  readonly source: string
  readonly sourceDay: CivilDate
  readonly fromDay: CivilDate
  readonly addedAt: Instant
  readonly addedBy: string | null
  readonly doses: readonly SchemeDose[]
  readonly checks: readonly SchemeCheck[]
}

/** All versions, the latest first. */
export async function listSchemes(db: ReadDb): Promise<Scheme[]> {
  const schemes = await db
    .selectFrom('vaccine_scheme as scheme')
    .leftJoin('staff', 'staff.id', 'scheme.added_by')
    .select([
      'scheme.id',
      'scheme.name',
      'scheme.source',
      'scheme.source_day as sourceDay',
      'scheme.from_day as fromDay',
      'scheme.added_at as addedAt',
      'staff.name as addedBy',
    ])
    .orderBy('scheme.from_day', 'desc')
    .orderBy('scheme.added_at', 'desc')
    .execute()
  const doses = await db
    .selectFrom('vaccine_scheme_dose')
    .select([
      'scheme_id as schemeId',
      'vaccine',
      'dose',
      'from_months as fromMonths',
      'until_months as untilMonths',
      'note',
    ])
    .orderBy('position')
    .execute()
  const checks = await db
    .selectFrom('vaccine_scheme_check')
    .select(['scheme_id as schemeId', 'age', 'until_age as untilAge', 'unit'])
    .orderBy('position')
    .execute()
  return schemes.map((scheme) => ({
    ...scheme,
    doses: doses.flatMap(({ schemeId, ...row }) => (schemeId === scheme.id ? [row] : [])),
    checks: checks.flatMap(({ schemeId, ...row }) =>
      schemeId === scheme.id ? [{ ...row, unit: row.unit as SchemeCheck['unit'] }] : [],
    ),
  }))
}

/** Writes a new version with all its rows. */
export async function insertScheme(
  trx: Trx,
  scheme: Omit<Scheme, 'id' | 'addedBy' | 'addedAt'>,
  { at, by }: { readonly at: Instant; readonly by: string | null },
): Promise<string> {
  const id = randomUUID()
  await trx
    .insertInto('vaccine_scheme')
    .values({
      id,
      name: scheme.name,
      source: scheme.source,
      source_day: scheme.sourceDay,
      from_day: scheme.fromDay,
      added_at: at,
      added_by: by,
    })
    .execute()
  await trx
    .insertInto('vaccine_scheme_dose')
    .values(
      scheme.doses.map((row, position) => ({
        scheme_id: id,
        position,
        vaccine: row.vaccine,
        dose: row.dose,
        from_months: row.fromMonths,
        until_months: row.untilMonths,
        note: row.note,
      })),
    )
    .execute()
  if (scheme.checks.length > 0)
    await trx
      .insertInto('vaccine_scheme_check')
      .values(
        scheme.checks.map((row, position) => ({
          scheme_id: id,
          position,
          age: row.age,
          until_age: row.untilAge,
          unit: row.unit,
        })),
      )
      .execute()
  return id
}

/** Whose name a paper for somebody outside bears: never that of the place. */
export async function findIssuer(db: ReadDb): Promise<{ readonly issuer: string; readonly contact: string }> {
  const center = await db.selectFrom('center').select(['issuer', 'issuer_contact as contact']).executeTakeFirstOrThrow()
  return center
}
