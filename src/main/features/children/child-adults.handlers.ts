/** Channel → service function; no logic. */
import type { childAdultsContract } from '../../../shared/contract/child-adults.contract'
import type { HandlersOf } from '../../platform/seam/handlers'
import * as adults from './adults.service'
import * as authority from './authority.service'
import * as grid from './grid.service'
import * as orders from './orders.service'

export const childAdultsHandlers = (): HandlersOf<typeof childAdultsContract> => ({
  'children.grid': (input, look) => grid.grid(look, input),
  'children.adults': (input, look) => grid.search(look, input),
  'children.adult': (input, look) => grid.adult(look, input),
  'children.adultPhoto': (input, look) => grid.adultPhoto(look, input),
  'children.endingAuthorities': (_input, look) => grid.endingAuthorities(look),
  'children.addAdult': (input, act) => adults.addAdult(act, input),
  'children.correctAdult': (input, act) => adults.correctAdult(act, input),
  'children.setRelation': (input, act) => adults.setRelation(act, input),
  'children.setAdultPhoto': (input, act) => adults.setAdultPhoto(act, input),
  'children.grant': (input, act) => authority.grant(act, input),
  'children.endAuthority': (input, act) => authority.endAuthority(act, input),
  'children.orderHits': (input, look) => orders.orderHits(look, input),
  'children.prohibit': (input, act) => orders.prohibit(act, input),
  'children.liftOrder': (input, act) => orders.liftOrder(act, input),
})
