/** Channels of the month and its bundle, and of the backups. */
import { z } from 'zod'
import { civilMonth, instant } from '../kernel/civil-date'
import { id } from '../kernel/ids'
import { EVERYONE, OFFICE } from '../kernel/roles'
import { door, issue, read } from './define'
import { issuedPaper } from './paper'

/** Who may let data leave the center. */
const SENDERS = ['director', 'coordinator'] as const

const counted = z.strictObject({ code: z.string(), count: z.int() })

export const monthFigures = z.strictObject({
  period: civilMonth,
  /** True once the last day has passed. */
  over: z.boolean(),
  women: z.strictObject({ atStart: z.int(), admitted: z.int(), left: z.array(counted), atEnd: z.int() }),
  sessions: z.strictObject({
    planned: z.int(),
    held: z.int(),
    /** By cause, `none` where nobody wrote one. */
    cancelled: z.array(counted.extend({ minutes: z.int() })),
    withoutRoll: z.int(),
    ahead: z.int(),
    heldMinutes: z.int(),
  }),
  marks: z.array(counted),
  axes: z.array(
    z.strictObject({ id, name: z.string(), held: z.int(), cancelled: z.int(), attended: z.int(), absent: z.int() }),
  ),
  certificates: z.int(),
  outings: z.strictObject({
    planned: z.int(),
    made: z.int(),
    late: z.int(),
    cancelled: z.int(),
    notMade: z.int(),
    stillOut: z.int(),
  }),
})
export type MonthFigures = z.infer<typeof monthFigures>

const bundleRow = z.strictObject({
  period: civilMonth,
  sequence: z.int(),
  fileName: z.string(),
  sha256: z.string(),
  bytes: z.int(),
  contentsSha256: z.string(),
  supplementOf: z.int().nullable(),
  auditSize: z.int(),
  auditHead: z.string(),
  exportedAt: instant,
  exportedBy: z.string().nullable(),
})

const stick = [
  'stick-read-only',
  'stick-forbidden',
  'stick-full',
  'stick-gone',
  'stick-failed',
  'stick-read-back-differs',
  'file-name-taken',
] as const

const backup = z.strictObject({ name: z.string(), madeAt: instant, bytes: z.int() })

export const bundlesContract = {
  'bundles.month': read({
    who: OFFICE,
    input: z.strictObject({ period: civilMonth }),
    output: monthFigures,
    refusals: [],
  }),
  'bundles.chooseFolder': read({
    who: SENDERS,
    input: z.strictObject({}),
    /** Null if she closed the dialog. The token stands for the folder, whose path stays in main. */
    output: z
      .strictObject({ token: id, label: z.string(), writable: z.boolean(), freeBytes: z.int().nullable() })
      .nullable(),
    refusals: stick,
  }),
  'bundles.preview': read({
    who: SENDERS,
    input: z.strictObject({ period: civilMonth }),
    output: z.strictObject({
      period: civilMonth,
      over: z.boolean(),
      sequence: z.int(),
      fileName: z.string(),
      supplementOf: z.int().nullable(),
      /** Women of the month whose rows stay here because they did not agree that they leave. */
      withheld: z.int(),
      recipients: z.array(z.strictObject({ recipient: z.string(), fingerprint: z.string() })),
      tables: z.array(
        z.strictObject({
          name: z.string(),
          rows: z.int(),
          columns: z.array(
            z.strictObject({
              name: z.string(),
              kind: z.string(),
              why: z.string(),
              /** Every value of a column that people type in, so that she sees with her own eyes that it names nobody. */
              values: z.array(z.string()).nullable(),
            }),
          ),
        }),
      ),
    }),
    refusals: ['period-ahead'],
  }),
  'bundles.export': issue({
    who: SENDERS,
    input: z.strictObject({ period: civilMonth, folder: id }),
    output: bundleRow,
    refusals: [...stick, 'period-ahead', 'no-recipients', 'folder-unknown', 'stale'],
  }),
  'bundles.list': read({
    who: OFFICE,
    input: z.strictObject({}),
    output: z.array(bundleRow),
    refusals: [],
  }),
  'bundles.publicKey': read({
    who: OFFICE,
    input: z.strictObject({}),
    output: z.strictObject({
      /** Text of the `minisign.pub` that headquarters keeps. */
      text: z.string(),
      line: z.string(),
      keyId: z.string(),
      audit: z.strictObject({ size: z.int(), head: z.string() }),
    }),
    refusals: [],
  }),
  'bundles.cover': issue({
    who: SENDERS,
    input: z.strictObject({}),
    output: issuedPaper,
    refusals: ['stale'],
  }),
  'bundles.backupStatus': read({
    who: EVERYONE,
    input: z.strictObject({}),
    output: z.strictObject({
      latest: backup.nullable(),
      /** Whole hours since the last good one. */
      hours: z.int().nullable(),
      /** Whole minutes since the last good one. */
      minutes: z.int().nullable(),
      due: z.boolean(),
      count: z.int(),
    }),
    refusals: [],
  }),
  'bundles.backupNow': issue({
    who: EVERYONE,
    input: z.strictObject({}),
    output: backup,
    refusals: ['disk-full', 'folder-not-writable', 'backup-failed'],
  }),
  'bundles.backups': door({
    who: 'anyone',
    input: z.strictObject({}),
    output: z.array(backup),
    refusals: [],
  }),
  'bundles.restore': door({
    who: 'anyone',
    input: z.strictObject({
      backup: z.string().max(60),
      /** Either a name and password that open the backup's own vault, or the recovery key. */
      proof: z.union([
        z.strictObject({ name: z.string().trim().min(1).max(80), password: z.string().max(200) }),
        z.strictObject({ identity: z.string().trim().min(1).max(400) }),
      ]),
    }),
    output: z.strictObject({ restored: backup, setAside: z.string() }),
    refusals: [
      'unknown-backup',
      'backup-damaged',
      'restore-not-allowed',
      'wrong-name-or-password',
      'wait',
      'wrong-recovery-key',
      'vault-damaged',
      'database-in-use',
      'folder-not-writable',
      'disk-full',
      'schema-newer',
      'migration-failed',
      'database-damaged',
      'database-missing',
    ],
  }),
}
