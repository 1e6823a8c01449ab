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
    expect(await code(it.call('children.ofMother', { motherId }))).toEqual(['not-allowed'])
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
    expect((await it.must('children.ofMother', { motherId })).map((row) => row.code)).toEqual([
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
      code(it.call('children.leave', { id, version: seen, leftOn, reason: 'Con su abuela' }))
    expect(await leave('2026-11-01')).toEqual(['day-in-the-future'])
    expect(await leave('2024-07-08')).toEqual(['before-admission'])
    expect(await leave('2026-10-30')).toEqual([])
    expect(await leave('2026-10-30', version + 1)).toEqual(['child-left-already'])
    expect((await it.must('children.list', {})).rows).toEqual([])
    expect((await it.must('children.get', { id })).timeline.map((entry) => entry.event)).toEqual([
      'child.left',
      'child.registered',
    ])
  })
})

describe('adults', () => {
  const grandmother = { fullName: 'Ofelia  Castro Ruiz', document: 'INE 9436', phone: '5559269768' }
  const may = { relation: 'abuela materna', mayCollect: true, validUntil: '2026-10-30', forbiddenBy: null }

  test('stand as may, ended or forbidden, and the list counts those who may collect', async () => {
    const { id } = await registerChild(it, motherId)
    const added = await it.must('children.addAdult', { childId: id, adult: grandmother, ...may })
    const forbidden = { relation: 'padre', mayCollect: false, validUntil: null, forbiddenBy: 'Oficio 1184/2026' }
    const father = { fullName: 'Ramiro Salas Tovar', document: null, phone: null }
    await it.must('children.addAdult', { childId: id, adult: father, ...forbidden })
    const standings = async () =>
      (await it.must('children.get', { id })).adults.map((adult) => [adult.fullName, adult.standing])
    expect(await standings()).toEqual([
      ['Ofelia Castro Ruiz', 'ended'],
      ['Ramiro Salas Tovar', 'forbidden'],
    ])
    const extended = { id: added.id, version: 1, ...may, validUntil: '2027-04-30', reason: 'Renovada' }
    await it.must('children.alterAuthority', extended)
    expect((await standings())[0]).toEqual(['Ofelia Castro Ruiz', 'may'])
    expect((await it.must('children.list', {})).rows[0]?.mayCollect).toBe(1)
    expect(await code(it.call('children.alterAuthority', { ...extended, validUntil: null }))).toEqual(['stale'])
    expect(await code(it.call('children.alterAuthority', { ...extended, version: 2 }))).toEqual(['nothing-changed'])
  })

  test('nobody may collect and be forbidden at once', async () => {
    const { id } = await registerChild(it, motherId)
    const both = { childId: id, adult: grandmother, ...may, forbiddenBy: 'Oficio 1' }
    expect(await code(it.call('children.addAdult', both))).toEqual(['bad-input'])
  })

  test('one adult serves siblings, is found by half a name, and stands on a child’s list once', async () => {
    const first = await registerChild(it, motherId)
    const second = await registerChild(it, motherId, { givenNames: 'Mateo' })
    await it.must('children.addAdult', { childId: first.id, adult: grandmother, ...may })
    expect(await it.must('children.adults', { search: '' })).toEqual([])
    const [known] = await it.must('children.adults', { search: 'ofel' })
    if (!known) throw new Error('not found')
    await it.must('children.addAdult', { childId: second.id, adult: { id: known.id }, ...may })
    expect(await code(it.call('children.addAdult', { childId: second.id, adult: grandmother, ...may }))).toEqual([
      'adult-listed-already',
    ])
    await it.must('children.correctAdult', { ...grandmother, id: known.id, version: 1, phone: null, reason: 'Ya no' })
    expect((await it.must('children.get', { id: second.id })).adults[0]?.phone).toBeNull()
  })
})
