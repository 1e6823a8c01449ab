/** The slice's door: handlers for the wiring; how women are found and put in order, for the importer. */
export { peopleHandlers } from './people.handlers'
export { withheldFromHeadquarters } from './consent.service'
export { personFileHandlers } from './person-file.handlers'
export { personTasks } from './person-tasks.service'
export { stayTasks } from './stay-tasks.service'
export { staysHandlers } from './stays.handlers'
export { dormitoryBlock, searchTextOf, sortKeyOf } from './people.rules'
export * as importedPeople from './people.import.repo'
