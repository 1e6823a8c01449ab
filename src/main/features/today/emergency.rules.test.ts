import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { emergencyOf, type EmergencyFacts } from './emergency.rules'

const woman = (personId: string, dormitory = 'B') => ({
  personId,
  surname1: personId,
  surname2: null,
  givenNames: 'Ana',
  bed: dormitory ? `${dormitory}-04` : null,
  dormitory,
})
const child = (id: string, motherId: string) => ({ id, motherId, surname1: id, surname2: null, givenNames: 'Luz' })
const running = (id: string, room: string) => ({
  id,
  room,
  instructor: `Mtra. ${room}`,
  endsAt: '12:00',
  sensitive: 0,
  care: null,
})
const facts = (over: Partial<EmergencyFacts> = {}): EmergencyFacts => ({
  day: '2026-10-06',
  time: '10:30',
  dormitoryWord: 'dormitorio',
  women: [woman('Arce'), woman('Bravo'), woman('Cruz', '')],
  running: [running('s1', 'Aula 1')],
  expected: [{ sessionId: 's1', personId: 'Bravo' }],
  away: [],
  called: [],
  children: [],
  room: [],
  outside: [],
  ...over,
})
const out = (childId: string) => ({
  childId,
  surname1: childId,
  surname2: null,
  givenNames: 'Luz',
  adult: 'Daniela Torres',
  phone: '5512164126',
  leftOn: '2026-10-06',
  leftAt: '09:00',
  returnsOn: '2026-10-06',
  returnsAt: '17:00',
})

describe('the emergency list', () => {
  test('puts who is expected in the room, the others in their dormitory, and who has none apart', () => {
    const { places } = emergencyOf(facts(), true)
    expect(places.map((place) => [place.kind, place.name, place.women.map((each) => each.name)])).toEqual([
      ['room', 'Aula 1', ['Bravo, Ana']],
      ['dormitory', 'B', ['Arce, Ana']],
      ['unknown', '', ['Cruz, Ana']],
    ])
    expect(places[0]).toMatchObject({ until: '12:00', instructors: ['Mtra. Aula 1'] })
  })

  test('counts the instructor of a sensitive group and does not name her beside the women', () => {
    const list = emergencyOf(facts({ running: [{ ...running('s1', 'Aula 1'), sensitive: 1 }] }), true)
    expect(list.places[0]).toMatchObject({ name: 'Aula 1', instructors: [] })
    expect(list.totals.instructors).toBe(1)
  })

  test('names a dormitory in the order of its beds', () => {
    const women = [woman('Arce'), woman('Bravo'), woman('Cruz')].map((each, at) => ({ ...each, bed: `B-${10 - at}` }))
    const { places } = emergencyOf(facts({ women, expected: [] }), true)
    expect(places.at(-1)?.women.map((each) => each.bed)).toEqual(['B-8', 'B-9', 'B-10'])
  })

  test('names a woman who is expected in two rooms once, with the other room beside her', () => {
    const twice = facts({
      running: [running('s1', 'Aula 1'), running('s2', 'Taller 3')],
      expected: ['s1', 's2'].map((sessionId) => ({ sessionId, personId: 'Bravo' })),
    })
    const list = emergencyOf(twice, true)
    expect(list.places[0]?.women).toMatchObject([{ name: 'Bravo, Ana', orIn: 'Taller 3' }])
    expect(list.places[1]).toMatchObject({ name: 'Taller 3', women: [], instructors: ['Mtra. Taller 3'] })
    expect(list.totals).toMatchObject({ women: 3, inRooms: 1, inDormitories: 2, instructors: 2 })
  })

  test('who is away, or called out of the center, stands outside and in no room', () => {
    const away = [{ personId: 'Arce', leftOn: '2026-10-01', expectedOn: null }]
    const called = [{ personId: 'Bravo', place: null }]
    const list = emergencyOf(facts({ away, called, children: [child('Ibarra', 'Arce')] }), true)
    expect(list.womenOutside).toEqual([
      { name: 'Arce, Ana', bed: 'B-04', leftOn: '2026-10-01', expectedOn: null },
      { name: 'Bravo, Ana', bed: 'B-04', leftOn: '2026-10-06', expectedOn: '2026-10-06' },
    ])
    expect(list.totals).toMatchObject({ women: 1, womenOut: 2, inRooms: 0 })
    expect(list.withoutMother).toEqual(['Ibarra, Luz'])
  })

  test('who is called to a place in the center is there, with the room of her session beside her name', () => {
    const list = emergencyOf(facts({ called: [{ personId: 'Bravo', place: 'Locutorios' }] }), true)
    expect(list.places.find((place) => place.name === 'Locutorios')?.women).toMatchObject([
      { name: 'Bravo, Ana', orIn: 'Aula 1' },
    ])
  })

  test('who came into the childcare room is there whatever was arranged, and with her mother once she was fetched', () => {
    const children = [child('Ibarra', 'Bravo'), child('Jara', 'Arce'), child('Lugo', 'Zavala')]
    const arranged = [{ ...running('s1', 'Aula 1'), care: 'childcare' }]
    const at = (room: EmergencyFacts['room']) => {
      const list = emergencyOf(facts({ running: arranged, children, room }), true)
      return [list.inChildcare, list.withoutMother]
    }
    expect(at([])).toEqual([['Ibarra, Luz'], ['Lugo, Luz']])
    expect(at([{ childId: 'Jara', inside: true }])).toEqual([['Ibarra, Luz', 'Jara, Luz'], ['Lugo, Luz']])
    expect(at([{ childId: 'Ibarra', inside: false }])).toEqual([[], ['Lugo, Luz']])
    expect(at([{ childId: 'Lugo', inside: true }])).toEqual([['Ibarra, Luz', 'Lugo, Luz'], []])
  })

  test('a child whose mother is in a session with childcare is there, and not at her side', () => {
    const running_ = [{ ...running('s1', 'Aula 1'), care: 'childcare' }]
    const children = [child('Ibarra', 'Bravo'), child('Soto', 'Arce')]
    const list = emergencyOf(facts({ running: running_, children }), true)
    expect(list).toMatchObject({ inChildcare: ['Ibarra, Luz'], childrenInChildcare: 1 })
    expect(list.places.map((place) => place.children)).toEqual([0, 1, 0])
    const called = [{ personId: 'Bravo', place: 'Locutorios' }]
    expect(emergencyOf(facts({ running: running_, children, called }), true).childrenInChildcare).toBe(0)
  })

  test('a child is with her mother, or out with somebody, and never both', () => {
    const list = emergencyOf(
      facts({ children: [child('Ibarra', 'Bravo'), child('Soto', 'Arce')], outside: [out('Soto')] }),
      true,
    )
    expect(list.places[0]?.women[0]?.children).toEqual(['Ibarra, Luz'])
    expect(list.places[1]?.children).toBe(0)
    expect(list.outside).toMatchObject([{ child: 'Soto, Luz', adult: 'Daniela Torres' }])
    expect(list.totals).toMatchObject({ children: 1, childrenOut: 1 })
  })

  test('a child whose mother is not here is said loudly', () => {
    const list = emergencyOf(facts({ children: [child('Ibarra', 'gone')] }), true)
    expect(list).toMatchObject({ childrenWithoutMother: 1, withoutMother: ['Ibarra, Luz'], totals: { children: 1 } })
  })

  test('shows a role without the children’s files how many, and no name of a child', () => {
    const full = facts({ children: [child('Ibarra', 'Bravo'), child('Lara', 'gone')], outside: [out('Soto')] })
    const list = emergencyOf(full, false)
    expect(list).toMatchObject({ outside: null, withoutMother: null, childrenWithoutMother: 1 })
    expect(list.totals).toMatchObject({ children: 2, childrenOut: 1 })
    expect(list.places[0]?.children).toBe(1)
    expect(JSON.stringify(list)).not.toMatch(/Ibarra|Lara|Soto|Daniela/)
  })

  test('has everybody in exactly one place, whatever runs', () => {
    const people = ['Arce', 'Bravo', 'Cruz', 'Díaz', 'Eguía']
    const some = fc.record({
      women: fc
        .subarray(people)
        .chain((names) =>
          fc.tuple(...names.map((name) => fc.constantFrom('A', 'B', '').map((dormitory) => woman(name, dormitory)))),
        ),
      running: fc.subarray([
        running('s1', 'Aula 1'),
        { ...running('s2', 'Taller 3'), care: 'childcare' },
        running('s3', 'Aula 1'),
      ]),
      expected: fc.array(
        fc.record({ sessionId: fc.constantFrom('s1', 's2', 's3'), personId: fc.constantFrom(...people) }),
      ),
      away: fc.subarray(people.map((personId) => ({ personId, leftOn: '2026-10-01', expectedOn: null }))),
      called: fc.subarray(people.map((personId, at) => ({ personId, place: at % 2 ? 'Locutorios' : null }))),
      children: fc.subarray(people.map((name) => child(`${name} Luz`, name))),
      outside: fc.subarray(people.map((name) => out(`${name} Luz`))),
    })
    fc.assert(
      fc.property(some, (given) => {
        const list = emergencyOf(facts(given), true)
        const named = [...list.places.flatMap((place) => place.women), ...list.womenOutside].map((each) => each.name)
        expect(named.toSorted()).toEqual(given.women.map(({ personId }) => `${personId}, Ana`).toSorted())
        expect(list.totals.inRooms + list.totals.inDormitories).toBe(given.women.length - list.totals.womenOut)
        const beside = list.places.reduce((sum, place) => sum + place.children, 0)
        expect(beside + list.childrenWithoutMother + list.childrenInChildcare).toBe(list.totals.children)
      }),
    )
  })
})
