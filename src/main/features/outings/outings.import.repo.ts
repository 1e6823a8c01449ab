/** Outings out of a spreadsheet, many at a time, with who signed and when the children went and came. */
import { randomUUID } from 'node:crypto'
import type { CivilDate, ClockTime, Instant } from '../../../shared/kernel/civil-date'
import { inChunks } from '../../platform/db/chunks'
import type { Trx } from '../../platform/db/types'

export interface ImportedOutings {
  readonly outings: readonly {
    readonly id: string
    readonly folio: string
    readonly childId: string
    readonly kind: string
    readonly reason: string
    readonly leavesOn: CivilDate
    readonly leavesAt: ClockTime
    readonly returnsOn: CivilDate
    readonly returnsAt: ClockTime
    readonly adultName: string
    readonly adultId: string | null
    readonly instructorId: string | null
    readonly note: string | null
  }[]
  readonly signatures: readonly {
    readonly outingId: string
    readonly authorisation: string
  }[]
  readonly movements: readonly {
    readonly id: string
    readonly outingId: string
    readonly direction: 'out' | 'back'
    readonly day: CivilDate
    readonly at: ClockTime
    readonly adultName: string
  }[]
}

/** Adds outings, their signatures and movements, as recorded by whoever imports. */
export async function insertImportedOutings(
  trx: Trx,
  rows: ImportedOutings,
  recorded: { readonly by: string | null; readonly at: Instant; readonly on: CivilDate },
): Promise<void> {
  const permissionOf = new Map(rows.outings.map((row) => [row.id, randomUUID()]))
  await inChunks(rows.outings, (some) =>
    trx
      .insertInto('permission')
      .values(
        some.map((row) => ({
          id: permissionOf.get(row.id) ?? row.id,
          folio: row.folio,
          kind: row.kind,
          reason: row.reason,
          state: 'asked',
          adult_name: row.adultName,
          adult_id: row.adultId,
          instructor_id: row.instructorId,
          note: row.note,
          round_on: recorded.on,
          // Whoever brings the list in did not ask for the outing, and may still have to approve it.
          requested_by: null,
        })),
      )
      .execute(),
  )
  await inChunks(rows.outings, (some) =>
    trx
      .insertInto('outing')
      .values(
        some.map((row) => ({
          id: row.id,
          permission_id: permissionOf.get(row.id) ?? row.id,
          folio: row.folio,
          child_id: row.childId,
          leaves_on: row.leavesOn,
          leaves_at: row.leavesAt,
          returns_on: row.returnsOn,
          returns_at: row.returnsAt,
        })),
      )
      .execute(),
  )
  const standing = await permissionsOf(
    trx,
    rows.signatures.map((row) => row.outingId),
  )
  await inChunks(rows.signatures, (some) =>
    trx
      .insertInto('outing_signature')
      .values(
        some.map((row) => ({
          id: randomUUID(),
          permission_id: standing.get(row.outingId)?.id ?? row.outingId,
          outing_id: row.outingId,
          authorisation: row.authorisation,
          round: standing.get(row.outingId)?.round ?? 1,
          how: 'paper',
          // The list says who signed, not when.
          signed_on: null,
          recorded_at: recorded.at,
          recorded_by: recorded.by,
        })),
      )
      .execute(),
  )
  await inChunks(rows.movements, (some) =>
    trx
      .insertInto('outing_movement')
      .values(
        some.map((row) => ({
          id: row.id,
          outing_id: row.outingId,
          direction: row.direction,
          day: row.day,
          at: row.at,
          adult_name: row.adultName,
          recorded_at: recorded.at,
          recorded_by: recorded.by,
        })),
      )
      .execute(),
  )
}

/** The permissions of these outings, with the round that a signature counts for. */
async function permissionsOf(trx: Trx, outingIds: readonly string[]) {
  const found = new Map<string, { readonly id: string; readonly round: number }>()
  await inChunks([...new Set(outingIds)], async (some) => {
    const rows = await trx
      .selectFrom('outing')
      .innerJoin('permission', 'permission.id', 'outing.permission_id')
      .select(['outing.id as outingId', 'permission.id', 'permission.round'])
      .where('outing.id', 'in', [...some])
      .execute()
    for (const { outingId, ...permission } of rows) found.set(outingId, permission)
  })
  return found
}
