import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { migrate } from '../../src/main/platform/db/migrate'
import { openDatabase, type OpenDatabase } from '../../src/main/platform/db/open'
import { schemaTypes } from './schema-types'

const folder = mkdtempSync(join(tmpdir(), 'umbral-schema-'))
const key = Buffer.alloc(32, 9)
let opened: OpenDatabase

beforeAll(async () => {
  opened = openDatabase(join(folder, 'a.db'), key, { create: true })
  await migrate(opened, { key, now: '2026-11-21T00:00:00.000Z', copyTo: join(folder, 'copy.db') })
})
afterAll(() => {
  opened.close()
  rmSync(folder, { recursive: true })
})

test('the generated types are those of a freshly migrated database', async () => {
  await expect(schemaTypes(opened.raw)).toMatchFileSnapshot('../../src/main/platform/db/schema.generated.ts')
})

test('every table is STRICT, so that no column changes what it is given', () => {
  const loose = opened.raw
    .prepare(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'",
    )
    .pluck()
    .all()
  expect(loose).toEqual([])
})
