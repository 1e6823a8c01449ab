import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { aChild, registerChild } from '../factories/children'
import { openTestOffice, type TestOffice } from '../factories/office'
import { registerWoman } from '../factories/people'

let it: TestOffice
let motherId: string
beforeEach(async () => {
  it = await openTestOffice({ role: 'coordinator' })
  motherId = await registerWoman(it, { surname1: 'Soto', surname2: 'Ñáñez', givenNames: 'Elena' })
})
afterEach(() => it.close())

const code = async (answer: Promise<{ ok: boolean; refusals?: readonly { code: string }[] }>): Promise<string[]> =>
  (await answer).refusals?.map((refusal) => refusal.code) ?? []

describe('who may know of the children', () => {
  test.each(['axis-lead', 'mental-health', 'gate', 'reader'] as const)('not the %s', async (role) => {
    const { id } = await registerChild(it, motherId)
    await it.signInAs(role)
    expect(await code(it.call('children.list', {}))).toEqual(['not-allowed'])
    expect(await code(it.call('children.get', { id }))).toEqual(['not-allowed'])
    expect(await code(it.call('children.ofMother', { id: motherId }))).toEqual(['not-allowed'])
  })

  test('each opening of a record is written down, with who and which', async () => {
    const { id } = await registerChild(it, motherId)
    await it.signInAs('mother-child')
    await it.must('children.get', { id })
    await it.must('children.list', {})
    await it.signInAs('director')
    const reads = await it.must('office.audit', { event: 'child.read' })
    expect(reads.entries).toMatchObject([{ actor: 'Marta Maternidad', subjectType: 'child', subjectId: id }])
  })
})

describe('the list', () => {
  test('tells completed months, days to the limit and who is over it, on any day', async () => {
    await registerChild(it, motherId, { givenNames: 'Regina', birthDate: '2023-07-29' })
    await registerChild(it, motherId, { givenNames: 'Iker', birthDate: '2024-03-29' })
    await registerChild(it, motherId, { givenNames: 'Ximena', birthDate: '2025-05-29', birthPrecision: 'approximate' })
    await registerChild(it, motherId, { givenNames: 'Sin fecha', birthDate: null, birthPrecision: 'unknown' })
    const named = async (input: Parameters<typeof it.call<'children.list'>>[1]) =>
      (await it.must('children.list', input)).rows.map((row) => row.givenNames)
    const { rows, ageLimitMonths, day } = await it.must('children.list', {})
    expect({ ageLimitMonths, day }).toEqual({ ageLimitMonths: 36, day: '2026-10-31' })
    expect(rows.map((row) => [row.givenNames, row.age.months, row.age.daysToLimit, row.age.state])).toEqual([
      ['Iker', 31, 149, 'soon'],
      ['Regina', 39, -94, 'over'],
      ['Sin fecha', null, null, 'unknown'],
      ['Ximena', 17, 576, 'within'],
    ])
    expect(await named({ limit: 'over' })).toEqual(['Regina'])
    expect(await named({ limit: 'approximate' })).toEqual(['Ximena'])
    expect(await named({ day: '2027-03-29', limit: 'over' })).toEqual(['Iker', 'Regina'])
    expect(await named({ search: 'nanez elena' })).toHaveLength(4)
    expect(await named({ search: 'xim' })).toEqual(['Ximena'])
  })

  test('minds the limit of the center', async () => {
    await registerChild(it, motherId, { birthDate: '2023-07-29' })
    const { version, ...settings } = await it.must('office.settings', {})
    await it.must('office.changeSettings', { version, settings: { ...settings, ageLimitMonths: 72 } })
    expect((await it.must('children.list', {})).rows[0]?.age).toMatchObject({ limitDay: '2029-07-29', state: 'within' })
  })
})

describe('registering and correcting', () => {
  test('gives the next code, checks the CURP with the sex, and shows on the mother’s page', async () => {
    const camila = await it.must('children.register', {
      motherId,
      facts: aChild({ curp: 'iasc240709mdfbtma6', sex: 'H' }),
    })
    expect(camila).toMatchObject({ code: 'DEM-H-001', curpWarnings: ['curp-sex'] })
    expect((await registerChild(it, motherId, { givenNames: 'Mateo' })).code).toBe('DEM-H-002')
    expect((await it.must('children.ofMother', { id: motherId })).map((row) => row.code)).toEqual([
      'DEM-H-001',
      'DEM-H-002',
    ])
  })

  test('the same child of the same mother is refused with the code it has', async () => {
    await registerChild(it, motherId)
    expect(await it.call('children.register', { motherId, facts: aChild({ givenNames: 'CAMILA' }) })).toMatchObject({
      refusals: [{ code: 'child-registered-already', facts: { code: 'DEM-H-001' } }],
    })
    const nobody = '00000000-0000-4000-8000-000000000000'
    expect(await code(it.call('children.register', { motherId: nobody, facts: aChild() }))).toEqual(['unknown-mother'])
    expect(await code(it.call('children.register', { motherId, facts: aChild({ birthDate: '2026-11-02' }) }))).toEqual([
      'birth-in-future',
    ])
  })

  test('a correction is versioned and writes what changed', async () => {
    const { id } = await registerChild(it, motherId)
    const { version, facts } = await it.must('children.get', { id })
    const corrected = { ...facts, birthDate: '2024-07-10', birthPrecision: 'approximate' as const }
    await it.must('children.correct', { id, version, facts: corrected, reason: 'La madre no recuerda el día' })
    expect(await code(it.call('children.correct', { id, version, facts, reason: 'x' }))).toEqual(['stale'])
    const [event] = (await it.must('office.audit', { event: 'child.corrected' })).entries
    expect(JSON.parse(event?.after ?? '')).toEqual({ birthDate: '2024-07-10', birthPrecision: 'approximate' })
  })

  test('a child leaves the center once; the record stays', async () => {
    const { id } = await registerChild(it, motherId)
    const { version } = await it.must('children.get', { id })
    const leave = (leftOn: string, seen = version) =>
      code(
        it.call('children.leave', {
          id,
          version: seen,
          leftOn,
          cause: 'age-limit',
          handedTo: 'Ofelia Castro Ruiz',
          reason: 'Con su abuela',
        }),
      )
    expect(await leave('2026-11-01')).toEqual(['day-in-the-future'])
    expect(await leave('2024-07-08')).toEqual(['before-admission'])
    expect(await leave('2026-10-30')).toEqual([])
    expect(await leave('2026-10-30', version + 1)).toEqual(['child-left-already'])
    expect((await it.must('children.list', {})).rows).toEqual([])
    expect((await it.must('children.timeline', { id })).map((entry) => entry.event)).toEqual([
      'child.registered',
      'child.left',
      'came',
      'born',
    ])
  })
})
