/** An outing that serves a step of a plan of separation: the step is done once the child is back, and not a moment before. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { anAdult, registerChild } from '../factories/children'
import { letIn, letOut, lineOf } from '../factories/gate'
import { codesOf, openTestOffice, type TestOffice } from '../factories/office'
import { aFamily, anOuting, aPlanOf, signAll, type Family, type PlanAbout } from '../factories/outings'

let it: TestOffice
let family: Family
beforeEach(async () => {
  it = await openTestOffice({ role: 'coordinator', now: '2026-10-16T16:00:00.000Z' })
  family = await aFamily(it)
  await makePlan(family.childId)
})
afterEach(() => it.close())

const makePlan = (childId: string) =>
  it.must('children.makePlan', { childId, cause: 'voluntary', targetDay: '2026-12-31', note: null })
const stepOf = async (childId: string, word: string) => {
  const { plan } = await it.must('children.plan', { id: childId })
  const step = plan?.steps.find((each) => each.word === word)
  if (!step) throw new Error(`No step ${word}`)
  return step
}
const first = (childId = family.childId) => stepOf(childId, 'first-outing')
const get = (id: string) => it.must('outings.getPermission', { id })

/** A day with the aunt, authorised, on the day of its leaving at half past nine. */
async function authorised(about: PlanAbout = {}) {
  const { id: separationStepId } = await first()
  const day = { leavesOn: '2026-10-17', leavesAt: '09:00', returnsOn: '2026-10-17', returnsAt: '17:00' }
  const outing = await anOuting(it, family, { ...day, kind: 'separation', separationStepId, ...about })
  await signAll(it, outing.permissionId, '2026-10-16')
  it.now = '2026-10-17T15:30:00.000Z'
  await it.signInAs('gate')
  return outing
}

async function undoReturn(id: string, reason: string): Promise<void> {
  const { version } = await lineOf(it, id)
  await it.must('outings.undoMovement', { id, version, reason })
}

test('is offered where there is an open plan, with what is still to do of it', async () => {
  const { mother } = await it.must('children.get', { id: family.childId })
  await registerChild(it, mother.id, { givenNames: 'Leo' })
  const { children } = await it.must('outings.choices', {})
  const steps = children.map((child) => [child.name.split(' ').at(-1), child.steps.map((step) => step.word)])
  expect(steps).toEqual([
    ['Camila', expect.arrayContaining(['first-outing', 'overnight-outing'])],
    ['Leo', []],
  ])
})

test('ticks its step when the child is back, with the day, who took her and the folio; the gate sees nothing of it', async () => {
  const { id, folio, permissionId } = await authorised()
  await letOut(it, id)
  await it.signInAs('mother-child')
  expect(await first()).toMatchObject({ state: 'to-do' })
  it.now = '2026-10-17T22:00:00.000Z'
  await it.signInAs('gate')
  await letIn(it, id)
  expect(JSON.stringify(await lineOf(it, id))).not.toContain('step')
  await it.signInAs('mother-child')
  expect(await first()).toMatchObject({
    ...{ state: 'done', doneOn: '2026-10-17', note: folio, who: 'Daniela Torres Domínguez' },
  })
  expect(await get(permissionId)).toMatchObject({ separationStep: { word: 'first-outing', toDo: false } })
  const timeline = await it.must('children.timeline', { id: family.childId })
  expect(timeline.map((event) => event.event)).toContain('child.step-done')
})

test('its return taken back, the step is to do again; counted in once more, it is done', async () => {
  const { id } = await authorised()
  await letOut(it, id)
  await letIn(it, id)
  await undoReturn(id, 'era otra niña')
  await it.signInAs('mother-child')
  expect(await first()).toMatchObject({ state: 'to-do', doneOn: null, who: null, note: null })
  await letIn(it, id)
  expect(await first()).toMatchObject({ state: 'done' })
})

test('a step of which somebody has said something stays as it was said, also when the return is taken back', async () => {
  const { id } = await authorised()
  await letOut(it, id)
  await it.signInAs('mother-child')
  const step = await first()
  const said = { state: 'not-possible' as const, on: '2026-10-17', who: null, note: 'La tía enfermó' }
  await it.must('children.setStep', { id: step.id, version: step.version, ...said })
  await letIn(it, id)
  await undoReturn(id, 'error')
  expect(await first()).toMatchObject({ state: 'not-possible', note: 'La tía enfermó' })
})

test('a plan that was closed meanwhile is not written into', async () => {
  const { id } = await authorised()
  await letOut(it, id)
  await it.signInAs('mother-child')
  const { plan } = await it.must('children.plan', { id: family.childId })
  const closing = { id: plan?.id ?? '', version: plan?.version ?? 0, closeCause: 'stays' as const, reason: 'Se queda' }
  await it.must('children.closePlan', closing)
  await letIn(it, id)
  const { earlier } = await it.must('children.plan', { id: family.childId })
  expect(earlier[0]?.steps.find((each) => each.word === 'first-outing')).toMatchObject({ state: 'to-do' })
})

test('of brothers and sisters who go together only the one whose step it is has it done', async () => {
  const { mother } = await it.must('children.get', { id: family.childId })
  const leo = (await registerChild(it, mother.id, { givenNames: 'Leo' })).id
  await it.must('children.addAdult', anAdult(leo, { adult: { id: family.adultId } }))
  await makePlan(leo)
  const { permissionId } = await authorised({ childIds: [family.childId, leo] })
  await it.signInAs('mother-child')
  const his = (await get(permissionId)).lines.find((line) => line.childId === leo)?.id ?? ''
  await letOut(it, his)
  await letIn(it, his)
  expect([await first(), await first(leo)]).toMatchObject([{ state: 'to-do' }, { state: 'to-do' }])
})

test('a step of another child is refused; one that it serves already stays through a change', async () => {
  const { mother } = await it.must('children.get', { id: family.childId })
  const leo = (await registerChild(it, mother.id, { givenNames: 'Leo' })).id
  await makePlan(leo)
  const ask = async (separationStepId: string) =>
    codesOf(await it.call('outings.request', { plan: aPlanOf(family, { separationStepId }) }))
  expect(await ask((await first(leo)).id)).toEqual(['unknown-step'])
  expect(await ask('00000000-0000-4000-8000-000000000000')).toEqual(['unknown-step'])
  const { id: separationStepId } = await first()
  const { permissionId: id } = await anOuting(it, family, { separationStepId })
  const { plan } = await it.must('children.plan', { id: family.childId })
  const closing = { id: plan?.id ?? '', version: plan?.version ?? 0, closeCause: 'stays' as const, reason: 'x' }
  await it.must('children.closePlan', closing)
  const altered = { plan: aPlanOf(family, { separationStepId, phone: '55 0000 0000' }), reason: 'teléfono' }
  await it.must('outings.alter', { id, version: (await get(id)).version, ...altered })
  expect(await get(id)).toMatchObject({ separationStep: { id: separationStepId } })
})

test('the plan lists the outings that serve a step, of whatever kind they are', async () => {
  const { id: separationStepId } = await first()
  await anOuting(it, family, { kind: 'family', separationStepId })
  const { outings } = await it.must('children.plan', { id: family.childId })
  expect(outings).toMatchObject([{ leavesOn: '2026-10-17', state: 'ahead' }])
})
