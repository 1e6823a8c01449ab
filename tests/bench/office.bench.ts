import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestOffice, type TestOffice } from '../factories/office'
import { compare } from './compare'

const folder = mkdtempSync(join(tmpdir(), 'umbral-bench-'))
const demo = new URL('../fixtures/demo-2026-10/', import.meta.url).pathname
let office: TestOffice

beforeAll(async () => {
  office = await openTestOffice({ desk: { chooseFolder: () => Promise.resolve(folder) } })
  const order = [
    'padron.xlsx',
    'talleres.xlsx',
    'calendario.xlsx',
    'hijas-e-hijos.xlsx',
    'asistencia-2026-09.xlsx',
    'asistencia-2026-10.xlsx',
  ]
  for (const fileName of order) {
    const input = { fileName, bytes: readFileSync(demo + fileName).toString('base64') }
    const { token } = await office.must('imports.dryRun', input)
    await office.must('imports.confirm', { ...input, token })
  }
})
afterAll(async () => {
  await office.close()
  rmSync(folder, { recursive: true })
})

test('a search among the women, through the seam, against plain LIKE on the same file', async () => {
  const like = office.office.look().db.selectFrom('person').selectAll().where('search_text', 'like', '%nanez%')
  const times = async (work: () => Promise<unknown>) => {
    for (let i = 0; i < 20; i++) await work()
  }
  await compare(
    'people.list, half a surname, 20 times',
    () => times(() => office.must('people.list', { search: 'ñáñe', presence: 'all' })),
    { name: 'LIKE through Kysely', work: () => times(() => like.execute()) },
  )
})

test('sealing the month against tar | gzip | age', async () => {
  const { identity, recipient } = await office.must('office.newRecovery', {})
  const settings = await office.must('office.settings', {})
  const { version, ...rest } = settings
  await office.must('office.changeSettings', { version, settings: { ...rest, hqRecipients: [recipient] } })
  const chosen = await office.must('bundles.chooseFolder', {})
  const seal = () => office.must('bundles.export', { period: '2026-10', folder: chosen?.token ?? '' })
  const made = await seal()
  mkdirSync(join(folder, 'plain'))
  writeFileSync(join(folder, 'hq.key'), `${identity}\n`)
  try {
    execFileSync('bash', ['-c', `age -d -i hq.key ${made.fileName} | tar -xz -C plain`], { cwd: folder })
  } catch {
    console.log('age or tar is not on this machine: this row is left out')
    return
  }
  expect(readdirSync(join(folder, 'plain')).length).toBeGreaterThan(3)
  await compare('seal, sign, write and read back the month', seal, {
    name: 'tar | gzip -6 | age (no signing)',
    work: () =>
      execFileSync('bash', ['-c', `tar -c plain | gzip -6 | age -r ${recipient} > plain.age`], { cwd: folder }),
  })
})
