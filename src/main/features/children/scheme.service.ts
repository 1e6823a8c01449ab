/** The versions of the scheme of vaccines and check-ups, and a new one. What was recorded stays as it was recorded. */
import type { Output } from '../../../shared/contract'
import type { childHealthContract } from '../../../shared/contract/child-health.contract'
import type { ParsedInputOf } from '../../../shared/contract/define'
import { done, refuse, type Outcome } from '../../../shared/kernel/outcome'
import { squeeze } from '../../../shared/kernel/text'
import type { Act, Look } from '../../platform/seam/act'
import { nameOfScheme } from './health.service'
import { doseKey, listedTwice, milestoneOf, schemeOn } from './scheme.rules'
import * as repo from './scheme.repo'

type Parsed = ParsedInputOf<(typeof childHealthContract)['children.addScheme']>

/** All versions, the latest first, and which is in force. */
export async function schemes(look: Look): Promise<Outcome<Output<'children.schemes'>, never>> {
  const all = await repo.listSchemes(look.db)
  const current = schemeOn(all, look.today)
  return done(
    all.map((scheme) => ({
      ...nameOfScheme(scheme),
      addedBy: scheme.addedBy,
      inForce: scheme.id === current?.id,
      doses: [...scheme.doses],
      checks: [...scheme.checks],
    })),
  )
}

const isSame = (a: Pick<Parsed, 'doses' | 'checks'>, b: Pick<repo.Scheme, 'doses' | 'checks'>): boolean =>
  JSON.stringify([a.doses, a.checks]) === JSON.stringify([b.doses, b.checks])

/** Adds a version from a day on: one that has passed too, so that what is overdue is counted by the right one. */
export async function addScheme(act: Act, input: Parsed) {
  if (input.sourceDay > act.today) return refuse('day-in-the-future', undefined, 'sourceDay')
  const scheme = {
    ...input,
    doses: input.doses.map((row) => ({ ...row, vaccine: squeeze(row.vaccine), dose: squeeze(row.dose) })),
  }
  const twice = listedTwice(scheme.doses.map(doseKey))
  const row = scheme.doses.find((each) => doseKey(each) === twice)
  if (row) return refuse('dose-listed-twice', { dose: `${row.vaccine} ${row.dose}` }, 'doses')
  const again = listedTwice(scheme.checks.map(milestoneOf))
  if (again) return refuse('check-listed-twice', undefined, 'checks')
  const before = schemeOn(await repo.listSchemes(act.db), act.today)
  if (before && before.sourceDay === input.sourceDay && isSame(scheme, before)) return refuse('nothing-changed')
  const id = await repo.insertScheme(act.trx, scheme, { at: act.now, by: act.actor.id })
  await act.audit({
    event: 'scheme.added',
    subjectType: 'scheme',
    subjectId: id,
    ...(before ? { before: { id: before.id, name: before.name, sourceDay: before.sourceDay } } : {}),
    after: { name: input.name, sourceDay: input.sourceDay, fromDay: input.fromDay, doses: scheme.doses.length },
  })
  return done({ id })
}
