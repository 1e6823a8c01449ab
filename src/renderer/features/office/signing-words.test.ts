import { expect, test } from 'vitest'
import { newSigningRule, signingRule } from '../../../shared/contract/signing'
import { conditionsOf, WHENS, whensOf } from './signing-words'

test('every condition that the page offers can be kept, and is read back as it was chosen', () => {
  const rule = newSigningRule('Procuraduría')
  for (const when of WHENS) {
    const kept = signingRule.parse({ ...rule, requiredWhen: conditionsOf(rule, [when]) })
    expect(whensOf(kept)).toEqual([when])
  }
  expect(conditionsOf(rule, [])).toEqual([])
})

test('a condition that the page cannot say is not lost when another is chosen', () => {
  const odd = { custody: ['unknown' as const], kinds: ['family' as const] }
  const rule = { ...newSigningRule('DIF'), requiredWhen: [odd] }
  expect(conditionsOf(rule, ['measure'])).toEqual([odd, { measure: true }])
})

test('a new line begins by its name: the direction signs for itself, the mother for each outing', () => {
  expect(newSigningRule('Dirección')).toMatchObject({ recordedBy: 'director', scope: 'permission', emergency: 'phone' })
  expect(newSigningRule('la mamá')).toMatchObject({ recordedBy: 'office', scope: 'outing', emergency: 'after' })
  expect(newSigningRule('trabajo social')).toMatchObject({ recordedBy: 'office', scope: 'permission' })
})
