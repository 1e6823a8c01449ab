/** Channels beside the list of clashes: free slots, and the walks between rooms. */
import { z } from 'zod'
import { civilDate, clockTime } from '../kernel/civil-date'
import { id } from '../kernel/ids'
import { OFFICE } from '../kernel/roles'
import { clash, despiteClashes } from './clash-facts'
import { change, read } from './define'
import { MOST_WOMEN } from './appointments.contract'
import { RUNNERS } from './timetable.contract'

/** Days that may be looked through at once. */
export const MOST_SLOT_DAYS = 31

export const freeSlot = z.strictObject({
  day: civilDate,
  startsAt: clockTime,
  endsAt: clockTime,
  /** Women who can come. */
  free: z.int(),
  /** Who cannot, or not without somebody's decision, and why. */
  taken: z.array(z.strictObject({ id, who: z.string(), clashes: z.array(clash) })),
  /** What else is to be known: a walk too short for the instructor, a kit that does not suffice. */
  others: z.array(clash),
})
export type FreeSlot = z.infer<typeof freeSlot>

export const clashesContract = {
  /** "Two hours, that room, that instructor, at least 8 of these 12 women": the slots that serve, the best first. */
  'timetable.freeSlots': read({
    who: RUNNERS,
    input: z.strictObject({
      /** The women of a group, or names and file numbers as somebody pasted them. */
      women: z.discriminatedUnion('from', [
        z.strictObject({ from: z.literal('edition'), editionId: id }),
        z.strictObject({ from: z.literal('list'), text: z.string().max(8000) }),
      ]),
      /** The session that would be moved: it is no obstacle to itself. */
      sessionId: id.optional(),
      roomId: id.nullable(),
      instructorId: id.nullable(),
      minutes: z.int().min(15).max(480),
      from: civilDate,
      until: civilDate,
      weekdays: z.array(z.int().min(1).max(7)).min(1).max(7),
      opensAt: clockTime,
      closesAt: clockTime,
      least: z.int().min(0).max(MOST_WOMEN),
    }),
    output: z.strictObject({
      women: z.array(z.strictObject({ id, who: z.string() })),
      /** Lines of the list that name nobody here, or more than one. */
      unknown: z.array(z.string()),
      slots: z.array(freeSlot),
      /** Slots looked at, and those left out because room or instructor are taken, the center is closed, or too few can come. */
      looked: z.int(),
      leftOut: z.strictObject({ closed: z.int(), taken: z.int(), few: z.int() }),
    }),
    refusals: [
      'times-reversed',
      'period-too-long',
      'nobody-named',
      'too-many-women',
      'unknown-edition',
      'sensitive-group',
    ],
  }),
  /** One more session of a group, at a slot that was found: for once, or to make up for hours. */
  'timetable.addSession': change({
    who: RUNNERS,
    input: z.strictObject({
      editionId: id,
      day: civilDate,
      startsAt: clockTime,
      endsAt: clockTime,
      /** Null: where and with whom the group is. */
      roomId: id.nullable(),
      instructorId: id.nullable(),
      reason: z.string().trim().min(1).max(300),
      /** Clashes that were shown and are gone on with. */
      seen: despiteClashes.shape.keys,
    }),
    output: z.strictObject({ id }),
    refusals: [
      'unknown-edition',
      'unknown-room',
      'unknown-instructor',
      'times-reversed',
      'outside-edition',
      'closed-day',
      'session-there',
      'clash-blocks',
      'clash-unseen',
    ],
  }),
  'timetable.walks': read({
    who: OFFICE,
    input: z.strictObject({}),
    output: z.strictObject({
      usual: z.int(),
      rooms: z.array(z.strictObject({ id, name: z.string() })),
      walks: z.array(z.strictObject({ a: id, b: id, roomA: z.string(), roomB: z.string(), minutes: z.int() })),
    }),
    refusals: [],
  }),
  /** Null takes the pair's own minutes away: the usual ones hold again. */
  'timetable.setWalk': change({
    who: ['director', 'coordinator'],
    input: z.strictObject({ a: id, b: id, minutes: z.int().min(0).max(60).nullable() }),
    output: z.null(),
    refusals: ['unknown-room', 'same-room'],
  }),
}
