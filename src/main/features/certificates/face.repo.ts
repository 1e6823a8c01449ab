/** What the center's settings, the edition and its workshop give to a certificate. */
import type { CertificateTemplate } from '../../../shared/contract/certificate-steps.contract'
import type { CivilDate } from '../../../shared/kernel/civil-date'
import { legalName, spokenName, squeeze } from '../../../shared/kernel/text'
import type { ReadDb, Trx } from '../../platform/db/types'

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
  readonly template: CertificateTemplate
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
    template: face.template as CertificateTemplate,
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
export const listSignatories = (db: ReadDb, day: CivilDate) =>
  db
    .selectFrom('signatory')
    .select(['name', 'post'])
    .where((row) => row.or([row('from_day', 'is', null), row('from_day', '<=', day)]))
    .where((row) => row.or([row('until_day', 'is', null), row('until_day', '>=', day)]))
    .orderBy('position')
    .execute()

/** The modules of an edition in the order in which they are taught. */
export const listModules = (db: ReadDb, editionId: string) =>
  db
    .selectFrom('edition_module')
    .innerJoin('workshop_module', 'workshop_module.id', 'edition_module.module_id')
    .select(['workshop_module.title', 'edition_module.minutes'])
    .where('edition_module.edition_id', '=', editionId)
    .orderBy('edition_module.position')
    .execute()

/** Who outside recognised an edition's workshop on a day; undefined if nobody did. */
export const findRegistration = (db: ReadDb, editionId: string, day: CivilDate) =>
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

/** False if the face has changed since `version`. */
export async function markFace(
  trx: Trx,
  face: { readonly template: CertificateTemplate; readonly logoId: string | null; readonly sealId: string | null },
  version: number,
): Promise<boolean> {
  const marked = await trx
    .updateTable('certificate_face')
    .set({ template: face.template, logo_id: face.logoId, seal_id: face.sealId, version: version + 1 })
    .where('version', '=', version)
    .executeTakeFirst()
  return marked.numUpdatedRows > 0n
}

/** Terms that end by a day, or have ended and nobody follows in the post. */
export async function listEndingTerms(
  db: ReadDb,
  today: CivilDate,
  by: CivilDate,
): Promise<{ name: string; post: string; until: CivilDate }[]> {
  const rows = await db
    .selectFrom('signatory')
    .select(['name', 'post', 'from_day as from', 'until_day as until'])
    .orderBy('position')
    .execute()
  return rows.flatMap(({ name, post, until }) => {
    if (until === null || until > by) return []
    const day = until < today ? today : until
    const follows = rows.some((each) => each.post === post && (each.until ?? '9999') > day && (each.from ?? '') <= by)
    return follows ? [] : [{ name, post, until }]
  })
}

/** The edition that began last, for a preview where none is asked for. */
export const findLatestEdition = (db: ReadDb) =>
  db
    .selectFrom('edition')
    .innerJoin('workshop', 'workshop.id', 'edition.workshop_id')
    .innerJoin('axis', 'axis.id', 'workshop.axis_id')
    .select([
      'edition.id',
      'workshop.title',
      'edition.hours',
      'edition.starts_on as startsOn',
      'edition.ends_on as endsOn',
      'edition.valid_months as validMonths',
    ])
    .where('axis.sensitive', '=', 0)
    .orderBy('edition.starts_on', 'desc')
    .orderBy('edition.code')
    .limit(1)
    .executeTakeFirst()

/** Names as they might be printed, legal and chosen, of one edition's women or of everybody. */
export async function listNames(
  db: ReadDb,
  editionId: string | null,
): Promise<{ personId: string; name: string; fileNumber: string }[]> {
  const rows = await db
    .selectFrom('person')
    .select([
      'id',
      'surname1',
      'surname2',
      'given_names as givenNames',
      'chosen_name as chosenName',
      'file_number as fileNumber',
    ])
    .$if(editionId !== null, (query) =>
      query.where(
        'id',
        'in',
        db
          .selectFrom('place')
          .select('person_id')
          .where('edition_id', '=', editionId ?? ''),
      ),
    )
    .orderBy('sort_key')
    .execute()
  return rows.flatMap(({ id, fileNumber, ...parts }) =>
    [...new Set([squeeze(legalName(parts)), squeeze(spokenName(parts))])].map((name) => ({
      personId: id,
      name,
      fileNumber,
    })),
  )
}

/** Everything that is printed besides names of women. */
export async function listPrintedTexts(db: ReadDb): Promise<readonly string[]> {
  const face = await findFace(db)
  const signatories = await db.selectFrom('signatory').select(['name', 'post']).execute()
  const workshops = await db.selectFrom('workshop').select('title').execute()
  const modules = await db.selectFrom('workshop_module').select('title').where('retired_on', 'is', null).execute()
  const registrations = await db.selectFrom('workshop_registration').select(['body', 'number']).execute()
  return [
    ...new Set([
      face.issuer,
      face.place,
      face.contact,
      ...signatories.flatMap(({ name, post }) => [name, post]),
      ...[...workshops, ...modules].map((each) => each.title),
      ...registrations.flatMap(({ body, number }) => [body, number]),
    ]),
  ]
}

export interface HeldCertificate {
  readonly id: string
  readonly folio: string
  readonly state: string
  readonly deliveredOn: CivilDate | null
  readonly paperId: string
  readonly surname1: string
  readonly surname2: string | null
  readonly givenNames: string
  readonly chosenName: string | null
  readonly fileNumber: string
  /** The blank form it was printed on, where that was recorded. */
  readonly form: string | null
}

/** The certificates of an edition that hold, in roster order. */
export const listHeld = (db: ReadDb, editionId: string): Promise<HeldCertificate[]> =>
  db
    .selectFrom('certificate')
    .innerJoin('person', 'person.id', 'certificate.holder_id')
    .select((row) => [
      'certificate.id',
      'certificate.folio',
      'certificate.state',
      'certificate.delivered_on as deliveredOn',
      'certificate.paper_id as paperId',
      'person.surname1',
      'person.surname2',
      'person.given_names as givenNames',
      'person.chosen_name as chosenName',
      'person.file_number as fileNumber',
      row
        .selectFrom('certificate_form')
        .select('certificate_form.number')
        .whereRef('certificate_form.certificate_id', '=', 'certificate.id')
        .where('purpose', '=', 'certificate')
        .where('spoiled_cause', 'is', null)
        .orderBy('recorded_on', 'desc')
        .limit(1)
        .as('form'),
    ])
    .where('certificate.edition_id', '=', editionId)
    .where('certificate.state', 'in', ['issued', 'delivered'])
    .orderBy('person.sort_key')
    .orderBy('person.file_number')
    .execute()

/** The frozen bytes of a paper with the hash they must have. */
export const findPaperBytes = (
  db: ReadDb,
  id: string,
): Promise<{ folio: string; pages: number; sha256: string; pdf: Buffer } | undefined> =>
  db.selectFrom('paper').select(['folio', 'pages', 'sha256', 'pdf']).where('id', '=', id).executeTakeFirst()
