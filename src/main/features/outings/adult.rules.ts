/** Whether an adult may take a child out, or bring it back, on a day: the grid, and the orders that beat everything. */
import type { OutingKind } from '../../../shared/contract/outings.contract'
import type { CivilDate } from '../../../shared/kernel/civil-date'
import { fold } from '../../../shared/kernel/text'
import { reason, type Reason } from './plan.rules'

/** From a day (null: since before the register) through a day (null: without end). */
export interface Span {
  readonly from: CivilDate | null
  readonly until: CivilDate | null
}

/** One line of the child's grid of adults. */
export interface AuthorityLine {
  readonly adultId: string
  readonly name: string
  readonly document: string | null
  readonly takeOut: Span | null
  readonly bringBack: Span | null
  readonly prohibitions: readonly (Span & { readonly order: string })[]
}

/** Who is to take or bring the child. `adultId` when from the grid; an instructor or a member of staff otherwise. */
export interface Escort {
  readonly name: string
  readonly adultId: string | null
  readonly fromHouse: 'instructor' | 'staff' | null
  readonly suspended: boolean
}

interface Asked {
  readonly escort: Escort
  readonly grid: readonly AuthorityLine[]
}

/** One document, however somebody typed its number: with or without hyphens, spaces and capitals. */
export function sameDocument(a: string | null, b: string | null): boolean {
  const [one, other] = [a, b].map((document) => fold(document ?? '').replaceAll(' ', ''))
  return one !== '' && one === other
}

const sameAdult = (line: AuthorityLine, escort: Escort): boolean =>
  escort.adultId !== null && line.adultId === escort.adultId

/**
 * The line of the grid that speaks of this adult. An adult not taken from the grid is found by name, but only while one
 * line bears it: of two namesakes nobody knows which one stands at the gate.
 */
function lineOf({ escort, grid }: Asked): AuthorityLine | undefined {
  const own = grid.find((line) => sameAdult(line, escort))
  if (own || escort.adultId !== null) return own
  const named = grid.filter((line) => fold(line.name) === fold(escort.name))
  return named.length === 1 ? named[0] : undefined
}

const touches = (span: Span, from: CivilDate, until: CivilDate): boolean =>
  (span.from === null || span.from <= until) && (span.until === null || from <= span.until)

/**
 * The order that keeps this adult away on any of these days: found by record, by name, or by the same document under
 * another name.
 */
export function orderAgainst(asked: Asked, from: CivilDate, until = from): string | null {
  const document = lineOf(asked)?.document ?? null
  const isHers = (line: AuthorityLine): boolean =>
    sameAdult(line, asked.escort) ||
    fold(line.name) === fold(asked.escort.name) ||
    sameDocument(line.document, document)
  const orders = asked.grid.filter(isHers).flatMap((line) => line.prohibitions)
  return orders.find((order) => touches(order, from, until))?.order ?? null
}

/** Kinds that staff of the house may lead: a group, and an emergency in which nobody of the grid can be waited for. */
const LED_BY_THE_HOUSE: ReadonlySet<OutingKind> = new Set(['group', 'emergency'])

/** Reasons that lie with who takes the child, on the day of leaving. The last day of a right is a day on which she may. */
export function reasonsOfAdult(
  facts: Asked & { readonly outing: { readonly kind: OutingKind; readonly returnsOn?: CivilDate } },
  day: CivilDate,
): readonly Reason[] {
  const { escort, outing } = facts
  const adult = escort.name
  const order = orderAgainst(facts, day, later(day, outing.returnsOn))
  if (order !== null) return [reason('outing-adult-forbidden', { adult, order })]
  const line = lineOf(facts)
  if (line) {
    const right = line.takeOut
    if (!right) return [reason('outing-adult-may-not', { adult })]
    if (right.from !== null && day < right.from) return [reason('outing-adult-not-yet', { adult, from: right.from })]
    if (right.until !== null && day > right.until) return [reason('outing-adult-ended', { adult, ended: right.until })]
    return []
  }
  if (!LED_BY_THE_HOUSE.has(outing.kind) || escort.fromHouse === null)
    return [reason('outing-adult-unlisted', { adult })]
  return escort.suspended ? [reason('outing-adult-suspended', { adult })] : []
}

const later = (day: CivilDate, other: CivilDate | undefined): CivilDate =>
  other !== undefined && other > day ? other : day

/** Reasons that lie with who brings the child back: she needs that right on the day of the planned return. */
export function reasonsOfReturner(
  facts: Asked & {
    readonly returner: Escort | null
    readonly outing: { readonly kind: OutingKind; readonly returnsOn: CivilDate }
  },
  day: CivilDate,
): readonly Reason[] {
  const asked = { escort: facts.returner ?? facts.escort, grid: facts.grid }
  const { name: adult, fromHouse } = asked.escort
  const back = later(day, facts.outing.returnsOn)
  const order = orderAgainst(asked, day, back)
  if (order !== null) return [reason('outing-returner-forbidden', { adult, order })]
  const right = lineOf(asked)?.bringBack
  if (!right) return fromHouse !== null ? [] : [reason('outing-returner-may-not', { adult })]
  if (right.from !== null && back < right.from) return [reason('outing-returner-not-yet', { adult, from: right.from })]
  return right.until !== null && back > right.until
    ? [reason('outing-returner-ended', { adult, ended: right.until })]
    : []
}

/** An order as papers and the gate say it: without the words with which the office's list announces it. */
export const orderName = (text: string): string =>
  text.replace(/^\s*prohibid[oa]s?\b[^:]*:\s*/i, '').trim() || text.trim()
