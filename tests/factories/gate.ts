/** Acts at the gate for tests: full valid inputs, override what matters. */
import type { Input, Output } from '../../src/shared/contract'
import type { GateLine } from '../../src/shared/contract/gate-line'
import type { TestOffice } from './office'

/** All four things were looked at. */
export const SEEN: Pick<Input<'outings.leave'>, 'checks' | 'document'> = {
  checks: ['child', 'adult', 'document', 'belongings'],
  document: 'INE 1651',
}

/** By whom it was planned, well, with nothing to say. */
export const WELL: Pick<Input<'outings.comeBack'>, 'bringer' | 'condition'> = {
  bringer: { from: 'planned' },
  condition: 'well',
}

/** The gate's line of an outing as it stands now. */
export async function lineOf(it: TestOffice, id: string): Promise<GateLine> {
  const { rows } = await it.must('outings.gate', {})
  const line = rows.find((row) => row.id === id)
  if (!line) throw new Error('The gate does not show it')
  return line
}

/** Lets a child out now, or tells why not. */
export async function letOut(
  it: TestOffice,
  id: string,
  more: Partial<Input<'outings.leave'>> = {},
): Promise<Output<'outings.leave'>> {
  const { version } = await lineOf(it, id)
  return it.must('outings.leave', { id, version, ...SEEN, ...more })
}

/** Counts a child in. */
export async function letIn(
  it: TestOffice,
  id: string,
  more: Partial<Input<'outings.comeBack'>> = {},
): Promise<Output<'outings.comeBack'>> {
  const { version } = await lineOf(it, id)
  return it.must('outings.comeBack', { id, version, ...WELL, ...more })
}
