import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ALERT_KINDS, CIRCLES } from '../../src/shared/contract/alerts.contract'
import { ROLES, type Role } from '../../src/shared/kernel/roles'
import { codesOf, openTestOffice, type TestOffice } from '../factories/office'
import { registerWoman } from '../factories/people'
import { createAxis, createEdition } from '../factories/programs'
import { recordLeaving } from '../factories/stays'

let it: TestOffice
let id: string
beforeEach(async () => {
  it = await openTestOffice({ role: 'coordinator' })
  id = await registerWoman(it, { consents: null }, { admittedOn: '2026-10-10' })
})
afterEach(() => it.close())

describe('alerts', () => {
  const anAlert = (more: Partial<Parameters<typeof it.call<'people.raiseAlert'>>[1]> = {}) => ({
    personId: id,
    kind: 'accompaniment' as const,
    circle: 'office' as const,
    ownerRole: 'axis-lead' as const,
    startsOn: '2026-10-15',
    reviewOn: '2026-11-15',
    endsOn: null,
    note: 'A la enfermería',
    ...more,
  })
  const states = async () => (await it.must('people.alerts', { id })).map((alert) => alert.state)

  test('are read by their circle only, whoever asks', async () => {
    for (const [kind, circle] of Object.entries(ALERT_KINDS))
      await it.must('people.raiseAlert', anAlert({ kind: kind as 'risk', circle, ownerRole: 'coordinator' }))
    for (const role of ROLES) {
      await it.signInAs(role)
      const answer = await it.call('people.alerts', { id })
      const may = (circle: keyof typeof CIRCLES) => (CIRCLES[circle] as readonly Role[]).includes(role)
      const expected = Object.entries(ALERT_KINDS).flatMap(([kind, circle]) => (may(circle) ? kind : []))
      expect([role, answer.ok ? answer.value.map((alert) => alert.kind).sort() : []]).toEqual([role, expected.sort()])
    }
  })

  test('of health are never for the whole office, and whoever sees to one can read it', async () => {
    expect(codesOf(await it.call('people.raiseAlert', anAlert({ kind: 'risk', circle: 'office' })))).toEqual([
      'circle-too-wide',
    ])
    const narrow = anAlert({ kind: 'risk', circle: 'direction', ownerRole: 'mental-health' })
    expect(codesOf(await it.call('people.raiseAlert', narrow))).toEqual(['owner-cannot-read'])
    expect(codesOf(await it.call('people.raiseAlert', anAlert({ reviewOn: '2026-10-14' })))).toEqual([
      'review-before-start',
    ])
  })

  test('that a role may not read is not there when it acts, either', async () => {
    const { id: alert } = await it.must(
      'people.raiseAlert',
      anAlert({ kind: 'risk', circle: 'health', ownerRole: 'mental-health' }),
    )
    await it.signInAs('axis-lead')
    expect(codesOf(await it.call('people.closeAlert', { id: alert, version: 1, why: 'x' }))).toEqual(['unknown-alert'])
  })

  test('expire by themselves after their last day, stay in history, and are taken up again by a review', async () => {
    const { id: alert } = await it.must('people.raiseAlert', anAlert({ endsOn: '2026-10-31' }))
    expect(await states()).toEqual(['open'])
    it.now = '2026-11-01T18:00:00.000Z'
    expect(await states()).toEqual(['expired'])
    const life = await it.must('people.life', { id, areas: ['alerts'] })
    expect(life.entries.map((entry) => [entry.kind, entry.day])).toEqual([
      ['alertExpired', '2026-10-31'],
      ['alertRaised', '2026-10-15'],
    ])
    const review = { id: alert, version: 1, reviewOn: '2026-12-01', endsOn: '2027-01-15', note: '' }
    await it.must('people.reviewAlert', { ...review, ownerRole: 'coordinator' })
    expect(await states()).toEqual(['open'])
  })

  test('become a task for their owner when their review is due, and a new one after the next review', async () => {
    const { id: alert } = await it.must('people.raiseAlert', anAlert({ reviewOn: '2026-10-30' }))
    await it.signInAs('axis-lead')
    const tasks = async () =>
      (await it.must('tasks.list', {})).filter((task) => task.kind === 'alert-accompaniment').map((task) => task.dueOn)
    expect(await tasks()).toEqual(['2026-10-30'])
    await it.signInAs('mother-child')
    expect(await tasks()).toEqual([])
    const review = { id: alert, version: 1, endsOn: null, note: '', ownerRole: 'axis-lead' as const }
    expect(codesOf(await it.call('people.reviewAlert', { ...review, reviewOn: '2026-10-31' }))).toEqual([
      'review-not-ahead',
    ])
    await it.must('people.reviewAlert', { ...review, reviewOn: '2026-11-05' })
    await it.signInAs('axis-lead')
    expect(await tasks()).toEqual([])
    it.now = '2026-11-05T18:00:00.000Z'
    expect(await tasks()).toEqual(['2026-11-05'])
  })
})

const NO_ANSWERS = {
  schooling: null,
  wantsSchool: null,
  tradesKnown: [],
  tradesWanted: [],
  tradesNote: null,
  childrenOutside: null,
  childrenOutsideWith: null,
  dependants: null,
  languages: null,
  spanish: null,
  reads: null,
  readAloud: null,
  barriers: [],
  barriersNote: null,
  leavesAbout: null,
}

describe('the intake', () => {
  const take = (after: string | null, answers: object, more: object = {}) =>
    it.call('people.recordIntake', {
      personId: id,
      after,
      takenOn: '2026-10-30',
      declined: false,
      answers: { ...NO_ANSWERS, ...answers },
      ...more,
    })

  test('is due some days after she came, becomes a task, and is done once it is taken', async () => {
    expect(await it.must('people.intake', { id })).toMatchObject({ taken: [], dueOn: '2026-10-20' })
    const due = async () => (await it.must('tasks.list', {})).filter((task) => task.kind === 'intake')
    expect(await due()).toMatchObject([{ path: `/people/${id}/intake`, dueOn: '2026-10-20', overdue: true }])
    expect((await it.must('people.list', { withoutIntake: true })).rows).toHaveLength(1)
    expect(codesOf(await take(null, {}))).toEqual(['nothing-answered'])
    expect(codesOf(await take(null, { schooling: 'primary' }, { takenOn: '2026-10-09' }))).toEqual(['before-admission'])
    expect(codesOf(await take(null, { schooling: 'primary', barriers: ['care'] }))).toEqual([])
    expect(await due()).toEqual([])
    expect(await it.must('people.intake', { id })).toMatchObject({
      dueOn: null,
      taken: [
        { takenBy: 'Clara Coordinadora', ofThisStay: true, answers: { schooling: 'primary', barriers: ['care'] } },
      ],
    })
    expect((await it.must('people.list', { withoutIntake: true })).rows).toEqual([])
  })

  test('that she does not want is an answer, too', async () => {
    expect(codesOf(await take(null, {}, { declined: true }))).toEqual([])
    expect((await it.must('people.intake', { id })).dueOn).toBeNull()
  })

  test('keeps what she said before, and refuses what began from an older one', async () => {
    await take(null, { schooling: 'primary' })
    const [first] = (await it.must('people.intake', { id })).taken
    it.now = '2026-10-31T19:00:00.000Z'
    expect(codesOf(await take(null, { schooling: 'secondary' }))).toEqual(['stale'])
    expect(codesOf(await take(first?.id ?? null, { schooling: 'secondary' }))).toEqual([])
    const { taken } = await it.must('people.intake', { id })
    expect(taken.map((each) => each.answers.schooling)).toEqual(['secondary', 'primary'])
  })

  test('is due anew when she comes back, beginning with what she said', async () => {
    await take(null, { schooling: 'primary' })
    await recordLeaving(it, id, { leftOn: '2026-10-31', cause: 'release' })
    expect(codesOf(await take(null, { schooling: 'primary' }))).toEqual(['person-not-here'])
    it.now = '2026-11-20T18:00:00.000Z'
    await it.must('people.readmit', { id, admittedOn: '2026-11-20', dormitory: null })
    expect(await it.must('people.intake', { id })).toMatchObject({
      dueOn: '2026-11-30',
      taken: [{ ofThisStay: false, answers: { schooling: 'primary' } }],
    })
  })
})

describe('where she is now', () => {
  const now = () => it.must('today.whereabouts', { personId: id })

  test('is her dormitory, the room of her session, or nowhere known', async () => {
    const axisId = await createAxis(it)
    const editionId = await createEdition(it, axisId, 'CL-01-26B', 'Tejido a gancho')
    await it.must('places.give', { editionId, personId: id, openedOn: '2026-10-10' })
    it.now = '2026-10-27T15:00:00.000Z'
    expect(await now()).toMatchObject({ kind: 'dormitory', place: 'B-04' })
    it.now = '2026-10-27T16:30:00.000Z'
    expect(await now()).toMatchObject({ kind: 'session', place: 'Aula 1', until: '12:00', childrenOut: 0 })
    await it.signInAs('axis-lead')
    expect(await now()).toMatchObject({ kind: 'session', childrenOut: null })
  })

  test('is not here once she left', async () => {
    await recordLeaving(it, id, { leftOn: '2026-10-31', cause: 'release' })
    expect(await now()).toMatchObject({ kind: 'left', place: null })
  })
})
