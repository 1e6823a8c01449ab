/** Channels of the women: the list, the record, registering, correcting, and the stays. */
import { z } from 'zod'
import { civilDate, instant } from '../kernel/civil-date'
import { CURP_WARNINGS } from '../kernel/curp'
import { id } from '../kernel/ids'
import { OFFICE, PLANNERS } from '../kernel/roles'
import { change, issue, read } from './define'
import { issuedPaper } from './paper'
import { placeState } from './place-states'
import { leftCause, stayState } from './stays.contract'

const text = (max: number) => z.string().trim().min(1).max(max)
const optionalText = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .transform((typed) => typed || null)
    .nullable()
const reason = text(300)

export const birthPrecision = z.enum(['exact', 'approximate', 'unknown'])
export const legalStatus = z.enum(['tried', 'sentenced'])
export const curpWarning = z.enum(CURP_WARNINGS)

/** A birth date and how far it can be trusted: none if and only if it is unknown. */
export const birthFits = (facts: { birthDate: string | null; birthPrecision: string }): boolean =>
  (facts.birthDate === null) === (facts.birthPrecision === 'unknown')
const BIRTH_PATH = { path: ['birthDate'] }

const personFacts = z.strictObject({
  fileNumber: text(40),
  surname1: text(80),
  surname2: optionalText(80),
  givenNames: text(120),
  chosenName: optionalText(80),
  curp: optionalText(24),
  birthDate: civilDate.nullable(),
  birthPrecision,
  legalStatus: legalStatus.nullable(),
  schooling: optionalText(80),
  language: optionalText(80),
  consents: z.boolean().nullable(),
})
export type PersonFacts = z.output<typeof personFacts>
const keptFacts = z.strictObject({
  ...personFacts.shape,
  surname2: z.string().nullable(),
  chosenName: z.string().nullable(),
  curp: z.string().nullable(),
  schooling: z.string().nullable(),
  language: z.string().nullable(),
})

const names = {
  id,
  surname1: z.string(),
  surname2: z.string().nullable(),
  givenNames: z.string(),
  chosenName: z.string().nullable(),
  fileNumber: z.string(),
}

export const personRow = z.strictObject({
  ...names,
  dormitory: z.string().nullable(),
  legalStatus: legalStatus.nullable(),
  consents: z.boolean().nullable(),
  here: z.boolean(),
  state: stayState,
  admittedOn: civilDate.nullable(),
  leftOn: civilDate.nullable(),
  leftCause: leftCause.nullable(),
  /** While she is away: since when, and when she is expected back. */
  awaySince: civilDate.nullable(),
  backOn: civilDate.nullable(),
  /** While she is expected: on which day. */
  arrivesOn: civilDate.nullable(),
  /** Her intake of this stay was taken. */
  hasIntake: z.boolean(),
})
export type PersonRow = z.output<typeof personRow>

const stay = z.strictObject({
  id,
  admittedOn: civilDate,
  dormitory: z.string().nullable(),
  leftOn: civilDate.nullable(),
  leftCause: leftCause.nullable(),
  version: z.int(),
})

const personPlace = z.strictObject({
  id,
  editionId: id,
  code: z.string(),
  title: z.string(),
  openedOn: civilDate,
  endedOn: civilDate.nullable(),
  endResult: z.string().nullable(),
  /** What it is today: a place that rests is not one she is expected at. */
  state: placeState,
  attended: z.int(),
  counted: z.int(),
  minRatePercent: z.int(),
})

/** One event of a record's history, without what was written: that is for the audit page. */
export const timelineEntry = z.strictObject({
  seq: z.int(),
  at: instant,
  actor: z.string(),
  event: z.string(),
  reason: z.string().nullable(),
  /** The file, where an import wrote the record. */
  fileName: z.string().nullable(),
})
export type TimelineEntry = z.output<typeof timelineEntry>

const personRecord = z.strictObject({
  id,
  version: z.int(),
  facts: keptFacts,
  here: z.boolean(),
  curpWarnings: z.array(curpWarning),
  stays: z.array(stay),
  places: z.array(personPlace),
  waits: z.array(z.strictObject({ id, title: z.string(), requestedOn: civilDate })),
  certificates: z.array(
    z.strictObject({
      id,
      folio: z.string(),
      title: z.string(),
      issuedOn: civilDate,
      deliveredOn: civilDate.nullable(),
      state: z.enum(['issued', 'delivered', 'replaced', 'revoked', 'annulled']),
    }),
  ),
  timeline: z.array(timelineEntry),
})
export type PersonRecord = z.output<typeof personRecord>

export const likeness = z.enum([
  'file-number',
  'curp',
  'name-and-birth-date',
  'name-and-birth-year',
  'name',
  /** A surname missing, a given name more, or another spelling. */
  'near-name',
])
export type Likeness = z.output<typeof likeness>
const lookalike = z.strictObject({
  ...names,
  curp: z.string().nullable(),
  birthDate: civilDate.nullable(),
  birthPrecision,
  /** Of her latest stay; null if she never had one. */
  dormitory: z.string().nullable(),
  admittedOn: civilDate.nullable(),
  leftOn: civilDate.nullable(),
  here: z.boolean(),
  likeness,
})
export type Lookalike = z.output<typeof lookalike>

const registered = z.strictObject({ id, curpWarnings: z.array(curpWarning) })
const factRefusals = ['same-file-number', 'birth-in-future'] as const

export const peopleContract = {
  'people.list': read({
    who: OFFICE,
    input: z.strictObject({
      search: z.string().max(80).default(''),
      presence: z.enum(['here', 'away', 'expected', 'left', 'all']).default('here'),
      dormitory: z.string().max(20).optional(),
      legalStatus: z.enum(['tried', 'sentenced', 'unknown']).optional(),
      consents: z.enum(['yes', 'no', 'unknown']).optional(),
      /** Only those without an intake in the stay that runs. */
      withoutIntake: z.boolean().default(false),
      limit: z.int().min(1).max(5000).optional(),
    }),
    output: z.strictObject({
      rows: z.array(personRow),
      /** All women of the same presence, before the other filters. */
      total: z.int(),
      dormitories: z.array(z.string()),
    }),
    refusals: [],
  }),
  'people.get': read({
    who: OFFICE,
    input: z.strictObject({ id }),
    output: personRecord,
    refusals: ['unknown-person'],
  }),
  'people.lookalikes': read({
    who: PLANNERS,
    input: z.strictObject({
      fileNumber: z.string().max(40),
      surname1: z.string().max(80),
      surname2: z.string().max(80).nullable(),
      givenNames: z.string().max(120),
      chosenName: z.string().max(80).nullable().default(null),
      curp: z.string().max(24).nullable().default(null),
      birthDate: civilDate.nullable(),
      /** The record that is being corrected: she is not her own double. */
      except: id.optional(),
    }),
    output: z.array(lookalike),
    refusals: [],
  }),
  'people.register': change({
    who: PLANNERS,
    input: z
      .strictObject({
        facts: personFacts,
        admittedOn: civilDate,
        dormitory: optionalText(20),
        /** She is not here yet: the day is the one on which she is expected, and she is on no list until then. */
        expected: z.boolean().default(false),
        /** Why she is not the one she looks like. */
        notADuplicate: reason.optional(),
      })
      .refine((input) => birthFits(input.facts), BIRTH_PATH),
    output: registered,
    refusals: [...factRefusals, 'looks-like-another', 'day-in-the-future', 'before-leaving', 'birth-after-admission'],
  }),
  'people.correct': change({
    who: PLANNERS,
    input: z
      .strictObject({ id, version: z.int(), facts: personFacts, reason })
      .refine((input) => birthFits(input.facts), BIRTH_PATH),
    output: registered,
    refusals: [...factRefusals, 'stale', 'unknown-person', 'nothing-changed'],
  }),
  /** Her release or transfer pack. Her children's names are on it only for those who care for them. */
  'people.printPack': issue({
    who: OFFICE,
    input: z.strictObject({ id }),
    output: issuedPaper,
    refusals: ['unknown-person', 'stale'],
  }),
}
