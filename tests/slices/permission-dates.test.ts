/** Children and dates of one permission: who goes when, and what a change leaves standing of what was signed. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { anAdult, registerChild } from '../factories/children'
import { codesOf, openTestOffice, type TestOffice } from '../factories/office'
import { aFamily, anOuting, aPlanOf, aRequest, signAll, type Family } from '../factories/outings'

let it: TestOffice
let family: Family
let leo: string
beforeEach(async () => {
  // 10:00 at the center on Friday 16 October 2026.
  it = await openTestOffice({ role: 'coordinator', now: '2026-10-16T16:00:00.000Z' })
  family = await aFamily(it)
  const { mother } = await it.must('children.get', { id: family.childId })
  leo = (await registerChild(it, mother.id, { givenNames: 'Leo' })).id
  await it.must('children.addAdult', anAdult(leo, { adult: { id: family.adultId } }))
})
afterEach(() => it.close())

const get = (id: string) => it.must('outings.getPermission', { id })
const at = async (id: string) => ({ id, version: (await get(id)).version })
const on = (leavesOn: string, without: string[] = []) => ({
  ...{ leavesOn, leavesAt: '09:00', returnsOn: leavesOn, returnsAt: '17:00' },
  without,
})
const SATURDAYS = ['2026-10-17', '2026-10-24'] as const
const both = () => [family.childId, leo]
const linesOf = async (id: string) =>
  (await get(id)).lines
    .filter((line) => line.state !== 'cancelled')
    .map((line) => `${line.child.split(' ').at(-1) ?? ''} ${line.leavesOn}`)
    .sort()

test('each child goes on the dates that do not leave her out', async () => {
  const plan = aPlanOf(family, { childIds: both(), occurrences: [on(SATURDAYS[0]), on(SATURDAYS[1], [leo])] })
  expect((await it.must('outings.ask', { plan })).lines).toHaveLength(3)
  const { id, outings } = await it.must('outings.request', { plan })
  expect(outings).toHaveLength(3)
  expect(await linesOf(id)).toEqual(['Camila 2026-10-17', 'Camila 2026-10-24', 'Leo 2026-10-17'])
})

test('a date on which nobody goes and a child who goes on none are refused', async () => {
  const ask = async (...occurrences: ReturnType<typeof on>[]) =>
    codesOf(await it.call('outings.ask', { plan: aPlanOf(family, { childIds: both(), occurrences }) }))
  expect(await ask(on(SATURDAYS[0]), on(SATURDAYS[1], both()))).toEqual(['nobody-goes'])
  expect(await ask(on(SATURDAYS[0], [leo]), on(SATURDAYS[1], [leo]))).toEqual(['child-never-goes'])
})

test('a group is measured by those who go that time', async () => {
  const { staff } = await it.must('outings.choices', {})
  const { mother } = await it.must('children.get', { id: family.childId })
  const eva = (await registerChild(it, mother.id, { givenNames: 'Eva' })).id
  const lacks = async (...occurrences: ReturnType<typeof on>[]) => {
    const escort = { from: 'staff' as const, id: staff[0]?.id ?? '' }
    const plan = aPlanOf(family, { kind: 'group', escort, childIds: [...both(), eva], occurrences })
    const { lines } = await it.must('outings.ask', { plan })
    return lines.some((line) => line.reasons.some((reason) => reason.code === 'outing-ratio'))
  }
  expect(await lacks(on(SATURDAYS[0]))).toBe(true)
  expect(await lacks(on(SATURDAYS[0], [eva]), on(SATURDAYS[1], both()))).toBe(false)
})

test('a line that was called off stays so through a change that leaves it out', async () => {
  const all = { childIds: both(), occurrences: SATURDAYS.map((day) => on(day)) }
  const { id, outings } = await it.must('outings.request', aRequest(family, all))
  const line = outings.find((each) => each.childId === leo && each.leavesOn === SATURDAYS[1])
  await it.must('outings.cancelOne', { ...(await at(id)), outingId: line?.id ?? '', reason: 'tiene cita' })
  const plan = aPlanOf(family, {
    ...{ childIds: both(), phone: '55 1234 5678' },
    occurrences: [on(SATURDAYS[0]), on(SATURDAYS[1], [leo])],
  })
  expect(await it.must('outings.alter', { ...(await at(id)), plan, reason: 'teléfono' })).toEqual({ newRound: false })
  expect(await linesOf(id)).toEqual(['Camila 2026-10-17', 'Camila 2026-10-24', 'Leo 2026-10-17'])
})

test('what was signed for one date never counts for another: with its date gone, it is gone', async () => {
  const twice = { occurrences: SATURDAYS.map((day) => on(day)) }
  const { id, outings } = await it.must('outings.request', aRequest(family, twice))
  await it.signInAs('mother-child')
  const first = outings.find((each) => each.leavesOn === SATURDAYS[0])?.id ?? ''
  const signing = { authorisation: 'madre', signedOn: '2026-10-16' }
  await it.must('outings.sign', { ...(await at(id)), ...signing, outingIds: [first] })
  await it.signInAs('coordinator')
  const plan = aPlanOf(family, { occurrences: [on(SATURDAYS[1])] })
  expect(await it.must('outings.alter', { ...(await at(id)), plan, reason: 'una menos' })).toEqual({ newRound: false })
  expect((await get(id)).lines.map((line) => [line.leavesOn, line.state, line.missing.includes('madre')])).toEqual([
    [SATURDAYS[0], 'cancelled', false],
    [SATURDAYS[1], 'requested', true],
  ])
})

test('a draft that was signed before it was returned is signed anew once what was signed for changes', async () => {
  const { permissionId: id } = await anOuting(it, family)
  await it.signInAs('mother-child')
  for (const authorisation of ['madre', 'trabajo social'])
    await it.must('outings.sign', { ...(await at(id)), authorisation, signedOn: '2026-10-16' })
  await it.signInAs('director')
  await it.must('outings.return', { ...(await at(id)), reason: 'otro lugar' })
  await it.signInAs('coordinator')
  const plan = aPlanOf(family, { destination: 'Parque' })
  expect(await it.must('outings.ask', { plan, permissionId: id })).toMatchObject({ newRound: true })
  expect(await it.must('outings.alter', { ...(await at(id)), plan, reason: 'lugar' })).toEqual({ newRound: true })
  expect(
    await it.must('outings.alter', { ...(await at(id)), plan: { ...plan, transport: 'taxi' }, reason: 'x' }),
  ).toEqual({ newRound: false })
  await it.must('outings.submit', await at(id))
  expect(await get(id)).toMatchObject({
    state: 'consents',
    round: 2,
    missing: ['madre', 'trabajo social', 'dirección'],
  })
  await signAll(it, id, '2026-10-16')
  expect((await get(id)).state).toBe('authorised')
})
