import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { indexWomen, readPasted, sharedHour, whoIsMeant } from './pasted-list.rules'

const codes = new Map([
  ['cl 02 26b', 'e-cl'],
  ['eac 12', 'e-eac'],
])
const woman = (personId: string, fileNumber: string, surnames: string, givenNames: string, isHere = true) => ({
  personId,
  fileNumber,
  surname1: surnames.split(' ')[0] ?? '',
  surname2: surnames.split(' ')[1] ?? null,
  givenNames,
  chosenName: null,
  isHere,
})
const women = [
  woman('p1', 'DEM-26-0141', 'Ortega Cruz', 'Ana'),
  woman('p2', 'DEM-26-0142', 'Ortega Cruz', 'Ana Luisa'),
  woman('p3', 'DEM-26-0143', 'Ñáñez Ku', 'María Xóchitl'),
  woman('p4', 'DEM-26-0144', 'Ruiz', 'Eva', false),
  woman('p5', 'DEM-26-0145', 'Ruiz', 'Eva'),
  woman('p6', 'DEM-26-0146', 'Cruz', 'Rosa de la', false),
]
const index = indexWomen(women)
const meant = (...who: string[]) => whoIsMeant(who, index).map((each) => each.personId)

describe('a pasted list', () => {
  test('is read line by line, with the code of the group in a column of its own', () => {
    const text = 'Expediente\tGrupo\r\nDEM-26-0141\tCL-02-26B\r\n\r\nOrtega Cruz, Ana;EAC-12\r\nSolo un nombre\r\n'
    expect(readPasted(text, codes).map(({ line, who, editionId }) => [line, who, editionId])).toEqual([
      [2, ['DEM-26-0141'], 'e-cl'],
      [4, ['Ortega Cruz, Ana'], 'e-eac'],
      [5, ['Solo un nombre'], null],
    ])
  })

  test('says which code no group has, and takes surnames and names from cells of their own', () => {
    const [first, second] = readPasted('Ortega Cruz\tAna\tXX-99\nOrtega\tCruz\tAna\teac-12', codes)
    expect(first).toMatchObject({ who: ['Ortega Cruz', 'Ana'], unknownCode: 'XX-99' })
    expect(second).toMatchObject({ who: ['Ortega', 'Cruz', 'Ana'], unknownCode: null, editionId: 'e-eac' })
  })

  test('keeps every line that says something, whatever was pasted', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ minLength: 1, maxLength: 12, unit: fc.constantFrom(...'abñ1-\t; ') })),
        (lines) => {
          const said = lines.filter((line) => line.split(/[\t;|]/).some((cell) => cell.trim() !== '')).length
          expect(readPasted(lines.join('\n'), codes)).toHaveLength(said)
        },
      ),
    )
  })
})

describe('whom a line means', () => {
  test('is told by the file number above all', () => {
    expect(meant('dem-26-0142')).toEqual(['p2'])
    expect(meant('Ortega', 'DEM-26-0141')).toEqual(['p1'])
  })

  test('is told by the whole name in any order, without accents, with Ma. for María', () => {
    expect(meant('Ortega Cruz, Ana')).toEqual(['p1'])
    expect(meant('ana luisa ortega cruz')).toEqual(['p2'])
    expect(meant('Ma. Xochitl NANEZ KU')).toEqual(['p3'])
  })

  test('is not clear where a part of a name fits several, and nobody where it fits none', () => {
    expect(meant('Ortega')).toEqual(['p1', 'p2'])
    expect(meant('Ortega Zúñiga')).toEqual([])
    expect(meant('')).toEqual([])
  })

  test('is who is here before who has left; who has left is named all the same', () => {
    expect(meant('Ruiz Eva')).toEqual(['p5'])
    expect(meant('Rosa de la Cruz')).toEqual(['p6'])
  })
})

describe('two editions of one list', () => {
  const hour = (over = {}) => ({ week: 'every' as const, weekday: 1, startsAt: '09:00', endsAt: '11:00', ...over })
  const edition = (id: string, slots: ReturnType<typeof hour>[], startsOn = '2026-09-01', endsOn = '2026-12-11') => ({
    id,
    startsOn,
    endsOn,
    slots,
  })
  test('want the same hour of one woman where their weeks and days meet', () => {
    const a = edition('a', [hour()])
    expect(sharedHour(a, edition('b', [hour({ startsAt: '10:00', endsAt: '12:00' })]))).toMatchObject({ weekday: 1 })
    expect(sharedHour(a, edition('b', [hour({ startsAt: '11:00', endsAt: '12:00' })]))).toBeNull()
    expect(sharedHour(a, edition('b', [hour({ weekday: 2 })]))).toBeNull()
    expect(sharedHour(a, edition('b', [hour()], '2026-12-12', '2027-02-01'))).toBeNull()
    const [inA, inB] = [edition('a', [hour({ week: 'A' })]), edition('b', [hour({ week: 'B' })])]
    expect(sharedHour(inA, inB)).toBeNull()
  })
})
