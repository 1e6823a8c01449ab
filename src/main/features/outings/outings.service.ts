/** What the office sees of the outings: list, record, choices for a request; and the judging that all acts share. */
import type { Input, Output } from '../../../shared/contract'
import type { GateRow, OutingRow } from '../../../shared/contract/outings.contract'
import { atCenter } from '../../../shared/kernel/civil-date'
import { done, refuse, type Outcome } from '../../../shared/kernel/outcome'
import { fold, inOrder, listName } from '../../../shared/kernel/text'
import type { ReadDb } from '../../platform/db/types'
import type { Look } from '../../platform/seam/act'
import { clashesOfOuting } from './outing-clashes.service'
import * as repo from './outings.repo'
import * as around from './surroundings.repo'
import {
  judgedAt,
  mayLeave,
  missingSignatures,
  orderName,
  refusalToSign,
  rivalsOf,
  stateOf,
  type At,
  type Escort,
  type GridLine,
  type LeaveFacts,
  type Reason,
  type Signature,
  type Standing,
} from './outings.rules'

/** An outing with everything by which it is judged. */
export interface Judged {
  readonly record: repo.OutingRecord
  readonly facts: LeaveFacts
  readonly missing: readonly string[]
  readonly standing: Standing
}

/** The escort as the rules want it. */
export const escortOf = (
  record: Pick<repo.OutingRecord, 'adultName' | 'adultId' | 'instructorId' | 'staffId' | 'staffSuspended'>,
): Escort => ({
  name: record.adultName,
  adultId: record.adultId,
  fromHouse: record.instructorId ? 'instructor' : record.staffId ? 'staff' : null,
  suspended: record.staffSuspended,
})

/** A line of the grid as the rules want it. */
export const gridLine = (line: Awaited<ReturnType<typeof around.listGrid>>[number]): GridLine => ({
  adultId: line.adultId,
  name: line.name,
  document: line.document,
  mayCollect: line.mayCollect,
  validUntil: line.validUntil,
  forbiddenBy: line.forbiddenBy === null ? null : orderName(line.forbiddenBy),
})

/** Reads all facts of these outings at once and says how each stands. */
export async function judge(db: ReadDb, records: readonly repo.OutingRecord[], now: At): Promise<readonly Judged[]> {
  const childIds = [...new Set(records.map((record) => record.childId))]
  const [siblings, grid, rules] = [
    await repo.listOfChildren(db, childIds),
    await around.listGrid(db, childIds),
    await around.findRules(db),
  ]
  const signatures = await repo.listSignatures(
    db,
    records.map((record) => record.id),
  )
  return records.map((record) => {
    const own: readonly Signature[] = signatures.filter((each) => each.outingId === record.id)
    const missing = missingSignatures(rules.required, own, now.day)
    return {
      record,
      missing,
      standing: stateOf(record, missing.length, rules.graceMinutes, now),
      facts: {
        outing: record,
        child: record,
        escort: escortOf(record),
        grid: grid.filter((line) => line.childId === record.childId).map(gridLine),
        required: rules.required,
        signatures: own,
        others: siblings.filter((other) => other.childId === record.childId && other.id !== record.id),
      },
    }
  })
}

/** Reads and judges one outing. */
export async function judgeOne(db: ReadDb, id: string, now: At): Promise<Judged | undefined> {
  const record = await repo.findOuting(db, id)
  return record && (await judge(db, [record], now))[0]
}

/** The moment of a look. */
export const nowOf = (look: Pick<Look, 'today' | 'time'>): At => ({ day: look.today, time: look.time })

/** A reason as the contract has it. */
export const reasonOut = ({ code, facts }: Reason) => ({ code, facts: { ...facts } })

/** The gate's view: everything is judged at this moment. */
export function toGateRow({ record, facts, standing }: Judged, now: At): GateRow {
  const answer = mayLeave(facts, now, true)
  return {
    id: record.id,
    version: record.version,
    folio: record.folio,
    child: listName(record),
    kind: record.kind,
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
    mayLeave: answer.may,
    reasons: answer.reasons.map(reasonOut),
  }
}

/** The office's view: on another day than its own, a plan is judged as planned. */
export function toRow(judged: Judged, now: At): OutingRow {
  const { record, facts } = judged
  const rivals = rivalsOf(record, facts.others, now)
  const planned = mayLeave({ ...facts, others: rivals }, judgedAt(record, now), now.day === record.leavesOn)
  return {
    ...toGateRow(judged, now),
    reasons: planned.reasons.map(reasonOut),
    childId: record.childId,
    reason: record.reason,
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
  if (!judged) return refuse('outing-unknown')
  const { record } = judged
  const { timezone } = await around.findRules(look.db)
  const line = (await around.listGrid(look.db, [record.childId])).find((each) => each.adultId === record.adultId)
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
    signatures: await signaturesOf(look, judged),
    attempts: (await repo.listAttempts(look.db, record.id)).map((attempt) => ({
      at: attempt.at,
      ...atCenter(attempt.at, timezone),
      by: attempt.by,
      reasons: JSON.parse(attempt.reasonsJson) as GateRow['reasons'],
    })),
    history: (await repo.listHistory(look.db, record.id)).map((event) => ({
      ...event,
      ...atCenter(event.at, timezone),
    })),
  })
}

/** Still to be made: neither out nor back, called off nor past. */
const isPlan = ({ standing }: Judged): boolean => standing.state === 'requested' || standing.state === 'authorised'

/** Every authorisation that is asked for, and any given beyond them, in the center's order. */
export async function signaturesOf(
  look: Look,
  { record, facts }: Judged,
): Promise<Output<'outings.get'>['signatures']> {
  const given = await repo.listSignatures(look.db, [record.id])
  const names = [
    ...facts.required,
    ...given
      .map((signature) => signature.authorisation)
      .filter((name) => !facts.required.some((required) => fold(required) === fold(name))),
  ]
  return names.map((authorisation) => {
    const signature = given.find((each) => fold(each.authorisation) === fold(authorisation))
    return {
      authorisation,
      signed: signature !== undefined,
      signedOn: signature?.signedOn ?? null,
      recordedBy: signature?.recordedBy ?? null,
      whyNot: refusalToSign(authorisation, look.actor, record.requestedBy),
    }
  })
}

export async function choices(look: Look): Promise<Outcome<Output<'outings.choices'>, never>> {
  const children = await around.listChildren(look.db, look.today)
  const grid = await around.listGrid(
    look.db,
    children.map((child) => child.id),
  )
  const house = await around.listHouse(look.db)
  return done({
    ...house,
    children: children
      .map((child) => ({
        id: child.id,
        name: listName(child),
        adults: grid
          .filter((line) => line.childId === child.id)
          .map(({ adultId, name, relation, validUntil, mayCollect, forbiddenBy }) => ({
            id: adultId,
            name,
            relation,
            validUntil,
            mayCollect,
            forbiddenBy,
          })),
      }))
      .sort((a, b) => inOrder(a.name, b.name)),
  })
}

/** Outings of the day for the page of today, loudest first: late, out, to leave, back. */
export interface OutingsOfDay {
  readonly rows: readonly OutingRow[]
}

/** What concerns a day: who leaves, who is out, who came back. */
export async function outingsOfDay(look: Look): Promise<OutingsOfDay> {
  const now = nowOf(look)
  const judged = await judge(look.db, await repo.listForGate(look.db, look.today), now)
  return { rows: judged.map((each) => toRow(each, now)) }
}
