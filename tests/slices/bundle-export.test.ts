import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openTestOffice, type TestOffice } from '../factories/office'
import { registerWoman } from '../factories/people'
import { createAxis, createEdition } from '../factories/programs'

describe('exporting', () => {
  let it: TestOffice
  let stick: string
  beforeEach(() => {
    stick = mkdtempSync(join(tmpdir(), 'umbral-stick-'))
  })
  afterEach(async () => {
    await it.close()
    rmSync(stick, { recursive: true, force: true })
  })
  const open = async (recipients: string[] = []): Promise<string> => {
    it = await openTestOffice({
      center: { hqRecipients: recipients },
      desk: { chooseFolder: () => Promise.resolve(stick) },
    })
    return (await it.must('bundles.chooseFolder', {}))?.token ?? ''
  }
  /** One headquarters for all, so that its center is set up once. */
  const recipient = generateX25519Identity().then(identityToRecipient)

  test('is refused without headquarters’ key, for a month ahead, and for a folder nobody chose', async () => {
    const folder = await open()
    const refused = async (input: { period: string; folder: string }) => {
      const answer = await it.call('bundles.export', input)
      return answer.ok ? 'done' : answer.refusals[0]?.code
    }
    expect(await refused({ period: '2026-10', folder })).toBe('no-recipients')
    expect(await refused({ period: '2026-11', folder })).toBe('period-ahead')
    expect(await refused({ period: '2026-10', folder: '00000000-0000-4000-8000-000000000000' })).toBe('folder-unknown')
    expect(readdirSync(stick)).toEqual([])
    expect(await it.must('bundles.list', {})).toEqual([])
  })

  test('is for director and coordinator alone', async () => {
    const folder = await open([await recipient])
    for (const role of ['axis-lead', 'mother-child', 'mental-health', 'gate', 'reader'] as const) {
      await it.signInAs(role)
      const input = { period: '2026-10', folder }
      expect(await it.call('bundles.export', input)).toMatchObject({ refusals: [{ code: 'not-allowed' }] })
      expect(await it.call('bundles.preview', { period: '2026-10' })).toMatchObject({
        refusals: [{ code: 'not-allowed' }],
      })
    }
  })

  test('a stick that was pulled out gets its sentence and nothing is recorded', async () => {
    const folder = await open([await recipient])
    rmSync(stick, { recursive: true })
    expect(await it.call('bundles.export', { period: '2026-10', folder })).toMatchObject({
      refusals: [{ code: 'stick-gone' }],
    })
    expect(await it.must('bundles.list', {})).toEqual([])
    expect((await it.must('office.audit', { event: 'bundle.exported' })).total).toBe(0)
  })

  test('a name already on the stick is never replaced', async () => {
    const folder = await open([await recipient])
    writeFileSync(join(stick, 'DEM-202610-0001.age'), 'older')
    expect(await it.call('bundles.export', { period: '2026-10', folder })).toMatchObject({
      refusals: [{ code: 'file-name-taken', facts: { name: 'DEM-202610-0001.age' } }],
    })
    expect(readFileSync(join(stick, 'DEM-202610-0001.age'), 'utf8')).toBe('older')
  })

  test('stopped while it writes, it leaves no file and no record', async () => {
    const folder = await open([await recipient])
    it.client.send = () => {
      it.client.stopAsked = true
    }
    expect(await it.call('bundles.export', { period: '2026-10', folder })).toMatchObject({
      refusals: [{ code: 'stopped' }],
    })
    expect(readdirSync(stick)).toEqual([])
    expect(await it.must('bundles.list', {})).toEqual([])
  })

  test('a half-written file of an earlier try is swept away; other files are left alone', async () => {
    const folder = await open([await recipient])
    for (const name of ['DEM-202609-0004.age.part', 'UMBRAL.PART', 'fotos.part', 'DEM-202609-0003.age'])
      writeFileSync(join(stick, name), 'x')
    await it.must('bundles.export', { period: '2026-10', folder })
    expect(readdirSync(stick).sort()).toEqual(['DEM-202609-0003.age', 'DEM-202610-0001.age', 'fotos.part'])
  })

  test('prints the public key and the checkpoint that headquarters checks against', async () => {
    await open([await recipient])
    const cover = await it.must('bundles.cover', {})
    expect(cover).toMatchObject({ pages: 1, title: 'DEM' })
  })
})

test('a title that names a participant is hidden in what leaves', async () => {
  const it = await openTestOffice()
  await registerWoman(it, { surname1: 'Soto', surname2: null, givenNames: 'Elena' })
  await createEdition(it, await createAxis(it), 'CL-01', 'Costura con Elena Soto')
  const { tables } = await it.must('bundles.preview', { period: '2026-10' })
  const titles = tables.find(({ name }) => name === 'workshops')?.columns.find(({ name }) => name === 'title')
  expect(titles?.values).toEqual(['***'])
  await it.close()
})
