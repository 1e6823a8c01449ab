/** Channels of the office: set-up, sign-in, staff, settings, audit, drafts. */
import { z } from 'zod'
import { civilDate, clockTime, instant } from '../kernel/civil-date'
import { id } from '../kernel/ids'
import { EVERYONE, OFFICE, role } from '../kernel/roles'
import { calendarContract } from './calendar.contract'
import { change, door, read } from './define'
import { officeRulesContract } from './office-rules.contract'
import { officeSigningContract } from './office-signing.contract'

const text = (max: number) => z.string().trim().min(1).max(max)
export const language = z.enum(['es', 'en'])

/** Who signs certificates, and from when until when she holds her post; null or missing: since always, until further notice. */
export const signatory = z
  .strictObject({ name: text(120), post: text(120), from: civilDate.nullish(), until: civilDate.nullish() })
  .refine(({ from, until }) => !from || !until || from <= until)

/** A certificate has room for four. */
const MOST_SIGNING = 4
/** Most that sign on one day: a day on which a term begins, for between them nobody is added. */
const signingAtOnce = (all: readonly z.infer<typeof signatory>[]): number =>
  Math.max(
    0,
    ...['', ...all.map((each) => each.from ?? '')].map(
      (day) => all.filter((each) => (each.from ?? '') <= day && (each.until ?? '9999') >= day).length,
    ),
  )

/** The center's settings, as in `centro.json` and on the settings page. */
export const centerSettings = z.strictObject({
  code: z.string().regex(/^[A-Z0-9]{2,8}$/),
  name: text(160),
  municipality: text(120),
  state: text(120),
  issuer: text(160),
  issuerContact: z.string().trim().max(240),
  timezone: text(60),
  paper: z.enum(['letter', 'oficio']),
  dormitoryWord: z.enum(['dormitorio', 'estancia']),
  ageLimitMonths: z.int().min(1).max(216),
  idleMinutes: z.int().min(1).max(60),
  lateGraceMinutes: z.int().min(0).max(240),
  /** With those whose term has ended or is to come. */
  signatories: z
    .array(signatory)
    .max(24)
    .refine((all) => signingAtOnce(all) <= MOST_SIGNING),
  outingAuthorisations: z.array(text(60)).min(1).max(8),
  hqRecipients: z.array(z.string().startsWith('age1')).max(4),
})
export type CenterSettings = z.infer<typeof centerSettings>

export const me = z.strictObject({ id, name: z.string(), role, language })
export type Me = z.infer<typeof me>

const newStaff = z.strictObject({ name: text(80), role, password: z.string().max(200) })
const passwordRefusals = ['password-short', 'password-simple', 'password-has-name'] as const
/** Why the strongroom stays shut; each has its sentence under `refusal.<code>`. */
export const SHUT_REASONS = [
  'wrong-name-or-password',
  'wait',
  'wrong-recovery-key',
  'vault-damaged',
  'database-damaged',
  'database-missing',
  'database-in-use',
  'folder-not-writable',
  'disk-full',
  'schema-newer',
  'migration-failed',
] as const
export type ShutReason = (typeof SHUT_REASONS)[number]

export const auditEntry = z.strictObject({
  seq: z.int(),
  at: instant,
  actor: z.string(),
  event: z.string(),
  subjectType: z.string(),
  subjectId: z.string().nullable(),
  before: z.string().nullable(),
  after: z.string().nullable(),
  reason: z.string().nullable(),
})

export const officeContract = {
  ...officeRulesContract,
  ...officeSigningContract,
  ...calendarContract,
  'office.status': door({
    who: 'anyone',
    input: z.strictObject({}),
    output: z.strictObject({
      state: z.enum(['empty', 'locked', 'open']),
      me: me.nullable(),
      host: z.enum(['electron', 'browser', 'headless']),
      version: z.string(),
    }),
    refusals: [],
  }),
  'office.newRecovery': door({
    who: 'anyone',
    input: z.strictObject({}),
    output: z.strictObject({ identity: z.string(), recipient: z.string() }),
    refusals: [],
  }),
  'office.setUp': door({
    who: 'anyone',
    input: z.strictObject({
      center: centerSettings,
      staff: z.array(newStaff).min(2).max(10),
      recoveryRecipient: z.string(),
      /** Only if it was made here: printed on the recovery sheet, then forgotten. */
      recoveryIdentity: z.string().optional(),
      language: language.default('es'),
    }),
    output: z.strictObject({ recoverySheet: z.base64().nullable() }),
    refusals: [
      ...passwordRefusals,
      ...SHUT_REASONS,
      'already-set-up',
      'bad-recipient',
      'same-name',
      'no-director',
      'bad-timezone',
    ],
  }),
  'office.signIn': door({
    who: 'anyone',
    input: z.strictObject({ name: text(80), password: z.string().max(200) }),
    output: me,
    refusals: [...SHUT_REASONS, 'not-set-up'],
  }),
  'office.lock': door({ who: 'anyone', input: z.strictObject({}), output: z.null(), refusals: [] }),
  'office.stillHere': door({ who: 'anyone', input: z.strictObject({}), output: z.null(), refusals: [] }),
  'office.stop': door({ who: 'anyone', input: z.strictObject({}), output: z.null(), refusals: [] }),
  'office.recover': door({
    who: 'anyone',
    input: z.strictObject({ identity: z.string().trim(), name: text(80), password: z.string().max(200) }),
    output: me,
    refusals: [...passwordRefusals, ...SHUT_REASONS, 'not-set-up', 'unknown-staff'],
  }),
  /** Day and clock time at the center: the page never trusts the PC's own zone. */
  'office.today': read({
    who: EVERYONE,
    input: z.strictObject({}),
    output: z.strictObject({ today: civilDate, time: clockTime }),
    refusals: [],
  }),
  'office.settings': read({
    who: EVERYONE,
    input: z.strictObject({}),
    output: centerSettings.extend({ version: z.int() }),
    refusals: [],
  }),
  'office.changeSettings': change({
    who: ['director', 'coordinator'],
    input: z.strictObject({ version: z.int(), settings: centerSettings }),
    output: centerSettings.extend({ version: z.int() }),
    refusals: ['stale', 'bad-recipient', 'code-fixed', 'bad-timezone'],
  }),
  'office.staff': read({
    who: OFFICE,
    input: z.strictObject({}),
    output: z.array(
      z.strictObject({
        id,
        name: z.string(),
        role,
        suspendedAt: instant.nullable(),
        version: z.int(),
        lastSignIn: instant.nullable(),
      }),
    ),
    refusals: [],
  }),
  'office.addStaff': change({
    who: ['director'],
    input: newStaff,
    output: z.strictObject({ id }),
    refusals: [...passwordRefusals, 'same-name'],
  }),
  'office.changeRole': change({
    who: ['director'],
    input: z.strictObject({ id, version: z.int(), role, reason: text(300) }),
    output: z.null(),
    refusals: ['stale', 'unknown-staff', 'last-director'],
  }),
  'office.suspendStaff': change({
    who: ['director'],
    input: z.strictObject({ id, version: z.int(), reason: text(300) }),
    output: z.null(),
    refusals: ['stale', 'unknown-staff', 'last-director', 'not-yourself'],
  }),
  'office.readmitStaff': change({
    who: ['director'],
    input: z.strictObject({ id, version: z.int(), reason: text(300) }),
    output: z.null(),
    refusals: ['stale', 'unknown-staff'],
  }),
  'office.changePassword': change({
    who: EVERYONE,
    input: z.strictObject({ current: z.string().max(200), next: z.string().max(200) }),
    output: z.null(),
    refusals: [...passwordRefusals, 'wrong-name-or-password', 'wait'],
  }),
  'office.setLanguage': change({
    who: EVERYONE,
    input: z.strictObject({ language }),
    output: z.null(),
    refusals: [],
  }),
  'office.audit': read({
    who: ['director', 'coordinator'],
    input: z.strictObject({
      from: civilDate.optional(),
      until: civilDate.optional(),
      actor: z.string().max(80).optional(),
      event: z.string().max(80).optional(),
      subjectId: z.string().max(80).optional(),
      before: z.int().optional(),
    }),
    output: z.strictObject({ entries: z.array(auditEntry), total: z.int(), more: z.boolean() }),
    refusals: [],
  }),
  'office.verifyAudit': read({
    who: ['director', 'coordinator'],
    input: z.strictObject({}),
    output: z.strictObject({ size: z.int(), head: z.string(), brokenAt: z.int().nullable() }),
    refusals: [],
  }),
  'office.draft': read({
    who: EVERYONE,
    input: z.strictObject({ form: text(120) }),
    output: z.strictObject({ content: z.string(), savedAt: instant }).nullable(),
    refusals: [],
  }),
  'office.saveDraft': change({
    who: EVERYONE,
    untraced: true,
    input: z.strictObject({ form: text(120), content: z.string().max(200_000) }),
    output: z.null(),
    refusals: [],
  }),
  'office.dropDraft': change({
    who: EVERYONE,
    untraced: true,
    input: z.strictObject({ form: text(120) }),
    output: z.null(),
    refusals: [],
  }),
}
