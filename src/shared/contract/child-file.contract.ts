/**
 * Channels of a child's standing here: admission with its dictamen, custody and the clock that runs when a mother does
 * not keep it, measures of an authority, extensions of the age limit, leaving for good.
 */
import { z } from 'zod'
import { civilDate, clockTime } from '../kernel/civil-date'
import { id } from '../kernel/ids'
import { CHILDREN } from '../kernel/roles'
import { DEPARTURE_CAUSES, measureFacts } from './child-standing'
import { change, issue } from './define'
import { issuedPaper } from './paper'

const text = (max: number) => z.string().trim().min(1).max(max)
const optionalText = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .transform((typed) => typed || null)
    .nullable()
const version = z.int()
const reason = text(300)

/** The alternative carer: who would look after the child if it may not stay. */
const carer = z.strictObject({ name: text(160), relation: optionalText(60), phone: optionalText(40) })
const decided = { decidedOn: civilDate, authority: text(120), document: text(80), documentOn: civilDate.nullable() }

const admissionStep = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('send'), sentOn: civilDate, sentTo: text(120) }),
  z.strictObject({ act: z.literal('admit'), ...decided, enteredOn: civilDate.nullable() }),
  z
    .strictObject({ act: z.literal('deny'), ...decided, reasons: text(600), reviewOn: civilDate })
    .refine((step) => step.reviewOn > step.decidedOn, { path: ['reviewOn'] }),
  z.strictObject({ act: z.literal('withdraw'), reason }),
  z.strictObject({ act: z.literal('review'), reason }),
  z.strictObject({ act: z.literal('enter'), enteredOn: civilDate }),
  z.strictObject({ act: z.literal('enter-at-once'), enteredOn: civilDate, reason }),
])
export type AdmissionStep = z.output<typeof admissionStep>

const inOrder = (input: { fromDay: string; untilDay: string | null }): boolean =>
  input.untilDay === null || input.untilDay >= input.fromDay
const UNTIL_PATH = { path: ['untilDay'] }
export const childFileContract = {
  'children.requestAdmission': change({
    who: CHILDREN,
    input: z.strictObject({
      childId: id,
      requestedOn: civilDate,
      reason,
      carer: carer.nullable(),
      /** An emergency admission: lives here from this day, before anybody decided. */
      enteredOn: civilDate.nullable(),
    }),
    output: z.strictObject({ id }),
    refusals: ['unknown-child', 'admission-open-already', 'child-lives-here', 'day-in-the-future', 'before-admission'],
  }),
  'children.stepAdmission': change({
    who: CHILDREN,
    input: z.strictObject({ id, version, step: admissionStep }),
    output: z.null(),
    refusals: [
      'stale',
      'unknown-admission',
      'admission-act-impossible',
      'admission-open-already',
      'entered-already',
      'lives-here-needs-decision',
      'day-in-the-future',
      'before-request',
      'before-admission',
    ],
  }),
  /** The dictamen of a child who lives here already, written down afterwards. */
  'children.recordAdmission': change({
    who: CHILDREN,
    input: z.strictObject({ childId: id, requestedOn: civilDate, ...decided, carer: carer.nullable() }),
    output: z.strictObject({ id }),
    refusals: [
      'unknown-child',
      'admission-open-already',
      'admission-recorded-already',
      'child-lives-outside',
      'day-in-the-future',
      'before-request',
    ],
  }),
  'children.setCustody': change({
    who: CHILDREN,
    input: z.strictObject({
      id,
      version,
      custody: z.enum(['mother', 'shared', 'state', 'unknown']),
      note: optionalText(300),
      reason,
    }),
    output: z.null(),
    refusals: ['stale', 'unknown-child', 'nothing-changed'],
  }),
  'children.addMeasure': change({
    who: CHILDREN,
    input: z.strictObject({ childId: id, ...measureFacts }).refine(inOrder, UNTIL_PATH),
    output: z.strictObject({ id }),
    refusals: ['unknown-child', 'measure-listed-already'],
  }),
  'children.alterMeasure': change({
    who: CHILDREN,
    input: z.strictObject({ id, version, ...measureFacts, reason }).refine(inOrder, UNTIL_PATH),
    output: z.null(),
    refusals: ['stale', 'unknown-measure', 'nothing-changed'],
  }),
  /** The mother does not keep custody: the hours of the rule begin to run. */
  'children.startClock': change({
    who: CHILDREN,
    input: z.strictObject({ childId: id, beganOn: civilDate, beganAt: clockTime, reason }),
    output: z.strictObject({ id }),
    refusals: ['unknown-child', 'clock-runs-already', 'child-lives-outside', 'day-in-the-future', 'time-in-the-future'],
  }),
  'children.tellAuthority': change({
    who: CHILDREN,
    input: z.strictObject({
      clockId: id,
      authority: text(120),
      person: optionalText(120),
      toldOn: civilDate,
      toldAt: clockTime,
      note: optionalText(300),
    }),
    output: z.null(),
    refusals: ['unknown-clock', 'day-in-the-future', 'time-in-the-future'],
  }),
  /** Closed by the hand-over record, or because the mother keeps the child after all. */
  'children.closeClock': change({
    who: CHILDREN,
    input: z
      .strictObject({
        id,
        version,
        kind: z.enum(['handed-over', 'mother-keeps']),
        closedOn: civilDate,
        closedAt: clockTime,
        handedTo: optionalText(160),
        document: optionalText(80),
        note: optionalText(300),
      })
      .refine((input) => input.kind === 'mother-keeps' || (input.handedTo !== null && input.document !== null), {
        path: ['document'],
      }),
    output: z.null(),
    refusals: ['stale', 'unknown-clock', 'day-in-the-future', 'time-in-the-future', 'before-clock'],
  }),
  'children.askExtension': change({
    who: CHILDREN,
    input: z.strictObject({ childId: id, askedOf: text(120), askedOn: civilDate, reason }),
    output: z.strictObject({ id }),
    refusals: ['unknown-child', 'child-lives-outside', 'extension-asked-already', 'day-in-the-future'],
  }),
  'children.decideExtension': change({
    who: CHILDREN,
    input: z.strictObject({
      id,
      version,
      decision: z.discriminatedUnion('state', [
        z.strictObject({
          state: z.literal('granted'),
          decidedBy: text(120),
          decidedOn: civilDate,
          document: text(80),
          untilDay: civilDate,
          note: optionalText(300),
        }),
        z.strictObject({
          state: z.literal('denied'),
          decidedBy: text(120),
          decidedOn: civilDate,
          document: optionalText(80),
          note: optionalText(300),
        }),
        z.strictObject({ state: z.literal('withdrawn'), note: text(300) }),
      ]),
    }),
    output: z.null(),
    refusals: [
      'stale',
      'unknown-extension',
      'extension-decided-already',
      'day-in-the-future',
      'before-request',
      'until-before-limit',
    ],
  }),
  /** The hand-over record, to be signed; its folio is what leaving and the clock ask for. */
  'children.printHandover': issue({
    who: CHILDREN,
    input: z.strictObject({
      id,
      day: civilDate,
      cause: z.enum(DEPARTURE_CAUSES),
      handedTo: optionalText(160),
      relation: optionalText(60),
      document: optionalText(80),
      phone: optionalText(40),
      place: optionalText(120),
    }),
    output: issuedPaper,
    refusals: ['stale', 'unknown-child'],
  }),
}
