/** Back: a child at the gate is never left outside. Who brings her, how late and how she is, is written down. */
import type { At } from '../../../shared/kernel/civil-date'
import type { Input } from '../../../shared/contract'
import { done, refuse, type Outcome } from '../../../shared/kernel/outcome'
import { CHILDREN } from '../../../shared/kernel/roles'
import type { Act } from '../../platform/seam/act'
import type { Strongroom } from '../../platform/vault/strongroom'
import { tickStep } from '../children'
import { orderAgainst, reasonsOfReturner, sameDocument, type Escort } from './adult.rules'
import { casesToDo, type GateCase } from './gate-cases.service'
import { insertMovement, touchOuting } from './gate-writing.repo'
import { listLeads } from './gate.repo'
import { isOutside, momentOf, movementOf } from './movement.rules'
import { nowOf } from './judge.service'
import { findPermission } from './permission.repo'
import { findRules } from './surroundings.repo'

/** The strongroom knows whose password it is. */
export interface Proofs {
  readonly strongroom: Pick<Strongroom, 'vault'>
}

type Returning = Omit<Input<'outings.comeBack'>, 'id' | 'version'>
type Alarm = 'forbidden' | 'unlisted' | null

export interface Returned {
  readonly lateMinutes: number
  readonly order: string | null
  readonly alarm: Alarm
}

export type ReturnRefusal =
  | 'stale'
  | 'outing-not-out'
  | 'unknown-adult'
  | 'return-note-missing'
  | 'late-note-missing'
  | 'condition-note-missing'
  | 'return-adult-unlisted'
  | 'lead-not-office'
  | 'wrong-name-or-password'
  | 'wait'
  | 'movement-in-future'
  | 'movement-before-last'

export const comeBack = (tools: Proofs) => async (act: Act, input: Input<'outings.comeBack'>) => {
  const found = await casesToDo(act, [input])
  if (!found.ok) return found
  const [each] = found.value
  if (!each) return refuse('outing-unknown')
  const lead = await leadOf(tools, act, input)
  return lead.ok ? comeBackOne(act, each, input, lead.value) : lead
}

/** Several with one adult: all of them, or none if one of them cannot be counted in. */
export const comeBackTogether = (tools: Proofs) => async (act: Act, input: Input<'outings.comeBackTogether'>) => {
  const found = await casesToDo(act, input.lines)
  if (!found.ok) return found
  const lead = await leadOf(tools, act, input)
  if (!lead.ok) return lead
  const back: (Returned & { id: string })[] = []
  for (const each of found.value) {
    const answer = await comeBackOne(act, each, input, lead.value)
    if (!answer.ok) return answer
    back.push({ id: each.record.id, ...answer.value })
  }
  return done({ back })
}

/** Who of the office answers for another adult: she who is signed in, or another with her own password. */
async function leadOf(
  tools: Proofs,
  act: Act,
  input: Returning,
): Promise<Outcome<string | null, 'lead-not-office' | 'wrong-name-or-password' | 'wait'>> {
  if (input.bringer.from !== 'other' || input.alarm) return done(null)
  if (CHILDREN.includes(act.actor.role)) return done(act.actor.id)
  if (!input.lead) return done(null)
  const { staffId, password } = input.lead
  if (!(await listLeads(act.db)).some((lead) => lead.id === staffId))
    return refuse('lead-not-office', undefined, 'lead')
  const proof = await tools.strongroom.vault.proves(staffId, password, act.now)
  if (proof.ok) return done(staffId)
  if (proof.code === 'wait') return refuse('wait', { seconds: proof.seconds ?? 0 }, 'lead')
  return refuse('wrong-name-or-password', undefined, 'lead')
}

interface Bringer {
  readonly who: Escort
  readonly document: string | null
  /** By the permission itself, or by the grid. */
  readonly allowed: boolean
  readonly planned: boolean
}

const stranger = (name: string, adultId: string | null): Escort => ({
  name,
  adultId,
  fromHouse: null,
  suspended: false,
})

function bringerOf({ facts }: GateCase, { bringer }: Returning, day: string): Bringer | undefined {
  if (bringer.from === 'planned')
    return { who: facts.returner ?? facts.escort, document: null, allowed: true, planned: true }
  if (bringer.from === 'grid') {
    const line = facts.grid.find((each) => each.adultId === bringer.adultId)
    if (!line) return undefined
    const who = stranger(line.name, line.adultId)
    const against = reasonsOfReturner({ ...facts, returner: who, outing: { ...facts.outing, returnsOn: day } }, day)
    return { who, document: line.document, allowed: against.length === 0, planned: false }
  }
  // Whoever shows the document of somebody in the grid is taken for her, whatever name she gives.
  const document = bringer.document || null
  const shown = facts.grid.find((each) => sameDocument(each.document, document))
  return { who: stranger(bringer.name, shown?.adultId ?? null), document, allowed: false, planned: false }
}

/** What must be said before a return is written down; the child waits for no more than that. */
function lacks(
  input: Returning,
  bringer: Bringer,
  found: { readonly lateMinutes: number; readonly lead: string | null; readonly order: string | null },
  planned: string,
): Outcome<never, ReturnRefusal> | null {
  if (!bringer.allowed && found.order === null && found.lead === null && !input.alarm)
    return refuse('return-adult-unlisted', { adult: bringer.who.name }, 'bringer')
  if (input.note) return null
  if (!bringer.planned) return refuse('return-note-missing', { adult: planned }, 'note')
  if (found.lateMinutes > 0) return refuse('late-note-missing', { minutes: found.lateMinutes }, 'note')
  return input.condition === 'not-well' ? refuse('condition-note-missing', undefined, 'note') : null
}

/** Counts one child back in. */
export async function comeBackOne(
  act: Act,
  each: GateCase,
  input: Returning,
  lead: string | null,
): Promise<Outcome<Returned, ReturnRefusal>> {
  const { seen, record } = each
  if (!isOutside(each.movement.state) || !seen.out) return refuse('outing-not-out')
  const moment = momentOf(nowOf(act), seen.out, input.happened)
  if (!moment.ok) return refuse(moment.code, moment.last ? timeOf(moment.last) : undefined, 'happened')
  const bringer = bringerOf(each, input, moment.at.day)
  if (!bringer) return refuse('unknown-adult', undefined, 'bringer')
  const { graceMinutes } = await findRules(act.db)
  const { lateMinutes } = movementOf(
    { ...record, notMade: false, out: seen.out, back: moment.at, end: null },
    graceMinutes,
    moment.at,
  )
  const order = orderAgainst({ escort: bringer.who, grid: each.facts.grid }, moment.at.day)
  const planned = each.facts.returner ?? each.facts.escort
  const lacking = lacks(input, bringer, { lateMinutes, lead, order }, planned.name)
  if (lacking) return lacking
  if (!(await touchOuting(act.trx, record.id, record.version))) return refuse('stale')
  const alarm: Alarm = order ? 'forbidden' : bringer.allowed || lead ? null : 'unlisted'
  await writeBack(act, each, input, {
    at: moment.at,
    clockDoubt: moment.clockDoubt,
    bringer,
    alarm,
    lead,
    lateMinutes,
    order,
  })
  return done({ lateMinutes, order, alarm })
}

const timeOf = ({ day, time }: At): Record<string, string> => ({ day, time })

async function writeBack(
  act: Act,
  each: GateCase,
  input: Returning,
  found: Returned & {
    readonly at: At
    readonly clockDoubt: boolean
    readonly bringer: Bringer
    readonly lead: string | null
  },
): Promise<void> {
  const { record } = each
  const { at, clockDoubt, bringer, alarm, lead, lateMinutes, order } = found
  const allowedBy = bringer.allowed ? null : lead
  await insertMovement(act.trx, {
    outingId: record.id,
    direction: 'back',
    day: at.day,
    time: at.time,
    adultName: bringer.who.name,
    adultId: bringer.who.adultId,
    documentSeen: bringer.document,
    belongings: input.belongings || null,
    condition: input.condition,
    note: input.note || null,
    backdatedReason: input.happened?.reason ?? null,
    clockDoubt,
    alarm,
    allowedBy,
    recordedAt: act.now,
    recordedBy: act.actor.id,
  })
  await act.audit({
    event: alarm ? 'outing.returned-with-alarm' : 'outing.returned',
    subjectType: 'outing',
    subjectId: record.id,
    after: {
      folio: record.folio,
      day: at.day,
      time: at.time,
      adult: bringer.who.name,
      note: input.note ?? null,
      lateMinutes,
      order,
      condition: input.condition,
      ...(alarm && { alarm }),
      ...(allowedBy && { allowedBy }),
      ...(input.happened && { backdated: input.happened.reason }),
      ...(clockDoubt && { clockDoubt }),
    },
  })
  const stepId = (await findPermission(act.db, record.permissionId))?.separationStepId
  if (stepId)
    await tickStep(act, {
      ...{ stepId, childId: record.childId, folio: record.folio },
      ...{ backOn: at.day, adult: record.adultName },
    })
}
