/** Channel → service function; no logic. */
import type { todayContract } from '../../../shared/contract/today.contract'
import type { HandlersOf } from '../../platform/seam/handlers'
import * as service from './today.service'

export const todayHandlers = (): HandlersOf<typeof todayContract> => ({
  'today.overview': (_input, look) => service.overview(look),
})
