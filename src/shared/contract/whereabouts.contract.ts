/** Where one woman should be at this minute, for the head of her record. Part of `today`. */
import { z } from 'zod'
import { clockTime } from '../kernel/civil-date'
import { id } from '../kernel/ids'
import { OFFICE } from '../kernel/roles'
import { read } from './define'

export const WHEREABOUTS = ['left', 'away', 'outside', 'session', 'appointment', 'dormitory', 'unknown'] as const

export const whereabouts = z.strictObject({
  kind: z.enum(WHEREABOUTS),
  /** The room, the place of an appointment or the dormitory: never which activity it is. */
  place: z.string().nullable(),
  /** When the session or the appointment ends. */
  until: clockTime.nullable(),
  /** A second room in which she is expected at the same minute. */
  orIn: z.string().nullable(),
  /** Her children who are out with somebody now; null for roles that may not read the children's part. */
  childrenOut: z.int().nullable(),
  /** Her children who are in the childcare room now; null as above. */
  childrenInRoom: z.int().nullable(),
})
export type Whereabouts = z.output<typeof whereabouts>

export const whereaboutsContract = {
  'today.whereabouts': read({
    who: OFFICE,
    input: z.strictObject({ personId: id }),
    output: whereabouts,
    refusals: [],
  }),
}
