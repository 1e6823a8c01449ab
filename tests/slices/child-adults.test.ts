import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Input, Output } from '../../src/shared/contract'
import { anAdult, anOrder, aPerson, registerChild } from '../factories/children'
import { codesOf, openTestOffice, STAFF, type TestOffice } from '../factories/office'
import { aFamily, aRequest } from '../factories/outings'
import { registerWoman } from '../factories/people'

let it: TestOffice
let motherId: string
let childId: string
beforeEach(async () => {
  it = await openTestOffice({ role: 'coordinator' })
  motherId = await registerWoman(it, { surname1: 'Soto', surname2: 'Ñáñez', givenNames: 'Elena' })
  childId = (await registerChild(it, motherId)).id
})
afterEach(() => it.close())

const ofelia = aPerson({ fullName: 'Ofelia  Castro Ruiz', documentKind: 'ine', document: '5551 9436' })
const rowOf = async (name: string, id = childId) => {
  const row = (await it.must('children.grid', { id })).rows.find((each) => each.adult.fullName.startsWith(name))
  if (!row) throw new Error(`${name} is not on the list`)
  return row
}
type Row = Output<'children.grid'>['rows'][number]
const statesOf = (row: Row): string => row.cells.map((cell) => cell.state).join(' ')
const idsOf = (row: Row): string[] => row.cells.flatMap((cell) => (cell.right ? [cell.right.id] : []))
const grantTo = (row: Row, more: Partial<Input<'children.grant'>> = {}): Input<'children.grant'> => ({
  childId,
  adultId: row.adult.id,
  acts: ['take-out', 'bring-back'],
  replaces: idsOf(row),
  from: null,
  until: '2027-04-30',
  evidenceKind: 'court',
  evidenceNumber: 'Exp. 12/2026',
  seenOn: '2026-10-30',
  reason: 'Renovada',
  ...more,
})

describe('putting an adult on the list', () => {
  test('keeps the last four characters of the document and no more, and grants each act apart', async () => {
    const acts: Input<'children.addAdult'>['acts'] = ['told', 'take-out']
    await it.must('children.addAdult', anAdult(childId, { adult: ofelia, acts, until: '2026-11-15' }))
    const row = await rowOf('Ofelia')
    expect(row.adult).toMatchObject({ fullName: 'Ofelia Castro Ruiz', document: 'INE 9436', documentLast4: '9436' })
    expect(statesOf(row)).toBe('soon may-not soon may-not')
    expect((await it.must('children.list', {})).rows[0]?.mayCollect).toBe(1)
  })
  test.each([
    [
      'a document without four characters',
      { adult: aPerson({ documentKind: 'ine', document: '94' }) },
      'document-incomplete',
    ],
    ['a document seen tomorrow', { seenOn: '2026-11-01' }, 'day-in-the-future'],
    ['days the wrong way round', { from: '2026-11-02', until: '2026-11-01' }, 'bad-input'],
    ['an adult nobody knows', { adult: { id: '00000000-0000-4000-8000-000000000000' } }, 'unknown-adult'],
  ])('refuses %s', async (_why, more, code) => {
    expect(codesOf(await it.call('children.addAdult', anAdult(childId, more)))).toEqual([code])
  })
  test('one adult serves siblings, is found by half a name, and stands on a child’s list once', async () => {
    const second = await registerChild(it, motherId, { givenNames: 'Mateo' })
    await it.must('children.addAdult', anAdult(childId, { adult: ofelia }))
    expect(await it.must('children.adults', { search: '' })).toEqual([])
    const [known] = await it.must('children.adults', { search: 'ofel' })
    const id = known?.id ?? ''
    await it.must('children.addAdult', anAdult(second.id, { adult: { id } }))
    expect(codesOf(await it.call('children.addAdult', anAdult(second.id, { adult: ofelia })))).toEqual([
      'adult-listed-already',
    ])
    const { children } = await it.must('children.adult', { id })
    expect(children.map((each) => [each.child.givenNames, each.cells[2]?.state])).toEqual([
      ['Camila', 'may'],
      ['Mateo', 'may'],
    ])
    await it.must('children.setRelation', { id: children[1]!.tieId, relation: 'madrina' })
    expect([(await rowOf('Ofelia')).relation, (await rowOf('Ofelia', second.id)).relation]).toEqual(['tía', 'madrina'])
    await it.must('children.correctAdult', { ...ofelia, id, version: 1, phone: '55 1', reason: 'Nuevo' })
    expect((await rowOf('Ofelia', second.id)).adult.phone).toBe('55 1')
  })
})

describe('rights', () => {
  beforeEach(() => it.must('children.addAdult', anAdult(childId, { adult: ofelia, until: '2026-10-30' })))

  test('granted anew end and begin: what stood stays to be read, and a second try is stale', async () => {
    const before = await rowOf('Ofelia')
    expect(statesOf(before)).toBe('may-not may-not ended ended')
    await it.must('children.grant', grantTo(before))
    const after = await rowOf('Ofelia')
    expect(statesOf(after)).toBe('may-not may-not may may')
    expect(after.cells[2]?.right).toMatchObject({ evidenceNumber: 'Exp. 12/2026', seenBy: STAFF.coordinator })
    const { past } = await it.must('children.grid', { id: childId })
    expect(past.map((each) => [each.act, each.until, each.reason, each.replaced])).toEqual([
      ['bring-back', '2026-10-30', 'Renovada', true],
      ['take-out', '2026-10-30', 'Renovada', true],
    ])
    expect(codesOf(await it.call('children.grant', grantTo(before)))).toEqual(['stale'])
    expect(codesOf(await it.call('children.grant', grantTo(after)))).toEqual(['nothing-changed'])
    const later = grantTo(after, { from: '2026-12-01' })
    expect(codesOf(await it.call('children.grant', later))).toEqual(['authority-gap'])
  })
  test('ended by hand hold no longer from that second, and nobody ends them twice', async () => {
    await it.must('children.grant', grantTo(await rowOf('Ofelia')))
    const ids = idsOf(await rowOf('Ofelia'))
    await it.must('children.endAuthority', { ids, reason: 'Lo pidió la madre' })
    expect(statesOf(await rowOf('Ofelia'))).toBe('may-not may-not may-not may-not')
    expect((await it.must('children.list', {})).rows[0]?.mayCollect).toBe(0)
    expect(codesOf(await it.call('children.endAuthority', { ids, reason: 'x' }))).toEqual(['stale'])
  })
  test('that end within thirty days make one list, without those that an order beats', async () => {
    await it.must('children.grant', grantTo(await rowOf('Ofelia'), { until: '2026-11-30' }))
    const ending = async () => (await it.must('children.endingAuthorities', {})).rows
    expect(await ending()).toMatchObject([{ name: 'Ofelia Castro Ruiz', acts: ['take-out', 'bring-back'] }])
    const { adult } = await rowOf('Ofelia')
    await it.must('children.prohibit', anOrder([childId], { id: adult.id }))
    expect(await ending()).toEqual([])
  })
})

describe('orders', () => {
  test('forbid every act at once and leave the rights as they were; lifted, they hold again', async () => {
    await it.must('children.addAdult', anAdult(childId, { adult: ofelia }))
    const { adult } = await rowOf('Ofelia')
    await it.must('children.prohibit', anOrder([childId], { id: adult.id }))
    const row = await rowOf('Ofelia')
    expect(statesOf(row)).toBe('forbidden forbidden forbidden forbidden')
    expect(row.orders).toMatchObject([{ orderNumber: 'Oficio 1184/2026', inForce: true }])
    const again = it.call('children.prohibit', anOrder([childId], { id: adult.id }))
    expect(codesOf(await again)).toEqual(['order-entered-already'])
    const lift = { id: row.orders[0]?.id ?? '', reason: 'El juez la levantó', document: 'Auto 3/2026' }
    await it.must('children.liftOrder', lift)
    expect(codesOf(await it.call('children.liftOrder', lift))).toEqual(['order-lifted-already'])
    expect(statesOf(await rowOf('Ofelia'))).toBe('may-not may-not may may')
    expect((await it.must('children.grid', { id: childId })).past).toMatchObject([
      { kind: 'order', paper: 'Oficio 1184/2026', reason: 'El juez la levantó · Auto 3/2026' },
    ])
  })
  test('tell what they hit: by record, by name, and by the same document under another name', async () => {
    const family = await aFamily(it)
    await it.must('outings.request', aRequest(family, { leavesOn: '2026-11-07', returnsOn: '2026-11-08' }))
    const hits = (adult: Input<'children.orderHits'>['adult']) =>
      it.must('children.orderHits', { childIds: [family.childId], adult })
    const known = await hits({ id: family.adultId })
    expect(known.rights.map((each) => each.act)).toEqual(['bring-back', 'take-out'])
    expect(known.permissions).toMatchObject([{ leavesOn: '2026-11-07', child: { id: family.childId } }])
    const named = await hits({ fullName: 'DANIELA TORRES Dominguez', documentKind: null, document: null })
    expect(named.permissions).toHaveLength(1)
    const papered = await hits({ fullName: 'Otra Persona', documentKind: 'ine', document: '1651' })
    expect(papered.permissions).toHaveLength(1)
    expect(papered.alike).toMatchObject([{ fullName: 'Daniela Torres Domínguez' }])
    expect(await hits({ fullName: 'Otra Persona', documentKind: null, document: null })).toEqual({
      rights: [],
      permissions: [],
      outNow: [],
      alike: [],
    })
  })
  test('protect the siblings they name, and know a typed person who stands on a list already', async () => {
    const second = await registerChild(it, motherId, { givenNames: 'Mateo' })
    await it.must('children.addAdult', anAdult(childId, { adult: ofelia }))
    expect((await it.must('children.grid', { id: childId })).siblings).toMatchObject([{ id: second.id }])
    const { adultId } = await it.must('children.prohibit', anOrder([childId, second.id], ofelia))
    expect((await rowOf('Ofelia')).adult.id).toBe(adultId)
    expect((await rowOf('Ofelia', second.id)).adult.id).toBe(adultId)
    expect(statesOf(await rowOf('Ofelia', second.id))).toBe('forbidden forbidden forbidden forbidden')
  })
  test('reach a permitted adult who shows the same document under another name: grid, count and page say so', async () => {
    const { adultId } = await it.must('children.addAdult', anAdult(childId, { adult: ofelia }))
    const other = aPerson({ fullName: 'Otro Nombre', documentKind: 'ine', document: '9436' })
    await it.must('children.prohibit', anOrder([childId], other))
    expect(statesOf(await rowOf('Ofelia'))).toBe('forbidden forbidden forbidden forbidden')
    expect((await it.must('children.list', {})).rows[0]?.mayCollect).toBe(0)
    expect((await it.must('children.adult', { id: adultId })).children[0]?.orders).toHaveLength(1)
  })
  test('hold for somebody who was never on a list, with how she or he looks', async () => {
    const stranger = aPerson({ fullName: 'Conocido como El Güero', description: 'Cicatriz en la ceja' })
    await it.must('children.prohibit', anOrder([childId], stranger))
    const row = await rowOf('Conocido')
    expect([row.adult.description, row.cells[2]?.state]).toEqual(['Cicatriz en la ceja', 'forbidden'])
  })
})

describe('the photo', () => {
  const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

  test('is seen only when asked for, each time written down, and is gone when taken away', async () => {
    const { adultId: id } = await it.must('children.addAdult', anAdult(childId, { adult: ofelia }))
    expect(await it.must('children.adultPhoto', { id })).toBeNull()
    await it.must('children.setAdultPhoto', { id, version: 1, picture: PIXEL })
    expect((await rowOf('Ofelia')).adult.hasPhoto).toBe(true)
    expect(await it.must('children.adultPhoto', { id })).toMatchObject({ kind: 'png', width: 1, height: 1 })
    expect(codesOf(await it.call('children.setAdultPhoto', { id, version: 1, picture: null }))).toEqual(['stale'])
    await it.must('children.setAdultPhoto', { id, version: 2, picture: null })
    expect(await it.must('children.adultPhoto', { id })).toBeNull()
    expect(codesOf(await it.call('children.setAdultPhoto', { id, version: 3, picture: 'AAAA' }))).toEqual([
      'picture-kind',
    ])
    await it.signInAs('director')
    expect((await it.must('office.audit', { event: 'adult.photo-seen' })).total).toBe(3)
  })
})

test.each(['axis-lead', 'mental-health', 'gate', 'reader'] as const)('the %s sees no grid', async (role) => {
  await it.signInAs(role)
  expect(codesOf(await it.call('children.grid', { id: childId }))).toEqual(['not-allowed'])
  expect(codesOf(await it.call('children.endingAuthorities', {}))).toEqual(['not-allowed'])
})
