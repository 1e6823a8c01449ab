/** What the desk sees beside the states themselves: drafts that came back and why, lists in order, names said as names. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { listLatest, searchStandings } from '../../src/main/features/certificates/standing.repo'
import {
  graduate,
  openDesk,
  putEnded,
  putGraduate,
  putSignedOff,
  seenDrafts,
  type Graduation,
} from '../factories/graduation'
import { codesOf } from '../factories/office'

let it: Graduation
let editionId: string
beforeEach(async () => {
  ;({ it, editionId } = await openDesk())
})
afterEach(() => {
  it.close()
})

const drafts = async () => (await it.must('certificates.steps', { editionId })).drafts
const seen = () => seenDrafts(it, editionId)

test('several drafts go back with one reason, which is read until the results are signed off again', async () => {
  const women = ['Álvarez', 'Ríos', 'Vega'].map((surname1) => putGraduate(it, editionId, { surname1 }))
  await putSignedOff(it, editionId, women)
  it.by = 'silvia'
  const [one, two, three] = await seen()
  await it.must('certificates.sendBack', { drafts: [one!, two!], reason: 'Falta la lista del 3 de octubre' })
  const by = { by: 'Silvia Suplente', reason: 'Falta la lista del 3 de octubre' }
  expect(await drafts()).toMatchObject([
    { state: 'draft', signedOffBy: null, sentBack: by },
    { state: 'draft', signedOffBy: null, sentBack: by },
    { state: 'to-sign', sentBack: null },
  ])
  // One of them is a draft already: none goes back.
  const again = { drafts: [three!, (await seen())[0]!], reason: 'Otra vez' }
  expect(codesOf(await it.call('certificates.sendBack', again))).toEqual(['not-signed-off'])
  expect((await drafts())[2]).toMatchObject({ state: 'to-sign' })
  it.by = 'clara'
  await it.must('certificates.signOff', { editionId, drafts: (await seen()).slice(0, 2) })
  expect((await drafts()).map((each) => each.sentBack)).toEqual([null, null, null])
})

test('what may not be known takes no place in the list of the latest', async () => {
  const woman = putGraduate(it, editionId, { surname1: 'Ríos' })
  const open = (await graduate(it, editionId, [woman])).issued[0]!
  const other = putEnded(it, { code: 'SM-01', title: 'Autoestima' })
  await graduate(it, other, [putGraduate(it, other, { surname1: 'Ríos', givenNames: 'Eva' })])
  const within = { hidden: [other], limit: 1 }
  expect((await listLatest(it.room.opened.read, within)).map((row) => row.id)).toEqual([open.id])
  const wanted = { folio: '', words: ['rios'], printed: '' }
  expect((await searchStandings(it.room.opened.read, wanted, within)).map((row) => row.id)).toEqual([open.id])
  expect((await listLatest(it.room.opened.read, { hidden: [], limit: 5 })).length).toBe(2)
})

test('the register of forms names her as every list does', async () => {
  const woman = putGraduate(it, editionId, { surname1: 'Ríos', surname2: 'Paz', givenNames: 'Ana' })
  const { issued } = await graduate(it, editionId, [woman])
  const hasForm = async () => (await it.must('certificates.undelivered', {})).rows.map((row) => row.hasForm)
  await it.must('certificates.useForms', { first: 'C-0102', certificateIds: [issued[0]!.id], purpose: 'duplicate' })
  // A copy's form is not the certificate's.
  expect(await hasForm()).toEqual([false])
  await it.must('certificates.useForms', { first: 'C-0101', certificateIds: [issued[0]!.id], purpose: 'certificate' })
  expect(await hasForm()).toEqual([true])
  expect((await it.must('certificates.record', { id: issued[0]!.id })).forms).toMatchObject([
    { number: 'C-0101', purpose: 'certificate' },
    { number: 'C-0102', purpose: 'duplicate' },
  ])
  await it.must('certificates.spoilForm', { number: 'C-0103', cause: 'jam', note: null })
  expect((await it.must('certificates.forms', {})).rows).toMatchObject([
    { number: 'C-0101', purpose: 'certificate', name: 'Ríos Paz, Ana' },
    { number: 'C-0102', purpose: 'duplicate', name: 'Ríos Paz, Ana' },
    { number: 'C-0103', purpose: 'other', name: null },
  ])
})

test('a refusal says whose certificate it is by her name', async () => {
  const woman = putGraduate(it, editionId, { surname1: 'Ríos', surname2: null, givenNames: 'Ana' })
  const { issued } = await graduate(it, editionId, [woman])
  const named = { ok: false, refusals: [{ facts: { name: 'Ana Ríos', folio: issued[0]!.folio } }] }
  const keyed = { editionId, personId: woman, result: 'NA' as const, version: 1 }
  expect(await it.call('certificates.evaluate', keyed)).toMatchObject(named)
  const cells = [{ personId: woman, of: 'final' as const, result: 'NA' as const, version: 1 }]
  expect(await it.call('certificates.keyResults', { editionId, cells })).toMatchObject(named)
})

test('a renewal is offered from ninety days before the end, and its day is told until then', async () => {
  it.room.opened.raw.prepare('UPDATE edition SET valid_months = 5 WHERE id = ?').run(editionId)
  const woman = putGraduate(it, editionId, { surname1: 'Ríos' })
  const { id } = (await graduate(it, editionId, [woman])).issued[0]!
  const early = await it.must('certificates.record', { id })
  expect(early).toMatchObject({ validUntil: '2027-03-31', renewableFrom: '2026-12-31' })
  expect(early.acts).not.toContain('start-renewal')
  const renew = { id, version: early.version, note: 'Sigue en el taller' }
  expect(await it.call('certificates.startRenewal', renew)).toMatchObject({
    refusals: [{ code: 'renewal-too-early', facts: { day: '2026-12-31' } }],
  })
  it.room.now = '2026-12-31T18:00:00.000Z'
  const due = await it.must('certificates.record', { id })
  expect(due.renewableFrom).toBeNull()
  expect(due.acts).toContain('start-renewal')
  await it.must('certificates.startRenewal', renew)
})
