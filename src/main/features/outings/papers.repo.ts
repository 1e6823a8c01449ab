/** What the papers of the outings need besides: who issues them, codes of children, how often the gate said no. */
import type { ReadDb } from '../../platform/db/types'

/** The name under which the program works: papers that a child carries name no other. */
export const findIssuer = async (db: ReadDb): Promise<string> =>
  (await db.selectFrom('center').select('issuer').executeTakeFirstOrThrow()).issuer

export const listCodes = async (db: ReadDb, childIds: readonly string[]): Promise<ReadonlyMap<string, string>> =>
  new Map(
    childIds.length === 0
      ? []
      : (
          await db
            .selectFrom('child')
            .select(['id', 'code'])
            .where('id', 'in', [...childIds])
            .execute()
        ).map((row) => [row.id, row.code]),
  )

export const countAttempts = async (db: ReadDb, outingIds: readonly string[]): Promise<number> =>
  outingIds.length === 0
    ? 0
    : (
        await db
          .selectFrom('outing_attempt')
          .select('id')
          .where('outing_id', 'in', [...outingIds])
          .execute()
      ).length
