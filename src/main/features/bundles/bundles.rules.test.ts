import { describe, expect, test } from 'vitest'
import { findBreaches } from './breaches.rules'
import { ageGroup, bundleName, childAgeGroup, fillTables, type BundleFacts } from './bundles.rules'

const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

const facts = (overrides: Partial<BundleFacts> = {}): BundleFacts => ({
  people: [],
  stays: [],
  merges: [],
  axes: [],
  workshops: [],
  editions: [],
  sessions: [],
  marks: [],
  rectifications: [],
  places: [],
  evaluations: [],
  certificates: [],
  waits: [],
  children: [],
  outings: [],
  ...overrides,
})

const rowsOf = (table: string, from: BundleFacts) =>
  fillTables(from, '2026-10', new Set()).find((each) => each.table.name === table)?.rows

const offer = (sensitive: boolean): Partial<BundleFacts> => ({
  axes: [{ id: id(1), code: 'SM', name: 'Salud mental', sensitive }],
  workshops: [{ id: id(2), axisId: id(1), title: 'Manejo de ansiedad' }],
  editions: [
    {
      id: id(3),
      code: 'SM-01',
      workshopId: id(2),
      instructorId: id(4),
      hours: 20,
      capacity: 12,
      startsOn: '2026-09-01',
      endsOn: '2026-11-30',
      minRatePercent: 80,
    },
  ],
  sessions: [
    { id: id(5), editionId: id(3), day: '2026-10-06', startsAt: '10:00', endsAt: '12:00', cancelledCause: null },
  ],
  people: [
    { id: id(6), birthDate: '1990-05-01', legalStatus: 'tried' },
    { id: id(7), birthDate: null, legalStatus: null },
  ],
  marks: [
    { sessionId: id(5), personId: id(6), code: 'JA' },
    { sessionId: id(5), personId: id(7), code: 'A' },
  ],
  places: [{ id: id(8), personId: id(6), editionId: id(3), openedOn: '2026-09-01', endedOn: null, endResult: null }],
  waits: [
    { id: id(9), personId: id(7), workshopId: id(2), requestedOn: '2026-10-01', closedOn: null, state: 'approved' },
  ],
})

describe('what leaves of a woman who did not agree', () => {
  const withheld = new Set([id(6)])
  const child = (n: number, mother: number) => ({
    id: id(n),
    motherId: id(mother),
    birthDate: null,
    livesHereFrom: '2026-01-01',
    livesHereUntil: null,
  })
  const open = facts({
    ...offer(false),
    stays: [6, 7].map((n) => ({
      id: id(n + 20),
      personId: id(n),
      admittedOn: '2026-01-01',
      leftOn: null,
      leftCause: null,
    })),
    children: [child(30, 6), child(31, 7)],
    outings: [30, 31].map((n) => ({
      id: id(n + 10),
      childId: id(n),
      kind: 'family',
      leavesOn: '2026-10-03',
      returnsOn: '2026-10-03',
      returnsAt: '17:00',
      cancelled: false,
      made: false,
      backOn: null,
      backAt: null,
    })),
  })

  test('no row of hers and of her children, in any table', () => {
    const text = JSON.stringify(fillTables(open, '2026-10', withheld))
    for (const n of [6, 8, 26, 30, 40]) expect(text).not.toContain(id(n))
    for (const n of [7, 9, 27, 31, 41]) expect(text).toContain(id(n))
    expect(findBreaches(fillTables(open, '2026-10', withheld))).toEqual([])
  })

  test('but she is counted, as everybody is', () => {
    const counts = (of: ReadonlySet<string>) =>
      fillTables(open, '2026-10', of)
        .filter(({ table }) => table.name.endsWith('_counts'))
        .map(({ rows }) => rows)
    expect(counts(withheld)).toEqual(counts(new Set()))
  })
})

describe('what leaves of an axis', () => {
  test('that is not sensitive: who was there, the reason of an excuse left out', () => {
    const open = facts(offer(false))
    expect(rowsOf('marks', open)?.map((row) => row.code)).toEqual(['J', 'A'])
    expect(rowsOf('people', open)).toHaveLength(2)
    expect(rowsOf('session_counts', open)?.map((row) => [row.code, row.people])).toEqual([
      ['A', 1],
      ['JA', 1],
    ])
    expect(findBreaches(fillTables(open, '2026-10', new Set()))).toEqual([])
  })

  test('that is sensitive: counts only, and not even the women themselves', () => {
    const closed = facts(offer(true))
    for (const table of ['marks', 'places', 'waits', 'people']) expect(rowsOf(table, closed), table).toEqual([])
    expect(rowsOf('session_counts', closed)).toHaveLength(2)
    expect(rowsOf('edition_counts', closed)).toMatchObject([{ places: 1 }])
    expect(findBreaches(fillTables(closed, '2026-10', new Set()))).toEqual([])
  })
})

describe('what leaves of a woman and a child', () => {
  test('only months of a stay', () => {
    const stays = [{ id: id(1), personId: id(6), admittedOn: '2025-03-17', leftOn: '2026-10-09', leftCause: 'release' }]
    const row = rowsOf('stays', facts({ stays }))?.[0]
    expect(row).toMatchObject({ admitted_month: '2025-03', left_month: '2026-10' })
    expect(JSON.stringify(row)).not.toMatch(/\d{4}-\d\d-\d\d"/)
  })

  test.each([
    ['2008-10-31', '18-24'],
    ['2001-11-01', '18-24'],
    ['2001-10-31', '25-29'],
    ['1976-10-31', '50-59'],
    ['1966-11-01', '50-59'],
    ['1966-10-31', '60+'],
    [null, null],
  ])('born %s, she is of the group %s at the end of October 2026', (birthDate, group) => {
    expect(ageGroup(birthDate, '2026-10')).toBe(group)
  })

  test.each([
    ['2026-10-31', '0-5m'],
    ['2026-04-30', '6-11m'],
    ['2023-11-01', '30-35m'],
    ['2023-10-31', '36m+'],
    ['2019-01-01', '36m+'],
    ['2026-11-01', null],
    [null, null],
  ])('a child born %s is of the group %s', (birthDate, group) => {
    expect(childAgeGroup(birthDate, '2026-10')).toBe(group)
  })

  test('an outing tells how late it came back, never earlier than zero', () => {
    const outing = {
      id: id(1),
      childId: id(2),
      kind: 'family',
      leavesOn: '2026-10-03',
      returnsOn: '2026-10-04',
      returnsAt: '17:00',
      cancelled: false,
      made: true,
    }
    const outings = [
      { ...outing, backOn: '2026-10-04', backAt: '18:35' },
      { ...outing, id: id(3), backOn: '2026-10-04', backAt: '16:00' },
      { ...outing, id: id(4), backOn: null, backAt: null },
    ]
    expect(rowsOf('outings', facts({ outings }))?.map((row) => row.minutes_late)).toEqual([95, 0, null])
  })
})

describe('the last look before sealing finds', () => {
  const filled = () => fillTables(facts(offer(false)), '2026-10', new Set())
  const spoiled = (table: string, change: object) =>
    filled().map((each) =>
      each.table.name === table ? { ...each, rows: each.rows.map((row) => ({ ...row, ...change })) } : each,
    )

  test.each([
    ['a name where an id belongs', 'marks', { person_id: 'Citlali' }, 'marks.person_id'],
    ['a word outside its list', 'marks', { code: 'JM' }, 'marks.code'],
    ['an id that no row has', 'workshops', { axis_id: id(99) }, 'workshops.axis_id'],
    ['an empty cell that must be full', 'sessions', { day: null }, 'sessions.day'],
    ['a day where only a month may leave', 'people', { age_group: '1990-05-01' }, 'people.age_group'],
    ['a column that was never declared', 'people', { curp: 'X' }, 'people: stray column'],
    ['two rows with one key', 'marks', { person_id: id(6) }, 'marks: key'],
    ['a number that is none', 'edition_counts', { places: -1 }, 'edition_counts.places'],
  ])('%s', (_what, table, change, breach) => {
    expect(findBreaches(spoiled(table, change))).toContain(breach)
  })
})

test('a bundle is named by center, month and sequence', () => {
  expect(bundleName('DEM', '2026-10', 7)).toBe('DEM-202610-0007.age')
})

describe('rectified marks of months already sent', () => {
  const made = (personId: string, was: string | null, now: string | null) => ({
    sessionId: id(5),
    personId,
    day: '2026-09-08',
    was,
    now,
  })

  test('leave once each, as they were sent and as they hold, without the reason of an excuse', () => {
    const changes = [made(id(6), 'F', 'A'), made(id(7), null, 'JM'), made(id(6), 'A', 'JA')]
    const rows = rowsOf('rectifications', facts({ rectifications: changes }))
    expect(rows?.map((row) => [row.person_id, row.code_was, row.code_now])).toEqual([
      [id(6), 'F', 'J'],
      [id(7), null, 'J'],
    ])
  })

  test('do not leave where headquarters would see no change, nor of a woman who did not agree', () => {
    const changes = [made(id(6), 'JM', 'JA'), made(id(7), 'A', 'F'), made(id(7), 'F', 'A')]
    expect(rowsOf('rectifications', facts({ rectifications: changes }))).toEqual([])
    const hers = facts({ rectifications: [made(id(6), 'F', 'A')] })
    const withheld = fillTables(hers, '2026-10', new Set([id(6)]))
    expect(withheld.find((each) => each.table.name === 'rectifications')?.rows).toEqual([])
  })
})

test('a merge leaves as two random ids, with the woman it leads to, unless she did not agree', () => {
  const merged = facts({
    people: [{ id: id(6), birthDate: '1990-05-01', legalStatus: null }],
    merges: [{ mergedId: id(9), keptId: id(6) }],
  })
  expect(rowsOf('merges', merged)).toEqual([{ merged_id: id(9), kept_id: id(6) }])
  expect(rowsOf('people', merged)).toMatchObject([{ id: id(6) }])
  expect(findBreaches(fillTables(merged, '2026-10', new Set()))).toEqual([])
  const withheld = fillTables(merged, '2026-10', new Set([id(6)]))
  expect(withheld.flatMap(({ rows }) => rows)).toEqual([])
})
