import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inOrder } from '../../../shared/kernel/text'
import {
  admissionFault,
  dormitoryBlock,
  leavingFault,
  likeness,
  nameWords,
  searchTextOf,
  searchWords,
  sortKeyOf,
  type Comparable,
} from './people.rules'

const aWoman = (overrides: Partial<Comparable> = {}): Comparable => ({
  fileNumber: 'DEM-21-0101',
  surname1: 'Ñáñez',
  surname2: 'de la Cruz',
  givenNames: 'María Luisa',
  birthDate: '1990-05-04',
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

describe('likeness', () => {
  test('one file number is one woman, however it is written', () => {
    expect(likeness(aWoman(), aWoman({ fileNumber: 'dem 21 0101', givenNames: 'Otra' }))).toBe('file-number')
  })

  test.each([
    ['surnames the other way round', { surname1: 'De la Cruz', surname2: 'NAÑEZ' }],
    ['Ma. for María', { givenNames: 'Ma. Luisa' }],
    ['no particles', { surname2: 'Cruz' }],
    ['given names the other way round', { givenNames: 'Luisa María' }],
  ] as const)('the same name and day with %s', (_what, other) => {
    expect(likeness(aWoman({ fileNumber: '1' }), aWoman({ fileNumber: '2', ...other }))).toBe('name-and-birth-date')
  })

  test('a birth year that differs by one is still alike; by two it is another woman', () => {
    const a = aWoman({ fileNumber: '1' })
    expect(likeness(a, aWoman({ fileNumber: '2', birthDate: '1991-12-31' }))).toBe('name-and-birth-year')
    expect(likeness(a, aWoman({ fileNumber: '2', birthDate: '1992-01-01' }))).toBeUndefined()
    expect(likeness(a, aWoman({ fileNumber: '2', birthDate: null }))).toBe('name')
  })

  test('a given name more is another name; and a half-typed one is like nobody', () => {
    expect(likeness(aWoman({ fileNumber: '1' }), aWoman({ fileNumber: '2', givenNames: 'Luisa' }))).toBeUndefined()
    const empty = aWoman({ fileNumber: '', givenNames: '', surname1: '', surname2: null })
    expect(likeness(empty, empty)).toBeUndefined()
  })

  test('whoever is alike by name is found by a word of her surnames', () => {
    const word = fc.constantFrom('Cruz', 'de la Cruz', 'Ñáñez', 'del Río', 'Ku')
    fc.assert(
      fc.property(word, word, (surname1, surname2) => {
        const a = aWoman({ fileNumber: '1', surname1, surname2 })
        const b = aWoman({ fileNumber: '2', surname1: surname2, surname2: surname1 })
        expect(likeness(a, b)).toBe('name-and-birth-date')
        for (const each of nameWords(a)) expect(searchTextOf(b)).toContain(each)
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
