/** A test office with the demo month imported and its certificates issued, a stick beside it and headquarters' keys. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { importFolderOrder } from '../../src/main/features/imports'
import { openTestOffice, type Scene, type TestOffice } from './office'

const MONTH = fileURLToPath(new URL('../fixtures/demo-2026-10/', import.meta.url))

export interface StickOffice extends TestOffice {
  readonly stick: string
  readonly identity: string
  /** Picks the stick in the dialog and exports the month. */
  exportMonth(period?: string): Promise<{ fileName: string; sequence: number; sealed: Buffer }>
}

/** One pair of keys for all tests of a file, so that their center is set up once. */
const headquarters = generateX25519Identity()

/** A test office whose dialog picks an empty stick, and whose bundles headquarters can open. */
export async function openStickOffice(options: { now?: string } = {}): Promise<StickOffice> {
  const identity = await headquarters
  const stick = mkdtempSync(join(tmpdir(), 'umbral-stick-'))
  const it = await openTestOffice({
    ...options,
    center: { hqRecipients: [await identityToRecipient(identity)] },
    desk: { chooseFolder: () => Promise.resolve(stick) },
  })
  const closeOffice = it.close.bind(it)
  return Object.assign(it, {
    stick,
    identity,
    async exportMonth(period = '2026-10') {
      const folder = await it.must('bundles.chooseFolder', {})
      const made = await it.must('bundles.export', { period, folder: folder?.token ?? '' })
      return { ...made, sealed: readFileSync(join(stick, made.fileName)) }
    },
    async close() {
      await closeOffice()
      rmSync(stick, { recursive: true, force: true })
    },
  })
}

/** Imports the demo month as the office would, and issues every certificate that was earned. */
export async function importDemoMonth(it: TestOffice): Promise<void> {
  const files = readdirSync(MONTH).map((name) => ({ name, bytes: readFileSync(join(MONTH, name)) }))
  for (const file of await importFolderOrder(files)) {
    const input = { fileName: file.name, bytes: file.bytes.toString('base64') }
    const { token } = await it.must('imports.dryRun', input)
    await it.must('imports.confirm', { ...input, token })
  }
  await certifyAll(it)
}

/** The demo month as it stands at its end. */
export const DEMO_MONTH: Scene = { name: 'demo-month', now: '2026-10-31T18:00:00.000Z', lay: importDemoMonth }

/** Every certificate that was earned: prepared and signed off by the coordinator, issued by the director. */
async function certifyAll(it: TestOffice): Promise<void> {
  await it.signInAs('coordinator')
  const signed: { editionId: string; personIds: string[] }[] = []
  for (const { id: editionId } of (await it.must('certificates.editions', { year: 2026 })).editions) {
    const prepared = await it.call('certificates.prepare', { editionId, personIds: null })
    if (!prepared.ok) continue
    const open = async () => (await it.must('certificates.steps', { editionId })).drafts
    for (const { nameKind, personId } of await open())
      if (nameKind === null) await it.must('certificates.setName', { personId, kind: 'legal' })
    const drafts = await open()
    await it.must('certificates.signOff', { editionId, drafts: drafts.map(({ id, version }) => ({ id, version })) })
    signed.push({ editionId, personIds: drafts.map((draft) => draft.personId) })
  }
  await it.signInAs('director')
  for (const each of signed) await it.must('certificates.issue', each)
}
