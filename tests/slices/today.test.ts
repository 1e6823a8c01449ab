import { afterEach, describe, expect, test } from 'vitest'
import { openTestOffice, type TestOffice } from '../factories/office'
import { letOut } from '../factories/gate'
import { aFamily, anOuting, aRequest, signAll } from '../factories/outings'

let it: TestOffice
afterEach(() => it.close())

describe('today', () => {
  test('puts a late child before one who is to leave, and counts children near the limit', async () => {
    it = await openTestOffice({ role: 'coordinator', now: '2026-10-16T16:00:00.000Z' })
    const family = await aFamily(it)
    const other = await aFamily(it)
    const late = await anOuting(it, family)
    await signAll(it, late.permissionId, '2026-10-16')
    it.now = '2026-10-17T15:05:00.000Z'
    await it.signInAs('gate')
    await letOut(it, late.id)
    it.now = '2026-10-18T23:40:00.000Z'
    await it.signInAs('coordinator')
    const planned = await anOuting(it, other, { leavesOn: '2026-10-18', leavesAt: '18:00', returnsOn: '2026-10-19' })
    const today = await it.must('today.overview', {})
    expect(today.outings?.map((row) => [row.folio, row.state, row.lateMinutes, row.phone])).toEqual([
      [late.folio, 'late', 40, '5512164126'],
      [planned.folio, 'requested', 0, null],
    ])
    expect(today).toMatchObject({ today: '2026-10-18', monday: '2026-10-12', children: { over: 0, soon: 0 } })
  })

  test('shows nothing of the children to roles that may not read them, and is not the gate’s page', async () => {
    it = await openTestOffice({ role: 'coordinator', now: '2026-10-16T16:00:00.000Z' })
    await it.must('outings.request', aRequest(await aFamily(it), { leavesOn: '2026-10-16', leavesAt: '18:00' }))
    for (const role of ['axis-lead', 'mental-health', 'reader'] as const) {
      await it.signInAs(role)
      expect(await it.must('today.overview', {})).toMatchObject({ outings: null, children: null })
    }
    await it.signInAs('gate')
    expect(await it.call('today.overview', {})).toMatchObject({ refusals: [{ code: 'not-allowed' }] })
  })
})
