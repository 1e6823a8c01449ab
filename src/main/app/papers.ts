/** All paper types, for the renderer. A new paper adds its line here. */
import type { Paper } from '../platform/documents/paper'
import { monthRosterPaper } from '../features/attendance/month-roster.pdf'
import { coverPaper } from '../features/bundles/cover.pdf'
import { certificatePaper } from '../features/certificates/certificate.pdf'
import { recoveryPaper } from '../features/office/recovery.pdf'
import { permissionPaper } from '../features/outings/outings.pdf'
import { movementsPaper } from '../features/timetable/movements.pdf'
import { weekPaper } from '../features/timetable/week.pdf'

export const papers: readonly Paper[] = [
  monthRosterPaper,
  certificatePaper,
  coverPaper,
  recoveryPaper,
  permissionPaper,
  movementsPaper,
  weekPaper,
]
