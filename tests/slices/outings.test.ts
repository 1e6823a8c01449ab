import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openTestOffice, STAFF, type TestOffice } from '../factories/office'
import { aFamily, aRequest, signAll, type Family } from '../factories/outings'
import type { Role } from '../../src/shared/kernel/roles'
import { readBack, readQr } from '../factories/graduation'
import { hasTool } from '../factories/tools'

/** 10:00 at the center on Friday 16 October 2026. */
const FRIDAY = '2026-10-16T16:00:00.000Z'
const SATURDAY_0905 = '2026-10-17T15:05:00.000Z'
const SUNDAY_1640 = '2026-10-18T22:40:00.000Z'
const SUNDAY_1835 = '2026-10-19T00:35:00.000Z'

let it: TestOffice
let family: Family
beforeEach(async () => {
  it = await openTestOffice({ role: 'coordinator', now: FRIDAY })
  family = await aFamily(it)
})
afterEach(() => it.close())

const codes = async (answer: Promise<{ ok: boolean; refusals?: readonly { code: string }[] }>): Promise<string[]> =>
  (await answer).refusals?.map((refusal) => refusal.code) ?? []

const versionOf = async (id: string): Promise<number> => (await it.must('outings.get', { id })).version

/** A weekend asked for and signed; Saturday 9:05, the gate signed in. */
async function readyAtGate(): Promise<{ id: string; folio: string; version: number }> {
  const { id, folio } = await it.must('outings.request', aRequest(family))
  await signAll(it, id, '2026-10-16')
  const version = await versionOf(id)
  it.now = SATURDAY_0905
  await it.signInAs('gate')
  return { id, folio, version }
}

test('who may not record an authorisation is told why', async () => {
  const { id } = await it.must('outings.request', aRequest(family))
  const why = async () => (await it.must('outings.get', { id })).signatures.map((each) => each.whyNot)
  expect(await why()).toEqual([null, null, 'signature-of-director'])
  await it.signInAs('director')
  expect(await why()).toEqual(['signature-of-office', 'signature-of-office', null])
})

describe('asking for an outing', () => {
  test('gives it a folio with a check character, and says what is missing', async () => {
    const { id, folio } = await it.must('outings.request', aRequest(family))
    expect(folio).toMatch(/^SA-2026-00001-[0-9A-Z]$/)
    expect(await it.must('outings.get', { id })).toMatchObject({
      state: 'requested',
      missing: ['madre', 'trabajo social', 'dirección'],
      adult: 'Daniela Torres Domínguez',
      relation: 'tía',
      mother: 'Soto Ñáñez, Elena',
    })
    const next = await it.must('outings.request', aRequest(family, { leavesOn: '2026-10-24', returnsOn: '2026-10-25' }))
    expect(next.folio).toMatch(/^SA-2026-00002-/)
  })

  test.each([
    [
      'an adult forbidden by an order',
      () => ({ escort: { from: 'grid' as const, id: family.forbiddenId } }),
      'outing-adult-forbidden',
    ],
    [
      'a day after the adult may no longer',
      () => ({ leavesOn: '2027-01-01', returnsOn: '2027-01-02' }),
      'outing-adult-ended',
    ],
    ['a day that has passed', () => ({ leavesOn: '2026-10-15' }), 'outing-in-past'],
    [
      'a return before the leaving',
      () => ({ returnsOn: '2026-10-17', returnsAt: '08:00' }),
      'outing-return-before-leaving',
    ],
    ['an adult of nobody', () => ({ escort: { from: 'grid' as const, id: crypto.randomUUID() } }), 'unknown-adult'],
    ['a child of nobody', () => ({ childId: crypto.randomUUID() }), 'unknown-child'],
  ])('is refused for %s', async (_name, overrides, code) => {
    expect(await codes(it.call('outings.request', aRequest(family, overrides())))).toEqual([code])
  })

  test('staff may lead a group outing, and only that', async () => {
    const { staff } = await it.must('outings.choices', {})
    const escort = { from: 'staff' as const, id: staff.find((each) => each.name === STAFF['mother-child'])?.id ?? '' }
    expect(await codes(it.call('outings.request', aRequest(family, { escort })))).toEqual(['outing-adult-unlisted'])
    expect((await it.call('outings.request', aRequest(family, { escort, kind: 'group' }))).ok).toBe(true)
  })

  test('is refused where it overlaps another permission, until that one is cancelled', async () => {
    const { id, folio } = await it.must('outings.request', aRequest(family))
    const again = aRequest(family, { kind: 'medical', leavesOn: '2026-10-18', leavesAt: '10:00', returnsAt: '12:00' })
    expect(await it.call('outings.request', again)).toMatchObject({
      refusals: [{ code: 'outing-overlap', facts: { folio } }],
    })
    await it.must('outings.cancel', { id, version: await versionOf(id), reason: 'su tía no puede' })
    expect((await it.call('outings.request', again)).ok).toBe(true)
  })
})

describe('signatures', () => {
  test('who asked for the outing cannot give the director’s authorisation', async () => {
    await it.signInAs('director')
    const { id } = await it.must('outings.request', aRequest(family))
    const input = { id, version: 1, authorisation: 'dirección', signedOn: '2026-10-16' }
    expect(await codes(it.call('outings.sign', input))).toEqual(['requester-approves'])
  })

  test('each is recorded by whose it is to record, once, and not from the future', async () => {
    const { id } = await it.must('outings.request', aRequest(family))
    const sign = (authorisation: string, signedOn = '2026-10-16', version = 1) =>
      codes(it.call('outings.sign', { id, version, authorisation, signedOn }))
    expect(await sign('dirección')).toEqual(['signature-of-director'])
    expect(await sign('el vecino')).toEqual(['authorisation-unknown'])
    expect(await sign('madre', '2026-10-17')).toEqual(['signature-in-future'])
    expect(await sign('madre')).toEqual([])
    expect(await sign('madre', '2026-10-16', 2)).toEqual(['authorisation-given'])
    expect(await sign('trabajo social')).toEqual(['stale'])
    await it.signInAs('director')
    expect(await sign('trabajo social', '2026-10-16', 2)).toEqual(['signature-of-office'])
  })

  test('a mother takes her consent back: the child does not leave, and the record says why', async () => {
    const { id, version } = await readyAtGate()
    await it.signInAs('mother-child')
    await it.must('outings.withdrawSignature', { id, version, authorisation: 'madre', reason: 'cambió de opinión' })
    await it.signInAs('gate')
    expect(await it.must('outings.leave', { id, version: version + 1, identitySeen: true })).toMatchObject({
      left: false,
      reasons: [{ code: 'outing-signature-missing', facts: { authorisation: 'madre' } }],
    })
    await it.signInAs('coordinator')
    const record = await it.must('outings.get', { id })
    expect(record.attempts).toMatchObject([{ by: STAFF.gate, time: '09:05' }])
    expect(record.history.map((event) => [event.event, event.reason])).toContainEqual([
      'outing.signature-withdrawn',
      'cambió de opinión',
    ])
  })
})

describe('the gate', () => {
  test('sees the day, lets the child out once, and counts her back in', async () => {
    const { id, folio, version } = await readyAtGate()
    const gate = await it.must('outings.gate', {})
    expect(gate.rows).toMatchObject([
      {
        folio,
        child: 'Ibarra Soto, Camila',
        adultDocument: 'INE 1651',
        state: 'authorised',
        mayLeave: true,
        reasons: [],
      },
    ])
    expect(await codes(it.call('outings.leave', { id, version, identitySeen: false }))).toEqual(['identity-not-seen'])
    expect(await it.must('outings.leave', { id, version, identitySeen: true })).toEqual({ left: true, reasons: [] })
    expect((await it.must('outings.gate', {})).rows[0]).toMatchObject({
      state: 'out',
      out: { day: '2026-10-17', time: '09:05' },
    })
    const twice = await it.must('outings.leave', { id, version: version + 1, identitySeen: true })
    expect(twice.reasons.map((reason) => reason.code)).toEqual(['outing-already-left'])
    it.now = SUNDAY_1640
    await it.signInAs('gate')
    const back = { id, version: version + 1, adultName: 'Daniela Torres Domínguez' }
    expect(await it.must('outings.comeBack', back)).toEqual({ lateMinutes: 0, order: null })
    expect(await codes(it.call('outings.comeBack', { ...back, version: version + 2 }))).toEqual(['outing-not-out'])
    expect((await it.must('outings.gate', {})).rows[0]).toMatchObject({ state: 'back' })
  })

  test('a prohibition entered while a permission stands authorised stops it', async () => {
    const { id, version } = await readyAtGate()
    await it.signInAs('coordinator')
    const adults = (await it.must('children.get', { id: family.childId })).adults
    const aunt = adults.find((adult) => adult.adultId === family.adultId)
    await it.must('children.alterAuthority', {
      id: aunt?.id ?? '',
      version: aunt?.version ?? 0,
      relation: 'tía',
      mayCollect: false,
      validUntil: null,
      forbiddenBy: 'Oficio 77/2026',
      reason: 'llegó la orden',
    })
    await it.signInAs('gate')
    expect(await it.must('outings.leave', { id, version, identitySeen: true })).toEqual({
      left: false,
      reasons: [
        { code: 'outing-adult-forbidden', facts: { adult: 'Daniela Torres Domínguez', order: 'Oficio 77/2026' } },
      ],
    })
    await it.signInAs('director')
    expect((await it.must('office.audit', { event: 'outing.stopped-at-gate' })).total).toBe(1)
  })

  test('late is loud, and stays visible once back: 1:35 after the planned time', async () => {
    const { id, version } = await readyAtGate()
    await it.must('outings.leave', { id, version, identitySeen: true })
    it.now = SUNDAY_1835
    await it.signInAs('gate')
    expect((await it.must('outings.gate', {})).rows[0]).toMatchObject({ state: 'late', lateMinutes: 95 })
    const back = { id, version: version + 1, adultName: 'Daniela Torres Domínguez' }
    expect(await it.must('outings.comeBack', back)).toMatchObject({ lateMinutes: 95 })
    expect((await it.must('outings.gate', {})).rows[0]).toMatchObject({ state: 'back-late', lateMinutes: 95 })
  })

  test('another adult who brings her back is written down with a note; a forbidden one alarms, and she is still counted in', async () => {
    const { id, version } = await readyAtGate()
    await it.must('outings.leave', { id, version, identitySeen: true })
    const back = { id, version: version + 1, adultName: 'Ramiro Salas Tovar' }
    expect(await codes(it.call('outings.comeBack', back))).toEqual(['return-note-missing'])
    expect(await it.must('outings.comeBack', { ...back, note: 'la trajo él' })).toMatchObject({
      order: 'Oficio 1184/2026',
    })
    await it.signInAs('coordinator')
    expect(await it.must('outings.get', { id })).toMatchObject({
      state: 'back',
      returnAdult: 'Ramiro Salas Tovar',
      returnNote: 'la trajo él',
    })
  })

  test('finds an outing by its folio or by that of its paper, however the scanner types it', async () => {
    const { id, folio } = await readyAtGate()
    await it.signInAs('coordinator')
    const paper = await it.must('outings.permission', { id })
    await it.signInAs('gate')
    for (const typed of [folio, folio.toLowerCase().replaceAll('-', "'"), paper.folio])
      expect(await it.must('outings.byFolio', { folio: typed })).toMatchObject({ id, mayLeave: true })
    expect(await codes(it.call('outings.byFolio', { folio: 'SA-2026-00009-Z' }))).toEqual(['outing-folio-unknown'])
  })
})

describe('who may do what', () => {
  test('the gate reads the gate and nothing else of the outings; others see no gate', async () => {
    const { id } = await it.must('outings.request', aRequest(family))
    const may = async (role: Role): Promise<string[]> => {
      await it.signInAs(role)
      const tries = {
        gate: it.call('outings.gate', {}),
        list: it.call('outings.list', {}),
        get: it.call('outings.get', { id }),
        choices: it.call('outings.choices', {}),
        permission: it.call('outings.permission', { id }),
      }
      const open: string[] = []
      for (const [name, answer] of Object.entries(tries)) if ((await answer).ok) open.push(name)
      return open
    }
    const all = ['gate', 'list', 'get', 'choices', 'permission']
    expect(await may('gate')).toEqual(['gate'])
    for (const role of ['axis-lead', 'mental-health', 'reader'] as const) expect(await may(role)).toEqual([])
    for (const role of ['mother-child', 'coordinator', 'director'] as const) expect(await may(role)).toEqual(all)
  })
})

describe.skipIf(!hasTool('pdftotext'))('the permission on paper', () => {
  const textOf = async (id: string): Promise<string> =>
    readBack(it.folder, Buffer.from((await it.must('outings.permission', { id })).pdf, 'base64')).text.replace(
      /\s+/g,
      ' ',
    )

  test('says PENDIENTE and what is missing, until every authorisation is there', async () => {
    const { id, folio } = await it.must('outings.request', aRequest(family))
    const before = await textOf(id)
    expect(before).toContain('PENDIENTE')
    expect(before).not.toContain('AUTORIZADO')
    expect(before).toMatch(/Faltan \d autorizaciones: [^.]*dirección\./)
    await signAll(it, id, '2026-10-16')
    const after = await textOf(id)
    expect(after).toContain('AUTORIZADO')
    expect(after).not.toContain('PENDIENTE')
    for (const words of [
      folio,
      'Camila Ibarra Soto',
      'Elena Soto Ñáñez',
      'Daniela Torres Domínguez',
      'INE 1651',
      '09:00',
      '17:00',
    ])
      expect(after).toContain(words)
  })

  test.skipIf(!hasTool('zbarimg'))('carries the folio of the outing in a code that a scanner reads', async () => {
    const { id, folio } = await it.must('outings.request', aRequest(family))
    const paper = await it.must('outings.permission', { id })
    expect(readQr(it.folder, Buffer.from(paper.pdf, 'base64')).trim()).toBe(folio)
  })

  test('shows no dormitory and no file number, and is one page', async () => {
    const { id } = await it.must('outings.request', aRequest(family))
    const paper = await it.must('outings.permission', { id })
    expect(paper.pages).toBe(1)
    expect(await textOf(id)).not.toMatch(/DEM-26-|B-04|ormitorio|xpediente/)
  })

  test('is not printed as authorised when the adult has been forbidden since, and not at all once cancelled', async () => {
    const { id } = await it.must('outings.request', aRequest(family))
    await signAll(it, id, '2026-10-16')
    const adults = (await it.must('children.get', { id: family.childId })).adults
    const aunt = adults.find((adult) => adult.adultId === family.adultId)
    await it.must('children.alterAuthority', {
      id: aunt?.id ?? '',
      version: aunt?.version ?? 0,
      relation: 'tía',
      mayCollect: false,
      validUntil: null,
      forbiddenBy: 'Oficio 77/2026',
      reason: 'llegó la orden',
    })
    const text = await textOf(id)
    expect(text).not.toContain('AUTORIZADO')
    expect(text).toContain('Oficio 77/2026')
    await it.must('outings.cancel', { id, version: await versionOf(id), reason: 'orden' })
    expect(await codes(it.call('outings.permission', { id }))).toEqual(['outing-cancelled'])
  })
})
