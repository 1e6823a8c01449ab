import { describe, expect, test } from 'vitest'
import { wordsIn } from '../../../shared/i18n'
import { differences, fieldWords, valueWords } from './audit-words'

describe('before and after', () => {
  test('show only what differs, and nothing that a partial change does not mention', () => {
    expect(
      differences('{"role":"reader","suspendedAt":null,"name":"Ana"}', '{"role":"director","suspendedAt":null}'),
    ).toEqual([{ field: 'role', before: 'reader', after: 'director' }])
  })

  test('a new record shows all it has, lists and parts in a row', () => {
    expect(differences(null, '{"code":"DEM","signatories":[{"name":"P","post":"C"}],"empty":""}')).toEqual([
      { field: 'code', before: null, after: 'DEM' },
      { field: 'signatories', before: null, after: 'name: P, post: C' },
    ])
  })

  test('what is no record is shown as it is, and nothing is nothing', () => {
    expect(differences('"uno"', '"dos"')).toEqual([{ field: 'value', before: 'uno', after: 'dos' }])
    expect(differences(null, null)).toEqual([])
    expect(differences(null, 'roto{')).toEqual([{ field: 'value', before: null, after: 'roto{' }])
  })
})

describe('the words of an entry', () => {
  const t = wordsIn('es')
  const say = (value: string | number | boolean, field: string) => valueWords(t, (at) => `a las ${at}`, value, field)

  test('say fields, days, instants and codes as the pages do', () => {
    expect(fieldWords(t, 'legalStatus')).toBe('Situación jurídica')
    expect(say('2026-10-13', 'leftOn')).toBe('mar 13 oct 2026')
    expect(say('2026-10-13T16:30:00.000Z', 'madeAt')).toBe('a las 2026-10-13T16:30:00.000Z')
    expect(say('release', 'leftCause')).toBe('Salió en libertad')
    expect(say('gate', 'role')).toBe('Aduana')
    expect(say(true, 'mayCollect')).toBe('sí')
    expect(say(22, 'capacity')).toBe('22')
  })

  test('leave what is no code as it was written, and shorten ids', () => {
    expect(say('gate', 'note')).toBe('gate')
    expect(say('0773cd63-bd51-42ba-9eed-3e3568ad2506', 'personId')).toBe('0773cd63')
    expect(fieldWords(t, '0773cd63-bd51-42ba-9eed-3e3568ad2506')).toBe('Registro 0773cd63')
  })

  test('reach into lists and parts', () => {
    const speech = { field: (name: string) => fieldWords(t, name), value: say }
    expect(differences(null, '{"slots":[{"weekday":1,"startsAt":"09:00","endsAt":"11:00"}]}', speech)).toEqual([
      {
        field: 'slots',
        before: null,
        after: 'Día de la semana (1 = lunes): 1, De: 09:00, A: 11:00',
      },
    ])
  })
})
