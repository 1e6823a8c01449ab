/** All channels of the app. A new slice adds its contract here, and nowhere else. */
import type { InputOf, OutputOf, RefusalOf, SeamRefusal } from './define'
import { attendanceContract } from './attendance.contract'
import { batchesContract } from './batches.contract'
import { bundlesContract } from './bundles.contract'
import { certificatesContract } from './certificates.contract'
import { childrenContract } from './children.contract'
import { hoursContract } from './hours.contract'
import { importsContract } from './imports.contract'
import { officeContract } from './office.contract'
import { outingsContract } from './outings.contract'
import { peopleContract } from './people.contract'
import { placesContract } from './places.contract'
import { programsContract } from './programs.contract'
import { tasksContract } from './tasks.contract'
import { timetableContract } from './timetable.contract'
import { todayContract } from './today.contract'
import { waitsContract } from './waits.contract'

export const contract = {
  ...attendanceContract,
  ...batchesContract,
  ...bundlesContract,
  ...certificatesContract,
  ...childrenContract,
  ...hoursContract,
  ...importsContract,
  ...officeContract,
  ...outingsContract,
  ...peopleContract,
  ...placesContract,
  ...programsContract,
  ...tasksContract,
  ...timetableContract,
  ...todayContract,
  ...waitsContract,
}

export type Contract = typeof contract
export type ChannelName = keyof Contract
export type Input<Name extends ChannelName> = InputOf<Contract[Name]>
export type Output<Name extends ChannelName> = OutputOf<Contract[Name]>
export type Code<Name extends ChannelName> = RefusalOf<Contract[Name]> | SeamRefusal
