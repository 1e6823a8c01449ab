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

type Grant = Input<'children.addAdult'>
type NewPerson = Exclude<Grant['adult'], { id: string }>

/** Somebody not yet known. */
export const aPerson = (facts: Partial<NewPerson> = {}): NewPerson => ({
  fullName: 'Rosa Soto Ek',
  documentKind: null,
  document: null,
  phone: null,
  address: null,
  description: null,
  ...facts,
})

/** Puts an aunt on a child's list who may take her out and bring her back. */
export const anAdult = (childId: string, grant: Partial<Grant> = {}): Grant => ({
  childId,
  adult: aPerson(),
  relation: 'tía',
  acts: ['take-out', 'bring-back'],
  from: null,
  until: null,
  evidenceKind: 'mother',
  evidenceNumber: null,
  seenOn: null,
  ...grant,
})

/** An order that keeps the father away. */
export const anOrder = (
  childIds: string[],
  adult: Grant['adult'],
  order: Partial<Input<'children.prohibit'>> = {},
): Input<'children.prohibit'> => ({
  childIds,
  adult,
  relation: 'padre',
  orderedBy: 'Juzgado Segundo Familiar',
  orderNumber: 'Oficio 1184/2026',
  orderedOn: null,
  from: null,
  until: null,
  note: null,
  ...order,
})
