/** Editions for the search box: by workshop or code. */
import { fold } from '../../../shared/kernel/text'
import { call } from '../../platform/client'
import type { SearchHit } from '../../platform/routes'

const MOST = 8

export async function searchEditions(query: string): Promise<readonly SearchHit[]> {
  const outcome = await call('programs.editions', {})
  if (!outcome.ok) return []
  const wanted = fold(query).split(' ')
  return outcome.value.editions
    .filter((edition) => wanted.every((word) => fold(`${edition.title} ${edition.code}`).includes(word)))
    .slice(0, MOST)
    .map((edition) => ({ id: edition.id, label: edition.title, hint: edition.code, to: `/programs/${edition.id}` }))
}
