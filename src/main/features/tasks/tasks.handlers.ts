/** Channel → service function; no logic. */
import type { tasksContract } from '../../../shared/contract/tasks.contract'
import type { HandlersOf } from '../../platform/seam/handlers'
import * as service from './tasks.service'

export const tasksHandlers = (): HandlersOf<typeof tasksContract> => ({
  'tasks.list': (_input, look) => service.list(look),
  'tasks.settled': (_input, look) => service.settled(look),
  'tasks.settle': (input, act) => service.settle(act, input),
})
