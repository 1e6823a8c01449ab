/** Channels of an edition's life beyond its plan: copied, closed by checklist, reopened. */
import { z } from 'zod'
import { civilDate } from '../kernel/civil-date'
import { id } from '../kernel/ids'
import { OFFICE, PLANNERS, type Role } from '../kernel/roles'
import { change, read } from './define'
import { fieldRefusals, patternClash } from './programs.contract'

const text = (max: number) => z.string().trim().min(1).max(max)

/** Who takes back that an edition is closed. */
const REOPENERS: readonly Role[] = ['director', 'coordinator']

/** What stands open before an edition may be closed. */
export const CLOSING_ITEMS = [
  'sessions-ahead',
  'sessions-without-roll',
  'rolls-unfinished',
  'attendees-unknown',
  'places-open',
  'certificates-undecided',
  'tools-uncounted',
  'tools-missing',
] as const
export const closingItem = z.strictObject({
  kind: z.enum(CLOSING_ITEMS),
  /** Open things of this kind; 0 is done. */
  open: z.int(),
  total: z.int(),
  /** The first sessions or days it concerns, so that the page can lead there. */
  sessions: z.array(z.strictObject({ id, day: civilDate, startsAt: z.string() })),
})
export type ClosingItem = z.infer<typeof closingItem>

export const editionsContract = {
  /** What a copy would be before anybody has typed: its code, its dates, who waits, who has completed it. */
  'programs.copyDraft': read({
    who: PLANNERS,
    input: z.strictObject({ id, startsOn: civilDate.optional(), endsOn: civilDate.optional() }),
    output: z.strictObject({
      code: z.string(),
      startsOn: civilDate,
      endsOn: civilDate,
      sessions: z.int(),
      hours: z.number(),
      promised: z.int(),
      clashes: z.array(patternClash),
      clearanceUntil: civilDate.nullable(),
      /** Women who wait for the workshop; those who have completed it and must not come again. Null: not for her eyes. */
      waiting: z.array(z.strictObject({ id, name: z.string() })).nullable(),
      waitingCount: z.int(),
      completed: z.array(z.strictObject({ id, name: z.string() })).nullable(),
      completedCount: z.int(),
    }),
    refusals: ['unknown-edition', 'dates-reversed', 'pattern-empty'],
  }),
  'programs.copy': change({
    who: PLANNERS,
    input: z.strictObject({
      id,
      code: text(30),
      startsOn: civilDate,
      endsOn: civilDate,
      takesWaiting: z.boolean().default(true),
    }),
    output: z.strictObject({ id, sessions: z.int(), batchId: id }),
    refusals: [...fieldRefusals, 'unknown-edition', 'same-code'],
  }),
  /** A whole term at once: each of the chosen editions copied to the same dates. */
  'programs.termDraft': read({
    who: PLANNERS,
    input: z.strictObject({ ids: z.array(id).min(1).max(100), startsOn: civilDate, endsOn: civilDate }),
    output: z.array(
      z.strictObject({
        id,
        title: z.string(),
        fromCode: z.string(),
        code: z.string(),
        sessions: z.int(),
        hours: z.number(),
        promised: z.int(),
        clashes: z.array(patternClash),
      }),
    ),
    refusals: ['unknown-edition', 'dates-reversed'],
  }),
  'programs.copyTerm': change({
    who: PLANNERS,
    input: z.strictObject({
      editions: z
        .array(z.strictObject({ id, code: text(30) }))
        .min(1)
        .max(100),
      startsOn: civilDate,
      endsOn: civilDate,
    }),
    output: z.strictObject({ editions: z.int(), sessions: z.int(), batchId: id }),
    refusals: [...fieldRefusals, 'unknown-edition', 'same-code'],
  }),
  'programs.closing': read({
    who: OFFICE,
    input: z.strictObject({ id }),
    output: z.array(closingItem),
    refusals: ['unknown-edition'],
  }),
  'programs.close': change({
    who: PLANNERS,
    input: z.strictObject({ id, version: z.int() }),
    output: z.null(),
    refusals: ['unknown-edition', 'stale', 'edition-not-begun', 'edition-closed', 'checklist-open'],
  }),
  'programs.reopen': change({
    who: REOPENERS,
    input: z.strictObject({ id, version: z.int(), reason: text(300) }),
    output: z.null(),
    refusals: ['unknown-edition', 'stale', 'edition-not-closed'],
  }),
}
