import { expect, test } from 'vitest'
import type { Render } from '../../src/main/platform/documents/render'
import { contract } from '../../src/shared/contract'
import type { Channel } from '../../src/shared/contract/define'
import { SENSITIVE_READERS } from '../../src/shared/contract/timetable.contract'
import { ROLES } from '../../src/shared/kernel/roles'
import { inputsFor, type Known } from '../factories/any-input'
import { openTestOffice, type TestOffice } from '../factories/office'
import { givePlace } from '../factories/places'
import { registerWoman } from '../factories/people'
import { createAxis, createEdition } from '../factories/programs'

/**
 * Women who go to, wait for, were offered or left a group of a sensitive axis. Whatever a role that may not know reads
 * or prints, no row of it names one of them together with one of the marks of the group.
 Where a
 * woman is at an hour is for all of the office, so rooms are no mark of a group.
 */
const channels = Object.entries(contract as Record<string, Channel>).filter(
  ([, channel]) => channel.kind === 'read' || channel.kind === 'issue',
)
const outsiders = ROLES.filter((role) => !SENSITIVE_READERS.includes(role))

interface World {
  readonly it: TestOffice
  readonly known: Known
  readonly women: readonly string[]
  readonly group: readonly string[]
  readonly printed: unknown[]
}

/** Channels that tell of women or of groups: the walk means nothing unless they are answered. */
const ASKED = [
  'people.life',
  'people.get',
  'people.previewLeaving',
  'places.candidates',
  'places.waiting',
  'places.offers',
  'tasks.list',
  'timetable.clashes',
  'timetable.previewAppointment',
  'timetable.week',
  'timetable.printMovements',
  'timetable.printPass',
  'today.emergency',
  'today.morning',
  'today.whereabouts',
  'attendance.day',
  'attendance.doubts',
  'attendance.excuses',
  'hours.rows',
]

const SURNAMES = ['Tlaxcaltécatl', 'Cuauhtzin', 'Xochitiotzin', 'Moctezumatl', 'Ehecatlán']

async function aWorld(): Promise<World> {
  const printed: unknown[] = []
  const render: Render = (_type, facts) => {
    printed.push(facts)
    return Promise.resolve({ pdf: Buffer.from('%PDF'), pages: 1 })
  }
  const it = await openTestOffice({ role: 'coordinator', now: '2026-10-01T16:30:00.000Z', render })
  const ids: string[] = []
  for (const [index, surname1] of SURNAMES.entries())
    ids.push(await registerWoman(it, { surname1, fileNumber: `DEM-26-777${index}`, birthDate: `199${index}-02-03` }))
  const [goes, alsoGoes, waits, offered, left] = ids as [string, string, string, string, string]
  const open = await createEdition(it, await createAxis(it), 'CL-01-26B', 'Tejido a gancho', {
    slots: [
      { weekday: 2, startsAt: '11:00', endsAt: '13:00' },
      { weekday: 5, startsAt: '09:00', endsAt: '11:00' },
    ],
  })
  const sensitiveAxis = await createAxis(it, { code: 'SM', name: 'Salud mental', sensitive: true })
  const secret = await createEdition(it, sensitiveAxis, 'QZ-77-26B', 'Duelo hondo', {
    room: 'Aula 2',
    instructor: 'Psic. Zyanya',
    slots: [
      { weekday: 2, startsAt: '10:00', endsAt: '12:00' },
      { weekday: 4, startsAt: '16:00', endsAt: '18:00' },
    ],
  })
  const places: string[] = []
  for (const personId of [goes, alsoGoes, left]) places.push(await givePlace(it, secret, personId))
  const { workshops } = await it.must('places.waiting', {})
  const workshopId = workshops.find((each) => each.title === 'Duelo hondo')?.id ?? ''
  for (const personId of [waits, offered])
    await it.must('places.wait', { personId, workshopId, requestedOn: '2026-10-01', note: '' })
  const { waits: list } = await it.must('places.waiting', {})
  const hers = list.filter((each) => each.workshopId === workshopId)
  const hersOffered = hers.find((each) => each.personId === offered)
  await it.must('places.offer', {
    editionId: secret,
    waits: [{ id: hersOffered?.id ?? '', version: hersOffered?.version ?? 0 }],
    untilOn: '2026-10-29',
    jump: { reason: 'other', note: 'Porque sí' },
  })
  const edition = await it.must('programs.edition', { id: secret })
  const sessions = edition.sessions.map((session) => session.id)
  const openSessions = (await it.must('programs.edition', { id: open })).sessions.map((session) => session.id)
  await it.must('places.exclude', {
    placeId: places[1] ?? '',
    days: [{ weekday: 2, startsAt: null }],
    reason: 'school',
    note: 'x',
    from: '2026-10-27',
    until: null,
    reviewOn: null,
  })
  for (const [i, day] of ['2026-10-06', '2026-10-13', '2026-10-20'].entries()) {
    it.now = `${day}T20:00:00.000Z`
    await it.signInAs('mental-health')
    const id = sessions[i] ?? ''
    const roll = await it.must('attendance.sensitiveRoll', { id })
    await it.must('attendance.saveRoll', {
      id,
      version: roll.version,
      marks: [goes, left, alsoGoes].map((personId) => ({ personId, mark: 'F', reason: null })),
      unlisted: [{ name: 'Tlaxcaltécatl Desconocida', mark: 'A' }],
      paper: { attended: 1, absent: 3 },
    })
  }
  it.now = '2026-10-27T16:30:00.000Z'
  await it.signInAs('coordinator')
  await it.must('attendance.addExcuses', {
    personIds: [goes],
    reason: 'medical-appointment',
    from: '2026-10-27',
    until: '2026-10-28',
  })
  const errand = {
    personIds: [alsoGoes, left],
    kind: 'medical' as const,
    roomId: null,
    outside: false,
    place: 'Enfermería',
    day: '2026-10-27',
    startsAt: '10:30',
    endsAt: '11:30',
  }
  const met = await it.must('timetable.previewAppointment', errand)
  const keys = met.goers.flatMap((goer) => goer.clashes.map((clash) => clash.key))
  await it.must('timetable.addAppointments', { ...errand, note: null, despite: { keys, reason: 'Cita' } })
  await it.must('places.end', {
    id: places[2] ?? '',
    version: 1,
    endedOn: '2026-10-27',
    result: 'not-completed',
    cause: 'moved',
    note: 'x',
  })
  return {
    it,
    printed,
    women: [...ids, ...SURNAMES, ...SURNAMES.map((_, index) => `DEM-26-777${index}`)],
    group: [secret, workshopId, ...sessions, 'QZ-77-26B', 'Duelo hondo', 'Zyanya'],
    known: {
      id: [...ids.slice(0, 3), secret, sessions[0], sessions[3], openSessions[3], places[0], hers[0]?.id],
      personId: ids,
      motherId: ids,
      keptId: [goes],
      loserId: [alsoGoes],
      placeId: places,
      editionId: [secret, open],
      sessionId: [sessions[3], openSessions[3]],
      workshopId: workshops.map((workshop) => workshop.id),
      day: ['2026-10-27', '2026-10-20'],
      from: ['2026-10-01', '2026-10-26', '10:00'],
      until: ['2026-10-31', '12:00'],
      month: ['2026-10'],
      period: ['2026-10'],
      monday: ['2026-10-26'],
      presence: ['all'],
      startsAt: ['10:00'],
      endsAt: ['12:00'],
      at: ['2026-10-27T16:30:00.000Z'],
      personIds: [[goes]],
      year: [2026],
    },
  }
}

/** The smallest pieces of an answer that name both a woman and the group. */
function togetherIn(value: unknown, world: World): string[] {
  const text = JSON.stringify(value ?? null)
  const women = world.women.filter((word) => text.includes(word))
  const group = world.group.filter((word) => text.includes(word))
  if (women.length === 0 || group.length === 0) return []
  if (typeof value !== 'object' || value === null) return [text]
  const inside = Object.values(value).flatMap((each) => togetherIn(each, world))
  if (inside.length > 0) return inside
  return [text]
}

test('no row that a role which may not know reads or prints names a woman together with a sensitive group', async () => {
  const world = await aWorld()
  const { it, known, printed } = world
  const leaks = new Set<string>()
  const answered = new Set<string>()
  for (const role of outsiders) {
    await it.signInAs(role)
    for (const [name, channel] of channels) {
      if (channel.who !== 'anyone' && !channel.who.includes(role)) continue
      // The id of an appointment that is asked about is told back in the keys of its clashes.
      const asking = name === 'timetable.previewAppointment' ? { ...known, id: [] } : known
      for (const input of inputsFor(channel.input, asking)) {
        printed.length = 0
        const answer = await it.office.call(it.client, name, input)
        if (answer.ok) answered.add(name)
        const asked = JSON.stringify(input)
        const ofGroup = world.women.some((word) => asked.includes(word)) ? null : input
        for (const piece of togetherIn([ofGroup, answer, printed], world))
          leaks.add(`${role}: ${name} ${asked} says ${piece}`)
      }
    }
  }
  expect([...leaks]).toEqual([])
  for (const name of ASKED) expect([...answered], name).toContain(name)
  await it.close()
}, 120_000)
