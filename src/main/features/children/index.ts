/** The slice's door: handlers for the wiring, ages for the month's report, search texts for the importer. */
export { childrenHandlers } from './children.handlers'
export { adultSearchTextOf, ageOn, childSearchTextOf, livesHere, standingOn } from './children.rules'
export { childrenOn } from './children.service'
export * as importedChildren from './children.import.repo'
