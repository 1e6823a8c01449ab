/** Channels of the programs: axis → workshop → edition, with its weekly pattern and its sessions. */
import { z } from 'zod'
import { civilDate, clockTime } from '../kernel/civil-date'
import { id } from '../kernel/ids'
import { OFFICE, PLANNERS } from '../kernel/roles'
import { change, read } from './define'
import { lostCause, SENSITIVE_READERS } from './timetable.contract'

const text = (max: number) => z.string().trim().min(1).max(max)

export const weeklySlot = z.strictObject({ weekday: z.int().min(1).max(7), startsAt: clockTime, endsAt: clockTime })
export type WeeklySlot = z.infer<typeof weeklySlot>

export const editionState = z.enum(['coming', 'running', 'ended'])

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
  minRatePercent: z.int().min(0).max(100),
  slots: z.array(weeklySlot).min(1).max(21),
})
export type EditionFields = z.infer<typeof editionFields>

const fieldRefusals = ['dates-reversed', 'slot-reversed', 'slots-overlap', 'pattern-empty'] as const

const plannedSession = z.strictObject({
  day: civilDate,
  startsAt: clockTime,
  endsAt: clockTime,
  cancelledCause: lostCause.nullable(),
  cancelledNote: z.string().nullable(),
})

const patternClash = z.strictObject({
  kind: z.enum(['room', 'instructor']),
  resource: z.string(),
  weekday: z.int(),
  from: clockTime,
  until: clockTime,
  code: z.string(),
  title: z.string(),
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
      sessions: z.array(
        plannedSession.extend({
          id,
          state: z.enum(['coming', 'held', 'partly', 'without-roll', 'cancelled']),
          places: z.int(),
          marks: z.int(),
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
      workshops: z.array(z.strictObject({ axisId: id, title: z.string() })),
      rooms: z.array(z.string()),
      instructors: z.array(z.string()),
    }),
    refusals: [],
  }),
  /** What a new or changed edition would bring, before it is saved: its sessions and what its pattern collides with. */
  'programs.preview': read({
    who: PLANNERS,
    input: z.strictObject({ id: id.optional(), fields: editionFields }),
    output: z.strictObject({
      add: z.array(plannedSession),
      remove: z.array(plannedSession),
      /** Sessions that stay as they are. */
      kept: z.int(),
      hours: z.number(),
      clashes: z.array(patternClash),
      /** Places taken above the new capacity: nobody loses hers. */
      above: z.int(),
    }),
    refusals: [...fieldRefusals, 'unknown-edition'],
  }),
  'programs.create': change({
    who: PLANNERS,
    input: z.strictObject({ axisId: id, workshop: text(120), code: text(30), fields: editionFields }),
    output: z.strictObject({ id, sessions: z.int() }),
    refusals: [...fieldRefusals, 'unknown-axis', 'same-code', 'workshop-of-other-axis'],
  }),
  'programs.change': change({
    who: PLANNERS,
    input: z.strictObject({ id, version: z.int(), fields: editionFields, reason: text(300) }),
    output: z.strictObject({ added: z.int(), removed: z.int() }),
    refusals: [...fieldRefusals, 'unknown-edition', 'stale', 'start-has-passed', 'marks-after-end'],
  }),
  'programs.createAxis': change({
    who: ['director', 'coordinator'],
    input: z.strictObject({ code: z.string().regex(/^[A-Z]{2,5}$/), name: text(120), sensitive: z.boolean() }),
    output: z.strictObject({ id }),
    refusals: ['same-code', 'same-axis'],
  }),
}
