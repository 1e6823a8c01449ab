/** Channels of the lost hours: every planned hour of a period, how it ended, and the rows behind each figure. */
import { z } from 'zod'
import { civilDate, daysBetween } from '../kernel/civil-date'
import { id } from '../kernel/ids'
import { OFFICE } from '../kernel/roles'
import { cell, reason } from './marks'
import { issue, read } from './define'
import { issuedPaper } from './paper'
import { LOST_CAUSES, SENSITIVE_READERS, lostCause } from './timetable.contract'

/** How a planned hour ends: held, lost to one of the causes, or nobody knows. */
export const HOUR_ENDS = ['held', ...LOST_CAUSES, 'unknown'] as const
export const hourEnd = z.enum(HOUR_ENDS)
export type HourEnd = (typeof HOUR_ENDS)[number]

const minutes = z.int().min(0)
/** Minutes of women in sessions: `planned` is always the sum of all the others. */
export const hourSplit = z.strictObject({
  planned: minutes,
  held: minutes,
  custody: minutes,
  provider: minutes,
  office: minutes,
  justice: minutes,
  health: minutes,
  care: minutes,
  choice: minutes,
  unknown: minutes,
})
export type HourSplit = z.infer<typeof hourSplit>

/** A quarter and a few days: longer periods are read quarter by quarter. */
const LONGEST_DAYS = 100
const days = { from: civilDate, until: civilDate }
const isPeriod = ({ from, until }: { readonly from: string; readonly until: string }): boolean =>
  until >= from && daysBetween(from, until) <= LONGEST_DAYS
const period = z.strictObject(days).refine(isPeriod)

/** Which rows: all of the period, or those of one ending, week, axis or weekday. `lost` stands for all causes. */
const wanted = z
  .strictObject({
    ...days,
    end: z.union([hourEnd, z.literal('lost')]).optional(),
    monday: civilDate.optional(),
    axisId: id.optional(),
    weekday: z.int().min(1).max(7).optional(),
  })
  .refine(isPeriod)

/** One woman in one session. */
const hourRow = z.strictObject({
  sessionId: id,
  personId: id,
  woman: z.string(),
  axis: z.string(),
  title: z.string(),
  day: civilDate,
  startsAt: z.string(),
  endsAt: z.string(),
  minutes,
  end: hourEnd,
  /** What stands on the roll. */
  cell,
  /** Why she missed them, if the roll says so. */
  reason: reason.nullable(),
  cancelledCause: lostCause.nullable(),
})
export type HourRow = z.infer<typeof hourRow>

const rows = z.strictObject({
  rows: z.array(hourRow),
  /** Rows and minutes in all; `rows` may hold only the first of them. */
  count: z.int(),
  minutes,
  /** Groups whose women the role may not know: counts only. */
  reserved: z.array(z.strictObject({ axis: z.string(), end: hourEnd, count: z.int(), minutes })),
})

export const hoursContract = {
  'hours.summary': read({
    who: OFFICE,
    input: period,
    output: z.strictObject({
      total: hourSplit,
      weeks: z.array(z.strictObject({ monday: civilDate, split: hourSplit })),
      axes: z.array(z.strictObject({ axisId: id, name: z.string(), sensitive: z.boolean(), split: hourSplit })),
      weekdays: z.array(z.strictObject({ weekday: z.int(), split: hourSplit })),
    }),
    refusals: [],
  }),
  /** The rows behind a figure; of groups of a sensitive axis, counts only, whoever asks. */
  'hours.rows': read({ who: OFFICE, input: wanted, output: rows, refusals: [] }),
  /** The same with the women of sensitive groups: fewer may ask, and each look is written down. */
  'hours.sensitiveRows': read({
    who: SENSITIVE_READERS,
    audited: 'hours.sensitive-read',
    input: wanted,
    output: rows,
    refusals: [],
  }),
  'hours.printLost': issue({
    who: OFFICE,
    input: period,
    output: issuedPaper,
    refusals: ['stale', 'nothing-to-print'],
  }),
}
