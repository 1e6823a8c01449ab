/**
 * Channels of the adults around a child: who may be told, visit, take out and bring back, since when and on what paper;
 * and whom an order keeps away. What was granted or ordered is never rewritten: it ends or is lifted, and stays to be read.
 */
import { z } from 'zod'
import { civilDate } from '../kernel/civil-date'
import { id } from '../kernel/ids'
import { CHILDREN } from '../kernel/roles'
import {
  adultFacts,
  authorityAct,
  cell,
  childName,
  documentKind,
  endingRow,
  evidenceKind,
  gridRow,
  hits,
  optionalText,
  order,
  past,
  person,
  reason,
  text,
} from './child-grid'
import { change, read } from './define'
import { newPicture, picture, PICTURE_REFUSALS } from './picture'

export * from './child-grid'

const chosenAdult = z.union([z.strictObject({ id }), adultFacts])

const granted = {
  from: civilDate.nullable(),
  until: civilDate.nullable(),
  evidenceKind: evidenceKind.nullable(),
  evidenceNumber: optionalText(80),
  /** The day on which her or his identity document was seen; by whom is whoever writes it down. */
  seenOn: civilDate.nullable(),
}
const inOrder = (span: { from: string | null; until: string | null }): boolean =>
  span.from === null || span.until === null || span.from <= span.until
const UNTIL = { path: ['until'] }

const DAYS = ['day-in-the-future'] as const

export const childAdultsContract = {
  'children.grid': read({
    who: CHILDREN,
    audited: 'child.adults-read',
    input: z.strictObject({ id }),
    output: z.strictObject({
      child: childName,
      today: civilDate,
      rows: z.array(gridRow),
      past: z.array(past),
      siblings: z.array(childName),
    }),
    refusals: ['unknown-child'],
  }),
  'children.adults': read({
    who: CHILDREN,
    input: z.strictObject({ search: z.string().max(80) }),
    output: z.array(person),
    refusals: [],
  }),
  'children.adult': read({
    who: CHILDREN,
    audited: 'adult.read',
    input: z.strictObject({ id }),
    output: z.strictObject({
      today: civilDate,
      adult: person,
      children: z.array(
        z.strictObject({
          tieId: id,
          child: childName,
          relation: z.string(),
          cells: z.array(cell),
          orders: z.array(order),
        }),
      ),
    }),
    refusals: ['unknown-adult'],
  }),
  'children.adultPhoto': read({
    who: CHILDREN,
    audited: 'adult.photo-seen',
    input: z.strictObject({ id }),
    output: picture.nullable(),
    refusals: ['unknown-adult'],
  }),
  'children.addAdult': change({
    who: CHILDREN,
    input: z
      .strictObject({
        childId: id,
        /** Somebody already known, or somebody new. */
        adult: chosenAdult,
        relation: text(60),
        acts: z.array(authorityAct),
        ...granted,
      })
      .refine(inOrder, UNTIL),
    output: z.strictObject({ id, adultId: id }),
    refusals: ['unknown-child', 'unknown-adult', 'adult-listed-already', 'document-incomplete', ...DAYS],
  }),
  'children.grant': change({
    who: CHILDREN,
    input: z
      .strictObject({
        childId: id,
        adultId: id,
        acts: z.array(authorityAct).min(1),
        /** The rights that she saw open; if others stand by now, the answer is `stale`. */
        replaces: z.array(id),
        ...granted,
        reason,
      })
      .refine(inOrder, UNTIL),
    output: z.null(),
    refusals: ['stale', 'unknown-adult', 'nothing-changed', 'authority-gap', ...DAYS],
  }),
  'children.endAuthority': change({
    who: CHILDREN,
    input: z.strictObject({ ids: z.array(id).min(1), reason }),
    output: z.null(),
    refusals: ['stale', 'unknown-authority'],
  }),
  'children.correctAdult': change({
    who: CHILDREN,
    input: z.strictObject({ id, version: z.int(), ...adultFacts.shape, reason }),
    output: z.null(),
    refusals: ['stale', 'unknown-adult', 'nothing-changed', 'document-incomplete'],
  }),
  'children.setRelation': change({
    who: CHILDREN,
    input: z.strictObject({ id, relation: text(60) }),
    output: z.null(),
    refusals: ['unknown-adult', 'nothing-changed'],
  }),
  'children.setAdultPhoto': change({
    who: CHILDREN,
    input: z.strictObject({ id, version: z.int(), picture: newPicture.nullable() }),
    output: z.null(),
    refusals: ['stale', 'unknown-adult', 'nothing-changed', ...PICTURE_REFUSALS],
  }),
  'children.orderHits': read({
    who: CHILDREN,
    input: z.strictObject({
      childIds: z.array(id).min(1),
      adult: z.union([
        z.strictObject({ id }),
        z.strictObject({
          fullName: z.string(),
          documentKind: documentKind.nullable(),
          document: z.string().nullable(),
        }),
      ]),
    }),
    output: hits,
    refusals: ['unknown-adult'],
  }),
  'children.prohibit': change({
    who: CHILDREN,
    input: z
      .strictObject({
        /** The child and the brothers and sisters whom the order protects too. */
        childIds: z.array(id).min(1).max(20),
        adult: chosenAdult,
        relation: text(60),
        orderedBy: text(120),
        orderNumber: text(120),
        orderedOn: civilDate.nullable(),
        from: civilDate.nullable(),
        until: civilDate.nullable(),
        note: optionalText(300),
      })
      .refine(inOrder, UNTIL),
    output: z.strictObject({ adultId: id, hits }),
    refusals: ['unknown-child', 'unknown-adult', 'order-entered-already', 'document-incomplete', ...DAYS],
  }),
  'children.liftOrder': change({
    who: CHILDREN,
    input: z.strictObject({ id, reason, document: text(160) }),
    output: z.null(),
    refusals: ['unknown-order', 'order-lifted-already'],
  }),
  'children.endingAuthorities': read({
    who: CHILDREN,
    input: z.strictObject({}),
    output: z.strictObject({
      today: civilDate,
      rows: z.array(endingRow),
    }),
    refusals: [],
  }),
}
