/** Channel → service function; no logic. */
import type { peopleContract } from '../../../shared/contract/people.contract'
import type { HandlersOf } from '../../platform/seam/handlers'
import type { Tools } from '../../platform/tools'
import { lookalikes } from './lookalike.service'
import { printPack } from './pack.service'
import * as service from './people.service'

export const peopleHandlers = (tools: Tools): HandlersOf<typeof peopleContract> => ({
  'people.list': (input, look) => service.list(look, input),
  'people.get': (input, look) => service.get(look, input),
  'people.lookalikes': (input, look) => lookalikes(look, input),
  'people.register': (input, act) => service.register(act, input),
  'people.correct': (input, act) => service.correct(act, input),
  'people.printPack': printPack(tools),
})
