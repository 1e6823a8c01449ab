/** Leaving and coming back, for tests. */
import type { Input } from '../../src/shared/contract'
import type { TestOffice } from './office'

/** Where she stands. */
export const stayOf = (it: TestOffice, id: string) => it.must('people.stay', { id })

/** Records a leaving as the page does: looks first, then does what was shown. */
export async function recordLeaving(
  it: TestOffice,
  id: string,
  leaving: Pick<Input<'people.recordLeaving'>, 'leftOn' | 'cause'> & { readonly note?: string },
) {
  const { seen } = await it.must('people.previewLeaving', { id, leftOn: leaving.leftOn })
  const { stayVersion } = await stayOf(it, id)
  return it.must('people.recordLeaving', { id, stayVersion: stayVersion ?? 0, seen, ...leaving })
}
