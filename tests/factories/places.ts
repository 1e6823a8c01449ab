/** Places given as the page gives them: what stands against them is read first, and gone on despite. */
import type { TestOffice } from './office'

/** Gives a place on behalf of the director, whatever stands against it. Answers its id. */
export async function givePlace(
  it: TestOffice,
  editionId: string,
  personId: string,
  openedOn = '2026-10-01',
): Promise<string> {
  const { rows } = await it.must('places.candidates', { editionId, openedOn, limit: 500 })
  const warnings = rows.find((row) => row.personId === personId)?.warnings ?? []
  const keys = warnings.map((warning) => warning.key)
  const despite = keys.length > 0 ? { despite: { keys, reason: 'Así lo pide la prueba' } } : {}
  return (await it.must('places.give', { editionId, personId, openedOn, ...despite })).id
}
