import { afterAll, beforeAll, expect, test } from 'vitest'
import { walksOf, type Use } from '../../src/main/features/timetable/clash-use.rules'
import { findClashes } from '../../src/main/features/timetable/clash.rules'
import { aBusyTerm, type BusyTerm } from '../factories/busy-term'
import { inSqlite } from '../factories/clash-weeks'
import { compare } from './compare'

const WALKS = {
  usual: 5,
  pairs: Array.from({ length: 30 }, (_, i) => ({ a: `r${i}`, b: `r${i + 30}`, minutes: 3 + (i % 10) })),
}

/** A small generator with a fixed seed (mulberry32), so that each run sweeps the same week. */
function chance(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) % below
  }
}

/** 22,000 bookings of women, in sessions of 15 with a room and an instructor; hearings, mothers, dormitories, kits. */
function aWeek(): Use[] {
  const random = chance(7)
  const uses: Use[] = []
  for (let n = 0; n < 1_467; n++) {
    const from = random(5) * 1440 + 480 + random(16) * 30
    const base = { thing: `s${n}`, from, until: from + 60 + random(3) * 30, cancelled: random(50) === 0 }
    const session = { ...base, place: `r${random(60)}`, rank: 9 }
    uses.push({ ...session, kind: 'room', resource: session.place })
    uses.push({ ...session, kind: 'instructor', resource: `i${random(120)}` })
    if (n % 5 === 0) uses.push({ ...session, kind: 'kit', resource: `k${random(20)}`, pieces: 8, exist: 20 })
    for (let i = 0; i < 15; i++) uses.push({ ...session, kind: 'woman', resource: `w${random(4_000)}` })
    for (let i = 0; i < 4; i++) uses.push({ ...session, kind: 'dormitory', resource: `d${random(12)}`, camp: 'own' })
  }
  for (let n = 0; n < 600; n++) {
    const from = random(5) * 1440 + 480 + random(16) * 30
    const base = { thing: `a${n}`, from, until: from + 60, cancelled: false, place: `at ${n % 9}` }
    const her = { ...base, rank: 1 + random(5), endGuessed: random(4) === 0, leaves: random(4) === 0 }
    uses.push({ ...her, kind: 'woman', resource: `w${random(4_000)}` })
  }
  for (let n = 0; n < 60; n++) {
    const from = Math.floor(n / 12) * 1440 + 720
    const hours = { thing: `h${n}`, from, until: from + 45, cancelled: false, place: `h${n}`, rank: 1 }
    uses.push({ ...hours, kind: 'dormitory', resource: `d${n % 12}`, camp: 'other', nature: 'interrupts' })
  }
  return uses
}

test('all clashes of a week of 22,000 bookings, all kinds and walks, against SQLite’s self-join', async () => {
  const uses = aWeek()
  const walks = walksOf(WALKS.usual, WALKS.pairs)
  const sql = inSqlite(uses, WALKS)
  const found = findClashes(uses, walks)
  expect(found).toHaveLength(sql.join().length)
  expect(found).toHaveLength(sql.quickJoin().length)
  await compare('clashes of 22,000 bookings', () => findClashes(uses, walks), {
    name: 'SQLite self-join, indexed',
    work: sql.quickJoin,
  })
  sql.close()
})

let term: BusyTerm
beforeAll(async () => {
  term = await aBusyTerm()
})
afterAll(() => term.close())

test('one move, asked of main through the seam, against one SQL join by hand on the same file', async () => {
  const input = { id: term.sessionId, day: term.day, startsAt: '10:30', endsAt: '12:30' }
  const { clashes } = await term.it.must('timetable.previewMove', input)
  // The statement knows neither appointments nor children nor dormitories; of the rest both say the same.
  const sessions = clashes.filter(({ kind, a, b }) => kind !== 'care' && a.is === 'session' && b.is === 'session')
  expect(sessions.length).toBeGreaterThan(5)
  expect(await term.byHand(input)).toHaveLength(sessions.length)
  await compare(
    'a move among 22,000 bookings a week',
    () => term.it.must('timetable.previewMove', input),
    { name: 'one SQL statement by hand', work: () => term.byHand(input) },
    15,
  )
})

test('the whole week from the file, uses and names and all', async () => {
  const input = { from: term.monday, until: term.sunday }
  await compare(
    'timetable.clashes of the week, through the seam',
    () => term.it.must('timetable.clashes', input),
    { name: 'reading the bookings alone, by SQL', work: () => term.readBookings() },
    3,
  )
})
