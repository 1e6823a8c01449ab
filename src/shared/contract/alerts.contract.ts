/** Channels of the alerts on a woman's record: few kinds, each with an end, somebody who sees to it, and its readers. */
import { z } from 'zod'
import { civilDate } from '../kernel/civil-date'
import { id } from '../kernel/ids'
import type { Role } from '../kernel/roles'
import { change, read } from './define'

/** Who may read an alert: a chain, each circle inside the one before it. */
export const CIRCLES = {
  office: ['director', 'coordinator', 'axis-lead', 'mother-child', 'mental-health'],
  care: ['director', 'coordinator', 'mother-child', 'mental-health'],
  health: ['director', 'coordinator', 'mental-health'],
  direction: ['director', 'coordinator'],
} as const satisfies Record<string, readonly Role[]>
export type Circle = keyof typeof CIRCLES
export const CIRCLE_NAMES = ['office', 'care', 'health', 'direction'] as const

/** The kinds, each with the widest circle that may ever read it. Health and offence are on no paper and no roster. */
export const ALERT_KINDS = {
  'health-care': 'health',
  pregnancy: 'care',
  accompaniment: 'office',
  'legal-appointment': 'office',
  risk: 'health',
} as const satisfies Record<string, Circle>
export type AlertKind = keyof typeof ALERT_KINDS
export const ALERT_KIND_NAMES = [
  'health-care',
  'pregnancy',
  'accompaniment',
  'legal-appointment',
  'risk',
] as const satisfies readonly AlertKind[]

/** The circles that an alert of a kind may have: its widest one and those inside it. */
export const circlesOf = (kind: AlertKind): readonly Circle[] =>
  CIRCLE_NAMES.slice(CIRCLE_NAMES.indexOf(ALERT_KINDS[kind]))

/** The circles whose alerts a role reads. */
export const circlesRead = (role: Role): readonly Circle[] =>
  CIRCLE_NAMES.filter((circle) => (CIRCLES[circle] as readonly Role[]).includes(role))

export const ALERT_STATES = ['ahead', 'open', 'review-due', 'expired', 'closed'] as const
export const OWNERS = CIRCLES.office

const kind = z.enum(ALERT_KIND_NAMES)
const owner = z.enum(OWNERS)
const why = z.string().trim().min(1).max(300)
const note = z
  .string()
  .trim()
  .max(300)
  .transform((typed) => typed || null)

export const personAlert = z.strictObject({
  id,
  version: z.int(),
  kind,
  note: z.string().nullable(),
  circle: z.enum(CIRCLE_NAMES),
  ownerRole: owner,
  startsOn: civilDate,
  reviewOn: civilDate,
  endsOn: civilDate.nullable(),
  closedOn: civilDate.nullable(),
  closeReason: z.string().nullable(),
  state: z.enum(ALERT_STATES),
})
export type PersonAlert = z.output<typeof personAlert>

export const alertsContract = {
  /** All alerts of a woman that the role may read; those in force first. */
  'people.alerts': read({
    who: CIRCLES.office,
    input: z.strictObject({ id }),
    output: z.array(personAlert),
    refusals: [],
  }),
  'people.raiseAlert': change({
    who: CIRCLES.office,
    input: z.strictObject({
      personId: id,
      kind,
      circle: z.enum(CIRCLE_NAMES),
      ownerRole: owner,
      startsOn: civilDate,
      reviewOn: civilDate,
      endsOn: civilDate.nullable(),
      note,
    }),
    output: z.strictObject({ id }),
    refusals: ['unknown-person', 'circle-too-wide', 'owner-cannot-read', 'review-before-start', 'end-before-start'],
  }),
  /** She was looked at again: the next review date, and what is known now. */
  'people.reviewAlert': change({
    who: CIRCLES.office,
    input: z.strictObject({
      id,
      version: z.int(),
      reviewOn: civilDate,
      endsOn: civilDate.nullable(),
      ownerRole: owner,
      note,
    }),
    output: z.null(),
    refusals: [
      'stale',
      'unknown-alert',
      'alert-closed',
      'owner-cannot-read',
      'review-not-ahead',
      'end-before-start',
      'nothing-changed',
    ],
  }),
  'people.closeAlert': change({
    who: CIRCLES.office,
    input: z.strictObject({ id, version: z.int(), why }),
    output: z.null(),
    refusals: ['stale', 'unknown-alert', 'alert-closed'],
  }),
}
