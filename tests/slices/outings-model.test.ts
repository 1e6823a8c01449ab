/**
 * Random acts by random roles against a plain model of what may happen at the gate, while the clock moves (also back) and
 * the power fails in the middle of acts. The model knows nothing of the app but what `factories/outings-model.ts` says.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, atCenter } from '../../src/shared/kernel/civil-date'
import type { Outcome } from '../../src/shared/kernel/outcome'
import { anOrder } from '../factories/children'
import { SEEN } from '../factories/gate'
import { codesOf } from '../factories/office'
import { aRequest } from '../factories/outings'
import {
  AUTHORISATIONS,
  CHILDREN,
  OFFICE,
  step,
  World,
  ZONE,
  type Model,
  type Plan,
  type Step,
  type Who,
} from '../factories/outings-model'

const turns = async (count: number): Promise<void> => {
  for (let turn = 0; turn < count; turn++) await new Promise((resolve) => setImmediate(resolve))
}

const versionOf = async (world: World, plan: Plan): Promise<{ permission: number; line: number }> => {
  const found = await world.must('outings.getPermission', { id: plan.permissionId })
  return { permission: found.version, line: found.lines.find((line) => line.id === plan.id)?.version ?? 0 }
}

/** Does one act and answers what the model became if it was done. The model itself is changed only by the caller. */
async function act(world: World, drawn: Step, model: Model): Promise<Outcome<unknown>> {
  const { who, child, pick, odd } = drawn
  const now = world.it.now
  const plan = aimAt(model, drawn, now)
  const office = OFFICE.includes(who)

  if (drawn.act === 'request') return request(world, drawn, model)
  if (drawn.act === 'prohibit') {
    if (odd !== 0) return { ok: true, value: null }
    const adult = { id: world.families[child]?.adultId ?? '' }
    const childId = world.families[child]?.childId ?? ''
    const answer = await world.call(who, 'children.prohibit', anOrder([childId], adult, { orderNumber: `O-${pick}` }))
    if (answer.ok) model.forbidden.add(child)
    return answer
  }
  if (!plan) return { ok: true, value: null }
  const version = await versionOf(world, plan)
  const gate = office || who === 'gate'
  switch (drawn.act) {
    case 'sign':
      return sign(world, plan, who, AUTHORISATIONS[odd % 3] ?? 'madre')
    case 'signAll': {
      for (const each of AUTHORISATIONS)
        if (!plan.signed.has(each)) await sign(world, plan, each === 'dirección' ? 'director' : 'coordinator', each)
      return { ok: true, value: null }
    }
    case 'withdraw': {
      if (odd > 4) return { ok: true, value: null }
      const authorisation = AUTHORISATIONS[odd % 3] ?? 'madre'
      const outingId = authorisation === 'madre' ? plan.id : null
      const input = { id: plan.permissionId, version: version.permission, authorisation, outingId, reason: 'no' }
      const answer = await world.call(who, 'outings.withdrawSignature', input)
      if (answer.ok) {
        expect(office).toBe(true)
        plan.signed.delete(authorisation)
      }
      return answer
    }
    case 'pause':
    case 'resume':
    case 'cancel': {
      if (drawn.act === 'cancel' ? odd > 2 : drawn.act === 'pause' && odd > 4) return { ok: true, value: null }
      const input = { id: plan.permissionId, version: version.permission, reason: 'así se decidió' }
      const answer = await world.call(who, `outings.${drawn.act}`, input)
      if (answer.ok) {
        expect(office).toBe(true)
        plan.state = drawn.act === 'pause' ? 'paused' : drawn.act === 'resume' ? 'asked' : 'cancelled'
      }
      return answer
    }
    case 'leave': {
      const checks = odd === 9 ? [] : SEEN.checks
      const may = model.mayLeave(plan, now)
      const answer = await world.call(who, 'outings.leave', { id: plan.id, version: version.line, checks })
      if (!gate) expect(codesOf(answer)).toEqual(['not-allowed'])
      else if (may && checks.length === 0) expect(codesOf(answer)).toEqual(['identity-not-seen'])
      else {
        expect(answer).toMatchObject({ ok: true, value: { left: may } })
        world.seen[may ? 'left' : 'stopped'] += 1
        const [wrong, ...others] = model.against(plan, now)
        if (wrong && others.length === 0) world.alone.add(wrong)
        if (may) plan.out = { at: later(model.key(now), model.last(plan.child)), recorded: now }
        else model.attempts += 1
      }
      return answer
    }
    case 'comeBack': {
      const outside = model.plans.filter((each) => each.out && !each.back)
      const of = outside.length > 0 ? outside[pick % outside.length] : plan
      if (!of) return { ok: true, value: null }
      const stranger = { bringer: { from: 'other' as const, name: 'Una vecina' }, alarm: true }
      const input = {
        id: of.id,
        version: (await versionOf(world, of)).line,
        ...(odd < 3 ? stranger : { bringer: { from: 'planned' as const } }),
        condition: 'well' as const,
        note: 'nota',
      }
      const answer = await world.call(who, 'outings.comeBack', input)
      if (!gate) expect(codesOf(answer)).toEqual(['not-allowed'])
      else {
        // Whatever stands against her, whoever brings her: a child at the gate is counted in.
        expect(answer.ok).toBe(of.out !== null && of.back === null)
        if (answer.ok) world.seen.back += 1
        if (answer.ok && of.out) of.back = { at: later(model.key(now), of.out.at), recorded: now }
      }
      return answer
    }
    case 'undo': {
      const answer = await world.call(who, 'outings.undoMovement', {
        id: plan.id,
        version: version.line,
        reason: 'era otra',
      })
      if (!answer.ok) return answer
      expect(gate).toBe(true)
      world.seen.undone += 1
      if (plan.back) {
        // She is not put outside twice.
        expect(model.outOf(plan.child)).toBeUndefined()
        plan.back = null
      } else if (plan.out) plan.out = null
      else {
        expect(plan.notMade).toBe(true)
        plan.notMade = false
      }
      return answer
    }
    case 'notMade': {
      if (odd > 3) return { ok: true, value: null }
      const answer = await world.call(who, 'outings.notMade', { id: plan.id, version: version.line, reason: 'adult' })
      if (answer.ok) {
        expect(gate && plan.out === null).toBe(true)
        plan.notMade = true
      }
      return answer
    }
    case 'keyBack':
      return keyBack(world, drawn, plan, version.line, model)
    case 'clock':
    default:
      return { ok: true, value: null }
  }
}

const later = (a: string, b: string): string => (a > b ? a : b)

/** Mostly a plan on which the act can do something; a walk of nothing but refusals would prove little. */
function aimAt(model: Model, { act: what, pick, odd }: Step, now: string): Plan | undefined {
  const today = model.key(now).slice(0, 10)
  const fits = (plan: Plan): boolean => {
    if (what === 'leave' || what === 'keyBack') return model.mayLeave(plan, now)
    if (what === 'undo') return plan.out !== null || plan.notMade
    if (what === 'resume') return plan.state === 'paused'
    return plan.day === today && plan.out === null && plan.state === 'asked' && plan.signed.size < 3
  }
  // A plan that one thing alone stops tells whether that rule is there at all.
  const nearly = (plan: Plan): boolean => model.against(plan, now).length === 1
  const probes = what === 'leave' && odd >= 4 && odd < 9
  const aimed = probes ? model.plans.filter(nearly) : odd < 7 ? model.plans.filter(fits) : []
  const among = aimed.length > 0 ? aimed : model.plans
  return among[pick % Math.max(1, among.length)]
}

async function request(world: World, { who: drawn, child, pick, odd }: Step, model: Model): Promise<Outcome<unknown>> {
  const who = odd < 7 ? (pick % 2 === 0 ? 'coordinator' : 'mother-child') : drawn
  const family = world.families[child]
  if (!family) throw new Error('no such family')
  const clock = atCenter(world.it.now, ZONE)
  const day = addDays(clock.day, odd === 0 ? 1 : 0)
  const hour = Math.min(21, Number(clock.time.slice(0, 2)) + (pick % 4))
  const from = `${String(hour).padStart(2, '0')}:00`
  const to = odd > 7 ? `${String(hour + 1).padStart(2, '0')}:30` : '22:30'
  const about = { kind: 'papers' as const, leavesOn: day, leavesAt: from, returnsOn: day, returnsAt: to }
  const answer = await world.call(who, 'outings.request', aRequest(family, about))
  if (!answer.ok) return answer
  expect(OFFICE.includes(who)).toBe(true)
  const [outing] = answer.value.outings
  model.plans.push({
    permissionId: answer.value.id,
    id: outing?.id ?? '',
    child,
    requestedBy: who,
    day,
    from,
    to,
    signed: new Set(),
    state: 'asked',
    notMade: false,
    out: null,
    back: null,
  })
  return answer
}

async function sign(world: World, plan: Plan, who: Who, authorisation: string): Promise<Outcome<unknown>> {
  const { permission } = await versionOf(world, plan)
  const answer = await world.call(who, 'outings.sign', {
    id: plan.permissionId,
    version: permission,
    authorisation,
    outingIds: authorisation === 'madre' ? [plan.id] : [],
    signedOn: atCenter(world.it.now, ZONE).day,
  })
  if (answer.ok) {
    // Two keys: the direction signs for itself, never what it asked for, and nobody else does.
    expect(who === 'director').toBe(authorisation === 'dirección')
    if (who === 'director') expect(plan.requestedBy).not.toBe('director')
    plan.signed.add(authorisation)
  }
  return answer
}

async function keyBack(
  world: World,
  { who, odd }: Step,
  plan: Plan,
  version: number,
  model: Model,
): Promise<Outcome<unknown>> {
  const now = world.it.now
  const told = new Date(Date.parse(now) - odd * 300_000).toISOString()
  const { day, time } = atCenter(told, ZONE)
  const may = model.mayLeave(plan, told) && !model.clockIsBehind(now) && `${day} ${time}` >= model.last(plan.child)
  const line = { id: plan.id, version, out: { day, time }, back: null }
  const answer = await world.call(who, 'outings.keyBack', { reason: 'no había luz', lines: [line] })
  if (!answer.ok) {
    expect(codesOf(answer)).toEqual(['not-allowed'])
    return answer
  }
  expect(answer.value.done).toBe(may ? 1 : 0)
  if (may) plan.out = { at: `${day} ${time}`, recorded: now }
  else if (!answer.value.stopped[0]?.reasons.every((reason) => reason.code.startsWith('movement-'))) model.attempts += 1
  return answer
}

/** What the office says of itself agrees with the model. */
async function differences(world: World, model: Model): Promise<string[]> {
  const outside = model.plans.filter((plan) => plan.out && !plan.back)
  const { totals } = await world.must('today.emergency', {})
  const { rows } = await world.must('outings.gate', {})
  const gateOut = rows.filter((row) => row.state === 'out' || row.state === 'late').map((row) => row.id)
  const found: string[] = []
  if (totals.children + totals.childrenOut !== CHILDREN) found.push(`lost from the count: ${JSON.stringify(totals)}`)
  if (totals.childrenOut !== outside.length) found.push(`${totals.childrenOut} out, ${outside.length} in the model`)
  if (
    [...gateOut].sort().join() !==
    outside
      .map((plan) => plan.id)
      .sort()
      .join()
  )
    found.push('others are out')
  if (new Set(outside.map((plan) => plan.child)).size !== outside.length) found.push('out twice')
  const stopped = (await world.must('office.audit', { event: 'outing.stopped-at-gate' })).total
  if (stopped !== model.attempts) found.push(`${stopped} attempts in the audit, ${model.attempts} in the model`)
  return found
}

/** One step, with or without a power cut in the middle: then the act was done or not, and nothing in between. */
async function walk(world: World, drawn: Step): Promise<void> {
  if (drawn.act === 'clock') {
    const moved = Date.parse(world.it.now) + drawn.minutes * 60_000
    world.it.now = new Date(moved).toISOString()
    return
  }
  // Acts of many steps are cut between them by the acts beside them.
  const cut = drawn.act === 'signAll' || drawn.act === 'request' || drawn.act === 'sign' ? null : drawn.cut
  const after = world.model.copy()
  if (cut === null) {
    await act(world, drawn, after)
    world.model = after
    return
  }
  world.seen.cuts += 1
  const before = world.model
  const running = act(world, drawn, after).catch((error: unknown) => error)
  await turns(cut)
  await world.powerCut()
  const error = await running
  const isOffice = error instanceof Error && error.message.includes('signed-out')
  if (error instanceof Error && !isOffice) throw error
  const states = [after, before]
  const told = await Promise.all(states.map((model) => differences(world, model)))
  const same = await Promise.all(states.map((model) => agrees(world, model)))
  const index = told.findIndex((each, at) => each.length === 0 && same[at])
  if (index < 0) throw new Error(`Half an act stayed: ${JSON.stringify([drawn, told, same])}`)
  world.model = states[index] ?? before
}

/** Whether plans stand as the model has them: their states and signatures. */
async function agrees(world: World, model: Model): Promise<boolean> {
  for (const plan of model.plans) {
    const found = await world.must('outings.getPermission', { id: plan.permissionId })
    // Of one that is over, nobody asks any more who has to sign.
    const signed = found.signatures.filter((each) => each.signed).map((each) => each.authorisation)
    const asked = !['expired', 'cancelled'].includes(found.state)
    if (asked && signed.sort().join() !== [...plan.signed].sort().join()) return false
    if ((found.state === 'cancelled') !== (plan.state === 'cancelled')) return false
    const [line] = found.lines
    if ((line?.state === 'not-made') !== plan.notMade && plan.notMade) return false
  }
  return true
}

const begin = (what: Step['act'], more: Partial<Step> = {}): Step => ({
  act: what,
  who: 'coordinator',
  child: 0,
  pick: 0,
  minutes: 0,
  odd: 1,
  cut: null,
  ...more,
})

/** Tries whatever one thing alone stops, one after the other. */
const PROBES: readonly Step[] = [0, 1, 2, 3, 4, 5].map((pick) => begin('leave', { pick, odd: 4 }))

/**
 * Each child has two permissions of one day, of which one is over before the other begins; the last child's adult is
 * forbidden. What is unsigned, forbidden, or out already is tried at the gate. From there the walk is free.
 */
const BEGINNING: readonly Step[] = [
  ...Array.from({ length: CHILDREN }, (_none, child) => [
    begin('request', { child, odd: 8 }),
    begin('request', { child, pick: 2 }),
  ]).flat(),
  begin('signAll'),
  begin('sign', { who: 'coordinator', odd: 0 }),
  begin('sign', { who: 'coordinator', odd: 1 }),
  ...PROBES,
  ...Array.from({ length: 2 * CHILDREN }, () => begin('signAll')),
  begin('pause', { odd: 4, pick: 1 }),
  ...PROBES,
  begin('resume'),
  ...PROBES,
  begin('prohibit', { child: CHILDREN - 1, odd: 0 }),
  begin('leave'),
  ...PROBES,
]

const total = { left: 0, stopped: 0, back: 0, undone: 0, cuts: 0 }
const alone = new Set<string>()

test('no child is ever out without an authorisation complete at that moment, never out twice, never lost from the count, and every refusal is in the audit', async () => {
  await fc.assert(
    fc.asyncProperty(fc.noBias(fc.array(step, { minLength: 60, maxLength: 60 })), async (steps) => {
      const world = new World()
      await world.open()
      try {
        for (const drawn of [...BEGINNING, ...steps]) {
          await walk(world, drawn)
          expect(await differences(world, world.model)).toEqual([])
        }
        expect((await world.must('office.verifyAudit', {})).brokenAt).toBeNull()
        for (const name of Object.keys(total) as (keyof typeof total)[]) total[name] += world.seen[name]
        for (const wrong of world.alone) alone.add(wrong)
      } finally {
        await world.it.close()
      }
    }),
    { numRuns: 3, endOnFailure: true },
  )
  for (const [name, times] of Object.entries(total)) expect(times, name).toBeGreaterThan(0)
  expect([...alone]).toEqual(expect.arrayContaining(['unsigned', 'forbidden', 'left', 'out already', 'stopped']))
})
