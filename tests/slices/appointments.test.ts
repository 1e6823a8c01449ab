import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Input } from '../../src/shared/contract'
import { anAdult, registerChild } from '../factories/children'
import { codesOf, openTestOffice, type TestOffice } from '../factories/office'
import { registerWoman } from '../factories/people'
import { givePlace } from '../factories/places'
import { createAxis, createEdition } from '../factories/programs'

let it: TestOffice
let reading: string
let ana: string
beforeEach(async () => {
  it = await openTestOffice({ now: '2026-10-05T18:00:00.000Z' })
  // Tuesdays 10:00–12:00 in Aula 1.
  reading = await createEdition(it, await createAxis(it), 'CL-19-26B', 'Alfabetización')
  ana = await registerWoman(it, { surname1: 'Ku', surname2: null, givenNames: 'Ana' })
  await givePlace(it, reading, ana)
})
afterEach(() => it.close())

type Adding = Input<'timetable.addAppointments'>
const court = (facts: Partial<Adding> = {}): Adding => ({
  personIds: [ana],
  kind: 'court',
  day: '2026-10-13',
  startsAt: '11:00',
  endsAt: '13:00',
  roomId: null,
  place: 'Juzgado segundo',
  outside: true,
  note: null,
  despite: null,
  ...facts,
})
const asked = ({ note: _note, despite: _despite, ...facts }: Adding) => facts
/** Adds it going on with every clash that the preview shows. */
const addAnyway = async (facts: Partial<Adding> = {}) => {
  const { goers } = await it.must('timetable.previewAppointment', asked(court(facts)))
  const keys = goers.flatMap((goer) => goer.clashes.map((clash) => clash.key))
  return it.must('timetable.addAppointments', court({ ...facts, despite: { keys, reason: 'Lo manda el juez' } }))
}
const month = { from: '2026-10-01', until: '2026-10-31' }

describe('an appointment', () => {
  test('shows what it would collide with before it is written, and asks for a reason', async () => {
    const { goers } = await it.must('timetable.previewAppointment', asked(court()))
    expect(goers).toMatchObject([
      {
        who: 'Ku, Ana',
        clashes: [
          {
            kind: 'woman',
            level: 'warn',
            why: 'gives-way',
            a: { is: 'session', title: 'Alfabetización' },
            b: { is: 'court', appointmentId: null },
          },
        ],
      },
    ])
    expect(codesOf(await it.call('timetable.addAppointments', court()))).toEqual(['clash-unseen'])
    await addAnyway()
    const { entries } = await it.must('office.audit', { event: 'appointment.added' })
    expect(entries).toMatchObject([{ reason: 'Lo manda el juez' }])
    expect(await it.must('timetable.appointments', month)).toMatchObject([
      { who: 'Ku, Ana', kind: 'court', place: 'Juzgado segundo', outside: true },
    ])
  })

  test('that collides with nothing needs no reason', async () => {
    await it.must('timetable.addAppointments', court({ day: '2026-10-14' }))
    expect(await it.must('timetable.clashes', { from: '2026-10-14', until: '2026-10-14' })).toEqual([])
  })

  test('another of the same weight at the same time cannot be', async () => {
    await it.must('timetable.addAppointments', court({ day: '2026-10-14' }))
    expect(codesOf(await it.call('timetable.addAppointments', court({ day: '2026-10-14' })))).toEqual(['clash-blocks'])
  })

  test('without an end counts with the usual hour, not with the whole day', async () => {
    const open = { day: '2026-10-14', endsAt: null, startsAt: '09:00' }
    await it.must('timetable.addAppointments', court(open))
    const doctor = { kind: 'medical' as const, place: 'Enfermería', outside: false, day: '2026-10-14', endsAt: '11:00' }
    const preview = (startsAt: string) =>
      it.must('timetable.previewAppointment', asked(court({ ...doctor, startsAt, outside: false })))
    expect((await preview('09:30')).goers[0]?.clashes).toMatchObject([{ level: 'warn', why: 'no-end' }])
    // Past the usual hour only the fact that she leaves the center that day is left.
    expect((await preview('10:30')).goers[0]?.clashes).toMatchObject([{ level: 'info', why: 'same-day' }])
  })

  test('called off it collides with nothing, stays readable, and is not changed any more', async () => {
    const { ids } = await addAnyway()
    const id = ids[0] ?? ''
    expect(await it.must('timetable.clashes', { from: '2026-10-13', until: '2026-10-13' })).toHaveLength(1)
    await it.must('timetable.cancelAppointment', { id, version: 1, reason: 'Se difirió' })
    expect(await it.must('timetable.clashes', { from: '2026-10-13', until: '2026-10-13' })).toEqual([])
    expect(await it.must('timetable.appointments', month)).toEqual([])
    expect(await it.must('timetable.appointments', { ...month, withCancelled: true })).toMatchObject([
      { cancelledReason: 'Se difirió' },
    ])
    const { personIds: _ids, ...facts } = court()
    expect(codesOf(await it.call('timetable.changeAppointment', { id, version: 2, ...facts }))).toEqual([
      'appointment-cancelled',
    ])
  })

  test('changed, it does not collide with itself; a stale change is refused', async () => {
    const { ids } = await it.must('timetable.addAppointments', court({ day: '2026-10-14' }))
    const { personIds: _ids, ...facts } = court({ day: '2026-10-14', startsAt: '11:30' })
    const change = { id: ids[0] ?? '', version: 1, ...facts }
    await it.must('timetable.changeAppointment', change)
    expect(codesOf(await it.call('timetable.changeAppointment', change))).toEqual(['stale'])
    expect(await it.must('timetable.appointments', month)).toMatchObject([{ startsAt: '11:30' }])
  })

  test('of several women is one piece of work that can be taken back', async () => {
    const eva = await registerWoman(it, { surname1: 'Pat', givenNames: 'Eva' })
    const { ids, batchId } = await it.must(
      'timetable.addAppointments',
      court({ personIds: [ana, eva], day: '2026-10-14' }),
    )
    expect(ids).toHaveLength(2)
    await it.must('batches.undo', { id: batchId ?? '' })
    expect(await it.must('timetable.appointments', { ...month, withCancelled: true })).toEqual([])
  })
})

describe('a child', () => {
  let childId: string
  beforeEach(async () => {
    childId = (await registerChild(it, ana, { givenNames: 'Leo', surname1: 'Ku', surname2: null })).id
  })
  const doctor = {
    kind: 'medical' as const,
    day: '2026-10-13',
    startsAt: '11:00',
    endsAt: '12:30',
    roomId: null,
    place: 'Hospital del Niño',
    outside: true,
  }
  const atTheDoctor = async () => {
    const { goers } = await it.must('timetable.previewChildAppointment', { ...doctor, childId })
    const keys = goers.flatMap((goer) => goer.clashes.map((clash) => clash.key))
    const despite = { keys, reason: 'La acompaña su tía' }
    return it.must('timetable.addChildAppointment', { ...doctor, childId, note: null, despite })
  }

  test('at the doctor is care for her mother’s session', async () => {
    await atTheDoctor()
    expect(await it.must('timetable.clashes', { from: '2026-10-13', until: '2026-10-13' })).toMatchObject([
      {
        kind: 'care',
        level: 'warn',
        why: 'care',
        resource: 'Ku, Ana · Ku, Leo',
        a: { is: 'session' },
        b: { is: 'medical' },
      },
    ])
  })

  test('is not told to who may not read the children’s files; that her mother is taken up is', async () => {
    await atTheDoctor()
    await it.signInAs('axis-lead')
    const answers = {
      clashes: await it.must('timetable.clashes', { from: '2026-10-13', until: '2026-10-13' }),
      rows: await it.must('timetable.appointments', { ...month, personId: ana }),
      preview: await it.must('timetable.previewAppointment', asked(court())),
    }
    expect(answers.clashes).toMatchObject([{ kind: 'care', resource: 'Ku, Ana', b: { is: 'care', title: null } }])
    expect(answers.rows).toMatchObject([{ who: 'Ku, Ana', kind: 'care', place: null }])
    expect(JSON.stringify(answers)).not.toMatch(/Leo|Hospital|medical/)
  })

  /** The id of an aunt who may take the child out. */
  const aunt = async (): Promise<string> => {
    await it.must('children.addAdult', anAdult(childId))
    const { children } = await it.must('outings.choices', {})
    return children.find((child) => child.id === childId)?.adults[0]?.id ?? ''
  }
  const asking = (id: string) => ({
    kind: 'family' as const,
    reason: 'x',
    escort: { from: 'grid' as const, id },
    children: [{ childId }],
    occurrences: [{ leavesOn: '2026-10-13', leavesAt: '11:00', returnsOn: '2026-10-13', returnsAt: '17:00' }],
  })

  test('on an outing is handed over and received by her mother; in between it is only told', async () => {
    const id = await aunt()
    const outing = async (leavesAt: string, returnsAt: string) => {
      const occurrences = [{ leavesOn: '2026-10-13', leavesAt, returnsOn: '2026-10-13', returnsAt }]
      return (await it.must('outings.ask', { plan: { ...asking(id), occurrences } })).lines[0]?.clashes
    }
    expect(await outing('11:00', '17:00')).toMatchObject([{ kind: 'care', level: 'warn', why: 'hand-over' }])
    expect(await outing('08:00', '17:00')).toMatchObject([{ kind: 'care', level: 'info', why: 'away' }])
    expect(await outing('12:00', '17:00')).toEqual([])
  })

  test('whose outing was called off, or whose day passed without it, asks nothing of her', async () => {
    const asked = await it.must('outings.request', { plan: asking(await aunt()) })
    const outing = { id: asked.outings[0]?.id ?? '' }
    expect((await it.must('outings.get', outing)).clashes).toMatchObject([{ why: 'hand-over' }])
    const tuesday = { from: '2026-10-13', until: '2026-10-13' }
    expect(await it.must('timetable.clashes', tuesday)).toMatchObject([{ kind: 'care', b: { outingId: outing.id } }])
    it.now = '2026-10-14T18:00:00.000Z'
    expect(await it.must('timetable.clashes', tuesday)).toEqual([])
    it.now = '2026-10-06T18:00:00.000Z'
    await it.must('outings.cancel', { id: asked.id, version: 1, reason: 'Ya no' })
    expect(await it.must('timetable.clashes', tuesday)).toEqual([])
  })

  test('the arrangement of a session decides whether a child at her side is a clash', async () => {
    const tuesday = { from: '2026-10-13', until: '2026-10-13' }
    const { sessions } = await it.must('timetable.day', { day: '2026-10-13' })
    const session = sessions.find((each) => each.editionId === reading)
    const arrange = (care: 'childcare' | 'children-welcome' | 'mother-arranges', version: number) =>
      it.must('timetable.arrange', { id: session?.id ?? '', version, roomId: null, care, reason: 'x' })
    expect(await it.must('timetable.clashes', tuesday)).toEqual([])
    await arrange('mother-arranges', 1)
    expect(await it.must('timetable.clashes', tuesday)).toMatchObject([
      { kind: 'care', why: 'arrange', b: { is: 'session' } },
    ])
    await arrange('childcare', 2)
    expect(await it.must('timetable.clashes', tuesday)).toEqual([])
  })
})
