import { describe, expect, test } from 'vitest'
import { WAIT_STATES, type WaitState } from '../../../shared/contract/waits.contract'
import { decideRequest, isOpen, needsReason, stepFrom, WAIT_ACTS, type WaitAct } from './wait.rules'

/** SM-2 once more, written out by hand: every state × every act. A dash is a refusal by the state's name. */
const TABLE: Readonly<Record<WaitState, Readonly<Record<WaitAct, WaitState | '-'>>>> = {
  pending: {
    approve: 'approved',
    hold: '-',
    decline: 'declined',
    withdraw: 'withdrawn',
    reinstate: '-',
    offer: '-',
    accept: '-',
    refuse: '-',
    stay: '-',
    return: '-',
    recall: '-',
    place: '-',
    remove: 'removed',
  },
  approved: {
    approve: '-',
    hold: 'pending',
    decline: 'declined',
    withdraw: 'withdrawn',
    reinstate: '-',
    offer: 'offered',
    accept: '-',
    refuse: '-',
    stay: '-',
    return: '-',
    recall: '-',
    place: 'accepted',
    remove: 'removed',
  },
  offered: {
    approve: '-',
    hold: '-',
    decline: '-',
    withdraw: '-',
    reinstate: '-',
    offer: '-',
    accept: 'accepted',
    refuse: 'withdrawn',
    stay: 'approved',
    return: 'approved',
    recall: 'approved',
    place: 'accepted',
    remove: 'removed',
  },
  declined: {
    approve: 'approved',
    hold: 'pending',
    decline: '-',
    withdraw: 'withdrawn',
    reinstate: '-',
    offer: '-',
    accept: '-',
    refuse: '-',
    stay: '-',
    return: '-',
    recall: '-',
    place: '-',
    remove: 'removed',
  },
  withdrawn: {
    approve: '-',
    hold: '-',
    decline: '-',
    withdraw: '-',
    reinstate: 'pending',
    offer: '-',
    accept: '-',
    refuse: '-',
    stay: '-',
    return: '-',
    recall: '-',
    place: '-',
    remove: 'removed',
  },
  accepted: Object.fromEntries(WAIT_ACTS.map((act) => [act, '-'])) as Record<WaitAct, '-'>,
  removed: Object.fromEntries(WAIT_ACTS.map((act) => [act, '-'])) as Record<WaitAct, '-'>,
}

const everyStep = WAIT_STATES.flatMap((state) => WAIT_ACTS.map((act) => ({ state, act, to: TABLE[state][act] })))

describe('a request', () => {
  test.each(everyStep)('$state, $act: $to', ({ state, act, to }) => {
    expect(stepFrom(state, act)).toEqual(to === '-' ? { ok: false, code: `wait-is-${state}` } : { ok: true, to })
  })

  test('is open while it stands on the list', () => {
    expect(WAIT_STATES.filter(isOpen)).toEqual(['pending', 'approved', 'offered'])
  })

  test('must say why it is turned down, taken up again, or loses its offer', () => {
    const asking = everyStep.filter(({ state, act, to }) => to !== '-' && needsReason(state, act))
    expect(asking.map(({ state, act }) => `${state} ${act}`)).toEqual([
      'pending decline',
      'approved decline',
      'offered recall',
      'declined approve',
      'declined hold',
      'declined withdraw',
      'withdrawn reinstate',
    ])
  })
})

describe('writing down a request', () => {
  const facts = {
    today: '2026-10-31',
    requestedOn: '2026-10-01',
    note: '',
    isHere: true,
    waits: false,
    hasPlace: false,
  }
  const codes = (over: Partial<typeof facts>) => decideRequest({ ...facts, ...over }).map((each) => each.code)

  test('takes the day she asked up to today, and a month back without asking', () => {
    expect(codes({})).toEqual([])
    expect(codes({ requestedOn: '2026-10-31' })).toEqual([])
    expect(codes({ requestedOn: '2026-11-01' })).toEqual(['day-in-the-future'])
    expect(codes({ requestedOn: '2026-09-30' })).toEqual(['old-request-needs-reason'])
    expect(codes({ requestedOn: '2026-09-30', note: 'Papel encontrado en el archivo' })).toEqual([])
  })

  test('names every reason at once', () => {
    expect(codes({ isHere: false, waits: true, hasPlace: true })).toEqual([
      'person-not-here',
      'waiting-already',
      'place-taken-already',
    ])
  })
})
