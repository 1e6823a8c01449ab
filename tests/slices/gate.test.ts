import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { letIn, letOut, lineOf, SEEN, WELL } from '../factories/gate'
import { codesOf, openTestOffice, PASSWORD, STAFF, type TestOffice } from '../factories/office'
import { aFamily, anOuting, aRequest, signAll, type Family } from '../factories/outings'
import { anAdult, anOrder, aPerson } from '../factories/children'

/** 10:00 at the center on Friday 16 October 2026. */
const FRIDAY = '2026-10-16T16:00:00.000Z'
const SATURDAY_0905 = '2026-10-17T15:05:00.000Z'
const SATURDAY_0912 = '2026-10-17T15:12:00.000Z'
const SATURDAY_1000 = '2026-10-17T16:00:00.000Z'
const SUNDAY_1640 = '2026-10-18T22:40:00.000Z'
const SUNDAY_1835 = '2026-10-19T00:35:00.000Z'

let it: TestOffice
let family: Family
beforeEach(async () => {
  it = await openTestOffice({ role: 'coordinator', now: FRIDAY })
  family = await aFamily(it)
})
afterEach(() => it.close())

/** A weekend asked for and signed; Saturday 9:05, the gate signed in. */
async function readyAtGate(): Promise<{ id: string; folio: string }> {
  const { id, folio, permissionId } = await anOuting(it, family)
  await signAll(it, permissionId, '2026-10-16')
  it.now = SATURDAY_0905
  await it.signInAs('gate')
  return { id, folio }
}

async function outSince0905(): Promise<string> {
  const { id } = await readyAtGate()
  await letOut(it, id)
  return id
}

const auditOf = async (event: string): Promise<number> =>
  it.signInAs('director').then(async () => (await it.must('office.audit', { event })).total)

describe('out', () => {
  test('the gate sees the day, lets the child out once, and counts her back in', async () => {
    const { id, folio } = await readyAtGate()
    expect(await lineOf(it, id)).toMatchObject({
      folio,
      child: 'Ibarra Soto, Camila',
      adultDocument: 'INE 1651',
      phone: null,
      state: 'scheduled',
      mayLeave: true,
      reasons: [],
    })
    expect(await letOut(it, id)).toEqual({ left: true, reasons: [] })
    expect(await lineOf(it, id)).toMatchObject({
      state: 'out',
      out: { day: '2026-10-17', time: '09:05' },
      mayLeave: false,
    })
    expect((await letOut(it, id)).reasons.map((reason) => reason.code)).toEqual(['outing-already-left'])
    it.now = SUNDAY_1640
    await it.signInAs('gate')
    expect(await letIn(it, id)).toEqual({ lateMinutes: 0, order: null, alarm: null })
    expect(await lineOf(it, id)).toMatchObject({ state: 'back', others: [] })
    const { version } = await lineOf(it, id)
    expect(codesOf(await it.call('outings.comeBack', { id, version, ...WELL }))).toEqual(['outing-not-out'])
  })

  test.each(['child', 'adult', 'document'] as const)('never without having seen the %s', async (unseen) => {
    const { id } = await readyAtGate()
    const { version } = await lineOf(it, id)
    const checks = SEEN.checks.filter((check) => check !== unseen)
    expect(codesOf(await it.call('outings.leave', { id, version, checks }))).toEqual(['identity-not-seen'])
  })

  test('what goes along is looked at, and is asked for when she comes back', async () => {
    const { id } = await readyAtGate()
    const { version } = await lineOf(it, id)
    const checks = SEEN.checks.filter((check) => check !== 'belongings')
    expect(codesOf(await it.call('outings.leave', { id, version, checks }))).toEqual(['belongings-not-seen'])
    await letOut(it, id, { belongings: 'mochila azul, jarabe' })
    expect(await lineOf(it, id)).toMatchObject({ belongings: 'mochila azul, jarabe' })
  })

  test('a prohibition entered while the permission stands authorised stops it, is kept, and becomes a task', async () => {
    const { id } = await readyAtGate()
    await it.signInAs('mother-child')
    const aunt = aPerson({ fullName: 'Daniela Torres Domínguez' })
    await it.must(
      'children.prohibit',
      anOrder([family.childId], aunt, { orderNumber: 'Oficio 77/2026', relation: 'tía' }),
    )
    await it.signInAs('gate')
    const answer = await letOut(it, id)
    expect(answer.left).toBe(false)
    expect(answer.reasons[0]).toMatchObject({ code: 'outing-adult-forbidden', facts: { order: 'Oficio 77/2026' } })
    expect(await auditOf('outing.stopped-at-gate')).toBe(1)
    const { outingId, reasons, by } = (
      await it.must('outings.gateLog', { from: '2026-10-01', until: '2026-10-31' })
    )[0] ?? { outingId: '', reasons: [], by: '' }
    expect([outingId, reasons[0]?.code, by]).toEqual([id, 'outing-adult-forbidden', STAFF.gate])
    expect((await it.must('tasks.list', {})).map((task) => task.kind)).toContain('outing-stopped')
  })

  test('whoever is turned away without a permission is kept with her words', async () => {
    await it.signInAs('gate')
    await it.must('outings.turnAway', { id: null, folio: 'SA-99', adult: 'Un señor', note: 'dice ser el tío' })
    await it.signInAs('coordinator')
    expect(await it.must('outings.gateLog', { from: '2026-10-16', until: '2026-10-16' })).toMatchObject([
      {
        child: null,
        folio: 'SA-99',
        adult: 'Un señor',
        note: 'dice ser el tío',
        reasons: [{ code: 'gate-folio-unknown' }],
      },
    ])
  })
})

describe('back', () => {
  test('late is loud, needs a note, and stays visible: 1:35 after the planned time', async () => {
    const id = await outSince0905()
    it.now = SUNDAY_1835
    await it.signInAs('gate')
    expect(await lineOf(it, id)).toMatchObject({
      state: 'late',
      lateMinutes: 95,
      phone: '5512164126',
      due: ['call-taker', 'call-lead'],
    })
    const { version } = await lineOf(it, id)
    expect(codesOf(await it.call('outings.comeBack', { id, version, ...WELL }))).toEqual(['late-note-missing'])
    expect(await letIn(it, id, { note: 'se averió el camión' })).toMatchObject({ lateMinutes: 95 })
    expect(await lineOf(it, id)).toMatchObject({ state: 'back-late', lateMinutes: 95, phone: null, due: [] })
  })

  test('she who does not come well needs a word', async () => {
    const id = await outSince0905()
    const { version } = await lineOf(it, id)
    const input = { id, version, ...WELL, condition: 'not-well' as const }
    expect(codesOf(await it.call('outings.comeBack', input))).toEqual(['condition-note-missing'])
    expect(await it.must('outings.comeBack', { ...input, note: 'raspón en la rodilla' })).toMatchObject({ alarm: null })
  })

  test('another of her grid may bring her back, with a note', async () => {
    const grandmother = { adult: aPerson({ fullName: 'Rosa Domínguez Paz' }), acts: ['bring-back' as const] }
    await it.must('children.addAdult', anAdult(family.childId, grandmother))
    const id = await outSince0905()
    const [other] = (await lineOf(it, id)).others
    expect(other).toMatchObject({ name: 'Rosa Domínguez Paz' })
    const bringer = { from: 'grid' as const, adultId: other?.id ?? '' }
    const { version } = await lineOf(it, id)
    expect(codesOf(await it.call('outings.comeBack', { id, version, ...WELL, bringer }))).toEqual([
      'return-note-missing',
    ])
    expect(await letIn(it, id, { bringer, note: 'la tía trabaja' })).toMatchObject({ alarm: null })
  })

  describe('somebody who is not in her grid', () => {
    const stranger = { bringer: { from: 'other' as const, name: 'Una vecina' }, note: 'la tía enfermó' }
    const leadId = async (name: string) =>
      (await it.must('outings.gate', {})).leads.find((lead) => lead.name === name)?.id ?? ''

    test('needs a member of the office, with her own password', async () => {
      const id = await outSince0905()
      const { version } = await lineOf(it, id)
      const input = { id, version, ...WELL, ...stranger }
      expect(codesOf(await it.call('outings.comeBack', input))).toEqual(['return-adult-unlisted'])
      const staffId = await leadId(STAFF['mother-child'])
      const wrong = { ...input, lead: { staffId, password: 'otra-cosa-en-abril' } }
      expect(codesOf(await it.call('outings.comeBack', wrong))).toEqual(['wrong-name-or-password'])
      const nobody = { ...input, lead: { staffId: crypto.randomUUID(), password: PASSWORD } }
      expect(codesOf(await it.call('outings.comeBack', nobody))).toEqual(['lead-not-office'])
      expect(await it.must('outings.comeBack', { ...input, lead: { staffId, password: PASSWORD } })).toMatchObject({
        alarm: null,
      })
    })

    test('and where nobody answers, the child is in all the same, with an alarm that becomes a task', async () => {
      const id = await outSince0905()
      expect(await letIn(it, id, { ...stranger, alarm: true })).toMatchObject({ alarm: 'unlisted' })
      expect(await lineOf(it, id)).toMatchObject({ state: 'back' })
      expect(await auditOf('outing.returned-with-alarm')).toBe(1)
      expect((await it.must('tasks.list', {})).map((task) => task.kind)).toContain('outing-alarm')
    })

    test('a forbidden one alarms, whoever answers for him, and she is counted in', async () => {
      const id = await outSince0905()
      const bringer = { from: 'other' as const, name: 'Ramiro Salas Tovar' }
      const answer = await letIn(it, id, { bringer, note: 'la trajo él' })
      expect(answer.alarm).toBe('forbidden')
      expect(answer.order).not.toBeNull()
      expect(await lineOf(it, id)).toMatchObject({ state: 'back' })
    })
  })
})

describe('written down later', () => {
  const happened = (day: string, time: string) => ({ day, time, reason: 'no había luz' })

  test('is marked, never ahead of now, and never before the last fact', async () => {
    const { id } = await readyAtGate()
    it.now = SATURDAY_1000
    await it.signInAs('gate')
    const { version } = await lineOf(it, id)
    const at = (time: string) =>
      it.call('outings.leave', { id, version, ...SEEN, happened: happened('2026-10-17', time) })
    expect(codesOf(await at('10:01'))).toEqual(['movement-in-future'])
    expect(await at('09:20')).toMatchObject({ ok: true, value: { left: true } })
    expect(await lineOf(it, id)).toMatchObject({ backdated: true, out: { time: '09:20' } })
    const next = (await lineOf(it, id)).version
    const back = (time: string) =>
      it.call('outings.comeBack', { id, version: next, ...WELL, happened: happened('2026-10-17', time) })
    expect(codesOf(await back('09:19'))).toEqual(['movement-before-last'])
    expect((await back('09:40')).ok).toBe(true)
  })

  test('the sheet of the morning is keyed in line by line; what could not be is said', async () => {
    const { id } = await readyAtGate()
    it.now = SATURDAY_1000
    await it.signInAs('gate')
    const { version } = await lineOf(it, id)
    const line = { id, version, out: { day: '2026-10-17', time: '09:10' }, back: { day: '2026-10-17', time: '09:05' } }
    expect(await it.must('outings.keyBack', { reason: 'no había luz', lines: [line] })).toMatchObject({
      done: 0,
      stopped: [{ id, reasons: [{ code: 'movement-before-last' }] }],
    })
    // The leaving stands, for it could be; only the return was refused.
    const { version: next } = await lineOf(it, id)
    const rest = { id, version: next, out: null, back: { day: '2026-10-17', time: '09:45' } }
    expect(await it.must('outings.keyBack', { reason: 'no había luz', lines: [rest] })).toEqual({
      done: 1,
      stopped: [],
    })
    expect(await lineOf(it, id)).toMatchObject({ state: 'back', backdated: true, back: { time: '09:45' } })
  })
})

describe('a clock that was set back', () => {
  test('lets nobody out, and still counts a child in, at an hour after she left', async () => {
    const id = await outSince0905()
    it.now = '2026-10-17T13:00:00.000Z'
    await it.signInAs('gate')
    expect((await it.must('outings.gate', {})).clockBehind).toEqual({ day: '2026-10-17', time: '09:05' })
    expect((await letOut(it, id)).reasons.map((reason) => reason.code)).toContain('gate-clock-behind')
    await letIn(it, id)
    expect(await lineOf(it, id)).toMatchObject({ state: 'back', back: { day: '2026-10-17', time: '09:05' } })
  })
})

describe('taking back', () => {
  const undo = async (id: string, reason = 'era otra niña') => {
    const { version } = await lineOf(it, id)
    return it.call('outings.undoMovement', { id, version, reason })
  }

  test('a mistaken leaving, by the gate within ten minutes, by the office later; it stays known', async () => {
    const id = await outSince0905()
    it.now = SATURDAY_0912
    await it.signInAs('gate')
    expect((await lineOf(it, id)).undo).toBe('out')
    expect((await undo(id)).ok).toBe(true)
    expect(await lineOf(it, id)).toMatchObject({ state: 'scheduled', mayLeave: true, out: null, undo: null })
    await letOut(it, id)
    it.now = SATURDAY_1000
    await it.signInAs('gate')
    expect((await lineOf(it, id)).undo).toBeNull()
    expect(codesOf(await undo(id))).toEqual(['undo-too-late'])
    await it.signInAs('coordinator')
    expect((await undo(id)).ok).toBe(true)
    expect(await auditOf('outing.undone-out')).toBe(2)
  })

  test('a mistaken return puts her outside again, unless she has left since on another outing', async () => {
    const second = await anOuting(it, family, {
      kind: 'medical',
      leavesOn: '2026-10-17',
      leavesAt: '20:00',
      returnsOn: '2026-10-17',
      returnsAt: '22:00',
    })
    await it.must('outings.cancel', {
      id: second.permissionId,
      version: (await it.must('outings.getPermission', { id: second.permissionId })).version,
      reason: 'se mueve',
    })
    const id = await outSince0905()
    await letIn(it, id)
    expect((await undo(id)).ok).toBe(true)
    expect(await lineOf(it, id)).toMatchObject({ state: 'out', back: null })
    expect(codesOf(await undo(id))).toEqual([])
    expect(codesOf(await undo(id))).toEqual(['nothing-to-undo'])
  })
})

describe('what becomes of it otherwise', () => {
  test('not made, with its reason, and taken up again when he comes after all', async () => {
    const { id } = await readyAtGate()
    const { version } = await lineOf(it, id)
    expect(codesOf(await it.call('outings.notMade', { id, version, reason: 'other' }))).toEqual([
      'not-made-note-missing',
    ])
    await it.must('outings.notMade', { id, version, reason: 'adult' })
    expect(await lineOf(it, id)).toMatchObject({ state: 'not-made', undo: 'not-made' })
    expect((await letOut(it, id)).reasons.map((reason) => reason.code)).toContain('outing-not-made')
    const again = await lineOf(it, id)
    await it.must('outings.undoMovement', { id, version: again.version, reason: 'llegó a las 9:30' })
    expect(await letOut(it, id)).toMatchObject({ left: true })
  })

  test('the return clock: each step is due, written down, and off the list; then the protocol', async () => {
    const id = await outSince0905()
    it.now = '2026-10-19T01:05:00.000Z'
    await it.signInAs('gate')
    expect((await lineOf(it, id)).due).toEqual(['call-taker', 'call-lead', 'protocol'])
    await it.must('outings.recordCall', { id, step: 'call-taker', note: 'no contesta' })
    expect((await lineOf(it, id)).due).toEqual(['call-lead', 'protocol'])
    await it.signInAs('mother-child')
    expect((await it.must('tasks.list', {})).map((task) => task.kind)).toEqual(
      expect.arrayContaining(['outing-call-lead', 'outing-protocol']),
    )
    const { version } = await lineOf(it, id)
    await it.must('outings.notReturned', { id, version, note: 'nadie contesta' })
    expect(await lineOf(it, id)).toMatchObject({ state: 'not-returned' })
    expect((await it.must('outings.printProtocol', { id })).pages).toBe(1)
    await it.signInAs('gate')
    expect(await letIn(it, id, { note: 'la trajo la policía municipal' })).toMatchObject({ lateMinutes: 125 })
  })

  test('she stays with her family: nobody waits for her, and her file is to say so', async () => {
    const id = await outSince0905()
    await it.signInAs('director')
    const { version } = await lineOf(it, id)
    await it.must('outings.stay', {
      id,
      version,
      decidedBy: 'Juzgado 2º',
      document: 'Oficio 9/2026',
      note: 'guarda y custodia',
    })
    expect((await it.must('outings.gate', {})).rows.find((row) => row.id === id)?.state ?? 'stays').toBe('stays')
    expect((await it.must('today.emergency', {})).totals.childrenOut).toBe(0)
    expect((await it.must('tasks.list', {})).map((task) => task.kind)).toContain('outing-stays')
  })

  test('written down for the wrong child it is taken back: she is outside again, counted, and can come back', async () => {
    const id = await outSince0905()
    await it.signInAs('director')
    const decided = { decidedBy: 'Juzgado 2º', document: 'Oficio 9/2026', note: 'guarda y custodia' }
    await it.must('outings.stay', { id, version: (await lineOf(it, id)).version, ...decided })
    const undo = async () =>
      it.call('outings.undoMovement', { id, version: (await lineOf(it, id)).version, reason: 'era su hermana' })
    await it.signInAs('gate')
    expect(codesOf(await undo())).toEqual(['undo-too-late'])
    await it.signInAs('director')
    expect(codesOf(await undo())).toEqual([])
    expect((await it.must('today.emergency', {})).totals.childrenOut).toBe(1)
    expect(await letIn(it, id)).toMatchObject({ alarm: null })
  })
})

describe('a group', () => {
  test('leaves and comes back together; who is missing at a headcount is named, and who may not leave stays', async () => {
    const second = await aFamily(it)
    const { staff } = await it.must('outings.choices', {})
    const lead = staff.find((each) => each.name === STAFF['mother-child'])?.id ?? ''
    const request = aRequest(family, {
      kind: 'group',
      reason: 'museo',
      escort: { from: 'staff', id: lead },
      childIds: [family.childId, second.childId],
      returnsOn: '2026-10-17',
    })
    const { id: permissionId, outings } = await it.must('outings.request', request)
    await signAll(it, permissionId, '2026-10-16')
    it.now = SATURDAY_0905
    await it.signInAs('gate')
    const ids = outings.map((each) => each.id)
    const lines = async () => Promise.all(ids.map(async (id) => ({ id, version: (await lineOf(it, id)).version })))
    expect(await it.must('outings.leaveTogether', { lines: await lines(), ...SEEN })).toMatchObject({ stopped: [] })
    const count = { permissionId, day: '2026-10-17', step: 'boarding' as const, time: '09:05', seen: ids.slice(0, 1) }
    expect((await it.must('outings.countHeads', count)).missing).toEqual(['Ibarra Soto, Camila'])
    expect((await it.must('outings.headcounts', { permissionId, day: '2026-10-17' }))[0]).toMatchObject({ seen: 1 })
    const { back } = await it.must('outings.comeBackTogether', { lines: await lines(), ...WELL })
    expect(back.map((each) => each.alarm)).toEqual([null, null])
    expect(codesOf(await it.call('outings.countHeads', { ...count, time: '08:00' }))).toEqual([])
  })
})

test('the gate reads no health: neither in its list nor through any channel of the children’s files', async () => {
  const { id } = await readyAtGate()
  expect(JSON.stringify(await lineOf(it, id))).not.toMatch(/allerg|birth|curp|diagnos|mother"/i)
  for (const call of [
    it.call('children.get', { id: family.childId }),
    it.call('outings.get', { id }),
    it.call('today.emergency', {}),
  ])
    expect(codesOf(await call)).toEqual(['not-allowed'])
})
