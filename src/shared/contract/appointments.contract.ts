/** Channels of appointments: what a woman or a child has once (court, lawyer, visit, doctor …), and what it collides with. */
import { z } from 'zod'
import { civilDate, clockTime } from '../kernel/civil-date'
import { id } from '../kernel/ids'
import { CHILDREN, OFFICE } from '../kernel/roles'
import { appointmentKind, clash, despiteClashes } from './clash-facts'
import { change, read } from './define'
import { RUNNERS } from './timetable.contract'

const text = (max: number) => z.string().trim().min(1).max(max)

/** As many women as one appointment may be made for at once. */
export const MOST_WOMEN = 60

/** When and where, and what it is. */
const facts = {
  kind: appointmentKind,
  day: civilDate,
  startsAt: clockTime,
  /** Null: nobody knows yet. */
  endsAt: clockTime.nullable(),
  roomId: id.nullable(),
  /** In words, where it is no room of the timetable. */
  place: text(120).nullable(),
  /** She or the child leaves the center for it. */
  outside: z.boolean(),
}

export const appointmentRow = z.strictObject({
  id,
  version: z.int(),
  personId: id.nullable(),
  childId: id.nullable(),
  /** Hers or the child's name; its mother's where she who looks may not know of the child. */
  who: z.string(),
  fileNumber: z.string().nullable(),
  /** `care` where it is a child's and that may not be known. */
  kind: z.union([appointmentKind, z.literal('care')]),
  day: civilDate,
  startsAt: clockTime,
  endsAt: clockTime.nullable(),
  roomId: id.nullable(),
  place: z.string().nullable(),
  outside: z.boolean(),
  note: z.string().nullable(),
  cancelledOn: civilDate.nullable(),
  cancelledReason: z.string().nullable(),
})
export type AppointmentRow = z.infer<typeof appointmentRow>

const preview = z.strictObject({
  /** One for each who would go, in the order asked. */
  goers: z.array(z.strictObject({ id, who: z.string(), clashes: z.array(clash) })),
  rooms: z.array(z.strictObject({ id, name: z.string() })),
})

const WRITE_REFUSALS = ['times-reversed', 'unknown-room', 'clash-blocks', 'clash-unseen'] as const

const added = z.strictObject({ ids: z.array(id), batchId: id.nullable() })
const note = text(300).nullable()
const despite = despiteClashes.nullable()
const ref = { id, version: z.int() }

export const appointmentsContract = {
  'timetable.appointments': read({
    who: OFFICE,
    /** Of everybody, or of one woman with her children's. Called off ones too if asked. */
    input: z.strictObject({
      from: civilDate,
      until: civilDate,
      personId: id.optional(),
      withCancelled: z.boolean().default(false),
    }),
    output: z.array(appointmentRow),
    refusals: ['period-too-long'],
  }),
  'timetable.appointment': read({
    who: OFFICE,
    input: z.strictObject({ id }),
    output: appointmentRow,
    refusals: ['unknown-appointment'],
  }),
  'timetable.previewAppointment': read({
    who: RUNNERS,
    input: z.strictObject({ ...facts, id: id.optional(), personIds: z.array(id).max(MOST_WOMEN) }),
    output: preview,
    refusals: ['times-reversed', 'unknown-person'],
  }),
  'timetable.addAppointments': change({
    who: RUNNERS,
    input: z.strictObject({ ...facts, personIds: z.array(id).min(1).max(MOST_WOMEN), note, despite }),
    output: added,
    refusals: [...WRITE_REFUSALS, 'unknown-person'],
  }),
  'timetable.changeAppointment': change({
    who: RUNNERS,
    input: z.strictObject({ ...ref, ...facts, note, despite }),
    output: z.null(),
    refusals: [...WRITE_REFUSALS, 'unknown-appointment', 'appointment-cancelled', 'stale'],
  }),
  'timetable.cancelAppointment': change({
    who: RUNNERS,
    input: z.strictObject({ ...ref, reason: text(300) }),
    output: z.null(),
    refusals: ['unknown-appointment', 'appointment-cancelled', 'stale'],
  }),
  // Children's: the same acts for those who keep their files.
  'timetable.previewChildAppointment': read({
    who: CHILDREN,
    input: z.strictObject({ ...facts, id: id.optional(), childId: id.nullable() }),
    output: preview,
    refusals: ['times-reversed', 'unknown-child'],
  }),
  'timetable.addChildAppointment': change({
    who: CHILDREN,
    input: z.strictObject({ ...facts, childId: id, note, despite }),
    output: added,
    refusals: [...WRITE_REFUSALS, 'unknown-child'],
  }),
  'timetable.changeChildAppointment': change({
    who: CHILDREN,
    input: z.strictObject({ ...ref, ...facts, note, despite }),
    output: z.null(),
    refusals: [...WRITE_REFUSALS, 'unknown-appointment', 'appointment-cancelled', 'stale'],
  }),
  'timetable.cancelChildAppointment': change({
    who: CHILDREN,
    input: z.strictObject({ ...ref, reason: text(300) }),
    output: z.null(),
    refusals: ['unknown-appointment', 'appointment-cancelled', 'stale'],
  }),
  /** Children who live here, for the field that names one. */
  'timetable.children': read({
    who: CHILDREN,
    input: z.strictObject({}),
    output: z.array(z.strictObject({ id, name: z.string(), mother: z.string() })),
    refusals: [],
  }),
}
