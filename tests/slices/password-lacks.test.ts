import fc from 'fast-check'
import { expect, test } from 'vitest'
import { judgePassword } from '../../src/main/platform/vault/password'
import { checkPassword, lettersMissing } from '../../src/renderer/features/office/password-lacks'

const lacks = (password: string, owner: string) =>
  checkPassword(password, owner)
    .filter((check) => !check.met)
    .map((check) => check.rule)

test('an empty password lacks everything, a good one nothing', () => {
  expect(lacks('', 'Ana')).toEqual(['length', 'variety', 'no-name'])
  expect(lacks('jacaranda-en-marzo', 'Ana Ruiz')).toEqual([])
  expect(lacks('ruiz-ruiz-ruiz-ruiz', 'Ana Ruiz')).toEqual(['variety', 'no-name'])
})

test('letters are counted as people see them', () => {
  expect(lettersMissing('ñandú')).toBe(7)
  expect(lettersMissing('jacaranda-en-marzo')).toBe(0)
})

test('what it says while she types is what main decides', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 20 }),
      fc.constantFrom('Ana', 'Clara Ruiz', 'Ñandú Peña'),
      (password, owner) => {
        expect(lacks(password, owner).length === 0).toBe(judgePassword(password, owner) === undefined)
      },
    ),
  )
})
