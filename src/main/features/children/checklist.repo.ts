/** The checklist of a child's own papers. */
import { randomUUID } from 'node:crypto'
import type { ChildPaper, ChildPaperKind } from '../../../shared/contract/child-care.contract'
import type { ReadDb, Trx } from '../../platform/db/types'

/** What was said of the papers of one child, or of all. */
export async function listPapers(db: ReadDb, childId?: string): Promise<(ChildPaper & { childId: string })[]> {
  const query = db.selectFrom('child_paper').selectAll()
  const rows = await (childId ? query.where('child_id', '=', childId) : query).execute()
  return rows.map((row) => ({
    childId: row.child_id,
    kind: row.kind as ChildPaperKind,
    version: row.version,
    state: row.state as ChildPaper['state'],
    askedOn: row.asked_on,
    askedOf: row.asked_of,
    copySeenOn: row.copy_seen_on,
    copySeenBy: row.copy_seen_by,
    namesPlace: row.names_place as ChildPaper['namesPlace'],
    note: row.note,
  }))
}

const columns = (paper: Omit<ChildPaper, 'kind' | 'version'>) => ({
  state: paper.state,
  asked_on: paper.askedOn,
  asked_of: paper.askedOf,
  copy_seen_on: paper.copySeenOn,
  copy_seen_by: paper.copySeenBy,
  names_place: paper.namesPlace,
  note: paper.note,
})

export async function insertPaper(
  trx: Trx,
  childId: string,
  kind: ChildPaperKind,
  paper: Omit<ChildPaper, 'kind' | 'version'>,
): Promise<void> {
  await trx
    .insertInto('child_paper')
    .values({ id: randomUUID(), child_id: childId, kind, ...columns(paper) })
    .execute()
}

/** False if the row has changed since `version`. */
export async function markPaper(
  trx: Trx,
  childId: string,
  kind: ChildPaperKind,
  version: number,
  paper: Omit<ChildPaper, 'kind' | 'version'>,
): Promise<boolean> {
  const done = await trx
    .updateTable('child_paper')
    .set({ ...columns(paper), version: version + 1 })
    .where('child_id', '=', childId)
    .where('kind', '=', kind)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}
