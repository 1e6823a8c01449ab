import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openTestOffice, type TestOffice } from '../factories/office'
import { aWomanToRegister, registerWoman } from '../factories/people'
import { recordLeaving } from '../factories/stays'

let it: TestOffice
beforeEach(async () => {
  it = await openTestOffice({ role: 'coordinator' })
})
afterEach(() => it.close())

const listed = async (input: Parameters<typeof it.call<'people.list'>>[1] = {}): Promise<string[]> =>
  (await it.must('people.list', input)).rows.map((row) => `${row.surname1} ${row.givenNames}`)

const code = async (answer: Promise<{ ok: boolean; refusals?: readonly { code: string }[] }>): Promise<string[]> =>
  (await answer).refusals?.map((refusal) => refusal.code) ?? []

describe('the list', () => {
  test('is in Spanish order and found by half a surname without accent, by chosen name, by number and by CURP', async () => {
    await registerWoman(it, { surname1: 'Ortega', givenNames: 'Zoila' })
    await registerWoman(it, { surname1: 'Ñáñez', givenNames: 'Ana', chosenName: 'Güicho' })
    await registerWoman(it, { surname1: 'Nuño', givenNames: 'Eva', fileNumber: 'DEM-21-0777' })
    await registerWoman(it, { surname1: 'Álvarez', givenNames: 'Ivonne', curp: 'hecx881102mocrrc06' })
    expect(await listed()).toEqual(['Álvarez Ivonne', 'Nuño Eva', 'Ñáñez Ana', 'Ortega Zoila'])
    expect(await listed({ search: 'varez' })).toEqual(['Álvarez Ivonne'])
    expect(await listed({ search: 'NAN' })).toEqual(['Ñáñez Ana'])
    expect(await listed({ search: 'guicho' })).toEqual(['Ñáñez Ana'])
    expect(await listed({ search: '21-0777' })).toEqual(['Nuño Eva'])
    expect(await listed({ search: 'HECX8811' })).toEqual(['Álvarez Ivonne'])
    expect(await listed({ search: 'zoila ñáñez' })).toEqual([])
  })

  test('filters by presence, dormitory, legal status and consent, and counts all of the same presence', async () => {
    await registerWoman(it, { givenNames: 'Ana', legalStatus: 'tried', consents: null }, { dormitory: 'F-11' })
    await registerWoman(it, { givenNames: 'Bea', consents: false }, { dormitory: 'f-2' })
    const gone = await registerWoman(it, { givenNames: 'Cora' }, { dormitory: 'B-04' })
    await recordLeaving(it, gone, { leftOn: '2026-10-30', cause: 'release' })
    const here = await it.must('people.list', { dormitory: 'F' })
    expect(here).toMatchObject({ total: 2, dormitories: ['F'], rows: [{ givenNames: 'Ana' }, { givenNames: 'Bea' }] })
    expect(await listed({ presence: 'left' })).toEqual(['Ortega Cora'])
    expect(await listed({ presence: 'all' })).toHaveLength(3)
    expect(await listed({ legalStatus: 'tried' })).toEqual(['Ortega Ana'])
    expect(await listed({ consents: 'no' })).toEqual(['Ortega Bea'])
    expect(await listed({ consents: 'unknown' })).toEqual(['Ortega Ana'])
  })

  test('is closed to the gate', async () => {
    await it.signInAs('gate')
    expect(await code(it.call('people.list', {}))).toEqual(['not-allowed'])
  })
})

describe('registering', () => {
  test('keeps what was typed without stray blanks, tells what the CURP disagrees with, and opens a stay', async () => {
    const made = await it.must(
      'people.register',
      aWomanToRegister({ surname1: ' de la  Cruz ', curp: 'oenl910314mmcrxs06', birthDate: '1991-03-15' }),
    )
    expect(made.curpWarnings).toEqual(['curp-name', 'curp-birth-date'])
    const record = await it.must('people.get', { id: made.id })
    expect(record).toMatchObject({
      here: true,
      facts: { surname1: 'de la Cruz', curp: 'OENL910314MMCRXS06' },
      stays: [{ admittedOn: '2026-01-15', dormitory: 'B-04', leftOn: null }],
      timeline: [{ event: 'person.registered', actor: 'Clara Coordinadora' }],
    })
  })

  test('an approximate birth date is not held against a CURP', async () => {
    const approximate = { birthDate: '1991-01-01', birthPrecision: 'approximate' as const, curp: 'OENL910314MMCRXS06' }
    expect((await it.must('people.register', aWomanToRegister(approximate))).curpWarnings).toEqual([])
  })

  test('a second woman with the file number is refused, whatever the reason', async () => {
    await registerWoman(it, { fileNumber: 'DEM-21-0101' })
    const again = aWomanToRegister({ fileNumber: 'dem-21-0101', surname1: 'Otra', birthDate: '1980-01-01' })
    expect(await code(it.call('people.register', again))).toEqual(['same-file-number'])
  })

  test('whoever looks like another is shown while typing and needs a reason', async () => {
    const id = await registerWoman(it, { birthDate: '1991-03-14' })
    const typed = { surname1: 'NUÑEZ', surname2: 'Ortega', givenNames: 'Ma. Luisa', birthDate: '1992-01-01' }
    expect(await it.must('people.lookalikes', { ...typed, fileNumber: '' })).toMatchObject([
      { id, likeness: 'name-and-birth-year', dormitory: 'B-04' },
    ])
    expect(await it.must('people.lookalikes', { ...typed, fileNumber: '', except: id })).toEqual([])
    const { notADuplicate: _reason, ...without } = aWomanToRegister(typed)
    expect(await code(it.call('people.register', without))).toEqual(['looks-like-another'])
    expect(await code(it.call('people.register', { ...without, notADuplicate: 'Son primas' }))).toEqual([])
    const [first] = (await it.must('office.audit', { event: 'person.registered' })).entries
    expect(first?.reason).toBe('Son primas')
  })

  test('nobody is admitted tomorrow or born tomorrow, and an unknown birth date has none', async () => {
    expect(await code(it.call('people.register', aWomanToRegister({}, { admittedOn: '2026-11-01' })))).toEqual([
      'day-in-the-future',
    ])
    expect(await code(it.call('people.register', aWomanToRegister({ birthDate: '2026-11-01' })))).toEqual([
      'birth-in-future',
    ])
    const both = aWomanToRegister({ birthDate: '1990-01-01', birthPrecision: 'unknown' })
    expect(await code(it.call('people.register', both))).toEqual(['bad-input'])
  })

  test('is not for readers', async () => {
    await it.signInAs('reader')
    expect(await code(it.call('people.register', aWomanToRegister()))).toEqual(['not-allowed'])
  })
})

describe('correcting', () => {
  test('writes only what changed into the audit, with the reason, and finds her by the new name', async () => {
    const id = await registerWoman(it)
    const { version, facts } = await it.must('people.get', { id })
    const corrected = { ...facts, surname2: 'Muñoz', chosenName: 'Lucha' }
    await it.must('people.correct', { id, version, facts: corrected, reason: 'Acta de nacimiento' })
    const [event] = (await it.must('office.audit', { event: 'person.corrected' })).entries
    expect(JSON.parse(event?.before ?? '')).toEqual({ surname2: 'Núñez', chosenName: null })
    expect(JSON.parse(event?.after ?? '')).toEqual({ surname2: 'Muñoz', chosenName: 'Lucha' })
    expect(event?.reason).toBe('Acta de nacimiento')
    expect(await listed({ search: 'muñoz lucha' })).toHaveLength(1)
  })

  test('refuses what somebody else has changed meanwhile, a number of another, and no change at all', async () => {
    const id = await registerWoman(it)
    const other = await registerWoman(it, { surname1: 'Pérez' })
    const { version, facts } = await it.must('people.get', { id })
    const { facts: hers } = await it.must('people.get', { id: other })
    const send = (change: Partial<typeof facts>, seen = version) =>
      code(it.call('people.correct', { id, version: seen, facts: { ...facts, ...change }, reason: 'x' }))
    expect(await send({})).toEqual(['nothing-changed'])
    expect(await send({ fileNumber: hers.fileNumber })).toEqual(['same-file-number'])
    expect(await send({ schooling: null }, version + 1)).toEqual(['stale'])
    expect(await send({ schooling: null })).toEqual([])
    expect(await send({ schooling: 'secundaria' })).toEqual(['stale'])
  })
})
