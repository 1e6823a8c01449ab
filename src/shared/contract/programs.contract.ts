/** Channels of the programs: axis → workshop → edition, with its weekly pattern and its sessions. */
import { z } from 'zod'
import { civilDate, clockTime } from '../kernel/civil-date'
import { id } from '../kernel/ids'
import { OFFICE, PLANNERS } from '../kernel/roles'
import { WEEKS } from '../kernel/two-weeks'
import { change, read } from './define'
import { lostCause, SENSITIVE_READERS } from './timetable.contract'
import { care, certificateRule, ruleAsks } from './workshops.contract'

const text = (max: number) => z.string().trim().min(1).max(max)

/** One meeting of the pattern: each week, or only those of one letter. */
export const weeklySlot = z.strictObject({
  week: z.enum(WEEKS).default('every'),
  weekday: z.int().min(1).max(7),
  startsAt: clockTime,
  endsAt: clockTime,
})
export type WeeklySlot = z.infer<typeof weeklySlot>

/** A date on which the pattern does not hold: a meeting skipped, one more, or one at other hours. */
export const patternException = z
  .strictObject({
    kind: z.enum(['skip', 'extra', 'time']),
    day: civilDate,
    /** When the meeting that it speaks of would begin; of an extra one, when it does. */
    startsAt: clockTime,
    toStartsAt: clockTime.nullable().default(null),
    toEndsAt: clockTime.nullable().default(null),
    note: text(160).nullable().default(null),
  })
  .refine((each) => (each.kind === 'skip') === (each.toStartsAt === null))
  .refine((each) => (each.toStartsAt === null) === (each.toEndsAt === null))
  .refine((each) => each.kind !== 'extra' || each.toStartsAt === each.startsAt)
export type PatternExceptionFields = z.infer<typeof patternException>

export const editionState = z.enum(['coming', 'running', 'ended', 'closed'])
export type EditionState = z.infer<typeof editionState>

const editionRow = z.strictObject({
  id,
  code: z.string(),
  title: z.string(),
  axisId: id,
  axis: z.string(),
  sensitive: z.boolean(),
  room: z.string(),
  instructor: z.string(),
  hours: z.int(),
  capacity: z.int(),
  places: z.int(),
  waiting: z.int(),
  startsOn: civilDate,
  endsOn: civilDate,
  minRatePercent: z.int(),
  minHours: z.int().nullable(),
  ...ruleAsks,
  care: care.nullable(),
  closedOn: civilDate.nullable(),
  state: editionState,
  slots: z.array(weeklySlot),
})
export type EditionRow = z.infer<typeof editionRow>

/** What the form of an edition holds. Names are existing or new; main tells which. */
export const editionFields = z.strictObject({
  room: text(80),
  instructor: text(120),
  hours: z.int().min(1).max(2000),
  capacity: z.int().min(1).max(999),
  startsOn: civilDate,
  endsOn: civilDate,
  /** Minimum of the certificate; where the catalog has a rule for the first day, that rule is taken instead. */
  minRatePercent: z.int().min(0).max(100),
  minHours: z.int().min(1).max(2000).nullable().default(null),
  ...ruleAsks,
  care: care.nullable().default(null),
  /** Whether the workshop's waiting list is proposed for its places. */
  takesWaiting: z.boolean().default(true),
  slots: z.array(weeklySlot).min(1).max(21),
  exceptions: z.array(patternException).max(100).default([]),
  /** What it teaches, in order: modules of the catalog with the time that this edition gives each. */
  modules: z
    .array(z.strictObject({ id, minutes: z.int().min(15).max(60_000) }))
    .max(40)
    .default([]),
})
export type EditionFields = z.input<typeof editionFields>
export type FullEditionFields = z.output<typeof editionFields>

export const fieldRefusals = [
  'dates-reversed',
  'slot-reversed',
  'slots-overlap',
  'exception-reversed',
  'exception-outside',
  'exceptions-overlap',
  'pattern-empty',
  'unknown-module',
  'modules-too-long',
] as const

export const plannedSession = z.strictObject({
  day: civilDate,
  startsAt: clockTime,
  endsAt: clockTime,
  cancelledCause: lostCause.nullable(),
  cancelledNote: z.string().nullable(),
})

/** Planned sessions that need a room or an instructor whom another edition has then; those of one hour together. */
export const patternClash = z.strictObject({
  kind: z.enum(['room', 'instructor']),
  resource: z.string(),
  weekday: z.int(),
  from: clockTime,
  until: clockTime,
  code: z.string(),
  title: z.string(),
  /** The first of them, and how many there are. */
  day: civilDate,
  times: z.int(),
})

/** One module of an edition: time it was to have, time its sessions give it, and of that what is over. */
const taughtModule = z.strictObject({
  id,
  title: z.string(),
  minutes: z.int(),
  planned: z.int(),
  held: z.int(),
})

export const programsContract = {
  'programs.editions': read({
    who: OFFICE,
    input: z.strictObject({ on: civilDate.optional(), axisId: id.optional(), state: editionState.optional() }),
    output: z.strictObject({
      day: civilDate,
      axes: z.array(z.strictObject({ id, code: z.string(), name: z.string(), sensitive: z.boolean() })),
      editions: z.array(editionRow),
    }),
    refusals: [],
  }),
  'programs.edition': read({
    who: OFFICE,
    input: z.strictObject({ id }),
    output: editionRow.extend({
      version: z.int(),
      workshopId: id,
      takesWaiting: z.boolean(),
      /** Day from which the rule of its certificate holds; null where it was written for this edition alone. */
      ruleFrom: civilDate.nullable(),
      copiedFrom: z.strictObject({ id, code: z.string() }).nullable(),
      clearanceUntil: civilDate.nullable(),
      exceptions: z.array(patternException),
      modules: z.array(taughtModule),
      /** Minutes of the sessions that are not cancelled, and of those what no module claims. */
      minutes: z.int(),
      minutesWithoutModule: z.int(),
      sessions: z.array(
        plannedSession.extend({
          id,
          version: z.int(),
          state: z.enum(['coming', 'held', 'partly', 'without-roll', 'cancelled', 'made-up']),
          places: z.int(),
          marks: z.int(),
          moduleId: id.nullable(),
          /** Whoever is planned for it, and whoever gave or gives it if that is another. */
          planned: z.string(),
          substitute: z.string().nullable(),
          room: z.string(),
          catchUpOf: civilDate.nullable(),
          madeUpOn: civilDate.nullable(),
        }),
      ),
    }),
    refusals: ['unknown-edition'],
  }),
  /** Who is in it, with her rate; not for the groups of a sensitive axis. */
  'programs.roster': read({
    who: OFFICE,
    input: z.strictObject({ id }),
    output: z.array(
      z.strictObject({
        personId: id,
        name: z.string(),
        fileNumber: z.string(),
        dormitory: z.string().nullable(),
        openedOn: civilDate,
        endedOn: civilDate.nullable(),
        attended: z.int(),
        counted: z.int(),
      }),
    ),
    refusals: ['unknown-edition', 'sensitive-group'],
  }),
  /** The same for the groups of a sensitive axis: fewer may ask, and each look is written down. */
  'programs.sensitiveRoster': read({
    who: SENSITIVE_READERS,
    audited: 'edition.roster-read',
    input: z.strictObject({ id }),
    output: z.array(
      z.strictObject({
        personId: id,
        name: z.string(),
        fileNumber: z.string(),
        dormitory: z.string().nullable(),
        openedOn: civilDate,
        endedOn: civilDate.nullable(),
        attended: z.int(),
        counted: z.int(),
      }),
    ),
    refusals: ['unknown-edition'],
  }),
  /** Names to choose from while an edition is written, and the next code of each axis. */
  'programs.choices': read({
    who: PLANNERS,
    input: z.strictObject({ startsOn: civilDate.optional() }),
    output: z.strictObject({
      axes: z.array(z.strictObject({ id, code: z.string(), name: z.string(), nextCode: z.string() })),
      workshops: z.array(
        z.strictObject({
          id,
          axisId: id,
          title: z.string(),
          modules: z.array(z.strictObject({ id, title: z.string(), minutes: z.int() })),
          /** In force on the day asked about. */
          rule: certificateRule.nullable(),
        }),
      ),
      rooms: z.array(z.string()),
      instructors: z.array(z.string()),
    }),
    refusals: [],
  }),
  /** What a new or changed edition would bring, before it is saved: its sessions and what its pattern collides with. */
  'programs.preview': read({
    who: PLANNERS,
    input: z.strictObject({ id: id.optional(), workshopId: id.optional(), fields: editionFields }),
    output: z.strictObject({
      add: z.array(plannedSession),
      remove: z.array(plannedSession),
      /** Sessions that stay as they are. */
      kept: z.int(),
      hours: z.number(),
      clashes: z.array(patternClash),
      /** Last day of the instructor's permit, where sessions come after it. */
      clearanceUntil: civilDate.nullable(),
      /** The rule of the catalog that the edition takes. */
      rule: certificateRule.nullable(),
      /** Places taken above the new capacity: nobody loses hers. */
      above: z.int(),
    }),
    refusals: [...fieldRefusals, 'unknown-edition'],
  }),
  'programs.create': change({
    who: PLANNERS,
    input: z.strictObject({ axisId: id, workshop: text(120), code: text(30), fields: editionFields }),
    output: z.strictObject({ id, sessions: z.int(), batchId: id }),
    refusals: [...fieldRefusals, 'unknown-axis', 'same-code', 'workshop-of-other-axis'],
  }),
  'programs.change': change({
    who: PLANNERS,
    input: z.strictObject({ id, version: z.int(), fields: editionFields, reason: text(300) }),
    output: z.strictObject({ added: z.int(), removed: z.int(), batchId: id }),
    refusals: [
      ...fieldRefusals,
      'unknown-edition',
      'stale',
      'start-has-passed',
      'marks-after-end',
      'rule-is-kept',
      'edition-closed',
    ],
  }),
  'programs.createAxis': change({
    who: ['director', 'coordinator'],
    input: z.strictObject({ code: z.string().regex(/^[A-Z]{2,5}$/), name: text(120), sensitive: z.boolean() }),
    output: z.strictObject({ id }),
    refusals: ['same-code', 'same-axis'],
  }),
}
