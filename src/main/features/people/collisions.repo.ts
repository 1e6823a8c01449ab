/** What two rows that cannot stand side by side are about, so that somebody can choose between them. */
import type { RowKey } from '../../platform/db/references'
import type { ReadDb } from '../../platform/db/types'

export interface Told {
  readonly title: string | null
  readonly day: string | null
  readonly code: string | null
  readonly from: string | null
  readonly closed: boolean
}

const NOTHING: Told = { title: null, day: null, code: null, from: null, closed: false }
const text = (key: RowKey, name: string): string => String(key[name] ?? '')

/** A row by the words of the office; a table that nobody foresaw is told as nothing more than itself. */
export async function tellRow(db: ReadDb, table: string, key: RowKey): Promise<Told> {
  switch (table) {
    case 'place':
      return tellPlace(db, text(key, 'id'))
    case 'wait':
      return tellWait(db, text(key, 'id'))
    case 'mark':
      return tellMark(db, text(key, 'session_id'), text(key, 'person_id'))
    case 'evaluation':
      return tellEvaluation(db, text(key, 'edition_id'), text(key, 'person_id'))
    case 'practical_result':
      return tellPractical(db, text(key, 'edition_id'), text(key, 'person_id'))
    case 'module_result':
      return tellModule(db, text(key, 'edition_id'), text(key, 'person_id'), text(key, 'module_id'))
    case 'certificate':
      return tellCertificate(db, text(key, 'id'))
    case 'certificate_draft':
      return tellDraft(db, text(key, 'id'))
    default:
      return NOTHING
  }
}

const titled = (row: { readonly code: string; readonly title: string }): string => `${row.title} · ${row.code}`

async function tellPlace(db: ReadDb, id: string): Promise<Told> {
  const row = await db
    .selectFrom('place')
    .innerJoin('edition', 'edition.id', 'place.edition_id')
    .innerJoin('workshop', 'workshop.id', 'edition.workshop_id')
    .select(['edition.code', 'workshop.title', 'place.opened_on as from', 'edition.closed_on as closedOn'])
    .where('place.id', '=', id)
    .executeTakeFirstOrThrow()
  return { ...NOTHING, title: titled(row), from: row.from, closed: row.closedOn !== null }
}

async function tellWait(db: ReadDb, id: string): Promise<Told> {
  const row = await db
    .selectFrom('wait')
    .innerJoin('workshop', 'workshop.id', 'wait.workshop_id')
    .select(['workshop.title', 'wait.requested_on as from'])
    .where('wait.id', '=', id)
    .executeTakeFirstOrThrow()
  return { ...NOTHING, ...row }
}

async function tellMark(db: ReadDb, sessionId: string, personId: string): Promise<Told> {
  const row = await db
    .selectFrom('mark')
    .innerJoin('session', 'session.id', 'mark.session_id')
    .innerJoin('edition', 'edition.id', 'session.edition_id')
    .innerJoin('workshop', 'workshop.id', 'edition.workshop_id')
    .select(['edition.code', 'workshop.title', 'session.day', 'mark.code as mark', 'edition.closed_on as closedOn'])
    .where('mark.session_id', '=', sessionId)
    .where('mark.person_id', '=', personId)
    .executeTakeFirstOrThrow()
  return { ...NOTHING, title: titled(row), day: row.day, code: row.mark, closed: row.closedOn !== null }
}

async function tellEvaluation(db: ReadDb, editionId: string, personId: string): Promise<Told> {
  const row = await db
    .selectFrom('evaluation')
    .innerJoin('edition', 'edition.id', 'evaluation.edition_id')
    .innerJoin('workshop', 'workshop.id', 'edition.workshop_id')
    .select(['edition.code', 'workshop.title', 'evaluation.result'])
    .where('evaluation.edition_id', '=', editionId)
    .where('evaluation.person_id', '=', personId)
    .executeTakeFirstOrThrow()
  return { ...NOTHING, title: titled(row), code: row.result }
}

async function tellPractical(db: ReadDb, editionId: string, personId: string): Promise<Told> {
  const row = await db
    .selectFrom('practical_result')
    .innerJoin('edition', 'edition.id', 'practical_result.edition_id')
    .innerJoin('workshop', 'workshop.id', 'edition.workshop_id')
    .select(['edition.code', 'workshop.title', 'practical_result.result', 'edition.closed_on as closedOn'])
    .where('practical_result.edition_id', '=', editionId)
    .where('practical_result.person_id', '=', personId)
    .executeTakeFirstOrThrow()
  return { ...NOTHING, title: titled(row), code: row.result, closed: row.closedOn !== null }
}

async function tellModule(db: ReadDb, editionId: string, personId: string, moduleId: string): Promise<Told> {
  const row = await db
    .selectFrom('module_result')
    .innerJoin('edition', 'edition.id', 'module_result.edition_id')
    .innerJoin('workshop_module', 'workshop_module.id', 'module_result.module_id')
    .select(['edition.code', 'workshop_module.title', 'module_result.result', 'edition.closed_on as closedOn'])
    .where('module_result.edition_id', '=', editionId)
    .where('module_result.person_id', '=', personId)
    .where('module_result.module_id', '=', moduleId)
    .executeTakeFirstOrThrow()
  return { ...NOTHING, title: titled(row), code: row.result, closed: row.closedOn !== null }
}

async function tellCertificate(db: ReadDb, id: string): Promise<Told> {
  const row = await db
    .selectFrom('certificate')
    .innerJoin('edition', 'edition.id', 'certificate.edition_id')
    .innerJoin('workshop', 'workshop.id', 'edition.workshop_id')
    .select(['edition.code', 'workshop.title', 'certificate.folio', 'certificate.issued_on as from'])
    .where('certificate.id', '=', id)
    .executeTakeFirstOrThrow()
  return { ...NOTHING, title: titled(row), code: row.folio, from: row.from }
}

async function tellDraft(db: ReadDb, id: string): Promise<Told> {
  const row = await db
    .selectFrom('certificate_draft')
    .innerJoin('edition', 'edition.id', 'certificate_draft.edition_id')
    .innerJoin('workshop', 'workshop.id', 'edition.workshop_id')
    .select(['edition.code', 'workshop.title', 'certificate_draft.printed_name as name', 'prepared_on as from'])
    .where('certificate_draft.id', '=', id)
    .executeTakeFirstOrThrow()
  return { ...NOTHING, title: titled(row), code: row.name, from: row.from }
}
