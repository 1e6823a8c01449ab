import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nameTells, tellingWords } from './telling.rules'

const center = {
  name: 'Centro de Demostración',
  code: 'DEM',
  place: 'Tlalmanalco, Estado de México',
  issuer: 'Programa Umbral, A.C.',
}
const tells = (text: string, at: Partial<typeof center> = {}) => tellingWords([text], { ...center, ...at }).length > 0

describe('a woman’s name that tells where she was', () => {
  const name = (text: string, at: Partial<typeof center> = {}) =>
    nameTells(text, { fileNumber: 'DEM-26-0777', center: { ...center, ...at } })

  test('her number in the file, whatever it begins with', () => {
    const of = { fileNumber: '1234/2019', center }
    expect(nameTells('Ana Sol 1234/2019', of)).toBe(true)
    expect(nameTells('Ana Sol', of)).toBe(false)
  })

  test.each([
    'Luz (Centro de Demostración) Ríos',
    'Eva Paz (dormitorio B-04)',
    'Ana Sol DEM-26-0777',
    'Ana Sol DEM26/14',
    'Ana Sol, PPL',
    'Rosa Díaz exp. 12, expediente',
  ])('%s', (text) => expect(name(text)).toBe(true))

  test.each([
    'Rosa Presa Custodio',
    'Ana Carcelén Celdas',
    'Dem Reo Penal',
    'Demetria 2.ª Ruiz',
    'Esperanza Cruz',
    'Xóchitl Ñáñez Saꞌvi',
  ])('not: %s', (text) => expect(name(text, { name: 'Esperanza' })).toBe(false))
})

describe('what would tell where a certificate was earned', () => {
  test.each([
    'Directora del Centro de Demostración',
    'Taller de demostracion',
    'Subdirección del centro',
    'Registro DEM-26-0001',
    'Registro DEM26/14',
    'Jefa de Seguridad y Custodia',
    'Dirección de Reinserción Social',
    'Coordinación de internas',
    'Sistema Penitenciario del Estado',
    'Costura para personas privadas de la libertad',
    'CERESO femenil 3',
    'Repostería, dormitorio B',
    'PPL',
    'Derechos en reclusión',
    'Medidas de preliberación: preliberadas',
  ])('%s', (text) => expect(tells(text)).toBe(true))

  test.each([
    'Bordado a mano',
    'Coordinación de programas',
    'Capacitación laboral',
    'Tlalmanalco, Estado de México',
    'Programa Umbral, A.C.',
    'Control interno y calidad',
    'Estancia infantil: cuidado de niñas y niños',
    'Panadería y demolición de prejuicios',
    'Personalidad y presentación',
    'Presupuesto del hogar',
    'Penalva y Asociados',
    'Seguridad e higiene en el taller',
  ])('not: %s', (text) => expect(tells(text)).toBe(false))

  test('a center called after a place known by two words does not forbid either of them alone', () => {
    const at = { name: 'Centro Femenil Santa Martha Acatitla' }
    expect(tells('Instituto de Santa Martha', at)).toBe(true)
    expect(tells('Martha Acatitla', at)).toBe(true)
    expect(tells('Lic. Martha Ríos', at)).toBe(false)
  })
  test('a center that bears the name of its municipality may still print the municipality', () => {
    const at = { name: 'Centro Femenil de Tlalmanalco', code: 'TLA' }
    expect(tells('Tlalmanalco, Estado de México', at)).toBe(false)
    expect(tells('Directora del centro femenil', at)).toBe(true)
  })
  test('a code that is a word of the place forbids itself only elsewhere', () => {
    const at = { code: 'SUR', place: 'La Paz, Baja California Sur' }
    expect(tells('La Paz, Baja California Sur', at)).toBe(false)
    expect(tells('Coordinación SUR-2', at)).toBe(true)
  })
  test('however it is written: capitals, accents, spaces and signs hide nothing', () => {
    const dressed = fc.constantFrom(
      'RECLUSORIO',
      'Reclusório',
      '  reclusorio.',
      '«Reclusorio»',
      'el/reclusorio',
      'reclu\u00adsorio',
    )
    fc.assert(
      fc.property(dressed, fc.constantFrom('', 'Taller ', 'Mtra. '), (word, before) => {
        expect(tells(before + word)).toBe(true)
      }),
    )
  })
})
