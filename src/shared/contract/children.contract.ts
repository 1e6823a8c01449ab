/**
 * Channels of the children who live here with their mothers, and of the adults who may or may not collect them. Only
 * the director, the coordinator and the mother-child lead read them; each read of a child's record is audited.
 */
import { z } from 'zod'
import { civilDate, clockTime } from '../kernel/civil-date'
import { id } from '../kernel/ids'
import { CHILDREN } from '../kernel/roles'
import { change, read } from './define'
import { admission, childEvent, custodyClock, departure, departureFacts, extension, measure } from './child-standing'
import { birthFits, birthPrecision, curpWarning } from './people.contract'

const text = (max: number) => z.string().trim().min(1).max(max)
const optionalText = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .transform((typed) => typed || null)
    .nullable()
const reason = text(300)
const BIRTH_PATH = { path: ['facts', 'birthDate'] }
const HERE_PATH = { path: ['facts', 'livesHereFrom'] }

export const childSex = z.enum(['M', 'H', 'X'])

/** Lives here (or did, until a day), or is one of a woman's children outside. */
export const CHILD_KINDS = ['here', 'outside'] as const
/** How a child came to live here. */
export const CAME = ['born-here', 'with-mother', 'later'] as const
/** Who has custody; `state` means that an authority has it. */
export const CUSTODIES = ['mother', 'shared', 'state', 'unknown'] as const
export const custody = z.enum(CUSTODIES)

/** Where a child lives outside, with whom, and when mother and child last heard of one another. */
export const outsideFacts = z.strictObject({
  place: optionalText(120),
  with: optionalText(160),
  phone: optionalText(40),
  lastContactOn: civilDate.nullable(),
  lastContactHow: optionalText(120),
})
export type OutsideFacts = z.output<typeof outsideFacts>
const keptOutside = z.strictObject({
  place: z.string().nullable(),
  with: z.string().nullable(),
  phone: z.string().nullable(),
  lastContactOn: civilDate.nullable(),
  lastContactHow: z.string().nullable(),
})

const childFacts = z.strictObject({
  surname1: text(80),
  surname2: optionalText(80),
  givenNames: text(120),
  sex: childSex.nullable(),
  birthDate: civilDate.nullable(),
  birthPrecision,
  curp: optionalText(24),
  livesHereFrom: civilDate.nullable(),
  /** Null while nobody has written down how the child came to live here. */
  came: z.enum(CAME).nullable().default(null),
})
export type ChildFacts = z.output<typeof childFacts>
const keptFacts = z.strictObject({
  ...childFacts.shape,
  surname2: z.string().nullable(),
  curp: z.string().nullable(),
})

/** How a child stands against the center's age limit on a day. */
export const ageFacts = z.strictObject({
  /** Completed months; null while the birth date is unknown. */
  months: z.int().nullable(),
  limitDay: civilDate.nullable(),
  /** Negative once the limit has passed. */
  daysToLimit: z.int().nullable(),
  state: z.enum(['over', 'soon', 'within', 'unknown']),
  approximate: z.boolean(),
  /** Where an extension of the limit stands: a record beside the limit, which itself never changes. */
  extension: z.enum(['none', 'asked', 'granted', 'lapsed', 'denied']),
  /** Last day of the extension granted last. */
  extendedUntil: civilDate.nullable(),
})
export type AgeFacts = z.output<typeof ageFacts>

const mother = z.strictObject({
  id,
  surname1: z.string(),
  surname2: z.string().nullable(),
  givenNames: z.string(),
  chosenName: z.string().nullable(),
  fileNumber: z.string(),
  dormitory: z.string().nullable(),
  here: z.boolean(),
})

export const childRow = z.strictObject({
  id,
  code: z.string(),
  kind: z.enum(CHILD_KINDS),
  surname1: z.string(),
  surname2: z.string().nullable(),
  givenNames: z.string(),
  birthDate: civilDate.nullable(),
  birthPrecision,
  mother,
  outside: keptOutside,
  livesHereFrom: civilDate.nullable(),
  livesHereUntil: civilDate.nullable(),
  age: ageFacts,
  /** Adults who may collect on the day. */
  mayCollect: z.int(),
})
export type ChildRow = z.output<typeof childRow>

const moved = z.strictObject({ day: civilDate, at: clockTime })
const childOuting = z.strictObject({
  id,
  folio: z.string(),
  kind: z.string(),
  reason: z.string(),
  leavesOn: civilDate,
  leavesAt: clockTime,
  returnsOn: civilDate,
  returnsAt: clockTime,
  adultName: z.string(),
  cancelledOn: civilDate.nullable(),
  out: moved.nullable(),
  back: moved.nullable(),
})

const childRecord = z.strictObject({
  id,
  version: z.int(),
  code: z.string(),
  kind: z.enum(CHILD_KINDS),
  facts: keptFacts,
  livesHereUntil: civilDate.nullable(),
  custody,
  custodyNote: z.string().nullable(),
  outside: keptOutside,
  mother,
  age: ageFacts,
  ageLimitMonths: z.int(),
  today: civilDate,
  curpWarnings: z.array(curpWarning),
  outings: z.array(childOuting),
  admissions: z.array(admission),
  extensions: z.array(extension),
  measures: z.array(measure),
  clock: custodyClock.nullable(),
  departures: z.array(departure),
  /** Other children of the same mother. */
  siblings: z.array(
    z.strictObject({
      id,
      code: z.string(),
      givenNames: z.string(),
      months: z.int().nullable(),
      approximate: z.boolean(),
      here: z.boolean(),
    }),
  ),
})
export type ChildRecord = z.output<typeof childRecord>

export const childrenContract = {
  'children.list': read({
    who: CHILDREN,
    input: z.strictObject({
      search: z.string().max(80).default(''),
      presence: z.enum(['here', 'outside', 'left', 'all']).default('here'),
      limit: z.enum(['over', 'over-extended', 'over-bare', 'soon', 'approximate']).optional(),
      /** Ages on another day than today. */
      day: civilDate.optional(),
    }),
    output: z.strictObject({
      rows: z.array(childRow),
      total: z.int(),
      day: civilDate,
      ageLimitMonths: z.int(),
    }),
    refusals: [],
  }),
  /** All children of a woman: those who live here, those outside, those who left. */
  'children.ofMother': read({
    who: CHILDREN,
    audited: 'child.list-read',
    input: z.strictObject({ id }),
    output: z.array(childRow),
    refusals: [],
  }),
  'children.get': read({
    who: CHILDREN,
    audited: 'child.read',
    input: z.strictObject({ id }),
    output: childRecord,
    refusals: ['unknown-child'],
  }),
  'children.register': change({
    who: CHILDREN,
    input: z
      .strictObject({
        motherId: id,
        kind: z.enum(CHILD_KINDS).default('here'),
        facts: childFacts,
        /** Of a child outside. */
        outside: outsideFacts.nullable().default(null),
      })
      .refine((input) => birthFits(input.facts), BIRTH_PATH)
      .refine((input) => input.kind === 'here' || input.facts.livesHereFrom === null, HERE_PATH),
    output: z.strictObject({ id, code: z.string(), curpWarnings: z.array(curpWarning) }),
    refusals: ['unknown-mother', 'birth-in-future', 'day-in-the-future', 'child-registered-already'],
  }),
  'children.correct': change({
    who: CHILDREN,
    input: z
      .strictObject({ id, version: z.int(), facts: childFacts, reason })
      .refine((input) => birthFits(input.facts), BIRTH_PATH),
    output: z.strictObject({ id, code: z.string(), curpWarnings: z.array(curpWarning) }),
    refusals: [
      'stale',
      'unknown-child',
      'birth-in-future',
      'day-in-the-future',
      'before-admission',
      'nothing-changed',
      'child-lives-outside',
    ],
  }),
  /** Where a child outside lives, with whom, last contact. */
  'children.noteOutside': change({
    who: CHILDREN,
    input: z.strictObject({ id, version: z.int(), outside: outsideFacts }),
    output: z.null(),
    refusals: ['stale', 'unknown-child', 'child-lives-here', 'day-in-the-future', 'nothing-changed'],
  }),
  'children.leave': change({
    who: CHILDREN,
    input: z
      .strictObject({ id, version: z.int(), leftOn: civilDate, ...departureFacts, reason })
      .refine((input) => input.handedTo !== null || ['with-mother', 'death'].includes(input.cause), {
        path: ['handedTo'],
      }),
    output: z.null(),
    refusals: [
      'stale',
      'unknown-child',
      'child-left-already',
      'child-lives-outside',
      'day-in-the-future',
      'before-admission',
    ],
  }),
  /** It was written down wrongly: the child lives here as before. What was written stays, undone, with the reason. */
  'children.takeBackLeaving': change({
    who: CHILDREN,
    input: z.strictObject({ id, version: z.int(), reason }),
    output: z.null(),
    refusals: ['stale', 'unknown-child', 'child-has-not-left'],
  }),
  /** Everything about the child in order of time. */
  'children.timeline': read({
    who: CHILDREN,
    audited: 'child.read',
    input: z.strictObject({ id }),
    output: z.array(childEvent),
    refusals: ['unknown-child'],
  }),
}
