/** The sheet for the day on which a child must go at once. */
import type { EmergencySheet } from '../../../shared/contract/separation.contract'
import type { CivilDate } from '../../../shared/kernel/civil-date'
import type { ReadDb, Trx } from '../../platform/db/types'

export async function findSheet(db: ReadDb, childId: string): Promise<EmergencySheet | null> {
  const row = await db
    .selectFrom('emergency_sheet')
    .leftJoin('staff', 'staff.id', 'emergency_sheet.reviewed_by')
    .select(['emergency_sheet.version', 'allergies', 'medicines', 'doctor', 'doctor_phone', 'comfort', 'feeding'])
    .select(['reviewed_on', 'staff.name as reviewedBy'])
    .where('child_id', '=', childId)
    .executeTakeFirst()
  if (!row) return null
  const carers = await db
    .selectFrom('emergency_carer')
    .select(['full_name as fullName', 'relation', 'phone', 'distance'])
    .where('child_id', '=', childId)
    .orderBy('position')
    .execute()
  const { doctor_phone: doctorPhone, reviewed_on: reviewedOn, ...sheet } = row
  return { ...sheet, doctorPhone, reviewedOn, carers }
}

/** When each sheet was last looked at. */
export const listReviews = (db: ReadDb): Promise<{ childId: string; reviewedOn: CivilDate }[]> =>
  db.selectFrom('emergency_sheet').select(['child_id as childId', 'reviewed_on as reviewedOn']).execute()

type SheetFacts = Omit<EmergencySheet, 'version' | 'reviewedBy'> & { readonly reviewedBy: string | null }

/** Writes the sheet anew. False if it has changed since `version`, or stands already where none was known. */
export async function writeSheet(
  trx: Trx,
  childId: string,
  version: number | null,
  facts: SheetFacts,
): Promise<boolean> {
  const columns = {
    allergies: facts.allergies,
    medicines: facts.medicines,
    doctor: facts.doctor,
    doctor_phone: facts.doctorPhone,
    comfort: facts.comfort,
    feeding: facts.feeding,
    reviewed_on: facts.reviewedOn,
    reviewed_by: facts.reviewedBy,
  }
  const written =
    version === null
      ? (
          await trx
            .insertInto('emergency_sheet')
            .values({ child_id: childId, ...columns })
            .onConflict((clash) => clash.doNothing())
            .executeTakeFirst()
        ).numInsertedOrUpdatedRows
      : (
          await trx
            .updateTable('emergency_sheet')
            .set({ ...columns, version: version + 1 })
            .where('child_id', '=', childId)
            .where('version', '=', version)
            .executeTakeFirst()
        ).numUpdatedRows
  if (!written) return false
  await trx.deleteFrom('emergency_carer').where('child_id', '=', childId).execute()
  if (facts.carers.length > 0)
    await trx
      .insertInto('emergency_carer')
      .values(
        facts.carers.map((carer, at) => ({
          child_id: childId,
          position: at + 1,
          full_name: carer.fullName,
          relation: carer.relation,
          phone: carer.phone,
          distance: carer.distance,
        })),
      )
      .execute()
  return true
}

/** Orders in force that keep somebody away from a child. */
export const listForbidden = (db: ReadDb, childId: string, day: CivilDate) =>
  db
    .selectFrom('prohibition')
    .innerJoin('adult', 'adult.id', 'prohibition.adult_id')
    .leftJoin('child_adult', (join) =>
      join
        .onRef('child_adult.adult_id', '=', 'prohibition.adult_id')
        .onRef('child_adult.child_id', '=', 'prohibition.child_id'),
    )
    .select(['adult.full_name as name', 'child_adult.relation', 'order_number as order'])
    .where('prohibition.child_id', '=', childId)
    .where('lifted_at', 'is', null)
    .where((eb) => eb.or([eb('until_day', 'is', null), eb('until_day', '>=', day)]))
    .orderBy('adult.full_name')
    .execute()
