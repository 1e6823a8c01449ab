import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CHILD_PAPER_KINDS } from '../../../shared/contract/child-care.contract'
import { keptDocument, isSameAdult, mayBeSame } from './adult.rules'
import { checklistFault, checklistTasks, wholeChecklist } from './checklist.rules'
import { isOpenNeed, NEED_REFUSALS, needStateOf, sumOf } from './needs.rules'

describe('the document of an adult', () => {
  test.each([
    ['ine', '5551 1651', 'INE 1651'],
    ['ine', 'INE1651', 'INE 1651'],
    ['passport', 'g-12345678', 'Pasaporte 5678'],
    ['other', ' credencial  INAPAM ', 'credencial INAPAM'],
    [null, 'INE 1651', 'INE 1651'],
  ] as const)('%s, typed as %s, is kept as %s', (kind, typed, kept) => {
    expect(keptDocument(kind, typed)?.document).toBe(kept)
  })
  test('of a listed kind never more than four characters are kept, and never fewer', () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        const kept = keptDocument('ine', typed)
        const signs = typed.toUpperCase().replace(/[^A-Z0-9]/g, '')
        if (signs.length < 4) expect(kept).toBeUndefined()
        else expect(kept?.document).toBe(`INE ${signs.slice(-4)}`)
      }),
    )
  })
  test('two records may be one person by record, name or document; without documents a name is enough', () => {
    const one = { id: 'a', fullName: 'Daniela Torres', document: 'INE 1651' }
    expect(mayBeSame(one, { id: 'b', fullName: 'Otra', document: 'ine-1651' })).toBe(true)
    expect(mayBeSame(one, { id: 'b', fullName: 'DANIELA  TORRES', document: 'INE 9999' })).toBe(true)
    expect(mayBeSame(one, { id: 'b', fullName: 'Otra', document: null })).toBe(false)
    expect(mayBeSame({ ...one, document: '' }, { id: null, fullName: 'Otra', document: '' })).toBe(false)
    expect(isSameAdult(one, { fullName: 'daniela torres', document: null })).toBe(true)
    expect(isSameAdult(one, { fullName: 'daniela torres', document: 'INE 9999' })).toBe(false)
  })
})

describe('the checklist', () => {
  test('has every kind of paper, also those of which nobody said anything', () => {
    expect(wholeChecklist([]).map((paper) => paper.kind)).toEqual(CHILD_PAPER_KINDS)
    expect(new Set(wholeChecklist([]).map((paper) => `${paper.state} ${paper.version}`))).toEqual(
      new Set(['missing 0']),
    )
  })
  const here = { state: 'has', askedOn: null, copySeenOn: '2026-10-01', namesPlace: 'no' } as const
  test.each([
    ['a copy seen tomorrow', { ...here, copySeenOn: '2026-11-01' }, 'day-in-the-future'],
    ['a paper asked for tomorrow', { ...here, askedOn: '2026-11-01' }, 'day-in-the-future'],
    [
      'a paper asked for on no day',
      { ...here, state: 'asked', copySeenOn: null, namesPlace: 'unchecked' },
      'paper-asked-when',
    ],
    [
      'a missing paper that names the place',
      { ...here, state: 'missing', copySeenOn: null, namesPlace: 'yes' },
      'paper-not-here',
    ],
    ['a missing paper whose copy was seen', { ...here, state: 'missing', namesPlace: 'unchecked' }, 'paper-not-here'],
  ] as const)('cannot say of %s', (_what, paper, code) => {
    expect(checklistFault(paper, '2026-10-31')?.code).toBe(code)
    expect(checklistFault(here, '2026-10-31')).toBeUndefined()
  })
  test('asks for the correction of any paper that names the place, and to look at a birth record', () => {
    const of = (paper: object) => ({
      childId: 'c',
      childName: 'Ibarra, Camila',
      paper: { ...here, kind: 'curp', ...paper } as never,
    })
    expect(checklistTasks([of({ namesPlace: 'yes' })]).map((task) => task.kind)).toEqual(['child-paper-names-place'])
    expect(checklistTasks([of({ kind: 'birth-record', namesPlace: 'unchecked' })]).map((task) => task.kind)).toEqual([
      'child-paper-unchecked',
    ])
    expect(checklistTasks([of({ namesPlace: 'unchecked' }), of({})])).toEqual([])
  })
})

describe('a need', () => {
  const step = fc.record({
    kind: fc.constantFrom('promised', 'delivered', 'withdrawn'),
    quantity: fc.integer({ min: 1, max: 50 }),
  })
  test('a delivery first fulfils what was promised', () => {
    const steps = [
      { kind: 'promised', quantity: 120 },
      { kind: 'delivered', quantity: 80 },
      { kind: 'withdrawn', quantity: 10 },
    ] as const
    expect(sumOf(steps)).toEqual({ given: 80, pledged: 30 })
  })
  test('what is given only grows, and nothing is owed below nothing', () => {
    fc.assert(
      fc.property(fc.array(step), step, (some, next) => {
        const [before, after] = [sumOf(some), sumOf([...some, next])]
        expect(after.given).toBeGreaterThanOrEqual(before.given)
        expect(after.pledged).toBeGreaterThanOrEqual(0)
      }),
    )
  })
  test('is met exactly when as much was given as was asked for', () => {
    fc.assert(
      fc.property(fc.array(step), fc.integer({ min: 1, max: 200 }), (some, quantity) => {
        const sum = sumOf(some)
        const state = needStateOf({ quantity, droppedOn: null }, sum)
        expect(state === 'met').toBe(sum.given >= quantity)
        expect(needStateOf({ quantity, droppedOn: '2026-10-01' }, sum)).toBe('dropped')
      }),
    )
  })
  test.each(['asked', 'promised', 'part', 'met', 'dropped'] as const)('%s answers every act', (state) => {
    const refused = (['promised', 'delivered', 'withdrawn', 'drop'] as const).filter((act) => NEED_REFUSALS[state][act])
    if (isOpenNeed(state)) expect(refused).toEqual(state === 'asked' ? ['withdrawn'] : [])
    else expect(refused).toHaveLength(4)
  })
})
