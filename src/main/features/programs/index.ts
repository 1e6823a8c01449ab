/** The slice's door: handlers for the wiring, and what imports ask of the programs inside their own act. */
export { programsHandlers } from './programs.handlers'
export {
  allEditions,
  editionByCode,
  importEdition,
  isSensitiveAxis,
  undoEdition,
  type ImportedEdition,
} from './import-edition.service'
