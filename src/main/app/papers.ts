/** All paper types, for the renderer. A new paper adds its line here. */
import type { Paper } from '../platform/documents/paper'
import { recoveryPaper } from '../features/office/recovery.pdf'

export const papers: readonly Paper[] = [recoveryPaper]
