/** Offers: who is next for a group, and holding a place for her until a day. */
import { randomUUID } from 'node:crypto'
import type { Contract, Output } from '../../../shared/contract'
import type { ParsedInputOf } from '../../../shared/contract/define'
import { addDays } from '../../../shared/kernel/civil-date'
import { done, refuse, refused, type Outcome } from '../../../shared/kernel/outcome'
import { inBatch } from '../../platform/batches/batches'
import { settingsOn } from '../../platform/settings/settings'
import type { Act, Look } from '../../platform/seam/act'
import { findEditionInFull } from './editions.repo'
import { insertJump } from './jump.repo'
import { decideMaking, lastDayOf, offerStateOn } from './offer.rules'
import * as repo from './offer.repo'
import { listPlacesOfPerson } from './places.repo'
import { passedOver, whyBefore } from './points.rules'
import { hiddenWorkshops } from './sensitive.service'
import { toWait, turns, type Turn } from './turn.service'
import { findWait } from './wait.repo'
import { takeStep, WAIT_TABLES } from './wait-step.service'
import { findPresence } from './women.repo'

/** Days for which an answered offer stays on the list. */
const ANSWERED_DAYS = 60

/** Offers without an answer, and those answered of late. */
export async function offers(
  look: Look,
  input: { editionId?: string | undefined },
): Promise<Outcome<Output<'places.offers'>, never>> {
  const hidden = await hiddenWorkshops(look)
  const rows = await repo.listOffers(look.db, {
    answeredSince: addDays(look.today, -ANSWERED_DAYS),
    ...(input.editionId ? { editionId: input.editionId } : {}),
  })
  return done(
    rows.filter((row) => !hidden.has(row.workshopId)).map((row) => ({ ...row, state: offerStateOn(row, look.today) })),
  )
}

/** Who would be next in an edition, and why each stands before the next. */
export async function proposal(
  look: Look,
  input: { editionId: string },
): Promise<Outcome<Output<'places.proposal'>, 'unknown-edition' | 'sensitive-group'>> {
  const edition = await findEditionInFull(look.db, input.editionId, look.today)
  if (!edition) return refuse('unknown-edition')
  if ((await hiddenWorkshops(look)).has(edition.workshopId)) return refuse('sensitive-group')
  const held = await repo.countHeld(look.db, edition.id, look.today)
  const list = await inTurn(look, edition.workshopId)
  const { id, code, workshopId, title, capacity, taken, startsOn, endsOn } = edition
  return done({
    edition: { id, code, workshopId, title, capacity, taken, startsOn, endsOn },
    held,
    free: Math.max(0, capacity - taken - held),
    untilOn: lastDayOf(look.today, (await settingsOn(look.db, look.today)).offerDays),
    rows: list.map((row, at) => {
      const next = list[at + 1]
      return { ...toWait(row), lines: [...row.points.lines], after: next ? whyBefore(row, next) : null }
    }),
  })
}

const inTurn = async (look: Look, workshopId: string): Promise<readonly Turn[]> =>
  (await turns(look, { workshopId })).filter((row) => row.position !== null)

/** Holds places for one or many until a day. All or none; undone as one. */
export async function makeOffers(act: Act, input: ParsedInputOf<Contract['places.offer']>) {
  const edition = await findEditionInFull(act.db, input.editionId, act.today)
  if (!edition) return refuse('unknown-edition')
  if ((await hiddenWorkshops(act)).has(edition.workshopId)) return refuse('sensitive-group')
  const list = await inTurn(act, edition.workshopId)
  const chosen = new Set(input.waits.map((wait) => wait.id))
  const passed = passedOver(list, chosen)
  const held = await repo.countHeld(act.db, edition.id, act.today)
  const reasons = decideMaking({
    today: act.today,
    untilOn: input.untilOn,
    editionEndsOn: edition.endsOn,
    editionClosed: edition.closed,
    free: Math.max(0, edition.capacity - edition.taken - held),
    wanted: chosen.size,
    passed: passed.length,
    hasReason: input.jump !== undefined,
  })
  if (reasons.length > 0) return refused(...reasons)
  const name = { kind: 'offers', title: `${edition.title} (${edition.code})`, subjectId: edition.id }
  const made = await inBatch(act, name, WAIT_TABLES, async () => {
    const ids: string[] = []
    for (const wait of input.waits) {
      const one = await makeOne(act, wait, { edition, list, passed, input })
      if (!one.ok) return one
      ids.push(one.value)
    }
    return done(ids)
  })
  return made.ok ? done({ offers: made.value.result, batchId: made.value.batchId }) : made
}

interface Making {
  readonly edition: { readonly id: string; readonly workshopId: string; readonly title: string; readonly code: string }
  readonly list: readonly Turn[]
  readonly passed: readonly Turn[]
  readonly input: ParsedInputOf<Contract['places.offer']>
}

async function makeOne(act: Act, chosen: { id: string; version: number }, { edition, list, passed, input }: Making) {
  const wait = await findWait(act.db, chosen.id)
  if (!wait) return refuse('unknown-wait')
  if (wait.workshopId !== edition.workshopId) return refuse('other-workshop')
  if (!(await findPresence(act.db, wait.personId))?.isHere) return refuse('person-not-here')
  const places = await listPlacesOfPerson(act.db, wait.personId)
  if (places.some((place) => place.editionId === edition.id && place.endedOn === null))
    return refuse('place-taken-already')
  const stepped = await takeStep(act, { ...wait, version: chosen.version }, 'offer')
  if (!stepped.ok) return stepped
  const hers = list.find((row) => row.id === wait.id)
  const turn = hers?.position ?? list.length
  const id = randomUUID()
  const offer = {
    editionId: edition.id,
    untilOn: input.untilOn,
    turn,
    turnOf: list.length,
    points: hers?.points.sum ?? 0,
  }
  await repo.insertOffer(act.trx, { id, waitId: wait.id, madeOn: act.today, madeBy: act.actor.id, ...offer })
  const before = passed.filter((row) => (row.position ?? 0) < turn).map((row) => row.id)
  if (input.jump && before.length > 0)
    await insertJump(act.trx, {
      id: randomUUID(),
      personId: wait.personId,
      workshopId: wait.workshopId,
      waitId: wait.id,
      editionId: edition.id,
      kind: 'offer',
      day: act.today,
      reason: input.jump.reason,
      note: input.jump.note || null,
      turn,
      passed: before,
      by: act.actor.id,
    })
  await act.audit({
    event: 'offer.made',
    subjectType: 'offer',
    subjectId: id,
    after: { personId: wait.personId, ...offer, ...(before.length > 0 ? { passed: before.length } : {}) },
    reason: before.length > 0 ? input.jump?.note || input.jump?.reason : undefined,
  })
  return done(id)
}
