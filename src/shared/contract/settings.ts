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
  points: { waitingWeek: 1, neverServed: 10, releaseMonth: 1, childInside: 5, refusal: 3, wantsTrade: 3 },
}
