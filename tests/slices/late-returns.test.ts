import { afterEach, beforeEach, expect, test } from 'vitest'
import { letIn, letOut, lineOf } from '../factories/gate'
import { openTestOffice, type TestOffice } from '../factories/office'
import { aFamily, anOuting, aPlanOf, signAll, type Family } from '../factories/outings'

let it: TestOffice
let family: Family
beforeEach(async () => {
  it = await openTestOffice({ role: 'coordinator', now: '2026-10-16T16:00:00.000Z' })
  family = await aFamily(it)
})
afterEach(() => it.close())

/** Out at nine, to be back at ten, and back at eleven. */
async function anHourLate(day: string): Promise<void> {
  await it.signInAs('coordinator')
  const times = { leavesOn: day, leavesAt: '09:00', returnsOn: day, returnsAt: '10:00' }
  const { id, permissionId } = await anOuting(it, family, { kind: 'papers', ...times })
  await signAll(it, permissionId, '2026-10-16')
  it.now = `${day}T15:00:00.000Z`
  await it.signInAs('gate')
  await letOut(it, id)
  it.now = `${day}T17:00:00.000Z`
  await it.signInAs('gate')
  await letIn(it, id, { note: 'había tráfico' })
}

const flags = async () => {
  await it.signInAs('coordinator')
  const { rows } = await it.must('children.grid', { id: family.childId })
  const about = { kind: 'papers' as const, leavesOn: '2026-10-20', returnsOn: '2026-10-20' }
  const asked = await it.must('outings.ask', { plan: aPlanOf(family, about) })
  return {
    grid: rows.map((row) => [row.adult.id, row.lateReturns]).filter(([, times]) => times !== 0),
    asked: asked.lateReturns,
    reasons: asked.lines.flatMap((line) => line.reasons),
  }
}

test('two late returns flag the adult in the grid, on the form and at the gate; nothing is blocked', async () => {
  await anHourLate('2026-10-17')
  expect(await flags()).toEqual({ grid: [], asked: null, reasons: [] })
  await anHourLate('2026-10-18')
  expect(await flags()).toEqual({
    grid: [[family.adultId, 2]],
    asked: { adult: 'Daniela Torres Domínguez', count: 2 },
    reasons: [],
  })
  const times = { leavesOn: '2026-10-18', leavesAt: '12:00', returnsOn: '2026-10-18', returnsAt: '14:00' }
  const { id, permissionId } = await anOuting(it, family, { kind: 'papers', ...times })
  await signAll(it, permissionId, '2026-10-18')
  await it.signInAs('gate')
  expect(await lineOf(it, id)).toMatchObject({ lateReturns: 2, mayLeave: true })
})
