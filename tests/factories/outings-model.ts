/** A plain model of who may be outside, and an office with a window for each role: see `outings-model.test.ts`. */
import { cpSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import type { ChannelName, Code, Input, Output } from '../../src/shared/contract'
import { atCenter } from '../../src/shared/kernel/civil-date'
import type { Outcome } from '../../src/shared/kernel/outcome'
import type { Role } from '../../src/shared/kernel/roles'
import type { Client } from '../../src/main/platform/seam/serve'
import { openTestOffice, PASSWORD, STAFF, type TestOffice } from './office'
import { aFamily, type Family } from './outings'

export const ZONE = 'America/Mexico_City'
const START = '2026-10-16T14:00:00.000Z'
export const CHILDREN = 4
const ROLES = ['director', 'coordinator', 'mother-child', 'gate', 'reader', 'mental-health'] as const
export type Who = (typeof ROLES)[number]
export const OFFICE: readonly Role[] = ['director', 'coordinator', 'mother-child']
export const AUTHORISATIONS = ['madre', 'trabajo social', 'dirección'] as const

const ACTS = [
  'request',
  'request',
  'sign',
  'signAll',
  'signAll',
  'signAll',
  'withdraw',
  'pause',
  'resume',
  'cancel',
  'prohibit',
  'leave',
  'leave',
  'leave',
  'leave',
  'comeBack',
  'comeBack',
  'undo',
  'notMade',
  'clock',
  'clock',
  'keyBack',
] as const

export const step = fc.record({
  act: fc.constantFrom(...ACTS),
  who: fc.constantFrom(...ROLES, 'gate' as const, 'gate' as const, 'director' as const),
  child: fc.nat({ max: CHILDREN - 1 }),
  pick: fc.nat({ max: 1000 }),
  minutes: fc.integer({ min: -60, max: 150 }),
  odd: fc.integer({ min: 0, max: 9 }),
  /** The power fails after so many turns of the loop in the middle of this act; mostly it does not. */
  cut: fc.oneof({ weight: 19, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.nat({ max: 60 }) }),
})
export type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

export interface Plan {
  readonly permissionId: string
  readonly id: string
  readonly child: number
  readonly requestedBy: Who
  readonly day: string
  readonly from: string
  readonly to: string
  readonly signed: Set<string>
  state: 'asked' | 'paused' | 'cancelled'
  notMade: boolean
  out: { readonly at: string; readonly recorded: string } | null
  back: { readonly at: string; readonly recorded: string } | null
}

/** What must be true, said once more and plainly. */
export class Model {
  readonly plans: Plan[] = []
  readonly forbidden = new Set<number>()
  attempts = 0

  key(now: string): string {
    const { day, time } = atCenter(now, ZONE)
    return `${day} ${time}`
  }
  outOf(child: number): Plan | undefined {
    return this.plans.find((plan) => plan.child === child && plan.out !== null && plan.back === null)
  }
  /** Some entry was made later than now: then the clock is wrong. */
  clockIsBehind(now: string): boolean {
    const entries = this.plans.flatMap((plan) => [plan.out?.recorded ?? '', plan.back?.recorded ?? ''])
    return entries.some((at) => at !== '' && Date.parse(at) - Date.parse(now) > 300_000)
  }
  /** All that stands against leaving now. */
  against(plan: Plan, now: string): readonly string[] {
    const at = this.key(now)
    const outside = this.outOf(plan.child)
    const wrongs: Readonly<Record<string, boolean>> = {
      stopped: plan.state !== 'asked',
      unsigned: !AUTHORISATIONS.every((each) => plan.signed.has(each)),
      forbidden: this.forbidden.has(plan.child),
      left: plan.out !== null,
      'not made': plan.notMade,
      'out already': outside !== undefined && outside !== plan,
      'not now': at.slice(0, 10) !== plan.day || at >= `${plan.day} ${plan.to}`,
      clock: this.clockIsBehind(now),
    }
    return Object.keys(wrongs).filter((name) => wrongs[name])
  }
  mayLeave(plan: Plan, now: string): boolean {
    return this.against(plan, now).length === 0
  }
  /** The last fact of a child, as day and time. */
  last(child: number): string {
    return this.plans
      .filter((plan) => plan.child === child)
      .flatMap((plan) => [plan.out?.at ?? '', plan.back?.at ?? ''])
      .reduce((a, b) => (a > b ? a : b), '')
  }
  copy(): Model {
    const copy = new Model()
    for (const plan of this.plans) copy.plans.push({ ...plan, signed: new Set(plan.signed) })
    for (const child of this.forbidden) copy.forbidden.add(child)
    copy.attempts = this.attempts
    return copy
  }
}

/** One office with a window for each role, and the model beside it. */
export class World {
  it!: TestOffice
  readonly clients = new Map<Who, Client>()
  readonly families: Family[] = []
  model = new Model()
  /** What happened at all: a walk in which nobody leaves proves nothing. */
  readonly seen = { left: 0, stopped: 0, back: 0, undone: 0, cuts: 0 }
  /** Stopped by one thing alone: what a rule that is gone would let through. */
  readonly alone = new Set<string>()

  async open(): Promise<void> {
    this.it = await openTestOffice({ role: 'coordinator', now: START })
    for (let n = 0; n < CHILDREN; n++) this.families.push(await aFamily(this.it))
    await this.enter()
  }
  async enter(): Promise<void> {
    for (const who of ROLES) {
      const client = this.it.office.connect(() => undefined)
      this.clients.set(who, client)
      await this.it.office.call(client, 'office.signIn', { name: STAFF[who], password: PASSWORD })
    }
  }
  call<Name extends ChannelName>(who: Who, name: Name, input: Input<Name>): Promise<Outcome<Output<Name>, Code<Name>>> {
    return this.it.office.call(this.clients.get(who) ?? null, name, input) as never
  }
  async must<Name extends ChannelName>(name: Name, input: Input<Name>): Promise<Output<Name>> {
    const answer = await this.call('director', name, input)
    if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.refusals)}`)
    return answer.value
  }
  /** The power fails now: what stands on the disk at this moment is what the office comes back to. */
  async powerCut(): Promise<void> {
    const folder = mkdtempSync(join(tmpdir(), 'umbral-test-'))
    cpSync(this.it.folder, folder, { recursive: true })
    const { now } = this.it
    await this.it.close()
    this.it = await openTestOffice({ folder, role: 'director', now })
    await this.enter()
  }
}
