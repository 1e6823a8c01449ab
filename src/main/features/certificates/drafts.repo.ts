/** Certificates on their way: drafts, what they rest on, and which of her names each woman wants printed. */
import type { NameKind } from '../../../shared/contract/certificate-steps.contract'
import type { CivilDate, Instant } from '../../../shared/kernel/civil-date'
import { inChunks } from '../../platform/db/chunks'
import type { ReadDb, Trx } from '../../platform/db/types'

/** What a draft rests on, as it was when it was prepared. */
interface KeptBasis {
  readonly rule: Readonly<Record<string, unknown>>
  readonly figures: Readonly<Record<string, unknown>>
  readonly closedOn: CivilDate | null
}

export type DraftKind = 'first' | 'replacement' | 'renewal'

export interface DraftRow {
  readonly id: string
  readonly editionId: string
  readonly personId: string
  readonly kind: DraftKind
  readonly replacesId: string | null
  readonly replacesFolio: string | null
  readonly cause: string | null
  readonly note: string | null
  readonly nameKind: NameKind | null
  readonly printedName: string | null
  readonly template: string
  readonly state: 'draft' | 'to-sign' | 'issued'
  readonly basis: KeptBasis
  readonly preparedOn: CivilDate
  readonly preparedBy: string
  readonly signedOffAt: Instant | null
  readonly signedOffById: string | null
  readonly signedOffBy: string | null
  readonly version: number
}

const draftRows = (db: ReadDb) =>
  db
    .selectFrom('certificate_draft as draft')
    .innerJoin('staff as preparer', 'preparer.id', 'draft.prepared_by')
    .leftJoin('staff as signer', 'signer.id', 'draft.signed_off_by')
    .leftJoin('certificate as old', 'old.id', 'draft.replaces_id')
    .innerJoin('person', 'person.id', 'draft.person_id')
    .leftJoin('certificate_wish as wish', 'wish.person_id', 'draft.person_id')
    .select([
      'person.chosen_name as chosenName',
      'wish.name_kind as wish',
      'draft.id',
      'draft.edition_id as editionId',
      'draft.person_id as personId',
      'draft.kind',
      'draft.replaces_id as replacesId',
      'old.folio as replacesFolio',
      'draft.cause',
      'draft.note',
      'draft.name_kind as nameKind',
      'draft.printed_name as printedName',
      'draft.template',
      'draft.state',
      'draft.basis_json as basisJson',
      'draft.prepared_on as preparedOn',
      'preparer.name as preparedBy',
      'draft.signed_off_at as signedOffAt',
      'draft.signed_off_by as signedOffById',
      'signer.name as signedOffBy',
      'draft.version',
    ])

type Found = Awaited<ReturnType<ReturnType<typeof draftRows>['execute']>>[number]
/** A chosen name that came after the draft was prepared: she must be asked, as if it had always been there. */
const toDraft = ({ basisJson, chosenName, wish, ...row }: Found): DraftRow => ({
  ...row,
  ...(chosenName && !wish ? { nameKind: null, printedName: null } : { nameKind: row.nameKind as NameKind | null }),
  kind: row.kind as DraftKind,
  state: row.state as DraftRow['state'],
  basis: JSON.parse(basisJson) as KeptBasis,
})

const openDrafts = async (db: ReadDb, by: 'draft.edition_id' | 'draft.person_id', id: string): Promise<DraftRow[]> =>
  (await draftRows(db).where(by, '=', id).where('draft.state', '<>', 'issued').execute()).map(toDraft)

/** What is on its way in an edition: neither issued nor deleted. */
export const listOpenDrafts = (db: ReadDb, editionId: string) => openDrafts(db, 'draft.edition_id', editionId)
export const listOpenDraftsOf = (db: ReadDb, personId: string) => openDrafts(db, 'draft.person_id', personId)

export async function findDraft(db: ReadDb, id: string): Promise<DraftRow | undefined> {
  const row = await draftRows(db).where('draft.id', '=', id).executeTakeFirst()
  return row && toDraft(row)
}

/** Of an issued certificate: who signed off its result. */
export const findSignOff = (db: ReadDb, certificateId: string): Promise<{ signedOffBy: string | null } | undefined> =>
  db
    .selectFrom('certificate_draft as draft')
    .leftJoin('staff', 'staff.id', 'draft.signed_off_by')
    .select('staff.name as signedOffBy')
    .where('draft.certificate_id', '=', certificateId)
    .executeTakeFirst()

/** What is on its way to take the place of a certificate. */
export async function findSuccessor(db: ReadDb, certificateId: string): Promise<'draft' | 'to-sign' | null> {
  const row = await db
    .selectFrom('certificate_draft')
    .select('state')
    .where('replaces_id', '=', certificateId)
    .where('state', '<>', 'issued')
    .executeTakeFirst()
  return (row?.state ?? null) as 'draft' | 'to-sign' | null
}

export interface NewDraft {
  readonly id: string
  readonly editionId: string
  readonly personId: string
  readonly kind: DraftKind
  readonly replacesId: string | null
  readonly cause: string | null
  readonly note: string | null
  readonly nameKind: NameKind | null
  readonly printedName: string | null
  readonly template: string
  readonly basis: KeptBasis
}

export const insertDrafts = (
  trx: Trx,
  drafts: readonly NewDraft[],
  prepared: { readonly on: CivilDate; readonly by: string },
): Promise<void> =>
  inChunks(drafts, (some) =>
    trx
      .insertInto('certificate_draft')
      .values(
        some.map((draft) => ({
          id: draft.id,
          edition_id: draft.editionId,
          person_id: draft.personId,
          kind: draft.kind,
          replaces_id: draft.replacesId,
          cause: draft.cause,
          note: draft.note,
          name_kind: draft.nameKind,
          printed_name: draft.printedName,
          template: draft.template,
          state: 'draft',
          basis_json: JSON.stringify(draft.basis),
          prepared_on: prepared.on,
          prepared_by: prepared.by,
        })),
      )
      .execute(),
  )

/** Prepares a draft anew: what it rests on and the name, as they are now. */
export async function refreshDraft(
  trx: Trx,
  draft: Pick<NewDraft, 'id' | 'nameKind' | 'printedName' | 'template' | 'basis'>,
  prepared: { readonly on: CivilDate; readonly by: string },
): Promise<void> {
  await trx
    .updateTable('certificate_draft')
    .set((eb) => ({
      name_kind: draft.nameKind,
      printed_name: draft.printedName,
      template: draft.template,
      basis_json: JSON.stringify(draft.basis),
      prepared_on: prepared.on,
      prepared_by: prepared.by,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', draft.id)
    .where('state', '=', 'draft')
    .execute()
}

export async function setDraftName(
  trx: Trx,
  id: string,
  name: { readonly kind: NameKind; readonly printed: string },
): Promise<void> {
  await trx
    .updateTable('certificate_draft')
    .set((eb) => ({ name_kind: name.kind, printed_name: name.printed, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('state', '=', 'draft')
    .execute()
}

export async function setDraftTemplate(trx: Trx, id: string, template: string): Promise<void> {
  await trx
    .updateTable('certificate_draft')
    .set((eb) => ({ template, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('state', '=', 'draft')
    .execute()
}

/** False if the draft has changed since `version`. */
export async function moveDraft(
  trx: Trx,
  { id, version }: { readonly id: string; readonly version: number },
  signedOff: { readonly at: Instant; readonly by: string } | null,
): Promise<boolean> {
  const done = await trx
    .updateTable('certificate_draft')
    .set({
      state: signedOff ? 'to-sign' : 'draft',
      signed_off_at: signedOff?.at ?? null,
      signed_off_by: signedOff?.by ?? null,
      version: version + 1,
    })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

/** The draft has become a certificate. The schema refuses an issuer who signed it off. */
export async function closeDraft(
  trx: Trx,
  id: string,
  issued: { readonly by: string; readonly certificateId: string },
): Promise<void> {
  await trx
    .updateTable('certificate_draft')
    .set((eb) => ({
      state: 'issued',
      issued_by: issued.by,
      certificate_id: issued.certificateId,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute()
}

/** False if it has changed since. */
export async function deleteDraft(trx: Trx, id: string, version: number): Promise<boolean> {
  const done = await trx
    .deleteFrom('certificate_draft')
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numDeletedRows > 0n
}

/** Which of her names each woman asked for. */
export async function listWishes(db: ReadDb, personIds: readonly string[]): Promise<ReadonlyMap<string, NameKind>> {
  const rows = await db
    .selectFrom('certificate_wish')
    .select(['person_id as personId', 'name_kind as nameKind'])
    .where('person_id', 'in', personIds)
    .execute()
  return new Map(rows.map((row) => [row.personId, row.nameKind as NameKind]))
}

export async function putWish(
  trx: Trx,
  wish: { readonly personId: string; readonly kind: NameKind; readonly on: CivilDate; readonly by: string },
): Promise<void> {
  await trx
    .insertInto('certificate_wish')
    .values({ person_id: wish.personId, name_kind: wish.kind, asked_on: wish.on, asked_by: wish.by })
    .onConflict((conflict) =>
      conflict.column('person_id').doUpdateSet((eb) => ({
        name_kind: wish.kind,
        asked_on: wish.on,
        asked_by: wish.by,
        version: eb('certificate_wish.version', '+', 1),
      })),
    )
    .execute()
}

/** Her names as her record has them. */
export const findNames = (db: ReadDb, personId: string) =>
  db
    .selectFrom('person')
    .select(['surname1', 'surname2', 'given_names as givenNames', 'chosen_name as chosenName'])
    .where('id', '=', personId)
    .executeTakeFirst()

/** Women of an edition whose certificate was revoked, with its folio. */
export async function listRevoked(db: ReadDb, editionId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('certificate')
    .select(['holder_id as personId', 'folio'])
    .where('edition_id', '=', editionId)
    .where('state', '=', 'revoked')
    .execute()
  return new Map(rows.map((row) => [row.personId, row.folio]))
}

/** Day on which an edition was closed. */
export async function findClosedOn(db: ReadDb, editionId: string): Promise<CivilDate | null> {
  const row = await db.selectFrom('edition').select('closed_on').where('id', '=', editionId).executeTakeFirst()
  return row?.closed_on ?? null
}
