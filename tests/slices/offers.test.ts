import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { undoBatch } from '../../src/main/platform/batches/batches'
import type { Outcome } from '../../src/shared/kernel/outcome'
import { openClassroom, putEdition, putPlace, putWoman, type Classroom } from '../factories/classroom'

let room: Classroom
let editionId: string
let workshopId: string
/** Requests by surname, in turn. */
let waits: Readonly<Record<'Ruiz' | 'Mata' | 'Ibarra', string>>

beforeEach(async () => {
  room = await openClassroom('2026-10-15T18:00:00.000Z')
  const edition = putEdition(room, { code: 'EAC-12', title: 'Yoga', capacity: 2, slots: [[1, '08:30', '09:30']] })
  ;({ id: editionId, workshopId } = edition)
  const days = { Ruiz: '2026-09-20', Mata: '2026-09-27', Ibarra: '2026-10-04' } as const
  const entries = []
  for (const [surname1, requestedOn] of Object.entries(days)) {
    const personId = putWoman(room, { surname1 })
    entries.push([surname1, (await room.must('places.wait', { personId, workshopId, requestedOn })).id] as const)
  }
  waits = Object.fromEntries(entries) as typeof waits
})
afterEach(() => room.close())

const one = <T>(sql: string, ...of: string[]): T =>
  room.opened.raw
    .prepare(sql)
    .pluck()
    .get(...of) as T
const chosen = (...ids: string[]) =>
  ids.map((id) => ({ id, version: one<number>('SELECT version FROM wait WHERE id = ?', id) }))
const stateOf = (id: string) => one<string>('SELECT state FROM wait WHERE id = ?', id)
const until = '2026-10-18'
const offer = async (...ids: string[]) =>
  (await room.must('places.offer', { editionId, waits: chosen(...ids), untilOn: until })).offers
const answer = (id: string, said: 'yes' | 'no' | 'not-this-group', answeredOn = '2026-10-16', version = 1) =>
  room.call('places.answerOffer', { id, version, answer: said, answeredOn, toldBy: 'Clara' })
const codes = (outcome: Outcome<unknown>) => (outcome.ok ? [] : outcome.refusals.map((refusal) => refusal.code))
const listed = () => room.must('places.offers', {})

describe('the proposal', () => {
  test('names who is next, why, and how many places are neither taken nor held', async () => {
    putPlace(room, putWoman(room, { surname1: 'Adentro' }), editionId)
    const before = await room.must('places.proposal', { editionId })
    expect(before).toMatchObject({ free: 1, held: 0, untilOn: '2026-10-18', edition: { taken: 1, capacity: 2 } })
    expect(before.rows.map((row) => [row.surname1, row.points, row.after?.by])).toEqual([
      ['Ruiz', 13, 'points'],
      ['Mata', 12, 'points'],
      ['Ibarra', 11, undefined],
    ])
    expect(before.rows[0]?.after?.lines).toEqual([{ kind: 'waitingWeek', difference: 1 }])
    await offer(waits.Ruiz)
    expect(await room.must('places.proposal', { editionId })).toMatchObject({ free: 0, held: 1 })
    room.now = '2026-10-19T18:00:00.000Z'
    expect(await room.must('places.proposal', { editionId })).toMatchObject({ free: 1, held: 0 })
  })
})

describe('an offer', () => {
  test('holds a place for her until a day, and says where she stood', async () => {
    const [id] = await offer(waits.Ruiz)
    expect(stateOf(waits.Ruiz)).toBe('offered')
    expect(await listed()).toMatchObject([
      { id, surname1: 'Ruiz', state: 'open', untilOn: until, turn: 1, turnOf: 3, points: 13, toldOn: null },
    ])
    expect(
      (await room.must('places.waiting', {})).waits.map((row) => [row.surname1, row.position, row.offeredUntil]),
    ).toEqual([
      ['Mata', 1, null],
      ['Ibarra', 2, null],
      ['Ruiz', null, until],
    ])
  })

  test('is not made of places that are not there, of a group that is over, or to who does not wait', async () => {
    const all = chosen(waits.Ruiz, waits.Mata, waits.Ibarra)
    expect(await room.call('places.offer', { editionId, waits: all, untilOn: until })).toMatchObject({
      refusals: [{ code: 'too-few-places', facts: { free: 2, wanted: 3 } }],
    })
    const late = { editionId, waits: chosen(waits.Ruiz), untilOn: '2026-10-14' }
    expect(codes(await room.call('places.offer', late))).toEqual(['day-in-the-past'])
    const over = putEdition(room, { code: 'EAC-01', title: 'Yoga', endsOn: '2026-09-30' })
    expect(codes(await room.call('places.offer', { ...late, untilOn: until, editionId: over.id }))).toEqual([
      'edition-over',
    ])
    const other = putEdition(room, { code: 'CL-01', title: 'Tejido' })
    expect(codes(await room.call('places.offer', { ...late, untilOn: until, editionId: other.id }))).toEqual([
      'other-workshop',
    ])
    await room.must('places.decideWaits', { waits: chosen(waits.Ruiz), decision: 'hold' })
    const pending = { editionId, waits: chosen(waits.Ruiz), untilOn: until }
    expect(codes(await room.call('places.offer', pending))).toEqual(['wait-is-pending'])
  })

  test('out of turn needs a reason, which names whom it passed over', async () => {
    const ahead = { editionId, waits: chosen(waits.Mata), untilOn: until }
    expect(await room.call('places.offer', ahead)).toMatchObject({
      refusals: [{ code: 'out-of-turn', facts: { count: 1 } }],
    })
    await room.must('places.offer', { ...ahead, jump: { reason: 'clash', note: '' } })
    const [jump] = await room.must('places.jumps', { from: '2026-10-15', until: '2026-10-15' })
    expect(jump).toMatchObject({ surname1: 'Mata', kind: 'offer', code: 'EAC-12', reason: 'clash', turn: 2 })
    expect(jump?.passed.map((woman) => woman.surname1)).toEqual(['Ruiz'])
  })

  test('to the first two at once passes nobody over', async () => {
    await offer(waits.Mata, waits.Ruiz)
    expect((await listed()).map((row) => [row.surname1, row.turn])).toEqual([
      ['Mata', 2],
      ['Ruiz', 1],
    ])
    expect(await room.must('places.jumps', { from: '2026-10-15', until: '2026-10-15' })).toEqual([])
  })

  test('answered with yes gives the place at once, and both can be followed', async () => {
    const [id] = await offer(waits.Ruiz)
    room.now = '2026-10-20T18:00:00.000Z'
    const outcome = await answer(id!, 'yes')
    expect(outcome).toMatchObject({ ok: true })
    expect(stateOf(waits.Ruiz)).toBe('accepted')
    const now = await room.must('places.ofEdition', { id: editionId })
    expect(now.open.map((row) => row.surname1)).toEqual(['Ruiz'])
    expect(await listed()).toMatchObject([{ state: 'answered', answer: 'accepted', answeredOn: '2026-10-16' }])
    expect(one('SELECT place_id FROM offer WHERE id = ?', id!)).toBe(one('SELECT id FROM place'))
    expect(codes(await answer(id!, 'no', '2026-10-16', 2))).toEqual(['offer-answered'])
  })

  test('hears a yes of a day in time though it is typed later, and no other', async () => {
    const [id] = await offer(waits.Ruiz)
    room.now = '2026-10-20T18:00:00.000Z'
    expect(codes(await answer(id!, 'yes', '2026-10-19'))).toEqual(['offer-lapsed'])
    expect(codes(await answer(id!, 'yes', '2026-10-21'))).toEqual(['day-in-the-future', 'offer-lapsed'])
    expect(codes(await answer(id!, 'yes', '2026-10-14'))).toEqual(['answered-before-offered'])
    expect(codes(await answer(id!, 'no', '2026-10-16', 7))).toEqual(['stale'])
    expect(stateOf(waits.Ruiz)).toBe('offered')
  })

  test('answered with no ends her request, unless it was only this group that she did not want', async () => {
    const [no, other] = await offer(waits.Ruiz, waits.Mata)
    await room.must('places.answerOffer', {
      id: no!,
      version: 1,
      answer: 'no',
      answeredOn: '2026-10-15',
      toldBy: 'Clara',
      note: 'Trabaja a esa hora',
    })
    expect(await answer(other!, 'not-this-group', '2026-10-15')).toMatchObject({ ok: true })
    expect([stateOf(waits.Ruiz), stateOf(waits.Mata)]).toEqual(['withdrawn', 'approved'])
    const { steps } = await room.must('places.waitRecord', { id: waits.Ruiz })
    expect(steps.at(-1)).toMatchObject({ act: 'refuse', reason: 'Trabaja a esa hora', toldBy: 'Clara' })
    expect((await room.must('places.waitRecord', { id: waits.Mata })).wait).toMatchObject({
      requestedOn: '2026-09-27',
      position: 1,
    })
  })

  test('lapses by the day alone, stays until somebody sees to it, and then gives her turn back', async () => {
    const [id] = await offer(waits.Ruiz)
    const returned = { offers: [{ id: id!, version: 1 }] }
    room.now = '2026-10-18T18:00:00.000Z'
    expect(codes(await room.call('places.returnLapsed', returned))).toEqual(['offer-not-lapsed'])
    room.now = '2026-10-19T18:00:00.000Z'
    expect(await listed()).toMatchObject([{ state: 'lapsed' }])
    expect(stateOf(waits.Ruiz)).toBe('offered')
    await room.must('places.returnLapsed', returned)
    expect(stateOf(waits.Ruiz)).toBe('approved')
    expect((await room.must('places.waiting', {})).waits[0]).toMatchObject({ surname1: 'Ruiz', position: 1 })
    const [again] = (await room.must('places.offer', { editionId, waits: chosen(waits.Ruiz), untilOn: '2026-10-22' }))
      .offers
    expect(again).not.toBe(id)
  })

  test('that lapsed without anybody telling her counts as our refusal; one that she was told of does not', async () => {
    const [told, untold] = await offer(waits.Ruiz, waits.Mata)
    await room.must('places.tellOffer', { id: told!, version: 1, toldOn: '2026-10-15', toldBy: 'Clara' })
    room.now = '2026-10-19T18:00:00.000Z'
    await room.must('places.returnLapsed', {
      offers: [
        { id: told!, version: 2 },
        { id: untold!, version: 1 },
      ],
    })
    const kinds = async (id: string) => (await room.must('places.waitRecord', { id })).lines.map((line) => line.kind)
    expect(await kinds(waits.Ruiz)).not.toContain('refusal')
    expect(await kinds(waits.Mata)).toContain('refusal')
  })

  test('is taken back with a reason, and she keeps her turn', async () => {
    const [id] = await offer(waits.Ruiz)
    const recall = { id: id!, version: 1, reason: '' }
    expect(codes(await room.call('places.recallOffer', recall))).toEqual(['wait-needs-reason'])
    await room.must('places.recallOffer', { ...recall, reason: 'Se canceló el grupo' })
    expect([stateOf(waits.Ruiz), one('SELECT answer FROM offer')]).toEqual(['approved', 'void'])
    expect(room.events().at(-1)).toMatchObject({ event: 'offer.void', reason: 'Se canceló el grupo' })
  })
})

describe('an undo', () => {
  const tables = ['wait', 'wait_step', 'offer', 'wait_jump', 'place', 'place_suspension']
  const everything = () => tables.map((table) => room.opened.raw.prepare(`SELECT * FROM ${table} ORDER BY id`).all())
  /** Through a change that leaves an event of its own, for undoing may be refused and a change must leave one. */
  const undo = (batchId: string) =>
    room.act(async (act) => {
      await act.audit({ event: 'batch.asked', subjectType: 'batch', subjectId: batchId })
      return undoBatch(act, batchId)
    })

  test('of offers out of turn leaves every row as it was', async () => {
    const before = everything()
    const made = await room.must('places.offer', {
      editionId,
      waits: chosen(waits.Mata, waits.Ibarra),
      untilOn: until,
      jump: { reason: 'clash', note: '' },
    })
    expect(everything()).not.toEqual(before)
    expect(await undo(made.batchId)).toMatchObject({ ok: true })
    expect(everything()).toEqual(before)
  })

  test('of a yes takes the place back and leaves the offer open', async () => {
    const [id] = await offer(waits.Ruiz)
    const before = everything()
    await answer(id!, 'yes', '2026-10-15')
    expect(await undo(one('SELECT id FROM batch ORDER BY rowid DESC LIMIT 1'))).toMatchObject({ ok: true })
    expect(everything()).toEqual(before)
  })

  test('of offers that somebody has answered since is refused', async () => {
    const made = await room.must('places.offer', { editionId, waits: chosen(waits.Ruiz), untilOn: until })
    await answer(made.offers[0]!, 'no', '2026-10-15')
    expect(await undo(made.batchId)).toMatchObject({ ok: false, refusals: [{ code: 'batch-in-use' }] })
  })
})

describe('slips', () => {
  const slip = async (ids: string[]) => {
    const paper = await room.must('places.printOffers', { ids })
    expect(paper.folio).toMatch(/^OF-2026-00001-/)
    return paper
  }

  test('are one page for each offer, under one folio; an answered one is not printed', async () => {
    const ids = await offer(waits.Ruiz, waits.Mata)
    expect((await slip(ids)).pages).toBe(2)
    await answer(ids[0]!, 'no', '2026-10-15')
    expect(codes(await room.call('places.printOffers', { ids }))).toEqual(['offer-answered'])
  })

  test('of her turn are hers to read, and are kept under her record', async () => {
    const paper = await room.must('places.printTurn', { waitId: waits.Mata })
    expect([paper.pages, paper.title]).toEqual([1, 'Respuesta de turno: Mata, María'])
  })
})
