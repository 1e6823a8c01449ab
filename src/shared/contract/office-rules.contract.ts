/** Channels of the center's rules: what is in force, what was decided and from which day. */
import { z } from 'zod'
import { civilDate } from '../kernel/civil-date'
import { OFFICE } from '../kernel/roles'
import { change, read } from './define'
import { SETTING_KEYS, settingSchemas, type SettingKey } from './settings'

const decisionOf = <Key extends SettingKey>(key: Key) =>
  z.strictObject({ key: z.literal(key), fromDay: civilDate, value: settingSchemas[key] })

const decision = z.discriminatedUnion('key', [
  decisionOf('awayDays'),
  decisionOf('awayWarnDays'),
  decisionOf('offerDays'),
  decisionOf('suspensionDays'),
  decisionOf('rollOverdueDays'),
  decisionOf('absencesInARow'),
  decisionOf('lateGraceMinutes'),
  decisionOf('walkingMinutes'),
  decisionOf('appointmentMinutes'),
  decisionOf('sampleOneIn'),
  decisionOf('intakeDays'),
  decisionOf('protectionNotifyHours'),
  decisionOf('ageLimitMonths'),
  decisionOf('emergencyAdmissionDays'),
  decisionOf('custodyClockHours'),
  decisionOf('emergencySheetDays'),
  decisionOf('separationWarnDays'),
  decisionOf('careUnder12'),
  decisionOf('careUnder36'),
  decisionOf('careOlder'),
  decisionOf('screeningRetestDays'),
  decisionOf('referralAnswerDays'),
  decisionOf('outingNightsPerYear'),
  decisionOf('outingHoursBetween'),
  decisionOf('outingChildrenPerAdult'),
  decisionOf('outingDoctorFrom'),
  decisionOf('outingRegulariseHours'),
  decisionOf('outingMonths'),
  decisionOf('points'),
])

const value = z.union([z.int(), settingSchemas.points])

export const officeRulesContract = {
  'office.rules': read({
    who: OFFICE,
    input: z.strictObject({}),
    output: z.array(
      z.strictObject({
        key: z.enum(SETTING_KEYS),
        /** In force today. */
        value,
        /** The decisions of the center, the latest first; none while the value is the one Umbral came with. */
        decisions: z.array(z.strictObject({ fromDay: civilDate, value, setBy: z.string().nullable() })),
      }),
    ),
    refusals: [],
  }),
  /** A new value from a day on: today at the earliest, so that no figure of the past changes. */
  'office.decideRule': change({
    who: ['director', 'coordinator'],
    input: z.strictObject({ decision, reason: z.string().trim().min(1).max(300) }),
    output: z.null(),
    refusals: ['day-has-passed', 'nothing-changed'],
  }),
}
