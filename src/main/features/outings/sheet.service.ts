/** Outings from the office's own lists: written once, completed when the list is, never overwritten. */
import { randomUUID } from 'node:crypto'
import { done, refuse, type Outcome } from '../../../shared/kernel/outcome'
import { fold, squeeze } from '../../../shared/kernel/text'
import type { Act } from '../../platform/seam/act'
import * as repo from './outings.repo'
import { kindOfReason, type At } from './outings.rules'

/** One row of the office's list of outings, read and cleaned. */
export interface SheetOuting {
  readonly folio: string
  readonly childId: string
  readonly reason: string
  readonly leavesOn: string
  readonly leavesAt: string
  readonly returnsOn: string
  readonly returnsAt: string
  readonly adultName: string
  /** Names of the authorisations that the list says were given. */
  readonly authorisations: readonly string[]
  readonly out: At | null
  readonly back: At | null
  readonly note: string | null
}

export type SheetCode = 'outing-return-before-leaving' | 'outing-back-without-out' | 'outing-folio-differs'

/** What a row of the list did: nothing, a new outing, or signatures and movements that were not there yet. */
export interface SheetResult {
  readonly id: string
  readonly did: 'nothing' | 'new' | 'completed'
}

/** Takes one row in. The same row twice changes nothing; a row that contradicts the folio's outing is refused. */
export async function takeFromSheet(act: Act, row: SheetOuting): Promise<Outcome<SheetResult, SheetCode>> {
  if (`${row.returnsOn} ${row.returnsAt}` <= `${row.leavesOn} ${row.leavesAt}`)
    return refuse('outing-return-before-leaving', { folio: row.folio })
  if (row.back && (!row.out || keyOf(row.back) < keyOf(row.out)))
    return refuse('outing-back-without-out', { folio: row.folio })
  const known = await repo.findExactFolio(act.db, row.folio)
  if (known && !samePlan(known, row)) return refuse('outing-folio-differs', { folio: row.folio })
  const id = known?.id ?? (await insertPlan(act, row))
  const added = await complete(act, id, known, row)
  if (known && added.length === 0) return done({ id, did: 'nothing' })
  if (known) await repo.markOuting(act.trx, id, known.version)
  await act.audit({
    event: known ? 'outing.completed-from-list' : 'outing.taken-from-list',
    subjectType: 'outing',
    subjectId: id,
    after: known ? { added } : row,
  })
  return done({ id, did: known ? 'completed' : 'new' })
}

const keyOf = (at: At): string => `${at.day} ${at.time}`

const samePlan = (known: repo.OutingRecord, row: SheetOuting): boolean =>
  known.childId === row.childId &&
  known.leavesOn === row.leavesOn &&
  known.leavesAt === row.leavesAt &&
  known.returnsOn === row.returnsOn &&
  known.returnsAt === row.returnsAt &&
  fold(known.adultName) === fold(row.adultName) &&
  sameOrUnsaid(known.out, row.out) &&
  sameOrUnsaid(known.back, row.back)

const sameOrUnsaid = (known: At | null, said: At | null): boolean =>
  known === null || said === null || keyOf(known) === keyOf(said)

async function insertPlan(act: Act, row: SheetOuting): Promise<string> {
  const id = randomUUID()
  await repo.insertOuting(act.trx, {
    id,
    folio: row.folio,
    childId: row.childId,
    kind: kindOfReason(row.reason),
    reason: row.reason,
    leavesOn: row.leavesOn,
    leavesAt: row.leavesAt,
    returnsOn: row.returnsOn,
    returnsAt: row.returnsAt,
    adultName: squeeze(row.adultName),
    ...(await escortByName(act, row)),
    note: row.note,
    requestedBy: null,
  })
  return id
}

/** The list names the adult; the record is hers only if one, and only one, of that name stands in the child's grid. */
async function escortByName(act: Act, row: SheetOuting) {
  const none = { adultId: null, instructorId: null, staffId: null }
  const isNamed = (each: { name: string }): boolean => fold(each.name) === fold(row.adultName)
  const lines = (await repo.listGrid(act.db, [row.childId])).filter(isNamed)
  if (lines.length > 0) return { ...none, adultId: lines.length === 1 ? (lines[0]?.adultId ?? null) : null }
  const house = await repo.listHouse(act.db)
  return {
    ...none,
    instructorId: house.instructors.find(isNamed)?.id ?? null,
    staffId: house.instructors.some(isNamed) ? null : (house.staff.find(isNamed)?.id ?? null),
  }
}

/** Adds the signatures and movements that the outing lacks; answers what was added. */
async function complete(
  act: Act,
  id: string,
  known: repo.OutingRecord | undefined,
  row: SheetOuting,
): Promise<readonly string[]> {
  const added: string[] = []
  const given = await repo.listSignatures(act.db, [id])
  for (const authorisation of row.authorisations) {
    if (given.some((each) => fold(each.authorisation) === fold(authorisation))) continue
    await repo.insertSignature(act.trx, { outingId: id, authorisation, signedOn: null, recordedBy: act.actor.id })
    added.push(authorisation)
  }
  for (const [direction, at] of [
    ['out', row.out],
    ['back', row.back],
  ] as const) {
    if (!at || known?.[direction]) continue
    await repo.insertMovement(act.trx, {
      outingId: id,
      direction,
      day: at.day,
      at: at.time,
      adultName: row.adultName,
      note: null,
      recordedAt: act.now,
      recordedBy: act.actor.id,
    })
    added.push(direction)
  }
  return added
}

/** Takes back a row that an import brought, when its batch is undone. False if something has happened to it since. */
export async function forgetFromSheet(act: Act, id: string): Promise<boolean> {
  const record = await repo.findOuting(act.db, id)
  if (!record || record.version > 1 || (await repo.listAttempts(act.db, id)).length > 0) return false
  await repo.deleteOuting(act.trx, id)
  await act.audit({
    event: 'outing.import-undone',
    subjectType: 'outing',
    subjectId: id,
    before: { folio: record.folio, leavesOn: record.leavesOn },
  })
  return true
}
