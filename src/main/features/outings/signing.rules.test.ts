import { describe, expect, test } from 'vitest'
import type { SigningCondition, SigningRule } from '../../../shared/contract/signing'
import { orderName } from './adult.rules'
import {
  comesFirst,
  isRequired,
  missingSignatures,
  owedSignatures,
  refusalToSign,
  requiredFor,
  type Circumstances,
} from './signing.rules'
import { needs } from '../../../../tests/factories/leave-facts'

describe('who signs what', () => {
  const rule = (name: string) => ({ recordedBy: name === 'dirección' ? ('director' as const) : ('office' as const) })
  test.each([
    ['dirección', 'director', 'ana', 'bea', null],
    ['dirección', 'director', 'ana', 'ana', 'requester-approves'],
    ['dirección', 'director', 'ana', null, null],
    ['dirección', 'coordinator', 'ana', 'bea', 'signature-of-director'],
    ['dirección', 'mother-child', 'ana', 'bea', 'signature-of-director'],
    ['madre', 'coordinator', 'ana', 'ana', null],
    ['madre', 'mother-child', 'ana', 'ana', null],
    ['trabajo social', 'director', 'ana', 'bea', 'signature-of-office'],
  ] as const)('%s by %s', (authorisation, role, id, requestedBy, answer) => {
    const askers = { ids: [requestedBy, null], names: [requestedBy, null] }
    expect(refusalToSign(rule(authorisation), { id, name: id, role }, askers)).toBe(answer)
  })

  test('who asked for the present round, or bears the name of who did, is the same person in another role', () => {
    const director = { id: 'ana-2', name: 'Ana  Ruiz', role: 'director' }
    const by = (ids: (string | null)[], names: (string | null)[]) =>
      refusalToSign({ recordedBy: 'director' }, director, { ids, names })
    expect(by(['otra', 'ana-2'], ['Otra', 'Otra'])).toBe('requester-approves')
    expect(by(['ana-1', null], ['ANA RUIZ', null])).toBe('requester-approves')
    expect(by(['otra', null], ['Otra', null])).toBe(null)
  })
})

describe('what is asked for', () => {
  const about: Circumstances = { kind: 'family', overnight: false, travels: false, custody: 'mother', measure: false }
  const cases: readonly [string, SigningCondition[], Partial<Circumstances>, boolean][] = [
    ['always, without a condition', [], {}, true],
    ['for a kind', [{ kinds: ['family', 'group'] }], {}, true],
    ['not for another kind', [{ kinds: ['medical'] }], {}, false],
    ['while a measure is open', [{ measure: true }], { measure: true }, true],
    ['not without a measure', [{ measure: true }], {}, false],
    ['where the state has custody', [{ custody: ['state'] }], { custody: 'state' }, true],
    ['not where the mother has it', [{ custody: ['state'] }], {}, false],
    ['shared and overnight', [{ custody: ['shared'], overnight: true }], { custody: 'shared', overnight: true }, true],
    ['not shared by day', [{ custody: ['shared'], overnight: true }], { custody: 'shared' }, false],
    ['not overnight with the mother alone', [{ custody: ['shared'], overnight: true }], { overnight: true }, false],
    [
      'any of several',
      [
        { custody: ['shared'], overnight: true },
        { custody: ['shared'], travels: true },
      ],
      { custody: 'shared', travels: true },
      true,
    ],
  ]
  test.each(cases)('%s', (_name, requiredWhen, overrides, answer) => {
    expect(isRequired({ requiredWhen }, { ...about, ...overrides })).toBe(answer)
  })

  const list: readonly SigningRule[] = [
    { name: 'madre', recordedBy: 'office', scope: 'outing', requiredWhen: [], emergency: 'after' },
    { name: 'dirección', recordedBy: 'director', scope: 'permission', requiredWhen: [], emergency: 'phone' },
    {
      name: 'Procuraduría',
      recordedBy: 'office',
      scope: 'permission',
      requiredWhen: [{ measure: true }],
      emergency: 'before',
    },
  ]

  test('the list keeps its order, and only an emergency may do with less', () => {
    const whens = (overrides: Partial<Circumstances>) =>
      requiredFor(list, { ...about, ...overrides }).map((each) => `${each.authorisation} ${each.when}`)
    expect(whens({})).toEqual(['madre before', 'dirección before'])
    expect(whens({ kind: 'emergency', measure: true })).toEqual([
      'madre after',
      'dirección phone',
      'Procuraduría before',
    ])
  })

  test('a word by phone lets a child go in an emergency, and is still owed on paper', () => {
    const required = requiredFor(list, { ...about, kind: 'emergency' })
    const phone = { authorisation: 'Dirección', how: 'phone' as const, signedOn: '2026-10-17' }
    expect(missingSignatures(required, [])).toEqual(['dirección'])
    expect(missingSignatures(required, [phone])).toEqual([])
    expect(owedSignatures(required, [phone])).toEqual(['madre', 'dirección'])
    expect(owedSignatures(required, [phone, { ...phone, how: 'paper' }])).toEqual(['madre'])
    expect(missingSignatures(requiredFor(list, about), [phone])).toEqual(['madre', 'dirección'])
  })

  test('consents come before the direction', () => {
    const required = [needs('madre'), needs('dirección')]
    expect([comesFirst(required, 'madre'), comesFirst(required, 'dirección')]).toEqual([true, false])
  })
})

test('an order loses the words that announce it, and nothing else', () => {
  expect(orderName('Prohibido acercarse: Oficio 1184/2026')).toBe('Oficio 1184/2026')
  expect(orderName('Oficio 1184/2026')).toBe('Oficio 1184/2026')
  expect(orderName('Prohibido acercarse')).toBe('Prohibido acercarse')
})
