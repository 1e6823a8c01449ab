/** Channel → service function; no logic. */
import type { childrenContract } from '../../../shared/contract/children.contract'
import type { HandlersOf } from '../../platform/seam/handlers'
import * as service from './children.service'

export const childrenHandlers = (): HandlersOf<typeof childrenContract> => ({
  'children.list': (input, look) => service.list(look, input),
  'children.ofMother': (input, look) => service.ofMother(look, input),
  'children.get': (input, look) => service.get(look, input),
  'children.register': (input, act) => service.register(act, input),
  'children.correct': (input, act) => service.correct(act, input),
  'children.leave': (input, act) => service.leave(act, input),
})
