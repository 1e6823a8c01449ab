import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Input } from '../../src/shared/contract'
import { codesOf, openTestOffice, type TestOffice } from '../factories/office'
import { createAxis, createEdition, editionFields } from '../factories/programs'

let it: TestOffice
let axisId: string
let id: string
beforeEach(async () => {
  it = await openTestOffice({ now: '2026-10-13T17:30:00.000Z' })
  axisId = await createAxis(it)
  id = (await it.must('programs.createWorkshop', { axisId, title: 'Bordado a mano' })).id
})
afterEach(() => it.close())

type Fields = Input<'programs.changeWorkshop'>['fields']
const workshop = () => it.must('programs.workshop', { id })
const save = async (fields: Partial<Fields>) => {
  const { version, title, moduleList, requirementList, kitList } = await workshop()
  const stands = { title, modules: moduleList, requirements: requirementList, kit: kitList }
  return it.call('programs.changeWorkshop', { id, version, fields: { ...stands, ...fields } })
}

describe('a workshop of the catalog', () => {
  test('keeps modules and tools in the order that was chosen, under the ids that they had', async () => {
    const modules = ['Urdido', 'Tejido', 'Acabado'].map((title) => ({ id: null, title, minutes: 120 }))
    const kit = [{ id: null, tool: 'Tijeras', quantity: 12 }]
    expect(codesOf(await save({ modules, kit }))).toEqual([])
    const before = (await workshop()).moduleList
    const [first, second, third] = before
    if (!first || !second || !third) throw new Error('no modules')
    // Two that change names, one that goes down, one that goes away and comes back new.
    await save({
      modules: [
        { ...third, title: 'Urdido' },
        { ...first, title: 'Acabado' },
      ],
    })
    expect((await workshop()).moduleList).toEqual([
      { ...third, title: 'Urdido' },
      { ...first, title: 'Acabado' },
    ])
    await save({ modules: [{ ...second, id: null }] })
    const after = await workshop()
    expect(after.moduleList.map((module) => module.title)).toEqual(['Tejido'])
    expect(after.moduleList[0]?.id).not.toBe(second.id)
    expect(after.kitList).toMatchObject([{ tool: 'Tijeras', quantity: 12 }])
    expect(after).toMatchObject({ modules: 1, minutes: 120, tools: 1 })
  })

  test('is refused with a name, module, tool or requirement twice, and when somebody was faster', async () => {
    await it.must('programs.createWorkshop', { axisId, title: 'Tejido' })
    const module = { id: null, title: 'Urdido', minutes: 60 }
    const tool = { id: null, tool: 'Aguja', quantity: 3 }
    const schooling = { kind: 'schooling' as const, value: 'primary' as const }
    expect(codesOf(await it.call('programs.createWorkshop', { axisId, title: 'bordado a máno' }))).toEqual([
      'same-workshop',
    ])
    expect(codesOf(await save({ title: 'TEJIDO' }))).toEqual(['same-workshop'])
    expect(codesOf(await save({ modules: [module, { ...module, title: 'urdido' }] }))).toEqual(['same-module'])
    expect(codesOf(await save({ kit: [tool, tool] }))).toEqual(['same-tool'])
    expect(codesOf(await save({ requirements: [schooling, schooling] }))).toEqual(['same-requirement'])
    expect(codesOf(await save({ requirements: [{ kind: 'prior-workshop', value: id }] }))).toEqual(['unknown-module'])
    const { version } = await workshop()
    await save({ requirements: [schooling] })
    const fields = { title: 'Bordado', modules: [], requirements: [], kit: [] }
    expect(codesOf(await it.call('programs.changeWorkshop', { id, version, fields }))).toEqual(['stale'])
  })

  test('a module that is taught stays with its editions when the catalog drops it', async () => {
    await save({ modules: [{ id: null, title: 'Urdido', minutes: 480 }] })
    const modules = (await workshop()).moduleList.map((module) => ({ id: module.id, minutes: module.minutes }))
    const editionId = await createEdition(it, axisId, 'CL-01-26B', 'Bordado a mano', { modules })
    await save({ modules: [] })
    const { version, modules: taught } = await it.must('programs.edition', { id: editionId })
    expect(taught.map((module) => module.title)).toEqual(['Urdido'])
    const fields = editionFields({ modules, capacity: 20 })
    expect(codesOf(await it.call('programs.change', { id: editionId, version, fields, reason: 'Cupo' }))).toEqual([])
    const fresh = { axisId, code: 'CL-02-26B', workshop: 'Bordado a mano', fields: editionFields({ modules }) }
    expect(codesOf(await it.call('programs.create', fresh))).toEqual(['unknown-module'])
  })
})

describe('the rule of a certificate', () => {
  const rule = (fromDay: string, minRatePercent: number, minHours: number | null = null) => ({
    fromDay,
    minRatePercent,
    minHours,
  })
  test('is taken by an edition on its first day, and kept when the catalog has another', async () => {
    await it.must('programs.addRule', { id, rule: rule('2026-01-01', 75) })
    await it.must('programs.addRule', { id, rule: rule('2027-01-01', 85, 40) })
    const old = await createEdition(it, axisId, 'CL-01-26B', 'Bordado a mano')
    const next = await createEdition(it, axisId, 'CL-01-27A', 'Bordado a mano', {
      startsOn: '2027-01-11',
      endsOn: '2027-03-12',
    })
    const of = async (edition: string) => {
      const { minRatePercent, minHours, ruleFrom } = await it.must('programs.edition', { id: edition })
      return [minRatePercent, minHours, ruleFrom]
    }
    expect(await of(old)).toEqual([75, null, '2026-01-01'])
    expect(await of(next)).toEqual([85, 40, '2027-01-01'])
    const change = (minRatePercent: number) =>
      it.call('programs.change', {
        id: old,
        version: 1,
        fields: editionFields({ minRatePercent }),
        reason: 'Otra regla',
      })
    expect(await change(60)).toMatchObject({ refusals: [{ code: 'rule-is-kept', field: 'minRatePercent' }] })
    expect(codesOf(await change(75))).toEqual([])
    expect((await workshop()).rule).toMatchObject(rule('2026-01-01', 75))
  })
  test('is refused in the past once there is one, twice for one day, and not taken back once it was taken', async () => {
    await it.must('programs.addRule', { id, rule: rule('2026-01-01', 75) })
    const add = async (fromDay: string) => codesOf(await it.call('programs.addRule', { id, rule: rule(fromDay, 80) }))
    expect(await add('2026-01-01')).toEqual(['same-rule-day'])
    expect(await add('2026-10-12')).toEqual(['rule-in-the-past'])
    expect(await add('2026-10-13')).toEqual([])
    await createEdition(it, axisId, 'CL-01-26B', 'Bordado a mano')
    const drop = async (fromDay: string) => codesOf(await it.call('programs.dropRule', { id, fromDay }))
    expect(await drop('2026-01-01')).toEqual(['rule-in-use'])
    expect(await drop('2026-10-13')).toEqual([])
    expect(await drop('2026-10-13')).toEqual(['unknown-rule'])
    await it.signInAs('axis-lead')
    expect(await add('2027-01-01')).toEqual(['not-allowed'])
  })
})

describe('rooms and instructors', () => {
  test('are renamed, put out of use, and no longer proposed', async () => {
    await createEdition(it, axisId, 'CL-01-26B', 'Bordado a mano')
    await createEdition(it, axisId, 'CL-02-26B', 'Tejido', { room: 'Taller 2', instructor: 'Mtra. Olga Ruiz' })
    const { rooms, instructors } = await it.must('programs.resources', {})
    const [room, irene] = [
      rooms.find((each) => each.name === 'Aula 1'),
      instructors.find((each) => each.name.includes('Irene')),
    ]
    if (!room || !irene) throw new Error('no room')
    expect([room.editions, irene.editions]).toEqual([1, 1])
    const taken = await it.call('programs.changeRoom', { id: room.id, name: 'TALLER 2', active: true })
    expect(codesOf(taken)).toEqual(['name-taken'])
    await it.must('programs.changeRoom', { id: room.id, name: 'Aula grande', active: false })
    expect((await it.must('programs.choices', {})).rooms).toEqual(['Taller 2'])
  })
  test('a permit that ends before the last session is said while planning, on the page and as a task', async () => {
    const editionId = await createEdition(it, axisId, 'CL-01-26B', 'Bordado a mano')
    const irene = (await it.must('programs.resources', {})).instructors[0]
    if (!irene) throw new Error('no instructor')
    const facts = { provider: null, clearanceUntil: '2026-10-22', active: true }
    await it.must('programs.changeInstructor', { id: irene.id, name: irene.name, ...facts })
    expect((await it.must('programs.preview', { fields: editionFields() })).clearanceUntil).toBe('2026-10-22')
    expect((await it.must('programs.edition', { id: editionId })).clearanceUntil).toBe('2026-10-22')
    const kinds = async () =>
      (await it.must('tasks.list', {}))
        .filter(({ path }) => path.startsWith('/programs'))
        .map(({ kind, facts }) => [kind, facts.count ?? facts.code])
    expect(await kinds()).toEqual([['permit-ends', 1]])
    it.now = '2026-11-03T17:30:00.000Z'
    expect(await kinds()).toEqual([['edition-to-close', 'CL-01-26B']])
    await it.signInAs('reader')
    expect(await kinds()).toEqual([])
  })
})
