/** Channels of the decision: met and missing per woman with the rows behind it, results, and what the director let pass. */
import { z } from 'zod'
import { civilDate, clockTime } from '../kernel/civil-date'
import { id } from '../kernel/ids'
import { OFFICE, PLANNERS, type Role } from '../kernel/roles'
import { edition, evaluationResult, missing } from './certificates.contract'
import { change, read } from './define'
import { mark } from './marks'

/** What a director may let pass. */
export const WAIVABLE = [
  'rate-below-minimum',
  'hours-below-minimum',
  'modules-missing',
  'practical-missing',
  'practical-not-passed',
  'tools-open',
] as const
export const waivable = z.enum(WAIVABLE)
export type Waivable = (typeof WAIVABLE)[number]

export const passResult = z.enum(['A', 'NA'])
export type Pass = z.infer<typeof passResult>

/** What is still to come for one woman, and what the edition planned in all for her. */
export interface Outlook {
  /** Sessions planned while she has her place, held or to come; cancelled ones and those she is not expected at aside. */
  readonly planned: number
  /** Of them those that are to come or whose roll is not in. */
  readonly ahead: number
  readonly minutesAhead: number
}

const names = {
  personId: id,
  fileNumber: z.string(),
  surname1: z.string(),
  surname2: z.string().nullable(),
  givenNames: z.string(),
  chosenName: z.string().nullable(),
}

export const criterion = z.strictObject({
  about: z.enum(['end', 'rate', 'hours', 'modules', 'practical', 'tools', 'evaluation']),
  missing: missing.nullable(),
  /** Missing, but let pass by the director. */
  waived: z.boolean(),
})

const exception = z.strictObject({
  id,
  version: z.int(),
  waives: z.array(z.string()),
  reason: z.string(),
  givenOn: civilDate,
  givenBy: z.string().nullable(),
})

/** What is otherwise than it was when her certificate was prepared: sentence `certificates.since.<change>`. */
const since = z.strictObject({
  change: z.enum(['edition-reopened', 'rule-changed', 'figures-changed']),
  preparedOn: civilDate,
  issued: z.boolean(),
  /** What was and what is, by the names of `certificates.since.what.<name>`. */
  what: z.array(z.strictObject({ name: z.string(), was: z.string(), is: z.string() })),
})

export const decisionRow = z.strictObject({
  ...names,
  left: z.boolean(),
  attended: z.int(),
  counted: z.int(),
  /** Sessions planned while she has her place, held or to come; those of them still to come. */
  planned: z.int(),
  ahead: z.int(),
  minutes: z.int(),
  modulesPassed: z.int(),
  practical: passResult.nullable(),
  evaluation: evaluationResult.nullable(),
  criteria: z.array(criterion),
  decided: z.boolean(),
  earned: z.boolean(),
  /** Whether rate and hours can be met if she comes to all that is left; null where nothing is left. */
  reachable: z.boolean().nullable(),
  /** How many of those left she may still miss. */
  maySpare: z.int().nullable(),
  exception: exception.nullable(),
  since: since.nullable(),
})
export type DecisionRow = z.infer<typeof decisionRow>

const resultCell = z.strictObject({ result: evaluationResult, version: z.int() })

/** What a result is of: the course as a whole, its practical assessment, or a module. */
export const resultOf = z.union([z.enum(['final', 'practical']), id])

/** Who lets something pass that the rule asks for. */
const EXCEPTIONS: readonly Role[] = ['director']

const ofGroup = ['unknown-edition', 'sensitive-group'] as const

export const decisionsContract = {
  'certificates.decisions': read({
    who: OFFICE,
    input: z.strictObject({ editionId: id }),
    output: z.strictObject({
      edition,
      /** Day from which the version of the workshop's rule holds that it took; null: it has its own. */
      ruleFrom: civilDate.nullable(),
      modules: z.array(z.strictObject({ id, title: z.string(), minutes: z.int() })),
      /** Who outside recognises the course; null: nobody, and no paper may say so. */
      registration: z
        .strictObject({
          body: z.string(),
          number: z.string(),
          standard: z.string().nullable(),
        })
        .nullable(),
      openTools: z.array(z.strictObject({ sessionId: id, day: civilDate })),
      women: z.array(decisionRow),
    }),
    refusals: ofGroup,
  }),
  /** The rows behind one woman's figures. Never the reason of an absence: it may be her health. */
  'certificates.behind': read({
    who: OFFICE,
    input: z.strictObject({ editionId: id, personId: id }),
    output: z.strictObject({
      sessions: z.array(
        z.strictObject({
          id,
          day: civilDate,
          startsAt: clockTime,
          endsAt: clockTime,
          mark: mark.nullable(),
          /** Minutes of it that are credited to her. */
          minutes: z.int(),
          cancelled: z.boolean(),
          /** She has no place that day, or was not expected. */
          away: z.boolean(),
          module: z.string().nullable(),
          /** The mark was another when the sheet was first keyed. */
          corrected: z.boolean(),
        }),
      ),
      modules: z.array(z.strictObject({ id, title: z.string(), minutes: z.int(), result: passResult.nullable() })),
    }),
    refusals: [...ofGroup, 'not-a-candidate'],
  }),
  /** The grid in which results are keyed: women down, modules across. */
  'certificates.results': read({
    who: OFFICE,
    input: z.strictObject({ editionId: id }),
    output: z.strictObject({
      edition,
      closed: z.boolean(),
      modules: z.array(z.strictObject({ id, title: z.string(), minutes: z.int() })),
      women: z.array(
        z.strictObject({
          ...names,
          left: z.boolean(),
          /** Fixed with the certificate that was issued on them. */
          folio: z.string().nullable(),
          /** By module id, `practical` and `final`. */
          results: z.record(z.string(), resultCell),
        }),
      ),
    }),
    refusals: ofGroup,
  }),
  'certificates.keyResults': change({
    who: PLANNERS,
    input: z.strictObject({
      editionId: id,
      cells: z
        .array(
          z.strictObject({
            personId: id,
            of: resultOf,
            /** Null: no result any more. */
            result: evaluationResult.nullable(),
            /** The version seen; null if there was no result. */
            version: z.int().nullable(),
          }),
        )
        .min(1)
        .max(2000),
    }),
    output: z.strictObject({ batchId: id, written: z.int() }),
    refusals: [
      ...ofGroup,
      'not-a-candidate',
      'unknown-module',
      'result-only-final',
      'certificate-already-issued',
      'stale',
    ],
  }),
  'certificates.giveException': change({
    who: EXCEPTIONS,
    input: z.strictObject({
      editionId: id,
      personId: id,
      waives: z.array(waivable).min(1).max(WAIVABLE.length),
      reason: z.string().trim().min(10).max(500),
    }),
    output: z.strictObject({ id }),
    refusals: [
      ...ofGroup,
      'not-a-candidate',
      'certificate-already-issued',
      'edition-not-ended',
      'nothing-to-waive',
      'exception-stands',
    ],
  }),
  'certificates.withdrawException': change({
    who: EXCEPTIONS,
    input: z.strictObject({ id, version: z.int(), note: z.string().trim().min(3).max(300) }),
    output: z.null(),
    refusals: ['unknown-exception', 'sensitive-group', 'certificate-already-issued', 'stale'],
  }),
}
