/** The center's list of signatures for outings. */
import { randomUUID } from 'node:crypto'
import { newSigningRule, signingRule, type SigningRule } from '../../../shared/contract/signing'
import type { ReadDb, Trx } from '../../platform/db/types'

export async function listSigningRules(db: ReadDb | Trx): Promise<SigningRule[]> {
  const rows = await db.selectFrom('outing_authorisation').selectAll().orderBy('position').execute()
  return rows.map((row) =>
    signingRule.parse({
      name: row.name,
      recordedBy: row.recorded_by,
      scope: row.scope,
      requiredWhen: JSON.parse(row.required_when_json) as unknown,
      emergency: row.emergency,
    }),
  )
}

/** Takes the place of the whole list. */
export async function replaceSigningRules(trx: Trx, rules: readonly SigningRule[]): Promise<void> {
  await trx.deleteFrom('outing_authorisation').execute()
  await trx
    .insertInto('outing_authorisation')
    .values(
      rules.map((rule, position) => ({
        id: randomUUID(),
        position,
        name: rule.name,
        recorded_by: rule.recordedBy,
        scope: rule.scope,
        required_when_json: JSON.stringify(rule.requiredWhen),
        emergency: rule.emergency,
      })),
    )
    .execute()
}

/** Names alone: what stands under them stays, and a new one begins as such a line begins. */
export async function nameSigningRules(trx: Trx, names: readonly string[]): Promise<void> {
  const standing = new Map((await listSigningRules(trx)).map((rule) => [rule.name, rule]))
  await replaceSigningRules(
    trx,
    names.map((name) => standing.get(name) ?? newSigningRule(name)),
  )
}
