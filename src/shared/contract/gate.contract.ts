/** Channels of the gate: who may leave now, out, back, the return clock, headcounts. Part of `outings`. */
import { z } from 'zod'
import { civilDate, clockTime, instant } from '../kernel/civil-date'
import { id } from '../kernel/ids'
import { CHILDREN, GATE, type Role } from '../kernel/roles'
import { change, issue, read } from './define'
import {
  contact,
  gateKey,
  gateLine,
  gateReason,
  headcount,
  HEADCOUNT_STEPS,
  leaving,
  moment,
  NOT_MADE_REASONS,
  RETURN_STEPS,
  returned,
  returning,
} from './gate-line'
import { issuedPaper } from './paper'
import { newPicture, picture, PICTURE_REFUSALS } from './picture'

const text = (max: number) => z.string().trim().min(1).max(max)
const note = z.string().trim().max(300).optional()

const OF_TIME = ['movement-in-future', 'movement-before-last'] as const
const OF_RETURN = [
  'outing-not-out',
  'unknown-adult',
  'return-note-missing',
  'late-note-missing',
  'condition-note-missing',
  'return-adult-unlisted',
  'lead-not-office',
  'wrong-name-or-password',
  'wait',
] as const
const KEEPERS: readonly Role[] = ['director', 'coordinator']

export const gateContract = {
  /** The gate's own list, which its page asks for every minute: reading it leaves no event, reading one record does. */
  'outings.gate': read({
    who: GATE,
    input: z.strictObject({}),
    output: z.strictObject({
      today: civilDate,
      time: clockTime,
      rows: z.array(gateLine),
      /** The last entry, if the computer's clock stands behind it. */
      clockBehind: moment.nullable(),
      contacts: z.array(contact),
      /** Who of the office may answer for another adult. */
      leads: z.array(z.strictObject({ id, name: z.string() })),
    }),
    refusals: [],
  }),
  /** One line, or all of a permission with several children. */
  'outings.byFolio': read({
    who: GATE,
    audited: 'outing.folio-read',
    input: z.strictObject({ folio: text(60) }),
    output: z.strictObject({ rows: z.array(gateLine).min(1) }),
    refusals: ['outing-folio-unknown'],
  }),
  /** To compare faces. */
  'outings.photos': read({
    who: GATE,
    audited: 'outing.photos-seen',
    input: z.strictObject({ id }),
    output: z.strictObject({ child: picture.nullable(), adult: picture.nullable() }),
    refusals: ['outing-unknown'],
  }),
  /** The face that the gate compares, kept with the mother's consent; the newest counts. */
  'outings.keepFace': change({
    who: CHILDREN,
    input: z.strictObject({ id, picture: newPicture, consent: text(160) }),
    output: z.null(),
    refusals: ['outing-unknown', ...PICTURE_REFUSALS],
  }),
  /** Answers ok with `left: false` when the child may not leave, so that the refused attempt itself is kept. */
  'outings.leave': change({
    who: GATE,
    input: z.strictObject({ id, version: z.int(), ...leaving }),
    output: z.strictObject({ left: z.boolean(), reasons: z.array(gateReason) }),
    refusals: ['stale', 'outing-unknown', 'identity-not-seen', 'belongings-not-seen', ...OF_TIME],
  }),
  /** Several children with one adult: each is judged alone, and who may not leave stays. */
  'outings.leaveTogether': change({
    who: GATE,
    input: z.strictObject({ lines: z.array(gateKey).min(1).max(80), ...leaving }),
    output: z.strictObject({
      left: z.array(id),
      stopped: z.array(z.strictObject({ id, child: z.string(), reasons: z.array(gateReason) })),
    }),
    refusals: ['stale', 'outing-unknown', 'identity-not-seen', 'belongings-not-seen', ...OF_TIME],
  }),
  /**
   * A child who is back is back, whoever brings her. Another adult needs the grid or somebody of the office; where nobody
   * answers, she is counted in with an alarm.
   */
  'outings.comeBack': change({
    who: GATE,
    input: z.strictObject({ id, version: z.int(), ...returning }),
    output: returned,
    refusals: ['stale', 'outing-unknown', ...OF_RETURN, ...OF_TIME],
  }),
  'outings.comeBackTogether': change({
    who: GATE,
    input: z.strictObject({ lines: z.array(gateKey).min(1).max(80), ...returning }),
    output: z.strictObject({ back: z.array(returned.extend({ id })) }),
    refusals: ['stale', 'outing-unknown', ...OF_RETURN, ...OF_TIME],
  }),
  /** Somebody came whom the gate turns away: without a permission, or another adult than the permission says. */
  'outings.turnAway': change({
    who: GATE,
    input: z.strictObject({ id: id.nullable(), folio: z.string().trim().max(60), adult: text(160), note: text(300) }),
    output: z.null(),
    refusals: ['outing-unknown'],
  }),
  'outings.undoMovement': change({
    who: GATE,
    input: z.strictObject({ id, version: z.int(), reason: text(300) }),
    output: z.null(),
    refusals: ['stale', 'outing-unknown', 'nothing-to-undo', 'undo-too-late', 'undo-other-outing'],
  }),
  'outings.notMade': change({
    who: GATE,
    input: z.strictObject({ id, version: z.int(), reason: z.enum(NOT_MADE_REASONS), note }),
    output: z.null(),
    refusals: ['stale', 'outing-unknown', 'outing-not-to-leave', 'not-made-too-early', 'not-made-note-missing'],
  }),
  /** The protocol begins: decided in the office, never at the gate alone. */
  'outings.notReturned': change({
    who: CHILDREN,
    input: z.strictObject({ id, version: z.int(), note: text(500) }),
    output: z.null(),
    refusals: ['stale', 'outing-unknown', 'outing-not-late'],
  }),
  /** Final leaving: while she was out it was decided that she stays with her family. */
  'outings.stay': change({
    who: CHILDREN,
    input: z.strictObject({ id, version: z.int(), decidedBy: text(160), document: text(80), note: text(500) }),
    output: z.null(),
    refusals: ['stale', 'outing-unknown', 'outing-not-out'],
  }),
  'outings.recordCall': change({
    who: GATE,
    input: z.strictObject({ id, step: z.enum(RETURN_STEPS), note: text(300) }),
    output: z.null(),
    refusals: ['outing-unknown', 'outing-not-late'],
  }),
  'outings.headcounts': read({
    who: GATE,
    input: z.strictObject({ permissionId: id, day: civilDate }),
    output: z.array(headcount),
    refusals: [],
  }),
  /** Who of the group was seen. Answers who is missing; the count is kept in any case. */
  'outings.countHeads': change({
    who: GATE,
    input: z.strictObject({
      permissionId: id,
      day: civilDate,
      step: z.enum(HEADCOUNT_STEPS),
      time: clockTime,
      place: z.string().trim().max(120).optional(),
      note,
      seen: z.array(id).max(80),
    }),
    output: z.strictObject({ missing: z.array(z.string()) }),
    refusals: ['outing-unknown', 'headcount-of-nobody', ...OF_TIME],
  }),
  /** The morning's paper, keyed in: each line as it is ticked there. What cannot be is answered line by line. */
  'outings.keyBack': change({
    who: GATE,
    input: z.strictObject({
      reason: text(200),
      lines: z
        .array(
          z.strictObject({
            id,
            version: z.int(),
            out: moment.nullable(),
            back: moment.nullable(),
            note: z.string().trim().max(300).optional(),
          }),
        )
        .min(1)
        .max(80),
    }),
    output: z.strictObject({
      done: z.int(),
      stopped: z.array(
        z.strictObject({
          id,
          child: z.string(),
          /** A reason against leaving, or why the entry cannot be. */
          reasons: z.array(
            z.strictObject({
              code: z.string(),
              facts: z.record(z.string(), z.union([z.string(), z.number()])),
            }),
          ),
        }),
      ),
    }),
    refusals: ['stale', 'outing-unknown'],
  }),
  'outings.setContacts': change({
    who: KEEPERS,
    input: z.strictObject({ contacts: z.array(contact).max(20) }),
    output: z.null(),
    refusals: [],
  }),
  /** What the office should look into: who was stopped at the gate, and returns that alarmed. */
  'outings.gateLog': read({
    who: CHILDREN,
    audited: 'outing.gate-log-read',
    input: z.strictObject({ from: civilDate, until: civilDate }),
    output: z.array(
      z.strictObject({
        at: instant,
        day: civilDate,
        time: clockTime,
        outingId: id.nullable(),
        folio: z.string(),
        child: z.string().nullable(),
        adult: z.string().nullable(),
        note: z.string().nullable(),
        reasons: z.array(gateReason),
        by: z.string().nullable(),
      }),
    ),
    refusals: ['period-too-long'],
  }),
  'outings.printGateDay': issue({
    who: GATE,
    input: z.strictObject({ day: civilDate }),
    output: issuedPaper,
    refusals: ['stale', 'gate-day-empty'],
  }),
  'outings.printGroupList': issue({
    who: GATE,
    input: z.strictObject({ permissionId: id, day: civilDate }),
    output: issuedPaper,
    refusals: ['stale', 'outing-unknown'],
  }),
  'outings.printProtocol': issue({
    who: GATE,
    input: z.strictObject({ id }),
    output: issuedPaper,
    refusals: ['stale', 'outing-unknown', 'outing-not-late'],
  }),
}
