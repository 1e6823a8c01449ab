/**
 * Shapes of the grid of a child: adults, rights, orders, and what outings and the gate ask of them. Their channels stand in
 * `child-adults.contract.ts`.
 */
import { z } from 'zod'
import { civilDate, type CivilDate } from '../kernel/civil-date'
import { id } from '../kernel/ids'

export const text = (max: number) => z.string().trim().min(1).max(max)
export const optionalText = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .transform((typed) => typed || null)
    .nullable()
export const reason = text(300)

/** What an adult may be allowed to do. In the order in which the matrix shows them. */
export const AUTHORITY_ACTS = ['told', 'visit', 'take-out', 'bring-back'] as const
export const authorityAct = z.enum(AUTHORITY_ACTS)
export type AuthorityAct = z.infer<typeof authorityAct>

/** On whose word a right rests. */
export const EVIDENCE_KINDS = [
  'mother',
  'other-parent',
  'court',
  'protection',
  'guardianship',
  'council',
  'other',
] as const
export const evidenceKind = z.enum(EVIDENCE_KINDS)

export const DOCUMENT_KINDS = ['ine', 'passport', 'licence', 'professional', 'consular', 'other'] as const
export const documentKind = z.enum(DOCUMENT_KINDS)

/** How a right stands today; `forbidden` beats the others. */
export const rightState = z.enum(['may', 'soon', 'not-yet', 'ended', 'may-not', 'forbidden'])

export type RightState = z.infer<typeof rightState>

const right = z.strictObject({
  id,
  from: civilDate.nullable(),
  until: civilDate.nullable(),
  evidenceKind: evidenceKind.nullable(),
  evidenceNumber: z.string().nullable(),
  seenOn: civilDate.nullable(),
  seenBy: z.string().nullable(),
})
export const cell = z.strictObject({ act: authorityAct, state: rightState, right: right.nullable() })

export const order = z.strictObject({
  id,
  orderedBy: z.string().nullable(),
  orderNumber: z.string(),
  orderedOn: civilDate.nullable(),
  from: civilDate.nullable(),
  until: civilDate.nullable(),
  note: z.string().nullable(),
  /** False for one that ran out by its own last day, or is still to begin. */
  inForce: z.boolean(),
})

export const adultFacts = z.strictObject({
  fullName: text(160),
  documentKind: documentKind.nullable(),
  /** Of a document of the list, the last characters of its number; of another, its words. */
  document: optionalText(60),
  phone: optionalText(40),
  address: optionalText(200),
  description: optionalText(300),
})
export type NewAdult = z.output<typeof adultFacts>

export const person = z.strictObject({
  id,
  version: z.int(),
  fullName: z.string(),
  documentKind: documentKind.nullable(),
  document: z.string().nullable(),
  documentLast4: z.string().nullable(),
  phone: z.string().nullable(),
  address: z.string().nullable(),
  description: z.string().nullable(),
  hasPhoto: z.boolean(),
})
export type AdultPerson = z.output<typeof person>

export const gridRow = z.strictObject({
  tieId: id,
  relation: z.string(),
  adult: person,
  /** How often she or he has brought children back late, from the flag on; 0 before. */
  lateReturns: z.int(),
  cells: z.array(cell),
  orders: z.array(order),
})
export type GridRow = z.output<typeof gridRow>

/** What once stood: a right that ended, an order that was lifted. */
export const past = z.strictObject({
  id,
  kind: z.enum(['right', 'order']),
  adultId: id,
  name: z.string(),
  act: authorityAct.nullable(),
  from: civilDate.nullable(),
  until: civilDate.nullable(),
  paper: z.string().nullable(),
  endedOn: civilDate,
  endedBy: z.string().nullable(),
  reason: z.string(),
  replaced: z.boolean(),
})

export const childName = z.strictObject({
  id,
  code: z.string(),
  surname1: z.string(),
  surname2: z.string().nullable(),
  givenNames: z.string(),
})

/** What an order stops from the second in which it is entered. */
export const hits = z.strictObject({
  /** Rights of the same person, by record, name or document. */
  rights: z.array(
    z.strictObject({ child: childName, name: z.string(), act: authorityAct, until: civilDate.nullable() }),
  ),
  /** Permissions not yet used in which this person takes the child. */
  permissions: z.array(z.strictObject({ id, folio: z.string(), child: childName, leavesOn: civilDate })),
  /** Out with this person at this minute. */
  outNow: z.array(z.strictObject({ id, folio: z.string(), child: childName, leavesOn: civilDate })),
  /** Others who bear the same name or document under another record. */
  alike: z.array(z.strictObject({ id, fullName: z.string(), document: z.string().nullable() })),
})
export type OrderHits = z.output<typeof hits>

/** A right that nobody has ended: it holds from its first day (or since before the register) through its last. */
export interface RightSpan {
  readonly from: CivilDate | null
  readonly until: CivilDate | null
  /** The paper it rests on, by its number; null where the register came without one. */
  readonly evidence: string | null
}

/** An order that nobody has lifted. */
export interface OrderSpan {
  readonly order: string
  readonly from: CivilDate | null
  readonly until: CivilDate | null
}

/** One child and one adult: what outings and the gate ask. */
export interface GridLine {
  readonly childId: string
  readonly adultId: string
  readonly name: string
  readonly document: string | null
  readonly relation: string
  readonly phone: string | null
  readonly photoId: string | null
  readonly told: RightSpan | null
  readonly visit: RightSpan | null
  readonly takeOut: RightSpan | null
  readonly bringBack: RightSpan | null
  /** Every order that was not lifted, also one that ran out or is still to begin: ask `ordersOn`. */
  readonly prohibitions: readonly OrderSpan[]
}

/** An adult as the row holds her or him. `document` is what an order finds somebody by. */
export interface KeptAdult {
  readonly fullName: string
  readonly documentKind: NewAdult['documentKind']
  readonly document: string | null
  readonly documentLast4: string | null
  readonly phone: string | null
  readonly address: string | null
  readonly description: string | null
}

export const endingRow = z.strictObject({
  child: childName,
  adultId: id,
  name: z.string(),
  relation: z.string(),
  phone: z.string().nullable(),
  acts: z.array(authorityAct),
  until: civilDate,
})
export type EndingRow = z.output<typeof endingRow>
