/** Acts on imports: dry run, confirm, undo, the list of batches. */
import { createHash, randomUUID } from 'node:crypto'
import type { Input, Output } from '../../../shared/contract'
import type { ImportKind } from '../../../shared/contract/imports.contract'
import { checkCurp } from '../../../shared/kernel/curp'
import { done, refuse, type Outcome } from '../../../shared/kernel/outcome'
import { inOrder } from '../../../shared/kernel/text'
import { recordingWrites, revertWrites } from '../../platform/db/write-log'
import { LIMITS, readSpreadsheet, type FileProblem, type Workbook } from '../../platform/files/spreadsheet'
import type { Act, Look } from '../../platform/seam/act'
import { plannedSessions } from '../timetable'
import { countPlan, missingFirst, planFile, rankOf, readSheets, type FileRead, type MissingFirst } from './file.rules'
import * as repo from './imports.repo'
import * as knownFactsRepo from './known-facts.repo'
import { noWrites, type Planning, type Writes } from './plan.rules'
import { writePlan } from './write-plan.service'

type Preview = Output<'imports.dryRun'>
export type FileCode = FileProblem | MissingFirst | 'file-unknown-kind'

interface Planned {
  readonly preview: Preview
  readonly writes: Writes
  readonly read: FileRead
  readonly sha256: string
}

const sha256 = (data: Buffer | string): string => createHash('sha256').update(data).digest('hex')

/** Base64 grows by a third: what is too long is told apart before it is decoded. */
function bytesOf(base64: string): Buffer | null {
  return base64.length > Math.ceil(LIMITS.bytes / 3) * 4 ? null : Buffer.from(base64, 'base64')
}

async function readFile(
  fileName: string,
  base64: string,
): Promise<Outcome<{ bytes: Buffer; workbook: Workbook }, FileProblem>> {
  const bytes = bytesOf(base64)
  if (!bytes)
    return refuse('file-too-large', {
      megabytes: Math.ceil((base64.length * 3) / 4_000_000),
      limit: LIMITS.bytes / 1_000_000,
    })
  const workbook = await readSpreadsheet(fileName, bytes)
  return workbook.ok ? done({ bytes, workbook: workbook.value }) : workbook
}

/** Reads the file and plans it against what stands. Nothing is written. */
export async function plan(
  look: Pick<Look, 'db' | 'today'>,
  input: { fileName: string; bytes: string; chosen: readonly string[] },
): Promise<Outcome<Planned, FileCode>> {
  const file = await readFile(input.fileName, input.bytes)
  if (!file.ok) return file
  const read = readSheets(file.value.workbook.sheets)
  if (read.known.length === 0) return refuse('file-unknown-kind')
  const planning: Planning = {
    facts: await knownFactsRepo.loadFacts(look.db),
    writes: noWrites(),
    today: look.today,
    chosen: new Set(input.chosen),
    newId: randomUUID,
    timetable: { plannedSessions },
    checkCurp,
  }
  const missing = missingFirst(planning, read)
  if (missing) return refuse(missing)
  const sheets = planFile(planning, read, input.fileName)
  const hash = sha256(file.value.bytes)
  const counts = countPlan(sheets, planning.writes)
  return done({
    writes: planning.writes,
    read,
    sha256: hash,
    preview: {
      token: sha256(hash + JSON.stringify([sheets, counts])),
      fileName: input.fileName,
      sheets,
      counts,
      warnings: file.value.workbook.warnings.map(({ code, count }) => ({ code, facts: { count } })),
      importedBefore: (await repo.findImportOf(look.db, hash)) ?? null,
    },
  })
}

export async function dryRun(look: Look, input: Input<'imports.dryRun'>): Promise<Outcome<Preview, FileCode>> {
  const planned = await plan(look, { ...input, chosen: input.chosen ?? [] })
  return planned.ok ? done(planned.value.preview) : planned
}

/** Writes what the dry run showed, as one batch that can be undone. */
export async function confirm(act: Act, input: Input<'imports.confirm'>) {
  const planned = await plan(act, { ...input, chosen: input.chosen ?? [] })
  if (!planned.ok) return planned
  const { preview, writes, read } = planned.value
  if (preview.token !== input.token) return refuse('plan-changed')
  const { counts } = preview
  if (Object.keys(counts.made).length + Object.keys(counts.changed).length === 0) return refuse('nothing-new')
  const batchId = randomUUID()
  const kinds = [...new Set<ImportKind>(read.known.map((sheet) => sheet.kind))]
  await repo.insertBatch(act.trx, {
    id: batchId,
    kinds,
    fileName: input.fileName,
    sha256: planned.value.sha256,
    importedAt: act.now,
    importedBy: act.actor.id,
    counts,
  })
  await recordingWrites(act.trx, { batchId, into: 'import_write' }, repo.IMPORTED_TABLES, () => writePlan(act, writes))
  await repo.insertIssues(
    act.trx,
    batchId,
    preview.sheets.flatMap((sheet) =>
      sheet.rows.flatMap(({ row, level, reasons }) =>
        level === 'doubtful' || level === 'rejected'
          ? reasons.map((reason) => ({ sheet: sheet.name, row, level, reason }))
          : [],
      ),
    ),
  )
  await act.audit({
    event: 'import.done',
    subjectType: 'import',
    subjectId: batchId,
    after: { fileName: input.fileName, kinds, ...counts },
  })
  return done({ batchId, counts })
}

export async function batches(look: Look): Promise<Outcome<Output<'imports.batches'>, never>> {
  const rows = await repo.listBatches(look.db)
  return done(rows.map((row) => ({ ...row, kinds: [...row.kinds] })))
}

/** Takes a batch back to the byte, unless somebody has worked on its rows since. */
export async function undo(act: Act, input: Input<'imports.undo'>) {
  const batch = await repo.findBatch(act.db, input.id)
  if (!batch) return refuse('unknown-batch')
  if (batch.undoneAt) return refuse('batch-undone')
  const writes = await repo.listWrites(act.db, input.id)
  const inTheWay = await revertWrites(act.trx, writes, batch.importedAt)
  if (inTheWay > 0) return refuse('batch-in-use', { count: inTheWay })
  await repo.markUndone(act.trx, input.id, act.now)
  await act.audit({
    event: 'import.undone',
    subjectType: 'import',
    subjectId: input.id,
    before: { fileName: batch.fileName, rows: writes.length },
  })
  return done({ rows: writes.length })
}

/** Spreadsheets of a folder in the order in which they can be imported one after the other; other files are left out. */
export async function importFolderOrder<File extends { readonly name: string; readonly bytes: Buffer }>(
  files: readonly File[],
): Promise<readonly File[]> {
  const spreadsheets = files.filter((file) => /\.(xlsx|xlsm|csv)$/i.test(file.name))
  const ranked = await Promise.all(
    spreadsheets.map(async (file) => {
      const read = await readSpreadsheet(file.name, file.bytes)
      return { file, rank: read.ok ? rankOf(readSheets(read.value.sheets)) : Number.MAX_SAFE_INTEGER }
    }),
  )
  return ranked.sort((a, b) => a.rank - b.rank || inOrder(a.file.name, b.file.name)).map(({ file }) => file)
}
