/** Runs specs of migrations on one database that begins empty and is brought up step by step. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { migrate } from '../../src/main/platform/db/migrate'
import { migrations } from '../../src/main/platform/db/migrations'
import { openDatabase, type OpenDatabase } from '../../src/main/platform/db/open'

/** What a migration must take and must refuse, once those before it have run and hold rows. */
export interface Spec {
  /** Its file's name without `.ts`. */
  readonly name: string
  /** Rows written before it runs, in the shape of the schema before it: they must live on. */
  readonly before?: readonly string[]
  readonly takes: readonly string[]
  readonly refuses: readonly (readonly [why: string, statement: string])[]
  /** Queries over the rows of before, and the one value each must give afterwards. */
  readonly keeps?: readonly (readonly [query: string, value: string | number | null])[]
  /** Tables to which it adds rows of its own, such as the trail of an import whose rows are now told apart. */
  readonly grows?: readonly string[]
}

const key = Buffer.alloc(32, 5)

/** One database for all specs of a file, in the order of their stamps. */
export function runSpecs(specs: readonly Spec[]): void {
  const folder = mkdtempSync(join(tmpdir(), 'umbral-migrations-'))
  let opened: OpenDatabase
  beforeAll(() => {
    opened = openDatabase(join(folder, 'a.db'), key, { create: true })
  })
  afterAll(() => {
    opened.close()
    rmSync(folder, { recursive: true })
  })
  const upTo = (wanted: (name: string) => boolean) =>
    migrate(opened, {
      key,
      now: '2026-11-21T00:00:00.000Z',
      copyTo: join(folder, 'copy.db'),
      migrations: migrations.filter((each) => wanted(each.name)),
    })

  describe.each(specs)('$name', ({ name, before, takes, refuses, keeps, grows }) => {
    test('steps from the schema before it and keeps every row', async () => {
      await upTo((each) => each < name)
      for (const statement of before ?? []) opened.raw.exec(statement)
      const rows = Object.fromEntries(Object.entries(countsOf(opened)).filter(([table]) => !grows?.includes(table)))
      await upTo((each) => each <= name)
      expect(countsOf(opened)).toMatchObject(rows)
      for (const [query, value] of keeps ?? []) expect(opened.raw.prepare(query).pluck().get(), query).toBe(value)
      for (const statement of takes) opened.raw.exec(statement)
    })
    test.each(refuses)('refuses %s', (_why, statement) => {
      expect(() => opened.raw.exec(statement)).toThrow()
    })
  })
}

const countsOf = (opened: OpenDatabase): Record<string, number> =>
  Object.fromEntries(
    (
      opened.raw
        .prepare(
          `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'schema_migration'`,
        )
        .pluck()
        .all() as string[]
    ).map((table) => [table, opened.raw.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number]),
  )
