/**
 * Channels of the children who live here with their mothers, and of the adults who may or may not collect them. Only
 * the director, the coordinator and the mother-child lead read them; each read of a child's record is audited.
 */
import { z } from 'zod'
import { civilDate, clockTime } from '../kernel/civil-date'
import { id } from '../kernel/ids'
import { CHILDREN } from '../kernel/roles'
import { change, read } from './define'
import { birthFits, birthPrecision, curpWarning, timelineEntry } from './people.contract'

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

export const childSex = z.enum(['M', 'H', 'X'])

const childFacts = z.strictObject({
  surname1: text(80),
  surname2: optionalText(80),
  givenNames: text(120),
  sex: childSex.nullable(),
  birthDate: civilDate.nullable(),
  birthPrecision,
  curp: optionalText(24),
  livesHereFrom: civilDate.nullable(),
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
  surname1: z.string(),
  surname2: z.string().nullable(),
  givenNames: z.string(),
  birthDate: civilDate.nullable(),
  birthPrecision,
  mother,
  livesHereFrom: civilDate.nullable(),
  livesHereUntil: civilDate.nullable(),
  age: ageFacts,
  /** Adults who may collect on the day. */
  mayCollect: z.int(),
})
export type ChildRow = z.output<typeof childRow>

/** Where an adult stands on a day: may collect, no longer, was never allowed to, or is forbidden by an order. */
export const standing = z.enum(['may', 'ended', 'may-not', 'forbidden'])

const childAdult = z.strictObject({
  id,
  version: z.int(),
  adultId: id,
  adultVersion: z.int(),
  fullName: z.string(),
  document: z.string().nullable(),
  phone: z.string().nullable(),
  relation: z.string(),
  mayCollect: z.boolean(),
  validUntil: civilDate.nullable(),
  forbiddenBy: z.string().nullable(),
  standing,
})
export type ChildAdult = z.output<typeof childAdult>

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
  facts: keptFacts,
  livesHereUntil: civilDate.nullable(),
  mother,
  age: ageFacts,
  ageLimitMonths: z.int(),
  today: civilDate,
  curpWarnings: z.array(curpWarning),
  adults: z.array(childAdult),
  outings: z.array(childOuting),
  timeline: z.array(timelineEntry),
})
export type ChildRecord = z.output<typeof childRecord>

/** What the office says about one adult and one child. */
const authority = {
  relation: text(60),
  mayCollect: z.boolean(),
  validUntil: civilDate.nullable(),
  forbiddenBy: optionalText(120),
}
const adultFacts = { fullName: text(160), document: optionalText(60), phone: optionalText(40) }
/** An order that forbids beats every permission, so the two may not stand together. */
const notBoth = (input: { mayCollect: boolean; forbiddenBy: string | null }): boolean =>
  !(input.mayCollect && input.forbiddenBy)
const AUTHORITY_PATH = { path: ['forbiddenBy'] }

export const childrenContract = {
  'children.list': read({
    who: CHILDREN,
    input: z.strictObject({
      search: z.string().max(80).default(''),
      presence: z.enum(['here', 'left', 'all']).default('here'),
      limit: z.enum(['over', 'soon', 'approximate']).optional(),
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
  'children.ofMother': read({
    who: CHILDREN,
    input: z.strictObject({ motherId: id }),
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
    input: z.strictObject({ motherId: id, facts: childFacts }).refine((input) => birthFits(input.facts), BIRTH_PATH),
    output: z.strictObject({ id, code: z.string(), curpWarnings: z.array(curpWarning) }),
    refusals: ['unknown-mother', 'birth-in-future', 'day-in-the-future', 'child-registered-already'],
  }),
  'children.correct': change({
    who: CHILDREN,
    input: z
      .strictObject({ id, version: z.int(), facts: childFacts, reason })
      .refine((input) => birthFits(input.facts), BIRTH_PATH),
    output: z.strictObject({ id, code: z.string(), curpWarnings: z.array(curpWarning) }),
    refusals: ['stale', 'unknown-child', 'birth-in-future', 'day-in-the-future', 'before-admission', 'nothing-changed'],
  }),
  'children.leave': change({
    who: CHILDREN,
    input: z.strictObject({ id, version: z.int(), leftOn: civilDate, reason }),
    output: z.null(),
    refusals: ['stale', 'unknown-child', 'child-left-already', 'day-in-the-future', 'before-admission'],
  }),
  'children.adults': read({
    who: CHILDREN,
    input: z.strictObject({ search: z.string().max(80) }),
    output: z.array(
      z.strictObject({ id, ...adultFacts, document: z.string().nullable(), phone: z.string().nullable() }),
    ),
    refusals: [],
  }),
  'children.addAdult': change({
    who: CHILDREN,
    input: z
      .strictObject({
        childId: id,
        /** Somebody already known, or somebody new. */
        adult: z.union([z.strictObject({ id }), z.strictObject(adultFacts)]),
        ...authority,
      })
      .refine(notBoth, AUTHORITY_PATH),
    output: z.strictObject({ id }),
    refusals: ['unknown-child', 'unknown-adult', 'adult-listed-already'],
  }),
  'children.alterAuthority': change({
    who: CHILDREN,
    input: z.strictObject({ id, version: z.int(), ...authority, reason }).refine(notBoth, AUTHORITY_PATH),
    output: z.null(),
    refusals: ['stale', 'unknown-adult', 'nothing-changed'],
  }),
  'children.correctAdult': change({
    who: CHILDREN,
    input: z.strictObject({ id, version: z.int(), ...adultFacts, reason }),
    output: z.null(),
    refusals: ['stale', 'unknown-adult', 'nothing-changed'],
  }),
}
