/** Channel → service function; no logic. */
import type { todayContract } from '../../../shared/contract/today.contract'
import type { HandlersOf } from '../../platform/seam/handlers'
import type { Tools } from '../../platform/tools'
import * as list from './emergency.service'
import { morning, printMorning } from './morning.service'
import * as service from './today.service'
import { whereabouts } from './whereabouts.service'

export const todayHandlers = (tools: Tools): HandlersOf<typeof todayContract> => ({
  'today.overview': (_input, look) => service.overview(look),
  'today.emergency': (_input, look) => list.emergency(look),
  'today.whereabouts': (input, look) => whereabouts(look, input),
  'today.printEmergency': list.printEmergency(tools),
  'today.morning': (input, look) => morning(look, input),
  'today.printMorning': printMorning(tools),
})
