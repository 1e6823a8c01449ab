/** Channels of the emergency list: who should be where at this minute, on the page and on paper. Part of `today`. */
import { z } from 'zod'
import { civilDate, clockTime } from '../kernel/civil-date'
import { OFFICE } from '../kernel/roles'
import { issue, read } from './define'
import { issuedPaper } from './paper'

const woman = z.strictObject({
  name: z.string(),
  /** As the register has it: `B-04`. Null where none is noted. */
  bed: z.string().nullable(),
  /** Another room that a session of hers runs in at the same minute. */
  orIn: z.string().nullable(),
  /** Names of her children who should be with her; empty where the role may only know how many. */
  children: z.array(z.string()),
})

/** One place: a room with a session running in it, or a dormitory. It never says which activity it is. */
const place = z.strictObject({
  kind: z.enum(['room', 'dormitory', 'unknown']),
  name: z.string(),
  /** When the last session in the room ends. */
  until: clockTime.nullable(),
  instructors: z.array(z.string()),
  women: z.array(woman),
  /** Children who should be here with their mothers. */
  children: z.int(),
})
export type EmergencyPlace = z.infer<typeof place>

const outside = z.strictObject({
  child: z.string(),
  /** Who took the child. */
  adult: z.string(),
  /** Of the permission, or of the adult. */
  phone: z.string().nullable(),
  leftOn: civilDate,
  leftAt: clockTime,
  returnsOn: civilDate,
  returnsAt: clockTime,
})

/** Everything that stands on page and paper alike. */
export const emergencyList = z.strictObject({
  day: civilDate,
  time: clockTime,
  dormitoryWord: z.enum(['dormitorio', 'estancia']),
  totals: z.strictObject({
    /** Women in the center, and women who live here and are out of it now. */
    women: z.int(),
    womenOut: z.int(),
    inRooms: z.int(),
    inDormitories: z.int(),
    /** Children inside, and children out with somebody. */
    children: z.int(),
    childrenOut: z.int(),
    instructors: z.int(),
  }),
  places: z.array(place),
  /** Women who live here and are out of the center now: never why. */
  womenOutside: z.array(
    z.strictObject({
      name: z.string(),
      bed: z.string().nullable(),
      leftOn: civilDate,
      expectedOn: civilDate.nullable(),
    }),
  ),
  /** Null for roles that may not read the children's part: the counts stand for them all the same. */
  outside: z.array(outside).nullable(),
  /** Children whose mother is not here today. Null as above. */
  withoutMother: z.array(z.string()).nullable(),
  childrenWithoutMother: z.int(),
  /** Children in childcare while their mothers are in a session. Null as above. */
  inChildcare: z.array(z.string()).nullable(),
  childrenInChildcare: z.int(),
})
export type EmergencyList = z.infer<typeof emergencyList>

export const emergencyContract = {
  'today.emergency': read({ who: OFFICE, input: z.strictObject({}), output: emergencyList, refusals: [] }),
  'today.printEmergency': issue({
    who: OFFICE,
    input: z.strictObject({}),
    output: issuedPaper,
    refusals: ['stale'],
  }),
}
