/** Channels of the first page: what is today, and the emergency list. */
import { z } from 'zod'
import { civilDate, clockTime } from '../kernel/civil-date'
import { id } from '../kernel/ids'
import { OFFICE } from '../kernel/roles'
import { specialKind } from '../kernel/special-days'
import { read } from './define'
import { emergencyContract } from './emergency.contract'
import { morningContract } from './morning.contract'
import { outingRow } from './outings.contract'
import { whereaboutsContract } from './whereabouts.contract'

export const rollState = z.enum(['to-come', 'taken', 'part', 'missing', 'off'])
export type RollState = z.infer<typeof rollState>

const todaySession = z.strictObject({
  id,
  editionId: id,
  title: z.string().nullable(),
  room: z.string(),
  instructor: z.string().nullable(),
  startsAt: clockTime,
  endsAt: clockTime,
  places: z.int(),
  marks: z.int(),
  roll: rollState,
})
export type TodaySession = z.infer<typeof todaySession>

export const todayContract = {
  ...emergencyContract,
  ...morningContract,
  ...whereaboutsContract,
  'today.overview': read({
    who: OFFICE,
    input: z.strictObject({}),
    output: z.strictObject({
      today: civilDate,
      time: clockTime,
      monday: civilDate,
      specialDays: z.array(
        z.strictObject({
          title: z.string(),
          kind: specialKind,
          dormitories: z.string().nullable(),
          startsAt: clockTime.nullable(),
          endsAt: clockTime.nullable(),
        }),
      ),
      sessions: z.array(todaySession),
      /** Sessions of other days whose roll is missing or not whole. */
      rolls: z.strictObject({
        count: z.int(),
        oldest: z.strictObject({ sessionId: id, day: civilDate, title: z.string(), daysWaiting: z.int() }).nullable(),
      }),
      clashes: z.int(),
      doubtfulMarks: z.int(),
      unlisted: z.int(),
      tasks: z.strictObject({ count: z.int(), overdue: z.int() }),
      /** Null for roles that may not read the children's part. */
      outings: z.array(outingRow.extend({ phone: z.string().nullable() })).nullable(),
      children: z.strictObject({ over: z.int(), soon: z.int() }).nullable(),
    }),
    refusals: [],
  }),
}
