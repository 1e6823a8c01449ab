/** What a certificate asks for by the catalog, taken and kept by its editions; who recognises a course outside. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { codesOf, openTestOffice, type TestOffice } from '../factories/office'
import { createAxis, createEdition, editionFields } from '../factories/programs'

let it: TestOffice
let axisId: string
let id: string
beforeEach(async () => {
  it = await openTestOffice({ now: '2026-10-13T17:30:00.000Z' })
  axisId = await createAxis(it)
  id = (await it.must('programs.createWorkshop', { axisId, title: 'Primeros auxilios' })).id
})
afterEach(() => it.close())

const STRICT = { asksModules: true, asksPractical: true, asksTools: true, validMonths: 24 }
const rule = { fromDay: '2026-01-01', minRatePercent: 75, minHours: null, ...STRICT }

describe('what a rule asks besides attendance', () => {
  test('is taken by an edition with its day, and the edition cannot ask for less', async () => {
    await it.must('programs.addRule', { id, rule })
    const edition = await createEdition(it, axisId, 'CL-01-26B', 'Primeros auxilios')
    expect(await it.must('programs.edition', { id: edition })).toMatchObject({ ...STRICT, ruleFrom: '2026-01-01' })
    const change = (asks: Partial<typeof STRICT>) =>
      it.call('programs.change', {
        id: edition,
        version: 1,
        fields: editionFields({ minRatePercent: 75, ...STRICT, ...asks }),
        reason: 'Otra regla',
      })
    expect(codesOf(await change({ asksModules: false }))).toEqual(['rule-is-kept'])
    expect(codesOf(await change({}))).toEqual([])
  })
  test('of an edition without a rule is its own, goes over to its copies and is nothing unless said', async () => {
    const plain = await createEdition(it, axisId, 'CL-01-26B', 'Bordado')
    expect(await it.must('programs.edition', { id: plain })).toMatchObject({ asksModules: false, validMonths: null })
    const own = await createEdition(it, axisId, 'CL-02-26B', 'Bordado', { asksPractical: true, validMonths: 12 })
    const dates = { startsOn: '2027-01-04', endsOn: '2027-01-31' }
    const copy = await it.must('programs.copy', { id: own, code: 'CL-02-27A', ...dates })
    expect(await it.must('programs.edition', { id: copy.id })).toMatchObject({ asksPractical: true, validMonths: 12 })
  })
})

describe('an external registration', () => {
  const fields = { body: 'ICATI', number: 'TUX-26-114', standard: 'ec0217.01', registeredOn: '2026-03-02' }
  const register = async (change: Partial<typeof fields> = {}) =>
    codesOf(await it.call('programs.register', { id, fields: { ...fields, ...change } }))
  const registrations = async () => (await it.must('programs.workshop', { id })).registrations

  test('is one at a time, keeps its history and takes CONOCER’s code by its pattern alone', async () => {
    for (const standard of ['EC17', 'EC12345', 'EC0217.1', 'XX0217', 'EC0217.011'])
      expect(await register({ standard })).toEqual(['bad-input'])
    expect(await register({ registeredOn: '2026-10-14' })).toEqual(['day-in-the-future'])
    expect(await register()).toEqual([])
    expect(await registrations()).toMatchObject([{ standard: 'EC0217.01', endsOn: null }])
    expect(await register({ number: 'otro' })).toEqual(['registration-stands'])
    const [first] = await registrations()
    if (!first) throw new Error('no registration')
    const end = async (endsOn: string, version = 1) =>
      codesOf(await it.call('programs.endRegistration', { id: first.id, version, endsOn }))
    expect(await end('2026-03-01')).toEqual(['dates-reversed'])
    expect(await end('2026-06-30', 7)).toEqual(['stale'])
    expect(await end('2026-06-30')).toEqual([])
    expect(await register({ registeredOn: '2026-06-30' })).toEqual(['before-last-registration'])
    expect(await register({ registeredOn: '2026-07-01' })).toEqual([])
    expect((await registrations()).map((each) => each.registeredOn)).toEqual(['2026-07-01', '2026-03-02'])
  })
  test('is entered by who leads, of a workshop that is there', async () => {
    expect(codesOf(await it.call('programs.register', { id: axisId, fields }))).toEqual(['unknown-workshop'])
    expect(codesOf(await it.call('programs.endRegistration', { id, version: 1, endsOn: '2026-10-01' }))).toEqual([
      'unknown-registration',
    ])
    await it.signInAs('axis-lead')
    expect(await register()).toEqual(['not-allowed'])
  })
})
