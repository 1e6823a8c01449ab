/** The slice's door. Its rows are written by the platform, inside the act that they describe. */
export { batchesHandlers } from './batches.handlers'
