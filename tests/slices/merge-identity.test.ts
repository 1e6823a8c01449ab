import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isMovedHere } from '../../src/main/features/people/collisions.service'
import { merge, previewMerge, undoMerge } from '../../src/main/features/people/merge.service'
import { listReferences } from '../../src/main/platform/db/references'
import type { MergeField, MergeSide } from '../../src/shared/contract/merge.contract'
import { MERGE_FIELDS } from '../../src/shared/contract/merge.contract'
import { openBare, type Bare } from '../factories/bare'

const EDITIONS = ['e1', 'e2', 'e3']
const WORKSHOPS = ['w1', 'w2']
let it: Bare
const ids = new Map<string, string>()
const idOf = (name: string): string => {
  const id = ids.get(name) ?? randomUUID()
  ids.set(name, id)
  return id
}

beforeAll(async () => {
  it = await openBare()
  it.run(`INSERT INTO axis VALUES (?, 'CL', 'Capacitación', 0)`, idOf('a1'))
  for (const name of WORKSHOPS)
    it.run(`INSERT INTO workshop (id, axis_id, title) VALUES (?, ?, ?)`, idOf(name), idOf('a1'), name)
  it.run(`INSERT INTO room (id, name) VALUES (?, 'Taller 1')`, idOf('r1'))
  it.run(`INSERT INTO instructor (id, name) VALUES (?, 'Elisa')`, idOf('i1'))
  for (const [at, name] of EDITIONS.entries())
    it.run(
      `INSERT INTO edition (id, code, workshop_id, room_id, instructor_id, hours, capacity, starts_on, ends_on, min_rate_percent)
       VALUES (?, ?, ?, ?, ?, 10, 99, '2026-09-01', '2026-12-31', 80)`,
      idOf(name),
      name,
      idOf(WORKSHOPS[at % 2] ?? ''),
      idOf('r1'),
      idOf('i1'),
    )
  for (const edition of EDITIONS)
    for (const day of ['2026-10-05', '2026-10-12', '2026-10-19', '2026-11-02'])
      it.run(
        `INSERT INTO session (id, edition_id, day, starts_at, ends_at) VALUES (?, ?, ?, '09:00', '11:00')`,
        idOf(`${edition} ${day}`),
        idOf(edition),
        day,
      )
  for (const name of ['third', 'fourth']) insertWoman(idOf(name), name)
})
afterAll(() => it.close())

let count = 0
function insertWoman(id: string, surname: string): void {
  it.run(
    `INSERT INTO person (id, file_number, surname1, given_names, birth_precision, search_text, sort_key)
     VALUES (?, ?, ?, 'Ana', 'unknown', ?, ?)`,
    id,
    `DEM-${String(++count)}`,
    surname,
    surname.toLowerCase(),
    surname.toLowerCase(),
  )
}

/** What one record may hold. Some of it stands in the other's way, some of it does not. */
const aLife = fc.record({
  stays: fc.constantFrom<readonly ('open' | 'closed')[]>([], ['open'], ['closed'], ['closed', 'open']),
  away: fc.boolean(),
  arrival: fc.boolean(),
  places: fc.uniqueArray(fc.constantFrom(...EDITIONS), { maxLength: 3 }),
  ended: fc.uniqueArray(fc.constantFrom(...EDITIONS), { maxLength: 2 }),
  waits: fc.uniqueArray(fc.constantFrom(...WORKSHOPS), { maxLength: 2 }),
  marks: fc.uniqueArray(
    fc.record({
      edition: fc.constantFrom(...EDITIONS),
      day: fc.constantFrom('2026-10-05', '2026-10-12', '2026-10-19'),
      code: fc.constantFrom('A', 'F', 'JM'),
    }),
    { maxLength: 6, selector: (mark) => mark.edition + mark.day },
  ),
  children: fc.nat({ max: 3 }),
  pairs: fc.subarray(['third', 'fourth']),
  alerts: fc.nat({ max: 2 }),
  consents: fc.uniqueArray(fc.constantFrom('participation', 'headquarters', 'photo'), { maxLength: 3 }),
  intake: fc.boolean(),
  evaluated: fc.uniqueArray(fc.constantFrom(...EDITIONS), { maxLength: 2 }),
  appointments: fc.nat({ max: 2 }),
  excuses: fc.nat({ max: 2 }),
})
type Life = typeof aLife extends fc.Arbitrary<infer T> ? T : never

function live(id: string, life: Life): void {
  const stays = life.stays.map((kind) => {
    const stay = randomUUID()
    const closed = kind === 'closed'
    it.run(
      `INSERT INTO stay (id, person_id, admitted_on, left_on, left_cause) VALUES (?, ?, ?, ?, ?)`,
      stay,
      id,
      closed ? '2024-01-01' : '2026-01-10',
      closed ? '2025-06-30' : null,
      closed ? 'release' : null,
    )
    return stay
  })
  const open = life.stays.includes('open') ? stays.at(-1) : undefined
  const absence = open && life.away ? randomUUID() : undefined
  if (open && absence)
    it.run(
      `INSERT INTO stay_absence (id, stay_id, reason, left_on) VALUES (?, ?, 'court', '2026-10-20')`,
      absence,
      open,
    )
  if (life.arrival && !open)
    it.run(`INSERT INTO arrival (id, person_id, expected_on) VALUES (?, ?, '2026-11-05')`, randomUUID(), id)
  for (const edition of life.places) {
    const place = randomUUID()
    it.run(
      `INSERT INTO place (id, person_id, edition_id, opened_on) VALUES (?, ?, ?, '2026-09-15')`,
      place,
      id,
      idOf(edition),
    )
    if (absence)
      it.run(
        `INSERT INTO place_suspension (id, place_id, cause, absence_id, from_day) VALUES (?, ?, 'away', ?, '2026-10-20')`,
        randomUUID(),
        place,
        absence,
      )
  }
  for (const edition of life.ended)
    it.run(
      `INSERT INTO place (id, person_id, edition_id, opened_on, ended_on, end_result, end_cause)
       VALUES (?, ?, ?, '2026-09-01', '2026-09-10', 'not-completed', 'choice')`,
      randomUUID(),
      id,
      idOf(edition),
    )
  for (const workshop of life.waits)
    it.run(
      `INSERT INTO wait (id, person_id, workshop_id, requested_on, state, state_on) VALUES (?, ?, ?, '2026-09-20', 'approved', '2026-09-20')`,
      randomUUID(),
      id,
      idOf(workshop),
    )
  for (const { edition, day, code } of life.marks) {
    const session = idOf(`${edition} ${day}`)
    it.run(`INSERT INTO mark (session_id, person_id, code) VALUES (?, ?, ?)`, session, id, code)
    it.run(
      `INSERT INTO mark_change (id, session_id, person_id, kind, was_code, was_json, now_code, changed_at, changed_on)
       VALUES (?, ?, ?, 'corrected', 'F', '{}', ?, '2026-10-20T00:00:00.000Z', '2026-10-20')`,
      randomUUID(),
      session,
      id,
      code,
    )
  }
  for (let child = 0; child < life.children; child += 1)
    it.run(
      `INSERT INTO child (id, code, surname1, given_names, birth_precision, mother_id, search_text) VALUES (?, ?, 'Ruiz', 'Sol', 'unknown', ?, '')`,
      randomUUID(),
      `H-${String(++count)}`,
      id,
    )
  for (const other of life.pairs) {
    const [a, b] = [id, idOf(other)].sort()
    it.run(
      `INSERT INTO keep_apart (id, person_a, person_b, scope, reason_group, level, starts_on, review_on)
       VALUES (?, ?, ?, 'session', 'threat', 'warn', '2026-09-01', '2026-12-01')`,
      randomUUID(),
      a ?? '',
      b ?? '',
    )
  }
  for (let alert = 0; alert < life.alerts; alert += 1)
    it.run(
      `INSERT INTO alert (id, person_id, kind, circle, owner_role, starts_on, review_on)
       VALUES (?, ?, 'accompaniment', 'office', 'coordinator', '2026-09-01', '2026-12-01')`,
      randomUUID(),
      id,
    )
  for (const purpose of life.consents)
    it.run(
      `INSERT INTO consent (id, person_id, purpose, answer, answered_on, how, read_aloud, folio) VALUES (?, ?, ?, 'yes', '2026-09-02', 'signature', 0, ?)`,
      randomUUID(),
      id,
      purpose,
      `CO-${String(++count)}`,
    )
  const [stay] = stays
  if (life.intake && stay)
    it.run(
      `INSERT INTO intake (id, person_id, stay_id, taken_on, taken_at) VALUES (?, ?, ?, '2026-09-03', '2026-09-03T00:00:00.000Z')`,
      randomUUID(),
      id,
      stay,
    )
  for (const edition of life.evaluated)
    it.run(`INSERT INTO evaluation (edition_id, person_id, result) VALUES (?, ?, 'A')`, idOf(edition), id)
  for (let nth = 0; nth < life.appointments; nth += 1)
    it.run(
      `INSERT INTO appointment (id, person_id, kind, day, starts_at) VALUES (?, ?, 'lawyer', '2026-11-03', '10:00')`,
      randomUUID(),
      id,
    )
  for (let nth = 0; nth < life.excuses; nth += 1)
    it.run(
      `INSERT INTO excuse (id, person_id, reason, from_day, until_day, told_at) VALUES (?, ?, 'illness', '2026-11-02', '2026-11-03', '2026-10-30T00:00:00.000Z')`,
      randomUUID(),
      id,
    )
}

/** Where an id is still written, but for what is frozen to the record it was issued to, and the tombstone itself. */
function stillNames(id: string): string[] {
  const dump = it.dump()
  return Object.keys(dump).filter(
    (table) => table !== 'person' && table !== 'person_merge' && dump[table]?.some((row) => String(row).includes(id)),
  )
}

/** What a certificate says and to whom it was issued: hashed, and never to change. */
const frozen = (): unknown[] =>
  it.opened.raw.prepare(`SELECT id, folio, person_id, edition_id, facts_json, hash FROM certificate ORDER BY id`).all()

function certify(id: string, edition: string): void {
  const [paper, number] = [randomUUID(), ++count]
  it.run(
    `INSERT INTO paper (id, type, folio, year, number, title, pages, pdf, sha256, issued_at) VALUES (?, 'x', ?, 2026, ?, 't', 1, x'00', 'h', '2026')`,
    paper,
    `F-${String(number)}`,
    number,
  )
  it.run(
    `INSERT INTO certificate (id, folio, year, number, person_id, holder_id, edition_id, paper_id, facts_json, prev_hash,
       hash, issued_on, template, template_version, state, state_on)
     VALUES (?, ?, 2026, ?, ?, ?, ?, ?, '{}', coalesce((SELECT hash FROM certificate ORDER BY number DESC LIMIT 1), '${'0'.repeat(64)}'),
       ?, '2026-10-30', 'sober', 2, 'issued', '2026-10-30')`,
    randomUUID(),
    `F-${String(number)}`,
    number,
    id,
    id,
    idOf(edition),
    paper,
    `h-${String(number)}`,
  )
}

const sides = fc.constantFrom<MergeSide>('kept', 'loser')

async function mergeAll(keptId: string, loserId: string, fromLoser: readonly MergeField[], side: MergeSide) {
  const seen = await previewMerge(it.look, { keptId, loserId })
  if (!seen.ok) throw new Error(JSON.stringify(seen))
  const choices = Object.fromEntries(seen.value.collisions.map((each) => [each.key, side]))
  const made = await it.change((act) =>
    merge(act, {
      keptId,
      loserId,
      seen: seen.value.seen,
      fromLoser: [...fromLoser],
      choices,
      reason: 'Es la misma',
    }),
  )
  if (!made.ok) throw new Error(JSON.stringify(made))
  return { preview: seen.value, made: made.value }
}

describe('merging two records', () => {
  test('then undoing is identity, whatever they hold and whatever was chosen; and nothing names the loser meanwhile', async () => {
    await fc.assert(
      fc.asyncProperty(aLife, aLife, fc.subarray([...MERGE_FIELDS]), sides, async (one, other, fields, side) => {
        const [keptId, loserId] = [randomUUID(), randomUUID()]
        insertWoman(keptId, 'Ortega')
        insertWoman(loserId, 'Hortega')
        it.run('BEGIN')
        live(keptId, one)
        live(loserId, other)
        it.run('COMMIT')
        const before = it.dump()
        const { preview } = await mergeAll(keptId, loserId, fields, side)
        expect(stillNames(loserId)).toEqual([])
        const moved = preview.moves.reduce((sum, each) => sum + each.count, 0)
        expect(moved).toBeGreaterThanOrEqual(other.children + other.alerts)
        const undone = await it.change((act) => undoMerge(act, { id: keptId, loserId, reason: 'Son dos' }))
        expect(undone.ok).toBe(true)
        expect(it.dump()).toEqual(before)
      }),
      { numRuns: 25 },
    )
  }, 120_000)

  test('leaves a certificate as it was issued and puts it into her hand; two of one edition forbid the merge', async () => {
    const [keptId, loserId] = [randomUUID(), randomUUID()]
    insertWoman(keptId, 'Pinto')
    insertWoman(loserId, 'Pynto')
    certify(loserId, 'e1')
    const before = frozen()
    await mergeAll(keptId, loserId, [], 'kept')
    expect(frozen()).toEqual(before)
    expect(it.opened.raw.prepare(`SELECT holder_id FROM certificate WHERE person_id = ?`).pluck().get(loserId)).toBe(
      keptId,
    )
    const otherId = randomUUID()
    insertWoman(otherId, 'Pinta')
    certify(otherId, 'e1')
    const seen = await previewMerge(it.look, { keptId, loserId: otherId })
    expect(seen.ok && seen.value.blocks.map((block) => block.code)).toEqual(['both-certified'])
  })

  test('a third record follows: who was merged into the loser is then merged into the kept', async () => {
    const [a, b, c] = [randomUUID(), randomUUID(), randomUUID()]
    for (const id of [a, b, c]) insertWoman(id, 'Quiroz')
    await mergeAll(b, c, [], 'kept')
    await mergeAll(a, b, [], 'kept')
    const into = it.opened.raw.prepare(`SELECT merged_into FROM person WHERE id = ?`).pluck()
    expect([into.get(b), into.get(c)]).toEqual([a, a])
    const undone = await it.change((act) => undoMerge(act, { id: a, loserId: b, reason: 'Son dos' }))
    expect(undone.ok).toBe(true)
    expect([into.get(b), into.get(c)]).toEqual([null, b])
  })

  test('moves each foreign key to a woman that stands in the schema', async () => {
    const found = await listReferences(it.look.db, 'person')
    const schema = it.opened.raw
      .prepare(`SELECT group_concat(sql, char(10)) FROM sqlite_schema WHERE type = 'table'`)
      .pluck()
      .get() as string
    expect(found).toHaveLength(schema.match(/REFERENCES "?person"? \(id\)/g)?.length ?? 0)
    expect(found.filter((reference) => !isMovedHere(reference))).toEqual([
      { table: 'certificate', column: 'person_id' },
      { table: 'person_merge', column: 'loser_id' },
    ])
  })
})
