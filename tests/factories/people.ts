/** Women for tests: full valid inputs, override what matters. */
import type { Input } from '../../src/shared/contract'
import type { TestOffice } from './office'

type Registering = Input<'people.register'>
let count = 0

/** A woman as the register form sends her; each call has a file number of its own. */
export const aWomanToRegister = (
  facts: Partial<Registering['facts']> = {},
  rest: Partial<Omit<Registering, 'facts'>> = {},
): Registering => ({
  facts: {
    fileNumber: `DEM-26-${String(++count).padStart(4, '0')}`,
    surname1: 'Ortega',
    surname2: 'Núñez',
    givenNames: 'María Luisa',
    chosenName: null,
    curp: null,
    birthDate: null,
    birthPrecision: facts.birthDate ? 'exact' : 'unknown',
    legalStatus: 'sentenced',
    schooling: 'primaria',
    language: 'español',
    consents: true,
    ...facts,
  },
  admittedOn: '2026-01-15',
  dormitory: 'B-04',
  notADuplicate: 'Prueba: es otra persona',
  ...rest,
})

/** Registers a woman and answers her id. */
export const registerWoman = async (
  it: TestOffice,
  facts: Partial<Registering['facts']> = {},
  rest: Partial<Omit<Registering, 'facts'>> = {},
): Promise<string> => (await it.must('people.register', aWomanToRegister(facts, rest))).id
