import { afterAll, beforeAll, expect, test } from 'vitest'
import { codesOf, openTestOffice, type TestOffice } from '../factories/office'
import { registerWoman } from '../factories/people'

let it: TestOffice
let woman: string
beforeAll(async () => {
  it = await openTestOffice({ now: '2026-11-21T18:00:00.000Z' })
  woman = await registerWoman(it, { surname1: 'Xólotl' })
})
afterAll(() => it.close())

/** A small piece of bulk work: an absence that is told ahead. */
const excuse = (day: string) =>
  it.must('attendance.addExcuses', { personIds: [woman], reason: 'medical-appointment', from: day, until: day })

test('who oversees sees and takes back everybody’s work; the others their own', async () => {
  await it.signInAs('coordinator')
  await excuse('2026-11-24')
  const [mine] = await it.must('batches.list', {})
  expect(mine).toMatchObject({ doneBy: 'Clara Coordinadora' })
  await it.signInAs('axis-lead')
  expect(await it.must('batches.list', {})).toEqual([])
  expect(codesOf(await it.call('batches.undo', { id: mine!.id }))).toEqual(['batch-of-another'])
  await excuse('2026-11-25')
  const [hers] = await it.must('batches.list', {})
  expect(hers).toMatchObject({ doneBy: 'Elena Eje' })
  expect(codesOf(await it.call('batches.undo', { id: hers!.id }))).toEqual([])
  await it.signInAs('director')
  expect(codesOf(await it.call('batches.undo', { id: mine!.id }))).toEqual([])
  expect((await it.must('batches.list', {})).every((batch) => batch.undoneAt)).toBe(true)
})
