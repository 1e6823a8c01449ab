/** Channel → service function; no logic. */
import type { hoursContract } from '../../../shared/contract/hours.contract'
import type { HandlersOf } from '../../platform/seam/handlers'
import type { Tools } from '../../platform/tools'
import * as service from './hours.service'

export const hoursHandlers = (tools: Tools): HandlersOf<typeof hoursContract> => ({
  'hours.summary': (input, look) => service.summary(look, input),
  'hours.rows': (input, look) => service.rows(look, input),
  'hours.sensitiveRows': (input, look) => service.sensitiveRows(look, input),
  'hours.printLost': service.printLost(tools),
})
