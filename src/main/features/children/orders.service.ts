/**
 * Orders that keep a person away from a child. Nothing else is updated when one is entered: whoever asks for an outing or
 * stands at the gate asks the grid, and the grid answers with the order first.
 */
import type { Output } from '../../../shared/contract'
import type { childAdultsContract, OrderHits } from '../../../shared/contract/child-adults.contract'
import type { ParsedInputOf } from '../../../shared/contract/define'
import type { CivilDate } from '../../../shared/kernel/civil-date'
import { done, refuse, type Outcome } from '../../../shared/kernel/outcome'
import type { ReadDb } from '../../platform/db/types'
import type { Act, Look } from '../../platform/seam/act'
import { isSameAdult, keptDocument, mayBeSame } from './adult.rules'
import * as adultsRepo from './adults.repo'
import { adultFor, tieTo, type ChosenAdult } from './adults.service'
import * as repo from './authority.repo'
import * as childNames from './child-names.repo'
import { listOpenPermissions } from './grid-history.repo'

type Parsed<Name extends keyof typeof childAdultsContract> = ParsedInputOf<(typeof childAdultsContract)[Name]>

interface Wanted {
  readonly id: string | null
  readonly fullName: string
  readonly document: string | null
}

/** What an order against this person touches: by record, by name, and by the same document under another name. */
async function hitsOf(db: ReadDb, childIds: readonly string[], wanted: Wanted, today: CivilDate): Promise<OrderHits> {
  const alike = (await adultsRepo.listAdults(db)).filter((each) => mayBeSame(each, wanted))
  const isHit = new Map(alike.map((each) => [each.id, each]))
  const names = await childNames.namesOf(db, childIds)
  const rights: OrderHits['rights'] = []
  for (const childId of childIds) {
    const child = names.get(childId)
    for (const right of await repo.listRights(db, { childId })) {
      const adult = isHit.get(right.adultId)
      const isOver = right.until !== null && right.until < today
      if (adult && child && !isOver) rights.push({ child, name: adult.fullName, act: right.act, until: right.until })
    }
  }
  const open = (await listOpenPermissions(db, childIds, today)).filter(
    (each) =>
      (each.adultId !== null && isHit.has(each.adultId)) ||
      mayBeSame({ fullName: each.adultName, document: null }, wanted),
  )
  const plain = open.map(({ id, folio, child, leavesOn, isOut }) => ({ isOut, row: { id, folio, child, leavesOn } }))
  return {
    rights,
    permissions: plain.filter((each) => !each.isOut).map((each) => each.row),
    outNow: plain.filter((each) => each.isOut).map((each) => each.row),
    alike: alike
      .filter((each) => each.id !== wanted.id)
      .map(({ id, fullName, document }) => ({ id, fullName, document })),
  }
}

/** What would be stopped, before she enters it. */
export async function orderHits(
  look: Look,
  input: Parsed<'children.orderHits'>,
): Promise<Outcome<Output<'children.orderHits'>, 'unknown-adult'>> {
  const { adult } = input
  if (!('id' in adult)) {
    const document = keptDocument(adult.documentKind, adult.document)?.document ?? null
    return done(await hitsOf(look.db, input.childIds, { id: null, fullName: adult.fullName, document }, look.today))
  }
  const known = await adultsRepo.findAdult(look.db, adult.id)
  return known ? done(await hitsOf(look.db, input.childIds, known, look.today)) : refuse('unknown-adult')
}

/** Enters an order for a child, and for the brothers and sisters it names. It holds from this second. */
export async function prohibit(act: Act, input: Parsed<'children.prohibit'>) {
  const childIds = [...new Set(input.childIds)]
  const names = await childNames.namesOf(act.db, childIds)
  if (names.size !== childIds.length) return refuse('unknown-child')
  const typed = await adultFor(act, input.adult)
  if (typed === 'unknown-adult') return refuse(typed)
  if (typed === 'document-incomplete') return refuse(typed, undefined, 'document')
  if (input.orderedOn !== null && input.orderedOn > act.today)
    return refuse('day-in-the-future', undefined, 'orderedOn')
  const adult = await asListed(act.db, childIds, typed)
  for (const childId of childIds) {
    const standing = await repo.listOrders(act.db, { childId, adultId: adult.id })
    if (standing.some((order) => order.orderNumber === input.orderNumber))
      return refuse('order-entered-already', { name: adult.fullName, order: input.orderNumber }, 'orderNumber')
  }
  const hits = await hitsOf(act.db, childIds, adult, act.today)
  for (const childId of childIds) await enter(act, childId, adult, input, hits)
  return done({ adultId: adult.id, hits })
}

/** Somebody typed who stands on one of these lists already, under the same name and document, is that person. */
async function asListed(db: ReadDb, childIds: readonly string[], typed: ChosenAdult): Promise<ChosenAdult> {
  if (!typed.isNew) return typed
  for (const childId of childIds) {
    const same = (await adultsRepo.listTies(db, { childId })).find((tie) => isSameAdult(tie.adult, typed))
    if (same) return { ...same.adult, isNew: false }
  }
  return typed
}

async function enter(
  act: Act,
  childId: string,
  adult: ChosenAdult,
  input: Parsed<'children.prohibit'>,
  hits: OrderHits,
): Promise<void> {
  await tieTo(act, childId, adult, input.relation)
  const { orderedBy, orderNumber, orderedOn, from, until, note } = input
  const order = { orderedBy, orderNumber, orderedOn, from, until, note }
  await repo.insertOrder(act.trx, { childId, adultId: adult.id }, order, {
    at: act.now,
    on: act.today,
    by: act.actor.id,
  })
  const ofChild = (hit: OrderHits['permissions'][number]): boolean => hit.child.id === childId
  await act.audit({
    event: 'child.order-entered',
    subjectType: 'child',
    subjectId: childId,
    after: {
      adultId: adult.id,
      fullName: adult.fullName,
      ...order,
      stops: [...hits.outNow, ...hits.permissions].filter(ofChild).map((hit) => hit.folio),
    },
  })
}

/** Lifts an order, on the paper that ends it. Rights that stood beneath it hold again as far as their days go. */
export async function liftOrder(act: Act, input: Parsed<'children.liftOrder'>) {
  const order = await repo.findOrder(act.db, input.id)
  if (!order) return refuse('unknown-order')
  if (order.isLifted) return refuse('order-lifted-already')
  await repo.liftOrder(act.trx, input.id, {
    at: act.now,
    on: act.today,
    by: act.actor.id,
    reason: input.reason,
    document: input.document,
  })
  const adult = await adultsRepo.findAdult(act.db, order.adultId)
  await act.audit({
    event: 'child.order-lifted',
    subjectType: 'child',
    subjectId: order.childId,
    before: { adultId: order.adultId, fullName: adult?.fullName, order: order.orderNumber },
    after: { document: input.document },
    reason: input.reason,
  })
  return done(null)
}
