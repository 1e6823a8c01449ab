/** Channels of offers: a place held for a woman until a day, her answer, and what the order of the list has come to. */
import { z } from 'zod'
import { civilDate } from '../kernel/civil-date'
import { id } from '../kernel/ids'
import { OFFICE, PLANNERS } from '../kernel/roles'
import { cannotBeGiven } from './candidates.contract'
import { change, issue, read } from './define'
import { issuedPaper } from './paper'
import { editionFacts, namedWoman } from './place-facts'
import { despite } from './place-states'
import { jumpReason, JUMP_REASONS, pointLine, turnReason, wait, waitState } from './waits.contract'

export const OFFER_ANSWERS = ['accepted', 'declined', 'lapsed', 'void'] as const
export type OfferAnswer = (typeof OFFER_ANSWERS)[number]

export const offer = namedWoman.extend({
  id,
  waitId: id,
  editionId: id,
  workshopId: id,
  code: z.string(),
  title: z.string(),
  dormitory: z.string().nullable(),
  madeOn: civilDate,
  madeBy: z.string().nullable(),
  /** Last day on which she may say yes. */
  untilOn: civilDate,
  /** Open past its day is lapsed: nothing happens to it by itself. */
  state: z.enum(['open', 'lapsed', 'answered']),
  /** Where she stood when it was made, of how many, with how many points. */
  turn: z.int(),
  turnOf: z.int(),
  points: z.int(),
  toldOn: civilDate.nullable(),
  toldBy: z.string().nullable(),
  answer: z.enum(OFFER_ANSWERS).nullable(),
  answeredOn: civilDate.nullable(),
  answerNote: z.string().nullable(),
  waitVersion: z.int(),
  version: z.int(),
})
export type Offer = z.infer<typeof offer>

const version = z.int()
const note = z.string().trim().max(300).default('')
const toldBy = z.string().trim().min(2).max(80)

export const offersContract = {
  /** Offers without an answer, and those answered of late; the one that ends first comes first. */
  'places.offers': read({
    who: OFFICE,
    input: z.strictObject({ editionId: id.optional() }),
    output: z.array(offer),
    refusals: [],
  }),
  /** Who would be next in an edition: everybody with a turn for its workshop, and why each stands before the next. */
  'places.proposal': read({
    who: PLANNERS,
    input: z.strictObject({ editionId: id }),
    output: z.strictObject({
      edition: editionFacts,
      /** Held by offers that still stand. */
      held: z.int(),
      free: z.int(),
      /** Last day of an offer made today. */
      untilOn: civilDate,
      rows: z.array(wait.extend({ lines: z.array(pointLine), after: turnReason.nullable() })),
    }),
    refusals: ['unknown-edition', 'sensitive-group'],
  }),
  /** Offers places of one edition to one or many; whoever is passed over needs a reason. */
  'places.offer': change({
    who: PLANNERS,
    input: z.strictObject({
      editionId: id,
      waits: z.array(z.strictObject({ id, version })).min(1).max(200),
      untilOn: civilDate,
      jump: jumpReason.optional(),
    }),
    output: z.strictObject({ offers: z.array(id), batchId: id }),
    refusals: [
      'stale',
      'unknown-edition',
      'sensitive-group',
      'unknown-wait',
      'other-workshop',
      'person-not-here',
      'place-taken-already',
      'day-in-the-past',
      'edition-over',
      'too-few-places',
      'out-of-turn',
      'wait-is-pending',
      'wait-is-offered',
      'wait-is-accepted',
      'wait-is-declined',
      'wait-is-withdrawn',
      'wait-is-removed',
      'wait-needs-reason',
      'wait-is-approved',
    ],
  }),
  /** Who gave her the slip or told her, and when. A lapsed offer that nobody told her of counts as our refusal. */
  'places.tellOffer': change({
    who: PLANNERS,
    input: z.strictObject({ id, version, toldOn: civilDate, toldBy }),
    output: z.null(),
    refusals: ['stale', 'unknown-offer', 'offer-answered', 'day-in-the-future', 'told-before-offered'],
  }),
  /** `not-this-group`: she says no to this one and goes on waiting with her date. */
  'places.answerOffer': change({
    who: PLANNERS,
    input: z.strictObject({
      id,
      version,
      answer: z.enum(['yes', 'no', 'not-this-group']),
      answeredOn: civilDate,
      /** Who took her answer. */
      toldBy,
      note,
      /** From when the place is hers, if she says yes. */
      openedOn: civilDate.optional(),
      despite: despite.optional(),
    }),
    output: z.strictObject({ placeId: id.nullable() }),
    refusals: [
      'stale',
      'unknown-offer',
      'offer-answered',
      'offer-lapsed',
      'day-in-the-future',
      'answered-before-offered',
      ...cannotBeGiven,
    ],
  }),
  /** Puts those whose offers lapsed back in their turn. Silence is not a no. */
  'places.returnLapsed': change({
    who: PLANNERS,
    input: z.strictObject({ offers: z.array(z.strictObject({ id, version })).min(1).max(200), note }),
    output: z.strictObject({ count: z.int(), batchId: id }),
    refusals: ['stale', 'unknown-offer', 'offer-answered', 'offer-not-lapsed'],
  }),
  /** Takes an offer back before she answered. */
  'places.recallOffer': change({
    who: PLANNERS,
    input: z.strictObject({ id, version, reason: note }),
    output: z.null(),
    refusals: ['stale', 'unknown-offer', 'offer-answered', 'wait-needs-reason'],
  }),
  /** Slips she can read, with a half to tear off for her answer. */
  'places.printOffers': issue({
    who: PLANNERS,
    input: z.strictObject({ ids: z.array(id).min(1).max(200) }),
    output: issuedPaper,
    refusals: ['unknown-offer', 'offer-answered', 'stale'],
  }),
  /** What she may read herself: where she stands and why. Names nobody else. */
  'places.printTurn': issue({
    who: PLANNERS,
    input: z.strictObject({ waitId: id }),
    output: issuedPaper,
    refusals: ['unknown-wait', 'stale'],
  }),
  /** Who is here and never had a place, with the months she has waited, if she waits. */
  'places.neverServed': read({
    who: OFFICE,
    input: z.strictObject({}),
    output: z.array(
      namedWoman.extend({
        dormitory: z.string().nullable(),
        /** Years of age in tens: `18-29`; null if her birth is not known. */
        ageGroup: z.enum(['18-29', '30-39', '40-49', '50-59', '60+']).nullable(),
        admittedOn: civilDate,
        monthsHere: z.int(),
        /** Since her oldest open request; null if she asked for nothing. */
        monthsWaiting: z.int().nullable(),
        workshops: z.array(z.string()),
      }),
    ),
    refusals: [],
  }),
  /** Every order that was not the proposed one, with who was passed over. */
  'places.jumps': read({
    who: OFFICE,
    input: z.strictObject({ from: civilDate, until: civilDate }),
    output: z.array(
      namedWoman.extend({
        id,
        workshop: z.string(),
        code: z.string().nullable(),
        kind: z.enum(['ahead', 'offer', 'place']),
        day: civilDate,
        reason: z.enum(JUMP_REASONS),
        note: z.string().nullable(),
        turn: z.int().nullable(),
        passed: z.array(namedWoman.extend({ state: waitState })),
        by: z.string().nullable(),
        endedOn: civilDate.nullable(),
      }),
    ),
    refusals: ['days-out-of-order'],
  }),
}
