import type { At } from '../../../shared/kernel/civil-date'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mayLeave } from './may-leave.rules'
import { isAway, type OutingPlan } from './plan.rules'
import { aLine, aPlan, at, leaveFacts as facts } from '../../../../tests/factories/leave-facts'

/**
 * Random acts on two permissions of one child, the clock moving both ways, against what must never happen. The model
 * keeps only what the gate keeps: who signed, which movements stand.
 */
describe('whatever happens', () => {
  const DOES = {
    sign: 12,
    unsign: 1,
    leave: 3,
    comeBack: 2,
    cancel: 1,
    wait: 3,
    forbid: 1,
    allow: 1,
  } as const
  const step = fc.record({
    does: fc.oneof(
      ...Object.entries(DOES).map(([does, weight]) => ({ weight, arbitrary: fc.constant(does as keyof typeof DOES) })),
    ),
    on: fc.constantFrom<(0 | 1)[]>(0, 1),
    which: fc.nat(2),
    minutes: fc.integer({ min: -200, max: 240 }),
  })
  const clock = (minutes: number): At => {
    const text = new Date(Date.UTC(2026, 9, 17) + minutes * 60_000).toISOString()
    return at(text.slice(0, 10), text.slice(11, 16))
  }

  test('no child is out twice, none leaves unsigned, forbidden or cancelled, and the count is never lost', () => {
    let left = 0
    const required = ['madre', 'trabajo social', 'dirección']
    fc.assert(
      fc.property(fc.array(step, { minLength: 20, maxLength: 60 }), (steps) => {
        const plans: [OutingPlan, OutingPlan] = [
          aPlan({ folio: 'A', returnsOn: '2026-10-17', returnsAt: '20:00' }),
          aPlan({ folio: 'B', leavesAt: '12:00', returnsOn: '2026-10-18' }),
        ]
        const signed: [Set<string>, Set<string>] = [new Set(), new Set()]
        let minutes = 8 * 60
        let forbidden = false
        let inside = 1
        for (const each of steps) {
          const now = clock(minutes)
          if (each.does === 'wait') minutes = Math.max(0, minutes + each.minutes)
          else if (each.does === 'forbid' || each.does === 'allow') forbidden = each.does === 'forbid'
          else if (each.does === 'sign') signed[each.on].add(required[each.which] ?? '')
          else if (each.does === 'unsign') signed[each.on].delete(required[each.which] ?? '')
          else if (each.does === 'cancel') {
            if (!plans[each.on].out) plans[each.on] = { ...plans[each.on], cancelledOn: now.day }
          } else if (each.does === 'comeBack') {
            const plan = plans[each.on]
            if (plan.out && !plan.back) {
              plans[each.on] = { ...plan, back: now }
              inside += 1
            }
          } else {
            const answer = mayLeave(
              facts({
                outing: plans[each.on],
                others: [plans[1 - each.on] as OutingPlan],
                grid: [aLine(forbidden ? { order: 'X' } : {})],
                pace: { ...facts().pace, hoursBetween: 0 },
                signatures: [...signed[each.on]].map((authorisation) => ({
                  authorisation,
                  how: 'paper' as const,
                  signedOn: null,
                })),
              }),
              now,
              true,
            )
            expect(answer.may).toBe(answer.reasons.length === 0)
            if (!answer.may) continue
            expect(inside).toBe(1)
            expect(signed[each.on].size).toBe(3)
            expect(forbidden).toBe(false)
            expect(plans[each.on]).toMatchObject({ out: null, back: null, cancelledOn: null, leavesOn: now.day })
            plans[each.on] = { ...plans[each.on], out: now }
            inside -= 1
            left += 1
          }
          expect(plans.filter((plan) => isAway(plan, clock(minutes), true)).length).toBe(1 - inside)
        }
      }),
      { numRuns: 400, seed: 20261017 },
    )
    // The walk would prove nothing if nobody ever left.
    expect(left).toBeGreaterThan(50)
  })
})
