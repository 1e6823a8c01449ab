/** Screenings of development as they are recorded, and the referrals that follow. */
import type { Area, Screened } from '../../../shared/contract/child-development'
import type { childHealthContract } from '../../../shared/contract/child-health.contract'
import type { ParsedInputOf } from '../../../shared/contract/define'
import { done, refuse } from '../../../shared/kernel/outcome'
import type { Act } from '../../platform/seam/act'
import { dayFault, findHealthChild } from './health.service'
import { correctedMonths, overallOf, screeningFault } from './screening.rules'
import * as repo from './screening.repo'

type Parsed<Name extends keyof typeof childHealthContract> = ParsedInputOf<(typeof childHealthContract)[Name]>
type Result = { readonly area: Screened | Area; readonly light: repo.NewScreening['overall']; readonly total?: number }

/** Keeps who screened with what, the light of each area and, of the ASQ-3, its total. The whole is the worst of them. */
export async function recordScreening(act: Act, input: Parsed<'children.recordScreening'>) {
  const child = await findHealthChild(act.db, input.childId)
  if (!child) return refuse('unknown-child')
  const fault = dayFault(child, input.day, act.today)
  if (fault) return fault
  const results: readonly Result[] = input.areas
  const wrong = screeningFault(results)
  if (wrong) return refuse(wrong.code, undefined, wrong.area)
  if (input.referral && input.referral.on < input.day) return refuse('referral-before-screening', { day: input.day })
  if (input.referral && input.referral.on > act.today) return refuse('day-in-the-future', undefined, 'referral')
  const overall = overallOf(results.map(({ light }) => light))
  const { instrument, instrumentVersion, day, ageGroup, evaluator, referral } = input
  const id = await repo.insertScreening(
    act.trx,
    {
      ...{ childId: child.id, instrument, instrumentVersion, day, ageGroup, evaluator, overall, referral },
      corrected: correctedMonths(child.birthDate, child.weeks, day) !== null,
      areas: results.map(({ area, light, total }) => ({ area, light, total: total ?? null })),
    },
    { at: act.now, by: act.actor.id },
  )
  // The light itself stays in the file: the audit page is read by others for other reasons.
  await act.audit({
    event: 'child.screening-recorded',
    subjectType: 'child',
    subjectId: child.id,
    after: { instrument, day, evaluator },
  })
  return done({ id, overall })
}

/** Refers the child, or notes that the service answered. */
export async function followReferral(act: Act, input: Parsed<'children.followReferral'>) {
  const screening = await repo.findScreening(act.db, input.id)
  if (!screening) return refuse('unknown-record')
  if (input.on > act.today || (input.answeredOn && input.answeredOn > act.today)) return refuse('day-in-the-future')
  if (input.on < screening.day) return refuse('referral-before-screening', { day: screening.day }, 'on')
  if (input.answeredOn && input.answeredOn < input.on) return refuse('answer-before-referral', { day: input.on })
  if (!(await repo.markReferral(act.trx, input))) return refuse('stale')
  await act.audit({
    event: 'child.referral-followed',
    subjectType: 'child',
    subjectId: screening.childId,
    after: { on: input.on, answeredOn: input.answeredOn },
  })
  return done(null)
}
