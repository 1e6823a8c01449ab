/** Hands the rows of a plan to the slices that own the tables. */
import { PAPER_LANGUAGE, wordsIn } from '../../../shared/i18n'
import type { Act } from '../../platform/seam/act'
import { importedAttendance } from '../attendance'
import { importedCertificates } from '../certificates'
import { adultSearchTextOf, childSearchTextOf, importedChildren } from '../children'
import { insertImportedSpecialDays } from '../office'
import { insertImportedOutings } from '../outings'
import { importedPeople, searchTextOf, sortKeyOf } from '../people'
import { importedPlaces } from '../places'
import { insertImportedPrograms } from '../programs'
import { importedTimetable } from '../timetable'
import type { Writes } from './plan.rules'
import type { ChildRow, PersonRow } from './plan-rows.rules'

const findable = (row: PersonRow) => ({ ...row, searchText: searchTextOf(row), sortKey: sortKeyOf(row) })
const findableChild = (row: ChildRow) => ({ ...row, searchText: childSearchTextOf(row) })

/** Writes everything, parents before what points at them. */
export async function writePlan(act: Act, writes: Writes): Promise<void> {
  const { trx } = act
  await importedPeople.insertImportedPeople(trx, writes.people.map(findable))
  await importedPeople.updateImportedPeople(trx, writes.personChanges.map(findable))
  await importedPeople.insertImportedStays(trx, writes.stays)
  await importedPeople.updateImportedStays(trx, writes.stayChanges)
  await insertImportedPrograms(trx, writes)
  await insertImportedSpecialDays(trx, writes.specialDays)
  await importedTimetable.insertImportedSessions(trx, writes.sessions)
  await importedTimetable.cancelImportedSessions(trx, writes.sessionChanges)
  await importedPlaces.insertImportedPlaces(trx, writes.places)
  await importedPlaces.reopenImportedPlaces(trx, writes.placeChanges)
  await importedPlaces.insertImportedWaits(trx, writes.waits)
  const why = wordsIn(PAPER_LANGUAGE)('attendance.import.why')
  const imported = { at: act.now, on: act.today, by: act.actor.id, why }
  await importedAttendance.insertImportedMarks(act, writes.marks, imported)
  await importedAttendance.updateImportedMarks(act, writes.markChanges, imported)
  await importedAttendance.insertImportedDoubtfulMarks(trx, writes.doubtfulMarks)
  await importedAttendance.insertImportedUnlisted(trx, writes.unlisted)
  await importedCertificates.insertImportedEvaluations(trx, writes.evaluations)
  await importedCertificates.updateImportedEvaluations(trx, writes.evaluationChanges)
  await importedChildren.insertImportedChildren(trx, writes.children.map(findableChild))
  await importedChildren.updateImportedChildren(trx, writes.childChanges.map(findableChild))
  await importedChildren.insertImportedAdults(
    trx,
    writes.adults.map((row) => ({ ...row, searchText: adultSearchTextOf(row) })),
  )
  const grid = { ...imported, why: wordsIn(PAPER_LANGUAGE)('children.import.why') }
  await importedChildren.insertImportedChildAdults(trx, writes.childAdults, grid)
  await importedChildren.updateImportedChildAdults(trx, writes.childAdultChanges, grid)
  await insertImportedOutings(trx, writes, { by: act.actor.id, at: act.now, on: act.today })
}
