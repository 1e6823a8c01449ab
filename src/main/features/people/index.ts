/** The slice's door: handlers for the wiring; how women are found and put in order, for the importer. */
export { peopleHandlers } from './people.handlers'
export { dormitoryBlock, likeness, searchTextOf, sortKeyOf } from './people.rules'
export * as importedPeople from './people.import.repo'
