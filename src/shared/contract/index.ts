/** All channels of the app. A new slice adds its contract here, and nowhere else. */
import type { InputOf, OutputOf, RefusalOf, SeamRefusal } from './define'
import { alertsContract } from './alerts.contract'
import { attendanceContract } from './attendance.contract'
import { batchesContract } from './batches.contract'
import { bundlesContract } from './bundles.contract'
import { certificatesContract } from './certificates.contract'
import { childrenContract } from './children.contract'
import { consentsContract } from './consents.contract'
import { editionsContract } from './editions.contract'
import { hoursContract } from './hours.contract'
import { importsContract } from './imports.contract'
import { intakeContract } from './intake.contract'
import { keepApartContract } from './keep-apart.contract'
import { officeContract } from './office.contract'
import { offersContract } from './offers.contract'
import { outingsContract } from './outings.contract'
import { peopleContract } from './people.contract'
import { personFileContract } from './person-file.contract'
import { placesContract } from './places.contract'
import { programsContract } from './programs.contract'
import { staysContract } from './stays.contract'
import { tasksContract } from './tasks.contract'
import { timetableContract } from './timetable.contract'
import { todayContract } from './today.contract'
import { waitsContract } from './waits.contract'
import { workshopsContract } from './workshops.contract'

export const contract = {
  ...alertsContract,
  ...attendanceContract,
  ...batchesContract,
  ...bundlesContract,
  ...certificatesContract,
  ...childrenContract,
  ...consentsContract,
  ...editionsContract,
  ...hoursContract,
  ...importsContract,
  ...intakeContract,
  ...keepApartContract,
  ...officeContract,
  ...offersContract,
  ...outingsContract,
  ...peopleContract,
  ...personFileContract,
  ...placesContract,
  ...programsContract,
  ...staysContract,
  ...tasksContract,
  ...timetableContract,
  ...todayContract,
  ...waitsContract,
  ...workshopsContract,
}

export type Contract = typeof contract
export type ChannelName = keyof Contract
export type Input<Name extends ChannelName> = InputOf<Contract[Name]>
export type Output<Name extends ChannelName> = OutputOf<Contract[Name]>
export type Code<Name extends ChannelName> = RefusalOf<Contract[Name]> | SeamRefusal
