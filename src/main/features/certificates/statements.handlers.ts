/** Channel → service function, for statements; no logic. */
import type { statementsContract } from '../../../shared/contract/statements.contract'
import type { HandlersOf } from '../../platform/seam/handlers'
import type { Tools } from '../../platform/tools'
import * as service from './statements.service'

export const statementHandlers = (tools: Tools): HandlersOf<typeof statementsContract> => ({
  'certificates.printHours': service.printHours(tools),
  'certificates.printActivities': service.printActivities(tools),
  'certificates.printTrainingData': service.printTrainingData(tools),
  'certificates.statements': (input, look) => service.listStatements(look, input),
  'certificates.statementPaper': (input, look) => service.statementPaper(look, input),
})
