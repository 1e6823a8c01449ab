/** Channels of imports: spreadsheets in, dry run first, one batch per file, undo. */
import { z } from 'zod'
import { instant } from '../kernel/civil-date'
import { id } from '../kernel/ids'
import { change, issue, read } from './define'

export const IMPORT_KINDS = [
  'people',
  'programs',
  'calendar',
  'children',
  'adults',
  'waiting',
  'outings',
  'attendance',
] as const
export const importKind = z.enum(IMPORT_KINDS)
export type ImportKind = (typeof IMPORT_KINDS)[number]

export const LEVELS = ['ready', 'doubtful', 'rejected', 'unchanged'] as const
export const level = z.enum(LEVELS)
export type Level = (typeof LEVELS)[number]

/** Why a row is not simply ready: sentence under `imports.reason.<code>`. */
export const reason = z.strictObject({
  code: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type Reason = z.infer<typeof reason>

export const importRow = z.strictObject({
  /** `sheet:row`, by which a doubtful row is ticked. */
  key: z.string(),
  row: z.int(),
  level,
  label: z.string(),
  reasons: z.array(reason),
  /** True if confirming writes something of this row. */
  written: z.boolean(),
  /** True if the row is written only when ticked. */
  canChoose: z.boolean(),
})
export type ImportRow = z.infer<typeof importRow>

export const importSheet = z.strictObject({
  name: z.string(),
  /** Null: its headers are none that we know; the sheet is left alone. */
  kind: importKind.nullable(),
  rows: z.array(importRow),
  notes: z.array(reason),
})
export type ImportSheet = z.infer<typeof importSheet>

export const importCounts = z.strictObject({
  rows: z.int(),
  ready: z.int(),
  doubtful: z.int(),
  rejected: z.int(),
  unchanged: z.int(),
  duplicates: z.int(),
  /** New rows per kind of record: `{ people: 240, stays: 240 }`. */
  made: z.record(z.string(), z.int()),
  /** Records that get other values. */
  changed: z.record(z.string(), z.int()),
})
export type ImportCounts = z.infer<typeof importCounts>

const file = { fileName: z.string().trim().min(1).max(255), bytes: z.string().max(90_000_000) }
const chosen = z.array(z.string().max(300)).max(30_000).default([])

export const FILE_PROBLEMS = [
  'file-empty',
  'file-truncated',
  'file-not-spreadsheet',
  'file-password',
  'file-old-xls',
  'file-too-large',
  'file-bomb',
  'file-too-many-rows',
  'file-unknown-kind',
  'people-first',
  'programs-first',
  'children-first',
] as const

const WHO = ['director', 'coordinator'] as const

export const importBatch = z.strictObject({
  id,
  fileName: z.string(),
  kinds: z.array(importKind),
  importedAt: instant,
  importedBy: z.string().nullable(),
  counts: importCounts,
  undoneAt: instant.nullable(),
})
export type ImportBatch = z.infer<typeof importBatch>

export const importsContract = {
  /** What a file would do. Nothing is written. */
  'imports.dryRun': read({
    who: WHO,
    input: z.strictObject({ ...file, chosen }),
    output: z.strictObject({
      /** To be handed back on confirming: of these bytes and this plan and no other. */
      token: z.string(),
      fileName: z.string(),
      sheets: z.array(importSheet),
      counts: importCounts,
      warnings: z.array(reason),
      /** When these very bytes were imported before, if they were. */
      importedBefore: instant.nullable(),
    }),
    refusals: FILE_PROBLEMS,
  }),
  'imports.confirm': change({
    who: WHO,
    input: z.strictObject({ ...file, chosen, token: z.string() }),
    output: z.strictObject({ batchId: id, counts: importCounts }),
    refusals: [...FILE_PROBLEMS, 'plan-changed', 'nothing-new'],
  }),
  'imports.batches': read({
    who: WHO,
    input: z.strictObject({}),
    output: z.array(importBatch),
    refusals: [],
  }),
  'imports.undo': change({
    who: WHO,
    input: z.strictObject({ id }),
    output: z.strictObject({ rows: z.int() }),
    refusals: ['unknown-batch', 'batch-undone', 'batch-in-use'],
  }),
  /** Saves the rows that were not taken, with their reasons, as a clear spreadsheet where she says. */
  'imports.saveRejected': issue({
    who: WHO,
    input: z.strictObject({ ...file, chosen }),
    output: z.strictObject({ savedAs: z.string().nullable(), rows: z.int() }),
    refusals: [...FILE_PROBLEMS, 'no-rejected-rows'],
  }),
}
