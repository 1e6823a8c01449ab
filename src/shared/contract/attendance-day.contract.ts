/** Channels of the day as it ended: the summary for the shift leader, and the marks whose reason is only in words. */
import { z } from 'zod'
import { civilDate } from '../kernel/civil-date'
import { id } from '../kernel/ids'
import { OFFICE } from '../kernel/roles'
import { issue, read } from './define'
import { mark, reason } from './marks'
import { issuedPaper } from './paper'
import { namedWoman } from './place-facts'

/** A row of the summary: one session of the day. */
const daySession = z.strictObject({
  id,
  code: z.string(),
  title: z.string(),
  instructor: z.string(),
  room: z.string(),
  startsAt: z.string(),
  endsAt: z.string(),
  cancelledCause: z.string().nullable(),
  cancelledNote: z.string().nullable(),
  onRoll: z.int(),
  attended: z.int(),
  late: z.int(),
  absent: z.int(),
  excused: z.int(),
  notBrought: z.int(),
  unmarked: z.int(),
  toolsOpen: z.boolean(),
})
export type DaySession = z.infer<typeof daySession>

/** Held is a session with a mark on its roll, or with nobody to mark; without one nobody knows. */
export function dayFigures(sessions: readonly Pick<DaySession, 'cancelledCause' | 'onRoll' | 'unmarked'>[]) {
  const cancelled = sessions.filter((each) => each.cancelledCause !== null).length
  const missing = sessions.filter(
    (each) => each.cancelledCause === null && each.onRoll > 0 && each.unmarked === each.onRoll,
  ).length
  return { planned: sessions.length, held: sessions.length - cancelled - missing, cancelled, missing }
}

export const dayReportContract = {
  'attendance.day': read({
    who: OFFICE,
    input: z.strictObject({ day: civilDate }),
    output: z.strictObject({
      sessions: z.array(daySession),
      /** Absences of the day by letter and reason; null: the letter alone. */
      reasons: z.array(z.strictObject({ mark, reason: reason.nullable(), count: z.int() })),
    }),
    refusals: [],
  }),
  /** For the shift leader to sign at the end of the day. */
  'attendance.printSummary': issue({
    who: OFFICE,
    input: z.strictObject({ day: civilDate }),
    output: issuedPaper,
    refusals: ['nothing-that-day', 'stale'],
  }),
  /** Marks whose reason is in words alone, to be read again each week. */
  'attendance.otherReasons': read({
    who: OFFICE,
    input: z.strictObject({ from: civilDate, until: civilDate }),
    output: z.array(
      namedWoman.extend({
        sessionId: id,
        title: z.string(),
        day: civilDate,
        note: z.string(),
        keyedBy: z.string().nullable(),
      }),
    ),
    refusals: [],
  }),
}
