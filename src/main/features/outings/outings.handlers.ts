/** Channel → service function; no logic. */
import type { outingsContract } from '../../../shared/contract/outings.contract'
import type { permissionActsContract } from '../../../shared/contract/permission-acts.contract'
import type { permissionsContract } from '../../../shared/contract/permissions.contract'
import type { HandlersOf } from '../../platform/seam/handlers'
import type { Tools } from '../../platform/tools'
import * as deciding from './decide.service'
import * as service from './outings.service'
import { withoutOuting } from './outing-tasks.service'
import { printConsent, printMonth, printPlan } from './permission-papers.service'
import * as permissions from './permissions.service'
import { printPermission } from './print-permission.service'
import * as requesting from './request.service'
import * as signing from './sign.service'

export const outingsHandlers = (
  tools: Tools,
): HandlersOf<typeof outingsContract> &
  HandlersOf<typeof permissionsContract> &
  HandlersOf<typeof permissionActsContract> => ({
  'outings.list': (input, look) => service.list(look, input),
  'outings.get': (input, look) => service.get(look, input),
  'outings.choices': (_input, look) => service.choices(look),
  'outings.permission': printPermission(tools),
  'outings.printPermission': printPlan(tools),
  'outings.printConsent': printConsent(tools),
  'outings.printMonth': printMonth(tools),
  'outings.withoutOuting': (_input, look) => withoutOuting(look),
  'outings.permissions': (input, look) => permissions.permissions(look, input),
  'outings.getPermission': (input, look) => permissions.getPermission(look, input),
  'outings.ask': (input, look) => requesting.ask(look, input),
  'outings.request': (input, act) => requesting.request(act, input),
  'outings.alter': (input, act) => requesting.alter(act, input),
  'outings.submit': (input, act) => deciding.submit(act, input),
  'outings.sign': (input, act) => signing.sign(act, input),
  'outings.withdrawSignature': (input, act) => signing.withdraw(act, input),
  'outings.deny': (input, act) => deciding.deny(act, input),
  'outings.return': (input, act) => deciding.giveBack(act, input),
  'outings.review': (input, act) => deciding.review(act, input),
  'outings.pause': (input, act) => deciding.pause(act, input),
  'outings.resume': (input, act) => deciding.resume(act, input),
  'outings.cancel': (input, act) => deciding.cancel(act, input),
  'outings.cancelOne': (input, act) => deciding.cancelOne(act, input),
})
