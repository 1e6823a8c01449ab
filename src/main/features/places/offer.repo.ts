/** The table of offers. */
import type { CivilDate } from '../../../shared/kernel/civil-date'
import type { Trx } from '../../platform/db/types'

/** Ends the open offer of a request, if there is one. */
export const closeOffersOf = (
  trx: Trx,
  waitId: string,
  end: { readonly answer: 'void' | 'lapsed'; readonly on: CivilDate },
) =>
  trx
    .updateTable('offer')
    .set((eb) => ({ answer: end.answer, answered_on: end.on, version: eb('version', '+', 1) }))
    .where('wait_id', '=', waitId)
    .where('answer', 'is', null)
    .execute()
