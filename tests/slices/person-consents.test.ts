import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Purpose } from '../../src/shared/contract/consents.contract'
import { codesOf, openTestOffice, type TestOffice } from '../factories/office'
import { registerWoman } from '../factories/people'
import { createAxis, createEdition } from '../factories/programs'

let it: TestOffice
let id: string
beforeEach(async () => {
  it = await openTestOffice({ role: 'coordinator', now: '2026-10-27T18:00:00.000Z' })
  id = await registerWoman(it, { consents: null })
})
afterEach(() => it.close())

const aSheet = (more: Partial<Parameters<typeof it.call<'people.recordConsents'>>[1]> = {}) => ({
  personId: id,
  answers: [{ purpose: 'headquarters' as Purpose, answer: 'yes' as const }],
  answeredOn: '2026-10-20',
  how: 'thumbprint' as const,
  readAloud: true,
  folio: 'A-12',
  ...more,
})

const states = async (of = id) =>
  Object.fromEntries((await it.must('people.consents', { id: of })).map((each) => [each.purpose, each.state]))
const current = async (purpose: Purpose) =>
  (await it.must('people.consents', { id })).find((each) => each.purpose === purpose)?.current
const leaves = async (of = id): Promise<number> => {
  const preview = await it.must('bundles.preview', { period: '2026-10' })
  const people = preview.tables.find((table) => table.name === 'people')
  return of ? (people?.rows ?? 0) : 0
}

describe('consents', () => {
  test('nobody asked is unknown; the register alone says so; a paper outweighs it, and taking it back outweighs both', async () => {
    expect(await states()).toEqual({
      participation: 'unknown',
      headquarters: 'unknown',
      photo: 'unknown',
      named: 'unknown',
      'follow-up': 'unknown',
    })
    const registered = await registerWoman(it, { surname1: 'Zea', consents: true })
    expect(await states(registered)).toMatchObject({ headquarters: 'register-yes', photo: 'unknown' })
    const sheet = { ...aSheet(), personId: registered }
    await it.must('people.recordConsents', { ...sheet, answers: [{ purpose: 'headquarters', answer: 'no' }] })
    expect(await states(registered)).toMatchObject({ headquarters: 'no', participation: 'register-yes' })
  })

  test('keep date, manner and sheet, and what was answered before', async () => {
    await it.must('people.recordConsents', aSheet())
    expect(await current('headquarters')).toMatchObject({
      answer: 'yes',
      answeredOn: '2026-10-20',
      how: 'thumbprint',
      readAloud: true,
      folio: 'A-12',
    })
    await it.must(
      'people.recordConsents',
      aSheet({ answers: [{ purpose: 'headquarters', answer: 'no' }], answeredOn: '2026-10-21', folio: 'A-13' }),
    )
    const [, headquarters] = await it.must('people.consents', { id })
    expect(headquarters).toMatchObject({ state: 'no', past: [{ folio: 'A-12', answer: 'yes' }] })
  })

  test('are refused from tomorrow, from before the last answer, twice, or from the sheet of another woman', async () => {
    expect(codesOf(await it.call('people.recordConsents', aSheet({ answeredOn: '2026-10-28' })))).toEqual([
      'day-in-the-future',
    ])
    const twice = [...aSheet().answers, { purpose: 'headquarters' as const, answer: 'no' as const }]
    expect(codesOf(await it.call('people.recordConsents', aSheet({ answers: twice })))).toEqual(['purpose-twice'])
    await it.must('people.recordConsents', aSheet())
    expect(codesOf(await it.call('people.recordConsents', aSheet({ answeredOn: '2026-10-19' })))).toEqual([
      'before-last-answer',
    ])
    const other = await registerWoman(it, { surname1: 'Zea' })
    const { folio } = await it.must('people.printConsentForm', { id: other })
    expect(codesOf(await it.call('people.recordConsents', aSheet({ folio })))).toEqual(['folio-of-another'])
    const own = await it.must('people.printConsentForm', { id })
    expect(codesOf(await it.call('people.recordConsents', aSheet({ folio: own.folio })))).toEqual([])
  })

  test('taken back keep their day, and cannot be taken back twice; a new sheet gives them anew', async () => {
    await it.must('people.recordConsents', aSheet())
    const given = await current('headquarters')
    const back = { id: given?.id ?? '', version: given?.version ?? 0, withdrawnOn: '2026-10-25' }
    expect(codesOf(await it.call('people.withdrawConsent', { ...back, withdrawnOn: '2026-10-19' }))).toEqual([
      'before-last-answer',
    ])
    await it.must('people.withdrawConsent', back)
    expect(await states()).toMatchObject({ headquarters: 'withdrawn' })
    expect(codesOf(await it.call('people.withdrawConsent', { ...back, version: back.version + 1 }))).toEqual([
      'consent-not-given',
    ])
    await it.must('people.recordConsents', aSheet({ answeredOn: '2026-10-26', folio: 'A-14' }))
    expect(await states()).toMatchObject({ headquarters: 'yes' })
    expect((await it.must('people.life', { id, areas: ['consents'] })).entries.map((entry) => entry.kind)).toEqual([
      'consented',
      'withdrew',
      'consented',
    ])
  })

  test('decide whether her rows leave, and the list knows', async () => {
    const agreed = await registerWoman(it, { surname1: 'Zea', consents: true })
    expect(await leaves()).toBe(1)
    expect(await it.must('bundles.preview', { period: '2026-10' })).toMatchObject({ withheld: 1 })
    await it.must('people.recordConsents', aSheet())
    expect(await leaves()).toBe(2)
    const given = await current('headquarters')
    await it.must('people.withdrawConsent', {
      id: given?.id ?? '',
      version: given?.version ?? 0,
      withdrawnOn: '2026-10-27',
    })
    expect(await leaves()).toBe(1)
    const listed = (await it.must('people.list', { consents: 'yes' })).rows.map((row) => row.id)
    expect(listed).toEqual([agreed])
  })

  test('an import that says yes again does not undo a withdrawal', async () => {
    await it.must('people.recordConsents', aSheet({ answers: [{ purpose: 'headquarters', answer: 'no' }] }))
    const { version, facts } = await it.must('people.get', { id })
    await it.must('people.correct', { id, version, facts: { ...facts, consents: true }, reason: 'Padrón nuevo' })
    expect(await states()).toMatchObject({ headquarters: 'no', participation: 'register-yes' })
    expect(await leaves()).toBe(0)
  })
})

describe('the line of time', () => {
  beforeEach(async () => {
    const open = await createAxis(it)
    const shut = await createAxis(it, { code: 'SM', name: 'Salud mental', sensitive: true })
    const weaving = await createEdition(it, open, 'CL-01-26B', 'Tejido a gancho', { endsOn: '2026-12-15' })
    const calm = await createEdition(it, shut, 'SM-01-26B', 'Manejo de ansiedad', {
      endsOn: '2026-12-15',
      room: 'Aula 2',
      instructor: 'Psic. Otra',
      slots: [{ weekday: 4, startsAt: '10:00', endsAt: '12:00' }],
    })
    for (const editionId of [weaving, calm])
      await it.must('places.give', { editionId, personId: id, openedOn: '2026-10-01' })
  })
  const kinds = async (areas: Parameters<typeof it.call<'people.life'>>[1]['areas'] = []) =>
    (await it.must('people.life', { id, areas })).entries.map((entry) => entry.kind)

  test('says of a sensitive group only that there was something, and leads nowhere, for who may not know', async () => {
    expect(await kinds(['places'])).toEqual(['placeOpened', 'placeOpened'])
    await it.signInAs('axis-lead')
    const { entries } = await it.must('people.life', { id, areas: ['places'] })
    expect(entries.map((entry) => entry.kind).sort()).toEqual(['placeOpened', 'reserved'])
    expect(JSON.stringify(entries)).not.toContain('ansiedad')
    expect(entries.find((entry) => entry.kind === 'reserved')).toMatchObject({ facts: {}, words: {}, path: null })
  })

  test('is sifted by area, and every entry but papers and what is reserved leads to its record', async () => {
    await it.must('people.recordConsents', aSheet())
    await it.must('people.printHistory', { id, from: null, until: null })
    const { entries, counts } = await it.must('people.life', { id })
    expect(counts.map((each) => [each.area, each.count])).toEqual([
      ['stay', 1],
      ['places', 2],
      ['consents', 1],
      ['papers', 1],
      ['record', 1],
    ])
    for (const entry of entries)
      expect([entry.kind, entry.path === null]).toEqual([entry.kind, entry.area === 'papers'])
    expect(await kinds(['stay', 'papers'])).toEqual(['paper', 'admitted'])
    expect(entries.map((entry) => entry.day)).toEqual(
      entries
        .map((entry) => entry.day)
        .toSorted()
        .reverse(),
    )
  })
})
