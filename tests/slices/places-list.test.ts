import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { endPlacesOf, restorePlacesAfterAway, suspendPlacesWhileAway } from '../../src/main/features/places'
import type { Act } from '../../src/main/platform/seam/act'
import { openClassroom, putEdition, putPlace, putSession, putWoman, type Classroom } from '../factories/classroom'

const TODAY = '2026-10-15'
let room: Classroom
beforeEach(async () => {
  room = await openClassroom(`${TODAY}T18:00:00.000Z`)
})
afterEach(() => room.close())

/** What the people slice does inside an act of its own, which leaves its own event. */
const within = <T>(work: (act: Act) => Promise<T>): Promise<T> =>
  room.act(async (act) => {
    await act.audit({ event: 'person.left', subjectType: 'person' })
    return work(act)
  })
const check = (text: string, editionId: string | null = null, chosen: Record<string, string> = {}) =>
  room.must('places.checkList', { editionId, openedOn: TODAY, text, chosen })
const fileOf = (id: string) =>
  room.opened.raw.prepare('SELECT file_number FROM person WHERE id = ?').pluck().get(id) as string

const TABLES = [
  'place',
  'place_suspension',
  'place_exclusion',
  'wait',
  'wait_step',
  'wait_jump',
  'offer',
  'edition',
  'person',
  'stay',
]
const bytes = () =>
  JSON.stringify(TABLES.map((table) => room.opened.raw.prepare(`SELECT * FROM ${table} ORDER BY id`).all()))

describe('a pasted list', () => {
  test('stands in three groups, each line with its reason', async () => {
    const yoga = putEdition(room, { code: 'EAC-12', title: 'Yoga', capacity: 3 })
    putEdition(room, { code: 'CL-01', title: 'Tejido' })
    const [ana, eva] = [putWoman(room, { surname1: 'Ñáñez' }), putWoman(room, { surname1: 'Ibarra' })]
    const gone = putWoman(room, { surname1: 'Mata', leftOn: '2026-10-01' })
    const placed = putWoman(room, { surname1: 'Ruiz' })
    putPlace(room, placed, yoga.id)
    const [twinA] = [putWoman(room, { surname1: 'Soto' }), putWoman(room, { surname1: 'Soto' })]
    room.opened.raw.prepare('UPDATE person SET consents = 0 WHERE id = ?').run(eva)
    const lines = [
      'Expediente\tGrupo',
      `${fileOf(ana)}\tEAC-12`,
      'Ibarra, María\tCL-01',
      `${fileOf(gone)}\tCL-01`,
      `${fileOf(placed)}\tEAC-12`,
      'Soto María\tEAC-12',
      'Nadie Conocida\tEAC-12',
      `${fileOf(ana)}\tEAC-12`,
      `${fileOf(eva)}\tZZ-99`,
      fileOf(eva),
    ]
    const { rows } = await check(lines.join('\r\n'))
    expect(rows.map((row) => [row.line, row.group, row.refusal?.code ?? null])).toEqual([
      [2, 'ready', null],
      [3, 'decide', null],
      [4, 'impossible', 'person-not-here'],
      [5, 'impossible', 'place-taken-already'],
      [6, 'decide', 'name-not-clear'],
      [7, 'impossible', 'woman-not-found'],
      [8, 'impossible', 'listed-twice'],
      [9, 'impossible', 'unknown-edition-code'],
      [10, 'impossible', 'no-edition-named'],
    ])
    expect(rows[4]?.choices.length).toBe(2)
    const chosen = (await check(lines.join('\n'), null, { 6: twinA ?? '' })).rows[4]
    expect(chosen).toMatchObject({ group: 'ready', woman: { personId: twinA } })
  })

  test('fills the last seats in its order and says who comes too late', async () => {
    const { id } = putEdition(room, { code: 'EAC-12', title: 'Yoga', capacity: 2 })
    const women = [1, 2, 3].map((n) => putWoman(room, { surname1: `Ruiz${String(n)}` }))
    const { rows } = await check(women.map(fileOf).join('\n'), id)
    expect(rows.map((row) => row.refusal?.code ?? row.group)).toEqual(['ready', 'ready', 'edition-full'])
  })

  test('knows when two of its lines want the same hour of one woman', async () => {
    const slots = [[1, '09:00', '11:00']] as const
    putEdition(room, { code: 'A-1', title: 'Yoga', slots })
    putEdition(room, { code: 'B-1', title: 'Teatro', slots })
    const ana = putWoman(room, { surname1: 'Ñáñez' })
    const text = `${fileOf(ana)};A-1\n${fileOf(ana)};B-1`
    expect((await check(text)).rows.map((row) => row.refusal?.code ?? row.group)).toEqual(['ready', 'place-clash'])
    room.role = 'director'
    expect((await check(text)).rows.map((row) => row.group)).toEqual(['ready', 'decide'])
  })

  test('keeps no seat for who cannot come in', async () => {
    const slots = [[1, '09:00', '11:00']] as const
    const other = putEdition(room, { code: 'A-1', title: 'Yoga', slots })
    const { id } = putEdition(room, { code: 'B-1', title: 'Teatro', slots, capacity: 1 })
    for (const edition of [other.id, id]) putSession(room, edition, '2026-10-19')
    const [ana, eva] = [putWoman(room, { surname1: 'Ñáñez' }), putWoman(room, { surname1: 'Ibarra' })]
    putPlace(room, ana, other.id)
    const { rows } = await check([ana, eva].map(fileOf).join('\n'), id)
    expect(rows.map((row) => row.refusal?.code ?? row.group)).toEqual(['place-clash', 'ready'])
  })

  test('that has changed since it was checked gives nothing at all', async () => {
    const { id } = putEdition(room, { code: 'EAC-12', title: 'Yoga', capacity: 2 })
    const women = [1, 2].map((n) => putWoman(room, { surname1: `Ruiz${String(n)}` }))
    putPlace(room, putWoman(room, { surname1: 'Ibarra' }), id)
    const before = bytes()
    const rows = women.map((personId) => ({ editionId: id, personId, keys: [] }))
    expect(await room.call('places.giveMany', { openedOn: TODAY, rows })).toMatchObject({
      refusals: [{ code: 'list-changed', facts: { count: 1 } }],
    })
    expect(bytes()).toBe(before)
  })

  test('of 200 women in 20 groups is read and given as one, and undone leaves every byte as it was', async () => {
    const codes = Array.from({ length: 20 }, (_, n) => {
      const { id, workshopId } = putEdition(room, {
        code: `CL-${String(n + 10)}`,
        title: `Taller ${String(n)}`,
        room: `Aula ${String(n)}`,
        instructor: `Tallerista ${String(n)}`,
        slots: [[(n % 5) + 1, `${String(8 + Math.floor(n / 5) * 2).padStart(2, '0')}:00`, '20:00']],
      })
      putSession(room, id, `2026-10-${String(19 + (n % 5))}`)
      return { id, workshopId, code: `CL-${String(n + 10)}` }
    })
    const women = Array.from({ length: 200 }, (_, n) => putWoman(room, { surname1: `Apellido${String(n)}` }))
    const first = codes[0]
    await room.must('places.wait', {
      personId: women[0] ?? '',
      workshopId: first?.workshopId ?? '',
      requestedOn: '2026-10-01',
    })
    const before = bytes()
    const text = women.map((id, n) => `${fileOf(id)}\t${codes[n % 20]?.code ?? ''}`).join('\n')
    const { rows } = await check(text)
    expect(new Set(rows.map((row) => row.group))).toEqual(new Set(['ready']))
    const given = await room.must('places.giveMany', {
      openedOn: TODAY,
      rows: rows.map((row) => ({ editionId: row.editionId ?? '', personId: row.woman?.personId ?? '', keys: [] })),
    })
    expect(given).toMatchObject({ given: 200, editions: 20 })
    expect((await room.must('places.ofEdition', { id: first?.id ?? '' })).open.length).toBe(10)
    expect(bytes()).not.toBe(before)
    await room.must('batches.undo', { id: given.batchId })
    expect(bytes()).toBe(before)
  })
})

describe('the end of a group', () => {
  test('proposes a result from each rate, ends them as one, and is taken back as one', async () => {
    const { id } = putEdition(room, { code: 'EAC-12', title: 'Yoga', endsOn: '2026-10-14', minRatePercent: 75 })
    const women = ['Abad', 'Bello', 'Cruz'].map((surname1) => putWoman(room, { surname1 }))
    for (const woman of women) putPlace(room, woman, id)
    for (let day = 1; day <= 4; day++) {
      const session = putSession(room, id, `2026-10-0${String(day)}`)
      for (const [at, woman] of women.entries())
        if (at < 2) room.insert('mark', { session_id: session, person_id: woman, code: day > 3 - at ? 'F' : 'A' })
    }
    const { rows, endedOn } = await room.must('places.endings', { editionId: id })
    expect(endedOn).toBe('2026-10-14')
    expect(rows.map((row) => [row.surname1, row.attended, row.counted, row.unmarked, row.result])).toEqual([
      ['Abad', 3, 4, 0, 'completed'],
      ['Bello', 2, 4, 0, 'partial'],
      ['Cruz', 0, 0, 4, 'not-completed'],
    ])
    const before = bytes()
    const ended = await room.must('places.endMany', {
      editionId: id,
      endedOn,
      rows: rows.map(({ id: place, version, result, cause }) => ({ id: place, version, result, cause })),
    })
    expect(ended).toMatchObject({ ended: 3, completed: 1 })
    const now = await room.must('places.ofEdition', { id })
    expect([now.open.length, now.ended.map((place) => place.endResult)]).toEqual([
      0,
      ['completed', 'partial', 'not-completed'],
    ])
    await room.must('batches.undo', { id: ended.batchId })
    expect(bytes()).toBe(before)
  })

  test('keeps the row of a place that never began, which was on no roll', async () => {
    const { id } = putEdition(room, { code: 'EAC-12', title: 'Yoga' })
    const ana = putWoman(room, { surname1: 'Ñáñez' })
    const { id: place } = await room.must('places.give', { editionId: id, personId: ana, openedOn: '2026-11-03' })
    const end = { id: place, version: 1, endedOn: TODAY, cause: 'choice' } as const
    expect(await room.call('places.end', { ...end, result: 'completed' })).toMatchObject({
      refusals: [{ code: 'place-never-began' }],
    })
    expect(await room.call('places.end', { ...end, result: 'partial', cause: 'other' })).toMatchObject({ ok: false })
    await room.must('places.end', { ...end, result: 'not-completed' })
    const session = putSession(room, id, '2026-11-03')
    room.now = '2026-11-03T18:00:00.000Z'
    expect((await room.must('attendance.roll', { id: session })).women).toEqual([])
    expect((await room.must('places.ofEdition', { id })).ended.length).toBe(1)
  })
})

test('whatever is done in whatever order, no woman has two open places in one edition', async () => {
  const editions = [1, 2].map(
    (n) => putEdition(room, { code: `E-${String(n)}`, title: `Taller ${String(n)}`, capacity: 3 }).id,
  )
  const women = [1, 2, 3].map((n) => putWoman(room, { surname1: `Ruiz${String(n)}` }))
  const batches: string[] = []
  const absence = (n: number) => `00000000-0000-4000-8000-00000000000${String(n)}`
  const open = () =>
    room.opened.raw
      .prepare('SELECT id, version, person_id AS personId, edition_id AS editionId FROM place WHERE ended_on IS NULL')
      .all() as { id: string; version: number; personId: string; editionId: string }[]
  const keep = (answer: { ok: boolean; value?: { batchId: string } }) => {
    if (answer.ok && answer.value) batches.push(answer.value.batchId)
  }
  const anAct = fc.record({
    act: fc.constantFrom('give', 'list', 'end', 'suspend', 'away', 'back', 'leave', 'undo', 'move'),
    woman: fc.nat({ max: 2 }),
    edition: fc.nat({ max: 1 }),
  })
  const run = async ({ act, woman, edition }: { act: string; woman: number; edition: number }) => {
    const [personId, editionId] = [women[woman] ?? '', editions[edition] ?? '']
    const hers = open().find((place) => place.personId === personId)
    if (act === 'give' || (act === 'move' && !hers))
      keep(await room.call('places.give', { editionId, personId, openedOn: TODAY }))
    if (act === 'list')
      keep(
        await room.call('places.giveMany', {
          openedOn: TODAY,
          rows: women.map((each) => ({ editionId, personId: each, keys: [] })),
        }),
      )
    if (act === 'end' && hers)
      keep(
        await room.call('places.end', {
          id: hers.id,
          version: hers.version,
          endedOn: TODAY,
          result: 'partial',
          cause: 'choice',
        }),
      )
    if (act === 'move' && hers)
      keep(
        await room.call('places.give', {
          editionId,
          personId,
          openedOn: TODAY,
          ending: [{ placeId: hers.id, version: hers.version }],
        }),
      )
    if (act === 'suspend' && hers)
      await room.call('places.suspend', { placeId: hers.id, cause: 'court', from: TODAY, backOn: null, reviewOn: null })
    if (act === 'away') await within((inside) => suspendPlacesWhileAway(inside, personId, absence(woman), TODAY))
    if (act === 'back') await within((inside) => restorePlacesAfterAway(inside, absence(woman), TODAY))
    if (act === 'leave') await within((inside) => endPlacesOf(inside, personId, TODAY, 'release'))
    if (act === 'undo') {
      const batch = batches.pop()
      // What is undone twice, or used since, is refused in words and never breaks.
      if (batch) {
        const answer = await room.call('batches.undo', { id: batch })
        if (!answer.ok) expect(answer.refusals.map((each) => each.code)).not.toContain('failure')
      }
    }
    const pairs = open().map((place) => `${place.personId} ${place.editionId}`)
    expect(new Set(pairs).size).toBe(pairs.length)
    for (const editionId_ of editions)
      expect(pairs.filter((pair) => pair.endsWith(editionId_)).length).toBeLessThanOrEqual(3)
  }
  await fc.assert(
    fc.asyncProperty(fc.array(anAct, { minLength: 1, maxLength: 14 }), async (acts) => {
      for (const act of acts) await run(act)
    }),
    { numRuns: 25 },
  )
})
