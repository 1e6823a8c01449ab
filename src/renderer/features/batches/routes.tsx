/** The page of what can be taken back; it hangs under Ajustes. */
import type { SliceRoute } from '../../platform/routes'
import { BatchesPage } from './BatchesPage'

export const routes: readonly SliceRoute[] = [{ path: '/batches', element: BatchesPage, channel: 'batches.list' }]
