import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { minutesOfMark, storedCredit } from '../../../shared/contract/mark-minutes'
import { markDetail, MARKS, plainMark, REASONS, REASON_RULES, ruleOf } from '../../../shared/contract/marks'
import { LOST_CAUSES } from '../../../shared/contract/timetable.contract'
import { mondayOf, weekdayOf } from '../../../shared/kernel/civil-date'
import { endsOf, isBehind, lostIn, plannedHours, splitOf, splitsBy, type HourFacts } from './hours.rules'

const NOW = { day: '2026-10-31', time: '23:59' }

const session = (over: Partial<HourFacts['sessions'][number]> = {}): HourFacts['sessions'][number] => ({
  id: 's1',
  axisId: 'x',
  day: '2026-10-06',
  startsAt: '10:00',
  endsAt: '11:30',
  cancelledCause: null,
  ...over,
})
describe('how an hour ends', () => {
  test.each([
    ['A', 'held'],
    ['R', 'held'],
    ['F', 'choice'],
    ['JM', 'health'],
    ['JA', 'justice'],
    ['JV', 'justice'],
    ['JH', 'care'],
    ['C', 'custody'],
    ['S', 'unknown'],
  ] as const)('%s by itself counts as %s', (letter, end) => {
    const mark = { mark: letter, reason: null, credited: null }
    expect(endsOf({ cell: letter, mark }, session())).toEqual([{ end, minutes: 90 }])
  })

  test.each(['unmarked', '?'] as const)('%s is laid to nobody', (cell) =>
    expect(endsOf({ cell, mark: null }, session())).toEqual([{ end: 'unknown', minutes: 90 }]),
  )

  test.each(REASONS)('%s is laid to whom the table of reasons says', (reason) => {
    const { letter, cause } = ruleOf(reason)
    const mark = { mark: letter, reason, credited: null }
    expect(endsOf({ cell: letter, mark }, session())).toEqual([{ end: cause, minutes: 90 }])
  })

  test('who walked out keeps what she did, and who left early is held for the rest', () => {
    const walked = { mark: 'F' as const, reason: 'left-session' as const, credited: 60 }
    expect(endsOf({ cell: 'F', mark: walked }, session())).toEqual([
      { end: 'held', minutes: 60 },
      { end: 'choice', minutes: 30 },
    ])
    const fetched = { mark: 'A' as const, reason: 'hearing' as const, credited: 50 }
    expect(endsOf({ cell: 'A', mark: fetched }, session())).toEqual([
      { end: 'held', minutes: 50 },
      { end: 'justice', minutes: 40 },
    ])
  })

  test('what a short day took is laid to its own cause, and the rest ends as the roll says', () => {
    const short = session({ shortened: { minutes: 30, cause: 'custody' } })
    expect(endsOf({ cell: 'A', mark: { mark: 'A', reason: null, credited: null } }, short)).toEqual([
      { end: 'custody', minutes: 30 },
      { end: 'held', minutes: 90 },
    ])
  })
})

const her = { sessionId: 's1', personId: 'ana' }
const none: HourFacts = { sessions: [session()], onRoll: [], off: [], marks: [], doubts: [] }
const known = (mark: (typeof MARKS)[number]) => ({ ...her, mark, reason: null, credited: null })

describe('planned hours', () => {
  test('are those of each woman on the roll, once, though she had two places', () => {
    const hours = plannedHours({ ...none, onRoll: [her, her] }, NOW)
    expect(hours).toMatchObject([{ personId: 'ana', minutes: 90, cell: 'unmarked', end: 'unknown' }])
  })

  test('take in a woman who was not on the list and has a mark', () => {
    expect(plannedHours({ ...none, marks: [known('A')] }, NOW)).toMatchObject([{ end: 'held' }])
  })

  test('of a cancelled session go to its cause, whether or not somebody wrote S', () => {
    const sessions = [session({ cancelledCause: 'provider' })]
    for (const marks of [[], [known('S')]])
      expect(plannedHours({ ...none, sessions, onRoll: [her], marks }, NOW)).toMatchObject([{ end: 'provider' }])
  })

  test('begin to count when the session is over', () => {
    const at = (time: string) => plannedHours({ ...none, onRoll: [her] }, { day: '2026-10-06', time }).length
    expect([at('11:29'), at('11:30')]).toEqual([0, 1])
  })
})

const ids = ['s1', 's2', 's3', 's4', 's5', 's6']
const women = ['ana', 'bea', 'eva', 'ines']
const written = fc.record({ sessionId: fc.constantFrom(...ids), personId: fc.constantFrom(...women) })
const anySession = (id: string) =>
  fc.record({
    id: fc.constant(id),
    axisId: fc.constantFrom('x', 'y'),
    day: fc.constantFrom('2026-10-05', '2026-10-06', '2026-10-13', '2026-11-02'),
    startsAt: fc.constantFrom('08:00', '09:30'),
    endsAt: fc.constantFrom('10:00', '11:15'),
    cancelledCause: fc.option(fc.constantFrom(...LOST_CAUSES), { nil: null }),
    shortened: fc.option(
      fc.record({ minutes: fc.integer({ min: 0, max: 45 }), cause: fc.constantFrom(...LOST_CAUSES) }),
      { nil: null },
    ),
  })
/** Any mark, with any reason and any credit, whether or not they go together. */
const anyMark = fc.record({
  mark: fc.constantFrom(...MARKS),
  reason: fc.option(fc.constantFrom(...REASONS), { nil: null }),
  credited: fc.option(fc.nat(200), { nil: null }),
})
const anyFacts: fc.Arbitrary<HourFacts> = fc.record({
  sessions: fc.tuple(...ids.map(anySession)),
  onRoll: fc.array(written),
  off: fc.array(written),
  marks: fc.array(fc.tuple(written, anyMark).map(([at, mark]) => ({ ...at, ...mark }))),
  doubts: fc.array(written),
})

describe('whatever the sheets say', () => {
  test('planned = held + lost by cause + unknown', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const hours = plannedHours(facts, NOW)
        const split = splitOf(hours)
        expect(split.held + lostIn(split) + split.unknown).toBe(split.planned)
        const over = facts.sessions.filter(({ day }) => day <= NOW.day)
        const wanted = over.map(({ id, startsAt, endsAt, cancelledCause, shortened }) => {
          const isOff = (woman: string) => facts.off.some((off) => off.sessionId === id && off.personId === woman)
          const expected = facts.onRoll.filter((each) => !isOff(each.personId))
          const roll = [...expected, ...facts.marks, ...facts.doubts].filter((each) => each.sessionId === id)
          const held = Date.parse(`2026-10-05T${endsAt}:00Z`) - Date.parse(`2026-10-05T${startsAt}:00Z`)
          const taken = cancelledCause === null ? (shortened?.minutes ?? 0) : 0
          return new Set(roll.map((each) => each.personId)).size * (held / 60_000 + taken)
        })
        expect(split.planned).toBe(wanted.reduce((sum, each) => sum + each, 0))
      }),
    )
  })

  test('weeks, axes and weekdays each add up to the whole', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const hours = plannedHours(facts, NOW)
        const whole = splitOf(hours)
        for (const keyOf of [
          (each: { day: string }) => mondayOf(each.day),
          (each: { day: string }) => weekdayOf(each.day),
          (each: { axisId: string }) => each.axisId,
        ])
          for (const figure of ['planned', 'held', 'unknown', ...LOST_CAUSES] as const)
            expect(splitsBy<string | number>(hours, keyOf).reduce((sum, { split }) => sum + split[figure], 0)).toBe(
              whole[figure],
            )
      }),
    )
  })

  test('the rows behind a figure have the minutes that it shows', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const hours = plannedHours(facts, NOW)
        const behind = (filter: Parameters<typeof isBehind>[1]) =>
          splitOf(hours.filter((each) => isBehind(each, filter)))
        const whole = splitOf(hours)
        expect(behind({ end: 'lost' }).planned).toBe(lostIn(whole))
        for (const { key, split } of splitsBy(hours, ({ day }) => mondayOf(day)))
          expect(behind({ monday: key, end: 'custody' }).planned).toBe(split.custody)
        for (const { key, split } of splitsBy(hours, ({ axisId }) => axisId))
          expect(behind({ axisId: key })).toEqual(split)
      }),
    )
  })
})

describe('credited minutes', () => {
  const anyDetail = fc
    .record({
      mark: fc.constantFrom(...MARKS),
      reason: fc.option(fc.constantFrom(...REASONS), { nil: null }),
      minutesLate: fc.option(fc.integer({ min: 1, max: 600 }), { nil: null }),
      minutesEarly: fc.option(fc.integer({ min: 1, max: 600 }), { nil: null }),
      note: fc.constant(null),
    })
    .filter((detail) => markDetail.safeParse(detail).success)

  test('and minutes missed are the session, whatever was written', () => {
    fc.assert(
      fc.property(anyDetail, fc.integer({ min: 1, max: 240 }), fc.nat(60), (detail, session, grace) => {
        const { credited, missed } = minutesOfMark(detail, session, grace)
        expect(credited).toBeGreaterThanOrEqual(0)
        expect(credited + missed.reduce((sum, each) => sum + each.minutes, 0)).toBe(session)
      }),
    )
  })

  test('cost only the lateness beyond the grace, and what she left early', () => {
    const late = (minutesLate: number) => minutesOfMark({ ...plainMark('R'), minutesLate }, 120, 10).credited
    expect([late(10), late(11), late(40)]).toEqual([120, 119, 90])
    const both = { ...plainMark('R'), minutesLate: 25, minutesEarly: 30 }
    expect(minutesOfMark(both, 120, 10)).toEqual({ credited: 75, missed: [{ cause: 'unknown', minutes: 45 }] })
  })

  test('are stored only where the letter does not say them', () => {
    expect([storedCredit(plainMark('A'), 90, 10), storedCredit(plainMark('F'), 90, 10)]).toEqual([null, null])
    expect(storedCredit({ ...plainMark('A'), minutesEarly: 30 }, 90, 10)).toBe(60)
    const walked = { ...plainMark('F'), reason: 'left-session' as const, minutesEarly: 30 }
    expect(storedCredit(walked, 90, 10)).toBe(60)
  })

  test('every reason counts as its letter does, so that the letters on paper tell her rate', () => {
    for (const rule of Object.values(REASON_RULES)) expect(rule.counts).toBe(rule.letter === 'F')
  })
})
