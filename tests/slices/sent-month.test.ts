import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { codesOf } from '../factories/office'
import { openStickOffice, type StickOffice } from '../factories/demo'
import { createAxis, createEdition } from '../factories/programs'

/** October went to headquarters: what was planned in it stays as it was sent; a late roll is a rectification. */
let it: StickOffice
let sessions: readonly { readonly id: string; readonly day: string }[]
const sessionOn = (day: string) => sessions.find((session) => session.day === day)?.id ?? ''
beforeEach(async () => {
  it = await openStickOffice({ now: '2026-10-20T18:00:00.000Z' })
  const span = { startsOn: '2026-10-01', endsOn: '2026-11-30', hours: 16 }
  const id = await createEdition(it, await createAxis(it), 'CL-01-26B', 'Tejido a gancho', span)
  sessions = (await it.must('programs.edition', { id })).sessions
  const facts = { cause: 'office', note: null } as const
  await it.must('timetable.cancel', { id: sessionOn('2026-10-13'), version: 1, ...facts })
  it.now = '2026-11-02T18:00:00.000Z'
  await it.must('office.stillHere', {})
  await it.signInAs('director')
})
afterEach(() => it.close())

const acts = {
  cancel: () => it.call('timetable.cancel', { id: sessionOn('2026-10-27'), version: 1, cause: 'custody', note: null }),
  restore: () => it.call('timetable.restore', { id: sessionOn('2026-10-13'), version: 2, reason: 'Sí se dio' }),
  'move away': () => move('2026-10-27', '2026-11-04'),
  'move into': () => move('2026-11-10', '2026-10-28'),
}
const move = (from: string, day: string) =>
  it.call('timetable.move', {
    id: sessionOn(from),
    version: 1,
    day,
    startsAt: '16:00',
    endsAt: '18:00',
    reason: 'Sala',
  })

describe.each(Object.keys(acts) as (keyof typeof acts)[])('%s', (act) => {
  test('goes on while the month is open', async () => {
    expect(codesOf(await acts[act]())).toEqual([])
  })

  test('is refused once the month was sent', async () => {
    await it.exportMonth('2026-10')
    expect(codesOf(await acts[act]())).toEqual(['session-month-closed'])
  })
})

test('a session of an open month is still moved', async () => {
  await it.exportMonth('2026-10')
  expect(codesOf(await move('2026-11-10', '2026-11-11'))).toEqual([])
})
