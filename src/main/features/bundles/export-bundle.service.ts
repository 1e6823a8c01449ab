/**
 * Exports a month. The seam's `issue` is read → build → short change; the file is written and read back in `build`,
 * BEFORE the record, because a recorded export must exist on the stick (design §6). If it then cannot be recorded, or
 * she pressed Stop, `undo` takes the file away again.
 */
import { randomUUID } from 'node:crypto'
import { basename } from 'node:path'
import type { Input, Output } from '../../../shared/contract'
import { monthOf } from '../../../shared/kernel/civil-date'
import { done, refuse, type Outcome } from '../../../shared/kernel/outcome'
import { migrations } from '../../platform/db/migrations'
import type { FilePort } from '../../platform/files/port'
import { removeFromStick, roomFor, tryStick, writeToStick, type StickRefusal } from '../../platform/files/stick'
import type { Act, Bench, Look } from '../../platform/seam/act'
import { issueSteps, type IssueSteps } from '../../platform/seam/handlers'
import type { Tools } from '../../platform/tools'
import { folioList } from '../certificates'
import { auditCheckpoint, findBundleKey, insertExport, lastSequence, listExports } from './bundles.repo'
import { centerOf, leavingTables, supplementedBy } from './month.service'
import { sealBundle, type Sealed, type SealPlan } from './seal-bundle.service'

export type ExportRefusal = StickRefusal | 'period-ahead' | 'no-recipients' | 'folder-unknown' | 'stale'

/** Folders that she picked in this run of the app. The page knows a token only: it can neither see nor choose a path. */
export class ChosenFolders {
  private readonly paths = new Map<string, string>()

  keep(path: string): string {
    const token = randomUUID()
    this.paths.set(token, path)
    return token
  }

  find(token: string): string | undefined {
    return this.paths.get(token)
  }
}

/** Opens the host's dialog and tries the folder she picked with a small file. */
export async function chooseFolder(
  tools: Pick<Tools, 'desk'>,
  folders: ChosenFolders,
): Promise<Outcome<Output<'bundles.chooseFolder'>, StickRefusal>> {
  const path = await tools.desk.chooseFolder()
  if (path === null) return done(null)
  const tried = await tryStick(path)
  if (!tried.ok) return tried
  return done({ token: folders.keep(path), label: basename(path) || path, writable: true, freeBytes: tried.value })
}

interface ExportPlan {
  readonly folder: string
  readonly seal: SealPlan
}
interface Written {
  readonly sealed: Sealed
  readonly file: string
}

/** The handler of `bundles.export`. */
export const exportSteps = (
  tools: Pick<Tools, 'appVersion'>,
  folders: ChosenFolders,
  port?: FilePort,
): IssueSteps<Input<'bundles.export'>, Output<'bundles.export'>, ExportRefusal, unknown, unknown> =>
  issueSteps<Input<'bundles.export'>, Output<'bundles.export'>, ExportRefusal, ExportPlan, Written>({
    async prepare(input, look) {
      const folder = folders.find(input.folder)
      if (!folder) return refuse('folder-unknown')
      const seal = await planSeal(look, input.period, tools.appVersion)
      return seal.ok ? done({ folder, seal: seal.value }) : seal
    },
    build: (plan, bench) => writeBundle(plan, bench, port),
    record,
    undo: ({ file }) => removeFromStick(file, port),
  })

/** Everything a bundle is made of, read in one go; also used by the demo to seal without a stick. */
export async function planSeal(
  look: Look,
  period: string,
  appVersion: string,
): Promise<Outcome<SealPlan, 'period-ahead' | 'no-recipients'>> {
  if (period > monthOf(look.today)) return refuse('period-ahead')
  const center = await centerOf(look)
  if (center.recipients.length === 0) return refuse('no-recipients')
  const key = await findBundleKey(look.db)
  if (!key) throw new Error('The center has no signing key')
  const last = (await listExports(look.db))[0]
  return done({
    manifest: {
      center: center.code,
      period,
      sequence: (last?.sequence ?? 0) + 1,
      supplementOf: await supplementedBy(look, period),
      previous: last ? { sequence: last.sequence, sha256: last.sha256 } : null,
      schema: migrations.at(-1)?.name ?? '',
      app: appVersion,
      audit: await auditCheckpoint(look.db),
    },
    tables: await leavingTables(look, period),
    recipients: center.recipients,
    folios: await folioList(look, look.today),
    key,
  })
}

async function writeBundle(
  { folder, seal }: ExportPlan,
  bench: Bench,
  port?: FilePort,
): Promise<Outcome<Written, StickRefusal>> {
  const sealed = await sealBundle(seal)
  const free = await tryStick(folder, port)
  if (!free.ok) return free
  if (free.value < roomFor(sealed.bytes.length))
    return refuse('stick-full', { needed: roomFor(sealed.bytes.length), free: free.value })
  const written = await writeToStick(folder, sealed.name, sealed.bytes, {
    ...(port ? { port } : {}),
    progress: (finished, total) => bench.progress(finished, total),
  })
  return written.ok ? done({ sealed, file: written.value }) : written
}

async function record(
  { sealed }: Written,
  act: Act,
  plan: ExportPlan,
): Promise<Outcome<Output<'bundles.export'>, 'stale'>> {
  const { manifest } = plan.seal
  if ((await lastSequence(act.db)) !== manifest.sequence - 1) return refuse('stale')
  const row = {
    period: manifest.period,
    sequence: manifest.sequence,
    fileName: sealed.name,
    sha256: sealed.sha256,
    bytes: sealed.bytes.length,
    contentsSha256: sealed.contentsSha256,
    supplementOf: manifest.supplementOf,
    auditSize: manifest.audit.size,
    auditHead: manifest.audit.head,
    exportedAt: act.now,
    exportedBy: act.actor.id,
  }
  const id = await insertExport(act.trx, row)
  const { exportedAt: _at, exportedBy: _by, ...after } = row
  await act.audit({ event: 'bundle.exported', subjectType: 'bundle', subjectId: id, after })
  return done({ ...row, exportedBy: act.actor.name })
}
