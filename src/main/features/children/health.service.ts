/** A child's health on one page, and what is written into it: growth, check-ups, weeks of pregnancy, withdrawals. */
import type { Output } from '../../../shared/contract'
import type { childHealthContract } from '../../../shared/contract/child-health.contract'
import type { Growth } from '../../../shared/contract/child-health-facts'
import type { ParsedInputOf } from '../../../shared/contract/define'
import { atCenter, wholeMonthsBetween, type CivilDate, type Instant } from '../../../shared/kernel/civil-date'
import { done, refuse, refused, type Outcome } from '../../../shared/kernel/outcome'
import type { ReadDb } from '../../platform/db/types'
import type { Act, Look } from '../../platform/seam/act'
import { settingsOn } from '../../platform/settings/settings'
import { ageInMonths, monthsOn, oddities } from './growth.rules'
import { asKnown, checkLines, doseLines, schemeOn } from './scheme.rules'
import { correctedMonths, promptsOf } from './screening.rules'
import * as repo from './health.repo'
import { listSchemes, type Scheme } from './scheme.repo'
import { listAreas, listScreenings } from './screening.repo'

type Parsed<Name extends keyof typeof childHealthContract> = ParsedInputOf<(typeof childHealthContract)[Name]>

/** One child, for whoever writes into the health file. */
export async function findHealthChild(db: ReadDb, id: string): Promise<repo.HealthChild | undefined> {
  const [child] = await repo.listHealthChildren(db, { id })
  return child
}

/** The scheme in force on a day; the public one that Umbral came with holds from long ago. */
export async function schemeInForce(db: ReadDb, day: CivilDate): Promise<Scheme> {
  const scheme = schemeOn(await listSchemes(db), day)
  if (!scheme) throw new Error('No scheme is in force: the one that Umbral came with is missing')
  return scheme
}

export const nameOfScheme = ({ id, name, source, sourceDay, fromDay }: Scheme) => ({
  ...{ id, name, source, sourceDay, fromDay },
})

/** Ages as the health pages say them. */
export const ageFacts = (child: repo.HealthChild, today: CivilDate) => ({
  months: monthsOn(child.birthDate, today),
  approximate: child.birthPrecision === 'approximate',
  correctedMonths: correctedMonths(child.birthDate, child.weeks, today),
})

/** Why a day cannot be one on which something was seen to: still ahead, or before the child was born. */
export function dayFault(child: repo.HealthChild, day: CivilDate, today: CivilDate) {
  if (day > today) return refuse('day-in-the-future', undefined, 'day')
  // An approximate birth date is no proof against what stands on a card.
  if (child.birthPrecision === 'exact' && child.birthDate && day < child.birthDate)
    return refuse('before-birth', { day: child.birthDate }, 'day')
  return undefined
}

const onDay = <Row extends { readonly recordedAt: Instant }>(timezone: string) => {
  return ({ recordedAt, ...row }: Row) => ({ ...row, recordedOn: atCenter(recordedAt, timezone).day })
}

/** All that is known of a child's health. */
export async function health(
  look: Look,
  input: { id: string },
): Promise<Outcome<Output<'children.health'>, 'unknown-child'>> {
  const { db, today } = look
  const child = await findHealthChild(db, input.id)
  if (!child) return refuse('unknown-child')
  const timezone = await repo.findTimezone(db)
  const scheme = await schemeInForce(db, today)
  const doses = (await repo.listDoses(db, child.id)).map(onDay(timezone))
  const checks = (await repo.listChecks(db, child.id)).map(onDay(timezone))
  const screenings = await listScreenings(db, child.id)
  const areas = await listAreas(db, child.id)
  const { screeningRetestDays: retestDays, referralAnswerDays: answerDays } = await settingsOn(db, today)
  const { id, surname1, surname2, givenNames, sex, birthDate, weeks, gestationVersion } = child
  return done({
    ...{ id, surname1, surname2, givenNames, sex, birthDate, today },
    age: ageFacts(child, today),
    gestation: weeks === null || gestationVersion === null ? null : { weeks, version: gestationVersion },
    scheme: nameOfScheme(scheme),
    growth: await growthOf(db, child, timezone),
    doses: asKnown(doseLines(scheme.doses, doses, birthDate, today), doses.length === 0),
    checks: asKnown(checkLines(scheme.checks, checks, birthDate, today), doses.length + checks.length === 0),
    screenings: screenings.map(({ childId: _child, recordedAt, ...row }) => ({
      ...row,
      recordedOn: atCenter(recordedAt, timezone).day,
      areas: areas.filter((each) => each.screeningId === row.id).map(({ screeningId: _id, ...area }) => area),
    })),
    prompts: promptsOf(child, screenings, today, { retestDays, answerDays }),
  })
}

async function growthOf(db: ReadDb, child: repo.HealthChild, timezone: string): Promise<Growth[]> {
  return (await repo.listGrowth(db, child.id)).map(({ recordedAt, ...row }) => ({
    ...row,
    recordedOn: atCenter(recordedAt, timezone).day,
    months: child.birthDate && child.birthDate <= row.day ? wholeMonthsBetween(child.birthDate, row.day) : null,
    age: ageInMonths(child.birthDate, row.day),
  }))
}

const stampOf = (act: Act) => ({ at: act.now, by: act.actor.id })

/** Notes at how many weeks a child was born. */
export async function noteGestation(act: Act, input: Parsed<'children.noteGestation'>) {
  const child = await findHealthChild(act.db, input.id)
  if (!child) return refuse('unknown-child')
  if (child.weeks === input.weeks) return refuse('nothing-changed')
  const { id: childId, weeks, version } = input
  if (!(await repo.putGestation(act.trx, { childId, weeks, version, ...stampOf(act) }))) return refuse('stale')
  await act.audit({ event: 'child.gestation-noted', subjectType: 'child', subjectId: childId })
  return done(null)
}

/** Writes a measurement down. What looks odd is asked about once; whoever says that it was measured so is believed. */
export async function recordGrowth(act: Act, input: Parsed<'children.recordGrowth'>) {
  const child = await findHealthChild(act.db, input.childId)
  if (!child) return refuse('unknown-child')
  const fault = dayFault(child, input.day, act.today)
  if (fault) return fault
  const { confirmed, ...growth } = input
  const asked = confirmed
    ? []
    : oddities(growth, await repo.listGrowth(act.db, child.id), {
        months: monthsOn(child.birthDate, input.day),
        sex: child.sex === 'X' ? null : child.sex,
      })
  if (asked.length > 0) return refused(...asked)
  const id = await repo.insertGrowth(act.trx, growth, stampOf(act))
  await act.audit({
    event: 'child.growth-recorded',
    subjectType: 'child',
    subjectId: child.id,
    after: { day: input.day, measuredBy: input.measuredBy },
  })
  return done({ id })
}

/** Writes down that a check-up was made, that she was sent to one, or that it is not wanted. Nothing clinical. */
export async function recordCheck(act: Act, input: Parsed<'children.recordCheck'>) {
  const child = await findHealthChild(act.db, input.childId)
  if (!child) return refuse('unknown-child')
  const fault = dayFault(child, input.day, act.today)
  if (fault) return fault
  const made = (await repo.listChecks(act.db, child.id)).find(
    (each) => each.milestone !== null && each.milestone === input.milestone && each.outcome === 'done',
  )
  if (made) return refuse('check-done-already', { day: made.day })
  const id = await repo.insertCheck(act.trx, input, stampOf(act))
  await act.audit({
    event: 'child.check-recorded',
    subjectType: 'child',
    subjectId: child.id,
    after: { milestone: input.milestone, outcome: input.outcome, day: input.day },
  })
  return done({ id })
}

/** Takes back what was recorded by mistake. */
export async function withdraw(act: Act, input: Parsed<'children.withdrawHealth'>) {
  const childId = await repo.findOwner(act.db, input.kind, input.id)
  if (!childId) return refuse('unknown-record')
  if (!(await repo.markWithdrawn(act.trx, input, stampOf(act)))) return refuse('stale')
  await act.audit({
    event: 'child.health-withdrawn',
    subjectType: 'child',
    subjectId: childId,
    before: { kind: input.kind, id: input.id },
    reason: input.reason,
  })
  return done(null)
}
