/** Of two stays that cover the same days one stands; what hangs on the other goes on under it. */
import { dropRow, listReferences, moveReferences } from '../../platform/db/references'
import type { Act } from '../../platform/seam/act'
import { restorePlacesAfterAway, suspendPlacesWhileAway } from '../places'
import type { Pair } from './collisions.service'
import { markAbsence } from './stay.repo'

/** Folds each stay into the one that was chosen. An absence of the folded stay that is still open ends with it. */
export async function foldStays(act: Act, pair: Pair, folds: ReadonlyMap<string, string>): Promise<void> {
  const references = await listReferences(act.db, 'stay')
  for (const [from, into] of folds) {
    await endAbsenceOf(act, pair, from)
    await moveReferences(act.trx, references, { from, into })
    await dropRow(act.trx, 'stay', { id: from })
  }
}

async function endAbsenceOf(act: Act, pair: Pair, stayId: string): Promise<void> {
  for (const { away } of [pair.kept, pair.loser]) {
    if (away?.stayId !== stayId) continue
    await markAbsence(act.trx, away.id, away.version, { ended_on: away.leftOn, end_kind: 'returned' })
    await restorePlacesAfterAway(act, away.id, away.leftOn)
  }
}

/** If she is away after all, her places rest: also those that came from the other record. */
export async function restPlaces(act: Act, keptId: string, away: Pair['kept']['away']): Promise<void> {
  if (away) await suspendPlacesWhileAway(act, keptId, away.id, away.leftOn)
}
