/** Who signs for an outing: the list, and a new one. */
import type { Input, Output } from '../../../shared/contract'
import { done, refuse, type Outcome } from '../../../shared/kernel/outcome'
import { fold } from '../../../shared/kernel/text'
import type { Act, Look } from '../../platform/seam/act'
import * as office from './office.repo'
import * as repo from './signing.repo'

export async function signingRules(look: Look): Promise<Outcome<Output<'office.signingRules'>, never>> {
  const found = await office.findCenter(look.db)
  return done({ rules: await repo.listSigningRules(look.db), version: found?.version ?? 0 })
}

/** Somebody of the direction must be on the list: a permission that nobody approves is none. */
export async function setSigningRules(act: Act, input: Input<'office.setSigningRules'>) {
  const { rules } = input
  const twice = rules.find((rule, n) => rules.findIndex((other) => fold(other.name) === fold(rule.name)) < n)
  if (twice) return refuse('signing-name-twice', { name: twice.name }, 'rules')
  if (!rules.some((rule) => rule.recordedBy === 'director' && rule.requiredWhen.length === 0))
    return refuse('signing-without-director', undefined, 'rules')
  const before = await repo.listSigningRules(act.db)
  if (JSON.stringify(before) === JSON.stringify(rules)) return refuse('nothing-changed', undefined, 'rules')
  if (!(await office.markVersion(act.trx, input.version))) return refuse('stale')
  await repo.replaceSigningRules(act.trx, rules)
  await act.audit({
    event: 'center.signing-changed',
    subjectType: 'center',
    before: { rules: before },
    after: { rules },
    reason: input.reason,
  })
  return done(null)
}
