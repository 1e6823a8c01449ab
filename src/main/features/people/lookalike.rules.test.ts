import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { searchTextOf, sortKeyOf } from './people.rules'
import { glanceFor, inStrength, likenessTo, netFor, soundOf, type Comparable } from './lookalike.rules'

const aWoman = (overrides: Partial<Comparable> = {}): Comparable => ({
  fileNumber: 'DEM-21-0101',
  surname1: 'Ñáñez',
  surname2: 'de la Cruz',
  givenNames: 'María Luisa',
  chosenName: null,
  curp: null,
  birthDate: '1990-05-04',
  ...overrides,
})
const another = (overrides: Partial<Comparable> = {}): Comparable => aWoman({ fileNumber: 'DEM-26-9999', ...overrides })
const likeness = (a: Comparable, b: Comparable) => likenessTo(a)(b)

describe('the same woman', () => {
  test('has one file number and one CURP, however they are written', () => {
    expect(likeness(aWoman(), aWoman({ fileNumber: 'dem 21 0101', givenNames: 'Otra' }))).toBe('file-number')
    const curp = { curp: 'XADA640703MGRXML11' }
    expect(likeness(aWoman(curp), another({ surname1: 'Otra', curp: 'xada640703mgrxml11' }))).toBe('curp')
  })

  test.each([
    ['surnames the other way round', { surname1: 'De la Cruz', surname2: 'NAÑEZ' }],
    ['Ma. for María', { givenNames: 'Ma. Luisa' }],
    ['no particles', { surname2: 'Cruz' }],
    ['given names the other way round', { givenNames: 'Luisa María' }],
    ['no accent and an N for the Ñ', { surname1: 'Nanez', givenNames: 'MARIA LUISA' }],
  ] as const)('is found with %s', (_what, other) => {
    expect(likeness(aWoman(), another(other))).toBe('name-and-birth-date')
  })

  test.each([
    ['her second surname missing', { surname2: null }],
    ['one given name left out', { givenNames: 'Luisa' }],
    ['another spelling', { surname1: 'Nañes', surname2: 'de la Crus' }],
    ['the name she chose written as given', { givenNames: 'Güicho' }],
  ] as const)('is near with %s, if the years fit', (_what, other) => {
    const known = aWoman({ chosenName: 'Güicho' })
    expect(likeness(known, another({ ...other, birthDate: '1991-01-01' }))).toBe('near-name')
    expect(likeness(known, another({ ...other, birthDate: '1992-01-01' }))).toBeUndefined()
  })

  test('without a birth date must have the whole name, or all of it by sound', () => {
    expect(likeness(aWoman(), another({ birthDate: null }))).toBe('name')
    expect(likeness(aWoman(), another({ birthDate: null, surname1: 'Ñañes' }))).toBe('near-name')
    expect(likeness(aWoman(), another({ birthDate: null, surname2: null }))).toBeUndefined()
  })
})

test('a birth year that differs by one is still alike; by two it is another woman', () => {
  expect(likeness(aWoman(), another({ birthDate: '1991-12-31' }))).toBe('name-and-birth-year')
  expect(likeness(aWoman(), another({ birthDate: '1992-01-01' }))).toBeUndefined()
})

test('a half-typed record is like nobody', () => {
  const empty = aWoman({ fileNumber: '', givenNames: '', surname1: '', surname2: null })
  expect(likeness(empty, empty)).toBeUndefined()
  expect(likeness(aWoman(), another({ surname1: 'de la', surname2: null }))).toBeUndefined()
})

test.each([
  ['valdez', 'baldes'],
  ['marisela', 'maricela'],
  ['martha', 'marta'],
  ['yrene', 'irene'],
  ['ximena', 'jimena'],
  ['quiroga', 'kiroga'],
  ['guerrero', 'gerrero'],
])('%s sounds like %s', (a, b) => expect(soundOf(a)).toBe(soundOf(b)))

test.each([
  ['chavez', 'cavez'],
  ['garcia', 'jarcia'],
  ['ana', 'eva'],
])('%s does not sound like %s', (a, b) => expect(soundOf(a)).not.toBe(soundOf(b)))

const surname = fc.constantFrom('Cruz', 'de la Cruz', 'Ñáñez', 'Nanes', 'del Río', 'Ku', 'Valdez', 'Baldés', 'de la')
const given = fc.constantFrom('María', 'Ma. Luisa', 'Luisa María', 'J. Guadalupe', 'Gpe.', 'Ximena', '')
const woman: fc.Arbitrary<Comparable> = fc.record({
  fileNumber: fc.constantFrom('', 'DEM-1', 'dem 1', 'DEM-2'),
  surname1: surname,
  surname2: fc.option(surname, { nil: null }),
  givenNames: given,
  chosenName: fc.option(given, { nil: null }),
  curp: fc.constantFrom(null, 'XADA640703MGRXML11'),
  birthDate: fc.constantFrom(null, '1990-05-04', '1991-12-31', '1992-01-01', '1985-02-03'),
})

describe('whatever is typed', () => {
  test('she is as like the other as the other is like her', () => {
    fc.assert(
      fc.property(woman, woman, (a, b) => {
        expect(likeness(a, b)).toBe(likeness(b, a))
      }),
    )
  })

  test('accents, capitals and the order of surnames make no difference', () => {
    const bare = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase()
    const rewritten = (her: Comparable): Comparable => ({
      ...her,
      surname1: bare(her.surname2 ?? ''),
      surname2: bare(her.surname1),
      givenNames: bare(her.givenNames).split(' ').reverse().join(' '),
      chosenName: her.chosenName && bare(her.chosenName),
    })
    fc.assert(
      fc.property(woman, woman, (a, b) => {
        expect(likeness(rewritten(a), b)).toBe(likeness(a, b))
      }),
    )
  })

  test('nobody who is alike slips through the net', () => {
    fc.assert(
      fc.property(woman, woman, (a, b) => {
        const { words, years } = netFor(a)
        const caught =
          years.length === 0 ||
          b.birthDate === null ||
          years.includes(b.birthDate.slice(0, 4)) ||
          words.some((word) => `${b.fileNumber} ${b.curp ?? ''}`.toLowerCase().replace(/\W/g, ' ').includes(word))
        expect(caught || likeness(a, b) === undefined).toBe(true)
      }),
    )
  })
})

test('nobody who is alike is lost at the first glance', () => {
  fc.assert(
    fc.property(woman, woman, (a, b) => {
      const row = { searchText: searchTextOf(b), sortKey: sortKeyOf(b) }
      expect(glanceFor(a)(row) || likeness(a, b) === undefined).toBe(true)
    }),
    { numRuns: 500 },
  )
})

test('the strongest stands first, and who is here before who left', () => {
  const row = (of: 'name' | 'curp', here: boolean) => ({ likeness: of, here })
  expect([row('name', true), row('curp', false), row('curp', true)].sort(inStrength)).toEqual([
    row('curp', true),
    row('curp', false),
    row('name', true),
  ])
})
