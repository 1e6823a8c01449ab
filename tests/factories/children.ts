/** Children for tests: full valid inputs, override what matters. */
import type { Input } from '../../src/shared/contract'
import type { TestOffice } from './office'

type Facts = Input<'children.register'>['facts']

export const aChild = (facts: Partial<Facts> = {}): Facts => ({
  surname1: 'Ibarra',
  surname2: 'Soto',
  givenNames: 'Camila',
  sex: 'M',
  birthDate: '2024-07-09',
  birthPrecision: 'exact',
  curp: null,
  livesHereFrom: '2024-07-09',
  ...facts,
})

/** Registers a child of a woman and answers its id and code. */
export const registerChild = (
  it: TestOffice,
  motherId: string,
  facts: Partial<Facts> = {},
): Promise<{ id: string; code: string }> => it.must('children.register', { motherId, facts: aChild(facts) })
