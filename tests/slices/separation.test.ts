import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { registerChild } from '../factories/children'
import { codesOf, openTestOffice, type TestOffice } from '../factories/office'
import { pdfText } from '../factories/pdf-text'
import { registerWoman } from '../factories/people'

let it: TestOffice
let motherId: string
let childId: string
/** Reaches the limit on 29 March 2027, 149 days from today. */
beforeEach(async () => {
  it = await openTestOffice({ role: 'coordinator', center: { name: 'Centro Penitenciario Femenil de Tlalmanalco' } })
  motherId = await registerWoman(it, { surname1: 'Soto', surname2: 'Ñáñez', givenNames: 'Elena' })
  childId = (await registerChild(it, motherId, { givenNames: 'Iker', birthDate: '2024-03-29' })).id
})
afterEach(() => it.close())

const planOf = async () => it.must('children.plan', { id: childId })
const open = async () => {
  const { plan } = await planOf()
  if (!plan) throw new Error('no plan')
  return plan
}
const stepOf = async (word: string) => {
  const step = (await open()).steps.find((each) => each.word === word || each.title === word)
  if (!step) throw new Error(`no step ${word}`)
  return step
}
const make = (targetDay = '2027-03-29', cause: 'age-limit' | 'voluntary' = 'age-limit') =>
  it.must('children.makePlan', { childId, cause, targetDay, note: null })
const tasks = async (kind: string) => (await it.must('tasks.list', {})).filter((task) => task.kind === kind)

describe('a plan of separation', () => {
  test('is asked for a year before the limit, counted back from it and forward', async () => {
    expect(await tasks('child-plan-missing')).toMatchObject([{ dueOn: '2026-03-29', overdue: true }])
    await make()
    expect(await tasks('child-plan-missing')).toEqual([])
    const { plan, limitDay } = await planOf()
    expect(limitDay).toBe('2027-03-29')
    expect(plan?.steps.map((step) => [step.word, step.dueOn, step.standing])).toEqual([
      ['carer-found', '2026-03-29', 'overdue'],
      ['home-visit', '2026-06-29', 'overdue'],
      ['preparation', '2026-09-29', 'overdue'],
      ['first-outing', '2026-09-29', 'overdue'],
      ['papers-ready', '2026-12-29', 'ahead'],
      ['school-place', '2026-12-29', 'ahead'],
      ['overnight-outing', '2026-12-29', 'ahead'],
      ['long-outing', '2027-02-28', 'ahead'],
      ['mother-support', '2027-02-28', 'ahead'],
      ['farewell', '2027-03-14', 'ahead'],
      ['hand-over', '2027-03-29', 'ahead'],
      ['first-visit', '2027-04-13', 'ahead'],
      ['follow-up-30', '2027-04-28', 'ahead'],
      ['follow-up-90', '2027-06-27', 'ahead'],
      ['follow-up-180', '2027-09-25', 'ahead'],
    ])
    expect(
      codesOf(await it.call('children.makePlan', { childId, cause: 'other', targetDay: '2027-01-01', note: null })),
    ).toEqual(['plan-open-already'])
    expect(await tasks('child-step')).toHaveLength(4)
  })

  test('any other plan lies ahead', async () => {
    const input = { childId, cause: 'voluntary' as const, targetDay: '2026-10-31', note: null }
    expect(codesOf(await it.call('children.makePlan', input))).toEqual(['day-not-ahead'])
  })

  test('a step is done, not possible with its reason, to do again; and its own day stays when the plan moves', async () => {
    await make()
    const carer = await stepOf('carer-found')
    const set = async (word: string, state: 'done' | 'not-possible' | 'to-do', note: string | null) => {
      const { id, version } = await stepOf(word)
      const on = state === 'to-do' ? null : '2026-10-30'
      return codesOf(await it.call('children.setStep', { id, version, state, on, who: null, note }))
    }
    expect(await set('carer-found', 'done', null)).toEqual([])
    expect(await set('carer-found', 'not-possible', 'x')).toEqual(['step-act-impossible'])
    expect(await set('home-visit', 'not-possible', null)).toEqual(['bad-input'])
    expect(await set('home-visit', 'not-possible', 'Vive en otro estado')).toEqual([])
    expect(await set('carer-found', 'to-do', 'Se arrepintió')).toEqual([])
    const stale = {
      id: carer.id,
      version: carer.version,
      state: 'done' as const,
      on: '2026-10-30',
      who: null,
      note: null,
    }
    expect(codesOf(await it.call('children.setStep', stale))).toEqual(['stale'])
    const farewell = await stepOf('farewell')
    await it.must('children.moveStep', { id: farewell.id, version: 1, dueOn: '2027-03-20', reason: 'Su cumpleaños' })
    const plan = await open()
    await it.must('children.movePlan', {
      id: plan.id,
      version: plan.version,
      targetDay: '2027-09-29',
      reason: 'Prórroga',
    })
    expect(await stepOf('farewell')).toMatchObject({ dueOn: '2027-03-20', months: null })
    expect(await stepOf('preparation')).toMatchObject({ dueOn: '2027-03-29', standing: 'ahead' })
    expect(await stepOf('home-visit')).toMatchObject({ dueOn: '2026-06-29', state: 'not-possible' })
    const events = (await it.must('children.timeline', { id: childId })).filter((event) => event.theme === 'plan')
    expect(events.map((event) => event.event)).toEqual(
      [
        'child.plan-moved',
        'child.step-moved',
        'child.plan-made',
        'child.step-to-do',
        'child.step-not-possible',
        'child.step-done',
      ].sort((a, b) => events.findIndex((e) => e.event === a) - events.findIndex((e) => e.event === b)),
    )
    expect(events.find((event) => event.event === 'child.step-not-possible')?.facts).toMatchObject({
      word: 'home-visit',
    })
  })

  test('takes steps of its own, is completed only when nothing is left, and can be reopened', async () => {
    await make()
    const { id: planId } = await open()
    await it.must('children.addStep', {
      planId,
      title: 'Foto con su madrina',
      side: 'before',
      concerns: 'child',
      dueOn: '2026-11-05',
    })
    expect(await stepOf('Foto con su madrina')).toMatchObject({ standing: 'due' })
    const { version } = await open()
    const close = (closeCause: 'completed' | 'stays') =>
      it.call('children.closePlan', { id: planId, version, closeCause, reason: 'Sale su madre' })
    expect(await close('completed')).toMatchObject({ refusals: [{ code: 'steps-to-do', facts: { count: 16 } }] })
    expect(codesOf(await close('stays'))).toEqual([])
    const { plan, earlier } = await planOf()
    expect([plan, earlier[0]?.closeCause]).toEqual([null, 'stays'])
    const step = earlier[0]?.steps[0]
    const late = { id: step?.id ?? '', version: 1, state: 'done' as const, on: '2026-10-30', who: null, note: null }
    expect(codesOf(await it.call('children.setStep', late))).toEqual(['plan-closed'])
    await it.must('children.reopenPlan', { id: planId, version: version + 1, reason: 'No salió' })
    expect((await open()).id).toBe(planId)
  })

  test('leaving counts what follows from the day; taking it back puts the child back and keeps what was written', async () => {
    await make()
    const child = await it.must('children.get', { id: childId })
    const leaving = {
      id: childId,
      version: child.version,
      leftOn: '2026-10-30',
      cause: 'age-limit' as const,
      reason: 'Acta',
    }
    expect(codesOf(await it.call('children.leave', leaving))).toEqual(['bad-input'])
    await it.must('children.leave', {
      ...leaving,
      handedTo: 'Ofelia  Castro Ruiz',
      relation: 'abuela',
      place: 'Toluca',
    })
    expect(await open()).toMatchObject({ targetDay: '2026-10-30', separatedOn: '2026-10-30' })
    expect(await stepOf('follow-up-30')).toMatchObject({ dueOn: '2026-11-29' })
    expect(await stepOf('papers-ready')).toMatchObject({ dueOn: '2026-12-29' })
    const gone = await it.must('children.get', { id: childId })
    expect(gone).toMatchObject({
      outside: { with: 'Ofelia Castro Ruiz', place: 'Toluca' },
      livesHereUntil: '2026-10-30',
    })
    expect(codesOf(await it.call('children.leave', { ...leaving, version: gone.version, handedTo: 'x' }))).toEqual([
      'child-left-already',
    ])
    await it.must('children.takeBackLeaving', { id: childId, version: gone.version, reason: 'Era su hermano' })
    const back = await it.must('children.get', { id: childId })
    expect(back).toMatchObject({ livesHereUntil: null, departures: [{ undoneReason: 'Era su hermano' }] })
    expect((await open()).separatedOn).toBeNull()
  })

  test('a child who leaves without a plan is followed up all the same; one who leaves with the mother is not', async () => {
    const sister = (await registerChild(it, motherId, { givenNames: 'Camila' })).id
    for (const [id, cause] of [
      [childId, 'authority'],
      [sister, 'with-mother'],
    ] as const) {
      const { version } = await it.must('children.get', { id })
      await it.must('children.leave', {
        id,
        version,
        leftOn: '2026-10-30',
        cause,
        handedTo: cause === 'authority' ? 'DIF' : null,
        reason: 'x',
      })
    }
    expect((await open()).steps.map((step) => step.word)).toEqual([
      'first-visit',
      'follow-up-30',
      'follow-up-90',
      'follow-up-180',
    ])
    expect((await it.must('children.plan', { id: sister })).plan).toBeNull()
  })
})

describe('the center’s milestones', () => {
  test('hold from a day on: a plan keeps those of the day on which it was made', async () => {
    const lines = await it.must('children.milestones', {})
    const visit = lines.find((line) => line.word === 'home-visit')
    if (!visit) throw new Error('no line')
    const { id, version, concerns } = visit
    const change = { id, version, title: null, side: 'before' as const, months: 10, days: 0, concerns }
    expect(codesOf(await it.call('children.alterMilestone', { ...change, fromDay: '2026-10-30' }))).toEqual([
      'day-has-passed',
    ])
    await make()
    await it.must('children.alterMilestone', { ...change, fromDay: '2026-11-02' })
    const { id: _id, version: _version, ...when } = change
    await it.must('children.addMilestone', { ...when, title: 'Carta a su escuela', fromDay: '2026-11-02' })
    expect((await stepOf('home-visit')).months).toBe(9)
    it.now = '2026-11-02T17:00:00.000Z'
    const plan = await open()
    await it.must('children.closePlan', { id: plan.id, version: plan.version, closeCause: 'other', reason: 'Otra vez' })
    await make()
    expect((await stepOf('home-visit')).months).toBe(10)
    expect((await stepOf('Carta a su escuela')).dueOn).toBe('2026-05-29')
  })

  test('one that ended is on no new plan', async () => {
    const line = (await it.must('children.milestones', {})).find((each) => each.word === 'school-place')
    await it.must('children.endMilestone', {
      id: line?.id ?? '',
      version: 1,
      untilDay: '2026-10-31',
      reason: 'No hay escuelas',
    })
    await make()
    expect((await open()).steps.map((step) => step.word)).not.toContain('school-place')
  })
})

const PRISON =
  /penitenciari|prisi[oó]n|reclusi|reclusorio|c[aá]rcel|cereso|cefereso|readaptaci|reinserci|intern[ao]s?\b|Tlalmanalco/i

describe('papers of a child', () => {
  const keep = (more: Partial<Parameters<typeof it.call<'children.keepEmergencySheet'>>[1]> = {}) =>
    it.call('children.keepEmergencySheet', {
      childId,
      version: null,
      carers: [{ fullName: 'Ofelia Castro', relation: 'abuela', phone: null, distance: '40 minutos' }],
      allergies: 'ninguna',
      medicines: null,
      doctor: null,
      doctorPhone: null,
      comfort: 'su cobija azul',
      feeding: null,
      ...more,
    })

  test('the emergency sheet prints on one page with its gaps named, before anybody filled it in', async () => {
    const empty = await it.must('children.printEmergencySheet', { id: childId })
    expect(empty.pages).toBe(1)
    const text = pdfText(empty.pdf).replaceAll(/\s+/g, ' ')
    for (const gap of ['una persona que le reciba', 'alergias', 'su médico', 'qué le consuela'])
      expect(text).toContain(gap)
    expect(text).toContain('Nadie ha revisado esta hoja')
    expect(codesOf(await keep())).toEqual([])
    const kept = pdfText((await it.must('children.printEmergencySheet', { id: childId })).pdf).replaceAll(/\s+/g, ' ')
    for (const said of ['Ofelia Castro', '40 minutos', 'su cobija azul', 'ninguna']) expect(kept).toContain(said)
    expect(kept).toContain('una segunda persona que le reciba; el teléfono de quien le recibe; su médico')
  })

  test('it is looked at every ninety days; keeping it unchanged says that it still holds', async () => {
    expect(await tasks('child-sheet-missing')).toMatchObject([{ facts: { count: 1 } }])
    await keep()
    expect(await tasks('child-sheet-missing')).toEqual([])
    expect(codesOf(await keep())).toEqual(['stale'])
    it.now = '2027-01-28T17:00:00.000Z'
    expect(await tasks('child-sheet-review')).toEqual([])
    it.now = '2027-01-29T17:00:00.000Z'
    expect(await tasks('child-sheet-review')).toMatchObject([{ dueOn: '2027-01-29' }])
    expect(codesOf(await keep({ version: 1 }))).toEqual([])
    expect(await tasks('child-sheet-review')).toEqual([])
    const events = (await it.must('children.timeline', { id: childId })).map((event) => event.event)
    expect(events.filter((event) => event.startsWith('child.sheet'))).toEqual([
      'child.sheet-reviewed',
      'child.sheet-kept',
    ])
  })

  test('whoever an order keeps away stands on it', async () => {
    await it.signInAs('director')
    await it.must('children.prohibit', {
      childIds: [childId],
      adult: {
        fullName: 'Ramiro Salas Tovar',
        documentKind: null,
        document: null,
        phone: null,
        address: null,
        description: null,
      },
      relation: 'padre',
      orderedBy: 'Juzgado 2.º familiar',
      orderNumber: '1184/2026',
      orderedOn: null,
      from: null,
      until: null,
      note: null,
    })
    const text = pdfText((await it.must('children.printEmergencySheet', { id: childId })).pdf)
    expect(text).toMatch(/NO puede acercarse/)
    expect(text).toMatch(/Ramiro Salas Tovar.*1184\/2026/)
  })

  test('no paper of a child tells where she or he lives, not in its text nor its title', async () => {
    await make()
    await keep()
    const who = {
      id: childId,
      day: '2026-10-31',
      cause: 'age-limit' as const,
      handedTo: 'Ofelia Castro',
      relation: 'abuela',
      document: 'INE 9436',
      phone: null,
      place: null,
    }
    const papers = [
      await it.must('children.printEmergencySheet', { id: childId }),
      await it.must('children.printPlan', { id: childId }),
      await it.must('children.printHandover', who),
    ]
    for (const paper of papers) {
      expect(`${paper.title} ${paper.folio}`).not.toMatch(PRISON)
      expect(pdfText(paper.pdf)).not.toMatch(PRISON)
      expect(Buffer.from(paper.pdf, 'base64').toString('latin1')).not.toMatch(PRISON)
      expect(pdfText(paper.pdf)).toContain('Programa Umbral, A.C.'.toLocaleUpperCase('es-MX'))
    }
  })

  test('an age that rests on an approximate date, or on none, says so on paper', async () => {
    const correct = async (facts: { birthDate: string | null; birthPrecision: 'approximate' | 'unknown' }) => {
      const child = await it.must('children.get', { id: childId })
      await it.must('children.correct', {
        id: childId,
        version: child.version,
        facts: { ...child.facts, ...facts },
        reason: 'Acta',
      })
      return pdfText((await it.must('children.printEmergencySheet', { id: childId })).pdf)
    }
    expect(await correct({ birthDate: '2024-03-01', birthPrecision: 'approximate' })).toContain(
      'fecha de nacimiento aproximada',
    )
    expect(await correct({ birthDate: null, birthPrecision: 'unknown' })).toContain('no se saben')
  })

  test('the hand-over record has blanks for what is not known, and lines for mother, carer, social work and witnesses', async () => {
    const blank = {
      id: childId,
      day: '2026-10-31',
      cause: 'voluntary' as const,
      handedTo: null,
      relation: null,
      document: null,
      phone: null,
      place: null,
    }
    const text = pdfText((await it.must('children.printHandover', blank)).pdf)
    for (const line of ['MADRE', 'QUIEN RECIBE', 'TRABAJO SOCIAL']) expect(text).toContain(line)
    expect(text.match(/TESTIGO/g)).toHaveLength(2)
    expect(text).toContain('_'.repeat(40))
  })
})

test('a mother-child file is closed to the others, plan, sheet and papers alike', async () => {
  for (const role of ['axis-lead', 'mental-health', 'gate', 'reader'] as const) {
    await it.signInAs(role)
    for (const channel of [
      'children.plan',
      'children.emergencySheet',
      'children.timeline',
      'children.printPlan',
    ] as const)
      expect(codesOf(await it.call(channel, { id: childId }))).toEqual(['not-allowed'])
  }
  await it.signInAs('director')
  await it.must('children.plan', { id: childId })
  const [read] = (await it.must('office.audit', { event: 'child.read' })).entries
  expect(read).toMatchObject({ subjectId: childId, actor: 'Rosa Directora' })
})
