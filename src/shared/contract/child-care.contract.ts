/**
 * Channels of what a child needs around her: her own papers, things asked for and given, and the first times of her life.
 * No paper of hers may say where she lives (Mandela 28), so each is looked at for that.
 */
import { z } from 'zod'
import { civilDate } from '../kernel/civil-date'
import { id } from '../kernel/ids'
import { CHILDREN } from '../kernel/roles'
import { change, issue, read } from './define'
import { issuedPaper } from './paper'
import { newPicture, picture, PICTURE_REFUSALS } from './picture'

const text = (max: number) => z.string().trim().min(1).max(max)
const optionalText = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .transform((typed) => typed || null)
    .nullable()

export const CHILD_PAPER_KINDS = ['birth-proof', 'birth-record', 'curp', 'health-card', 'health-affiliation'] as const
export const childPaperKind = z.enum(CHILD_PAPER_KINDS)
export type ChildPaperKind = z.infer<typeof childPaperKind>
export const childPaperState = z.enum(['missing', 'asked', 'has'])
/** Whether the paper says where she was born or lives: nobody looked yet, it does not, it does. */
export const namesPlace = z.enum(['unchecked', 'no', 'yes'])

const childPaper = z.strictObject({
  kind: childPaperKind,
  /** 0 while nobody has said anything of it. */
  version: z.int(),
  state: childPaperState,
  askedOn: civilDate.nullable(),
  askedOf: z.string().nullable(),
  copySeenOn: civilDate.nullable(),
  copySeenBy: z.string().nullable(),
  namesPlace,
  note: z.string().nullable(),
})
export type ChildPaper = z.output<typeof childPaper>

const childName = z.strictObject({
  id,
  code: z.string(),
  surname1: z.string(),
  surname2: z.string().nullable(),
  givenNames: z.string(),
})

export const NEED_KINDS = [
  'cot',
  'nappies',
  'formula',
  'clothes',
  'shoes',
  'blanket',
  'hygiene',
  'toy',
  'other',
] as const
export const needKind = z.enum(NEED_KINDS)
export const needState = z.enum(['asked', 'promised', 'part', 'met', 'dropped'])
export type NeedState = z.infer<typeof needState>
export const needAct = z.enum(['promised', 'delivered', 'withdrawn'])
export type NeedAct = z.infer<typeof needAct>

const needStep = z.strictObject({
  id,
  kind: needAct,
  day: civilDate,
  quantity: z.int(),
  who: z.string(),
  note: z.string().nullable(),
})
const need = z.strictObject({
  id,
  version: z.int(),
  child: childName,
  kind: needKind,
  what: z.string().nullable(),
  size: z.string().nullable(),
  quantity: z.int(),
  askedOn: civilDate,
  droppedOn: civilDate.nullable(),
  dropReason: z.string().nullable(),
  state: needState,
  given: z.int(),
  /** Promised and not given yet. */
  pledged: z.int(),
  steps: z.array(needStep),
})
export type Need = z.output<typeof need>

const first = z.strictObject({
  id,
  version: z.int(),
  day: civilDate,
  what: z.string(),
  withWhom: z.string().nullable(),
  outing: z.strictObject({ id, folio: z.string() }).nullable(),
  hasPhoto: z.boolean(),
  photoConsent: z.string().nullable(),
})
export type FirstExperience = z.output<typeof first>

const firstFacts = {
  day: civilDate,
  what: text(200),
  withWhom: optionalText(120),
  outingId: id.nullable(),
}
const photo = {
  picture: newPicture.nullable(),
  /** The paper by which her mother agreed to the photo; none, no photo. */
  photoConsent: optionalText(120),
}
const photoAgreed = (input: { picture: string | null; photoConsent: string | null }): boolean =>
  input.picture === null || input.photoConsent !== null

export const childCareContract = {
  'children.checklist': read({
    who: CHILDREN,
    audited: 'child.checklist-read',
    input: z.strictObject({ id }),
    output: z.strictObject({ today: civilDate, papers: z.array(childPaper) }),
    refusals: ['unknown-child'],
  }),
  'children.setPaper': change({
    who: CHILDREN,
    input: z.strictObject({
      childId: id,
      kind: childPaperKind,
      version: z.int(),
      state: childPaperState,
      askedOn: civilDate.nullable(),
      askedOf: optionalText(120),
      copySeenOn: civilDate.nullable(),
      namesPlace,
      note: optionalText(300),
    }),
    output: z.null(),
    refusals: ['stale', 'unknown-child', 'nothing-changed', 'day-in-the-future', 'paper-asked-when', 'paper-not-here'],
  }),
  'children.needs': read({
    who: CHILDREN,
    audited: 'child.needs-read',
    input: z.strictObject({ id }),
    output: z.strictObject({ today: civilDate, needs: z.array(need) }),
    refusals: ['unknown-child'],
  }),
  'children.openNeeds': read({
    who: CHILDREN,
    input: z.strictObject({}),
    output: z.strictObject({ today: civilDate, needs: z.array(need) }),
    refusals: [],
  }),
  'children.askNeed': change({
    who: CHILDREN,
    input: z
      .strictObject({
        childId: id,
        kind: needKind,
        what: optionalText(120),
        size: optionalText(40),
        quantity: z.int().min(1).max(9999),
        askedOn: civilDate,
      })
      .refine((input) => input.kind !== 'other' || input.what !== null, { path: ['what'] }),
    output: z.strictObject({ id }),
    refusals: ['unknown-child', 'day-in-the-future'],
  }),
  'children.stepNeed': change({
    who: CHILDREN,
    input: z.strictObject({
      id,
      version: z.int(),
      kind: needAct,
      day: civilDate,
      quantity: z.int().min(1).max(9999),
      /** Who promised, who brought, who withdrew. */
      who: text(120),
      note: optionalText(200),
    }),
    output: z.null(),
    refusals: ['stale', 'unknown-need', 'need-met', 'need-dropped', 'need-not-promised', 'day-in-the-future'],
  }),
  'children.dropNeed': change({
    who: CHILDREN,
    input: z.strictObject({ id, version: z.int(), reason: text(300) }),
    output: z.null(),
    refusals: ['stale', 'unknown-need', 'need-met', 'need-dropped'],
  }),
  'children.printNeeds': issue({
    who: CHILDREN,
    input: z.strictObject({}),
    output: issuedPaper,
    refusals: ['stale', 'no-open-needs'],
  }),
  'children.firsts': read({
    who: CHILDREN,
    audited: 'child.firsts-read',
    input: z.strictObject({ id }),
    output: z.strictObject({
      today: civilDate,
      firsts: z.array(first),
      /** Outings she made, to choose the one it happened on. */
      outings: z.array(z.strictObject({ id, folio: z.string(), day: civilDate, reason: z.string() })),
    }),
    refusals: ['unknown-child'],
  }),
  'children.firstPhoto': read({
    who: CHILDREN,
    audited: 'child.photo-seen',
    input: z.strictObject({ id }),
    output: picture.nullable(),
    refusals: ['unknown-first'],
  }),
  'children.addFirst': change({
    who: CHILDREN,
    input: z.strictObject({ childId: id, ...firstFacts, ...photo }).refine(photoAgreed, { path: ['photoConsent'] }),
    output: z.strictObject({ id }),
    refusals: ['unknown-child', 'outing-unknown', 'day-in-the-future', ...PICTURE_REFUSALS],
  }),
  'children.correctFirst': change({
    who: CHILDREN,
    input: z.strictObject({ id, version: z.int(), ...firstFacts, reason: text(300) }),
    output: z.null(),
    refusals: ['stale', 'unknown-first', 'outing-unknown', 'day-in-the-future', 'nothing-changed'],
  }),
  /** Her mother no longer agrees to the photo: it is destroyed, the memory stays. */
  'children.forgetFirstPhoto': change({
    who: CHILDREN,
    input: z.strictObject({ id, version: z.int(), reason: text(300) }),
    output: z.null(),
    refusals: ['stale', 'unknown-first', 'nothing-changed'],
  }),
  'children.removeFirst': change({
    who: CHILDREN,
    input: z.strictObject({ id, version: z.int(), reason: text(300) }),
    output: z.null(),
    refusals: ['stale', 'unknown-first'],
  }),
  'children.printFirsts': issue({
    who: CHILDREN,
    input: z.strictObject({ id, withPhotos: z.boolean() }),
    output: issuedPaper,
    refusals: ['stale', 'unknown-child', 'no-firsts'],
  }),
}
