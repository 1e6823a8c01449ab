/** What becomes of an offer: she was told, she answered, it lapsed, or the office takes it back. */
import type { Contract } from '../../../shared/contract'
import type { ParsedInputOf } from '../../../shared/contract/define'
import type { CivilDate } from '../../../shared/kernel/civil-date'
import { done, refuse, refused, type Outcome } from '../../../shared/kernel/outcome'
import { inBatch } from '../../platform/batches/batches'
import type { Act } from '../../platform/seam/act'
import { findEditionInFull } from './editions.repo'
import { GIVE_TABLES, writePlace } from './give-place.service'
import { unliftedReasons } from './give.rules'
import { judgePlaces } from './judge-places.service'
import { decideAnswer, decideLapse } from './offer.rules'
import * as repo from './offer.repo'
import { knownOffer } from './sensitive.service'
import { findWait } from './wait.repo'
import type { WaitAct } from './wait.rules'
import { takeStep, WAIT_TABLES } from './wait-step.service'

/** Writes who gave her the slip or told her, and when. */
export async function tellOffer(act: Act, input: ParsedInputOf<Contract['places.tellOffer']>) {
  const offer = await knownOffer(act, input.id)
  if (!offer) return refuse('unknown-offer')
  if (offer.answer !== null) return refuse('offer-answered')
  if (input.toldOn > act.today) return refuse('day-in-the-future', undefined, 'toldOn')
  if (input.toldOn < offer.madeOn) return refuse('told-before-offered', { day: offer.madeOn }, 'toldOn')
  if (!(await repo.markOfferTold(act.trx, input, { on: input.toldOn, by: input.toldBy }))) return refuse('stale')
  await act.audit({
    event: 'offer.told',
    subjectType: 'offer',
    subjectId: offer.id,
    after: { toldOn: input.toldOn, toldBy: input.toldBy },
  })
  return done(null)
}

type AnswerInput = ParsedInputOf<Contract['places.answerOffer']>

const STEP_OF = { yes: 'accept', no: 'refuse', 'not-this-group': 'stay' } as const satisfies Record<string, WaitAct>

/** Records her answer. A yes gives the place at once, by the same weighing as any other place. */
export async function answerOffer(act: Act, input: AnswerInput) {
  const offer = await knownOffer(act, input.id)
  if (!offer) return refuse('unknown-offer')
  const heard = input.answer === 'yes' ? 'yes' : 'no'
  const reasons = decideAnswer(offer, heard, input.answeredOn, act.today)
  if (reasons.length > 0) return refused(...reasons)
  const name = { kind: 'offer-answer', title: `${offer.title} (${offer.code})`, subjectId: offer.editionId }
  const answered = await inBatch(act, name, GIVE_TABLES, async () => {
    const ended = await endOffer(act, offer, {
      version: input.version,
      answer: heard === 'yes' ? 'accepted' : 'declined',
      step: STEP_OF[input.answer],
      on: input.answeredOn,
      reason: input.note,
      toldBy: input.toldBy,
    })
    if (!ended.ok || heard === 'no') return ended.ok ? done(null) : ended
    return placeFor(act, offer, input)
  })
  return answered.ok ? done({ placeId: answered.value.result }) : answered
}

/** Her turn was weighed when the place was offered; everything else is weighed anew. */
async function placeFor(act: Act, offer: repo.OfferRow, input: AnswerInput) {
  const edition = await findEditionInFull(act.db, offer.editionId, act.today)
  if (!edition) return refuse('unknown-edition')
  const { personId } = offer
  const openedOn = input.openedOn ?? (edition.startsOn > act.today ? edition.startsOn : act.today)
  const judged = await judgePlaces(act, edition, { people: [personId], openedOn, together: false })
  const found = judged.get(personId)
  if (!found) return refuse('stale')
  const judgement = { ...found, passes: [], warnings: found.warnings.filter((each) => each.kind !== 'turn') }
  const accepted = new Set(input.despite?.keys ?? [])
  const reasons = [...judgement.hard, ...unliftedReasons(judgement.warnings, accepted, act.actor.role)]
  if (reasons.length > 0) return refused(...reasons)
  const placeId = await writePlace(act, edition, { personId, openedOn, judgement, despite: input.despite ?? null })
  await repo.setPlace(act.trx, offer.id, placeId)
  return done(placeId)
}

const EVENTS = {
  accepted: 'offer.accepted',
  declined: 'offer.declined',
  lapsed: 'offer.lapsed',
  void: 'offer.void',
} as const

interface Ending {
  readonly version: number
  readonly answer: 'accepted' | 'declined' | 'lapsed' | 'void'
  readonly step: WaitAct
  readonly on: CivilDate
  readonly reason: string
  readonly toldBy?: string
}

/** Ends an offer together with the step of the request that it stood for. */
async function endOffer(act: Act, offer: repo.OfferRow, end: Ending) {
  const wait = await findWait(act.db, offer.waitId)
  if (!wait) return refuse('unknown-offer')
  const stepped = await takeStep(act, wait, end.step, {
    reason: end.reason,
    ...(end.toldBy ? { toldOn: end.on, toldBy: end.toldBy } : {}),
  })
  // An open offer stands on an offered request; if that has moved, the page is behind.
  if (!stepped.ok) return refuse('stale')
  const marked = await repo.markAnswered(
    act.trx,
    { id: offer.id, version: end.version },
    { answer: end.answer, on: end.on, note: end.reason || null },
  )
  if (!marked) return refuse('stale')
  await act.audit({
    event: EVENTS[end.answer],
    subjectType: 'offer',
    subjectId: offer.id,
    before: { personId: offer.personId, editionId: offer.editionId, untilOn: offer.untilOn },
    after: { answer: end.answer, on: end.on, step: end.step },
    reason: end.reason || undefined,
  })
  return done(null)
}

/** Puts those whose offers lapsed back in their turn, with their date: silence is not a no. All or none. */
export async function returnLapsed(act: Act, input: ParsedInputOf<Contract['places.returnLapsed']>) {
  const name = { kind: 'offers-lapsed', title: String(input.offers.length) }
  const returned = await inBatch(act, name, WAIT_TABLES, async () => {
    for (const chosen of input.offers) {
      const one = await returnOne(act, chosen, input.note)
      if (!one.ok) return one
    }
    return done(input.offers.length)
  })
  return returned.ok ? done({ count: returned.value.result, batchId: returned.value.batchId }) : returned
}

async function returnOne(
  act: Act,
  chosen: { readonly id: string; readonly version: number },
  note: string,
): Promise<Outcome<null, 'unknown-offer' | 'offer-answered' | 'offer-not-lapsed' | 'stale'>> {
  const offer = await knownOffer(act, chosen.id)
  if (!offer) return refuse('unknown-offer')
  const reason = decideLapse(offer, act.today)
  if (reason) return refused(reason)
  return endOffer(act, offer, {
    version: chosen.version,
    answer: 'lapsed',
    step: 'return',
    on: act.today,
    reason: note,
  })
}

/** Takes an offer back before she answered; she keeps her turn. */
export async function recallOffer(act: Act, input: ParsedInputOf<Contract['places.recallOffer']>) {
  const offer = await knownOffer(act, input.id)
  if (!offer) return refuse('unknown-offer')
  if (offer.answer !== null) return refuse('offer-answered')
  if (input.reason === '') return refuse('wait-needs-reason', undefined, 'reason')
  return endOffer(act, offer, {
    version: input.version,
    answer: 'void',
    step: 'recall',
    on: act.today,
    reason: input.reason,
  })
}
