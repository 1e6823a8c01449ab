/** Where an issued certificate stands: its row, what moves it, and lists of those that stand alike. */
import { sql } from 'kysely'
import type { IssuedState } from '../../../shared/contract/certificate-record.contract'
import type { CivilDate } from '../../../shared/kernel/civil-date'
import type { ReadDb, Trx } from '../../platform/db/types'

/** What the chain says of a certificate, as its row keeps it. */
interface KeptFate {
  readonly state: string
  readonly stateOn: CivilDate
  readonly deliveredOn: CivilDate | null
  readonly keptOn: CivilDate | null
  readonly duplicates: number
  readonly replacedBy: string | null
}

export interface StandingRow extends KeptFate {
  readonly id: string
  readonly folio: string
  readonly state: IssuedState
  readonly holderId: string
  readonly editionId: string
  readonly title: string
  readonly surname1: string
  readonly surname2: string | null
  readonly givenNames: string
  readonly chosenName: string | null
  readonly fileNumber: string
  readonly kind: 'first' | 'replacement' | 'renewal'
  readonly factsJson: string
  readonly template: string
  readonly templateVersion: number
  readonly issuedOn: CivilDate
  readonly validUntil: CivilDate | null
  readonly replacesId: string | null
  readonly endCause: string | null
  readonly endNote: string | null
  readonly deliveredTo: string | null
  readonly receivedBy: string | null
  readonly version: number
}

const standings = (db: ReadDb) =>
  db
    .selectFrom('certificate')
    .innerJoin('person', 'person.id', 'certificate.holder_id')
    .innerJoin('edition', 'edition.id', 'certificate.edition_id')
    .innerJoin('workshop', 'workshop.id', 'edition.workshop_id')
    .select([
      'certificate.id',
      'certificate.folio',
      'certificate.state',
      'certificate.state_on as stateOn',
      'certificate.delivered_on as deliveredOn',
      'certificate.kept_on as keptOn',
      'certificate.duplicates',
      'certificate.replaced_by as replacedBy',
      'certificate.holder_id as holderId',
      'certificate.edition_id as editionId',
      'workshop.title',
      'person.surname1',
      'person.surname2',
      'person.given_names as givenNames',
      'person.chosen_name as chosenName',
      'person.file_number as fileNumber',
      'certificate.kind',
      'certificate.facts_json as factsJson',
      'certificate.template',
      'certificate.template_version as templateVersion',
      'certificate.issued_on as issuedOn',
      'certificate.valid_until as validUntil',
      'certificate.replaces_id as replacesId',
      'certificate.end_cause as endCause',
      'certificate.end_note as endNote',
      'certificate.delivered_to as deliveredTo',
      'certificate.received_by as receivedBy',
      'certificate.version',
    ])

type Found = Awaited<ReturnType<ReturnType<typeof standings>['execute']>>[number]
const toStanding = (row: Found): StandingRow => ({
  ...row,
  state: row.state as StandingRow['state'],
  kind: row.kind as StandingRow['kind'],
})

export async function findStanding(db: ReadDb, id: string): Promise<StandingRow | undefined> {
  const row = await standings(db).where('certificate.id', '=', id).executeTakeFirst()
  return row && toStanding(row)
}

/** What was issued and still lies in the office, in list order. */
export async function listInOffice(db: ReadDb, personId?: string): Promise<StandingRow[]> {
  const rows = await standings(db)
    .where('certificate.state', '=', 'issued')
    .$if(personId !== undefined, (query) => query.where('certificate.holder_id', '=', personId ?? ''))
    .orderBy('person.sort_key')
    .orderBy('certificate.issued_on')
    .execute()
  return rows.map(toStanding)
}

/** What holds until a day or ends before it, and nothing has taken the place of. */
export async function listEnding(db: ReadDb, until: CivilDate): Promise<StandingRow[]> {
  const rows = await standings(db)
    .where('certificate.state', 'in', ['issued', 'delivered'])
    .where('certificate.valid_until', '<=', until)
    .orderBy('certificate.valid_until')
    .orderBy('person.sort_key')
    .execute()
  return rows.map(toStanding)
}

/** How many of a list, and the editions whose women she who looks may not know. */
interface Within {
  readonly hidden: readonly string[]
  readonly limit: number
}

/** By the beginning or a part of the folio, or by words of her names as they are or as they were printed; the latest first. */
export async function searchStandings(
  db: ReadDb,
  wanted: { readonly folio: string; readonly words: readonly string[]; readonly printed: string },
  within: Within,
): Promise<StandingRow[]> {
  const rows = await standings(db)
    .where((eb) =>
      eb.or([
        ...(wanted.folio === ''
          ? []
          : [eb(sql<string>`replace(certificate.folio, '-', '')`, 'like', `%${wanted.folio}%`)]),
        ...(wanted.words.length === 0
          ? []
          : [eb.and(wanted.words.map((word) => eb('person.search_text', 'like', `%${word}%`)))]),
        ...(wanted.printed === ''
          ? []
          : [eb(sql<string>`json_extract(certificate.facts_json, '$.name')`, 'like', `%${wanted.printed}%`)]),
      ]),
    )
    .where('certificate.edition_id', 'not in', within.hidden)
    .orderBy('certificate.year', 'desc')
    .orderBy('certificate.number', 'desc')
    .limit(within.limit)
    .execute()
  return rows.map(toStanding)
}

/** The latest certificates, whatever became of them. */
export async function listLatest(db: ReadDb, within: Within): Promise<StandingRow[]> {
  const rows = await standings(db)
    .where('certificate.edition_id', 'not in', within.hidden)
    .orderBy('certificate.year', 'desc')
    .orderBy('certificate.number', 'desc')
    .limit(within.limit)
    .execute()
  return rows.map(toStanding)
}

/** What a step writes beside the fate. */
export interface Extras {
  readonly endCause?: string
  readonly endNote?: string | null
  readonly deliveredTo?: string | null
  readonly receivedBy?: string | null
  readonly deliveredBy?: string | null
}

/** Moves a certificate to where the chain has it. False if its row has changed since `version`. */
export async function moveCertificate(
  trx: Trx,
  { id, version }: { readonly id: string; readonly version: number },
  fate: KeptFate,
  extras: Extras,
): Promise<boolean> {
  const done = await trx
    .updateTable('certificate')
    .set({
      state: fate.state,
      state_on: fate.stateOn,
      delivered_on: fate.deliveredOn,
      kept_on: fate.keptOn,
      duplicates: fate.duplicates,
      replaced_by: fate.replacedBy,
      ...('endCause' in extras && { end_cause: extras.endCause }),
      ...('endNote' in extras && { end_note: extras.endNote }),
      ...('deliveredTo' in extras && { delivered_to: extras.deliveredTo }),
      ...('receivedBy' in extras && { received_by: extras.receivedBy }),
      ...('deliveredBy' in extras && { delivered_by: extras.deliveredBy }),
      version: version + 1,
    })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

/** Women with a stay that ended by the day and none open on it, with the last day they were here. */
export async function listLeft(db: ReadDb, day: CivilDate): Promise<ReadonlyMap<string, CivilDate>> {
  const rows = await db
    .selectFrom('stay')
    .select(['person_id', sql<CivilDate>`max(left_on)`.as('leftOn')])
    .groupBy('person_id')
    .having(sql<number>`min(coalesce(left_on <= ${day}, 0))`, '=', 1)
    .execute()
  return new Map(rows.map((row) => [row.person_id, row.leftOn]))
}

/** The frozen paper of a certificate. */
export const findFrozenPaper = (db: ReadDb, certificateId: string) =>
  db
    .selectFrom('certificate')
    .innerJoin('paper', 'paper.id', 'certificate.paper_id')
    .select([
      'paper.id',
      'certificate.edition_id as editionId',
      'paper.folio',
      'paper.title',
      'paper.pages',
      'paper.pdf',
      'paper.sha256',
    ])
    .where('certificate.id', '=', certificateId)
    .executeTakeFirst()

/** A frozen paper by its own folio: duplicates have one each. */
export const findPaperByFolio = (db: ReadDb, folio: string) =>
  db
    .selectFrom('paper')
    .select(['id', 'folio', 'title', 'pages', 'pdf', 'sha256'])
    .where('folio', '=', folio)
    .executeTakeFirst()

/** Ids, folios and days of the sheets that go with a certificate's copies, without their bytes. */
export const listPaperHeads = (db: ReadDb, folios: readonly string[]) =>
  db.selectFrom('paper').select(['id', 'folio', 'sha256', 'issued_at as at']).where('folio', 'in', folios).execute()

/** Names of staff by id, for telling who did what. */
export async function listStaffNames(db: ReadDb, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await db.selectFrom('staff').select(['id', 'name']).where('id', 'in', ids).execute()
  return new Map(rows.map((row) => [row.id, row.name]))
}

/** Who issued a certificate and who handed it over. */
export const findHands = (db: ReadDb, id: string) =>
  db
    .selectFrom('certificate')
    .leftJoin('staff as issuer', 'issuer.id', 'certificate.issued_by')
    .leftJoin('staff as giver', 'giver.id', 'certificate.delivered_by')
    .innerJoin('paper', 'paper.id', 'certificate.paper_id')
    .select(['issuer.name as issuedBy', 'giver.name as deliveredBy', 'paper.sha256', 'paper.issued_at as issuedAt'])
    .where('certificate.id', '=', id)
    .executeTakeFirstOrThrow()
