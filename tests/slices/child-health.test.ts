import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { registerChild } from '../factories/children'
import { codesOf, openTestOffice, type TestOffice } from '../factories/office'
import { registerWoman } from '../factories/people'

let it: TestOffice
let mother: string
let id: string
beforeAll(async () => {
  it = await openTestOffice({ now: '2026-10-31T18:00:00.000Z' })
  mother = await registerWoman(it)
  await it.signInAs('mother-child')
  id = (await registerChild(it, mother, { birthDate: '2025-10-20', livesHereFrom: '2025-10-20' })).id
})
afterAll(() => it.close())

const file = () => it.must('children.health', { id })
const line = async (vaccine: string, dose: string) =>
  (await file()).doses.find((each) => each.vaccine === vaccine && each.dose === dose)
const record = (dose: object, more: object = {}) =>
  it.call('children.recordDoses', {
    doses: [{ childId: id, vaccine: 'BCG', dose: 'Única', day: '2025-10-21', ...dose }],
    outcome: 'done',
    seenOnCard: true,
    reason: null,
    ...more,
  })

describe('growth', () => {
  const measure = (over: object = {}) =>
    it.call('children.recordGrowth', {
      childId: id,
      day: '2026-10-20',
      weightG: 8_900,
      heightMm: 738,
      lying: true,
      headMm: 449,
      measuredBy: 'Enfermería',
      ...over,
    })
  test('is kept with its day, its age and by whom', async () => {
    expect(codesOf(await measure())).toEqual([])
    expect((await file()).growth).toMatchObject([
      { day: '2026-10-20', months: 12, age: 12, weightG: 8_900, recordedBy: 'Marta Maternidad' },
    ])
  })
  test('what looks odd is asked about once and never stands in the way', async () => {
    const odd = { day: '2026-10-30', weightG: 5_900, heightMm: 7, headMm: null }
    expect(codesOf(await measure(odd))).toEqual(['odd-weight-change', 'odd-height'])
    expect(codesOf(await measure({ ...odd, confirmed: true }))).toEqual([])
  })
  test('is withdrawn with a reason, and then counts no longer; the audit says nothing of the measure', async () => {
    const wrong = (await file()).growth.find((each) => each.weightG === 5_900)!
    const withdraw = { kind: 'growth' as const, id: wrong.id, version: wrong.version, reason: 'Se pesó a otra niña' }
    expect(codesOf(await it.call('children.withdrawHealth', withdraw))).toEqual([])
    expect(codesOf(await it.call('children.withdrawHealth', withdraw))).toEqual(['unknown-record'])
    expect((await file()).growth).toHaveLength(1)
  })
  test('no day ahead, and none before the birth', async () => {
    expect(codesOf(await measure({ day: '2026-11-01' }))).toEqual(['day-in-the-future'])
    expect(codesOf(await measure({ day: '2025-10-19' }))).toEqual(['before-birth'])
  })
})

describe('vaccines', () => {
  test('of a card that nobody has keyed yet nothing is called overdue: nobody knows', async () => {
    const { doses, scheme } = await file()
    expect(scheme).toMatchObject({ sourceDay: '2026-02-13' })
    expect(doses.find((each) => each.vaccine === 'SRP' && each.dose === '1ª')).toMatchObject({
      state: 'due',
      from: '2026-10-20',
    })
    expect(doses.filter((each) => each.state === 'overdue')).toEqual([])
    expect(doses.filter((each) => each.state === 'unread').length).toBeGreaterThan(8)
    expect(doses.filter((each) => each.state === 'ahead').length).toBeGreaterThan(3)
  })
  test('a dose is marked done once, however it is written, and can be taken back as work', async () => {
    expect(codesOf(await record({ vaccine: 'bcg', dose: 'unica' }))).toEqual([])
    expect(await line('BCG', 'Única')).toMatchObject({ state: 'done', records: [{ seenOnCard: true }] })
    expect((await file()).doses.some((each) => each.state === 'unread')).toBe(false)
    expect(codesOf(await record({}))).toEqual(['dose-done-already'])
    const answer = await record({ vaccine: 'Hepatitis B', dose: 'Al nacer' })
    if (!answer.ok) throw new Error('refused')
    await it.must('batches.undo', { id: answer.value.batchId })
    expect(await line('Hepatitis B', 'Al nacer')).toMatchObject({ state: 'overdue', records: [] })
  })
  test('referred only and not wanted are said, and a dose given later outweighs both', async () => {
    const dose = { vaccine: 'Hexavalente', dose: '1ª', day: '2026-01-10' }
    expect(codesOf(await record(dose, { outcome: 'referred', seenOnCard: false }))).toEqual([])
    expect((await line('Hexavalente', '1ª'))?.state).toBe('referred')
    expect(codesOf(await record(dose, { outcome: 'not-wanted' }))).toEqual(['bad-input'])
    expect(codesOf(await record({ ...dose, day: '2026-01-05' }))).toEqual([])
    expect(await line('Hexavalente', '1ª')).toMatchObject({ state: 'done', records: [{}, {}] })
  })
  test('a newer scheme changes what is due and nothing that was recorded', async () => {
    const [current] = await it.must('children.schemes', {})
    const doses = [
      { vaccine: 'SRP', dose: '1ª', fromMonths: 9, untilMonths: 12, note: null },
      { vaccine: 'HEXAVALENTE', dose: '1a', fromMonths: 2, untilMonths: 3, note: null },
    ]
    const scheme = { name: 'Esquema 2027', source: 'DOF', sourceDay: '2026-10-01', checks: current!.checks, doses }
    await it.must('children.addScheme', { ...scheme, fromDay: '2026-11-15' })
    expect((await line('SRP', '1ª'))?.state).toBe('due')
    await it.must('children.addScheme', { ...scheme, fromDay: '2026-10-31' })
    const { doses: lines, scheme: now } = await file()
    expect(now.name).toBe('Esquema 2027')
    expect(lines.map(({ vaccine, state, inScheme }) => [vaccine, state, inScheme])).toEqual([
      ['SRP', 'overdue', true],
      ['HEXAVALENTE', 'done', true],
      ['BCG', 'done', false],
    ])
    expect(codesOf(await it.call('children.addScheme', { ...scheme, fromDay: '2026-10-31' }))).toEqual([
      'nothing-changed',
    ])
    const twice = [...doses, { ...doses[0]!, vaccine: 'srp' }]
    expect(codesOf(await it.call('children.addScheme', { ...scheme, doses: twice, fromDay: '2026-10-31' }))).toEqual([
      'dose-listed-twice',
    ])
  })
  test('the list for the health service names children and doses, and nothing of where they live', async () => {
    const paper = await it.must('children.printDue', { childIds: [id] })
    expect(paper.folio).toMatch(/^VA-2026-/)
    const { children } = await it.must('children.due', {})
    expect(children).toMatchObject([{ blank: false, doses: [{ vaccine: 'SRP' }] }])
    const other = (await registerChild(it, mother, { givenNames: 'Leo', birthDate: null, birthPrecision: 'unknown' }))
      .id
    expect(codesOf(await it.call('children.printDue', { childIds: [other] }))).toEqual(['nobody-due'])
  })
})

describe('check-ups', () => {
  const check = (over: object = {}) =>
    it.call('children.recordCheck', {
      childId: id,
      milestone: '12m',
      outcome: 'done',
      day: '2026-10-25',
      note: null,
      ...over,
    })
  test('are done once; one outside the scheme as often as it happens', async () => {
    expect(codesOf(await check())).toEqual([])
    expect(codesOf(await check())).toEqual(['check-done-already'])
    expect(codesOf(await check({ milestone: null }))).toEqual([])
    expect(codesOf(await check({ milestone: null, outcome: 'referred' }))).toEqual([])
    const { checks } = await file()
    expect(checks.find((each) => each.milestone === '12m')?.state).toBe('done')
    expect(checks.filter((each) => each.milestone === null)).toHaveLength(2)
  })
  test('the newest past its days is overdue only where the card is read and she was seen nowhere since', async () => {
    const other = await registerChild(it, mother, { givenNames: 'Abril', birthDate: '2025-07-20' })
    const stands = async () => {
      const { checks } = await it.must('children.health', { id: other.id })
      const { children } = await it.must('children.due', {})
      const late = children.find((each) => each.childId === other.id)?.checks ?? []
      return [checks.find((each) => each.milestone === '12m')?.state, late.map((each) => each.milestone)]
    }
    expect((await stands())[0]).toBe('unread')
    expect(codesOf(await record({ childId: other.id }))).toEqual([])
    expect(await stands()).toEqual(['overdue', ['12m']])
    expect(codesOf(await check({ childId: other.id, milestone: null, day: '2026-07-19' }))).toEqual([])
    expect(await stands()).toEqual(['overdue', ['12m']])
    expect(codesOf(await check({ childId: other.id, milestone: null, day: '2026-10-02' }))).toEqual([])
    expect(await stands()).toEqual(['unread', []])
  })
})

describe('screening', () => {
  const screen = (over: object = {}) =>
    it.call('children.recordScreening', {
      instrument: 'EDI',
      childId: id,
      day: '2026-10-28',
      instrumentVersion: '2ª edición',
      evaluator: 'Dra. Sol Ríos',
      ageGroup: 7,
      areas: [
        { area: 'language', light: 'yellow' },
        { area: 'alarm', light: 'green' },
      ],
      referral: null,
      ...over,
    } as never)
  const prompts = async () => (await file()).prompts.map(({ kind, dueOn }) => [kind, dueOn])

  test('is prompted once in the age group; yellow asks for another, red for a referral, a referral for its answer', async () => {
    expect(await prompts()).toEqual([['group', '2026-11-19']])
    expect(codesOf(await screen())).toEqual([])
    expect(await prompts()).toEqual([['retest', '2027-01-26']])
    expect(codesOf(await screen({ day: '2026-10-29', areas: [{ area: 'alarm', light: 'red' }] }))).toEqual([])
    expect(await prompts()).toEqual([['refer', '2026-10-29']])
    const red = (await file()).screenings.at(-1)!
    expect(red.overall).toBe('red')
    const follow = { id: red.id, version: red.version, to: 'Pediatría', on: '2026-10-30', answeredOn: null }
    expect(codesOf(await it.call('children.followReferral', { ...follow, on: '2026-10-28' }))).toEqual([
      'referral-before-screening',
    ])
    await it.must('children.followReferral', follow)
    expect(await prompts()).toEqual([['answer', '2026-11-29']])
    await it.must('children.followReferral', { ...follow, version: red.version + 1, answeredOn: '2026-10-31' })
    expect(await prompts()).toEqual([])
  })
  test('of a child born early it says that the age was corrected', async () => {
    await it.must('children.noteGestation', { id, version: null, weeks: 33 })
    expect(await file()).toMatchObject({
      gestation: { weeks: 33, version: 1 },
      age: { months: 12, correctedMonths: 10 },
    })
    expect(codesOf(await it.call('children.noteGestation', { id, version: null, weeks: 34 }))).toEqual(['stale'])
    const totals = ['gross-motor', 'fine-motor', 'language', 'problem-solving', 'social'].map((area) => ({
      ...{ area, light: 'green', total: 45 },
    }))
    expect(codesOf(await screen({ instrument: 'ASQ-3', ageGroup: 10, areas: totals, day: '2026-10-31' }))).toEqual([])
    expect((await file()).screenings.at(-1)).toMatchObject({ corrected: true, overall: 'green' })
  })
  test('takes no area twice and no colour that an axis does not have', async () => {
    const one = { area: 'language', light: 'green' }
    expect(codesOf(await screen({ areas: [one, one] }))).toEqual(['area-twice'])
    expect(codesOf(await screen({ areas: [{ area: 'alarm', light: 'yellow' }] }))).toEqual(['light-not-of-axis'])
  })
})

describe('tasks', () => {
  const kinds = async () =>
    (await it.must('tasks.list', {})).map(({ kind }) => kind).filter((kind) => /^children-/.test(kind))
  test('ask for cards not yet keyed as one, and tell roles without children nothing', async () => {
    await registerChild(it, mother, { givenNames: 'Nayeli', birthDate: '2026-03-01' })
    const found = await kinds()
    expect(found.filter((kind) => kind === 'children-cards-blank')).toHaveLength(1)
    expect(found.filter((kind) => kind === 'children-card')).toHaveLength(2)
    await it.signInAs('axis-lead')
    expect(await kinds()).toEqual([])
    await it.signInAs('mother-child')
  })
})
