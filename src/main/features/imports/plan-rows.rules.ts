/** The rows that an import writes, as its plan holds them. */
import type { LostCause } from '../../../shared/contract/timetable.contract'
import type { CivilDate, ClockTime } from '../../../shared/kernel/civil-date'

export interface PersonRow {
  readonly id: string
  readonly fileNumber: string
  readonly surname1: string
  readonly surname2: string | null
  readonly givenNames: string
  readonly chosenName: string | null
  readonly curp: string | null
  readonly birthDate: CivilDate | null
  readonly birthPrecision: 'exact' | 'approximate' | 'unknown'
  readonly legalStatus: 'tried' | 'sentenced' | null
  readonly schooling: string | null
  readonly language: string | null
  readonly consents: boolean | null
}

export interface StayRow {
  readonly id: string
  readonly personId: string
  readonly admittedOn: CivilDate
  readonly dormitory: string | null
  readonly leftOn: CivilDate | null
  readonly leftCause: 'release' | null
}

export interface AxisRow {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly sensitive: boolean
}

export interface WorkshopRow {
  readonly id: string
  readonly axisId: string
  readonly title: string
}

export interface NamedRow {
  readonly id: string
  readonly name: string
}

export interface EditionRow {
  readonly id: string
  readonly code: string
  readonly workshopId: string
  readonly roomId: string
  readonly instructorId: string
  readonly hours: number
  readonly capacity: number
  readonly startsOn: CivilDate
  readonly endsOn: CivilDate
  readonly minRatePercent: number
}

export interface SlotRow {
  readonly id: string
  readonly editionId: string
  readonly weekday: number
  readonly startsAt: ClockTime
  readonly endsAt: ClockTime
}

export interface SessionRow {
  readonly id: string
  readonly editionId: string
  readonly day: CivilDate
  readonly startsAt: ClockTime
  readonly endsAt: ClockTime
  readonly cancelledCause: LostCause | null
  readonly cancelledNote: string | null
  /** The special day that cancels it, where one does. */
  readonly specialDayId?: string | null
}

export interface SpecialDayRow {
  readonly id: string
  readonly day: CivilDate
  readonly title: string
  readonly kind: 'holiday' | 'visit' | 'closure'
  readonly dormitories: string | null
  readonly startsAt: ClockTime | null
  readonly endsAt: ClockTime | null
}

export interface PlaceRow {
  readonly id: string
  readonly personId: string
  readonly editionId: string
  readonly openedOn: CivilDate
  readonly endedOn: CivilDate | null
  readonly endResult: 'not-completed' | null
  readonly endCause: 'release' | null
}

export interface WaitRow {
  readonly id: string
  readonly personId: string
  readonly workshopId: string
  readonly requestedOn: CivilDate
}

export type MarkCode = 'A' | 'R' | 'F' | 'JM' | 'JA' | 'JV' | 'JH' | 'C' | 'S'

export interface MarkRow {
  readonly sessionId: string
  readonly personId: string
  readonly code: MarkCode
}

export interface DoubtfulMarkRow {
  readonly id: string
  readonly sessionId: string
  readonly personId: string
  readonly written: string
}

export interface UnlistedRow {
  readonly id: string
  readonly sessionId: string
  readonly name: string
  readonly code: string
}

export interface EvaluationRow {
  readonly editionId: string
  readonly personId: string
  readonly result: 'A' | 'NA' | 'NP'
}

export interface ChildRow {
  readonly id: string
  readonly code: string
  readonly surname1: string
  readonly surname2: string | null
  readonly givenNames: string
  readonly sex: 'M' | 'H' | 'X' | null
  readonly birthDate: CivilDate | null
  readonly birthPrecision: 'exact' | 'approximate' | 'unknown'
  readonly motherId: string
  readonly livesHereFrom: CivilDate | null
  readonly livesHereUntil: CivilDate | null
  readonly curp: string | null
}

export interface AdultRow {
  readonly id: string
  readonly fullName: string
  readonly document: string | null
  readonly phone: string | null
}

export interface ChildAdultRow {
  readonly id: string
  readonly childId: string
  readonly adultId: string
  readonly relation: string
  readonly mayCollect: boolean
  readonly validUntil: CivilDate | null
  readonly forbiddenBy: string | null
}

export type OutingKind = 'family' | 'group' | 'medical' | 'school' | 'papers' | 'separation' | 'emergency'

export interface OutingRow {
  readonly id: string
  readonly folio: string
  readonly childId: string
  readonly kind: OutingKind
  readonly reason: string
  readonly leavesOn: CivilDate
  readonly leavesAt: ClockTime
  readonly returnsOn: CivilDate
  readonly returnsAt: ClockTime
  readonly adultName: string
  readonly adultId: string | null
  readonly instructorId: string | null
  readonly note: string | null
}

export interface SignatureRow {
  readonly outingId: string
  readonly authorisation: string
}

export interface MovementRow {
  readonly id: string
  readonly outingId: string
  readonly direction: 'out' | 'back'
  readonly day: CivilDate
  readonly at: ClockTime
  readonly adultName: string
}
