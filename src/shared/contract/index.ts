/** All channels of the app. A new slice adds its contract here, and nowhere else. */
import type { InputOf, OutputOf, RefusalOf, SeamRefusal } from './define'
import { alertsContract } from './alerts.contract'
import { appointmentsContract } from './appointments.contract'
import { attendanceContract } from './attendance.contract'
import { batchesContract } from './batches.contract'
import { bundlesContract } from './bundles.contract'
import { candidatesContract } from './candidates.contract'
import { certificateRecordContract } from './certificate-record.contract'
import { certificateFaceContract } from './certificate-face.contract'
import { certificateStepsContract } from './certificate-steps.contract'
import { certificatesContract } from './certificates.contract'
import { childAdultsContract } from './child-adults.contract'
import { childFileContract } from './child-file.contract'
import { childHealthContract } from './child-health.contract'
import { childcareContract } from './childcare.contract'
import { childCareContract } from './child-care.contract'
import { childProtectionContract } from './child-protection.contract'
import { childrenContract } from './children.contract'
import { clashesContract } from './clashes.contract'
import { consentsContract } from './consents.contract'
import { decisionsContract } from './decisions.contract'
import { editionsContract } from './editions.contract'
import { endingsContract } from './endings.contract'
import { gateContract } from './gate.contract'
import { hoursContract } from './hours.contract'
import { importsContract } from './imports.contract'
import { intakeContract } from './intake.contract'
import { keepApartContract } from './keep-apart.contract'
import { officeContract } from './office.contract'
import { offersContract } from './offers.contract'
import { mergeContract } from './merge.contract'
import { outingsContract } from './outings.contract'
import { permissionActsContract } from './permission-acts.contract'
import { permissionsContract } from './permissions.contract'
import { pausesContract } from './pauses.contract'
import { peopleContract } from './people.contract'
import { personFileContract } from './person-file.contract'
import { placesContract } from './places.contract'
import { portfolioContract } from './portfolio.contract'
import { programsContract } from './programs.contract'
import { statementsContract } from './statements.contract'
import { absencesContract, staysContract } from './stays.contract'
import { separationContract } from './separation.contract'
import { sessionsContract } from './sessions.contract'
import { tasksContract } from './tasks.contract'
import { timetableContract } from './timetable.contract'
import { todayContract } from './today.contract'
import { waitsContract } from './waits.contract'
import { weekContract } from './week.contract'
import { workshopsContract } from './workshops.contract'

export const contract = {
  ...alertsContract,
  ...appointmentsContract,
  ...attendanceContract,
  ...batchesContract,
  ...bundlesContract,
  ...candidatesContract,
  ...certificateRecordContract,
  ...certificateFaceContract,
  ...certificateStepsContract,
  ...certificatesContract,
  ...childAdultsContract,
  ...childFileContract,
  ...childHealthContract,
  ...childcareContract,
  ...childCareContract,
  ...childProtectionContract,
  ...childrenContract,
  ...clashesContract,
  ...consentsContract,
  ...decisionsContract,
  ...editionsContract,
  ...endingsContract,
  ...hoursContract,
  ...importsContract,
  ...intakeContract,
  ...keepApartContract,
  ...officeContract,
  ...offersContract,
  ...mergeContract,
  ...outingsContract,
  ...permissionActsContract,
  ...permissionsContract,
  ...gateContract,
  ...pausesContract,
  ...peopleContract,
  ...personFileContract,
  ...placesContract,
  ...portfolioContract,
  ...programsContract,
  ...absencesContract,
  ...statementsContract,
  ...staysContract,
  ...separationContract,
  ...sessionsContract,
  ...tasksContract,
  ...timetableContract,
  ...todayContract,
  ...waitsContract,
  ...weekContract,
  ...workshopsContract,
}

export type Contract = typeof contract
export type ChannelName = keyof Contract
export type Input<Name extends ChannelName> = InputOf<Contract[Name]>
export type Output<Name extends ChannelName> = OutputOf<Contract[Name]>
export type Code<Name extends ChannelName> = RefusalOf<Contract[Name]> | SeamRefusal
