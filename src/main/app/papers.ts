/** All paper types, for the renderer. A new paper adds its line here. */
import type { Paper } from '../platform/documents/paper'
import { dayRosterPaper } from '../features/attendance/day-roster.pdf'
import { daySummaryPaper } from '../features/attendance/day-summary.pdf'
import { monthRosterPaper } from '../features/attendance/month-roster.pdf'
import { coverPaper } from '../features/bundles/cover.pdf'
import { certificatePaper } from '../features/certificates/certificate.pdf'
import { lostHoursPaper } from '../features/hours/lost-hours.pdf'
import { recoveryPaper } from '../features/office/recovery.pdf'
import { permissionPaper } from '../features/outings/outings.pdf'
import { consentFormPaper } from '../features/people/consent-form.pdf'
import { historyPaper } from '../features/people/history.pdf'
import { packPaper } from '../features/people/pack.pdf'
import { offerSlipPaper } from '../features/places/offer-slip.pdf'
import { turnSlipPaper } from '../features/places/turn-slip.pdf'
import { arrivalsPaper } from '../features/timetable/arrivals.pdf'
import { movementsPaper } from '../features/timetable/movements.pdf'
import { passPaper } from '../features/timetable/pass.pdf'
import { weekPaper } from '../features/timetable/week.pdf'
import { emergencyPaper } from '../features/today/emergency.pdf'

export const papers: readonly Paper[] = [
  monthRosterPaper,
  certificatePaper,
  coverPaper,
  recoveryPaper,
  permissionPaper,
  packPaper,
  consentFormPaper,
  historyPaper,
  dayRosterPaper,
  daySummaryPaper,
  arrivalsPaper,
  passPaper,
  movementsPaper,
  weekPaper,
  lostHoursPaper,
  emergencyPaper,
  offerSlipPaper,
  turnSlipPaper,
]
