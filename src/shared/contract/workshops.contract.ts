/** Channels of the catalog: workshops with their modules, requirements, kit and certificate rules; rooms, instructors. */
import { z } from 'zod'
import { civilDate } from '../kernel/civil-date'
import { id } from '../kernel/ids'
import { OFFICE, PLANNERS, type Role } from '../kernel/roles'
import { change, read } from './define'

const text = (max: number) => z.string().trim().min(1).max(max)

/** How a session is arranged for the children of those who come. */
export const CARES = ['children-welcome', 'childcare', 'mother-arranges'] as const
export const care = z.enum(CARES)
export type Care = z.infer<typeof care>

/** From the lowest; each holds those before it. */
export const SCHOOLING_LEVELS = ['reads', 'primary', 'secondary', 'high-school', 'higher'] as const
export type SchoolingLevel = (typeof SCHOOLING_LEVELS)[number]

const count = (most: number) =>
  z
    .string()
    .regex(/^[1-9]\d?$/)
    .refine((value) => Number(value) <= most)

/** A soft rule of entry; what its value means is told by its kind. */
export const requirement = z.discriminatedUnion('kind', [
  /** At least. */
  z.strictObject({ kind: z.literal('schooling'), value: z.enum(SCHOOLING_LEVELS) }),
  z.strictObject({ kind: z.literal('prior-workshop'), value: id }),
  z.strictObject({ kind: z.literal('prior-module'), value: id }),
  /** Open places elsewhere must be fewer. */
  z.strictObject({ kind: z.literal('max-places'), value: count(20) }),
  /** Hours a week of all her places, this one included, at most. */
  z.strictObject({ kind: z.literal('max-hours'), value: count(60) }),
  z.strictObject({ kind: z.literal('legal-status'), value: z.enum(['tried', 'sentenced']) }),
  z.strictObject({ kind: z.literal('language'), value: text(40) }),
  /** A mother whose child lives here needs care to be covered. */
  z.strictObject({ kind: z.literal('care'), value: z.literal('') }),
  /** What nothing on file can answer. */
  z.strictObject({ kind: z.literal('to-check'), value: text(160) }),
])
export type Requirement = z.infer<typeof requirement>
export const REQUIREMENT_KINDS = requirement.options.map((option) => option.shape.kind.value)

/** What a certificate may ask for besides attendance and evaluation, and for how many months it holds (null: for good). */
export const ruleAsks = {
  asksModules: z.boolean().default(false),
  asksPractical: z.boolean().default(false),
  /** No count of the group's tools with a difference that nobody has settled. */
  asksTools: z.boolean().default(false),
  validMonths: z.int().min(1).max(120).nullable().default(null),
}
export interface RuleAsks {
  readonly asksModules: boolean
  readonly asksPractical: boolean
  readonly asksTools: boolean
  readonly validMonths: number | null
}

/** What a certificate of the workshop asks for, from a day on. */
export const certificateRule = z.strictObject({
  fromDay: civilDate,
  minRatePercent: z.int().min(0).max(100),
  minHours: z.int().min(1).max(2000).nullable(),
  ...ruleAsks,
})
export type CertificateRule = z.infer<typeof certificateRule>

/**
 * Who outside recognises the course, under which number. Only an institution that may do so makes it official: without
 * this no paper of ours says so (docs/domain.md §2.2). CONOCER's code by its pattern; there is no list to check against.
 */
export const registrationFields = z.strictObject({
  body: text(160),
  number: text(60),
  standard: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^EC\d{4}(\.\d{2})?$/)
    .nullable(),
  registeredOn: civilDate,
})
export type RegistrationFields = z.infer<typeof registrationFields>

/** What the form of a catalog entry holds; a line without an id is new, one that is left out is retired. */
export const workshopFields = z.strictObject({
  title: text(120),
  modules: z
    .array(z.strictObject({ id: id.nullable(), title: text(120), minutes: z.int().min(15).max(60_000) }))
    .max(40),
  requirements: z.array(requirement).max(20),
  kit: z.array(z.strictObject({ id: id.nullable(), tool: text(80), quantity: z.int().min(1).max(999) })).max(60),
})
export type WorkshopFields = z.infer<typeof workshopFields>

/** Who decides what a certificate asks for. */
const RULERS: readonly Role[] = ['director', 'coordinator']

const workshopRow = z.strictObject({
  id,
  title: z.string(),
  axisId: id,
  axis: z.string(),
  modules: z.int(),
  minutes: z.int(),
  tools: z.int(),
  requirements: z.int(),
  editions: z.int(),
  running: z.int(),
  waiting: z.int(),
  rule: certificateRule.nullable(),
})
export type WorkshopRow = z.infer<typeof workshopRow>

/** How planned sessions of a period went for one instructor or one provider. */
const instruction = z.strictObject({
  /** Null for those of no provider. */
  name: z.string().nullable(),
  provider: z.string().nullable(),
  /** Sessions that are over: given by whoever was planned, by a substitute, lost because nobody came, lost otherwise. */
  sessions: z.int(),
  given: z.int(),
  substituted: z.int(),
  missed: z.int(),
  otherwise: z.int(),
  /** Minutes of the sessions that nobody came to give. */
  missedMinutes: z.int(),
})
export type Instruction = z.infer<typeof instruction>

export const workshopsContract = {
  'programs.workshops': read({
    who: OFFICE,
    input: z.strictObject({}),
    output: z.array(workshopRow),
    refusals: [],
  }),
  'programs.workshop': read({
    who: OFFICE,
    input: z.strictObject({ id }),
    output: workshopRow.extend({
      version: z.int(),
      moduleList: z.array(z.strictObject({ id, title: z.string(), minutes: z.int() })),
      requirementList: z.array(requirement),
      kitList: z.array(z.strictObject({ id, tool: z.string(), quantity: z.int() })),
      /** Every version, the one in force and those to come first. */
      rules: z.array(certificateRule),
      /** The latest first; an open one has no end. */
      registrations: z.array(registrationFields.extend({ id, version: z.int(), endsOn: civilDate.nullable() })),
      editionList: z.array(
        z.strictObject({ id, code: z.string(), startsOn: civilDate, endsOn: civilDate, closed: z.boolean() }),
      ),
      /** What a requirement may name: other workshops and their modules. */
      others: z.array(
        z.strictObject({ id, title: z.string(), modules: z.array(z.strictObject({ id, title: z.string() })) }),
      ),
    }),
    refusals: ['unknown-workshop'],
  }),
  'programs.createWorkshop': change({
    who: PLANNERS,
    input: z.strictObject({ axisId: id, title: text(120) }),
    output: z.strictObject({ id }),
    refusals: ['unknown-axis', 'same-workshop'],
  }),
  'programs.changeWorkshop': change({
    who: PLANNERS,
    input: z.strictObject({ id, version: z.int(), fields: workshopFields }),
    output: z.null(),
    refusals: [
      'unknown-workshop',
      'stale',
      'same-workshop',
      'same-module',
      'same-tool',
      'same-requirement',
      'unknown-module',
    ],
  }),
  /** A new version of what certificates ask for. Editions that stand keep the one they took. */
  'programs.addRule': change({
    who: RULERS,
    input: z.strictObject({ id, rule: certificateRule }),
    output: z.null(),
    refusals: ['unknown-workshop', 'rule-in-the-past', 'same-rule-day'],
  }),
  /** Takes back a version that no edition has taken. */
  'programs.dropRule': change({
    who: RULERS,
    input: z.strictObject({ id, fromDay: civilDate }),
    output: z.null(),
    refusals: ['unknown-rule', 'rule-in-use'],
  }),
  /** Enters who recognises the course; one at a time. */
  'programs.register': change({
    who: RULERS,
    input: z.strictObject({ id, fields: registrationFields }),
    output: z.null(),
    refusals: ['unknown-workshop', 'registration-stands', 'day-in-the-future', 'before-last-registration'],
  }),
  /** The registration has ended; what was issued under it stays as it is. */
  'programs.endRegistration': change({
    who: RULERS,
    input: z.strictObject({ id, version: z.int(), endsOn: civilDate }),
    output: z.null(),
    refusals: ['unknown-registration', 'dates-reversed', 'stale'],
  }),
  'programs.resources': read({
    who: OFFICE,
    input: z.strictObject({}),
    output: z.strictObject({
      rooms: z.array(z.strictObject({ id, name: z.string(), active: z.boolean(), editions: z.int() })),
      instructors: z.array(
        z.strictObject({
          id,
          name: z.string(),
          provider: z.string().nullable(),
          clearanceUntil: civilDate.nullable(),
          active: z.boolean(),
          editions: z.int(),
        }),
      ),
    }),
    refusals: [],
  }),
  'programs.changeRoom': change({
    who: PLANNERS,
    input: z.strictObject({ id, name: text(80), active: z.boolean() }),
    output: z.null(),
    refusals: ['unknown-room', 'name-taken'],
  }),
  'programs.changeInstructor': change({
    who: PLANNERS,
    input: z.strictObject({
      id,
      name: text(120),
      provider: text(120).nullable(),
      clearanceUntil: civilDate.nullable(),
      active: z.boolean(),
    }),
    output: z.null(),
    refusals: ['unknown-instructor', 'name-taken'],
  }),
  /** How often whoever was planned came: of one workshop, one edition, or all. */
  'programs.instruction': read({
    who: OFFICE,
    input: z
      .strictObject({
        from: civilDate,
        until: civilDate,
        by: z.enum(['instructor', 'provider']),
        workshopId: id.optional(),
        editionId: id.optional(),
      })
      .refine((input) => input.from <= input.until),
    output: z.array(instruction),
    refusals: [],
  }),
}
