/** Two records are one woman's: compared, joined as one piece of work that can be taken back, parted again. */
import type { Input, Output } from '../../../shared/contract'
import type { ParsedInputOf } from '../../../shared/contract/define'
import { MERGE_FIELDS, type mergeContract } from '../../../shared/contract/merge.contract'
import { done, refuse, refused, type Outcome } from '../../../shared/kernel/outcome'
import { listName } from '../../../shared/kernel/text'
import { findOpenBatch, inBatch, undoBatch } from '../../platform/batches/batches'
import { sha256Hex } from '../../platform/crypto/digest'
import { countReferences, listDependents, listReferences, moveReferences } from '../../platform/db/references'
import type { Act, Look } from '../../platform/seam/act'
import { mergePlaces } from '../places'
import { findCollisions, isMovedHere, movesAlone, settleCollisions, type Pair } from './collisions.service'
import { moveFile } from './file-merge.repo'
import * as repo from './merge.repo'
import { allChosen, fieldPairs, mergedFacts, stayFolds } from './merge.rules'
import { findPerson, markPerson } from './people.repo'
import { searchTextOf, sortKeyOf } from './people.rules'
import { foldStays, restPlaces } from './fold-stays.service'
import { settleArrival } from './stay.repo'
import { standingOf } from './standing.service'

type Parsed<Name extends keyof typeof mergeContract> = ParsedInputOf<(typeof mergeContract)[Name]>
type Preview = Output<'people.previewMerge'>

async function findPair(look: Look, ids: { readonly keptId: string; readonly loserId: string }) {
  if (ids.keptId === ids.loserId) return refuse('same-record')
  const kept = await standingOf(look, ids.keptId)
  const loser = await standingOf(look, ids.loserId)
  return kept && loser ? done({ kept, loser } satisfies Pair) : refuse('unknown-person')
}

async function planOf(look: Look, pair: Pair) {
  const references = (await listReferences(look.db, 'person')).filter(isMovedHere)
  const moves = await countReferences(look.db, references, pair.loser.person.id)
  const { collisions, blocks, stays } = await findCollisions(look, pair, references)
  const versions = [pair.kept.person, pair.loser.person].map(({ id, version }) => [id, version])
  const told = [versions, moves, collisions, blocks]
  return { references, moves, collisions, blocks, stays, seen: sha256Hex(JSON.stringify(told)) }
}

/** Both records side by side: what differs, what collides, what would move. Changes nothing. */
export async function previewMerge(
  look: Look,
  input: Input<'people.previewMerge'>,
): Promise<Outcome<Preview, 'unknown-person' | 'same-record'>> {
  const pair = await findPair(look, input)
  if (!pair.ok) return pair
  const { kept, loser } = pair.value
  const { seen, collisions, blocks, moves } = await planOf(look, pair.value)
  return done({
    seen,
    kept: recordOf(kept),
    loser: recordOf(loser),
    fields: fieldPairs(kept.person.facts, loser.person.facts, MERGE_FIELDS),
    collisions: [...collisions],
    blocks: [...blocks],
    moves: Object.entries(moves).map(([table, count]) => ({ table, count })),
  })
}

const recordOf = ({ person, state, stays }: Pair['kept']) => ({
  id: person.id,
  version: person.version,
  name: listName(person.facts),
  fileNumber: person.facts.fileNumber,
  state,
  dormitory: stays[0]?.dormitory ?? null,
})

/** Joins them: everything goes to the kept record, and the other stays as a tombstone that leads to it. */
export async function merge(act: Act, input: Parsed<'people.merge'>) {
  const found = await findPair(act, input)
  if (!found.ok) return found
  const pair = found.value
  const plan = await planOf(act, pair)
  if (plan.seen !== input.seen) return refuse('stale')
  if (plan.blocks.length > 0) return refused(...plan.blocks)
  const folds = stayFolds(plan.stays, input.choices)
  if (!allChosen(plan.collisions, input.choices) || !folds) return refuse('collision-unresolved')
  const { kept, loser } = pair
  const name = {
    kind: 'merge',
    title: `${listName(kept.person.facts)} ← ${loser.person.facts.fileNumber}`,
    subjectId: loser.person.id,
  }
  const tables = await listDependents(act.db, 'person')
  const batched = await inBatch(act, name, tables, () => join(act, pair, { ...plan, folds }, input))
  if (!batched.ok) return batched
  const { batchId, result: dropped } = batched.value
  const moved = Object.values(plan.moves).reduce((sum, count) => sum + count, 0)
  await auditMerge(act, pair, { batchId, moved, dropped, fromLoser: input.fromLoser, reason: input.reason })
  return done({ id: kept.person.id, batchId, moved })
}

type Plan = Awaited<ReturnType<typeof planOf>> & { readonly folds: ReadonlyMap<string, string> }

async function join(
  act: Act,
  pair: Pair,
  plan: Plan,
  input: Parsed<'people.merge'>,
): Promise<Outcome<readonly unknown[], 'stale' | 'collision-unresolved'>> {
  const move = { from: input.loserId, into: input.keptId }
  await foldStays(act, pair, plan.folds)
  const dropped = await settleCollisions(act, { move, references: plan.references }, input.choices, input.reason)
  if (!dropped.ok) return dropped
  await moveFile(act.trx, move.from, move.into, act.now)
  if (!(await mergePlaces(act, move.from, move.into)).ok) return refuse('collision-unresolved')
  await moveReferences(act.trx, plan.references.filter(movesAlone), move)
  await settleStanding(act, input.keptId)
  if (!(await writeFacts(act, pair, input.fromLoser))) return refuse('stale')
  await repo.markMerged(act.trx, move.from, move.into)
  const { id: by } = act.actor
  await repo.insertMerge(act.trx, {
    loserId: move.from,
    keptId: move.into,
    on: act.today,
    at: act.now,
    by,
    reason: input.reason,
  })
  return dropped
}

/** Who is here is not expected; and if she is away, the places that came over rest like her own. */
async function settleStanding(act: Act, keptId: string): Promise<void> {
  const her = await standingOf(act, keptId)
  if (her?.open && her.arrival)
    await settleArrival(act.trx, her.arrival.id, her.arrival.version, { on: act.today, outcome: 'arrived' })
  await restPlaces(act, keptId, her?.away)
}

/** The chosen fields. If the kept record takes the other's file number, the other takes its: both still find her. */
async function writeFacts(
  act: Act,
  { kept, loser }: Pair,
  fromLoser: Parsed<'people.merge'>['fromLoser'],
): Promise<boolean> {
  if (fromLoser.length === 0) return true
  const facts = mergedFacts(kept.person.facts, loser.person.facts, fromLoser)
  const swaps = facts.fileNumber !== kept.person.facts.fileNumber
  if (swaps) await repo.markFileNumber(act.trx, loser.person.id, `↔ ${loser.person.id}`)
  const keys = { searchText: searchTextOf(facts), sortKey: sortKeyOf(facts) }
  const written = await markPerson(act.trx, kept.person.id, kept.person.version, facts, keys)
  if (swaps) {
    const { fileNumber } = kept.person.facts
    const swapped = searchTextOf({ ...loser.person.facts, fileNumber })
    await repo.markFileNumber(act.trx, loser.person.id, fileNumber, swapped)
  }
  return written
}

async function auditMerge(
  act: Act,
  { kept, loser }: Pair,
  told: {
    readonly batchId: string
    readonly moved: number
    readonly dropped: readonly unknown[]
    readonly fromLoser: readonly string[]
    readonly reason: string
  },
): Promise<void> {
  const { reason, ...after } = told
  await act.audit({
    event: 'person.merged',
    subjectType: 'person',
    subjectId: kept.person.id,
    before: { kept: kept.person.facts, merged: loser.person.facts },
    after: { ...after, mergedId: loser.person.id },
    reason,
  })
  await act.audit({
    event: 'person.mergedAway',
    subjectType: 'person',
    subjectId: loser.person.id,
    after: { into: kept.person.id, batchId: told.batchId },
    reason,
  })
}

/** They are two women after all: every row stands again as it stood, unless somebody has worked on it since. */
export async function undoMerge(act: Act, input: Parsed<'people.undoMerge'>) {
  const kept = await findPerson(act.db, input.id)
  if (!kept) return refuse('unknown-person')
  const merged = (await repo.listMerged(act.db, input.id)).find((each) => each.loserId === input.loserId)
  const batch = merged && (await findOpenBatch(act.db, 'merge', input.loserId))
  if (!batch) return refuse('unknown-batch')
  const undone = await undoBatch(act, batch.id)
  if (!undone.ok) return undone
  const trace = { event: 'person.parted', subjectType: 'person', before: { batchId: batch.id }, reason: input.reason }
  await act.audit({ ...trace, subjectId: input.id })
  await act.audit({ ...trace, subjectId: input.loserId })
  return done(undone.value)
}
