/** Channels of the waiting list: who waits for which workshop, in what order and why, and what becomes of a request. */
import { z } from 'zod'
import { civilDate, instant } from '../kernel/civil-date'
import { id } from '../kernel/ids'
import { OFFICE, PLANNERS, type Role } from '../kernel/roles'
import { change, read } from './define'
import { editionFacts, namedWoman } from './place-facts'

/** The first three are open: she is on the list. `accepted` and `removed` are final. */
export const WAIT_STATES = ['pending', 'approved', 'offered', 'accepted', 'declined', 'withdrawn', 'removed'] as const
export const waitState = z.enum(WAIT_STATES)
export type WaitState = (typeof WAIT_STATES)[number]

/** Who asked for it: she herself, or somebody for her. */
export const REQUESTERS = [
  'herself',
  'family',
  'staff',
  'activity-plan',
  'judge',
  'mental-health',
  'mother-child',
  'instructor',
  'other',
] as const
export const requester = z.enum(REQUESTERS)
export type Requester = (typeof REQUESTERS)[number]

/** What the points of the list are given for; the weights stand in the settings under the same names. */
export const POINT_KINDS = [
  'waitingWeek',
  'neverServed',
  'releaseMonth',
  'childInside',
  'refusal',
  'wantsTrade',
] as const
export const pointLine = z.strictObject({
  kind: z.enum(POINT_KINDS),
  /** Weeks, months, times; 1 for what is or is not. */
  count: z.int(),
  points: z.int(),
})
export type PointLine = z.infer<typeof pointLine>
export type PointKind = PointLine['kind']

/** Why one stands before the next. */
export const turnReason = z.strictObject({
  by: z.enum(['ahead', 'points', 'requestedOn', 'fileNumber']),
  /** What the points differ by: more than the next if above zero. Largest first. */
  lines: z.array(z.strictObject({ kind: z.enum(POINT_KINDS), difference: z.int() })),
})
export type TurnReason = z.infer<typeof turnReason>

export const JUMP_REASONS = ['clash', 'requirement', 'release', 'order', 'other'] as const
/** Why the order is not the proposed one. Only `other` must be explained; all may be. */
export const jumpReason = z
  .strictObject({ reason: z.enum(JUMP_REASONS), note: z.string().trim().max(300).default('') })
  .refine((jump) => jump.reason !== 'other' || jump.note.length > 2, { path: ['note'] })
export type JumpReason = z.infer<typeof jumpReason>

export const wait = namedWoman.extend({
  id,
  dormitory: z.string().nullable(),
  workshopId: id,
  workshop: z.string(),
  requestedOn: civilDate,
  requestedBy: requester.nullable(),
  state: waitState,
  daysWaiting: z.int(),
  points: z.int(),
  neverServed: z.boolean(),
  /** Put ahead of the proposed order, with a reason that its page shows. */
  ahead: z.boolean(),
  /** 1 is the next of those approved for this workshop; who is not approved, or has an offer, has no turn. */
  position: z.int().nullable(),
  /** Last day of her open offer; past it the offer has lapsed and waits to be settled. */
  offeredUntil: civilDate.nullable(),
  version: z.int(),
})
export type Wait = z.infer<typeof wait>

const waitStep = z.strictObject({
  id,
  at: instant,
  day: civilDate,
  act: z.string(),
  to: waitState,
  reason: z.string().nullable(),
  toldOn: civilDate.nullable(),
  toldBy: z.string().nullable(),
  by: z.string().nullable(),
})

/** One request with all that explains it. */
export const waitRecord = z.strictObject({
  wait,
  requestNote: z.string().nullable(),
  enteredOn: civilDate.nullable(),
  lines: z.array(pointLine),
  /** How many have a turn for this workshop. */
  of: z.int(),
  /** Why the one before stands before her; null for the first and for who has no turn. */
  before: turnReason.nullable(),
  /** Why she stands before the next one. */
  after: turnReason.nullable(),
  aheadBecause: z
    .strictObject({
      day: civilDate,
      reason: z.enum(JUMP_REASONS),
      note: z.string().nullable(),
      by: z.string().nullable(),
    })
    .nullable(),
  steps: z.array(waitStep),
})
export type WaitRecord = z.infer<typeof waitRecord>

const note = z.string().trim().max(300).default('')

/** What the office does with requests; offers have channels of their own. */
export const DECISIONS = ['approve', 'hold', 'decline', 'withdraw', 'reinstate'] as const
export type Decision = (typeof DECISIONS)[number]

const WAIT_REFUSALS = [
  'wait-is-pending',
  'wait-is-approved',
  'wait-is-offered',
  'wait-is-accepted',
  'wait-is-declined',
  'wait-is-withdrawn',
  'wait-is-removed',
  'wait-needs-reason',
] as const

/** Who may bring a request: those who plan approve it at once, the others leave it to be approved. */
export const REQUEST_WRITERS: readonly Role[] = [
  'director',
  'coordinator',
  'axis-lead',
  'mother-child',
  'mental-health',
]

const told = { toldOn: civilDate.nullable().default(null), toldBy: z.string().trim().max(80).default('') }

export const waitsContract = {
  'places.waiting': read({
    who: OFFICE,
    input: z.strictObject({}),
    output: z.strictObject({
      waits: z.array(wait),
      workshops: z.array(
        z.strictObject({
          id,
          title: z.string(),
          /** Editions not yet over, with room or without. */
          editions: z.array(editionFacts),
        }),
      ),
    }),
    refusals: [],
  }),
  'places.waitRecord': read({
    who: OFFICE,
    input: z.strictObject({ id }),
    output: waitRecord,
    refusals: ['unknown-wait'],
  }),
  /** All requests of one woman, also those that are closed, the newest first. */
  'places.requestsOf': read({
    who: OFFICE,
    input: z.strictObject({ personId: id }),
    output: z.strictObject({ woman: namedWoman, requests: z.array(wait) }),
    refusals: ['unknown-person'],
  }),
  'places.wait': change({
    who: REQUEST_WRITERS,
    input: z.strictObject({
      personId: id,
      workshopId: id,
      requestedOn: civilDate,
      requestedBy: requester.default('herself'),
      /** Asked for when the request is older than a month: the day she asked decides her turn. */
      note,
    }),
    output: z.strictObject({ id, state: waitState }),
    refusals: [
      'unknown-person',
      'unknown-workshop',
      'person-not-here',
      'waiting-already',
      'place-taken-already',
      'day-in-the-future',
      'old-request-needs-reason',
    ],
  }),
  /** Puts right the day or the requester of an open request; never to a day later than it was written down. */
  'places.editWait': change({
    who: PLANNERS,
    input: z.strictObject({ id, version: z.int(), requestedOn: civilDate, requestedBy: requester, reason: note }),
    output: z.null(),
    refusals: ['stale', 'unknown-wait', 'wait-closed', 'day-after-entry', 'wait-needs-reason'],
  }),
  /** One decision over many requests: all or none, undone as one. */
  'places.decideWaits': change({
    who: PLANNERS,
    input: z.strictObject({
      waits: z
        .array(z.strictObject({ id, version: z.int() }))
        .min(1)
        .max(500),
      decision: z.enum(DECISIONS),
      reason: note,
      ...told,
    }),
    output: z.strictObject({ count: z.int(), batchId: id }),
    refusals: [
      'stale',
      'unknown-wait',
      'person-not-here',
      'waiting-already',
      'newer-request',
      'day-in-the-future',
      'told-by-whom',
      ...WAIT_REFUSALS,
    ],
  }),
  /** Records who told her of a refusal, and when. */
  'places.tellWait': change({
    who: PLANNERS,
    input: z.strictObject({ id, toldOn: civilDate, toldBy: z.string().trim().min(2).max(80) }),
    output: z.null(),
    refusals: ['unknown-wait', 'nothing-to-tell', 'day-in-the-future'],
  }),
  /** Puts a woman ahead of the proposed order, or back into it. */
  'places.putAhead': change({
    who: PLANNERS,
    input: z.strictObject({ id, version: z.int(), jump: jumpReason }),
    output: z.null(),
    refusals: ['stale', 'unknown-wait', 'ahead-already', ...WAIT_REFUSALS],
  }),
  'places.putBack': change({
    who: PLANNERS,
    input: z.strictObject({ id, version: z.int(), reason: note }),
    output: z.null(),
    refusals: ['stale', 'unknown-wait', 'not-ahead', 'wait-needs-reason'],
  }),
}
