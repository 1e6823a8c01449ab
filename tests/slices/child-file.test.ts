import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { aChild, registerChild } from '../factories/children'
import { codesOf, openTestOffice, type TestOffice } from '../factories/office'
import { registerWoman } from '../factories/people'

let it: TestOffice
let motherId: string
/** Saturday 31 October 2026, eleven in the morning at the center. */
beforeEach(async () => {
  it = await openTestOffice({ role: 'coordinator' })
  motherId = await registerWoman(it, { surname1: 'Soto', surname2: 'Ñáñez', givenNames: 'Elena' })
})
afterEach(() => it.close())

const get = (id: string) => it.must('children.get', { id })
const kindsOfTasks = async () => (await it.must('tasks.list', {})).map((task) => task.kind)
const outside = {
  place: 'Toluca',
  with: 'Ofelia Castro (abuela)',
  phone: null,
  lastContactOn: null,
  lastContactHow: null,
}
const registerOutside = (givenNames = 'Bruno') =>
  it.must('children.register', {
    motherId,
    kind: 'outside',
    facts: aChild({ givenNames, livesHereFrom: null, birthDate: null, birthPrecision: 'unknown' }),
    outside,
  })

describe('children outside', () => {
  test('are on their mother’s list with place and last contact, and counted among those here by nobody', async () => {
    await registerChild(it, motherId)
    const { id } = await registerOutside()
    const { version } = await get(id)
    await it.must('children.noteOutside', { id, version, outside: { ...outside, lastContactOn: '2026-10-30' } })
    expect((await it.must('children.list', {})).rows.map((row) => row.givenNames)).toEqual(['Camila'])
    expect((await it.must('children.list', { presence: 'outside' })).rows.map((row) => row.givenNames)).toEqual([
      'Bruno',
    ])
    const hers = await it.must('children.ofMother', { id: motherId })
    expect(hers.map((row) => [row.givenNames, row.kind, row.outside.lastContactOn])).toEqual([
      ['Bruno', 'outside', '2026-10-30'],
      ['Camila', 'here', null],
    ])
    expect((await get(id)).siblings).toMatchObject([{ givenNames: 'Camila', here: true }])
    expect((await it.must('people.intake', { id: motherId })).childrenInside).toBe(1)
    await it.signInAs('director')
    const [read] = (await it.must('office.audit', { event: 'child.list-read' })).entries
    expect(read).toMatchObject({ subjectId: motherId, actor: 'Clara Coordinadora' })
  })

  test('come to live here by an admission only', async () => {
    const { id } = await registerOutside()
    const { version, facts } = await get(id)
    const typed = { ...facts, livesHereFrom: '2026-10-01' }
    expect(codesOf(await it.call('children.correct', { id, version, facts: typed, reason: 'x' }))).toEqual([
      'child-lives-outside',
    ])
    const both = { motherId, kind: 'outside' as const, facts: aChild(), outside }
    expect(codesOf(await it.call('children.register', both))).toEqual(['bad-input'])
    expect(
      codesOf(await it.call('children.leave', { id, version, leftOn: '2026-10-30', cause: 'death', reason: 'x' })),
    ).toEqual(['child-lives-outside'])
  })
})

describe('admission', () => {
  const carer = { name: 'Ofelia Castro Ruiz', relation: 'abuela', phone: '5559269768' }
  const decided = { decidedOn: '2026-10-20', authority: 'Comité Técnico', document: 'CT-114/2026', documentOn: null }
  const ask = (childId: string, enteredOn: string | null = null) =>
    it.must('children.requestAdmission', { childId, requestedOn: '2026-10-10', reason: 'Lactancia', carer, enteredOn })
  const step = async (
    id: string,
    childId: string,
    step: Parameters<typeof it.call<'children.stepAdmission'>>[1]['step'],
  ) => {
    const version = (await get(childId)).admissions.find((each) => each.id === id)?.version ?? 0
    return codesOf(await it.call('children.stepAdmission', { id, version, step }))
  }

  test('requested, in dictamen, admitted, entered: then the child lives here, came later', async () => {
    const { id: childId } = await registerOutside()
    const { id } = await ask(childId)
    expect(
      codesOf(
        await it.call('children.requestAdmission', {
          childId,
          requestedOn: '2026-10-11',
          reason: 'x',
          carer,
          enteredOn: null,
        }),
      ),
    ).toEqual(['admission-open-already'])
    expect(await step(id, childId, { act: 'admit', ...decided, enteredOn: null })).toEqual(['admission-act-impossible'])
    expect(await step(id, childId, { act: 'send', sentOn: '2026-10-09', sentTo: 'Comité' })).toEqual(['before-request'])
    expect(await step(id, childId, { act: 'send', sentOn: '2026-10-12', sentTo: 'Comité' })).toEqual([])
    expect(await step(id, childId, { act: 'admit', ...decided, enteredOn: null })).toEqual([])
    expect((await it.must('children.list', {})).rows).toEqual([])
    expect(await step(id, childId, { act: 'enter', enteredOn: '2026-11-01' })).toEqual(['day-in-the-future'])
    expect(await step(id, childId, { act: 'enter', enteredOn: '2026-10-25' })).toEqual([])
    expect(await step(id, childId, { act: 'enter', enteredOn: '2026-10-26' })).toEqual(['entered-already'])
    const child = await get(childId)
    expect(child).toMatchObject({ kind: 'here', facts: { livesHereFrom: '2026-10-25', came: 'later' } })
    expect(child.admissions).toMatchObject([{ state: 'admitted', document: 'CT-114/2026', carer, may: [] }])
    const events = (await it.must('children.timeline', { id: childId })).map((event) => [event.day, event.event])
    expect(events).toContainEqual(['2026-10-25', 'child.admission-enter'])
    expect(events).toContainEqual(['2026-10-20', 'child.admission-admit'])
  })

  test('denied with reasons and a day of review; the review begins it anew', async () => {
    const { id: childId } = await registerOutside()
    const { id } = await ask(childId)
    await step(id, childId, { act: 'send', sentOn: '2026-10-12', sentTo: 'Comité' })
    const denial = { act: 'deny' as const, ...decided, reasons: 'No hay cuna', reviewOn: '2026-10-30' }
    expect(
      codesOf(await it.call('children.stepAdmission', { id, version: 2, step: { ...denial, reviewOn: '2026-10-20' } })),
    ).toEqual(['bad-input'])
    expect(await step(id, childId, denial)).toEqual([])
    expect(await kindsOfTasks()).toContain('child-denial-review')
    expect(await step(id, childId, { act: 'review', reason: 'Ya hay cuna' })).toEqual([])
    expect((await get(childId)).admissions).toMatchObject([{ state: 'in-dictamen', decidedOn: null, reviewOn: null }])
    expect(await kindsOfTasks()).not.toContain('child-denial-review')
  })

  test('in an emergency the child lives here at once and somebody must decide within the days of the rule', async () => {
    const { id: childId } = await registerOutside()
    const { id } = await ask(childId, '2026-10-28')
    expect((await get(childId)).admissions).toMatchObject([{ emergency: true, dueOn: '2026-11-07' }])
    expect(await kindsOfTasks()).toContain('child-admission-decide')
    expect(await step(id, childId, { act: 'withdraw', reason: 'x' })).toEqual(['lives-here-needs-decision'])
    await step(id, childId, { act: 'send', sentOn: '2026-10-29', sentTo: 'Comité' })
    const denial = { ...decided, decidedOn: '2026-10-30', reasons: 'x', reviewOn: '2026-12-01' }
    expect(await step(id, childId, { act: 'deny', ...denial })).toEqual([])
    expect(await kindsOfTasks()).toContain('child-denied-here')
  })

  test('the dictamen of a child who lives here already is written down once', async () => {
    const { id: childId } = await registerChild(it, motherId)
    const record = { childId, requestedOn: '2024-06-01', ...decided, carer: null }
    await it.must('children.recordAdmission', record)
    expect(codesOf(await it.call('children.recordAdmission', record))).toEqual(['admission-recorded-already'])
    expect((await get(childId)).admissions).toMatchObject([{ state: 'admitted', enteredOn: '2024-07-09' }])
  })
})

describe('custody', () => {
  test('and measures are written down with their reasons; a measure holds through its last day', async () => {
    const { id } = await registerChild(it, motherId)
    const { version } = await get(id)
    const said = { id, version, custody: 'shared' as const, note: 'con el padre', reason: 'Sentencia' }
    await it.must('children.setCustody', said)
    expect(codesOf(await it.call('children.setCustody', said))).toEqual(['nothing-changed'])
    const measure = { authority: 'Procuraduría', number: 'PPNNA-7', what: null, fromDay: '2026-10-01', untilDay: null }
    const added = await it.must('children.addMeasure', { childId: id, ...measure })
    expect(codesOf(await it.call('children.addMeasure', { childId: id, ...measure, number: 'ppnna-7' }))).toEqual([
      'measure-listed-already',
    ])
    const ended = { id: added.id, version: 1, ...measure, untilDay: '2026-10-31', reason: 'Levantada' }
    await it.must('children.alterMeasure', ended)
    expect((await get(id)).measures).toMatchObject([{ number: 'PPNNA-7', open: true }])
    it.now = '2026-11-01T17:00:00.000Z'
    expect((await get(id)).measures).toMatchObject([{ open: false }])
  })

  test('not kept: twenty-four hours run, with who was told, until the hand-over record stops them', async () => {
    const { id: childId } = await registerChild(it, motherId)
    const clock = { childId, beganOn: '2026-10-31', beganAt: '08:00', reason: 'Lo dijo a trabajo social' }
    const ahead = await it.call('children.startClock', { ...clock, beganAt: '23:59' })
    expect(codesOf(ahead)).toEqual(['time-in-the-future'])
    const { id } = await it.must('children.startClock', clock)
    expect(codesOf(await it.call('children.startClock', clock))).toEqual(['clock-runs-already'])
    const now = (await get(childId)).clock
    expect(now).toMatchObject({ beganAt: '2026-10-31T14:00:00.000Z', dueAt: '2026-11-01T14:00:00.000Z', told: [] })
    const tasks = await it.must('tasks.list', {})
    expect(tasks.find((task) => task.kind === 'child-clock')?.facts).toMatchObject({
      hours: Math.floor((now?.minutesLeft ?? 0) / 60),
    })
    const told = {
      clockId: id,
      authority: 'DIF',
      person: 'Lic. Ruiz',
      toldOn: '2026-10-31',
      toldAt: '08:30',
      note: null,
    }
    await it.must('children.tellAuthority', told)
    expect((await get(childId)).clock?.told).toMatchObject([{ authority: 'DIF', toldBy: 'Clara Coordinadora' }])
    it.now = '2026-11-01T15:00:00.000Z'
    expect(await kindsOfTasks()).toContain('child-clock-over')
    const close = {
      id,
      version: 1,
      kind: 'handed-over' as const,
      closedOn: '2026-11-01',
      closedAt: '08:45',
      handedTo: 'DIF',
      document: 'AE-2026-00001-X',
      note: null,
    }
    expect(codesOf(await it.call('children.closeClock', { ...close, document: null }))).toEqual(['bad-input'])
    expect(codesOf(await it.call('children.closeClock', { ...close, closedOn: '2026-10-30' }))).toEqual([
      'before-clock',
    ])
    await it.must('children.closeClock', close)
    expect((await get(childId)).clock).toBeNull()
    expect((await kindsOfTasks()).filter((kind) => kind.startsWith('child-clock'))).toEqual([])
  })
})

describe('the age limit', () => {
  test('an extension is a record beside it, reaches beyond it, and the list tells who has one', async () => {
    const { id: childId } = await registerChild(it, motherId, { birthDate: '2023-07-29' })
    expect(await kindsOfTasks()).toContain('child-over-limit')
    const asked = { childId, askedOf: 'Juez de ejecución', askedOn: '2026-10-01', reason: 'Discapacidad' }
    const { id } = await it.must('children.askExtension', asked)
    expect(codesOf(await it.call('children.askExtension', asked))).toEqual(['extension-asked-already'])
    const granted = {
      state: 'granted' as const,
      decidedBy: 'Juez de ejecución',
      decidedOn: '2026-10-20',
      document: 'Exp. 31/2026',
      untilDay: '2027-07-29',
      note: null,
    }
    const decide = (decision: typeof granted) => it.call('children.decideExtension', { id, version: 1, decision })
    expect(codesOf(await decide({ ...granted, untilDay: '2026-07-29' }))).toEqual(['until-before-limit'])
    expect(codesOf(await decide({ ...granted, decidedOn: '2026-09-30' }))).toEqual(['before-request'])
    expect(codesOf(await decide(granted))).toEqual([])
    expect(codesOf(await decide(granted))).toEqual(['extension-decided-already'])
    const [row] = (await it.must('children.list', { limit: 'over-extended' })).rows
    expect(row?.age).toMatchObject({
      state: 'over',
      limitDay: '2026-07-29',
      extension: 'granted',
      extendedUntil: '2027-07-29',
    })
    expect((await it.must('children.list', { limit: 'over-bare' })).rows).toEqual([])
    expect(await kindsOfTasks()).not.toContain('child-over-limit')
    it.now = '2027-07-30T17:00:00.000Z'
    expect(await kindsOfTasks()).toContain('child-over-limit')
  })

  test('is a rule with a day: what it was before stays known', async () => {
    await registerChild(it, motherId, { birthDate: '2023-07-29' })
    const decision = { key: 'ageLimitMonths' as const, fromDay: '2026-11-15', value: 48 }
    await it.must('office.decideRule', { decision, reason: 'Nuevo reglamento' })
    const on = async (day: string) => (await it.must('children.list', { day })).ageLimitMonths
    expect([await on('2026-11-14'), await on('2026-11-15')]).toEqual([36, 48])
  })

  test('an age counted from an approximate date says so in its task', async () => {
    await registerChild(it, motherId, { birthDate: '2023-07-29', birthPrecision: 'approximate' })
    const kinds = await kindsOfTasks()
    expect(kinds).toContain('child-over-limit-about')
    expect(kinds).not.toContain('child-over-limit')
  })
})

describe('what files lack since before the register', () => {
  const missing = async (kind: string) =>
    (await it.must('tasks.list', {})).filter((task) => task.kind === kind).map(({ facts, path }) => [facts, path])

  test('is one task for custody and one for the dictamen; it leads to one child after the other, until none is left', async () => {
    const { id: ana } = await registerChild(it, motherId, { givenNames: 'Ana' })
    const { id: bea } = await registerChild(it, motherId, { givenNames: 'Bea' })
    // Nobody asks it of a child who does not live here.
    await registerOutside()
    await it.signInAs('mother-child')
    for (const kind of ['child-custody-unknown', 'child-ruling-missing'])
      expect(await missing(kind)).toMatchObject([[{ count: 2 }, `/children/${ana}`]])
    const ruling = { authority: 'Comité Técnico', document: 'CT-9/2025', documentOn: null, carer: null }
    const days = { requestedOn: '2026-09-01', decidedOn: '2026-09-02' }
    for (const [id, left] of [
      [ana, [[{ count: 1, names: expect.stringContaining('Bea') as string }, `/children/${bea}`]]],
      [bea, []],
    ] as const) {
      const { version } = await get(id)
      await it.must('children.setCustody', { id, version, custody: 'mother', note: null, reason: 'Acta' })
      await it.must('children.recordAdmission', { childId: id, ...ruling, ...days })
      expect(await missing('child-custody-unknown')).toEqual(left)
      expect(await missing('child-ruling-missing')).toEqual(left)
    }
  })

  test('is not asked twice: an admission under way or denied has its own task', async () => {
    const { id: childId } = await registerOutside()
    const carer = { name: 'Ofelia Castro Ruiz', relation: 'abuela', phone: null }
    const asked = { childId, requestedOn: '2026-10-10', reason: 'Lactancia', carer, enteredOn: '2026-10-28' }
    const { id } = await it.must('children.requestAdmission', asked)
    expect(await missing('child-ruling-missing')).toEqual([])
    const act = async (step: Parameters<typeof it.call<'children.stepAdmission'>>[1]['step']) =>
      it.must('children.stepAdmission', { id, version: (await get(childId)).admissions[0]?.version ?? 0, step })
    await act({ act: 'send', sentOn: '2026-10-29', sentTo: 'Comité' })
    const decided = { decidedOn: '2026-10-30', authority: 'Comité', document: 'CT-1/2026', documentOn: null }
    await act({ act: 'deny', ...decided, reasons: 'x', reviewOn: '2026-12-01' })
    expect(await missing('child-ruling-missing')).toEqual([])
    expect(await missing('child-denied-here')).toHaveLength(1)
  })
})
