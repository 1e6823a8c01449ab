/** Reports on the order: who was never served, and each time the order was not the proposed one. */
import type { Output } from '../../../shared/contract'
import { wholeMonthsBetween, type CivilDate } from '../../../shared/kernel/civil-date'
import { done, refuse, type Outcome } from '../../../shared/kernel/outcome'
import { inOrder } from '../../../shared/kernel/text'
import type { Look } from '../../platform/seam/act'
import * as repo from './fairness.repo'
import { ageGroupOn } from './fairness.rules'
import { hiddenWorkshops } from './sensitive.service'
import { listOpenWaits, type WaitRow } from './wait.repo'

/** Who is here and never had a place; what they wait for and since when. */
export async function neverServed(look: Look): Promise<Outcome<Output<'places.neverServed'>, never>> {
  const hidden = await hiddenWorkshops(look)
  const waits = new Map<string, WaitRow[]>()
  for (const wait of await listOpenWaits(look.db))
    if (!hidden.has(wait.workshopId)) waits.set(wait.personId, [...(waits.get(wait.personId) ?? []), wait])
  const months = (day: CivilDate): number => Math.max(0, wholeMonthsBetween(day, look.today))
  return done(
    (await repo.listNeverServed(look.db)).map(({ birthDate, ...woman }) => {
      const hers = waits.get(woman.personId) ?? []
      const oldest = hers.map((wait) => wait.requestedOn).sort()[0]
      return {
        ...woman,
        ageGroup: ageGroupOn(birthDate, look.today),
        monthsHere: months(woman.admittedOn),
        monthsWaiting: oldest === undefined ? null : months(oldest),
        workshops: hers.map((wait) => wait.workshop).sort(inOrder),
      }
    }),
  )
}

/** Every order that was not the proposed one, with who was passed over. */
export async function jumps(
  look: Look,
  input: { from: CivilDate; until: CivilDate },
): Promise<Outcome<Output<'places.jumps'>, 'days-out-of-order'>> {
  if (input.until < input.from) return refuse('days-out-of-order')
  const hidden = await hiddenWorkshops(look)
  const rows = (await repo.listJumps(look.db, input.from, input.until)).filter((row) => !hidden.has(row.workshopId))
  const women = await repo.listWomenOfWaits(look.db, [...new Set(rows.flatMap((row) => row.passedIds))])
  return done(
    rows.map(({ passedIds, workshopId: _workshopId, ...row }) => ({
      ...row,
      passed: passedIds.flatMap((id) => women.get(id) ?? []),
    })),
  )
}
