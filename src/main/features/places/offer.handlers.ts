/** Channel → service function; no logic. */
import type { offersContract } from '../../../shared/contract/offers.contract'
import type { HandlersOf } from '../../platform/seam/handlers'
import type { Tools } from '../../platform/tools'
import * as answers from './answer-offer.service'
import * as fairness from './fairness.service'
import * as service from './offers.service'
import { printOffers, printTurn } from './print-offers.service'

export const offerHandlers = (tools: Pick<Tools, 'render'>): HandlersOf<typeof offersContract> => ({
  'places.offers': (input, look) => service.offers(look, input),
  'places.proposal': (input, look) => service.proposal(look, input),
  'places.offer': (input, act) => service.makeOffers(act, input),
  'places.tellOffer': (input, act) => answers.tellOffer(act, input),
  'places.answerOffer': (input, act) => answers.answerOffer(act, input),
  'places.returnLapsed': (input, act) => answers.returnLapsed(act, input),
  'places.recallOffer': (input, act) => answers.recallOffer(act, input),
  'places.printOffers': printOffers(tools),
  'places.printTurn': printTurn(tools),
  'places.neverServed': (_input, look) => fairness.neverServed(look),
  'places.jumps': (input, look) => fairness.jumps(look, input),
})
