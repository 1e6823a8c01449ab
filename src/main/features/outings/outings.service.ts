/** What the office sees of the outings: list, record, choices for a request. */
import type { Input, Output } from '../../../shared/contract'
import type { GateReason, OutingRow, OutingStep } from '../../../shared/contract/outings.contract'
import { atCenter, type At } from '../../../shared/kernel/civil-date'
import { done, refuse, type Outcome } from '../../../shared/kernel/outcome'
import { groupBy } from '../../../shared/kernel/group-by'
import { inOrder, listName } from '../../../shared/kernel/text'
import type { Look } from '../../platform/seam/act'
import { gridOf, openSteps, ordersOn } from '../children'
import { orderName } from './adult.rules'
import * as history from './history.repo'
import { isPlan, judge, judgeOne, nowOf, reasonOut, type Judged } from './judge.service'
import { mayLeave, judgedAt, rivalsOf } from './may-leave.rules'
import { clashesOfOuting } from './outing-clashes.service'
import * as repo from './outings.repo'
import { findPermission } from './permission.repo'
import { stateNow } from './permission-state.service'
import * as around from './surroundings.repo'

/** Why a plan could not be made as it stands: on its day now, on any other day when it was to leave. */
export function reasonsAsPlanned({ record, facts }: Judged, now: At) {
  const rivals = rivalsOf(record, facts.others, now)
  return mayLeave({ ...facts, others: rivals }, judgedAt(record, now), now.day === record.leavesOn).reasons.map(
    reasonOut,
  )
}

/** The office's view: on another day than its own, a plan is judged as planned. */
export function toRow(judged: Judged, now: At): OutingRow {
  const { record, facts, standing } = judged
  return {
    id: record.id,
    version: record.version,
    permissionId: record.permissionId,
    folio: record.folio,
    childId: record.childId,
    child: listName(record),
    kind: record.kind,
    reason: record.reason,
    leavesOn: record.leavesOn,
    leavesAt: record.leavesAt,
    returnsOn: record.returnsOn,
    returnsAt: record.returnsAt,
    adult: record.adultName,
    adultDocument: record.adultDocument,
    state: standing.state,
    lateMinutes: standing.lateMinutes,
    out: record.out,
    back: record.back,
    mayLeave: mayLeave(facts, now, true).may,
    reasons: reasonsAsPlanned(judged, now),
    missing: [...judged.missing],
  }
}

export async function list(look: Look, input: Input<'outings.list'>): Promise<Outcome<Output<'outings.list'>, never>> {
  const now = nowOf(look)
  const judged = await judge(look.db, await repo.listOutings(look.db, input), now)
  return done(judged.map((each) => toRow(each, now)))
}

export async function get(look: Look, input: Input<'outings.get'>) {
  const now = nowOf(look)
  const judged = await judgeOne(look.db, input.id, now)
  const permission = judged && (await findPermission(look.db, judged.record.permissionId))
  if (!judged || !permission) return refuse('outing-unknown')
  const { record } = judged
  const { timezone } = await around.findRules(look.db)
  const line = (await gridOf(look.db, [record.childId])).find((each) => each.adultId === record.adultId)
  const together = await judge(look.db, await repo.listOfPermissions(look.db, [record.permissionId]), now)
  return done({
    ...toRow(judged, now),
    mother: listName(record.mother),
    relation: line?.relation ?? null,
    note: record.note,
    returnAdult: record.returnAdult,
    returnNote: record.returnNote,
    cancelledOn: record.cancelledOn,
    cancelledReason: record.cancelledReason,
    requestedBy: record.requestedByName,
    clashes: isPlan(judged) ? [...(await clashesOfOuting(look, record))] : [],
    permission: {
      folio: record.permissionFolio,
      outings: together.length,
      state: stateNow(permission.state, together),
    },
    destination: record.destination,
    returner: record.backAdultName,
    allergies: record.allergies,
    belongings: record.belongings,
    photo: record.photo,
    attempts: (await history.listAttempts(look.db, record.id)).map((attempt) => ({
      at: attempt.at,
      ...atCenter(attempt.at, timezone),
      by: attempt.by,
      reasons: JSON.parse(attempt.reasonsJson) as GateReason[],
    })),
    history: (await history.listHistory(look.db, record.permissionId, [record.id])).map((event) => ({
      ...event,
      ...atCenter(event.at, timezone),
    })),
  })
}

export async function choices(look: Look): Promise<Outcome<Output<'outings.choices'>, never>> {
  const children = await around.listChildren(look.db, look.today)
  const grid = await gridOf(
    look.db,
    children.map((child) => child.id),
  )
  const house = await around.listHouse(look.db)
  const steps = groupBy(
    await openSteps(
      look.db,
      children.map((child) => child.id),
    ),
    (step) => step.childId,
  )
  return done({
    ...house,
    children: children
      .map((child) => ({
        id: child.id,
        name: listName(child),
        motherId: child.motherId,
        adults: grid
          .filter((line) => line.childId === child.id)
          .map((line) => ({
            id: line.adultId,
            name: line.name,
            relation: line.relation,
            phone: line.phone,
            takeOut: line.takeOut && { from: line.takeOut.from, until: line.takeOut.until },
            bringBack: line.bringBack && { from: line.bringBack.from, until: line.bringBack.until },
            forbiddenBy: ordersOn(line, look.today).map((each) => orderName(each.order))[0] ?? null,
          })),
        steps: (steps.get(child.id) ?? []).map(toStep),
      }))
      .sort((a, b) => inOrder(a.name, b.name)),
  })
}

/** A step of a plan of separation, as whoever plans an outing sees it. */
export const toStep = ({
  id,
  word,
  title,
  dueOn,
  state,
}: Omit<OutingStep, 'toDo'> & { readonly state: string }): OutingStep => ({
  ...{ id, word, title, dueOn },
  toDo: state === 'to-do',
})

/** Outings of the day for the page of today, loudest first: late, out, to leave, back. */
export interface OutingsOfDay {
  readonly rows: readonly OutingRow[]
}

/** What concerns a day: who leaves, who is out, who came back. */
export async function outingsOfDay(look: Look): Promise<OutingsOfDay> {
  const now = nowOf(look)
  const judged = await judge(look.db, await repo.listOfDay(look.db, look.today), now)
  return { rows: judged.map((each) => toRow(each, now)) }
}
