/** What the page that checks certificates, and its list of folios, are made of. */
import type { CivilDate } from '../../../shared/kernel/civil-date'
import type { ReadDb } from '../../platform/db/types'

export interface FolioFate {
  readonly folio: string
  readonly state: string
  readonly stateOn: CivilDate
  readonly validUntil: CivilDate | null
}

/** Every folio ever given and what became of it. */
export const listFates = (db: ReadDb): Promise<FolioFate[]> =>
  db.selectFrom('certificate').select(['folio', 'state', 'state_on as stateOn', 'valid_until as validUntil']).execute()
