/** What two records cannot both keep: found in the schema's own unique indexes, told, and settled as somebody chose. */
import type { MergeCollision, MergeSide, MERGE_BLOCKS } from '../../../shared/contract/merge.contract'
import { done, refuse, type Outcome } from '../../../shared/kernel/outcome'
import { dropRow, findRow, listCollisions, type Collision, type Reference } from '../../platform/db/references'
import type { Act, Look } from '../../platform/seam/act'
import { dropDuplicateDraft } from '../certificates'
import { dropDuplicatePlace, dropDuplicateWait } from '../places'
import { tellRow, type Told } from './collisions.repo'
import { wereKeptApart } from './file-merge.repo'
import { overlappingStays, stayKey } from './merge.rules'
import { settleArrivalById, type StayRow } from './stay.repo'
import type { Standing } from './standing.service'

export interface Pair {
  readonly kept: Standing
  readonly loser: Standing
}

type Block = { readonly code: (typeof MERGE_BLOCKS)[number]; readonly facts: Record<string, string | number> }

const nameOf = ({ table, column }: Reference): string => `${table}.${column}`

/** Stays with the tombstone: what was issued is frozen to the record it was issued to; the merge's own row. */
const STAYS_BEHIND = new Set(['certificate.person_id', 'person_merge.loser_id'])

/** What these columns hold is moved by the function of whoever knows its rules: the woman's file, her places. */
const MOVED_BY_ITS_OWNER = new Set([
  'keep_apart.person_a',
  'keep_apart.person_b',
  'alert.person_id',
  'intake.person_id',
  'consent.person_id',
  'place.person_id',
])

/** Goes over to the kept record, one way or the other. */
export const isMovedHere = (reference: Reference): boolean => !STAYS_BEHIND.has(nameOf(reference))

/** Goes over just by pointing at the kept record. */
export const movesAlone = (reference: Reference): boolean =>
  isMovedHere(reference) && !MOVED_BY_ITS_OWNER.has(nameOf(reference))

/** Stays collide by their days, and the file's owner settles its own. */
const collidesByIndex = (reference: Reference): boolean =>
  reference.table === 'place' || (movesAlone(reference) && reference.table !== 'stay')

const KINDS = ['place', 'wait', 'mark', 'evaluation', 'arrival'] as const
const kindOf = (table: string): MergeCollision['kind'] => KINDS.find((kind) => kind === table) ?? 'other'

export interface Collisions {
  readonly collisions: readonly MergeCollision[]
  readonly blocks: readonly Block[]
  readonly stays: readonly { readonly kept: StayRow; readonly loser: StayRow }[]
}

/** Everything that stands in the way, with what can be chosen and what forbids the merge. */
export async function findCollisions(
  look: Look,
  { kept, loser }: Pair,
  references: readonly Reference[],
): Promise<Collisions> {
  const stays = overlappingStays(kept.stays, loser.stays)
  const collisions: MergeCollision[] = stays.map(tellStays)
  const blocks: Block[] = []
  const move = { from: loser.person.id, into: kept.person.id }
  if (await wereKeptApart(look.db, move.from, move.into)) blocks.push({ code: 'kept-apart-from-herself', facts: {} })
  for (const found of await listCollisions(look.db, references.filter(collidesByIndex), move)) {
    const own = await tellRow(look.db, found.table, found.into)
    const theirs = await tellRow(look.db, found.table, found.from)
    const block = blockOf(found, own, theirs)
    if (block) blocks.push(block)
    else collisions.push(tell(found, own, theirs))
  }
  return { collisions, blocks, stays }
}

function blockOf(found: Collision, own: Told, theirs: Told): Block | undefined {
  if (found.table === 'certificate')
    return {
      code: 'both-certified',
      facts: { title: own.title ?? '', folio: own.code ?? '', other: theirs.code ?? '' },
    }
  return own.closed ? { code: 'edition-closed-between', facts: { title: own.title ?? '' } } : undefined
}

const tellStays = ({ kept, loser }: Collisions['stays'][number]): MergeCollision => {
  const side = (stay: StayRow) => ({ code: stay.leftCause, from: stay.admittedOn, until: stay.leftOn })
  return {
    key: stayKey(kept.id, loser.id),
    kind: 'stay',
    title: null,
    day: null,
    kept: side(kept),
    loser: side(loser),
    same: false,
  }
}

const keyOf = (found: Collision): string => `${found.table} ${JSON.stringify([found.into, found.from])}`

const tell = (found: Collision, own: Told, theirs: Told): MergeCollision => ({
  key: keyOf(found),
  kind: kindOf(found.table),
  title: own.title,
  day: own.day,
  kept: { code: own.code, from: own.from, until: null },
  loser: { code: theirs.code, from: theirs.from, until: null },
  same: own.code !== null && own.code === theirs.code,
})

/** Takes away, of each pair, the row that was not chosen. Answers those rows, for the audit. */
export async function settleCollisions(
  act: Act,
  pair: { readonly move: { readonly from: string; readonly into: string }; readonly references: readonly Reference[] },
  choices: Readonly<Record<string, MergeSide>>,
  reason: string,
): Promise<Outcome<readonly unknown[], 'collision-unresolved'>> {
  const dropped: unknown[] = []
  for (const found of await listCollisions(act.db, pair.references.filter(collidesByIndex), pair.move)) {
    const gives = choices[keyOf(found)] === 'loser' ? found.into : found.from
    const row = await findRow(act.db, found.table, gives)
    if (!row) continue
    if (!(await giveWay(act, found.table, gives, reason))) return refuse('collision-unresolved')
    dropped.push({ table: found.table, row })
  }
  return done(dropped)
}

async function giveWay(act: Act, table: string, key: Collision['from'], reason: string): Promise<boolean> {
  const id = String(key['id'] ?? '')
  switch (table) {
    case 'place':
      return dropDuplicatePlace(act, id, reason)
    case 'certificate_draft':
      return dropDuplicateDraft(act, id, reason)
    case 'wait':
      return dropDuplicateWait(act, id, reason)
    case 'arrival':
      await settleArrivalById(act.trx, id, { on: act.today, outcome: 'cancelled' })
      return true
    default:
      await dropRow(act.trx, table, key)
      return true
  }
}
