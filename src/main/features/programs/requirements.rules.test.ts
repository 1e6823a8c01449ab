import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Requirement } from '../../../shared/contract/workshops.contract'
import { REQUIREMENT_KINDS } from '../../../shared/contract/workshops.contract'
import { schoolingLevel, unmetRequirements, type EntryFacts } from './requirements.rules'

const facts = (more: Partial<EntryFacts> = {}): EntryFacts => ({
  schooling: 'secundaria',
  completedWorkshops: ['w-bordado'],
  completedModules: ['m-puntadas'],
  places: 1,
  hoursPerWeek: 8,
  legalStatus: 'sentenced',
  languages: ['español', 'tseltal'],
  childrenInside: 0,
  care: null,
  ...more,
})
const one = (kind: Requirement['kind'], value: string, more: Partial<EntryFacts> = {}) =>
  unmetRequirements([{ kind, value } as Requirement], facts(more)).map(({ known, has }) => [known, has])

test.each([
  ['Primaria', 'primary'],
  ['primaria incompleta', 'reads'],
  ['Secundaria trunca', 'primary'],
  ['Preparatoria', 'high-school'],
  ['Educación media superior', 'high-school'],
  ['Licenciatura (inconclusa)', 'high-school'],
  ['Maestría', 'higher'],
  ['Sabe leer y escribir', 'reads'],
  ['Analfabeta', 'none'],
  ['lee', 'reads'],
  ['Ninguna', 'none'],
  ['sin escolaridad', 'none'],
  ['', undefined],
  [null, undefined],
])('%s means %s', (words, level) => expect(schoolingLevel(words)).toBe(level))

describe('each requirement says what is not met, and what is not known', () => {
  test('schooling', () => {
    expect(one('schooling', 'secondary')).toEqual([])
    expect(one('schooling', 'high-school')).toEqual([[true, null]])
    expect(one('schooling', 'primary', { schooling: null })).toEqual([[false, null]])
    expect(one('schooling', 'reads', { schooling: 'ninguna' })).toEqual([[true, null]])
  })
  test('what she has done before', () => {
    expect(one('prior-workshop', 'w-bordado')).toEqual([])
    expect(one('prior-workshop', 'w-costura')).toEqual([[true, null]])
    expect(one('prior-module', 'm-puntadas')).toEqual([])
    expect(one('prior-module', 'm-corte')).toEqual([[true, null]])
  })
  test('how much she has already: fewer places than the limit, hours up to it', () => {
    expect(one('max-places', '2')).toEqual([])
    expect(one('max-places', '1')).toEqual([[true, 1]])
    expect(one('max-hours', '8')).toEqual([])
    expect(one('max-hours', '7')).toEqual([[true, 8]])
  })
  test('legal status and language', () => {
    expect(one('legal-status', 'sentenced')).toEqual([])
    expect(one('legal-status', 'tried')).toEqual([[true, null]])
    expect(one('legal-status', 'tried', { legalStatus: null })).toEqual([[false, null]])
    expect(one('language', 'Español')).toEqual([])
    expect(one('language', 'inglés')).toEqual([[true, null]])
    expect(one('language', 'inglés', { languages: [] })).toEqual([[false, null]])
  })
  test('care, for a mother whose child lives here', () => {
    expect(one('care', '')).toEqual([])
    expect(one('care', '', { childrenInside: 1 })).toEqual([[true, 1]])
    expect(one('care', '', { childrenInside: 1, care: 'mother-arranges' })).toEqual([[true, 1]])
    expect(one('care', '', { childrenInside: 2, care: 'childcare' })).toEqual([])
    expect(one('care', '', { childrenInside: 2, care: 'children-welcome' })).toEqual([])
  })
  test('what nothing on file can answer is asked each time', () => {
    expect(one('to-check', 'Constancia médica')).toEqual([[false, null]])
  })
})

test('asking more never lets in more, and every kind can be asked', () => {
  const requirement = fc
    .constantFrom(...REQUIREMENT_KINDS)
    .chain((kind) =>
      fc
        .constantFrom('primary', 'higher', '1', '40', 'tried', 'español', 'w-bordado')
        .map((value) => ({ kind, value }) as Requirement),
    )
  fc.assert(
    fc.property(fc.array(requirement), fc.array(requirement), (some, more) => {
      const few = unmetRequirements(some, facts())
      expect(unmetRequirements([...some, ...more], facts()).slice(0, few.length)).toEqual(few)
    }),
  )
})
