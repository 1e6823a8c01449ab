/** What may collide in a stretch of days, as the repo reads it and the rules take it; types only. */
import type { AppointmentKind, SideType } from '../../../shared/contract/clash-facts'
import type { Care } from '../../../shared/contract/workshops.contract'
import type { CivilDate, ClockTime } from '../../../shared/kernel/civil-date'
import type { Use } from './clash-use.rules'

/** What stands on one side of a clash, as pages name it. */
export interface Thing {
  readonly ref: string
  readonly is: SideType
  readonly sessionId: string | null
  readonly editionId: string | null
  readonly appointmentId: string | null
  readonly outingId: string | null
  readonly code: string | null
  readonly title: string | null
  readonly room: string | null
  readonly day: CivilDate
  readonly startsAt: ClockTime
  readonly endsAt: ClockTime
  readonly endGuessed: boolean
  /** A session of a sensitive axis; a child's own affairs. Not every role may read either beside a name. */
  readonly sensitive: boolean
  readonly ofChild: boolean
}

/** A use that knows what needs it and how its resource is called. */
export interface NamedUse extends Use {
  readonly of: Thing
  /** Null: a woman or a child, named only once it is known that she is in a clash. */
  readonly name: string | null
  readonly personId: string | null
  readonly childId: string | null
  /** Of a dormitory: how many women of this group sleep there. */
  readonly women?: number
}

export interface HeldSession {
  readonly id: string
  readonly editionId: string
  readonly workshopId: string
  readonly code: string
  readonly title: string
  readonly sensitive: boolean
  readonly roomId: string
  readonly room: string
  readonly instructorId: string
  readonly instructor: string
  readonly day: CivilDate
  readonly startsAt: ClockTime
  readonly endsAt: ClockTime
  readonly cancelled: boolean
  readonly care: Care | null
}

export interface HeldPlace {
  readonly personId: string
  readonly editionId: string
  readonly openedOn: CivilDate
  readonly endedOn: CivilDate | null
}

/** A thing that happens once: an appointment of a woman or of a child. */
export interface Errand {
  readonly id: string
  /** Not written down yet: it has no record to open. */
  readonly ahead?: boolean
  readonly is: AppointmentKind
  readonly personId: string | null
  readonly childId: string | null
  readonly day: CivilDate
  readonly startsAt: ClockTime
  readonly endsAt: ClockTime | null
  readonly roomId: string | null
  /** Where, in words: the room's name, or the place outside the timetable. */
  readonly where: string | null
  readonly outside: boolean
  readonly cancelled: boolean
}

export interface ChildOuting {
  readonly id: string
  readonly ahead?: boolean
  readonly folio: string
  readonly childId: string
  readonly leavesOn: CivilDate
  readonly leavesAt: ClockTime
  readonly returnsOn: CivilDate
  readonly returnsAt: ClockTime
  readonly cancelled: boolean
}

export interface ChildHere {
  readonly id: string
  readonly motherId: string
  readonly from: CivilDate
  readonly until: CivilDate | null
}

/** Hours of one day that are the dormitory's own. */
export interface DormitoryHours {
  readonly id: string
  readonly is: SideType
  readonly title: string
  readonly day: CivilDate
  readonly startsAt: ClockTime | null
  readonly endsAt: ClockTime | null
  readonly dormitories: string | null
  readonly shuts: boolean
}

export interface Bed {
  readonly personId: string
  readonly dormitory: string | null
  readonly from: CivilDate
  readonly until: CivilDate | null
}

export interface Kit {
  readonly id: string
  readonly workshopId: string
  readonly tool: string
  readonly quantity: number
}

export interface Apart {
  readonly id: string
  readonly a: string
  readonly b: string
  readonly scope: 'session' | 'room' | 'corridor'
  readonly level: 'block' | 'warn'
  readonly from: CivilDate
  readonly until: CivilDate | null
}

/** Everything that may collide in a stretch of days. */
export interface ClashWorld {
  readonly sessions: readonly HeldSession[]
  readonly places: readonly HeldPlace[]
  /** `<session> <woman>` where she holds a place and is not expected: an exclusion, a suspension. */
  readonly off: ReadonlySet<string>
  readonly errands: readonly Errand[]
  readonly outings: readonly ChildOuting[]
  /** Children whose mothers may be in the timetable, whether or not they have anything that day. */
  readonly children: readonly ChildHere[]
  readonly hours: readonly DormitoryHours[]
  readonly beds: readonly Bed[]
  readonly kits: readonly Kit[]
  readonly apart: readonly Apart[]
  /** Minutes that an appointment without an end is taken to last. */
  readonly usualMinutes: number
  /** Dormitories' hours are asked for each woman by herself, not once for all of a group who sleep there. */
  readonly eachWoman?: boolean
}
