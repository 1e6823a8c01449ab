import fc from 'fast-check'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inBatch, undoBatch } from '../../src/main/platform/batches/batches'
import { migrate } from '../../src/main/platform/db/migrate'
import { openDatabase, type OpenDatabase } from '../../src/main/platform/db/open'
import type { Act } from '../../src/main/platform/seam/act'
import { inTransaction } from '../../src/main/platform/seam/serve'
import { done, refuse, type Outcome } from '../../src/shared/kernel/outcome'
import { codesOf } from '../factories/office'

const folder = mkdtempSync(join(tmpdir(), 'umbral-batches-'))
const key = Buffer.alloc(32, 7)
let opened: OpenDatabase
beforeAll(async () => {
  opened = openDatabase(join(folder, 'a.db'), key, { create: true })
  await migrate(opened, { key, now: '2026-11-21T00:00:00.000Z', copyTo: join(folder, 'copy.db') })
})
afterAll(() => {
  opened.close()
  rmSync(folder, { recursive: true })
})

const act = <T>(work: (act: Act) => Promise<Outcome<T>>): Promise<Outcome<T>> =>
  inTransaction(
    opened,
    {
      actor: { id: null, name: 'Umbral', role: 'director' },
      now: '2026-11-22T12:00:00.000Z',
      today: '2026-11-22',
      time: '06:00',
      db: opened.read,
    },
    work,
    true,
  ) as Promise<Outcome<T>>

const NAME = { kind: 'places', title: 'Prueba' }
const rowsOf = (): string =>
  JSON.stringify(
    ['room', 'instructor'].map((table) => opened.raw.prepare(`SELECT rowid, * FROM ${table} ORDER BY id`).all()),
  )

interface Step {
  readonly what: 'insert' | 'rename' | 'delete'
  readonly table: 'room' | 'instructor'
  readonly id: number
  readonly name: number
}
const step: fc.Arbitrary<Step> = fc.record({
  what: fc.constantFrom('insert', 'rename', 'delete'),
  table: fc.constantFrom('room', 'instructor'),
  id: fc.nat(5),
  name: fc.nat(5),
})

/** Does what can be done; a name that is taken is passed over, as a service would. */
async function take({ trx }: Act, { what, table, id, name }: Step): Promise<void> {
  const taken = await trx.selectFrom(table).select('id').where('name', '=', `n${name}`).executeTakeFirst()
  const there = await trx.selectFrom(table).select('id').where('id', '=', `${id}`).executeTakeFirst()
  if (what === 'delete') await trx.deleteFrom(table).where('id', '=', `${id}`).execute()
  else if (what === 'insert' && !taken && !there)
    await trx
      .insertInto(table)
      .values({ id: `${id}`, name: `n${name}` })
      .execute()
  else if (what === 'rename' && !taken)
    await trx
      .updateTable(table)
      .set({ name: `n${name}` })
      .where('id', '=', `${id}`)
      .execute()
}

const bulk = (steps: readonly Step[]) =>
  act((each) =>
    inBatch(each, NAME, ['room', 'instructor'], async () => {
      for (const one of steps) await take(each, one)
      return done(null)
    }),
  )
const undo = (id: string) => act((each) => undoBatch(each, id))

describe('a batch', () => {
  test('undone leaves every row as it was, whatever it wrote', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), fc.array(step, { maxLength: 20 }), async (first, steps) => {
        await act(async (each) => {
          for (const one of first) await take(each, one)
          return done(null)
        })
        const before = rowsOf()
        const made = await bulk(steps)
        expect(codesOf(made)).toEqual([])
        expect(codesOf(await undo(made.ok ? made.value.batchId : ''))).toEqual([])
        expect(rowsOf().replaceAll(/"rowid":\d+/g, '')).toBe(before.replaceAll(/"rowid":\d+/g, ''))
      }),
      { numRuns: 60 },
    )
  })

  test('is undone once', async () => {
    const made = await bulk([{ what: 'insert', table: 'room', id: 90, name: 90 }])
    const id = made.ok ? made.value.batchId : ''
    expect(codesOf(await undo(id))).toEqual([])
    expect(codesOf(await undo(id))).toEqual(['batch-undone'])
    expect(codesOf(await undo('nobody'))).toEqual(['unknown-batch'])
  })

  test('is not undone once somebody has worked on its rows, and then nothing is', async () => {
    const made = await bulk([
      { what: 'insert', table: 'room', id: 91, name: 91 },
      { what: 'insert', table: 'room', id: 92, name: 92 },
    ])
    await act(async ({ trx }) => {
      await trx.updateTable('room').set({ name: 'otro' }).where('id', '=', '92').execute()
      return done(null)
    })
    const before = rowsOf()
    expect(codesOf(await undo(made.ok ? made.value.batchId : ''))).toEqual(['batch-in-use'])
    expect(rowsOf()).toBe(before)
  })

  test('is not undone once its month was closed', async () => {
    const made = await bulk([{ what: 'insert', table: 'room', id: 93, name: 93 }])
    opened.raw
      .exec(`INSERT INTO bundle_export (id, period, sequence, file_name, sha256, bytes, contents_sha256, audit_size, audit_head, exported_at)
      VALUES ('x', '2026-11', 1, 'DEM-202611-0001.age', 'h', 1, 'c', 1, 'a', '2026')`)
    expect(codesOf(await undo(made.ok ? made.value.batchId : ''))).toEqual(['month-closed'])
  })

  test('leaves nothing behind when its work is refused', async () => {
    const before = rowsOf()
    const batches = opened.raw.prepare('SELECT count(*) FROM batch').pluck()
    const count = batches.get()
    const refusedWork = await act((each) =>
      inBatch(each, NAME, ['room'], async () => {
        await take(each, { what: 'insert', table: 'room', id: 94, name: 94 })
        return refuse('stale')
      }),
    )
    expect(codesOf(refusedWork)).toEqual(['stale'])
    expect(rowsOf()).toBe(before)
    expect(batches.get()).toBe(count)
  })
})
