/** The slice's door: handlers for the wiring, ages for the month's report, search texts for the importer. */
export { childAdultsHandlers } from './child-adults.handlers'
export { childrenHandlers } from './children.handlers'
export { adultSearchTextOf, ageOn, childSearchTextOf, livesHere } from './children.rules'
export { holdsOn, mayOn, ordersOn, rightFor, stateOn } from './grid.rules'
export { gridOf } from './grid.repo'
export type { GridLine, OrderSpan, RightSpan } from '../../../shared/contract/child-adults.contract'
export { childrenOn } from './children.service'
export * as importedChildren from './children.import.repo'
