import { afterAll, beforeAll, expect, test } from 'vitest'
import { registerChild } from '../factories/children'
import { openTestOffice, type TestOffice } from '../factories/office'
import { registerWoman } from '../factories/people'
import { givePlace } from '../factories/places'
import { createAxis, createEdition } from '../factories/programs'

let it: TestOffice
let leo: string
beforeAll(async () => {
  // Tuesday 13 October, 10:30 at the center: the group meets from 10:00 to 12:00.
  it = await openTestOffice({ now: '2026-10-13T16:30:00.000Z' })
  const reading = await createEdition(it, await createAxis(it), 'CL-19-26B', 'Alfabetización', { care: 'childcare' })
  const ana = await registerWoman(it, { surname1: 'Ku', surname2: null, givenNames: 'Ana' })
  await givePlace(it, reading, ana)
  leo = (await registerChild(it, ana, { givenNames: 'Leo' })).id
  const other = await registerWoman(it, { surname1: 'Xólotl', surname2: null, givenNames: 'Eva' })
  await registerChild(it, other, { givenNames: 'Iris' })
})
afterAll(() => it.close())

const room = () => it.must('children.room', {})
const tasks = async () => (await it.must('tasks.list', {})).filter(({ kind }) => kind === 'children-room-left')

test('the children of women in a session with childcare are expected, with its hours, until they are in', async () => {
  expect((await room()).expected).toMatchObject([{ childId: leo, from: '10:00', until: '12:00', mother: 'Ku, Ana' }])
  expect((await it.must('children.room', { day: '2026-10-14' })).expected).toEqual([])
  await it.must('children.enterRoom', { childId: leo, at: '10:20', brought: { by: 'mother' } })
  expect(await room()).toMatchObject({ expected: [], inside: [{ childId: leo, outside: false }] })
})

test('once the last session with childcare is over, nobody should be in any more', async () => {
  expect(await tasks()).toEqual([])
  it.now = '2026-10-13T18:00:00.000Z'
  expect(await tasks()).toMatchObject([{ facts: { time: '10:20' } }])
})

test('handed over to somebody of the staff, who stands there by name, the child is no longer to be seen to', async () => {
  const [stay] = (await room()).inside
  expect(stay?.outside).toBe(false)
  await it.must('children.leaveRoom', {
    ...{ id: stay!.id, version: stay!.version, at: '11:50' },
    fetched: { by: 'staff', name: 'Custodia Ríos' },
  })
  expect(await room()).toMatchObject({ inside: [], gone: [{ childId: leo, fetched: { name: 'Custodia Ríos' } }] })
  expect(await tasks()).toEqual([])
})
