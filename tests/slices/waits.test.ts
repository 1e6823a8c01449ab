import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { removeWaitsOf } from '../../src/main/features/places'
import { SETTING_DEFAULTS } from '../../src/shared/contract/settings'
import { openClassroom, putEdition, putPlace, putWoman, type Classroom } from '../factories/classroom'

let room: Classroom
beforeEach(async () => {
  room = await openClassroom('2026-10-15T18:00:00.000Z')
})
afterEach(() => room.close())

const yoga = (over: Partial<Parameters<typeof putEdition>[1]> = {}) =>
  putEdition(room, { code: 'EAC-12', title: 'Yoga', slots: [[1, '08:30', '09:30']], ...over })
const ask = (personId: string, workshopId: string, requestedOn = '2026-10-01') =>
  room.must('places.wait', { personId, workshopId, requestedOn })
const listed = async () => (await room.must('places.waiting', {})).waits
const decide = (id: string, decision: 'approve' | 'hold' | 'decline' | 'withdraw' | 'reinstate', reason = '') =>
  room.call('places.decideWaits', { waits: [{ id, version: versionOf(id) }], decision, reason })
const versionOf = (id: string) =>
  room.opened.raw.prepare('SELECT version FROM wait WHERE id = ?').pluck().get(id) as number
const stateOf = (id: string) => room.opened.raw.prepare('SELECT state FROM wait WHERE id = ?').pluck().get(id)

describe('a request', () => {
  test('of somebody who plans is approved as it is written; anybody else leaves it to be approved', async () => {
    const { workshopId } = yoga()
    const [ana, eva] = [putWoman(room, { surname1: 'Ñáñez' }), putWoman(room, { surname1: 'Ibarra' })]
    expect((await ask(ana, workshopId)).state).toBe('approved')
    room.role = 'mother-child'
    const { id, state } = await ask(eva, workshopId)
    expect(state).toBe('pending')
    expect(await decide(id, 'approve')).toMatchObject({ refusals: [{ code: 'not-allowed' }] })
    room.role = 'coordinator'
    expect((await listed()).map((row) => [row.surname1, row.state, row.position])).toEqual([
      ['Ñáñez', 'approved', 1],
      ['Ibarra', 'pending', null],
    ])
    expect(await decide(id, 'approve')).toMatchObject({ ok: true })
    expect((await listed()).map((row) => row.position)).toEqual([1, 2])
  })

  test('is written once for each woman and workshop, not in the future, and late only with a reason', async () => {
    const { workshopId } = yoga()
    const ana = putWoman(room, { surname1: 'Ñáñez' })
    const asked = { personId: ana, workshopId, requestedOn: '2026-09-01' }
    expect(await room.call('places.wait', { ...asked, requestedOn: '2026-10-16' })).toMatchObject({
      refusals: [{ code: 'day-in-the-future', field: 'requestedOn' }],
    })
    expect(await room.call('places.wait', asked)).toMatchObject({
      refusals: [{ code: 'old-request-needs-reason', field: 'note', facts: { days: 30 } }],
    })
    await room.must('places.wait', { ...asked, note: 'Papel que apareció en el archivo', requestedBy: 'judge' })
    expect(room.events().at(-1)).toMatchObject({ event: 'wait.opened', reason: 'Papel que apareció en el archivo' })
    expect(await room.call('places.wait', { ...asked, note: 'x' })).toMatchObject({
      refusals: [{ code: 'waiting-already' }],
    })
    const gone = putWoman(room, { surname1: 'Mata', leftOn: '2026-10-01' })
    expect(await room.call('places.wait', { ...asked, personId: gone, note: 'x' })).toMatchObject({
      refusals: [{ code: 'person-not-here' }],
    })
  })

  test('goes through its states by decisions, and each is kept with its reason', async () => {
    const { workshopId } = yoga()
    const { id } = await ask(putWoman(room, { surname1: 'Ñáñez' }), workshopId)
    expect(await decide(id, 'decline')).toMatchObject({ refusals: [{ code: 'wait-needs-reason', field: 'reason' }] })
    expect(await decide(id, 'decline', 'Falta su carta médica')).toMatchObject({ ok: true })
    expect(await listed()).toEqual([])
    expect(await decide(id, 'reinstate', 'x')).toMatchObject({ refusals: [{ code: 'wait-is-declined' }] })
    await room.must('places.tellWait', { id, toldOn: '2026-10-15', toldBy: 'Clara' })
    expect(await decide(id, 'hold', 'Trajo la carta')).toMatchObject({ ok: true })
    expect(await decide(id, 'withdraw')).toMatchObject({ ok: true })
    expect(await decide(id, 'approve')).toMatchObject({ refusals: [{ code: 'wait-is-withdrawn' }] })
    expect(await decide(id, 'reinstate', 'Lo pidió otra vez')).toMatchObject({ ok: true })
    const { steps, wait } = await room.must('places.waitRecord', { id })
    expect(steps.map((step) => [step.act, step.to, step.reason])).toEqual([
      ['decline', 'declined', 'Falta su carta médica'],
      ['hold', 'pending', 'Trajo la carta'],
      ['withdraw', 'withdrawn', null],
      ['reinstate', 'pending', 'Lo pidió otra vez'],
    ])
    expect(steps[0]).toMatchObject({ toldOn: '2026-10-15', toldBy: 'Clara', by: 'Clara Coordinadora' })
    expect(wait.state).toBe('pending')
    expect(room.events().map((event) => event.event)).toEqual([
      'wait.opened',
      'wait.closed',
      'wait.told',
      'wait.reopened',
      'wait.closed',
      'wait.reopened',
    ])
  })

  test('that was closed is not taken up again beside a newer one, or for who has left', async () => {
    const { workshopId } = yoga()
    const ana = putWoman(room, { surname1: 'Ñáñez' })
    const old = await ask(ana, workshopId)
    await decide(old.id, 'withdraw')
    const young = await ask(ana, workshopId, '2026-10-10')
    expect(await decide(old.id, 'reinstate', 'x')).toMatchObject({ refusals: [{ code: 'waiting-already' }] })
    await decide(young.id, 'withdraw')
    expect(await decide(old.id, 'reinstate', 'x')).toMatchObject({ refusals: [{ code: 'newer-request' }] })
    room.opened.raw.exec(`UPDATE stay SET left_on = '2026-10-15', left_cause = 'release'`)
    expect(await decide(young.id, 'reinstate', 'x')).toMatchObject({ refusals: [{ code: 'person-not-here' }] })
  })

  test('may have its day put right, never to a day later than it was written down', async () => {
    const { workshopId } = yoga()
    const { id } = await ask(putWoman(room, { surname1: 'Ñáñez' }), workshopId)
    const edit = {
      id,
      version: 1,
      requestedOn: '2026-09-20',
      requestedBy: 'family' as const,
      reason: 'Error de captura',
    }
    expect(await room.call('places.editWait', { ...edit, requestedOn: '2026-10-16' })).toMatchObject({
      refusals: [{ code: 'day-after-entry', facts: { day: '2026-10-15' } }],
    })
    expect(await room.call('places.editWait', { ...edit, version: 9 })).toMatchObject({ refusals: [{ code: 'stale' }] })
    await room.must('places.editWait', edit)
    expect((await listed())[0]).toMatchObject({ requestedOn: '2026-09-20', requestedBy: 'family', daysWaiting: 25 })
    expect(room.events().at(-1)).toMatchObject({ event: 'wait.edited', reason: 'Error de captura' })
  })

  test('many are approved at once, or none', async () => {
    const { workshopId } = yoga()
    room.role = 'mental-health'
    const ids = []
    for (const surname1 of ['Ruiz', 'Mata', 'Ibarra'])
      ids.push((await ask(putWoman(room, { surname1 }), workshopId)).id)
    room.role = 'coordinator'
    const waits = ids.map((id) => ({ id, version: 1 }))
    const [first, ...rest] = waits
    const broken = { waits: [...rest, { id: first!.id, version: 4 }], decision: 'approve' as const }
    expect(await room.call('places.decideWaits', broken)).toMatchObject({ refusals: [{ code: 'stale' }] })
    expect(ids.map(stateOf)).toEqual(['pending', 'pending', 'pending'])
    expect(await room.must('places.decideWaits', { waits, decision: 'approve' })).toMatchObject({ count: 3 })
    expect(ids.map(stateOf)).toEqual(['approved', 'approved', 'approved'])
  })

  test('is removed when she is gone, also one that could be taken up again', async () => {
    const { workshopId } = yoga()
    const other = putEdition(room, { code: 'CL-09', title: 'Teatro' })
    const ana = putWoman(room, { surname1: 'Ñáñez' })
    const [open, closed] = [await ask(ana, workshopId), await ask(ana, other.workshopId)]
    await decide(closed.id, 'withdraw')
    expect(await room.act((act) => removeWaitsOf(act, ana, '2026-10-15', 'traslado'))).toBe(1)
    expect([stateOf(open.id), stateOf(closed.id)]).toEqual(['removed', 'removed'])
    expect(await decide(closed.id, 'reinstate', 'x')).toMatchObject({ refusals: [{ code: 'wait-is-removed' }] })
  })
})

describe('the order', () => {
  test('is by points whose lines anybody may read, and says why one stands before the next', async () => {
    const { workshopId } = yoga()
    const other = putEdition(room, { code: 'CL-01', title: 'Tejido' })
    const [served, mother, young] = ['Ruiz', 'Mata', 'Ibarra'].map((surname1) => putWoman(room, { surname1 }))
    putPlace(room, served!, other.id, '2026-09-30')
    room.insert('child', {
      id: '11111111-1111-4111-8111-111111111111',
      code: 'N-1',
      surname1: 'Mata',
      given_names: 'Sol',
      birth_precision: 'unknown',
      mother_id: mother!,
      lives_here_from: '2026-05-01',
      search_text: '',
    })
    const first = await ask(served!, workshopId, '2026-09-16')
    const second = await ask(mother!, workshopId, '2026-10-02')
    await ask(young!, workshopId, '2026-10-01')
    expect((await listed()).map((row) => [row.surname1, row.points, row.neverServed])).toEqual([
      ['Mata', 16, true],
      ['Ibarra', 12, true],
      ['Ruiz', 4, false],
    ])
    expect(await room.must('places.waitRecord', { id: second.id })).toMatchObject({
      of: 3,
      before: null,
      lines: [
        { kind: 'waitingWeek', count: 1, points: 1 },
        { kind: 'neverServed', count: 1, points: 10 },
        { kind: 'childInside', count: 1, points: 5 },
      ],
      after: {
        by: 'points',
        lines: [
          { kind: 'childInside', difference: 5 },
          { kind: 'waitingWeek', difference: -1 },
        ],
      },
    })
    expect(await room.must('places.waitRecord', { id: first.id })).toMatchObject({
      before: { by: 'points' },
      after: null,
    })
  })

  test('follows the weights from the day on which they hold', async () => {
    const { workshopId } = yoga()
    await ask(putWoman(room, { surname1: 'Ruiz' }), workshopId)
    const value = { ...SETTING_DEFAULTS.points, neverServed: 50 }
    room.insert('setting', { key: 'points', from_day: '2026-10-16', value_json: JSON.stringify(value) })
    expect((await listed())[0]?.points).toBe(12)
    room.now = '2026-10-16T18:00:00.000Z'
    expect((await listed())[0]?.points).toBe(52)
  })

  test('hears what her intake says, and how often the office turned her down since her last place', async () => {
    const { workshopId } = yoga()
    const ana = putWoman(room, { surname1: 'Ruiz' })
    const stayId = room.opened.raw.prepare('SELECT id FROM stay WHERE person_id = ?').pluck().get(ana) as string
    room.insert('intake', {
      id: '22222222-2222-4222-8222-222222222222',
      person_id: ana,
      stay_id: stayId,
      taken_on: '2026-10-01',
      taken_at: '2026-10-01T18:00:00.000Z',
      trades_wanted_json: JSON.stringify([workshopId, 'panadería']),
      leaves_about: '2027-04',
    })
    const { id } = await ask(ana, workshopId)
    await decide(id, 'decline', 'No hay cupo')
    await decide(id, 'approve', 'Se abrió otro grupo')
    const { lines } = await room.must('places.waitRecord', { id })
    expect(lines.map((line) => [line.kind, line.count, line.points])).toEqual([
      ['waitingWeek', 2, 2],
      ['neverServed', 1, 10],
      ['releaseMonth', 6, 6],
      ['refusal', 1, 3],
      ['wantsTrade', 1, 3],
    ])
    const other = putEdition(room, { code: 'CL-01', title: 'Tejido' })
    room.insert('place', {
      id: '33333333-3333-4333-8333-333333333333',
      person_id: ana,
      edition_id: other.id,
      opened_on: '2026-10-15',
    })
    const kinds = (await room.must('places.waitRecord', { id })).lines.map((line) => line.kind)
    expect(kinds).toEqual(['waitingWeek', 'releaseMonth', 'wantsTrade'])
  })

  test('is changed only with a reason, which stands in her record, the report and the audit until it is taken back', async () => {
    const { workshopId } = yoga()
    await ask(putWoman(room, { surname1: 'Ruiz' }), workshopId, '2026-09-20')
    const { id } = await ask(putWoman(room, { surname1: 'Mata' }), workshopId, '2026-10-10')
    const ahead = { id, version: 1, jump: { reason: 'other' as const, note: '' } }
    expect(await room.call('places.putAhead', ahead)).toMatchObject({ refusals: [{ code: 'bad-input' }] })
    await room.must('places.putAhead', { ...ahead, jump: { reason: 'release', note: 'Sale en noviembre' } })
    expect((await listed()).map((row) => [row.surname1, row.position, row.ahead])).toEqual([
      ['Mata', 1, true],
      ['Ruiz', 2, false],
    ])
    expect(await room.must('places.waitRecord', { id })).toMatchObject({
      aheadBecause: { reason: 'release', note: 'Sale en noviembre', day: '2026-10-15', by: 'Clara Coordinadora' },
      after: { by: 'ahead' },
    })
    const [jump] = await room.must('places.jumps', { from: '2026-10-01', until: '2026-10-31' })
    expect(jump).toMatchObject({ surname1: 'Mata', kind: 'ahead', turn: 2, workshop: 'Yoga', endedOn: null })
    expect(jump?.passed.map((woman) => woman.surname1)).toEqual(['Ruiz'])
    expect(room.events().at(-1)).toMatchObject({ event: 'wait.put-ahead', reason: 'Sale en noviembre' })
    const again = { id, version: 2, jump: { reason: 'order' as const, note: '' } }
    expect(await room.call('places.putAhead', again)).toMatchObject({ refusals: [{ code: 'ahead-already' }] })
    expect(await room.call('places.putBack', { id, version: 2 })).toMatchObject({
      refusals: [{ code: 'wait-needs-reason' }],
    })
    await room.must('places.putBack', { id, version: 2, reason: 'No sale hasta enero' })
    expect((await listed()).map((row) => row.surname1)).toEqual(['Ruiz', 'Mata'])
  })

  test('is no longer changed for who left the list and was taken up again', async () => {
    const { workshopId } = yoga()
    const { id } = await ask(putWoman(room, { surname1: 'Ruiz' }), workshopId)
    await room.must('places.putAhead', { id, version: 1, jump: { reason: 'order', note: '' } })
    await decide(id, 'withdraw')
    await decide(id, 'reinstate', 'Lo pidió otra vez')
    expect((await listed()).map((row) => [row.state, row.ahead])).toEqual([['pending', false]])
  })
})

describe('the report of who was never served', () => {
  test('counts women here whose only place never began, with what they wait for and since when', async () => {
    const { id: editionId, workshopId } = yoga()
    const [never, served, unborn] = ['Ruiz', 'Mata', 'Ibarra'].map((surname1) => putWoman(room, { surname1 }))
    putWoman(room, { surname1: 'Ausente', leftOn: '2026-10-01' })
    putPlace(room, served!, editionId)
    room.insert('place', {
      id: '44444444-4444-4444-8444-444444444444',
      person_id: unborn!,
      edition_id: editionId,
      opened_on: '2026-11-01',
      ended_on: '2026-10-10',
      end_result: 'not-completed',
      end_cause: 'other',
    })
    room.opened.raw
      .prepare(`UPDATE person SET birth_date = '1990-01-01', birth_precision = 'exact' WHERE id = ?`)
      .run(never!)
    await ask(never!, workshopId)
    const rows = await room.must('places.neverServed', {})
    expect(rows.map((row) => [row.surname1, row.ageGroup, row.monthsWaiting, row.workshops, row.monthsHere])).toEqual([
      ['Ibarra', null, null, [], 9],
      ['Ruiz', '30-39', 0, ['Yoga'], 9],
    ])
  })
})

describe('groups of sensitive axes', () => {
  const group = () => putEdition(room, { code: 'SM-01', title: 'Duelo', sensitive: true })

  test('cost her no turn, and her points do not tell that she is in one', async () => {
    const { workshopId } = yoga()
    const ana = putWoman(room, { surname1: 'Ñáñez' })
    putPlace(room, ana, group().id)
    await ask(ana, workshopId)
    expect((await listed()).map((row) => row.neverServed)).toEqual([true])
    expect((await room.must('places.neverServed', {})).map((row) => row.surname1)).toEqual(['Ñáñez'])
  })

  test('are not there for who may not know their women: neither to see, nor to ask for, nor to decide', async () => {
    const sensitive = group()
    const [ana, eva] = [putWoman(room, { surname1: 'Ñáñez' }), putWoman(room, { surname1: 'Ibarra' })]
    const { id } = await ask(ana, sensitive.workshopId)
    const offered = await ask(eva, sensitive.workshopId)
    const [offerId] = (
      await room.must('places.offer', {
        editionId: sensitive.id,
        waits: [{ id: offered.id, version: 1 }],
        untilOn: '2026-10-18',
        jump: { reason: 'order', note: '' },
      })
    ).offers
    room.role = 'axis-lead'
    const asked = { personId: ana, workshopId: sensitive.workshopId, requestedOn: '2026-10-01' }
    const offer = { id: offerId!, version: 1 }
    const waits = [{ id, version: 1 }]
    const answers = [
      await room.call('places.wait', asked),
      await room.call('places.waitRecord', { id }),
      await room.call('places.decideWaits', { waits, decision: 'hold' }),
      await room.call('places.putAhead', { id, version: 1, jump: { reason: 'order', note: '' } }),
      await room.call('places.proposal', { editionId: sensitive.id }),
      await room.call('places.offer', { editionId: sensitive.id, waits, untilOn: '2026-10-18' }),
      await room.call('places.recallOffer', { ...offer, reason: 'x' }),
      await room.call('places.answerOffer', { ...offer, answer: 'no', answeredOn: '2026-10-15', toldBy: 'Clara' }),
      await room.call('places.printOffers', { ids: [offerId!] }),
      await room.call('places.printTurn', { waitId: id }),
    ]
    expect(answers.map((answer) => (answer.ok ? null : answer.refusals[0]?.code))).toEqual([
      'unknown-workshop',
      'unknown-wait',
      'unknown-wait',
      'unknown-wait',
      'sensitive-group',
      'sensitive-group',
      'unknown-offer',
      'unknown-offer',
      'unknown-offer',
      'unknown-wait',
    ])
    expect(await listed()).toEqual([])
    expect(await room.must('places.offers', {})).toEqual([])
    expect(await room.must('places.jumps', { from: '2026-10-01', until: '2026-10-31' })).toEqual([])
  })
})
