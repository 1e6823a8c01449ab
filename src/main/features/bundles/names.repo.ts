/** Every name that must not leave, for the last look at what people typed into titles. */
import type { ReadDb } from '../../platform/db/types'
import type { NameParts } from '../../../shared/kernel/text'

export async function listNames(db: ReadDb): Promise<(NameParts & { chosenName: string | null; number: string })[]> {
  const women = await db
    .selectFrom('person')
    .select(['surname1', 'surname2', 'given_names as givenNames', 'chosen_name as chosenName', 'file_number as number'])
    .execute()
  const children = await db
    .selectFrom('child')
    .select(['surname1', 'surname2', 'given_names as givenNames', 'code as number'])
    .execute()
  return [...women, ...children.map((child) => ({ ...child, chosenName: null }))]
}
