/** Channel → service function; no logic. */
import type { childFileContract } from '../../../shared/contract/child-file.contract'
import type { childrenContract } from '../../../shared/contract/children.contract'
import type { separationContract } from '../../../shared/contract/separation.contract'
import type { HandlersOf } from '../../platform/seam/handlers'
import type { Tools } from '../../platform/tools'
import * as admission from './admission.service'
import * as papers from './child-papers.service'
import * as service from './children.service'
import * as custody from './custody.service'
import * as departure from './departure.service'
import * as sheet from './emergency-sheet.service'
import * as extension from './extension.service'
import * as milestones from './milestones.service'
import * as steps from './separation-steps.service'
import * as separation from './separation.service'
import * as timeline from './timeline.service'

export const childrenHandlers = (): HandlersOf<typeof childrenContract> => ({
  'children.list': (input, look) => service.list(look, input),
  'children.ofMother': (input, look) => service.ofMother(look, input),
  'children.get': (input, look) => service.get(look, input),
  'children.timeline': (input, look) => timeline.timeline(look, input),
  'children.register': (input, act) => service.register(act, input),
  'children.correct': (input, act) => service.correct(act, input),
  'children.noteOutside': (input, act) => service.noteOutside(act, input),
  'children.leave': (input, act) => departure.leave(act, input),
  'children.takeBackLeaving': (input, act) => departure.takeBackLeaving(act, input),
})

/** How a child stands here: admission, custody, extensions, leaving. */
export const childFileHandlers = (tools: Tools): HandlersOf<typeof childFileContract> => ({
  'children.requestAdmission': (input, act) => admission.requestAdmission(act, input),
  'children.stepAdmission': (input, act) => admission.stepAdmission(act, input),
  'children.recordAdmission': (input, act) => admission.recordAdmission(act, input),
  'children.setCustody': (input, act) => custody.setCustody(act, input),
  'children.addMeasure': (input, act) => custody.addMeasure(act, input),
  'children.alterMeasure': (input, act) => custody.alterMeasure(act, input),
  'children.startClock': (input, act) => custody.startClock(act, input),
  'children.tellAuthority': (input, act) => custody.tellAuthority(act, input),
  'children.closeClock': (input, act) => custody.closeClock(act, input),
  'children.askExtension': (input, act) => extension.askExtension(act, input),
  'children.decideExtension': (input, act) => extension.decideExtension(act, input),
  'children.printHandover': papers.printHandover(tools),
})

/** The plan of separation, its milestones, and the emergency sheet. */
export const separationHandlers = (tools: Tools): HandlersOf<typeof separationContract> => ({
  'children.milestones': (_input, look) => milestones.listMilestones(look),
  'children.addMilestone': (input, act) => milestones.addMilestone(act, input),
  'children.alterMilestone': (input, act) => milestones.alterMilestone(act, input),
  'children.endMilestone': (input, act) => milestones.endMilestone(act, input),
  'children.plan': (input, look) => separation.getPlan(look, input),
  'children.makePlan': (input, act) => separation.makePlan(act, input),
  'children.movePlan': (input, act) => separation.movePlan(act, input),
  'children.closePlan': (input, act) => separation.closePlan(act, input),
  'children.reopenPlan': (input, act) => separation.reopenPlan(act, input),
  'children.addStep': (input, act) => steps.addStep(act, input),
  'children.moveStep': (input, act) => steps.moveStep(act, input),
  'children.setStep': (input, act) => steps.setStep(act, input),
  'children.printPlan': papers.printPlan(tools),
  'children.emergencySheet': (input, look) => sheet.getSheet(look, input),
  'children.keepEmergencySheet': (input, act) => sheet.keepSheet(act, input),
  'children.printEmergencySheet': papers.printEmergencySheet(tools),
})
