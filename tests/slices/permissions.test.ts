import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { anAdult, registerChild } from '../factories/children'
import { openTestOffice, type TestOffice } from '../factories/office'
import { aFamily, anOuting, aPlanOf, aRequest, signAll, type Family } from '../factories/outings'
import { registerWoman } from '../factories/people'

/** 10:00 at the center on Friday 16 October 2026. */
const FRIDAY = '2026-10-16T16:00:00.000Z'

let it: TestOffice
let family: Family
beforeEach(async () => {
  it = await openTestOffice({ role: 'coordinator', now: FRIDAY })
  family = await aFamily(it)
})
afterEach(() => it.close())

const codes = async (answer: Promise<{ ok: boolean; refusals?: readonly { code: string }[] }>): Promise<string[]> =>
  (await answer).refusals?.map((refusal) => refusal.code) ?? []
const get = (id: string) => it.must('outings.getPermission', { id })
const at = async (id: string) => ({ id, version: (await get(id)).version })

/** A brother of the child, on whose list the same aunt stands. */
async function brother(): Promise<string> {
  const { mother } = await it.must('children.get', { id: family.childId })
  const { id } = await registerChild(it, mother.id, { givenNames: 'Leo' })
  await it.must('children.addAdult', anAdult(id, { adult: { id: family.adultId } }))
  return id
}

describe('from draft to decision', () => {
  test('a draft stands nowhere until it is asked for', async () => {
    const { id, outings } = await it.must('outings.request', { ...aRequest(family), draft: true })
    expect(await get(id)).toMatchObject({ state: 'draft', acts: ['alter', 'submit', 'cancel'] })
    expect(await it.must('outings.list', {})).toEqual([])
    expect(await codes(it.call('outings.printPermission', { id }))).toEqual(['permission-closed'])
    await it.must('outings.submit', await at(id))
    expect((await get(id)).state).toBe('consents')
    expect((await it.must('outings.list', {})).map((row) => row.id)).toEqual([outings[0]?.id])
  })

  test('the direction decides after the consents: before them it is told what is missing', async () => {
    const { permissionId: id } = await anOuting(it, family)
    await it.signInAs('director')
    const signing = { authorisation: 'dirección', signedOn: '2026-10-16' }
    expect(await it.call('outings.sign', { ...(await at(id)), ...signing })).toMatchObject({
      refusals: [{ code: 'consents-missing', facts: { missing: 'madre, trabajo social' } }],
    })
    expect(await codes(it.call('outings.deny', { ...(await at(id)), reason: 'no' }))).toEqual(['act-not-now'])
    await signAll(it, id, '2026-10-16')
    expect((await get(id)).state).toBe('authorised')
  })

  test('denied: its outings are called off, and it ends there', async () => {
    const { id: outingId, permissionId: id } = await anOuting(it, family)
    await it.signInAs('mother-child')
    for (const authorisation of ['madre', 'trabajo social'])
      await it.must('outings.sign', { ...(await at(id)), authorisation, signedOn: '2026-10-16' })
    expect((await get(id)).state).toBe('to-authorise')
    await it.signInAs('director')
    await it.must('outings.deny', { ...(await at(id)), reason: 'sin visita domiciliaria' })
    expect(await get(id)).toMatchObject({ state: 'denied', acts: [], stateReason: 'sin visita domiciliaria' })
    expect(await it.must('outings.get', { id: outingId })).toMatchObject({ state: 'cancelled' })
    expect(await codes(it.call('outings.cancel', { ...(await at(id)), reason: 'x' }))).toEqual(['permission-closed'])
  })

  test('paused, nobody leaves; resumed, it holds as before', async () => {
    const { id: outingId, permissionId: id } = await anOuting(it, family)
    await signAll(it, id, '2026-10-16')
    await it.must('outings.pause', { ...(await at(id)), reason: 'llegó un oficio' })
    expect(await it.must('outings.get', { id: outingId })).toMatchObject({
      state: 'paused',
      reasons: [{ code: 'outing-paused', facts: { reason: 'llegó un oficio' } }],
    })
    await it.must('outings.resume', { ...(await at(id)), reason: 'se aclaró' })
    expect(await it.must('outings.get', { id: outingId })).toMatchObject({ state: 'authorised', reasons: [] })
  })

  test('returned to draft it keeps what was signed, unless what was signed for changes', async () => {
    const { permissionId: id } = await anOuting(it, family)
    await it.signInAs('mother-child')
    for (const authorisation of ['madre', 'trabajo social'])
      await it.must('outings.sign', { ...(await at(id)), authorisation, signedOn: '2026-10-16' })
    await it.signInAs('director')
    await it.must('outings.return', { ...(await at(id)), reason: 'falta el teléfono' })
    await it.signInAs('coordinator')
    const plan = aPlanOf(family, { phone: '55 1234 5678' })
    await it.must('outings.alter', { ...(await at(id)), plan, reason: 'teléfono' })
    await it.must('outings.submit', await at(id))
    expect(await get(id)).toMatchObject({ state: 'to-authorise', phone: '55 1234 5678', round: 1 })
  })
})

describe('changing what was signed for', () => {
  test.each([
    ['place', { destination: 'Parque' }],
    ['times', { returnsAt: '18:00' }],
    ['way', { transport: 'taxi' }],
  ])('%s: everybody is asked anew, the old signatures are struck out', async (_what, about) => {
    const { id: outingId, folio, permissionId: id } = await anOuting(it, family)
    await signAll(it, id, '2026-10-16')
    await it.signInAs('coordinator')
    const plan = aPlanOf(family, about)
    const asked = await it.must('outings.ask', { plan, permissionId: id })
    expect(asked).toMatchObject({ newRound: true, lines: [{ reasons: [], clashes: [] }] })
    expect(await it.must('outings.alter', { ...(await at(id)), plan, reason: 'cambió' })).toEqual({ newRound: true })
    const after = await get(id)
    expect(after).toMatchObject({ state: 'consents', round: 2, missing: ['madre', 'trabajo social', 'dirección'] })
    expect(after.struckOut.map((each) => [each.authorisation, each.round])).toEqual([
      ['madre', 1],
      ['trabajo social', 1],
      ['dirección', 1],
    ])
    expect(after.lines.map((line) => [line.id, line.folio])).toEqual([[outingId, folio]])
  })

  test('a telephone or a note changes nothing that was signed', async () => {
    const { permissionId: id } = await anOuting(it, family)
    await signAll(it, id, '2026-10-16')
    await it.signInAs('coordinator')
    const input = { plan: aPlanOf(family, { phone: '55 0000 0000', note: 'x' }), reason: 'teléfono' }
    expect(await it.must('outings.alter', { ...(await at(id)), ...input })).toEqual({ newRound: false })
    expect((await get(id)).state).toBe('authorised')
  })

  test('whoever asks for the new round may not approve it', async () => {
    const { permissionId: id } = await anOuting(it, family)
    await it.signInAs('director')
    await it.must('outings.alter', { ...(await at(id)), plan: aPlanOf(family, { destination: 'Parque' }), reason: 'x' })
    await it.signInAs('mother-child')
    for (const authorisation of ['madre', 'trabajo social'])
      await it.must('outings.sign', { ...(await at(id)), authorisation, signedOn: '2026-10-16' })
    await it.signInAs('director')
    const signing = { authorisation: 'dirección', signedOn: '2026-10-16' }
    expect(await codes(it.call('outings.sign', { ...(await at(id)), ...signing }))).toEqual(['requester-approves'])
  })

  test('a plan never shrinks below what was made: weekends still ahead move, the one made stays', async () => {
    const weekends = ['2026-10-17', '2026-10-24'].map((leavesOn, n) => ({
      leavesOn,
      leavesAt: '09:00',
      returnsOn: ['2026-10-18', '2026-10-25'][n] ?? '',
      returnsAt: '17:00',
    }))
    const { id } = await it.must('outings.request', aRequest(family, { occurrences: weekends }))
    await signAll(it, id, '2026-10-16')
    it.now = '2026-10-19T16:00:00.000Z'
    await it.signInAs('coordinator')
    const plan = aPlanOf(family, { leavesOn: '2026-10-31', returnsOn: '2026-11-01' })
    await it.must('outings.alter', { ...(await at(id)), plan, reason: 'otro fin de semana' })
    expect((await get(id)).lines.map((line) => [line.leavesOn, line.state])).toEqual([
      ['2026-10-17', 'not-made'],
      ['2026-10-31', 'requested'],
    ])
  })
})

describe('several', () => {
  test('brother and sister on one permission, each on a line and a folio of her own', async () => {
    const leo = await brother()
    const { id, folio, outings } = await it.must(
      'outings.request',
      aRequest(family, { childIds: [family.childId, leo] }),
    )
    expect(outings.map((each) => each.folio)).toEqual([`${folio}-1`, `${folio}-2`])
    const { signatures } = await get(id)
    expect(signatures.map((each) => [each.authorisation, each.child])).toEqual([
      ['madre', 'Ibarra Soto, Camila'],
      ['madre', 'Ibarra Soto, Leo'],
      ['trabajo social', null],
      ['dirección', null],
    ])
    const signing = { authorisation: 'madre', signedOn: '2026-10-16' }
    expect(await codes(it.call('outings.sign', { ...(await at(id)), ...signing }))).toEqual(['outing-unknown'])
    await it.must('outings.sign', { ...(await at(id)), ...signing, outingIds: [outings[0]?.id ?? ''] })
    await it.must('outings.sign', { ...(await at(id)), authorisation: 'trabajo social', signedOn: '2026-10-16' })
    await it.signInAs('director')
    await it.must('outings.sign', { ...(await at(id)), authorisation: 'dirección', signedOn: '2026-10-16' })
    expect((await get(id)).lines.map((line) => [line.state, line.missing])).toEqual([
      ['authorised', []],
      ['requested', ['madre']],
    ])
    await it.must('outings.cancelOne', { ...(await at(id)), outingId: outings[1]?.id ?? '', reason: 'tiene fiebre' })
    expect((await get(id)).lines.map((line) => line.state)).toEqual(['authorised', 'cancelled'])
  })

  test('a group needs its adults and its doctor, from the children that the center says', async () => {
    const children = [family.childId, await brother()]
    const mother = await registerWoman(it, { givenNames: 'Rosa', surname1: 'Ek', fileNumber: 'DEM-26-0900' })
    children.push((await registerChild(it, mother, { givenNames: 'Ana', surname1: 'Ek' })).id)
    const { staff } = await it.must('outings.choices', {})
    const about = {
      kind: 'group' as const,
      childIds: children,
      escort: { from: 'staff' as const, id: staff[0]?.id ?? '' },
      returnsOn: '2026-10-17',
    }
    expect(await codes(it.call('outings.request', aRequest(family, about)))).toEqual([
      'outing-ratio',
      'outing-no-doctor',
    ])
    const helpers = [
      { duty: 'helper' as const, name: 'Abril' },
      { duty: 'doctor' as const, name: 'Dra. Vera' },
    ]
    expect((await it.call('outings.request', aRequest(family, { ...about, helpers }))).ok).toBe(true)
  })
})

describe('who must sign', () => {
  test('a protection measure opened after all was signed asks for one more, and stops it', async () => {
    await it.signInAs('coordinator')
    const { rules, version } = await it.must('office.signingRules', {})
    const dif = {
      name: 'Procuraduría',
      recordedBy: 'office' as const,
      scope: 'permission' as const,
      requiredWhen: [{ measure: true as const }, { custody: ['state' as const] }],
      emergency: 'after' as const,
    }
    await it.must('office.setSigningRules', { version, rules: [...rules, dif], reason: 'así lo pide la ley' })
    const { id: outingId, permissionId: id } = await anOuting(it, family)
    await signAll(it, id, '2026-10-16')
    expect(await it.must('outings.get', { id: outingId })).toMatchObject({ state: 'authorised', missing: [] })
    const measure = { authority: 'PPNNA', number: '77/2026', what: null, fromDay: '2026-10-16', untilDay: null }
    await it.must('children.addMeasure', { childId: family.childId, ...measure })
    expect(await it.must('outings.get', { id: outingId })).toMatchObject({
      state: 'requested',
      missing: ['Procuraduría'],
    })
  })

  test('the list keeps a signature of the direction, and no name twice', async () => {
    const { rules, version } = await it.must('office.signingRules', {})
    const set = (list: typeof rules) => codes(it.call('office.setSigningRules', { version, rules: list, reason: 'x' }))
    expect(await set(rules.filter((rule) => rule.recordedBy === 'office'))).toEqual(['signing-without-director'])
    expect(await set([...rules, ...rules.slice(0, 1)])).toEqual(['signing-name-twice'])
    expect(await set(rules)).toEqual(['nothing-changed'])
  })

  test('an emergency leaves on a word by phone, and owes the rest on paper', async () => {
    const { id: outingId, permissionId: id } = await anOuting(it, family, {
      kind: 'emergency',
      reason: 'fiebre alta',
      leavesOn: '2026-10-16',
      leavesAt: '10:00',
      returnsOn: '2026-10-16',
    })
    expect((await get(id)).state).toBe('to-authorise')
    const phone = { authorisation: 'dirección', signedOn: '2026-10-16', how: 'phone' as const }
    expect(await codes(it.call('outings.sign', { ...(await at(id)), ...phone }))).toEqual(['evidence-missing'])
    await it.must('outings.sign', { ...(await at(id)), ...phone, evidence: 'habló la directora, 9:58' })
    expect(await it.must('outings.get', { id: outingId })).toMatchObject({ state: 'authorised', reasons: [] })
    const family2 = await anOuting(it, family, { leavesOn: '2026-11-07', returnsOn: '2026-11-08' })
    expect(
      await codes(it.call('outings.sign', { ...(await at(family2.permissionId)), ...phone, evidence: 'x' })),
    ).toEqual(['phone-only-emergency'])
    const { version } = await it.must('outings.get', { id: outingId })
    const checks = ['child', 'adult', 'document', 'belongings'] as const
    expect(await it.must('outings.leave', { id: outingId, version, checks: [...checks] })).toMatchObject({ left: true })
    const tasks = await it.must('tasks.list', {})
    expect(tasks.filter((task) => task.kind === 'outing-regularise')).toMatchObject([
      { dueOn: '2026-10-17', facts: { missing: 'madre, trabajo social, dirección' } },
    ])
  })
})

test('her mother is transferred without her: an alarm, nothing moves by itself, and a new look is needed', async () => {
  const { id: outingId, permissionId: id } = await anOuting(it, family, {
    leavesOn: '2026-10-24',
    returnsOn: '2026-10-25',
  })
  await signAll(it, id, '2026-10-16')
  it.now = '2026-10-19T20:00:00.000Z'
  await it.signInAs('coordinator')
  const { mother } = await it.must('children.get', { id: family.childId })
  const { stayVersion } = await it.must('people.stay', { id: mother.id })
  const { seen } = await it.must('people.previewLeaving', { id: mother.id, leftOn: '2026-10-19' })
  const leaving = { leftOn: '2026-10-19', cause: 'transfer' as const, seen }
  await it.must('people.recordLeaving', { id: mother.id, stayVersion: stayVersion ?? 0, ...leaving })
  it.now = '2026-10-20T16:00:00.000Z'
  await it.signInAs('coordinator')
  expect(await it.must('outings.get', { id: outingId })).toMatchObject({
    state: 'authorised',
    reasons: [{ code: 'outing-mother-transferred', facts: { on: '2026-10-19' } }],
  })
  expect((await it.must('tasks.list', {})).map((task) => task.kind)).toContain('outing-mother-transferred-open')
  await it.must('outings.review', { ...(await at(id)), reason: 'su madre fue trasladada' })
  expect(await get(id)).toMatchObject({ state: 'consents', round: 2, reasons: [] })
})

test('children who have not been out for sixty days are named, the longest first', async () => {
  expect(await it.must('outings.withoutOuting', {})).toMatchObject([{ childId: family.childId, last: null, days: 829 }])
})

test('the papers: not authorised while one is missing, a page to read aloud, a month without names', async () => {
  const { permissionId: id } = await anOuting(it, family, { destination: 'Parque' })
  for (const channel of ['outings.printPermission', 'outings.printConsent'] as const)
    expect((await it.must(channel, { id })).pages).toBe(1)
  expect((await it.must('outings.printMonth', { month: '2026-10' })).pages).toBe(1)
  expect(await codes(it.call('outings.printMonth', { month: '2026-09' }))).toEqual(['nothing-to-print'])
})
