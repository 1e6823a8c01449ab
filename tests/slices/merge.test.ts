import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { dictionary, LANGUAGES } from '../../src/shared/i18n'
import type { Input } from '../../src/shared/contract'
import type { MergePreview, MergeSide } from '../../src/shared/contract/merge.contract'
import { isMovedHere } from '../../src/main/features/people/collisions.service'
import { listReferences } from '../../src/main/platform/db/references'
import { registerChild } from '../factories/children'
import { codesOf, openTestOffice, type TestOffice } from '../factories/office'
import { registerWoman } from '../factories/people'
import { createAxis, createEdition } from '../factories/programs'
import { stayOf } from '../factories/stays'

let it: TestOffice
beforeEach(async () => {
  it = await openTestOffice({ role: 'coordinator' })
})
afterEach(() => it.close())

/** The same woman registered twice: at her admission of January, and again in March under another number. */
async function aDouble() {
  const keptId = await registerWoman(it, { fileNumber: 'DEM-26-9001', givenNames: 'Luz', schooling: null })
  const loserId = await registerWoman(
    it,
    { fileNumber: 'DEM-26-9002', surname1: 'Hortega', givenNames: 'Luz', schooling: 'secundaria' },
    { admittedOn: '2026-03-01', dormitory: 'C-07' },
  )
  return { keptId, loserId }
}

const choose = (preview: MergePreview, side: MergeSide) =>
  Object.fromEntries(preview.collisions.map((each) => [each.key, side]))

async function mergeOf(
  ids: { keptId: string; loserId: string },
  more: Partial<Input<'people.merge'>> = {},
  side: MergeSide = 'kept',
) {
  const preview = await it.must('people.previewMerge', ids)
  const choices = choose(preview, side)
  return it.call('people.merge', {
    ...ids,
    seen: preview.seen,
    fromLoser: [],
    choices,
    reason: 'Misma huella',
    ...more,
  })
}

test('both side by side: what differs, what cannot stand twice, and what would go over', async () => {
  const ids = await aDouble()
  await registerChild(it, ids.loserId)
  const preview = await it.must('people.previewMerge', ids)
  expect(preview).toMatchObject({
    kept: { fileNumber: 'DEM-26-9001', state: 'active' },
    loser: { fileNumber: 'DEM-26-9002', dormitory: 'C-07' },
    blocks: [],
    collisions: [{ kind: 'stay', kept: { from: '2026-01-15', until: null }, loser: { from: '2026-03-01' } }],
  })
  expect(preview.fields).toContainEqual({ field: 'schooling', kept: null, loser: 'secundaria' })
  expect(preview.moves).toEqual(expect.arrayContaining([{ table: 'child', count: 1 }]))
  expect(codesOf(await it.call('people.previewMerge', { ...ids, loserId: ids.keptId }))).toEqual(['same-record'])
})

test('joined, the old address and the old number lead to the kept record, and her list holds her once', async () => {
  const ids = await aDouble()
  const { id: childId } = await registerChild(it, ids.loserId)
  const done = await mergeOf(ids, { fromLoser: ['surname1', 'schooling', 'fileNumber'] })
  expect(done.ok).toBe(true)
  const kept = await it.must('people.get', { id: ids.loserId })
  expect(kept.id).toBe(ids.keptId)
  expect(kept.facts).toMatchObject({ fileNumber: 'DEM-26-9002', surname1: 'Hortega', schooling: 'secundaria' })
  expect(kept.stays).toMatchObject([{ admittedOn: '2026-01-15', dormitory: 'B-04' }])
  for (const search of ['DEM-26-9001', 'DEM-26-9002', 'ortega luz', 'hortega'])
    expect((await it.must('people.list', { search, presence: 'all' })).rows.map((row) => row.id)).toEqual([ids.keptId])
  expect((await it.must('people.list', { presence: 'all' })).total).toBe(1)
  expect(await it.must('children.ofMother', { id: ids.keptId })).toMatchObject([{ id: childId }])
  for (const channel of ['people.stay', 'people.consents'] as const)
    expect(codesOf(await it.call(channel, { id: ids.loserId }))).toEqual(['unknown-person'])
  expect(kept.timeline.map((entry) => entry.event).sort()).toEqual([
    'person.merged',
    'person.mergedAway',
    'person.registered',
    'person.registered',
  ])
  const trail = (await it.must('office.audit', { subjectId: ids.keptId })).entries
  expect(trail.find((entry) => !entry.event.endsWith('read'))).toMatchObject({
    event: 'person.merged',
    reason: 'Misma huella',
  })
})

test('places, waits and marks of both: what was chosen stands, and no more than one open place of one edition', async () => {
  const ids = await aDouble()
  const axisId = await createAxis(it)
  const editionId = await createEdition(it, axisId, 'CL-01-26B', 'Tejido a gancho', { endsOn: '2026-12-15' })
  await it.must('places.give', { personId: ids.keptId, editionId, openedOn: '2026-10-05' })
  await it.must('places.give', { personId: ids.loserId, editionId, openedOn: '2026-10-01' })
  const preview = await it.must('people.previewMerge', ids)
  expect(preview.collisions.map((each) => each.kind)).toEqual(['stay', 'place'])
  expect(preview.collisions[1]).toMatchObject({
    title: 'Tejido a gancho · CL-01-26B',
    kept: { from: '2026-10-05' },
    loser: { from: '2026-10-01' },
  })
  const unsaid = await it.call('people.merge', { ...ids, seen: preview.seen, fromLoser: [], choices: {}, reason: 'x' })
  expect(codesOf(unsaid)).toEqual(['collision-unresolved'])
  expect((await mergeOf(ids, {}, 'loser')).ok).toBe(true)
  const places = (await it.must('places.ofPerson', { id: ids.keptId })).places
  expect(places.filter((place) => place.endedOn === null)).toMatchObject([{ openedOn: '2026-10-01' }])
  expect(places.filter((place) => place.endedOn !== null)).toMatchObject([{ endedOn: '2026-10-04' }])
  expect((await it.must('people.get', { id: ids.keptId })).stays).toMatchObject([{ admittedOn: '2026-03-01' }])
})

test('nothing is joined that has changed since it was shown', async () => {
  const ids = await aDouble()
  const { seen } = await it.must('people.previewMerge', ids)
  await registerChild(it, ids.loserId)
  expect(codesOf(await mergeOf(ids, { seen }))).toEqual(['stale'])
})

describe('refused with the reason', () => {
  test('two who were kept apart from each other are two women', async () => {
    const ids = await aDouble()
    await it.must('people.recordKeepApart', {
      personId: ids.keptId,
      otherId: ids.loserId,
      scope: 'session',
      reasonGroup: 'threat',
      level: 'warn',
      startsOn: '2026-10-01',
      reviewOn: '2026-12-01',
      note: '',
    })
    expect((await it.must('people.previewMerge', ids)).blocks).toEqual([{ code: 'kept-apart-from-herself', facts: {} }])
    expect(codesOf(await mergeOf(ids))).toEqual(['kept-apart-from-herself'])
  })
})

test('taken back they are two again; by whom it is offered, and not once somebody has worked on it', async () => {
  const ids = await aDouble()
  await mergeOf(ids)
  const { merges } = await stayOf(it, ids.keptId)
  expect(merges).toMatchObject([{ loserId: ids.loserId, fileNumber: 'DEM-26-9002', closed: false }])
  const part = (reason = 'Son dos') => it.call('people.undoMerge', { id: ids.keptId, loserId: ids.loserId, reason })
  await it.signInAs('axis-lead')
  expect(codesOf(await part())).toEqual(['not-allowed'])
  await it.signInAs('director')
  expect((await part()).ok).toBe(true)
  expect((await it.must('people.get', { id: ids.loserId })).facts.fileNumber).toBe('DEM-26-9002')
  expect((await stayOf(it, ids.keptId)).merges).toEqual([])
  expect(codesOf(await part())).toEqual(['unknown-batch'])
  await mergeOf(ids, { fromLoser: ['schooling'] })
  const { version, facts } = await it.must('people.get', { id: ids.keptId })
  await it.must('people.correct', { id: ids.keptId, version, facts: { ...facts, schooling: 'primaria' }, reason: 'x' })
  expect(codesOf(await part())).toEqual(['batch-in-use'])
})

test('each table that points at a woman has a name for whoever sees what moves', async () => {
  const tables = (await listReferences(it.office.look().db, 'person')).filter(isMovedHere).map(({ table }) => table)
  for (const language of LANGUAGES)
    for (const table of tables) expect(dictionary(language)).toHaveProperty([`merge.moves.${table}`])
})
