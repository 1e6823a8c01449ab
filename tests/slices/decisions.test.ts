/** Decisions with what stands behind them, results keyed in a grid, and what the director lets pass. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { undoBatch } from '../../src/main/platform/batches/batches'
import { codesOf } from '../factories/office'
import { openGraduation, putEnded, putGraduate, putSignedOff, type Graduation } from '../factories/graduation'
import { putTool } from '../factories/rolls'

let it: Graduation
beforeEach(async () => {
  it = await openGraduation()
})
afterEach(() => it.close())

const run = (text: string, ...values: (string | number)[]) => it.room.opened.raw.prepare(text).run(...values)
const rowOf = async (editionId: string, personId: string) => {
  const found = (await it.must('certificates.decisions', { editionId })).women.find(
    (each) => each.personId === personId,
  )
  if (!found) throw new Error('She is in no decision')
  return found
}
const missingOf = async (editionId: string, personId: string) =>
  (await rowOf(editionId, personId)).criteria.flatMap(({ missing, waived }) =>
    missing && !waived ? [missing.code] : [],
  )

/** An edition whose rule asks for everything, with two modules. */
function putStrict() {
  const edition = putEnded(it)
  const { workshop_id: workshop } = it.room.opened.raw
    .prepare('SELECT workshop_id FROM edition WHERE id = ?')
    .get(edition) as { workshop_id: string }
  run('UPDATE edition SET asks_modules = 1, asks_practical = 1, asks_tools = 1 WHERE id = ?', edition)
  const modules = ['Urdido', 'Acabado'].map((title, index) => {
    it.room.insert('workshop_module', {
      id: `0000000${index}-0000-4000-8000-000000000001`,
      workshop_id: workshop,
      position: index + 1,
      title,
      minutes: 120,
    })
    const module = `0000000${index}-0000-4000-8000-000000000001`
    it.room.insert('edition_module', { edition_id: edition, module_id: module, position: index + 1, minutes: 120 })
    return module
  })
  return { edition, workshop, modules }
}

describe('a decision', () => {
  test('tells what is met and missing, both rates, and the rows behind the figure', async () => {
    const edition = putEnded(it)
    const woman = putGraduate(it, edition, { surname1: 'Álvarez', marks: 'A R F JM A', evaluation: null })
    // Another's session of a day for which she has no mark yet: planned, and ahead of her.
    putGraduate(it, edition, { surname1: 'Vega', marks: 'A A A A A A' })
    const row = await rowOf(edition, woman)
    expect(row).toMatchObject({ attended: 3, counted: 4, planned: 6, ahead: 1, decided: false, earned: false })
    expect(await missingOf(edition, woman)).toEqual(['rate-below-minimum', 'not-evaluated'])
    expect(row).toMatchObject({ reachable: true, maySpare: 0 })
    const behind = await it.must('certificates.behind', { editionId: edition, personId: woman })
    expect(behind.sessions.map((each) => each.mark)).toEqual(['A', 'R', 'F', 'JM', 'A', null])
    expect(behind.sessions.reduce((sum, each) => sum + each.minutes, 0)).toBe(row.minutes)
    expect(JSON.stringify(behind)).not.toContain('reason')
  })

  test('of a group of mental health is for those who may know who goes there', async () => {
    const edition = putEnded(it)
    const woman = putGraduate(it, edition, { surname1: 'Soto' })
    run('UPDATE axis SET sensitive = 1')
    it.room.role = 'axis-lead'
    const hers = { editionId: edition, personId: woman }
    expect(codesOf(await it.call('certificates.decisions', { editionId: edition }))).toEqual(['sensitive-group'])
    expect(codesOf(await it.call('certificates.behind', hers))).toEqual(['sensitive-group'])
    expect(codesOf(await it.call('certificates.results', { editionId: edition }))).toEqual(['sensitive-group'])
    expect(codesOf(await it.call('certificates.printHours', hers))).toEqual(['sensitive-group'])
    it.room.role = 'mental-health'
    expect((await it.must('certificates.decisions', { editionId: edition })).women).toHaveLength(1)
  })

  test('rests on modules, practical assessment and tools only where the rule asks for them', async () => {
    const { edition, workshop, modules } = putStrict()
    const woman = putGraduate(it, edition, { surname1: 'Ríos' })
    expect(await missingOf(edition, woman)).toEqual(['modules-missing', 'practical-missing'])
    const [first = '', second = ''] = modules
    const cell = (of: string, result: 'A' | 'NA') => ({ personId: woman, of, result, version: null })
    await it.must('certificates.keyResults', { editionId: edition, cells: [cell(first, 'A'), cell('practical', 'NA')] })
    expect(await missingOf(edition, woman)).toEqual(['modules-missing', 'practical-not-passed'])
    const practical = { personId: woman, of: 'practical' as const, result: 'A' as const, version: 1 }
    await it.must('certificates.keyResults', { editionId: edition, cells: [cell(second, 'A'), practical] })
    expect(await missingOf(edition, woman)).toEqual([])
    const session = it.room.opened.raw.prepare('SELECT id FROM session LIMIT 1').pluck().get() as string
    const kit = putTool(it.room, workshop, 'Tijeras', 3)
    run(
      "INSERT INTO tool_check (session_id, version, counted_at, told) VALUES (?, 1, '2026-10-01', 'Jefa de turno')",
      session,
    )
    run(
      "INSERT OR REPLACE INTO tool_count (session_id, kit_id, tool, out_count, in_count) VALUES (?, ?, 'Tijeras', 3, 2)",
      session,
      kit,
    )
    expect(await missingOf(edition, woman)).toEqual(['tools-open'])
    expect((await it.must('certificates.decisions', { editionId: edition })).openTools).toHaveLength(1)
    const issue = await it.call('certificates.prepare', { editionId: edition, personIds: [woman] })
    expect(codesOf(issue)).toEqual(['certificate-not-earned'])
  })

  test('says plainly that the rule or a mark changed after her certificate was prepared', async () => {
    const edition = putEnded(it)
    const woman = putGraduate(it, edition, { surname1: 'Paz', marks: 'A A A A F' })
    await putSignedOff(it, edition, [woman])
    expect((await rowOf(edition, woman)).since).toBeNull()
    run("UPDATE mark SET code = 'F' WHERE session_id = (SELECT id FROM session ORDER BY day LIMIT 1)")
    run('UPDATE edition SET min_rate_percent = 60 WHERE id = ?', edition)
    const { since } = await rowOf(edition, woman)
    expect(since).toMatchObject({ change: 'rule-changed', issued: false, preparedOn: '2026-10-31' })
    expect(since?.what).toContainEqual({ name: 'minRatePercent', was: '80', is: '60' })
    expect(since?.what).toContainEqual({ name: 'attended', was: '4', is: '3' })
  })
})

describe('the grid of results', () => {
  test('is one piece of work that is taken back as one', async () => {
    const { edition, modules } = putStrict()
    const women = ['Uno', 'Dos'].map((surname1) => putGraduate(it, edition, { surname1, evaluation: null }))
    const cells = women.flatMap((personId) =>
      [...modules, 'practical' as const, 'final' as const].map((of) => ({
        personId,
        of,
        result: 'A' as const,
        version: null,
      })),
    )
    const { batchId, written } = await it.must('certificates.keyResults', { editionId: edition, cells })
    expect(written).toBe(8)
    const results = async () =>
      (await it.must('certificates.results', { editionId: edition })).women.map((each) => each.results)
    expect((await results()).map((each) => Object.keys(each).length)).toEqual([4, 4])
    expect(it.room.events().filter((each) => each.event === 'certificate.results-keyed')).toHaveLength(1)
    await it.room.act((act) => undoBatch(act, batchId))
    expect(await results()).toEqual([{}, {}])
  })

  test('refuses whole what it does not understand, and changes nothing', async () => {
    const { edition, modules } = putStrict()
    const woman = putGraduate(it, edition, { surname1: 'Uno' })
    const [module = ''] = modules
    const key = async (change: object) => {
      const cell = { personId: woman, of: module, result: 'A' as const, version: null, ...change }
      const good = { personId: woman, of: 'practical' as const, result: 'A' as const, version: null }
      return codesOf(await it.call('certificates.keyResults', { editionId: edition, cells: [good, cell] }))
    }
    expect(await key({ of: '00000009-0000-4000-8000-000000000001' })).toEqual(['unknown-module'])
    expect(await key({ result: 'NP' })).toEqual(['result-only-final'])
    expect(await key({ version: 4 })).toEqual(['stale'])
    expect(await key({ result: null })).toEqual(['stale'])
    expect(await key({ personId: '00000009-0000-4000-8000-000000000009' })).toEqual(['not-a-candidate'])
    expect((await rowOf(edition, woman)).practical).toBeNull()
    expect(await key({})).toEqual([])
    expect(await key({ of: 'practical', result: null, version: 1 })).toEqual(['stale'])
    run("UPDATE edition SET closed_on = '2026-10-31' WHERE id = ?", edition)
    const cells = [{ personId: woman, of: module, result: 'NA' as const, version: 1 }]
    expect(codesOf(await it.call('certificates.keyResults', { editionId: edition, cells }))).toEqual(['edition-closed'])
  })
})

describe('what the director lets pass', () => {
  const reason = 'Estuvo hospitalizada dos semanas'
  const give = async (editionId: string, personId: string, waives: ('rate-below-minimum' | 'tools-open')[]) =>
    it.call('certificates.giveException', { editionId, personId, waives, reason })

  test('makes her certificate possible, is withdrawn, and stands in the audit log', async () => {
    const edition = putEnded(it)
    const woman = putGraduate(it, edition, { surname1: 'Luna', marks: 'A A F F A' })
    it.room.role = 'coordinator'
    expect(codesOf(await give(edition, woman, ['rate-below-minimum']))).toEqual(['not-allowed'])
    it.room.role = 'director'
    expect(codesOf(await give(edition, woman, ['tools-open']))).toEqual(['nothing-to-waive'])
    expect(codesOf(await give(edition, woman, ['rate-below-minimum']))).toEqual([])
    expect(codesOf(await give(edition, woman, ['rate-below-minimum']))).toEqual(['exception-stands'])
    const row = await rowOf(edition, woman)
    expect(row).toMatchObject({ earned: true, exception: { reason, waives: ['rate-below-minimum'] } })
    expect(it.room.events().at(-1)).toMatchObject({ event: 'certificate.exception-given', reason })
    const { exception } = row
    if (!exception) throw new Error('no exception')
    const withdraw = (version: number) =>
      it.call('certificates.withdrawException', { id: exception.id, version, note: 'Se dio por error' })
    expect(codesOf(await withdraw(7))).toEqual(['stale'])
    expect(codesOf(await withdraw(1))).toEqual([])
    expect(codesOf(await withdraw(1))).toEqual(['unknown-exception'])
    expect(await missingOf(edition, woman)).toEqual(['rate-below-minimum'])
  })

  test('is never given while the group runs, nor over a certificate', async () => {
    it.room.role = 'director'
    const running = putEnded(it, { endsOn: '2026-11-30' })
    const early = putGraduate(it, running, { surname1: 'Luna', marks: 'A F F F' })
    expect(codesOf(await give(running, early, ['rate-below-minimum']))).toEqual(['edition-not-ended'])
    const edition = putEnded(it, { code: 'CL-02', title: 'Macramé' })
    const woman = putGraduate(it, edition, { surname1: 'Paz' })
    await putSignedOff(it, edition, [woman])
    it.by = 'silvia'
    await it.must('certificates.issue', { editionId: edition, personIds: [woman] })
    expect(codesOf(await give(edition, woman, ['rate-below-minimum']))).toEqual(['certificate-already-issued'])
  })
})
