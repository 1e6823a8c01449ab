import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../../shared/kernel/civil-date'
import {
  BAD,
  cleanName,
  monthIn,
  readDay,
  readMoment,
  readPercent,
  readTime,
  readWeekdays,
  readYesNo,
} from './cells.rules'

const TODAY = '2026-10-31'
const MONTHS = 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(' ')

describe('days', () => {
  const anyDay = fc.integer({ min: 0, max: 36_000 }).map((days) => addDays('1930-01-01', days))

  test('are read whichever way an office writes them', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const [year = '', month = '', date = ''] = day.split('-')
        const serial = Math.round((Date.parse(day) - Date.parse('1899-12-30')) / 86_400_000)
        const ways = [
          day,
          new Date(`${day}T00:00:00Z`),
          serial,
          String(serial),
          `${date}/${month}/${year}`,
          `${Number(date)}-${Number(month)}-${year}`,
          ` ${date}.${month}.${year} `,
          `${Number(date)} de ${MONTHS[Number(month) - 1] ?? ''} de ${year}`,
          `${date}-${(MONTHS[Number(month) - 1] ?? '').slice(0, 3)}-${year}`,
        ]
        for (const way of ways) expect(readDay(way, TODAY), String(way)).toEqual({ day, approximate: false })
      }),
    )
  })

  test('that do not exist are not bent into others', () => {
    for (const text of ['31/02/1990', '29/02/2023', '00/01/2020', '12/13/2020', 'ayer', '45', 'SIN DATOS', 12, 900_000])
      expect(readDay(text, TODAY), String(text)).toBe(BAD)
  })

  test('with two figures for the year are births in the past and plans in the near future', () => {
    expect(readDay('1-2-58', TODAY)).toEqual({ day: '1958-02-01', approximate: false })
    expect(readDay('1-2-27', TODAY)).toEqual({ day: '2027-02-01', approximate: false })
  })

  test('may be approximate, and an empty cell or a dash is none', () => {
    expect(readDay('aprox. 29/05/2025', TODAY)).toEqual({ day: '2025-05-29', approximate: true })
    expect(readDay('—', TODAY)).toBeNull()
    expect(readDay(null, TODAY)).toBeNull()
  })

  test('with their time are moments', () => {
    expect(readMoment('03/10/2026 09:12', TODAY)).toEqual({ day: '2026-10-03', time: '09:12' })
    expect(readMoment(46298.5, TODAY)).toEqual({ day: '2026-10-03', time: '12:00' })
    expect(readMoment('03/10/2026', TODAY)).toBe(BAD)
  })
})

test.each([
  ['09:00', '09:00'],
  ['9:05 hrs', '09:05'],
  ['4 pm', '16:00'],
  ['12:30 a. m.', '00:30'],
  [0.375, '09:00'],
  [new Date('1899-12-30T16:30:00Z'), '16:30'],
  ['25:00', BAD],
  ['13 pm', BAD],
  ['temprano', BAD],
])('the time %s', (cell, time) => expect(readTime(cell)).toBe(time))

test.each([
  [0.8, 80],
  ['80%', 80],
  ['80 %', 80],
  ['0.75', 75],
  [90, 90],
  [1, 100],
  ['mucho', BAD],
  [120, BAD],
])('the share %s', (cell, percent) => expect(readPercent(cell)).toBe(percent))

test.each([
  ['Lu Mi Vi', [1, 3, 5]],
  ['lunes, miércoles y viernes', [1, 3, 5]],
  ['Lu Ma Mi Ju Vi', [1, 2, 3, 4, 5]],
  ['lunes a viernes', [1, 2, 3, 4, 5]],
  ['L-M-X', [1, 2, 3]],
  ['diario', BAD],
])('the weekdays %s', (cell, days) => expect(readWeekdays(cell)).toEqual(days))

test('yes and no, and neither', () => {
  expect(['Sí', 'si', 'X', true].map(readYesNo)).toEqual([true, true, true, true])
  expect(['No', 'N', false].map(readYesNo)).toEqual([false, false, false])
  expect(readYesNo('tal vez')).toBe(BAD)
})

test('the month of a title', () => {
  expect(monthIn('Lista de asistencia Mes octubre 2026 Tallerista Mtra. Elisa Baeza')).toBe('2026-10')
  expect(monthIn('asistencia-2026-09.xlsx')).toBe('2026-09')
  expect(monthIn('Programación')).toBeNull()
})

describe('names', () => {
  test.each([
    ['  ROSA   MARÍA ', 'Rosa María'],
    ['DE LA CRUZ', 'de la Cruz'],
    ['DEL ÁNGEL', 'del Ángel'],
    ['de los Santos', 'de los Santos'],
    ['ÑÁÑEZ', 'Ñáñez'],
    ['MCGREGOR', 'McGregor'],
    ['McGregor', 'McGregor'],
    ["O'FARRILL", "O'Farrill"],
    ['PÉREZ-LÓPEZ', 'Pérez-López'],
    ['KU', 'Ku'],
    ['Citlali', 'Citlali'],
    ['joseﬁna', 'Josefina'],
  ])('%s', (written, clean) => expect(cleanName(written)).toBe(clean))

  test('cleaned twice are as cleaned once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        expect(cleanName(cleanName(text))).toBe(cleanName(text))
      }),
    )
  })
})
