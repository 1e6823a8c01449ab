import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { verifyChain, type AuditRow } from '../../src/main/platform/audit/chain'
import { migrate } from '../../src/main/platform/db/migrate'
import { openDatabase } from '../../src/main/platform/db/open'

const KILLS = 25
const root = fileURLToPath(new URL('../..', import.meta.url))
// Inside the project, so that the built script finds the packages.
const built = mkdtempSync(join(root, 'node_modules', '.kill-'))
const folder = mkdtempSync(join(tmpdir(), 'umbral-kill-'))
const file = join(folder, 'umbral.db')
const key = Buffer.alloc(32, 5)

beforeAll(async () => {
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: join(root, 'tests', 'faults', 'ledger-writer.ts'),
      outDir: built,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: 'writer.mjs' } },
    },
  })
  const opened = openDatabase(file, key, { create: true })
  await migrate(opened, { key, now: '2026-11-21T00:00:00.000Z', copyTo: join(folder, 'copy.db') })
  opened.raw.prepare('INSERT INTO staff (id, name, role) VALUES (?, ?, ?)').run('a', 'Ana', 'reader')
  opened.close()
}, 60_000)
afterAll(() => {
  for (const path of [built, folder]) rmSync(path, { recursive: true, force: true })
})

/** Lets the writer run and kills it in the middle of its so-manieth act; answers the last act it had told as done. */
function writeAndKill(from: number, acts: number, pause: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(built, 'writer.mjs'), file, String(from)])
    let told = ''
    let errors = ''
    const last = () => Number(told.trimEnd().split('\n').at(-1) || from - 1)
    let armed = false
    child.stderr.on('data', (piece: Buffer) => (errors += piece.toString()))
    child.stdout.on('data', (piece: Buffer) => {
      told += piece.toString()
      if (armed || last() < from + acts) return
      armed = true
      // A few turns of a busy loop, so that the kill falls anywhere in an act.
      for (let turn = 0; turn < pause; turn++) Math.sqrt(turn)
      child.kill('SIGKILL')
    })
    child.on('close', () => (armed ? resolve(last()) : reject(new Error(errors || 'The writer ended by itself'))))
  })
}

test(`a process killed ${KILLS} times in the middle of its work loses no act it had told as done, and no half act stays`, async () => {
  let next = 0
  for (let kill = 0; kill < KILLS; kill++) {
    const told = await writeAndKill(next, 1 + ((kill * 7) % 11), (kill * 7919 * 131) % 900_000)
    const opened = openDatabase(file, key)
    const acts = opened.raw.prepare('SELECT form FROM draft').pluck().all() as string[]
    const rows = opened.raw.prepare('SELECT * FROM audit_event ORDER BY seq').all() as AuditRow[]
    expect(opened.raw.pragma('integrity_check', { simple: true })).toBe('ok')
    opened.close()
    // Told as done is there; at most the one act in hand may be there untold.
    expect(acts.length).toBeGreaterThanOrEqual(told + 1)
    expect(acts.length).toBeLessThanOrEqual(told + 2)
    expect(rows.map((row) => row.subject_id)).toEqual(acts.map((_act, n) => `act-${n}`))
    expect(new Set(acts)).toEqual(new Set(rows.map((row) => row.subject_id)))
    expect(verifyChain(rows).brokenAt).toBeUndefined()
    next = acts.length
  }
  expect(next).toBeGreaterThan(KILLS)
}, 120_000)
