/** Channel → service function, for portfolio and release folder; no logic. */
import type { portfolioContract } from '../../../shared/contract/portfolio.contract'
import type { HandlersOf } from '../../platform/seam/handlers'
import type { Tools } from '../../platform/tools'
import { printFolder } from './folder.service'
import * as portfolio from './portfolio.service'
import * as release from './release.service'

export const portfolioHandlers = (tools: Tools): HandlersOf<typeof portfolioContract> => ({
  'people.portfolio': (input, look) => portfolio.getPortfolio(look, input),
  'people.photo': (input, look) => portfolio.getPhoto(look, input),
  'people.addPhoto': (input, act) => portfolio.addPhoto(act, input),
  'people.removePhotos': (input, act) => portfolio.removePhotos(act, input),
  'people.addContact': (input, act) => portfolio.addContact(act, input),
  'people.removeContact': (input, act) => portfolio.removeContact(act, input),
  'people.setReleaseDay': (input, act) => release.setReleaseDay(act, input),
  'people.checkRelease': (input, act) => release.checkRelease(act, input),
  'people.printFolder': printFolder(tools),
  'people.printHandover': release.printHandover(tools),
  'people.signHandover': (input, act) => release.signHandover(act, input),
  'people.cancelHandover': (input, act) => release.cancelHandover(act, input),
})
