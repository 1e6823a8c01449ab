import { describe, expect, test } from 'vitest'
import { NEW_CENTER } from '../../../shared/contract/center-file'
import { lacksOf, type SetUpDraft } from './set-up-steps'

const draft: SetUpDraft = {
  center: { ...NEW_CENTER, code: 'DEM', name: 'Centro', municipality: 'M', state: 'E', issuer: 'I' },
  people: [
    { name: 'Ana Ruiz', role: 'director', password: 'jacaranda-en-marzo' },
    { name: 'Bea Soto', role: 'coordinator', password: 'bugambilia-morada' },
  ],
  recovery: { way: 'paste', identity: '', recipient: `age1${'q'.repeat(58)}` },
}
const [ana, bea] = draft.people as [SetUpDraft['people'][number], SetUpDraft['people'][number]]

describe('a step of the set-up can be left', () => {
  test('when everything is there', () => {
    for (const step of ['center', 'people', 'recovery', 'summary'] as const) expect(lacksOf(step, draft)).toEqual([])
  })

  test('but not without the names of the center', () => {
    expect(lacksOf('center', { ...draft, center: NEW_CENTER })).toEqual(['center'])
  })

  test('but not with one name twice, however it is accented', () => {
    expect(lacksOf('people', { ...draft, people: [ana, { ...bea, name: 'ána  RUÍZ' }] })).toEqual(['same-name'])
  })

  test('but not without a director, a name or a good password', () => {
    expect(
      lacksOf('people', {
        ...draft,
        people: [
          { ...ana, role: 'reader' },
          { ...bea, name: ' ', password: 'corta' },
        ],
      }),
    ).toEqual(['name', 'no-director', 'password'])
  })

  test('but not with something that is no recipient', () => {
    expect(lacksOf('recovery', { ...draft, recovery: { ...draft.recovery, recipient: 'AGE-SECRET-KEY-1' } })).toEqual([
      'recovery',
    ])
  })
})
