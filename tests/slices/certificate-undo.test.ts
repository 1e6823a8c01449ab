/** Nothing that a certificate was issued on vanishes by taking back a piece of work. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { undoBatch } from '../../src/main/platform/batches/batches'
import { inTransaction } from '../../src/main/platform/seam/serve'
import { blankPaper, graduate, openGraduation, putEnded, putGraduate, type Graduation } from '../factories/graduation'
import { codesOf } from '../factories/office'

let it: Graduation
beforeEach(async () => {
  it = await openGraduation()
  it.room.role = 'director'
  it.render = blankPaper
})
afterEach(() => {
  it.close()
})

const takeBack = (batchId: string) => inTransaction(it.room.opened, it.room.look(), (act) => undoBatch(act, batchId))

test('results that a certificate rests on are not taken back; those of nobody’s certificate are', async () => {
  const edition = putEnded(it)
  const [woman = '', other = ''] = ['Uno', 'Dos'].map((surname1) =>
    putGraduate(it, edition, { surname1, evaluation: null }),
  )
  const key = async (personId: string) =>
    (
      await it.must('certificates.keyResults', {
        editionId: edition,
        cells: [{ personId, of: 'final', result: 'A', version: null }],
      })
    ).batchId
  const hers = await key(woman)
  const others = await key(other)
  await graduate(it, edition, [woman])
  expect(codesOf(await takeBack(hers))).toEqual(['batch-in-use'])
  const evaluations = () => it.room.opened.raw.prepare('SELECT person_id FROM evaluation').pluck().all()
  expect(evaluations()).toHaveLength(2)
  expect(codesOf(await takeBack(others))).toEqual([])
  expect(evaluations()).toEqual([woman])
})
