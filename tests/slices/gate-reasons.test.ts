/** Whoever is stopped at the gate: each reason through its channel, with the attempt and the event that are kept of it. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Desk, FRIDAY, SATURDAY, SPOILERS, standWith, tryToLeave, type Spoiler } from '../factories/gate-reasons'

let desk: Desk
beforeEach(async () => {
  desk = new Desk()
  await desk.open()
})
afterEach(() => desk.it.close())

type Case = readonly [names: string, spoilers: readonly Spoiler[]]

const NAMED = Object.entries(SPOILERS)
const ALONE: readonly Case[] = NAMED.map(([name, spoiler]) => [name, [spoiler]])
/** Each with a fifth of the others: through the gate a pair costs forty calls, and the rule's own test tries them all. */
const PAIRS: readonly Case[] = NAMED.flatMap(([one, a], index) =>
  NAMED.slice(index + 1).flatMap(([two, b], next) =>
    never(a, b) || next % 5 !== 0 ? [] : [[`${one}, ${two}`, [a, b]] as const],
  ),
)

/** Two that cannot be wrong at once. */
function never(a: Spoiler, b: Spoiler): boolean {
  const axes = [a.axis, b.axis]
  const codes = [...a.codes, ...b.codes]
  const both = (one: string, two: string): boolean =>
    (axes.includes(one) || codes.includes(one)) && (axes.includes(two) || codes.includes(two))
  return (
    a.axis === b.axis ||
    // Nothing is decided any more about what has begun or is over.
    (both('movement', 'state') && !codes.includes('outing-child-out')) ||
    both('outing-too-late', 'state') ||
    both('outing-too-late', 'signature') ||
    (both('movement', 'signature') && !codes.includes('outing-child-out')) ||
    // Nobody rests who is still out, and rest is counted up to the planned leaving.
    both('outing-too-soon', 'outing-child-out') ||
    both('outing-too-soon', 'day') ||
    // Whoever left was free to.
    ['outing-already-left', 'outing-already-back'].some((left) =>
      ['day', 'nights', 'rest', 'group'].some((other) => both(left, other)),
    ) ||
    // Who does not go is not counted among the group.
    ['outing-cancelled', 'outing-not-made'].some((stays) => both(stays, 'group')) ||
    // One that lasts until another day is not over today.
    both('outing-too-late', 'nights') ||
    both('outing-not-made', 'outing-too-early') ||
    // A permission that is stopped in one of these ways has no signatures to withdraw.
    both('signature', 'state')
  )
}

describe('whoever is stopped at the gate', () => {
  test.each([
    ['alone', ALONE],
    ['in pairs', PAIRS],
  ])('is told every reason, and no other: %s', async (_name, cases) => {
    desk.it.now = FRIDAY
    await desk.enter()
    const stands = []
    for (const [names, spoilers] of cases) stands.push({ names, spoilers, stand: await standWith(desk, spoilers) })
    desk.it.now = SATURDAY
    await desk.enter()
    const told: Record<string, readonly string[]> = {}
    const expected: Record<string, readonly string[]> = {}
    for (const { names, spoilers, stand } of stands) {
      // Who has left cannot be stopped any more, so movements come first.
      const inOrder = [...spoilers].sort((a, b) => Number(b.axis === 'movement') - Number(a.axis === 'movement'))
      for (const each of inOrder) await each.after?.(desk, stand)
      const before = await kept(stand.id)
      const answer = await tryToLeave(desk, stand)
      expect(answer.left, names).toBe(false)
      expect(JSON.stringify(answer.reasons)).not.toContain('neumología')
      expect((await kept(stand.id)) - before, names).toBe(1)
      told[names] = sorted(answer.reasons.map((reason) => reason.code))
      expected[names] = sorted(spoilers.flatMap((each) => each.codes))
    }
    expect(told).toEqual(expected)
  })
})

/** What is kept of an outing's attempts: each has its row and its event. */
async function kept(id: string): Promise<number> {
  const { attempts } = await desk.must('director', 'outings.get', { id })
  const { total } = await desk.must('director', 'office.audit', { event: 'outing.stopped-at-gate', subjectId: id })
  expect(total).toBe(attempts.length)
  return total
}

const sorted = (codes: readonly string[]): readonly string[] => [...new Set(codes)].sort()
