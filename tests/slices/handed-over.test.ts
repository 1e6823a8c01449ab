/** A receipt that comes back signed: the certificates it names are delivered by the same act, or nothing is recorded. */
import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { signHandover } from '../../src/main/features/people/release.service'
import { inTransaction } from '../../src/main/platform/seam/serve'
import { putMark, putPlace, putSession, putWoman } from '../factories/classroom'
import { blankPaper, graduate, openGraduation, putEnded, type Graduation } from '../factories/graduation'
import { codesOf } from '../factories/office'

let it: Graduation
let woman: string
beforeEach(async () => {
  it = await openGraduation()
  it.room.role = 'director'
  it.render = blankPaper
  woman = putWoman(it.room, { surname1: 'Ríos', givenNames: 'Alma' })
})
afterEach(() => {
  it.close()
})

/** A certificate of hers, of a group of its own. */
const certify = async (): Promise<string> => {
  const edition = putEnded(it, { code: `CL-${randomUUID().slice(0, 4)}` })
  putPlace(it.room, woman, edition, null)
  putMark(it.room, putSession(it.room, edition, '2026-10-01'), woman, 'A')
  it.room.insert('evaluation', { edition_id: edition, person_id: woman, result: 'A' })
  const { issued } = await graduate(it, edition, [woman])
  return issued[0]!.id
}
const receiptOf = (certificateIds: readonly string[]): string => {
  const id = randomUUID()
  const paper = it.room.opened.raw.prepare('SELECT id FROM paper').pluck().get() as string
  it.room.insert('handover', {
    id,
    person_id: woman,
    paper_id: paper,
    items_json: JSON.stringify([
      { kind: 'other', what: 'Su libreta', id: null },
      ...certificateIds.map((each) => ({ kind: 'certificate', what: 'Bordado', id: each })),
    ]),
    printed_on: '2026-10-31',
  })
  return id
}
const sign = (id: string, receivedBy: string | null, leftHere: string[] = []) =>
  inTransaction(it.room.opened, it.room.look(), (act) =>
    signHandover(act, { id, version: 1, signedOn: '2026-10-31', how: 'thumbprint', receivedBy, leftHere }),
  )
const record = (id: string) => it.must('certificates.record', { id })

test('what she took is delivered with her receipt, and told as any delivery', async () => {
  const [one, two, other] = [await certify(), await certify(), await certify()]
  expect(await sign(receiptOf([one, two]), 'Marta Ríos, hermana')).toMatchObject({ ok: true, value: { delivered: 2 } })
  const delivered = { state: 'delivered', deliveredTo: 'family', receivedBy: 'Marta Ríos, hermana' }
  expect(await record(one)).toMatchObject(delivered)
  expect((await record(two)).history.map((each) => each.event)).toEqual(['issued', 'delivered'])
  expect((await record(other)).state).toBe('issued')
  expect(await it.must('certificates.verifyLedger', {})).toMatchObject({ brokenAt: null })
  const { version } = await record(one)
  await it.must('certificates.undoDelivery', { id: one, version, reason: 'La dejó en la oficina' })
  expect((await it.must('certificates.undelivered', {})).rows.map((row) => row.id).sort()).toEqual([one, other].sort())
})

test('what was handed over before, or holds no more, is left as it is', async () => {
  const [before, revoked, open] = [await certify(), await certify(), await certify()]
  const receipt = receiptOf([before, revoked, open])
  const seen = [{ id: before, version: 1 }]
  await it.must('certificates.markDelivered', {
    certificates: seen,
    deliveredOn: '2026-10-31',
    to: 'herself',
    receivedBy: null,
  })
  await it.must('certificates.revoke', { id: revoked, version: 1, cause: 'court-order', note: 'Oficio 12' })
  expect(await sign(receipt, 'Marta Ríos, hermana')).toMatchObject({ ok: true, value: { delivered: 1 } })
  expect(await record(before)).toMatchObject({ deliveredTo: 'herself', receivedBy: null })
  expect((await record(revoked)).state).toBe('revoked')
  expect((await record(open)).state).toBe('delivered')
})

test('what was not ticked on it stays to be handed over', async () => {
  const [taken, left] = [await certify(), await certify()]
  expect(await sign(receiptOf([taken, left]), null, [left])).toMatchObject({ ok: true, value: { delivered: 1 } })
  // She is here and no day of release is set.
  expect(await record(taken)).toMatchObject({ state: 'delivered', deliveredTo: 'herself' })
  expect((await it.must('certificates.undelivered', {})).rows.map((row) => row.id)).toEqual([left])
})

test('with a clock set back neither the receipt nor a delivery is recorded', async () => {
  const receipt = receiptOf([await certify()])
  it.room.now = '2026-11-05T18:00:00.000Z'
  await certify()
  it.room.now = '2026-11-01T18:00:00.000Z'
  expect(codesOf(await sign(receipt, null))).toEqual(['clock-set-back'])
  expect(it.room.opened.raw.prepare('SELECT signed_on FROM handover').pluck().get()).toBeNull()
})
