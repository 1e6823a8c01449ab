/**
 * Channels of the childcare room: who is in it now, who brought and who fetched, how many adults there are to how many
 * children. Inside the center only the mother or somebody of the staff brings and fetches.
 */
import { z } from 'zod'
import { civilDate, clockTime } from '../kernel/civil-date'
import { id } from '../kernel/ids'
import { CHILDREN } from '../kernel/roles'
import { change, issue, read } from './define'
import { issuedPaper } from './paper'

const text = (max: number) => z.string().trim().min(1).max(max)

/** The mother, or somebody of the staff, by name. */
const hand = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('mother') }),
  z.strictObject({ by: z.literal('staff'), name: text(80) }),
])
export type Hand = z.output<typeof hand>

const childInRoom = {
  childId: id,
  surname1: z.string(),
  surname2: z.string().nullable(),
  givenNames: z.string(),
  mother: z.string(),
  months: z.int().nullable(),
  approximate: z.boolean(),
}

const stay = z.strictObject({
  id,
  version: z.int(),
  ...childInRoom,
  day: civilDate,
  inAt: clockTime,
  brought: hand,
  outAt: clockTime.nullable(),
  fetched: hand.nullable(),
  folio: z.string().nullable(),
  /** The gate has seen the child leave since, and not come back. */
  outside: z.boolean(),
})
export type RoomStay = z.output<typeof stay>

const expected = z.strictObject({
  ...childInRoom,
  /** When the mother's session begins and ends. */
  from: clockTime,
  until: clockTime,
})
export type ExpectedChild = z.output<typeof expected>

const duty = z.strictObject({ id, name: z.string(), fromAt: clockTime, untilAt: clockTime.nullable() })

/** Adults that the children in the room need, by the center's rules. */
const ratio = z.strictObject({
  children: z.int(),
  adults: z.int(),
  needed: z.int(),
  enough: z.boolean(),
  /** Children of each age group: under one year, under three, older. Unknown ages count as the youngest. */
  under12: z.int(),
  under36: z.int(),
  older: z.int(),
  /** How many of each one adult may look after. */
  rule: z.strictObject({ under12: z.int(), under36: z.int(), older: z.int() }),
})
export type RoomRatio = z.output<typeof ratio>

const NOT_HERE = ['unknown-child', 'child-not-here', 'child-outside'] as const

export const childcareContract = {
  'children.room': read({
    who: CHILDREN,
    input: z.strictObject({ day: civilDate.optional() }),
    output: z.strictObject({
      day: civilDate,
      today: civilDate,
      time: clockTime,
      /** In the room now: whatever day they came in. Empty on another day than today. */
      inside: z.array(stay),
      /** Came and went on the day. */
      gone: z.array(stay),
      /** Expected today or on the day, and not in yet. */
      expected: z.array(expected),
      duties: z.array(duty),
      ratio,
      /** Children who live here that day, for whoever comes without being expected. */
      children: z.array(z.strictObject(childInRoom)),
    }),
    refusals: [],
  }),
  'children.enterRoom': change({
    who: CHILDREN,
    input: z.strictObject({ childId: id, at: clockTime, brought: hand }),
    output: z.strictObject({ id }),
    refusals: [...NOT_HERE, 'in-room-already', 'time-in-the-future', 'stays-overlap'],
  }),
  'children.leaveRoom': change({
    who: CHILDREN,
    input: z.strictObject({ id, version: z.int(), at: clockTime, fetched: hand }),
    output: z.null(),
    refusals: ['unknown-record', 'stale', 'left-room-already', 'time-in-the-future', 'out-before-in'],
  }),
  /** A stay that was written by mistake. */
  'children.withdrawStay': change({
    who: CHILDREN,
    input: z.strictObject({ id, version: z.int(), reason: text(300) }),
    output: z.null(),
    refusals: ['unknown-record', 'stale'],
  }),
  /** Who looks after the children, and from when. */
  'children.beginDuty': change({
    who: CHILDREN,
    input: z.strictObject({ name: text(80), at: clockTime }),
    output: z.strictObject({ id }),
    refusals: ['on-duty-already', 'time-in-the-future'],
  }),
  'children.endDuty': change({
    who: CHILDREN,
    input: z.strictObject({ id, at: clockTime }),
    output: z.null(),
    refusals: ['unknown-record', 'time-in-the-future', 'out-before-in'],
  }),
  'children.printRoom': issue({
    who: CHILDREN,
    input: z.strictObject({ day: civilDate }),
    output: issuedPaper,
    refusals: ['stale'],
  }),
  /** The day of a sheet that came back, by the folio on it. */
  'children.roomByFolio': read({
    who: CHILDREN,
    input: z.strictObject({ folio: z.string().max(40) }),
    output: z.strictObject({ day: civilDate, folio: z.string(), newerFolio: z.string().nullable() }),
    refusals: ['folio-mistyped', 'unknown-room-folio'],
  }),
  /** Keys a sheet back: stays that are whole, of one day. */
  'children.keyRoom': change({
    who: CHILDREN,
    input: z.strictObject({
      day: civilDate,
      folio: z.string().max(40).nullable(),
      stays: z
        .array(z.strictObject({ childId: id, inAt: clockTime, brought: hand, outAt: clockTime, fetched: hand }))
        .min(1)
        .max(100),
    }),
    output: z.strictObject({ keyed: z.int(), batchId: id }),
    refusals: [
      'day-in-the-future',
      'unknown-child',
      'child-not-here',
      'time-in-the-future',
      'out-before-in',
      'stays-overlap',
    ],
  }),
}
