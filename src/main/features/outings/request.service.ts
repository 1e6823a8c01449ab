/** Asking for outings: the live answer, the request itself, and altering what was asked for. */
import { randomUUID } from 'node:crypto'
import type { Output } from '../../../shared/contract'
import { LATE_RETURNS_FLAG } from '../../../shared/contract/gate-line'
import type { Parsed } from '../../../shared/contract/permissions.contract'
import { done, refuse, refused } from '../../../shared/kernel/outcome'
import { listName } from '../../../shared/kernel/text'
import { folioOf } from '../../platform/documents/paper-steps'
import type { Act, Look } from '../../platform/seam/act'
import { settingsOn } from '../../platform/settings/settings'
import { listLateReturners } from './gate-log.repo'
import { reasonOut } from './judge.service'
import { asksAnew, openLines } from './new-round.service'
import { clashesOfOuting, despiteOf } from './outing-clashes.service'
import { nightsIn } from './pace.rules'
import * as writing from './permission.repo'
import { pairLines } from './permission.rules'
import { openPermission, type Opened } from './permission-state.service'
import { prepare, type Prepared, type PreparedLine } from './plan.service'
import { reasonsAgainst } from './request.rules'

export async function ask(look: Look, input: Parsed<'outings.ask'>) {
  const prepared = await prepare(look, input.plan, input.permissionId)
  if (!prepared.ok) return prepared
  const { lines } = prepared.value
  const was = input.permissionId ? await openPermission(look, input.permissionId, 'alter') : null
  // What it takes the place of is no clash.
  const ownIds = new Set(was?.ok ? was.value.judged.map(({ record }) => record.id) : [])
  const answers = []
  for (const line of lines)
    answers.push({
      childId: line.child.id,
      child: listName(line.child),
      ...line.times,
      reasons: reasonsAgainst(line.facts).map(reasonOut),
      clashes: (await clashesOfOuting(look, { childId: line.child.id, ...line.times })).filter((clash) =>
        [clash.a, clash.b].every((side) => side.outingId === null || !ownIds.has(side.outingId)),
      ),
    })
  return done({
    lines: answers,
    signatures: signaturesFor(lines),
    lateReturns: await lateReturnsOf(look, prepared.value.plan.adultId),
    nights: await nightsFor(look, lines),
    newRound: was?.ok === true && asksAnew(was.value, prepared.value),
  })
}

function signaturesFor(lines: readonly PreparedLine[]): Output<'outings.ask'>['signatures'] {
  const found = new Map<string, Output<'outings.ask'>['signatures'][number]>()
  for (const { facts, child } of lines)
    for (const { authorisation, when } of facts.required) {
      const line = found.get(authorisation) ?? { authorisation, when, children: [] }
      const name = listName(child)
      found.set(authorisation, { ...line, children: [...new Set([...line.children, name])] })
    }
  return [...found.values()]
}

async function lateReturnsOf(look: Look, adultId: string | null): Promise<Output<'outings.ask'>['lateReturns']> {
  const found = (await listLateReturners(look.db, LATE_RETURNS_FLAG)).find((each) => each.id === adultId)
  return found ? { adult: found.adult, count: found.times } : null
}

/** How many nights each child would be away in the year in which the plan begins. */
async function nightsFor(look: Look, lines: readonly PreparedLine[]): Promise<Output<'outings.ask'>['nights']> {
  const { outingNightsPerYear: limit } = await settingsOn(look.db, look.today)
  return [...new Set(lines.map((line) => line.child.id))].flatMap((childId) => {
    const own = lines.filter((line) => line.child.id === childId)
    const [first] = own
    if (!first) return []
    const year = first.times.leavesOn.slice(0, 4)
    const planned = own.reduce((sum, line) => sum + nightsIn(line.facts.outing, year), 0)
    const others = first.facts.others.filter((other) => other.folio !== '' && other.cancelledOn === null)
    const nights = planned + others.reduce((sum, other) => sum + nightsIn(other, year), 0)
    return planned === 0 ? [] : [{ child: listName(first.child), year, nights, limit }]
  })
}

/** Why this plan cannot be asked for: each reason once, whichever child it concerns first. */
function problemWith(act: Act, { lines }: Prepared) {
  if (lines.some((line) => line.times.leavesOn < act.today)) return refuse('outing-in-past', undefined, 'occurrences')
  const reasons = new Map(
    lines.flatMap((line) => reasonsAgainst(line.facts).map((each) => [JSON.stringify(each), each] as const)),
  )
  return reasons.size === 0 ? null : refused(...reasons.values())
}

export async function request(act: Act, input: Parsed<'outings.request'>) {
  const prepared = await prepare(act, input.plan, null)
  if (!prepared.ok) return prepared
  const problem = input.draft ? null : problemWith(act, prepared.value)
  if (problem) return problem
  const { plan, helpers, lines } = prepared.value
  const id = randomUUID()
  const year = Number(act.today.slice(0, 4))
  const folio = folioOf('SA', year, (await writing.lastFolioNumber(act.db, year)) + 1)
  const outings = lines.map((line, n) => lineOf(line, lines.length === 1 ? folio : `${folio}-${String(n + 1)}`))
  await writing.insertPermission(act.trx, {
    ...plan,
    id,
    folio,
    state: input.draft ? 'draft' : 'asked',
    requestedBy: act.actor.id,
    roundOn: act.today,
  })
  await writing.replaceHelpers(act.trx, id, helpers)
  await writing.insertLines(act.trx, id, outings)
  await act.audit({
    event: input.draft ? 'permission.drafted' : 'outing.requested',
    subjectType: 'permission',
    subjectId: id,
    after: { folio, ...told(prepared.value), ...(input.draft ? {} : await despite(act, outings)) },
  })
  return done({
    id,
    folio,
    outings: outings.map(({ id: outingId, folio: own, childId, leavesOn }) => ({
      id: outingId,
      folio: own,
      childId,
      leavesOn,
    })),
  })
}

const lineOf = (line: PreparedLine, folio: string, id: string = randomUUID()): writing.OutingLine => ({
  id,
  folio,
  childId: line.child.id,
  ...line.times,
  allergies: line.allergies,
  belongings: line.belongings,
  photo: line.photo,
})

/** For the trace: the plan in words of the record. */
const told = ({ plan, helpers, lines }: Prepared) => ({
  kind: plan.kind,
  reason: plan.reason,
  adult: plan.adultName,
  returner: plan.backAdultName,
  destination: plan.destination,
  transport: plan.transport,
  helpers: helpers.map((helper) => helper.name),
  ...(plan.separationStepId && { separationStep: plan.separationStepId }),
  lines: lines.map((line) => ({ childId: line.child.id, ...line.times })),
})

/** For the trace: what any of these was asked for despite. */
export async function despite(
  act: Act,
  lines: readonly writing.OutingLine[],
): Promise<{ readonly despite?: readonly string[] }> {
  const keys = new Set<string>()
  for (const line of lines) for (const key of (await despiteOf(act, line)).despite ?? []) keys.add(key)
  return keys.size > 0 ? { despite: [...keys] } : {}
}

/**
 * Another plan for what is still open of a permission. What was made stays as it was: a plan never shrinks below it. Each
 * child's open lines keep their folios, at the same times if they can; those left over are called off, new ones are added.
 */
export async function alter(act: Act, input: Parsed<'outings.alter'>) {
  const opened = await openPermission(act, input.id, 'alter')
  if (!opened.ok) return opened
  const prepared = await prepare(act, input.plan, input.id)
  if (!prepared.ok) return prepared
  const { permission, judged, state } = opened.value
  const problem = state === 'draft' ? null : problemWith(act, prepared.value)
  if (problem) return problem
  const newRound = asksAnew(opened.value, prepared.value)
  const change = {
    plan: prepared.value.plan,
    ...(newRound && { round: { number: permission.round + 1, on: act.today, by: act.actor.id } }),
  }
  if (!(await writing.markPermission(act.trx, input.id, input.version, change))) return refuse('stale')
  await writing.replaceHelpers(act.trx, input.id, prepared.value.helpers)
  await fitLines(act, opened.value, prepared.value.lines, input.reason)
  await act.audit({
    event: newRound ? 'permission.altered-new-round' : 'permission.altered',
    subjectType: 'permission',
    subjectId: input.id,
    before: { adult: permission.adultName, destination: permission.destination, lines: judged.map(timesOf) },
    after: told(prepared.value),
    reason: input.reason,
  })
  return done({ newRound })
}

const timesOf = ({ record }: Opened['judged'][number]) => ({
  folio: record.folio,
  leavesOn: record.leavesOn,
  leavesAt: record.leavesAt,
  returnsOn: record.returnsOn,
  returnsAt: record.returnsAt,
})

async function fitLines(act: Act, opened: Opened, lines: readonly PreparedLine[], why: string): Promise<void> {
  const open = openLines(opened).map(({ record }) => record)
  const added: writing.OutingLine[] = []
  const kept = new Set<string>()
  let last = opened.judged.length
  for (const childId of new Set(lines.map((line) => line.child.id))) {
    const wanted = lines.filter((line) => line.child.id === childId).map((line) => ({ ...line.times, line }))
    const standing = open.filter((record) => record.childId === childId)
    for (const [{ line }, own] of pairLines(standing, wanted)) {
      if (own) {
        kept.add(own.id)
        await writing.moveLine(act.trx, lineOf(line, own.folio, own.id))
      } else added.push(lineOf(line, `${opened.permission.folio}-${String((last += 1))}`))
    }
  }
  await writing.insertLines(act.trx, opened.permission.id, added)
  const dropped = open.map((record) => record.id).filter((id) => !kept.has(id))
  await writing.cancelLines(act.trx, dropped, { on: act.today, reason: why })
}
