import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  endPlacesOf,
  placesTasks,
  restorePlacesAfterAway,
  suspendPlacesWhileAway,
} from '../../src/main/features/places'
import { PLACE_ACTS, TRANSITIONS, type PlaceAct } from '../../src/main/features/places/allocation.rules'
import type { Act } from '../../src/main/platform/seam/act'
import { PLACE_STATES, type PlaceState } from '../../src/shared/contract/place-states'
import { openClassroom, putEdition, putPlace, putSession, putWoman, type Classroom } from '../factories/classroom'

const TODAY = '2026-10-15'
const AWAY = '00000000-0000-4000-8000-00000000000a'
let room: Classroom
let editionId: string
beforeEach(async () => {
  room = await openClassroom(`${TODAY}T18:00:00.000Z`)
  editionId = putEdition(room, { code: 'EAC-12', title: 'Yoga', slots: [[1, '09:00', '11:00']] }).id
})
afterEach(() => room.close())

const suspension = { cause: 'health', from: TODAY, backOn: null, reviewOn: null } as const
const placeOf = async (personId: string) => {
  const [place] = (await room.must('places.ofPerson', { id: personId })).places
  if (!place) throw new Error('no place')
  return place
}

/** What the people slice does inside an act of its own, which leaves its own event. */
const within = <T>(work: (act: Act) => Promise<T>): Promise<T> =>
  room.act(async (act) => {
    await act.audit({ event: 'person.left', subjectType: 'person' })
    return work(act)
  })

/** A woman whose place is in a state. */
async function inState(state: PlaceState): Promise<string> {
  const woman = putWoman(room, { surname1: 'Ñáñez' })
  if (state === 'pending') {
    await room.must('places.give', { editionId, personId: woman, openedOn: '2026-10-20' })
    return woman
  }
  const placeId = putPlace(room, woman, editionId, state === 'ended' ? '2026-10-01' : null)
  if (state === 'ended')
    room.insert('place_suspension', { id: AWAY, place_id: placeId, cause: 'court', from_day: '2026-09-20' })
  if (state === 'suspended') await room.must('places.suspend', { placeId, ...suspension })
  if (state === 'auto-suspended') await within((act) => suspendPlacesWhileAway(act, woman, AWAY, '2026-10-10'))
  return woman
}

/** Does one act of SM-3 to her place; answers the code of a refusal. */
async function does(act: PlaceAct, woman: string): Promise<string | null> {
  const place = await placeOf(woman)
  const codeOf = (answer: { ok: boolean; refusals?: readonly { code: string }[] }): string | null =>
    answer.ok ? null : (answer.refusals?.[0]?.code ?? '')
  switch (act) {
    case 'begin':
      room.now = '2026-10-20T18:00:00.000Z'
      return null
    case 'suspend':
      return codeOf(await room.call('places.suspend', { placeId: place.id, ...suspension }))
    case 'resume': {
      const rows = room.opened.raw.prepare('SELECT id, version FROM place_suspension WHERE place_id = ?').all(place.id)
      const [row] = rows as { id: string; version: number }[]
      if (!row) return 'place-not-suspended'
      return codeOf(await room.call('places.resume', { ...row, backOn: TODAY }))
    }
    case 'exclude': {
      const days = [{ weekday: 1, startsAt: '09:00' }]
      const wish = { placeId: place.id, days, reason: 'medical', from: TODAY, until: null, reviewOn: null } as const
      return codeOf(await room.call('places.exclude', wish))
    }
    case 'go-away':
      await within((inside) => suspendPlacesWhileAway(inside, woman, AWAY, TODAY))
      return null
    case 'come-back':
      await within((inside) => restorePlacesAfterAway(inside, AWAY, TODAY))
      return null
    case 'end': {
      const end = { id: place.id, version: place.version, endedOn: TODAY } as const
      return codeOf(await room.call('places.end', { ...end, result: 'not-completed', cause: 'choice' }))
    }
  }
}

describe.each(PLACE_STATES)('a place that is %s', (state) => {
  test.each(PLACE_ACTS)('answers %s as the table says', async (act) => {
    const woman = await inState(state)
    expect((await placeOf(woman)).state).toBe(state)
    const code = await does(act, woman)
    const after = (await placeOf(woman)).state
    const step = TRANSITIONS[state][act]
    if ('refuse' in step) {
      expect([code, after]).toEqual([step.refuse, state])
      return
    }
    expect(code).toBeNull()
    expect('to' in step ? step.to : [state]).toContain(after)
  })
})

describe('an absence from the center', () => {
  test('suspends what is open and her return restores exactly that, nothing suspended by hand', async () => {
    const woman = putWoman(room, { surname1: 'Ñáñez' })
    const other = putEdition(room, { code: 'CL-01', title: 'Tejido' })
    const [byHand, free] = [putPlace(room, woman, editionId), putPlace(room, woman, other.id)]
    await room.must('places.suspend', { placeId: byHand, ...suspension })
    const before = room.opened.raw.prepare('SELECT * FROM place_suspension').all()
    expect(await within((act) => suspendPlacesWhileAway(act, woman, AWAY, TODAY))).toBe(2)
    const states = async () =>
      Object.fromEntries(
        (await room.must('places.ofPerson', { id: woman })).places.map((each) => [each.id, each.state]),
      )
    expect(await states()).toEqual({ [byHand]: 'auto-suspended', [free]: 'auto-suspended' })
    room.now = '2026-10-18T18:00:00.000Z'
    expect(await within((act) => restorePlacesAfterAway(act, AWAY))).toBe(2)
    expect(await states()).toEqual({ [byHand]: 'suspended', [free]: 'active' })
    const byHandNow = room.opened.raw.prepare('SELECT * FROM place_suspension WHERE absence_id IS NULL').all()
    expect(byHandNow).toEqual(before)
  })

  test('that is on when a place is given lets it begin suspended, and asks first', async () => {
    const woman = putWoman(room, { surname1: 'Ñáñez' })
    const stay = room.opened.raw.prepare('SELECT id FROM stay').pluck().get() as string
    room.insert('stay_absence', { id: AWAY, stay_id: stay, reason: 'court', left_on: '2026-10-12' })
    const give = { editionId, personId: woman, openedOn: TODAY }
    expect(await room.call('places.give', give)).toMatchObject({ refusals: [{ code: 'place-needs-reason' }] })
    await room.must('places.give', { ...give, despite: { keys: ['away:2026-10-12'], reason: 'Vuelve el lunes' } })
    expect(await placeOf(woman)).toMatchObject({ state: 'auto-suspended', awaySince: '2026-10-12' })
    await within((act) => restorePlacesAfterAway(act, AWAY, TODAY))
    expect(await placeOf(woman)).toMatchObject({ state: 'active', awaySince: null })
  })
})

describe('who is not expected', () => {
  const off = () =>
    room.opened.raw
      .prepare('SELECT session.day, kind, why FROM place_off JOIN session ON session.id = session_id ORDER BY day, why')
      .all()
      .map((row) => Object.values(row as object).join(' '))

  test('follows from exclusions and suspensions as long as the place is in force', async () => {
    for (const day of ['2026-10-12', '2026-10-19', '2026-10-20', '2026-10-26', '2026-11-02'])
      putSession(room, editionId, day)
    const woman = putWoman(room, { surname1: 'Ñáñez' })
    const placeId = putPlace(room, woman, editionId)
    const days = [{ weekday: 1, startsAt: null }]
    await room.must('places.exclude', {
      placeId,
      days,
      reason: 'breastfeeding',
      from: TODAY,
      until: '2026-10-26',
      reviewOn: null,
    })
    expect(off()).toEqual(['2026-10-19 exclusion breastfeeding', '2026-10-26 exclusion breastfeeding'])
    await room.must('places.suspend', {
      placeId,
      ...suspension,
      cause: 'sanction',
      from: '2026-10-20',
      backOn: '2026-10-26',
    })
    expect(off()).toEqual([
      '2026-10-19 exclusion breastfeeding',
      '2026-10-20 suspension sanction',
      '2026-10-26 exclusion breastfeeding',
    ])
    await within((act) => endPlacesOf(act, woman, '2026-10-19', 'release'))
    expect(off()).toEqual(['2026-10-19 exclusion breastfeeding'])
  })

  test('is off the roll of that session alone, and out of its count', async () => {
    const [first, second] = [putSession(room, editionId, '2026-10-05'), putSession(room, editionId, '2026-10-12')]
    const [ana, eva] = [putWoman(room, { surname1: 'Ñáñez' }), putWoman(room, { surname1: 'Ibarra' })]
    const placeId = putPlace(room, ana, editionId)
    putPlace(room, eva, editionId)
    await room.must('places.suspend', { placeId, ...suspension, from: '2026-10-12' })
    const namesOn = async (id: string) =>
      (await room.must('attendance.roll', { id })).women.map((each) => each.surname1)
    expect(await namesOn(first)).toEqual(['Ibarra', 'Ñáñez'])
    expect(await namesOn(second)).toEqual(['Ibarra'])
  })

  test('frees a seat only where the edition says so', async () => {
    const { id } = putEdition(room, { code: 'CL-07', title: 'Bordado', capacity: 1 })
    const placeId = putPlace(room, putWoman(room, { surname1: 'Ñáñez' }), id)
    const give = { editionId: id, personId: putWoman(room, { surname1: 'Ibarra' }), openedOn: TODAY }
    await room.must('places.suspend', { placeId, ...suspension })
    expect(await room.call('places.give', give)).toMatchObject({ refusals: [{ code: 'edition-full' }] })
    await room.must('places.setSeating', { editionId: id, suspendedFrees: true })
    expect(await room.call('places.give', give)).toMatchObject({ ok: true })
  })
})

describe('what asks to be decided', () => {
  const kinds = async () => (await placesTasks(room.look())).map((task) => [task.kind, task.dueOn])

  test('are reviews that are due, seats kept long enough, exclusions without a session, and groups that are over', async () => {
    const [ana, eva] = [putWoman(room, { surname1: 'Ñáñez' }), putWoman(room, { surname1: 'Ibarra' })]
    const [hers, evas] = [putPlace(room, ana, editionId), putPlace(room, eva, editionId)]
    await room.must('places.suspend', { placeId: hers, ...suspension })
    const days = [{ weekday: 1, startsAt: '09:00' }]
    await room.must('places.exclude', {
      placeId: evas,
      days,
      reason: 'court',
      from: TODAY,
      until: null,
      reviewOn: '2026-10-20',
    })
    expect(await kinds()).toEqual([])
    room.now = '2026-10-29T18:00:00.000Z'
    expect(await kinds()).toEqual([
      ['places-suspension', '2026-10-29'],
      ['places-exclusion', '2026-10-20'],
    ])
    room.opened.raw.prepare(`UPDATE edition_slot SET starts_at = '08:00'`).run()
    expect(await kinds()).toContainEqual(['places-exclusion-dropped', null])
    const { open } = await room.must('places.ofEdition', { id: editionId })
    expect(open.flatMap((place) => place.exclusions.map((each) => each.orphan))).toEqual([true])
    room.now = '2026-12-20T18:00:00.000Z'
    expect(await kinds()).toContainEqual(['places-to-end', '2026-12-11'])
  })

  test('names no woman beside a group of a sensitive axis to who may not know', async () => {
    const anxiety = putEdition(room, { code: 'SM-01', title: 'Ansiedad', sensitive: true, endsOn: '2026-10-01' })
    putPlace(room, putWoman(room, { surname1: 'Ñáñez' }), anxiety.id)
    expect((await kinds()).length).toBe(1)
    room.role = 'axis-lead'
    expect(await kinds()).toEqual([])
  })
})
