/** Certificates of a month: those issued in it, and those to which something befell in it. */
import type { CivilDate } from '../../../shared/kernel/civil-date'
import type { ReadDb } from '../../platform/db/types'

export const listCertificates = (db: ReadDb, first: CivilDate, last: CivilDate) =>
  db
    .selectFrom('certificate')
    .select([
      'id',
      'holder_id as personId',
      'edition_id as editionId',
      'issued_on as issuedOn',
      'delivered_on as deliveredOn',
      'kind',
      'valid_until as validUntil',
      'state',
      'state_on as stateOn',
      'replaced_by as replacedBy',
    ])
    .where('issued_on', '<=', last)
    .where((eb) => eb.or([eb('issued_on', '>=', first), eb('state_on', '>=', first)]))
    .execute()
