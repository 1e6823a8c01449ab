/** The slice's door: handlers, the cover sheet, jobs of the day, and headquarters' side for the demo. */
export { bundlesHandlers } from './bundles.handlers'
export { coverPaper } from './cover.pdf'
export { isDue as isBackupDue } from './backups.service'
export { ensureSigningKey } from './signing-key.service'
export {
  openBundle,
  type ArrivedBundle,
  type BundleProblem,
  type Headquarters,
  type OpenedBundle,
} from './headquarters'
