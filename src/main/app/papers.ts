/** All paper types, for the renderer. A new paper adds its line here. */
import type { Paper } from '../platform/documents/paper'
import { dayRosterPaper } from '../features/attendance/day-roster.pdf'
import { daySummaryPaper } from '../features/attendance/day-summary.pdf'
import { monthRosterPaper } from '../features/attendance/month-roster.pdf'
import { coverPaper } from '../features/bundles/cover.pdf'
import { activityStatementPaper } from '../features/certificates/activity-statement.pdf'
import { certificatePaper } from '../features/certificates/certificate.pdf'
import { dc3DataPaper } from '../features/certificates/dc3-data.pdf'
import { hoursStatementPaper } from '../features/certificates/hours-statement.pdf'
import { deliverySheetPaper } from '../features/certificates/delivery-sheet.pdf'
import { emergencySheetPaper } from '../features/children/emergency-sheet.pdf'
import { handoverPaper } from '../features/children/handover.pdf'
import { roomSheetPaper } from '../features/children/room-sheet.pdf'
import { separationPlanPaper } from '../features/children/separation-plan.pdf'
import { vaccinesDuePaper } from '../features/children/vaccines-due.pdf'
import { firstsPaper } from '../features/children/firsts.pdf'
import { needsPaper } from '../features/children/needs.pdf'
import { lostHoursPaper } from '../features/hours/lost-hours.pdf'
import { recoveryPaper } from '../features/office/recovery.pdf'
import { gateDayPaper } from '../features/outings/gate-day.pdf'
import { outingConsentPaper } from '../features/outings/consent.pdf'
import { groupListPaper } from '../features/outings/group-list.pdf'
import { monthSummaryPaper } from '../features/outings/month-summary.pdf'
import { planPaper } from '../features/outings/plan-paper.pdf'
import { permissionPaper } from '../features/outings/outings.pdf'
import { protocolPaper } from '../features/outings/protocol.pdf'
import { consentFormPaper } from '../features/people/consent-form.pdf'
import { folderPaper } from '../features/people/folder.pdf'
import { handoverPaper as personHandoverPaper } from '../features/people/handover.pdf'
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
  needsPaper,
  firstsPaper,
  certificatePaper,
  hoursStatementPaper,
  activityStatementPaper,
  dc3DataPaper,
  deliverySheetPaper,
  coverPaper,
  recoveryPaper,
  outingConsentPaper,
  planPaper,
  monthSummaryPaper,
  permissionPaper,
  gateDayPaper,
  groupListPaper,
  protocolPaper,
  packPaper,
  consentFormPaper,
  historyPaper,
  folderPaper,
  handoverPaper,
  dayRosterPaper,
  daySummaryPaper,
  arrivalsPaper,
  passPaper,
  movementsPaper,
  weekPaper,
  lostHoursPaper,
  emergencyPaper,
  emergencySheetPaper,
  separationPlanPaper,
  personHandoverPaper,
  roomSheetPaper,
  vaccinesDuePaper,
  offerSlipPaper,
  turnSlipPaper,
]
