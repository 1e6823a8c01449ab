import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { describe as told, openLog } from './log'

const leak = Object.assign(new Error('UNIQUE failed: Xóchitl Ñáñez, DEM-22-0106'), { code: 'SQLITE_CONSTRAINT' })

test('what is told of an error is its kind, its code and its places, never its words', () => {
  expect(told(leak)).toMatch(/^Error SQLITE_CONSTRAINT\n\s+at /)
  expect(told(leak)).not.toMatch(/Xóchitl|DEM-22/)
  expect(told('Xóchitl')).toBe('string')
})

test('the log holds the number that the page was given, and no name', () => {
  const folder = mkdtempSync(join(tmpdir(), 'umbral-log-'))
  const file = join(folder, 'umbral.log')
  const log = openLog(file, () => '2026-11-22T00:00:00.000Z')
  const number = log.failure('people.get', leak)
  const written = readFileSync(file, 'utf8')
  rmSync(folder, { recursive: true })
  expect(written).toContain(`#${number} people.get: Error SQLITE_CONSTRAINT`)
  expect(written).not.toMatch(/Xóchitl|DEM-22/)
})
