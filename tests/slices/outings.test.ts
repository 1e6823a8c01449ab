import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openTestOffice, STAFF, type TestOffice } from '../factories/office'
import { anOrder } from '../factories/children'
import { aFamily, anOuting, aRequest, signAll, type Family } from '../factories/outings'
import type { Role } from '../../src/shared/kernel/roles'
import { readBack, readQr } from '../factories/graduation'
import { hasTool } from '../factories/tools'

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

const versionOf = async (id: string): Promise<number> => (await it.must('outings.getPermission', { id })).version

test('who may not record an authorisation is told why', async () => {
  const { id } = await it.must('outings.request', aRequest(family))
  const why = async () => (await it.must('outings.getPermission', { id })).signatures.map((each) => each.whyNot)
  expect(await why()).toEqual([null, null, 'signature-of-director'])
  await it.signInAs('director')
  expect(await why()).toEqual(['signature-of-office', 'signature-of-office', 'consents-missing'])
})

describe('asking for an outing', () => {
  test('gives it a folio with a check character, and says what is missing', async () => {
    const { id, folio, permissionId } = await anOuting(it, family)
    expect(folio).toMatch(/^SA-2026-00001-[0-9A-Z]$/)
    expect((await it.must('outings.getPermission', { id: permissionId })).folio).toBe(folio)
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
    expect((await it.must('outings.getPermission', { id })).ownRequest).toBe(true)
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

  test('a mother takes her consent back: the child may not leave, and the record says why', async () => {
    const { id, permissionId } = await anOuting(it, family)
    await signAll(it, permissionId, '2026-10-16')
    expect(await it.must('outings.get', { id })).toMatchObject({ state: 'authorised', reasons: [] })
    await it.signInAs('mother-child')
    const version = await versionOf(permissionId)
    const taken = { id: permissionId, version, authorisation: 'madre', reason: 'cambió de opinión' }
    await it.must('outings.withdrawSignature', taken)
    expect(await it.must('outings.get', { id })).toMatchObject({
      state: 'requested',
      reasons: [{ code: 'outing-signature-missing', facts: { authorisation: 'madre' } }],
    })
    const permission = await it.must('outings.getPermission', { id: permissionId })
    expect(permission).toMatchObject({
      state: 'consents',
      struckOut: [{ authorisation: 'madre', withdrawnOn: '2026-10-16', reason: 'cambió de opinión' }],
    })
    expect(permission.history.map((event) => [event.event, event.reason])).toContainEqual([
      'outing.signature-withdrawn',
      'cambió de opinión',
    ])
  })
})

describe('who may do what', () => {
  test('the gate reads the gate and nothing else of the outings; others see no gate', async () => {
    const { id } = await anOuting(it, family)
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

  test('says SIN AUTORIZAR and what is missing, until every authorisation is there', async () => {
    const { id, folio, permissionId } = await anOuting(it, family)
    const before = await textOf(id)
    expect(before).toContain('SIN AUTORIZAR')
    expect(before).not.toContain('AUTORIZADO')
    expect(before).toMatch(/Faltan \d autorizaciones: [^.]*dirección\./)
    await signAll(it, permissionId, '2026-10-16')
    const after = await textOf(id)
    expect(after).toContain('AUTORIZADO')
    expect(after).not.toContain('SIN AUTORIZAR')
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
    const { id, folio } = await anOuting(it, family)
    const paper = await it.must('outings.permission', { id })
    expect(readQr(it.folder, Buffer.from(paper.pdf, 'base64')).trim()).toBe(folio)
  })

  test('shows no dormitory and no file number, and is one page', async () => {
    const { id } = await anOuting(it, family)
    const paper = await it.must('outings.permission', { id })
    expect(paper.pages).toBe(1)
    expect(await textOf(id)).not.toMatch(/DEM-26-|B-04|ormitorio|xpediente/)
  })

  test('is not printed as authorised when the adult has been forbidden since, and not at all once cancelled', async () => {
    const { id, permissionId } = await anOuting(it, family)
    await signAll(it, permissionId, '2026-10-16')
    const order = { relation: 'tía', orderNumber: 'Oficio 77/2026' }
    await it.must('children.prohibit', anOrder([family.childId], { id: family.adultId }, order))
    const text = await textOf(id)
    expect(text).not.toContain('AUTORIZADO')
    expect(text).toContain('Oficio 77/2026')
    await it.must('outings.cancel', { id: permissionId, version: await versionOf(permissionId), reason: 'orden' })
    expect(await codes(it.call('outings.permission', { id }))).toEqual(['outing-cancelled'])
  })
})
