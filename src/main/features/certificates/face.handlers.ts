/** Channel → service function; no logic. */
import type { certificateFaceContract } from '../../../shared/contract/certificate-face.contract'
import type { HandlersOf } from '../../platform/seam/handlers'
import type { Tools } from '../../platform/tools'
import * as settings from './face-settings.service'
import { countHeld, printDeliverySheet, printRun } from './run.service'
import { saveFolioList } from './verifier.service'

export const certificateFaceHandlers = (tools: Tools): HandlersOf<typeof certificateFaceContract> => ({
  'certificates.face': (_input, look) => settings.readFace(look),
  'certificates.changeFace': (input, act) => settings.changeFace(act, input),
  'certificates.preview': (input, look) => settings.preview(tools, look, input),
  'certificates.letters': (_input, look) => settings.checkLetters(look),
  'certificates.held': (input, look) => countHeld(look, input),
  'certificates.run': printRun(tools),
  'certificates.deliverySheet': printDeliverySheet(tools),
  'certificates.saveFolioList': saveFolioList(tools),
})
