/** Channels of what a woman agreed to, purpose by purpose (LFPDPPP: express, written, to be taken back at any time). */
import { z } from 'zod'
import { civilDate } from '../kernel/civil-date'
import { id } from '../kernel/ids'
import { OFFICE, type Role } from '../kernel/roles'
import { change, issue, read } from './define'
import { issuedPaper } from './paper'

/**
 * - `participation`: the participation agreement and the office's own file;
 * - `headquarters`: her rows, without her name, in the monthly bundle;
 * - `photo`: photographs of her or her work;
 * - `named`: her name on papers that others read (exhibitions, thanks, catalogues);
 * - `follow-up`: to be called after she leaves.
 */
export const PURPOSES = ['participation', 'headquarters', 'photo', 'named', 'follow-up'] as const
export const purpose = z.enum(PURPOSES)
export type Purpose = z.output<typeof purpose>
export const CONSENT_STATES = ['yes', 'no', 'withdrawn', 'register-yes', 'register-no', 'unknown'] as const
const how = z.enum(['signature', 'thumbprint'])

const consentRow = z.strictObject({
  id,
  version: z.int(),
  answer: z.enum(['yes', 'no']),
  answeredOn: civilDate,
  how,
  readAloud: z.boolean(),
  folio: z.string(),
  withdrawnOn: civilDate.nullable(),
  withdrawnNote: z.string().nullable(),
})
export type ConsentRow = z.output<typeof consentRow>

export const purposeState = z.strictObject({
  purpose,
  /** `register-…`: nothing but the register's column says so; there is no paper of it. */
  state: z.enum(CONSENT_STATES),
  current: consentRow.nullable(),
  past: z.array(consentRow),
})
export type PurposeState = z.output<typeof purposeState>

const WRITERS: readonly Role[] = ['director', 'coordinator', 'axis-lead', 'mother-child', 'mental-health']

export const consentsContract = {
  'people.consents': read({
    who: OFFICE,
    input: z.strictObject({ id }),
    output: z.array(purposeState),
    refusals: ['unknown-person'],
  }),
  /** What one signed paper says: an answer for each purpose that it asks for. */
  'people.recordConsents': change({
    who: WRITERS,
    input: z.strictObject({
      personId: id,
      answers: z
        .array(z.strictObject({ purpose, answer: z.enum(['yes', 'no']) }))
        .min(1)
        .max(PURPOSES.length),
      answeredOn: civilDate,
      how,
      readAloud: z.boolean(),
      folio: z.string().trim().min(1).max(40),
    }),
    output: z.null(),
    refusals: ['unknown-person', 'day-in-the-future', 'purpose-twice', 'folio-of-another', 'before-last-answer'],
  }),
  /** Taking back needs no reason of hers; the note is the office's. */
  'people.withdrawConsent': change({
    who: WRITERS,
    input: z.strictObject({
      id,
      version: z.int(),
      withdrawnOn: civilDate,
      note: z.string().trim().max(300).default(''),
    }),
    output: z.null(),
    refusals: ['stale', 'unknown-consent', 'consent-not-given', 'day-in-the-future', 'before-last-answer'],
  }),
  'people.printConsentForm': issue({
    who: WRITERS,
    input: z.strictObject({ id }),
    output: issuedPaper,
    refusals: ['unknown-person', 'stale'],
  }),
}
