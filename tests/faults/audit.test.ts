import { spawnSync } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hashOf, verifyChain, type AuditRow } from '../../src/main/platform/audit/chain'
import { appendAudit } from '../../src/main/platform/audit/append'
import { migrate } from '../../src/main/platform/db/migrate'
import { openDatabase, type OpenDatabase } from '../../src/main/platform/db/open'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const folder = mkdtempSync(join(tmpdir(), 'umbral-audit-'))
const key = Buffer.alloc(32, 3)
let opened: OpenDatabase
let rows: AuditRow[]

beforeAll(async () => {
  opened = openDatabase(join(folder, 'a.db'), key, { create: true })
  await migrate(opened, { key, now: '2026-11-21T00:00:00.000Z', copyTo: join(folder, 'copy.db') })
  await opened.db.transaction().execute(async (trx) => {
    for (let i = 0; i < 12; i++)
      await appendAudit(
        trx,
        { id: i % 2 ? 'a' : null, name: 'Ñáñez “Lupita” ꞌ\u2028' },
        `2026-11-21T00:00:${10 + i}.000Z`,
        {
          event: 'person.registered',
          subjectType: 'person',
          subjectId: `p${i}`,
          after: { name: 'Xóchitl\n\t"\\/', n: i },
          reason: i % 3 ? undefined : 'lo pidió ella 🌸',
        },
      )
  })
  rows = opened.raw.prepare('SELECT * FROM audit_event ORDER BY seq').all() as AuditRow[]
})
afterAll(() => {
  opened.close()
  rmSync(folder, { recursive: true })
})

const python = (given: readonly AuditRow[]) =>
  spawnSync('python3', [new URL('../architecture/verify_audit.py', import.meta.url).pathname], {
    input: given.map((row) => JSON.stringify(row)).join('\n'),
    encoding: 'utf8',
  })
const hasPython = !spawnSync('python3', ['--version']).error
if (!hasPython) console.warn('python3 is not on this machine: the second verifier is not run here')

const at = <T>(list: readonly T[], index: number): T => list[index] as T
const changed = (index: number, change: Partial<AuditRow>): AuditRow[] =>
  rows.map((row, i) => (i === index ? { ...row, ...change } : row))
const rebuilt = (from: readonly AuditRow[]): AuditRow[] => {
  let prev = '0'.repeat(64)
  return from.map((row, i) => {
    const next = { ...row, seq: i + 1, prev_hash: prev }
    const hash = hashOf(next)
    prev = hash
    return { ...next, hash }
  })
}

describe('the chain', () => {
  test('holds as written, and both verifiers name the same head', () => {
    const verdict = verifyChain(rows)
    expect(verdict).toEqual({ size: 12, head: at(rows, 11).hash })
    if (hasPython) expect(python(rows).stdout.trim()).toBe(`ok 12 ${verdict.head}`)
  })

  const mutations: readonly (readonly [string, () => AuditRow[], number])[] = [
    ['an event altered', () => changed(4, { event: 'person.merged' }), 5],
    ['a reason added', () => changed(5, { reason: 'x' }), 6],
    ['a before turned into an after', () => changed(6, { before_json: at(rows, 6).after_json, after_json: null }), 7],
    [
      'an altered event with its own hash made good',
      () => changed(4, { event: 'x', hash: hashOf({ ...at(rows, 4), event: 'x' }) }),
      6,
    ],
    ['an event taken out', () => rows.filter((_row, i) => i !== 3), 4],
    ['two events exchanged', () => rows.map((row, i) => at(rows, i === 2 ? 3 : i === 3 ? 2 : i) ?? row), 3],
    ['an event put in', () => [...rows.slice(0, 5), at(rows, 4), ...rows.slice(5)], 6],
    ['the first event cut off', () => rows.slice(1), 1],
  ]
  test.each(mutations)('names the first broken link: %s', (_what, mutate, brokenAt) => {
    const mutated = mutate()
    expect(verifyChain(mutated).brokenAt).toBe(brokenAt)
    if (hasPython) expect(python(mutated).stdout.trim()).toBe(`broken ${brokenAt}`)
  })

  test.each([
    ['a tail cut off', () => rows.slice(0, 8)],
    ['a whole chain rebuilt', () => rebuilt(changed(4, { event: 'person.merged' }))],
  ])('%s passes by itself, which is why each bundle carries the checkpoint', (_what, mutate) => {
    const verdict = verifyChain(mutate())
    expect(verdict.brokenAt).toBeUndefined()
    expect({ size: verdict.size, head: verdict.head }).not.toEqual({ size: 12, head: at(rows, 11).hash })
  })
})

describe('the table is append-only', () => {
  const insert = `INSERT OR REPLACE INTO audit_event SELECT seq, at, actor_id, 'somebody else', event, subject_type, subject_id,
    before_json, after_json, reason, prev_hash, hash FROM audit_event WHERE seq = 3`
  test.each([
    ['an update', `UPDATE audit_event SET reason = 'x' WHERE seq = 3`],
    ['a delete', 'DELETE FROM audit_event WHERE seq = 12'],
    ['INSERT OR REPLACE', insert],
    ['REPLACE', insert.replace('INSERT OR REPLACE', 'REPLACE')],
  ])('%s is refused', (_what, statement) => {
    expect(() => opened.raw.exec(statement)).toThrow('audit is append-only')
  })
})
