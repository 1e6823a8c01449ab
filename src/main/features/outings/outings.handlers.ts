/** Channel → service function; no logic. */
import type { outingsContract } from '../../../shared/contract/outings.contract'
import type { HandlersOf } from '../../platform/seam/handlers'
import type { Tools } from '../../platform/tools'
import * as atGate from './gate.service'
import { clashes } from './outing-clashes.service'
import * as service from './outings.service'
import * as permission from './permission.service'
import { printPermission } from './print-permission.service'

export const outingsHandlers = (tools: Tools): HandlersOf<typeof outingsContract> => ({
  'outings.list': (input, look) => service.list(look, input),
  'outings.get': (input, look) => service.get(look, input),
  'outings.clashes': (input, look) => clashes(look, input),
  'outings.choices': (_input, look) => service.choices(look),
  'outings.request': (input, act) => permission.request(act, input),
  'outings.sign': (input, act) => permission.sign(act, input),
  'outings.withdrawSignature': (input, act) => permission.withdrawSignature(act, input),
  'outings.cancel': (input, act) => permission.cancel(act, input),
  'outings.gate': (_input, look) => atGate.gate(look),
  'outings.byFolio': (input, look) => atGate.byFolio(look, input),
  'outings.leave': (input, act) => atGate.leave(act, input),
  'outings.comeBack': (input, act) => atGate.comeBack(act, input),
  'outings.permission': printPermission(tools),
})
