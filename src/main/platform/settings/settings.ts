/** Reads and writes the center's settings: one row for each decision and the day from which it holds. */
import {
  SETTING_DEFAULTS,
  SETTING_KEYS,
  settingSchemas,
  type SettingKey,
  type Settings,
} from '../../../shared/contract/settings'
import type { CivilDate } from '../../../shared/kernel/civil-date'
import type { ReadDb, Trx } from '../db/types'

/** All settings as they hold on a day. What a newer or older Umbral wrote and this one cannot read is the default. */
export async function settingsOn(db: ReadDb, day: CivilDate): Promise<Settings> {
  const rows = await db
    .selectFrom('setting')
    .select(['key', 'value_json as json'])
    .where('from_day', '<=', day)
    .orderBy('from_day')
    .execute()
  const decided = new Map(rows.map((row) => [row.key, row.json]))
  const valueOf = (key: SettingKey) => {
    const json = decided.get(key)
    const read = json === undefined ? undefined : settingSchemas[key].safeParse(JSON.parse(json))
    return read?.success ? read.data : SETTING_DEFAULTS[key]
  }
  return Object.fromEntries(SETTING_KEYS.map((key) => [key, valueOf(key)])) as unknown as Settings
}

export interface SettingRow {
  readonly key: string
  readonly fromDay: CivilDate
  readonly json: string
  readonly setBy: string | null
}

/** Every decision, the latest first. */
export const listSettings = (db: ReadDb): Promise<SettingRow[]> =>
  db
    .selectFrom('setting')
    .leftJoin('staff', 'staff.id', 'setting.set_by')
    .select(['setting.key', 'setting.from_day as fromDay', 'setting.value_json as json', 'staff.name as setBy'])
    .orderBy('setting.from_day', 'desc')
    .orderBy('setting.key')
    .execute()

/** Writes one decision; a second one for the same day takes the place of the first. */
export async function writeSetting(
  trx: Trx,
  decision: {
    readonly key: SettingKey
    readonly fromDay: CivilDate
    readonly value: unknown
    readonly setBy: string | null
  },
): Promise<void> {
  const row = {
    key: decision.key,
    from_day: decision.fromDay,
    value_json: JSON.stringify(decision.value),
    set_by: decision.setBy,
  }
  await trx
    .insertInto('setting')
    .values(row)
    .onConflict((clash) =>
      clash.columns(['key', 'from_day']).doUpdateSet({ value_json: row.value_json, set_by: row.set_by }),
    )
    .execute()
}
