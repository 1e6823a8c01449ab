import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventHash, folioHash } from '../../src/main/features/certificates/chain.service'
import { firstBroken } from '../../src/main/features/certificates/chain.rules'
import { listEvents, listLedger } from '../../src/main/features/certificates/ledger.repo'
import { openDatabase } from '../../src/main/platform/db/open'

const KILLS = 5
const root = fileURLToPath(new URL('../..', import.meta.url))
// Inside the project, so that the built script finds the packages.
const built = mkdtempSync(join(root, 'node_modules', '.certificates-'))

beforeAll(async () => {
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: join(root, 'tests', 'faults', 'certificate-writer.ts'),
      outDir: built,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: 'writer.mjs' } },
    },
  })
}, 60_000)
afterAll(() => {
  rmSync(built, { recursive: true, force: true })
})

/** Lets the writer give some folios and kills it somewhere in its next acts; answers its database and the folios it told. */
function issueAndKill(folios: number, pause: number): Promise<{ file: string; told: string[] }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(built, 'writer.mjs')])
    let out = ''
    let errors = ''
    let armed = false
    const lines = () => out.split('\n').slice(0, -1)
    child.stderr.on('data', (piece: Buffer) => (errors += piece.toString()))
    child.stdout.on('data', (piece: Buffer) => {
      out += piece.toString()
      if (armed || lines().length <= folios) return
      armed = true
      // A few turns of a busy loop, so that the kill falls anywhere in an act.
      for (let turn = 0; turn < pause; turn++) Math.sqrt(turn)
      child.kill('SIGKILL')
    })
    child.on('close', () => {
      const [file = '', ...told] = lines()
      if (armed) resolve({ file, told })
      else reject(new Error(errors || 'The writer ended by itself'))
    })
  })
}

test(`an office killed ${String(KILLS)} times while it issues loses no folio it had given, gives none twice, and its chain holds`, async () => {
  let given = 0
  for (let kill = 0; kill < KILLS; kill++) {
    const { file, told } = await issueAndKill(4 + kill * 3, (kill * 7919 * 131) % 3_000_000)
    const opened = openDatabase(file, Buffer.alloc(32, 3))
    const folios = await listLedger(opened.read)
    const events = await listEvents(opened.read)
    expect(opened.raw.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(firstBroken(folios, events, { folio: folioHash, event: eventHash })).toBeNull()
    const names = folios.map((each) => each.folio)
    expect(new Set(names).size).toBe(names.length)
    for (const folio of told) expect(names).toContain(folio)
    const papers = opened.raw.prepare("SELECT count(*) FROM paper WHERE type LIKE 'certificates.%'").pluck().get()
    expect(papers).toBe(names.length + events.filter((each) => each.kind === 'duplicated').length)
    const loose = "SELECT count(*) FROM certificate_draft WHERE state = 'issued'"
    expect(opened.raw.prepare(loose).pluck().get()).toBe(names.length)
    given += names.length
    opened.close()
    rmSync(dirname(file), { recursive: true, force: true })
  }
  expect(given).toBeGreaterThan(KILLS * 4)
}, 180_000)
