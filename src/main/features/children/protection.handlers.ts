/** Channel → service function; no logic. */
import type { childProtectionContract } from '../../../shared/contract/child-protection.contract'
import type { HandlersOf } from '../../platform/seam/handlers'
import * as protection from './protection.service'

export const childProtectionHandlers = (): HandlersOf<typeof childProtectionContract> => ({
  'children.protection': (input, look) => protection.ofChild(look, input),
  'children.openConcerns': (_input, look) => protection.openConcerns(look),
  'children.raiseConcern': (input, act) => protection.raiseConcern(act, input),
  'children.stepConcern': (input, act) => protection.stepConcern(act, input),
})
