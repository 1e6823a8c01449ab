/** Channels of excuses: why a woman will not come, told before. */
import { z } from 'zod'
import { civilDate, clockTime } from '../kernel/civil-date'
import { id } from '../kernel/ids'
import { OFFICE } from '../kernel/roles'
import { KEEPERS } from './attendance-roll'
import { change, read } from './define'
import { excuseReason, mark, reason } from './marks'
import { namedWoman } from './place-facts'

export const excuse = namedWoman.extend({
  id,
  reason,
  /** The letter under which it stands on the roll. */
  mark,
  from: civilDate,
  until: civilDate,
  startsAt: clockTime.nullable(),
  endsAt: clockTime.nullable(),
  note: z.string().nullable(),
  toldBy: z.string().nullable(),
  withdrawnReason: z.string().nullable(),
})
export type Excuse = z.infer<typeof excuse>

export const excusesContract = {
  /** Those in force or ahead; of one woman if asked, then also the past and the withdrawn ones. */
  'attendance.excuses': read({
    who: OFFICE,
    input: z.strictObject({ personId: id.optional() }),
    output: z.array(excuse),
    refusals: [],
  }),
  /** Excuses one or several women; one batch, which can be taken back. */
  'attendance.addExcuses': change({
    who: KEEPERS,
    input: z.strictObject({
      personIds: z.array(id).min(1).max(200),
      reason: excuseReason,
      from: civilDate,
      until: civilDate,
      startsAt: clockTime.nullable().default(null),
      endsAt: clockTime.nullable().default(null),
      note: z.string().trim().max(300).default(''),
    }),
    output: z.strictObject({ batchId: id, count: z.int(), sessions: z.int() }),
    refusals: ['unknown-person', 'days-reversed', 'times-reversed', 'excuse-past', 'excuse-too-long', 'excuse-twice'],
  }),
  'attendance.withdrawExcuse': change({
    who: KEEPERS,
    input: z.strictObject({ id, reason: z.string().trim().min(1).max(300) }),
    output: z.null(),
    refusals: ['unknown-excuse', 'excuse-withdrawn'],
  }),
}
