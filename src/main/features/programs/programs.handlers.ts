/** Channel → service function; no logic. */
import type { programsContract } from '../../../shared/contract/programs.contract'
import type { HandlersOf } from '../../platform/seam/handlers'
import * as service from './programs.service'

export const programsHandlers = (): HandlersOf<typeof programsContract> => ({
  'programs.editions': (input, look) => service.editions(look, input),
  'programs.edition': (input, look) => service.edition(look, input),
  'programs.roster': (input, look) => service.roster(look, input),
  'programs.sensitiveRoster': (input, look) => service.sensitiveRoster(look, input),
  'programs.choices': (input, look) => service.choices(look, input),
  'programs.preview': (input, look) => service.preview(look, input),
  'programs.create': (input, act) => service.create(act, input),
  'programs.change': (input, act) => service.change(act, input),
  'programs.createAxis': (input, act) => service.createAxis(act, input),
})
