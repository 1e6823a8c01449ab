/** The center's rules: what is in force, and a new decision. */
import type { Input, Output } from '../../../shared/contract'
import { SETTING_KEYS, settingSchemas } from '../../../shared/contract/settings'
import { done, refuse, type Outcome } from '../../../shared/kernel/outcome'
import type { Act, Look } from '../../platform/seam/act'
import { listSettings, settingsOn, writeSetting } from '../../platform/settings/settings'

/** Every rule with its value of today and the decisions behind it. */
export async function rules(look: Look): Promise<Outcome<Output<'office.rules'>, never>> {
  const inForce = await settingsOn(look.db, look.today)
  const rows = await listSettings(look.db)
  return done(
    SETTING_KEYS.map((key) => ({
      key,
      value: inForce[key],
      decisions: rows.flatMap((row) => {
        const read = row.key === key ? settingSchemas[key].safeParse(JSON.parse(row.json)) : undefined
        return read?.success ? [{ fromDay: row.fromDay, value: read.data, setBy: row.setBy }] : []
      }),
    })),
  )
}

/** Decides a rule anew from a day on. */
export async function decideRule(act: Act, input: Input<'office.decideRule'>) {
  const { key, fromDay, value } = input.decision
  if (fromDay < act.today) return refuse('day-has-passed', undefined, 'fromDay')
  const before = (await settingsOn(act.db, fromDay))[key]
  if (JSON.stringify(before) === JSON.stringify(value)) return refuse('nothing-changed', undefined, 'value')
  await writeSetting(act.trx, { key, fromDay, value, setBy: act.actor.id })
  await act.audit({
    event: 'rule.decided',
    subjectType: 'rule',
    subjectId: key,
    before: { value: before },
    after: { fromDay, value },
    reason: input.reason,
  })
  return done(null)
}
