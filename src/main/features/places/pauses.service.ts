/** Acts on places that rest: days on which she does not attend, suspensions by hand and by absence, seats. */
import { randomUUID } from 'node:crypto'
import type { ParsedInputOf } from '../../../shared/contract/define'
import type { pausesContract } from '../../../shared/contract/pauses.contract'
import { addDays, type CivilDate } from '../../../shared/kernel/civil-date'
import { done, refuse, refused } from '../../../shared/kernel/outcome'
import type { Act } from '../../platform/seam/act'
import { settingsOn } from '../../platform/settings/settings'
import { stateOf } from './allocation.rules'
import { findEditionInFull, listSlots, putSeating } from './editions.repo'
import { decideExclude, decideResume, decideSuspend, reviewDay } from './pauses.rules'
import * as repo from './pauses.repo'
import { findPlace, listPlacesOfPerson } from './places.repo'

type Input<Name extends keyof typeof pausesContract> = ParsedInputOf<(typeof pausesContract)[Name]>

async function findPaused(act: Act, placeId: string) {
  const place = await findPlace(act.db, placeId)
  if (!place) return undefined
  const pauses = await repo.listPauses(act.db, { placeId })
  return { place, ...pauses, state: stateOf(place, pauses.suspensions, act.today) }
}

const earlier = (a: CivilDate, b: CivilDate): CivilDate => (a < b ? a : b)

/** Writes days on which she does not attend: she is off roll and lists, and they leave her denominator. */
export async function exclude(act: Act, input: Input<'places.exclude'>) {
  const found = await findPaused(act, input.placeId)
  if (!found) return refuse('unknown-place')
  const slots = await listSlots(act.db, [found.place.editionId])
  const reasons = decideExclude({ state: found.state, today: act.today, slots, standing: found.exclusions }, input)
  const [first] = reasons
  if (first === 'place-ended-already' || first === 'days-reversed' || first === 'review-in-the-past')
    return refuse(first)
  if (first === 'not-in-the-pattern' || first === 'excluded-already') return refuse(first)
  if (input.from < act.today && (await repo.isClosedOn(act.db, input.from)))
    return refuse('past-month-closed', { month: input.from.slice(0, 7) }, 'from')
  const rows = input.days.map((day) => ({
    id: randomUUID(),
    placeId: input.placeId,
    ...day,
    reason: input.reason,
    note: input.note || null,
    from: input.from,
    until: input.until,
    reviewOn: input.reviewOn,
    version: 1,
  }))
  await repo.insertExclusions(act.trx, rows)
  for (const { id, version: _version, ...after } of rows)
    await act.audit({ event: 'exclusion.written', subjectType: 'exclusion', subjectId: id, after })
  return done({ ids: rows.map((row) => row.id) })
}

/** She attends again from a day on. */
export async function endExclusion(act: Act, input: Input<'places.endExclusion'>) {
  const row = await repo.findExclusion(act.db, input.id)
  if (!row) return refuse('unknown-exclusion')
  const until = addDays(input.attendsFrom, -1)
  if (row.until !== null && row.until <= until) return refuse('exclusion-ended-already', { day: row.until })
  const changesFrom = earlier(input.attendsFrom, row.from)
  if (changesFrom < act.today && (await repo.isClosedOn(act.db, input.attendsFrom)))
    return refuse('past-month-closed', { month: input.attendsFrom.slice(0, 7) }, 'attendsFrom')
  if (!(await repo.markExclusionEnded(act.trx, row.id, input.version, until))) return refuse('stale')
  await act.audit({
    event: 'exclusion.ended',
    subjectType: 'exclusion',
    subjectId: row.id,
    before: { placeId: row.placeId, weekday: row.weekday, until: row.until },
    after: { until },
  })
  return done(null)
}

/** Suspends a place by hand: the seat is kept and she is not expected. */
export async function suspend(act: Act, input: Input<'places.suspend'>) {
  const found = await findPaused(act, input.placeId)
  if (!found) return refuse('unknown-place')
  const { place, suspensions, state } = found
  const facts = { state, openedOn: place.openedOn, today: act.today, rests: suspensions }
  const [first] = decideSuspend(facts, input)
  if (first === 'before-it-opened') return refuse(first, { day: place.openedOn }, 'from')
  if (first && first !== 'place-not-suspended' && first !== 'away-suspends') return refuse(first)
  if (input.from < act.today && (await repo.isClosedOn(act.db, input.from)))
    return refuse('past-month-closed', { month: input.from.slice(0, 7) }, 'from')
  const { suspensionDays } = await settingsOn(act.db, act.today)
  const id = randomUUID()
  const after = {
    placeId: place.id,
    cause: input.cause,
    from: input.from,
    backOn: input.backOn,
    reviewOn: reviewDay(input, suspensionDays),
    note: input.note || null,
  }
  await repo.insertSuspensions(act.trx, [{ id, version: 1, absenceId: null, ...after }])
  await act.audit({ event: 'place.suspended', subjectType: 'suspension', subjectId: id, after })
  return done({ id })
}

/** She is expected again from a day on; a suspension that has not begun is called off. */
export async function resume(act: Act, input: Input<'places.resume'>) {
  const row = await repo.findSuspension(act.db, input.id)
  const found = row && (await findPaused(act, row.placeId))
  if (!row || !found) return refuse('unknown-suspension')
  const no = decideResume(found.state, row, act.today, input.backOn)
  if (no === 'days-reversed') return refuse(no, undefined, 'backOn')
  if (no === 'place-ended-already' || no === 'place-not-suspended' || no === 'away-suspends') return refuse(no)
  const backOn = row.from > act.today ? row.from : input.backOn
  if (backOn < act.today && (await repo.isClosedOn(act.db, backOn)))
    return refuse('past-month-closed', { month: backOn.slice(0, 7) }, 'backOn')
  if (!(await repo.markBack(act.trx, row.id, input.version, backOn))) return refuse('stale')
  await act.audit({
    event: 'place.resumed',
    subjectType: 'suspension',
    subjectId: row.id,
    before: { placeId: row.placeId, cause: row.cause, from: row.from },
    after: { backOn },
  })
  return done(null)
}

/** Whether suspended places of an edition free their seats. */
export async function setSeating(act: Act, input: Input<'places.setSeating'>) {
  const edition = await findEditionInFull(act.db, input.editionId, act.today)
  if (!edition) return refuse('unknown-edition')
  if (edition.suspendedFrees === input.suspendedFrees) return refused({ code: 'nothing-changed' })
  await putSeating(act.trx, edition.id, input.suspendedFrees)
  await act.audit({
    event: 'edition.seating-changed',
    subjectType: 'edition',
    subjectId: edition.id,
    before: { suspendedFrees: edition.suspendedFrees },
    after: { suspendedFrees: input.suspendedFrees },
  })
  return done(null)
}

/**
 * She is away from the center: her open places rest by themselves until she is back, beside whatever somebody suspended
 * by hand. For the people slice, inside its own act. Answers of how many.
 */
export async function suspendPlacesWhileAway(
  act: Act,
  personId: string,
  absenceId: string,
  from: CivilDate,
): Promise<number> {
  const open = (await listPlacesOfPerson(act.db, personId)).filter((place) => place.endedOn === null)
  const { suspensions } = await repo.listPauses(act.db, { personId })
  const resting = new Set(
    suspensions.filter((rest) => rest.cause === 'away' && rest.backOn === null).map((rest) => rest.placeId),
  )
  const rows = open.filter((place) => !resting.has(place.id)).map((place) => awayRow(place.id, absenceId, from))
  await repo.insertSuspensions(act.trx, rows)
  for (const { id, version: _version, ...after } of rows)
    await act.audit({ event: 'place.suspended', subjectType: 'suspension', subjectId: id, after })
  return rows.length
}

const awayRow = (placeId: string, absenceId: string, from: CivilDate) => ({
  id: randomUUID(),
  placeId,
  cause: 'away' as const,
  absenceId,
  from,
  backOn: null,
  reviewOn: null,
  note: null,
  version: 1,
})

/** The same for a place that she is given while she is away. */
export async function restNewPlace(act: Act, placeId: string, absence: { id: string; from: CivilDate }): Promise<void> {
  await repo.insertSuspensions(act.trx, [awayRow(placeId, absence.id, absence.from)])
}

/**
 * She is back (or will not be back, or the absence was a mistake): takes back exactly what that absence suspended, and
 * nothing that somebody suspended by hand. From `backOn` on she is expected again; without it, from today.
 */
export async function restorePlacesAfterAway(act: Act, absenceId: string, backOn?: CivilDate): Promise<number> {
  const open = await repo.listOpenOfAbsence(act.db, absenceId)
  for (const row of open) {
    const wanted = backOn ?? act.today
    const day = wanted < row.from ? row.from : wanted
    await repo.markBack(act.trx, row.id, row.version, day)
    await act.audit({
      event: 'place.resumed',
      subjectType: 'suspension',
      subjectId: row.id,
      before: { placeId: row.placeId, cause: row.cause, from: row.from },
      after: { backOn: day },
    })
  }
  return open.length
}
