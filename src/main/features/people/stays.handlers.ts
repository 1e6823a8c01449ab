/** Channel → service function, for the stays; no logic. */
import type { absencesContract, staysContract } from '../../../shared/contract/stays.contract'
import type { mergeContract } from '../../../shared/contract/merge.contract'
import type { HandlersOf } from '../../platform/seam/handlers'
import * as absence from './absence.service'
import { merge, previewMerge, undoMerge } from './merge.service'
import * as leaving from './leaving.service'
import * as stays from './stay.service'
import { undo } from './undo-stay.service'

export const staysHandlers = (): HandlersOf<typeof staysContract & typeof absencesContract & typeof mergeContract> => ({
  'people.stay': (input, look) => stays.stayOf(look, input),
  'people.setDormitory': (input, act) => stays.setDormitory(act, input),
  'people.expect': (input, act) => stays.announce(act, input),
  'people.confirmArrival': (input, act) => stays.confirmArrival(act, input),
  'people.cancelArrival': (input, act) => stays.cancelArrival(act, input),
  'people.readmit': (input, act) => stays.readmit(act, input),
  'people.recordAbsence': (input, act) => absence.recordAbsence(act, input),
  'people.changeAbsence': (input, act) => absence.changeAbsence(act, input),
  'people.endPlacesAway': (input, act) => leaving.endPlacesAway(act, input),
  'people.recordReturn': (input, act) => absence.recordReturn(act, input),
  'people.previewLeaving': (input, look) => leaving.previewLeaving(look, input),
  'people.recordLeaving': (input, act) => leaving.recordLeaving(act, input),
  'people.correctLeaving': (input, act) => leaving.correctLeaving(act, input),
  'people.undo': (input, act) => undo(act, input),
  'people.previewMerge': (input, look) => previewMerge(look, input),
  'people.merge': (input, act) => merge(act, input),
  'people.undoMerge': (input, act) => undoMerge(act, input),
})
