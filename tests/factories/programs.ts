/** Editions for tests: full valid inputs, override what matters. */
import type { Input } from '../../src/shared/contract'
import type { EditionFields } from '../../src/shared/contract/programs.contract'
import type { TestOffice } from './office'

/** Tuesdays 10:00–12:00 in Aula 1, October 2026. */
export const editionFields = (overrides: Partial<EditionFields> = {}): EditionFields => ({
  room: 'Aula 1',
  instructor: 'Psic. Irene Cota',
  hours: 8,
  capacity: 15,
  startsOn: '2026-10-01',
  endsOn: '2026-10-31',
  minRatePercent: 80,
  slots: [{ weekday: 2, startsAt: '10:00', endsAt: '12:00' }],
  ...overrides,
})

/** An axis, registered; answers its id. */
export const createAxis = async (
  it: TestOffice,
  overrides: Partial<Input<'programs.createAxis'>> = {},
): Promise<string> =>
  (await it.must('programs.createAxis', { code: 'CL', name: 'Capacitación laboral', sensitive: false, ...overrides }))
    .id

/** An edition with its sessions, registered; answers its id. */
export const createEdition = async (
  it: TestOffice,
  axisId: string,
  code: string,
  workshop: string,
  fields: Partial<EditionFields> = {},
): Promise<string> => (await it.must('programs.create', { axisId, code, workshop, fields: editionFields(fields) })).id
