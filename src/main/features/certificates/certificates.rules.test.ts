import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hasGoodCheck } from '../../../shared/kernel/check-character'
import { basisChange, basisFrom, nameKindOf, printedNameOf, type Basis } from './basis.rules'
import { decideIssue, draftRefusals, folioText, type DraftFacts, type IssueFacts } from './certificates.rules'
import { numbersFrom } from './forms.rules'

const draft = (overrides: Partial<DraftFacts> = {}): DraftFacts => ({
  name: 'Ana Ruiz',
  state: 'to-sign',
  signedOffBy: 'clara',
  printedName: 'Ana Ruiz',
  nameNow: 'Ana Ruiz',
  change: undefined,
  ...overrides,
})
type Woman = IssueFacts['women'][number]
const woman = (overrides: Partial<Woman> = {}): Woman => ({
  name: 'Ana Ruiz',
  decision: { earned: true },
  draft: draft(),
  issuedFolio: null,
  replaces: null,
  missingGlyphs: [],
  ...overrides,
})
const facts = (overrides: Partial<IssueFacts> = {}): IssueFacts => ({
  signatories: 2,
  lastDay: '2026-10-31',
  today: '2026-10-31',
  actorId: 'silvia',
  telling: [],
  women: [woman()],
  ...overrides,
})
const codes = (overrides: Partial<IssueFacts>) => decideIssue(facts(overrides)).map((each) => each.code)

describe('issuing', () => {
  test('takes what somebody else signed off and nothing has changed of', () => {
    expect(codes({})).toEqual([])
  })

  test.each<[string, Partial<IssueFacts>, string]>([
    ['nobody signs', { signatories: 0 }, 'no-signatory'],
    ['more sign than the paper has room for', { signatories: 5 }, 'too-many-signatories'],
    ['the clock was set back', { today: '2026-10-30' }, 'clock-set-back'],
    ['a word tells the place', { telling: ['CERESO'] }, 'certificate-names-center'],
    ['she has not earned it', { women: [woman({ decision: { earned: false } })] }, 'certificate-not-earned'],
    ['nothing was prepared', { women: [woman({ draft: null })] }, 'not-signed-off'],
    [
      'it is still a draft',
      { women: [woman({ draft: draft({ state: 'draft', signedOffBy: null }) })] },
      'not-signed-off',
    ],
    ['the same person signed it off', { actorId: 'clara' }, 'same-person'],
    ['the rule changed', { women: [woman({ draft: draft({ change: 'rule-changed' }) })] }, 'rule-changed'],
    [
      'the group was reopened',
      { women: [woman({ draft: draft({ change: 'edition-reopened' }) })] },
      'edition-reopened',
    ],
    ['her name changed', { women: [woman({ draft: draft({ nameNow: 'Ana Ruiz Paz' }) })] }, 'name-changed'],
    ['she has one', { women: [woman({ issuedFolio: '2026-X' })] }, 'certificate-already-issued'],
    [
      'what it would replace was revoked',
      { women: [woman({ replaces: { folio: '2026-X', state: 'revoked' } })] },
      'certificate-revoked',
    ],
    ['a letter cannot be drawn', { women: [woman({ missingGlyphs: ['王'] })] }, 'glyph-missing'],
  ])('is refused where %s', (_why, change, code) => {
    expect(codes(change)).toEqual([code])
  })

  test('names every woman who stands in the way, and is never half done', () => {
    const women = [woman(), woman({ name: 'Eva', draft: null }), woman({ name: 'Inés', decision: { earned: false } })]
    expect(decideIssue(facts({ women }))).toEqual([
      { code: 'not-signed-off', facts: { name: 'Eva' } },
      { code: 'certificate-not-earned', facts: { name: 'Inés' } },
    ])
  })
})

test('who has not been asked for her name is told so, once', () => {
  expect(draftRefusals(draft({ printedName: null, nameNow: null })).map((each) => each.code)).toEqual([
    'name-not-asked',
  ])
})

describe('what a draft rests on', () => {
  const edition = {
    title: 'Bordado',
    hours: 40,
    startsOn: '2026-09-01',
    endsOn: '2026-10-30',
    minRatePercent: 80,
    minHours: null,
    asksModules: false,
    asksPractical: false,
    asksTools: false,
    validMonths: null,
  }
  const row = {
    attended: 4,
    counted: 5,
    minutes: 480,
    evaluation: 'A' as const,
    modules: 0,
    modulesPassed: 0,
    practical: null,
    openTools: 0,
    waives: [],
  }
  const then = (closedOn: string | null = null): Basis => basisFrom(edition, row, closedOn)

  test('has not changed when read again from where it was kept', () => {
    expect(basisChange(JSON.parse(JSON.stringify(then())) as Basis, then())).toBeUndefined()
    expect(basisChange(then(), then('2026-11-02')), 'closing it makes it firmer').toBeUndefined()
  })
  test('tells a reopened group before a rule, and a rule before figures', () => {
    const other = basisFrom({ ...edition, minRatePercent: 85 }, { ...row, attended: 3 }, null)
    expect(basisChange(then('2026-11-02'), other)).toBe('edition-reopened')
    expect(basisChange(then(), other)).toBe('rule-changed')
    expect(basisChange(then(), basisFrom(edition, { ...row, attended: 3 }, null))).toBe('figures-changed')
  })
  test.each(Object.keys(edition))('a change of %s is a change of the rule', (key) => {
    const changed = { ...edition, [key]: key === 'title' ? 'Telar' : key.endsWith('On') ? '2026-10-29' : 7 }
    expect(basisChange(then(), basisFrom(changed, row, null))).toBe('rule-changed')
  })
})

describe('the name that is printed', () => {
  const ana = { surname1: 'Ruiz', surname2: null, givenNames: 'Ana' }
  test('a woman without a chosen name has but one; with one she is asked, and what she said is kept', () => {
    expect(nameKindOf(ana, null)).toBe('legal')
    expect(nameKindOf({ ...ana, chosenName: 'Andrea' }, null)).toBeNull()
    expect(nameKindOf({ ...ana, chosenName: 'Andrea' }, 'chosen')).toBe('chosen')
  })
  test('either has her surnames', () => {
    expect(printedNameOf({ ...ana, chosenName: 'Andrea' }, 'chosen')).toBe('Andrea Ruiz')
    expect(printedNameOf({ ...ana, chosenName: 'Andrea' }, 'legal')).toBe('Ana Ruiz')
  })
})

test('a folio is its year, twelve signs in fours and a check character', () => {
  expect(folioText(2026, '7K3MQ9TXBF2W')).toMatch(/^2026-7K3M-Q9TX-BF2W-.$/)
  expect(hasGoodCheck(folioText(2026, '7K3MQ9TXBF2W'))).toBe(true)
})

test('numbers of forms count on, keep their width and never repeat', () => {
  expect(numbersFrom('C-0099', 3)).toEqual(['C-0099', 'C-0100', 'C-0101'])
  expect(numbersFrom('C-99', 2)).toEqual(['C-99', 'C-100'])
  expect(numbersFrom('C', 2)).toBeNull()
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 99_999 }), fc.integer({ min: 1, max: 60 }), (first, count) => {
      const numbers = numbersFrom(`A${String(first).padStart(5, '0')}`, count) ?? []
      expect(new Set(numbers).size).toBe(count)
      expect(numbers.at(-1)).toBe(`A${String(first + count - 1).padStart(5, '0')}`)
    }),
  )
})
