/** What the center decides about its own rules. Each value holds from a day on; what was decided before stays known. */
import { z } from 'zod'

const days = (least: number, most: number) => z.int().min(least).max(most)
const weight = z.int().min(0).max(100)

/** Points of the waiting list (features: a fair list that explains itself). */
export const pointWeights = z.strictObject({
  /** For each whole week of waiting. */
  waitingWeek: weight,
  /** She never had a place in any edition. */
  neverServed: weight,
  /** For each month under twelve that is left until her release, if it is known. */
  releaseMonth: weight,
  /** A child lives with her here. */
  childInside: weight,
  /** For each time that the office said no, or let an offer lapse without telling her. */
  refusal: weight,
  /** Her intake says that she wants this trade. */
  wantsTrade: weight,
})
export type PointWeights = z.infer<typeof pointWeights>

export const settingSchemas = {
  /** Days away after which it is proposed to end her places. */
  awayDays: days(1, 365),
  /** Days before that threshold on which a task says so. */
  awayWarnDays: days(0, 60),
  /** Days until an offered place lapses. */
  offerDays: days(1, 60),
  /** Days for which a suspended place is kept before somebody must decide. */
  suspensionDays: days(1, 180),
  /** Days after which a session without a roll turns red. */
  rollOverdueDays: days(0, 30),
  /** Absences in a row that become a task. */
  absencesInARow: days(2, 20),
  /** Minutes of lateness that cost no credited time. */
  lateGraceMinutes: z.int().min(0).max(60),
  /** Minutes from one place to another, where the pair has none of its own. */
  walkingMinutes: z.int().min(0).max(60),
  /** Minutes that an appointment is taken to last whose end nobody knows. */
  appointmentMinutes: z.int().min(15).max(480),
  /** One keyed sheet in so many is keyed a second time by somebody else; 0 for none. */
  sampleOneIn: z.int().min(0).max(100),
  /** Days after her admission by which the intake should be taken. */
  intakeDays: days(1, 90),
  /** Age in months up to which a child may live here; it warns and never blocks. */
  ageLimitMonths: z.int().min(1).max(216),
  /** Days within which an emergency admission of a child must be decided. */
  emergencyAdmissionDays: days(1, 90),
  /** Hours to hand a child over whose mother does not keep custody. */
  custodyClockHours: z.int().min(1).max(168),
  /** Days after which a child's emergency sheet must be looked at again. */
  emergencySheetDays: days(7, 365),
  /** Days before its day on which a step of a plan of separation becomes a task. */
  separationWarnDays: days(0, 60),
  /** Hours within which an authority must be told that a child may be in danger. */
  protectionNotifyHours: z.int().min(1).max(168),
  /** Nights that a child may be away in a calendar year; hospital and emergencies are not counted. */
  outingNightsPerYear: z.int().min(0).max(366),
  /** Hours between the return from one outing and the next; not asked of doctors, school, papers and emergencies. */
  outingHoursBetween: z.int().min(0).max(720),
  /** Children of a group outing for each adult who goes along. */
  outingChildrenPerAdult: z.int().min(1).max(10),
  /** Number of children from which a doctor goes along with a group; 0: never asked. */
  outingDoctorFrom: z.int().min(0).max(80),
  /** Hours after an emergency leaving within which its signatures must be on paper. */
  outingRegulariseHours: z.int().min(1).max(240),
  /** Months that a permission may last at most, from its first outing to its last. */
  outingMonths: z.int().min(1).max(12),
  /** Children under one year that one adult of the childcare room may look after. */
  careUnder12: z.int().min(1).max(20),
  /** Children from one to three years. */
  careUnder36: z.int().min(1).max(30),
  /** Children of three years and more. */
  careOlder: z.int().min(1).max(40),
  /** Days after a screening with a yellow light on which it is repeated. */
  screeningRetestDays: days(14, 365),
  /** Days after a referral on which an answer is missed. */
  referralAnswerDays: days(1, 180),
  points: pointWeights,
} as const

export type SettingKey = keyof typeof settingSchemas
export type Settings = { readonly [Key in SettingKey]: z.infer<(typeof settingSchemas)[Key]> }
export const SETTING_KEYS = Object.keys(settingSchemas) as SettingKey[]

/** In force until the center decides otherwise. */
export const SETTING_DEFAULTS: Settings = {
  awayDays: 21,
  awayWarnDays: 5,
  offerDays: 3,
  suspensionDays: 14,
  rollOverdueDays: 2,
  absencesInARow: 3,
  lateGraceMinutes: 10,
  walkingMinutes: 5,
  appointmentMinutes: 60,
  sampleOneIn: 10,
  intakeDays: 10,
  ageLimitMonths: 36,
  emergencyAdmissionDays: 10,
  custodyClockHours: 24,
  emergencySheetDays: 90,
  separationWarnDays: 7,
  protectionNotifyHours: 24,
  outingNightsPerYear: 60,
  outingHoursBetween: 12,
  outingChildrenPerAdult: 2,
  outingDoctorFrom: 3,
  outingRegulariseHours: 24,
  outingMonths: 6,
  careUnder12: 3,
  careUnder36: 6,
  careOlder: 10,
  screeningRetestDays: 90,
  referralAnswerDays: 30,
  points: { waitingWeek: 1, neverServed: 10, releaseMonth: 1, childInside: 5, refusal: 3, wantsTrade: 3 },
}
