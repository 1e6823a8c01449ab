/** The slice's door: handlers for the wiring. */
export { programsHandlers } from './programs.handlers'
export { insertImportedPrograms } from './programs.import.repo'
export { schoolingLevel, unmetRequirements, type EntryFacts, type Unmet } from './requirements.rules'
export { programsTasks } from './programs-tasks.service'
