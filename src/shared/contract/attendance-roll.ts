/** One roll as the page reads it: in the order of its paper, with what is known ahead and what stood before. */
import { z } from 'zod'
import { civilDate, clockTime, instant } from '../kernel/civil-date'
import { id } from '../kernel/ids'
import type { Role } from '../kernel/roles'
import { mark, markDetail, reason, sessionState } from './marks'
import { namedWoman } from './place-facts'

/** Whoever keeps rolls. */
export const KEEPERS: readonly Role[] = ['director', 'coordinator', 'axis-lead', 'mother-child', 'mental-health']
/** Who may change a mark once its month has closed. */
export const RECTIFIERS: readonly Role[] = ['director', 'coordinator']

export const heldSession = z.strictObject({
  id,
  editionId: id,
  code: z.string(),
  title: z.string(),
  instructor: z.string(),
  room: z.string(),
  day: civilDate,
  startsAt: clockTime,
  endsAt: clockTime,
  cancelledCause: z.string().nullable(),
  cancelledNote: z.string().nullable(),
})
export type HeldSession = z.infer<typeof heldSession>

/** A mark as keyed in; null empties the box. What stands beside the letter may be left out. */
export const keyedMark = z.strictObject({
  personId: id,
  mark: mark.nullable(),
  reason: reason.nullable().default(null),
  minutesLate: markDetail.shape.minutesLate.default(null),
  minutesEarly: markDetail.shape.minutesEarly.default(null),
  note: markDetail.shape.note.default(null),
})

/** What is known ahead of why she will not come. */
const proposal = z.strictObject({
  mark,
  reason,
  source: z.enum(['excuse', 'appointment']),
})

const rollWoman = namedWoman.extend({
  mark: mark.nullable(),
  /** The mark with all beside its letter. */
  detail: markDetail.nullable(),
  /** How her mark may be changed today. */
  window: z.enum(['free', 'reason', 'rectify']),
  doubt: z.strictObject({ id, written: z.string() }).nullable(),
  /** She has a mark though she was not on the list that day. */
  extra: z.boolean(),
  /** Her place opened since the session before this one. */
  isNew: z.boolean(),
  proposal: proposal.nullable(),
  /** What her mark was before, the latest change first. */
  history: z.array(
    z.strictObject({
      was: markDetail.nullable(),
      now: mark.nullable(),
      kind: z.enum(['corrected', 'rectified', 'imported', 'sampled', 'cancelled']),
      why: z.string().nullable(),
      at: instant,
      by: z.string().nullable(),
    }),
  ),
})

const toolLine = z.strictObject({
  kitId: id,
  tool: z.string(),
  quantity: z.int(),
  out: z.int().nullable(),
  in: z.int().nullable(),
})

export const toolCheck = z.strictObject({
  version: z.int(),
  lines: z.array(toolLine),
  told: z.string().nullable(),
  countedBy: z.string().nullable(),
  /** Null: not counted, or no difference, or still open. */
  settledHow: z.string().nullable(),
  state: z.enum(['no-kit', 'not-counted', 'out', 'whole', 'differs', 'settled']),
})
export type ToolCheck = z.infer<typeof toolCheck>

export const roll = z.strictObject({
  session: heldSession,
  /** Of the row of the session, for acts on it. */
  sessionVersion: z.int(),
  state: sessionState,
  /** 0 while nobody has keyed the roll in. */
  version: z.int(),
  /** Totals at the foot of the paper when it was keyed in. */
  paper: z.strictObject({ attended: z.int(), absent: z.int() }).nullable(),
  /** The month went to headquarters: marks are rectified from now on. */
  monthClosed: z.boolean(),
  women: z.array(rollWoman),
  /** With a place, and not expected that day: neither on the roll nor in the denominator. */
  off: z.array(namedWoman.extend({ kind: z.enum(['exclusion', 'suspension']), why: z.string() })),
  unlisted: z.array(z.strictObject({ id, name: z.string(), mark: z.string() })),
  tools: toolCheck,
  scans: z.array(
    z.strictObject({
      id,
      name: z.string(),
      kind: z.enum(['pdf', 'jpeg', 'png']),
      size: z.int(),
      addedAt: instant,
      addedBy: z.string().nullable(),
    }),
  ),
  /** Minutes of lateness that cost nothing, on that day. */
  graceMinutes: z.int(),
  folio: z.string().nullable(),
  previousId: id.nullable(),
  nextId: id.nullable(),
  isAhead: z.boolean(),
})
