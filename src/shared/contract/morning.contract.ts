/** Channels of the morning's papers: what a day needs printed, and all of it as one job. Part of `today`. */
import { z } from 'zod'
import { civilDate, clockTime, instant } from '../kernel/civil-date'
import { OFFICE } from '../kernel/roles'
import { issue, read } from './define'
import { issuedPaper } from './paper'
import { RUNNERS } from './timetable.contract'

/** In the order in which custody wants them. */
export const MORNING_KINDS = ['movements', 'arrivals', 'rosters', 'passes', 'gate'] as const
export const morningKind = z.enum(MORNING_KINDS)
export type MorningKind = z.infer<typeof morningKind>

/** One paper that the day needs, and whether it was printed before. */
const morningPaper = z.strictObject({
  kind: morningKind,
  /** A dormitory, a session's hours and group; null: of the whole day. */
  of: z.string().nullable(),
  women: z.int(),
  printed: z.strictObject({ folio: z.string(), version: z.int(), at: instant, time: clockTime }).nullable(),
})
export type MorningPaper = z.infer<typeof morningPaper>

export const morningContract = {
  'today.morning': read({
    who: OFFICE,
    input: z.strictObject({ day: civilDate }),
    output: z.strictObject({
      papers: z.array(morningPaper),
      /** Rosters of groups whose women she who looks may not know. */
      withheld: z.int(),
    }),
    refusals: [],
  }),
  'today.printMorning': issue({
    who: RUNNERS,
    input: z.strictObject({ day: civilDate, kinds: z.array(morningKind).min(1).max(MORNING_KINDS.length) }),
    output: z.strictObject({ papers: z.array(issuedPaper), withheld: z.int() }),
    refusals: ['stale', 'nothing-to-print'],
  }),
}
