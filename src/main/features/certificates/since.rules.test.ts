import { expect, test } from 'vitest'
import { changedFacts } from './since.rules'

const basis = (rule: object, figures: object) => ({ rule: { ...rule }, figures: { ...figures }, closedOn: null })

test('each fact that differs is told with what it was and what it is, and no other', () => {
  const was = basis({ minRatePercent: 80, asksModules: false, validMonths: null }, { attended: 8, waives: [] })
  const is = basis({ minRatePercent: 80, asksModules: true, validMonths: 24 }, { attended: 9, waives: ['tools-open'] })
  expect(changedFacts(was, was)).toEqual([])
  expect(changedFacts(was, is)).toEqual([
    { name: 'asksModules', was: 'no', is: 'yes' },
    { name: 'validMonths', was: '—', is: '24' },
    { name: 'attended', was: '8', is: '9' },
    { name: 'waives', was: '—', is: 'tools-open' },
  ])
})

test('a fact that was not kept then is told as nothing', () => {
  expect(changedFacts(basis({}, {}), basis({ hours: 20 }, {}))).toEqual([{ name: 'hours', was: '—', is: '20' }])
})
