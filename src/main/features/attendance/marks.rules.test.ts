import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { detailProblem } from '../../../shared/contract/mark-minutes'
import { MARKS, MARK_STATES, plainMark, REASONS, ruleOf, type MarkState } from '../../../shared/contract/marks'
import { actOf, MARK_ACTS, MARK_STEPS, markStateOf, windowOf, type MarkAct } from './marks.rules'

describe('a mark, every state against every act', () => {
  const OPEN: readonly (readonly [MarkAct, string])[] = [
    ['mark-present', 'present'],
    ['mark-late', 'late'],
    ['mark-left-early', 'left-early'],
    ['mark-absent', 'absent'],
    ['mark-not-applicable', 'not-applicable'],
    ['rectify', 'rectified'],
  ]
  const expected: Record<MarkState, readonly (readonly [MarkAct, string])[]> = {
    unmarked: [...OPEN, ['reset', 'nothing-marked']],
    present: [...OPEN, ['reset', 'unmarked']],
    late: [...OPEN, ['reset', 'unmarked']],
    'left-early': [...OPEN, ['reset', 'unmarked']],
    absent: [...OPEN, ['reset', 'unmarked']],
    'not-applicable': [...OPEN, ['reset', 'unmarked']],
    rectified: [
      ['mark-present', 'month-closed'],
      ['mark-late', 'month-closed'],
      ['mark-left-early', 'month-closed'],
      ['mark-absent', 'month-closed'],
      ['mark-not-applicable', 'month-closed'],
      ['reset', 'month-closed'],
      ['rectify', 'rectified'],
    ],
  }
  test.each(MARK_STATES.flatMap((state) => expected[state].map(([act, result]) => [state, act, result] as const)))(
    '%s, %s: %s',
    (state, act, result) => {
      const step = MARK_STEPS[state][act]
      expect('to' in step ? step.to : step.refused).toBe(result)
    },
  )

  test('no state and no act is left out', () => {
    for (const state of MARK_STATES) expect(expected[state].map(([act]) => act).sort()).toEqual([...MARK_ACTS].sort())
  })

  test('each letter stands in its state, and minutes early before lateness', () => {
    const states = MARKS.map((mark) => markStateOf(plainMark(mark), false))
    expect(states).toEqual([
      'present',
      'late',
      'absent',
      'absent',
      'absent',
      'absent',
      'absent',
      'absent',
      'not-applicable',
    ])
    expect(markStateOf({ ...plainMark('R'), minutesLate: 20, minutesEarly: 5 }, false)).toBe('left-early')
    expect([markStateOf(null, false), markStateOf(null, true)]).toEqual(['unmarked', 'rectified'])
    expect([actOf(null, 'free'), actOf(plainMark('F'), 'reason'), actOf(null, 'rectify')]).toEqual([
      'reset',
      'mark-absent',
      'rectify',
    ])
  })
})

test('a mark is free on the day it was keyed, then asks for a reason, and is rectified once the month has closed', () => {
  const today = '2026-10-08'
  expect(windowOf(undefined, false, today)).toBe('free')
  expect(windowOf({ markedOn: today }, false, today)).toBe('free')
  expect(windowOf({ markedOn: '2026-10-07' }, false, today)).toBe('reason')
  expect(windowOf({ markedOn: null }, false, today)).toBe('reason')
  expect([undefined, { markedOn: today }].map((mark) => windowOf(mark, true, today))).toEqual(['rectify', 'rectify'])
})

describe('what stands beside a letter', () => {
  const anyLetter = fc.constantFrom(...MARKS)
  const anyReason = fc.constantFrom(...REASONS)

  test('a reason goes with its own letter; under A and R it explains minutes missed', () => {
    fc.assert(
      fc.property(anyLetter, anyReason, (mark, reason) => {
        const problem = detailProblem({ ...plainMark(mark), reason, note: 'porque sí' }, 90)
        const came = mark === 'A' || mark === 'R'
        const fits = came ? reason !== 'did-not-want' : ruleOf(reason).letter === mark
        if (!fits) expect(problem).toBe('reason-of-another-letter')
        else expect(problem).toBe(reason === 'left-session' && !came ? 'minutes-missing' : undefined)
      }),
    )
  })

  test('another reason is told in words, and minutes fit into the session', () => {
    expect(detailProblem({ ...plainMark('F'), reason: 'other' }, 90)).toBe('text-missing')
    expect(detailProblem({ ...plainMark('F'), reason: 'other', note: 'boda' }, 90)).toBeUndefined()
    expect(detailProblem({ ...plainMark('R'), minutesLate: 60, minutesEarly: 31 }, 90)).toBe('minutes-too-many')
    expect(detailProblem({ ...plainMark('R'), minutesLate: 60, minutesEarly: 30 }, 90)).toBeUndefined()
    expect(detailProblem({ ...plainMark('A'), minutesLate: 5 }, 90)).toBe('reason-of-another-letter')
    expect(detailProblem({ ...plainMark('JM'), minutesEarly: 5 }, 90)).toBe('reason-of-another-letter')
  })
})
