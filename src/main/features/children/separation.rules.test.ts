import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../../shared/kernel/civil-date'
import { dueDay, milestonesOn, movedSteps, planDay, STEP_MOVES, stepStanding } from './separation.rules'

const aDay = fc.integer({ min: 0, max: 4000 }).map((days) => addDays('2022-01-01', days))
const side = fc.constantFrom('before' as const, 'after' as const)
const anOffset = fc.record({ side, months: fc.nat(24), days: fc.nat(365) })

describe('the day of a step', () => {
  test('is counted back from the limit, and forward from it', () => {
    const of = (months: number, days: number, on: 'before' | 'after' = 'before') =>
      dueDay('2027-03-31', { side: on, months, days })
    expect([of(12, 0), of(1, 0), of(0, 15), of(0, 0)]).toEqual(['2026-03-31', '2027-02-28', '2027-03-16', '2027-03-31'])
    expect(of(0, 180, 'after')).toBe('2027-09-27')
  })

  test('before is never after it, after never before it, and the farther the offset the farther the day', () => {
    fc.assert(
      fc.property(aDay, anOffset, fc.nat(12), (target, offset, more) => {
        const day = dueDay(target, offset)
        const farther = dueDay(target, { ...offset, months: offset.months + more })
        if (offset.side === 'before') expect(farther <= day && day <= target).toBe(true)
        else expect(farther >= day && day >= target).toBe(true)
      }),
    )
  })

  test('moving the target moves what is still to do and was not set by hand, and nothing else', () => {
    const aStep = fc.record({
      state: fc.constantFrom('to-do' as const, 'done' as const, 'not-possible' as const),
      side,
      months: fc.option(fc.nat(12)),
      days: fc.constant(0),
    })
    fc.assert(
      fc.property(fc.array(aStep), aDay, (drawn, target) => {
        const steps = drawn.map((step) => ({ ...step, days: step.months === null ? null : step.days }))
        const moved = movedSteps(steps, target)
        expect(moved.map(({ step }) => step)).toEqual(
          steps.filter((step) => step.state === 'to-do' && step.months !== null),
        )
        for (const { step, dueOn } of moved)
          expect(dueOn).toBe(dueDay(target, { side: step.side, months: step.months ?? 0, days: 0 }))
      }),
    )
  })
})

describe('a step', () => {
  test('is due some days ahead, on its day, and overdue from the day after', () => {
    const on = (today: string) => stepStanding({ state: 'to-do', dueOn: '2026-11-08' }, today, 7)
    expect(['2026-10-31', '2026-11-01', '2026-11-08', '2026-11-09'].map(on)).toEqual(['ahead', 'due', 'due', 'overdue'])
    expect(stepStanding({ state: 'done', dueOn: '2020-01-01' }, '2026-11-09', 7)).toBe('done')
  })

  test('what was said of it is taken back before the opposite is said, but what was not possible may come about', () => {
    expect(STEP_MOVES).toEqual({
      'to-do': ['done', 'not-possible'],
      done: ['to-do'],
      'not-possible': ['to-do', 'done'],
    })
  })
})

test('a milestone belongs to plans made from its first day until the day before its end', () => {
  const line = { fromDay: '2026-01-01', untilDay: '2026-06-01' }
  const holds = (day: string) => milestonesOn([line], day).length === 1
  expect(['2025-12-31', '2026-01-01', '2026-05-31', '2026-06-01'].map(holds)).toEqual([false, true, true, false])
})

test('a plan counts to the limit, or to the end of an extension in force that reaches beyond it', () => {
  const age = { limitDay: '2026-07-29', extension: 'none', extendedUntil: null }
  expect(planDay(age)).toBe('2026-07-29')
  expect(planDay({ ...age, extension: 'granted', extendedUntil: '2027-01-31' })).toBe('2027-01-31')
  expect(planDay({ ...age, extension: 'lapsed', extendedUntil: '2027-01-31' })).toBe('2026-07-29')
  expect(planDay({ limitDay: null, extension: 'none', extendedUntil: null })).toBeNull()
})
