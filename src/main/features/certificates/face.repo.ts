/** What the center's settings, the edition and its workshop give to a certificate. */
import type { CivilDate } from '../../../shared/kernel/civil-date'
import type { ReadDb } from '../../platform/db/types'
import type { Template } from './face.rules'
import type { Statement, TrainingModule } from './proof.rules'

export interface FacePicture {
  readonly id: string
  readonly sha256: string
  /** Base64. */
  readonly bytes: string
}

export interface FaceRow {
  readonly center: { readonly name: string; readonly code: string }
  readonly issuer: string
  readonly contact: string
  readonly place: string
  readonly template: Template
  readonly logo: FacePicture | null
  readonly seal: FacePicture | null
  readonly version: number
}

/** How certificates look from now on, and the two words that must not get onto them. */
export async function findFace(db: ReadDb): Promise<FaceRow> {
  const center = await db.selectFrom('center').selectAll().executeTakeFirstOrThrow()
  const face = await db.selectFrom('certificate_face').selectAll().executeTakeFirstOrThrow()
  return {
    center: { name: center.name, code: center.code },
    issuer: center.issuer,
    contact: center.issuer_contact,
    place: `${center.municipality}, ${center.state}`,
    template: face.template as Template,
    logo: await findFacePicture(db, face.logo_id),
    seal: await findFacePicture(db, face.seal_id),
    version: face.version,
  }
}

/** A picture of a face; null if there is none. */
export async function findFacePicture(db: ReadDb, id: string | null): Promise<FacePicture | null> {
  if (id === null) return null
  const row = await db.selectFrom('picture').select(['id', 'sha256', 'bytes']).where('id', '=', id).executeTakeFirst()
  return row ? { ...row, bytes: row.bytes.toString('base64') } : null
}

/** Who holds a post on a day, and so signs that day's certificates. */
export const listSignatories = (db: ReadDb, day: CivilDate): Promise<Statement['signatories']> =>
  db
    .selectFrom('signatory')
    .select(['name', 'post'])
    .where((row) => row.or([row('from_day', 'is', null), row('from_day', '<=', day)]))
    .where((row) => row.or([row('until_day', 'is', null), row('until_day', '>=', day)]))
    .orderBy('position')
    .execute()

/** The modules of an edition in the order in which they are taught. */
export const listModules = (db: ReadDb, editionId: string): Promise<TrainingModule[]> =>
  db
    .selectFrom('edition_module')
    .innerJoin('workshop_module', 'workshop_module.id', 'edition_module.module_id')
    .select(['workshop_module.title', 'edition_module.minutes'])
    .where('edition_module.edition_id', '=', editionId)
    .orderBy('edition_module.position')
    .execute()

/** Who outside recognised the workshop on the day the edition ended; undefined if nobody did. */
export const findRegistration = (
  db: ReadDb,
  editionId: string,
  day: CivilDate,
): Promise<NonNullable<Statement['registration']> | undefined> =>
  db
    .selectFrom('workshop_registration')
    .innerJoin('edition', 'edition.workshop_id', 'workshop_registration.workshop_id')
    .select(['body', 'number', 'standard'])
    .where('edition.id', '=', editionId)
    .where('registered_on', '<=', day)
    .where((row) =>
      row.or([row('workshop_registration.ends_on', 'is', null), row('workshop_registration.ends_on', '>=', day)]),
    )
    .orderBy('registered_on', 'desc')
    .limit(1)
    .executeTakeFirst()
