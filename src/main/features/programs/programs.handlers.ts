/** Channel → service function; no logic. */
import type { editionsContract } from '../../../shared/contract/editions.contract'
import type { programsContract } from '../../../shared/contract/programs.contract'
import type { workshopsContract } from '../../../shared/contract/workshops.contract'
import type { HandlersOf } from '../../platform/seam/handlers'
import * as catalog from './catalog.service'
import * as closing from './close-edition.service'
import * as copying from './copy-edition.service'
import * as planning from './plan-edition.service'
import * as service from './programs.service'
import * as registration from './registration.service'
import * as resources from './resources.service'

export const programsHandlers = (): HandlersOf<
  typeof programsContract & typeof workshopsContract & typeof editionsContract
> => ({
  'programs.editions': (input, look) => service.editions(look, input),
  'programs.edition': (input, look) => service.edition(look, input),
  'programs.roster': (input, look) => service.roster(look, input),
  'programs.sensitiveRoster': (input, look) => service.sensitiveRoster(look, input),
  'programs.choices': (input, look) => service.choices(look, input),
  'programs.preview': (input, look) => planning.preview(look, input),
  'programs.create': (input, act) => planning.create(act, input),
  'programs.change': (input, act) => planning.change(act, input),
  'programs.createAxis': (input, act) => service.createAxis(act, input),
  'programs.copyDraft': (input, look) => copying.copyDraft(look, input),
  'programs.copy': (input, act) => copying.copy(act, input),
  'programs.termDraft': (input, look) => copying.termDraft(look, input),
  'programs.copyTerm': (input, act) => copying.copyTerm(act, input),
  'programs.closing': (input, look) => closing.closing(look, input),
  'programs.close': (input, act) => closing.close(act, input),
  'programs.reopen': (input, act) => closing.reopen(act, input),
  'programs.workshops': (_input, look) => catalog.workshops(look),
  'programs.workshop': (input, look) => catalog.workshop(look, input),
  'programs.createWorkshop': (input, act) => catalog.createWorkshop(act, input),
  'programs.changeWorkshop': (input, act) => catalog.changeWorkshop(act, input),
  'programs.addRule': (input, act) => catalog.addRule(act, input),
  'programs.dropRule': (input, act) => catalog.dropRule(act, input),
  'programs.register': (input, act) => registration.register(act, input),
  'programs.endRegistration': (input, act) => registration.endRegistration(act, input),
  'programs.resources': (_input, look) => resources.resources(look),
  'programs.changeRoom': (input, act) => resources.changeRoom(act, input),
  'programs.changeInstructor': (input, act) => resources.changeInstructor(act, input),
  'programs.instruction': (input, look) => resources.instruction(look, input),
})
