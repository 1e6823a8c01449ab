import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inOrder } from '../../../shared/kernel/text'
import {
  admissionFault,
  dormitoryBlock,
  leavingFault,
  searchTextOf,
  searchWords,
  sortKeyOf,
  type Findable,
} from './people.rules'

const aWoman = (overrides: Partial<Findable> = {}): Findable => ({
  fileNumber: 'DEM-21-0101',
  surname1: 'Ñáñez',
  surname2: 'de la Cruz',
  givenNames: 'María Luisa',
  ...overrides,
})

const finds = (search: string, text: string): boolean => searchWords(search).every((word) => text.includes(word))

describe('searching', () => {
  const text = searchTextOf({
    ...aWoman({ givenNames: 'Ma. Luisa', chosenName: 'Güicho' }),
    curp: 'XACL900504MMCXRS01',
  })

  test.each(['ñañ', 'NAÑ', 'cruz', 'maria', 'guic', 'dem-21-0101', 'DEM210101', '21-01', 'xacl90', 'luisa ñáñez'])(
    'half a name, a number or a CURP finds her: %s',
    (search) => {
      expect(finds(search, text)).toBe(true)
    },
  )

  test('what she is not called does not find her', () => {
    expect(finds('núñez', text)).toBe(false)
    expect(finds('luisa pérez', text)).toBe(false)
  })
})

describe('order', () => {
  const sorted = (...names: [string, string | null, string][]): string[] =>
    names
      .map(([surname1, surname2, givenNames]) => ({ surname1, surname2, givenNames }))
      .sort((a, b) => (sortKeyOf(a) < sortKeyOf(b) ? -1 : 1))
      .map((name) => [name.surname1, name.surname2, name.givenNames].filter(Boolean).join(' '))

  test('Ñ comes after N and before O, accents do not count, a missing surname comes first', () => {
    expect(
      sorted(
        ['Ortega', null, 'Ana'],
        ['Ñáñez', 'Ruiz', 'Ana'],
        ['Nuño', 'Ruiz', 'Ana'],
        ['Núñez', 'Álvarez', 'Ana'],
        ['Nunca', 'Zea', 'Ana'],
        ['Cruz', 'Díaz', 'Ana'],
        ['Cruz', null, 'Zoila'],
        ['cruz', 'Alba', 'Ana'],
      ),
    ).toEqual([
      'Cruz Zoila',
      'cruz Alba Ana',
      'Cruz Díaz Ana',
      'Nunca Zea Ana',
      'Núñez Álvarez Ana',
      'Nuño Ruiz Ana',
      'Ñáñez Ruiz Ana',
      'Ortega Ana',
    ])
  })

  test('a chosen name stands where the given name would', () => {
    const chosen = { surname1: 'Cruz', surname2: 'Díaz', givenNames: 'Rosa', chosenName: 'Jesús' }
    expect(sortKeyOf(chosen) < sortKeyOf({ surname1: 'Cruz', surname2: 'Díaz', givenNames: 'Karla' })).toBe(true)
  })

  test('binary order is the Spanish order of any surname', () => {
    const surname = fc
      .array(fc.constantFrom(...'aábcdeéhilmnñoópqrstuúüvyzÁÉÍNÑÓ '), { minLength: 1, maxLength: 6 })
      .map((letters) => letters.join('').replace(/\s+/gu, ' ').trim() || 'a')
    fc.assert(
      fc.property(surname, surname, (a, b) => {
        const key = (surname1: string): string => sortKeyOf({ surname1, surname2: null, givenNames: 'Ana' })
        const binary = key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0
        expect(binary).toBe(Math.sign(inOrder(a, b)))
      }),
    )
  })
})

describe('stays', () => {
  const facts = { today: '2026-10-31', birthDate: '1990-05-04', lastLeft: '2026-03-01', admittedOn: '2026-04-01' }

  test('nobody is admitted tomorrow, before she was born, or before she last left', () => {
    expect(admissionFault('2026-10-31', facts)).toBeUndefined()
    expect(admissionFault('2026-03-01', facts)).toBeUndefined()
    expect(admissionFault('2026-11-01', facts)).toBe('day-in-the-future')
    expect(admissionFault('2026-02-28', facts)).toBe('before-leaving')
    expect(admissionFault('1990-05-04', facts)).toBe('birth-after-admission')
  })

  test('nobody leaves tomorrow or before she came', () => {
    expect(leavingFault('2026-04-01', facts)).toBeUndefined()
    expect(leavingFault('2026-03-31', facts)).toBe('before-admission')
    expect(leavingFault('2026-11-01', facts)).toBe('day-in-the-future')
  })

  test('the block of a dormitory is what stands before the hyphen', () => {
    expect(['F-11', 'b-2', 'Anexo'].map(dormitoryBlock)).toEqual(['F', 'B', 'ANEXO'])
  })
})
