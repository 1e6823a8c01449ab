/**
 * The seam: one function serves every call of every host (design §4). In order: the sender is ours → the channel exists
 * → the input is parsed strictly → the person is signed in and allowed → the work, in the form its kind allows → the
 * output is parsed → answer. Expected refusals are values; anything thrown is logged and the page gets its number.
 */
import type { UmbralEvent } from '../../../shared/contract/events'
import type { Channel, SeamRefusal } from '../../../shared/contract/define'
import { atCenter } from '../../../shared/kernel/civil-date'
import { done, refuse, type Outcome } from '../../../shared/kernel/outcome'
import { appendAudit } from '../audit/append'
import type { Clock } from '../clock'
import { DatabaseProblem, problemOf, refusedBySchema, type OpenDatabase } from '../db/open'
import { reading, type Trx } from '../db/types'
import type { Log } from '../log'
import type { Act, Look, Person } from './act'
import type { IssueSteps } from './handlers'

/** Whoever sits at one window: who is signed in there, and how to tell that window something. */
export interface Client {
  signedIn: Person | null
  send(event: UmbralEvent): void
  /** Set by the `stop` of a running issue. */
  stopAsked: boolean
}

export interface SeamDeps {
  readonly contract: Readonly<Record<string, Channel>>
  readonly handlers: Readonly<Record<string, unknown>>
  /** The open database, or null while locked. */
  readonly database: () => { readonly opened: OpenDatabase; readonly timezone: string } | null
  /** The signed-in person as she is now (her role may have changed, she may be suspended), or null: then she is out. */
  readonly current?: (person: Person, db: Look['db']) => Promise<Person | null>
  readonly clock: Clock
  readonly log: Log
}

export interface Seam {
  /** `client` is null when the host cannot vouch for the sender. */
  call(client: Client | null, channel: unknown, input: unknown): Promise<Outcome<unknown>>
  /** Resolves when no call uses the database any more (doors do not count): only then may it be closed. */
  settled(): Promise<void>
}

type Answer = Outcome<unknown>
const refuseSeam = (code: SeamRefusal, facts?: Record<string, string | number>): Answer => refuse(code, facts)

/** Carries an expected refusal out of a transaction so that Kysely rolls it back. */
class RolledBack extends Error {
  constructor(readonly outcome: Answer) {
    super('refused')
  }
}

export function createSeam(deps: SeamDeps): Seam {
  const running = new Set<Promise<unknown>>()
  let issuing = false

  async function serve(client: Client | null, name: unknown, input: unknown): Promise<Answer> {
    if (!client) return refuseSeam('foreign-sender')
    const channel = typeof name === 'string' && Object.hasOwn(deps.contract, name) ? deps.contract[name] : undefined
    const handler = typeof name === 'string' && Object.hasOwn(deps.handlers, name) ? deps.handlers[name] : undefined
    if (typeof name !== 'string' || !channel || !handler) return refuseSeam('unknown-channel')
    const parsed = channel.input.safeParse(input)
    if (!parsed.success) return refuseSeam('bad-input', { where: parsed.error.issues[0]?.path.join('.') ?? '' })
    const now = deps.clock.now()
    if (channel.kind === 'door') {
      const door = handler as (input: unknown, client: Client, moment: { now: string }) => Promise<Answer>
      return checked(name, channel, await door(parsed.data, client, { now }))
    }
    const base = deps.database()
    if (!client.signedIn || !base) return refuseSeam('signed-out')
    const { day, time } = atCenter(now, base.timezone)
    const look: Look = { actor: client.signedIn, now, today: day, time, db: base.opened.read }
    // No await between the look at the database and this: `settled` must know of every call that will use it.
    const work = runAllowed(client, name, channel, handler, parsed.data, look, base.opened)
    const watched = work.catch(() => undefined).finally(() => running.delete(watched))
    running.add(watched)
    return checked(name, channel, await work)
  }

  /** Asks for her role as it is now, runs, and gives nothing that was read to somebody who came after her. */
  async function runAllowed(
    client: Client,
    name: string,
    channel: Channel,
    handler: unknown,
    input: unknown,
    look: Look,
    opened: OpenDatabase,
  ): Promise<Answer> {
    const began = client.signedIn
    const actor = deps.current ? await deps.current(look.actor, look.db) : look.actor
    if (!actor) return refuseSeam('signed-out')
    if (channel.who !== 'anyone' && !channel.who.includes(actor.role)) return refuseSeam('not-allowed')
    const outcome = await run(client, name, channel, handler, input, { ...look, actor }, opened)
    return channel.kind === 'read' && client.signedIn !== began ? refuseSeam('signed-out') : outcome
  }

  async function run(
    client: Client,
    name: string,
    channel: Channel,
    handler: unknown,
    input: unknown,
    look: Look,
    opened: OpenDatabase,
  ): Promise<Answer> {
    if (channel.kind === 'issue')
      return oneAtATime(() =>
        runIssue(client, name, handler as IssueSteps<unknown, unknown, string, unknown, unknown>, input, look, opened),
      )
    const work = handler as (input: unknown, moment: Look | Act) => Promise<Answer>
    if (channel.kind === 'change') return inTransaction(opened, look, (act) => work(input, act), channel.untraced)
    const outcome = await work(input, look)
    if (outcome.ok && channel.audited) await auditRead(opened, look, channel.audited, input)
    return outcome
  }

  /** Papers take their folio from what they read, so two may never be in the making at once. */
  async function oneAtATime(work: () => Promise<Answer>): Promise<Answer> {
    if (issuing) return refuseSeam('busy')
    issuing = true
    try {
      return await work()
    } finally {
      issuing = false
    }
  }

  return {
    call(client, channel, input) {
      return serve(client, channel, input).catch((error: unknown) => {
        if (refusedBySchema(error) === 'edition-closed') return refuseSeam('edition-closed')
        const number = deps.log.failure(typeof channel === 'string' ? channel.slice(0, 60) : 'call', error)
        const problem = problemOf(error)
        if (problem instanceof DatabaseProblem && isOfDisk(problem.problem)) return refuseSeam(problem.problem)
        return refuseSeam('failure', { number })
      })
    },
    async settled() {
      while (running.size > 0) await Promise.all(running)
    },
  }
}

const isOfDisk = (problem: string): problem is 'disk-full' | 'database-damaged' =>
  problem === 'disk-full' || problem === 'database-damaged'

async function runIssue(
  client: Client,
  name: string,
  steps: IssueSteps<unknown, unknown, string, unknown, unknown>,
  input: unknown,
  look: Look,
  opened: OpenDatabase,
): Promise<Answer> {
  client.stopAsked = false
  const plan = await steps.prepare(input, look)
  if (!plan.ok) return plan
  const built = await steps.build(plan.value, {
    progress: (finished, total) => client.send({ type: 'progress', channel: name, done: finished, total }),
    show: (pdf) => client.send({ type: 'glance', channel: name, pdf: pdf.toString('base64') }),
    stopped: () => client.stopAsked,
  })
  if (!built.ok) return client.stopAsked ? refuseSeam('stopped') : built
  let recorded = false
  try {
    if (client.stopAsked) return refuseSeam('stopped')
    const outcome = await inTransaction(opened, look, (act) => steps.record(built.value, act, plan.value))
    recorded = outcome.ok
    return outcome
  } finally {
    if (!recorded) await steps.undo?.(built.value)
  }
}

/** Opens the one transaction of a change; commits only if the outcome is ok and left a trace. */
export async function inTransaction(
  opened: OpenDatabase,
  look: Look,
  work: (act: Act) => Promise<Answer>,
  untraced = false,
): Promise<Answer> {
  const ends: ((committed: boolean) => void)[] = []
  let committed = false
  try {
    const answer = await opened.db.transaction().execute(async (trx: Trx) => {
      let events = 0
      const audit: Act['audit'] = async (event) => {
        events += 1
        await appendAudit(trx, look.actor, look.now, event)
      }
      const whenEnded: Act['whenEnded'] = (end) => void ends.push(end)
      const outcome = await work({ ...look, db: reading(trx), trx, audit, whenEnded })
      if (!outcome.ok) throw new RolledBack(outcome)
      if (events === 0 && !untraced) throw new Error('A change left no audit event')
      return outcome
    })
    committed = true
    return answer
  } catch (error) {
    if (error instanceof RolledBack) return error.outcome
    throw error
  } finally {
    for (const end of ends.reverse()) end(committed)
  }
}

async function auditRead(opened: OpenDatabase, look: Look, event: string, input: unknown): Promise<void> {
  const subjectId =
    typeof input === 'object' && input !== null && 'id' in input && typeof input.id === 'string' ? input.id : null
  await inTransaction(opened, look, async (act) => {
    await act.audit({ event, subjectType: event.split('.')[0] ?? event, subjectId })
    return done(null)
  })
}

/** An answer that does not fit its contract is a bug of ours: it never reaches the page (a stray column could be a name). */
function checked(name: string, channel: Channel, outcome: Answer): Answer {
  if (!outcome.ok) {
    const stray = outcome.refusals.find(
      (refusal) => !channel.refusals.includes(refusal.code) && !SEAM_OWN.has(refusal.code),
    )
    if (stray) throw new Error(`${name} refused with undeclared code ${stray.code}`)
    return outcome
  }
  return done(channel.output.parse(outcome.value))
}

const SEAM_OWN: ReadonlySet<string> = new Set<SeamRefusal>([
  'signed-out',
  'not-allowed',
  'busy',
  'stopped',
  'edition-closed',
  'failure',
])
