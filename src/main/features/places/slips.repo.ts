/** What the slips print besides offers and requests. */
import type { ReadDb } from '../../platform/db/types'

export async function findRoom(db: ReadDb, editionId: string): Promise<string> {
  const row = await db
    .selectFrom('edition')
    .innerJoin('room', 'room.id', 'edition.room_id')
    .select('room.name')
    .where('edition.id', '=', editionId)
    .executeTakeFirstOrThrow()
  return row.name
}

/** How the center calls the places where women sleep. */
export async function findPaperFacts(db: ReadDb): Promise<{ dormitoryWord: 'dormitorio' | 'estancia' }> {
  const row = await db.selectFrom('center').select('dormitory_word as word').executeTakeFirstOrThrow()
  return { dormitoryWord: row.word === 'estancia' ? 'estancia' : 'dormitorio' }
}
