/** A child's grid and an adult's page: what stands today, cell by cell, and what once stood. */
import type { Output } from '../../../shared/contract'
import {
  AUTHORITY_ACTS,
  type AdultPerson,
  type GridLine,
  type GridRow,
} from '../../../shared/contract/child-adults.contract'
import { LATE_RETURNS_FLAG } from '../../../shared/contract/gate-line'
import { addDays, type CivilDate } from '../../../shared/kernel/civil-date'
import { groupBy } from '../../../shared/kernel/group-by'
import { done, refuse, type Outcome } from '../../../shared/kernel/outcome'
import { fold } from '../../../shared/kernel/text'
import type { ReadDb } from '../../platform/db/types'
import { findPicture } from '../../platform/pictures/pictures'
import type { Look } from '../../platform/seam/act'
import * as adultsRepo from './adults.repo'
import * as authority from './authority.repo'
import * as childNames from './child-names.repo'
import { listPast } from './grid-history.repo'
import { ENDING_DAYS, holdsOn, stateOn, withOrdersOfAlike } from './grid.rules'
import { listLines } from './grid.repo'
import { mayBeSame } from './adult.rules'

/** The lines of the grids of these children, or of all, with every order that reaches each: what other slices ask. */
export const gridOf = async (db: ReadDb, childIds?: readonly string[]): Promise<GridLine[]> =>
  withOrdersOfAlike(await listLines(db, childIds))

type Cells = Pick<GridRow, 'cells' | 'orders'>

/** The cells of one adult and one child, and the orders above them. */
function cellsOf(
  rights: readonly authority.StoredRight[],
  orders: readonly authority.StoredOrder[],
  today: CivilDate,
): Cells {
  const prohibitions = orders.map((order) => ({ order: order.orderNumber, from: order.from, until: order.until }))
  return {
    cells: AUTHORITY_ACTS.map((act) => {
      const stored = rights.find((right) => right.act === act)
      const state = stateOn({ prohibitions }, stored ?? null, today, addDays(today, ENDING_DAYS))
      if (!stored) return { act, state, right: null }
      const { childId: _child, adultId: _adult, act: _act, ...right } = stored
      return { act, state, right }
    }),
    orders: orders.map(({ childId: _child, adultId: _adult, isLifted: _lifted, ...order }) => ({
      ...order,
      inForce: holdsOn(order, today),
    })),
  }
}

/** Which orders of a child reach somebody: by record, by name, and by the same document under another name. */
async function ordersReaching(
  db: ReadDb,
  childId: string,
): Promise<(adult: Pick<AdultPerson, 'id' | 'fullName' | 'document'>) => authority.StoredOrder[]> {
  const orders = await authority.listOrders(db, { childId })
  const adults = new Map((await adultsRepo.listTies(db, { childId })).map((tie) => [tie.adult.id, tie.adult]))
  return (adult) =>
    orders.filter((order) => {
      const against = adults.get(order.adultId)
      return against !== undefined && mayBeSame(against, adult)
    })
}

/** The grid of a child: whoever is kept away first, then by name. */
export async function grid(
  look: Look,
  input: { id: string },
): Promise<Outcome<Output<'children.grid'>, 'unknown-child'>> {
  const child = await childNames.findName(look.db, input.id)
  if (!child) return refuse('unknown-child')
  const rights = groupBy(await authority.listRights(look.db, { childId: input.id }), (right) => right.adultId)
  const reaching = await ordersReaching(look.db, input.id)
  const ties = await adultsRepo.listTies(look.db, { childId: input.id })
  const late = await adultsRepo.listLateReturns(
    look.db,
    ties.map((tie) => tie.adult.id),
    LATE_RETURNS_FLAG,
  )
  const rows = ties.map(({ childId: _child, ...tie }) => ({
    ...tie,
    lateReturns: late.get(tie.adult.id) ?? 0,
    ...cellsOf(rights.get(tie.adult.id) ?? [], reaching(tie.adult), look.today),
  }))
  const isKeptAway = (row: GridRow): number => Number(!row.orders.some((order) => order.inForce))
  return done({
    child,
    today: look.today,
    rows: rows.sort((a, b) => isKeptAway(a) - isKeptAway(b)),
    past: await listPast(look.db, input.id),
    siblings: await childNames.listSiblings(look.db, input.id),
  })
}

/** Adults already known, for the field that names one: siblings are often collected by the same person. */
export async function search(
  look: Look,
  input: { search: string },
): Promise<Outcome<Output<'children.adults'>, never>> {
  const words = fold(input.search).split(' ').filter(Boolean)
  return done(words.length === 0 ? [] : await adultsRepo.searchAdults(look.db, words))
}

/** One adult, and every child that she or he may or may not collect. */
export async function adult(
  look: Look,
  input: { id: string },
): Promise<Outcome<Output<'children.adult'>, 'unknown-adult'>> {
  const found = await adultsRepo.findAdult(look.db, input.id)
  if (!found) return refuse('unknown-adult')
  const { photoId: _photo, ...person } = found
  const rights = groupBy(await authority.listRights(look.db, { adultId: input.id }), (right) => right.childId)
  const ties = await adultsRepo.listTies(look.db, { adultId: input.id })
  const names = await childNames.namesOf(
    look.db,
    ties.map((tie) => tie.childId),
  )
  const children: Output<'children.adult'>['children'] = []
  for (const { tieId, childId, relation } of ties) {
    const child = names.get(childId)
    const orders = (await ordersReaching(look.db, childId))(person)
    if (child) children.push({ tieId, child, relation, ...cellsOf(rights.get(childId) ?? [], orders, look.today) })
  }
  return done({ today: look.today, adult: person, children })
}

/** The photo, asked for by its own call so that it never stands open on a screen by itself. */
export async function adultPhoto(
  look: Look,
  input: { id: string },
): Promise<Outcome<Output<'children.adultPhoto'>, 'unknown-adult'>> {
  const found = await adultsRepo.findAdult(look.db, input.id)
  if (!found) return refuse('unknown-adult')
  return done((found.photoId && (await findPicture(look.db, found.photoId))) || null)
}

/** Rights in force that end within the next thirty days, for the list and for the tasks; nothing that an order beats. */
export async function endingAuthorities(
  look: Pick<Look, 'db' | 'today'>,
): Promise<Outcome<Output<'children.endingAuthorities'>, never>> {
  const last = addDays(look.today, ENDING_DAYS)
  const rights = (await authority.listRights(look.db, {})).filter(
    (right) => right.until !== null && right.until <= last && holdsOn(right, look.today),
  )
  const orders = (await authority.listOrders(look.db, {})).filter((order) => holdsOn(order, look.today))
  const isFree = (right: authority.StoredRight): boolean =>
    !orders.some((order) => order.childId === right.childId && order.adultId === right.adultId)
  const groups = groupBy(rights.filter(isFree), (right) => `${right.childId} ${right.adultId} ${right.until ?? ''}`)
  const names = await childNames.namesOf(
    look.db,
    rights.map((right) => right.childId),
    look.today,
  )
  const rows: Output<'children.endingAuthorities'>['rows'] = []
  for (const [first, ...rest] of groups.values()) {
    const child = first && names.get(first.childId)
    if (!first?.until || !child) continue
    const tie = (await adultsRepo.listTies(look.db, { adultId: first.adultId })).find(
      (each) => each.childId === first.childId,
    )
    if (!tie) continue
    const { fullName: name, phone } = tie.adult
    const acts = AUTHORITY_ACTS.filter((act) => [first, ...rest].some((right) => right.act === act))
    rows.push({ child, adultId: first.adultId, name, relation: tie.relation, phone, acts, until: first.until })
  }
  return done({ today: look.today, rows: rows.sort((a, b) => a.until.localeCompare(b.until)) })
}
