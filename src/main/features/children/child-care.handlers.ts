/** Channel → service function; no logic. */
import type { childCareContract } from '../../../shared/contract/child-care.contract'
import type { HandlersOf } from '../../platform/seam/handlers'
import type { Tools } from '../../platform/tools'
import * as checklist from './checklist.service'
import * as firsts from './firsts.service'
import * as needs from './needs.service'

export const childCareHandlers = (tools: Tools): HandlersOf<typeof childCareContract> => ({
  'children.checklist': (input, look) => checklist.checklist(look, input),
  'children.setPaper': (input, act) => checklist.setPaper(act, input),
  'children.needs': (input, look) => needs.ofChild(look, input),
  'children.openNeeds': (_input, look) => needs.openNeeds(look),
  'children.askNeed': (input, act) => needs.askNeed(act, input),
  'children.stepNeed': (input, act) => needs.stepNeed(act, input),
  'children.dropNeed': (input, act) => needs.dropNeed(act, input),
  'children.printNeeds': needs.printNeeds(tools),
  'children.firsts': (input, look) => firsts.ofChild(look, input),
  'children.firstPhoto': (input, look) => firsts.firstPhoto(look, input),
  'children.addFirst': (input, act) => firsts.addFirst(act, input),
  'children.correctFirst': (input, act) => firsts.correctFirst(act, input),
  'children.forgetFirstPhoto': (input, act) => firsts.forgetFirstPhoto(act, input),
  'children.removeFirst': (input, act) => firsts.removeFirst(act, input),
  'children.printFirsts': firsts.printFirsts(tools),
})
