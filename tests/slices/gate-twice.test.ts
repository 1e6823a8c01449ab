/** What somebody in a hurry, or somebody who means ill, may try at the gate. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { anAdult, anOrder, aPerson } from '../factories/children'
import { letIn, letOut, lineOf, SEEN } from '../factories/gate'
import { openTestOffice, type TestOffice } from '../factories/office'
import { aFamily, anOuting, signAll, type Family } from '../factories/outings'

/** 10:00 at the center on Friday 16 October 2026. */
const FRIDAY = '2026-10-16T16:00:00.000Z'
const SATURDAY_0850 = '2026-10-17T14:50:00.000Z'

let it: TestOffice
let family: Family
beforeEach(async () => {
  it = await openTestOffice({ role: 'coordinator', now: FRIDAY })
  family = await aFamily(it)
})
afterEach(() => it.close())

test('a child of two permissions that are ticked together leaves once', async () => {
  const day = { kind: 'papers' as const, leavesOn: '2026-10-17', returnsOn: '2026-10-17' }
  const ids: string[] = []
  for (const times of [
    { leavesAt: '09:00', returnsAt: '10:00' },
    { leavesAt: '11:00', returnsAt: '12:00' },
  ]) {
    await it.signInAs('coordinator')
    const { id, permissionId } = await anOuting(it, family, { ...day, ...times })
    await signAll(it, permissionId, '2026-10-16')
    ids.push(id)
  }
  it.now = SATURDAY_0850
  await it.signInAs('gate')
  const lines = await Promise.all(ids.map(async (id) => ({ id, version: (await lineOf(it, id)).version })))
  const answer = await it.must('outings.leaveTogether', { lines, ...SEEN })
  expect(answer.left).toEqual([ids[0]])
  expect(answer.stopped[0]?.reasons.map((reason) => reason.code)).toContain('outing-child-out')
})

test.each(['INE-9913', 'ine9913', ' INE 9913'])(
  'a forbidden adult is known by his document however it is typed: %s',
  async (document) => {
    const his = aPerson({ fullName: 'Evaristo Cruz', document: 'INE 9913' })
    await it.must('children.addAdult', anAdult(family.childId, { adult: his }))
    const { children } = await it.must('outings.choices', {})
    const grid = children.find((child) => child.id === family.childId)?.adults ?? []
    const adultId = grid.find((adult) => adult.name.startsWith('Evaristo'))?.id ?? ''
    await it.must('children.prohibit', anOrder([family.childId], { id: adultId }))
    const { id, permissionId } = await anOuting(it, family)
    await signAll(it, permissionId, '2026-10-16')
    it.now = '2026-10-17T15:05:00.000Z'
    await it.signInAs('gate')
    await letOut(it, id)
    const bringer = { from: 'other' as const, name: 'Pedro Otro', document }
    expect(await letIn(it, id, { bringer, note: 'dice ser su tío', alarm: true })).toMatchObject({ alarm: 'forbidden' })
  },
)
