/** Channels of one session: who gives it, where and how it is arranged for children, what makes up for it. */
import { z } from 'zod'
import { civilDate, clockTime } from '../kernel/civil-date'
import { id } from '../kernel/ids'
import { clash } from './clash-facts'
import { change, read } from './define'
import { RUNNERS } from './timetable.contract'
import { care } from './workshops.contract'

const text = (max: number) => z.string().trim().min(1).max(max)
const sessionRef = z.strictObject({ id, version: z.int() })

export const sessionsContract = {
  /** What may be chosen for one session, and how it stands. */
  'timetable.arrangement': read({
    who: RUNNERS,
    input: z.strictObject({ id }),
    output: z.strictObject({
      id,
      version: z.int(),
      day: civilDate,
      startsAt: clockTime,
      endsAt: clockTime,
      cancelled: z.boolean(),
      /** Whoever is planned for it, and whoever gives or gave it instead. */
      plannedId: id,
      actualId: id.nullable(),
      roomId: id,
      /** Null: as the edition has it. */
      care: care.nullable(),
      editionCare: care.nullable(),
      madeUpOn: civilDate.nullable(),
      instructors: z.array(z.strictObject({ id, name: z.string(), clearanceUntil: civilDate.nullable() })),
      rooms: z.array(z.strictObject({ id, name: z.string() })),
    }),
    refusals: ['unknown-session'],
  }),
  /** Somebody else gives it: from today back it is who came, ahead it is who is planned. Null: as planned. */
  'timetable.substitute': change({
    who: RUNNERS,
    input: sessionRef.extend({ instructorId: id.nullable(), reason: text(300) }),
    output: z.null(),
    refusals: [
      'unknown-session',
      'stale',
      'already-cancelled',
      'unknown-instructor',
      'clearance-lapsed',
      'clash-blocks',
    ],
  }),
  /** Another room, or another arrangement for children, for this session alone. */
  'timetable.arrange': change({
    who: RUNNERS,
    input: sessionRef.extend({ roomId: id.nullable(), care: care.nullable(), reason: text(300) }),
    output: z.null(),
    refusals: ['unknown-session', 'stale', 'already-cancelled', 'unknown-room', 'clash-blocks'],
  }),
  /** Free dates on which a cancelled session could be made up for, the nearest first. */
  'timetable.catchUpDates': read({
    who: RUNNERS,
    input: z.strictObject({ id }),
    output: z.array(
      z.strictObject({
        day: civilDate,
        startsAt: clockTime,
        endsAt: clockTime,
        /** After the last day of its edition. */
        afterEnd: z.boolean(),
        clashes: z.array(clash),
      }),
    ),
    refusals: ['unknown-session', 'not-cancelled', 'made-up-already'],
  }),
  /** A session that makes up for a cancelled one and gives its module, once. */
  'timetable.catchUp': change({
    who: RUNNERS,
    input: z.strictObject({ id, day: civilDate, startsAt: clockTime, endsAt: clockTime }),
    output: z.strictObject({ id }),
    refusals: [
      'unknown-session',
      'not-cancelled',
      'made-up-already',
      'times-reversed',
      'outside-edition',
      'closed-day',
      'session-there',
    ],
  }),
}
