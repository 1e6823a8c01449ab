/** What may go wrong on the way to a certificate: each is refused by name, and no folio is lost or given twice. */
import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { merge, previewMerge, undoMerge } from '../../src/main/features/people/merge.service'
import { inBatch, undoBatch } from '../../src/main/platform/batches/batches'
import type { Act } from '../../src/main/platform/seam/act'
import { inTransaction } from '../../src/main/platform/seam/serve'
import { done, type Outcome } from '../../src/shared/kernel/outcome'
import type { Input } from '../../src/shared/contract'
import { graduate, openDesk, putGraduate, putSignedOff, seenDrafts, type Graduation } from '../factories/graduation'
import { codesOf } from '../factories/office'

let it: Graduation
let editionId: string
beforeEach(async () => {
  ;({ it, editionId } = await openDesk())
})
afterEach(() => {
  it.close()
})

const run = (statement: string, ...values: string[]) => it.room.opened.raw.prepare(statement).run(...values)
const issue = (personIds: readonly string[]) => {
  it.by = 'silvia'
  return it.call('certificates.issue', { editionId, personIds: [...personIds] })
}
/** Numbers of the year in order, which must have neither gap nor repetition, and a chain that holds. */
async function ledger(): Promise<number[]> {
  expect(await it.must('certificates.verifyLedger', {})).toMatchObject({ brokenAt: null })
  return it.room.opened.raw.prepare('SELECT number FROM certificate ORDER BY year, number').pluck().all() as number[]
}
/** A change of another slice: rolled back whole if it is refused. */
const change = (work: (act: Act) => Promise<Outcome<unknown>>) => inTransaction(it.room.opened, it.room.look(), work)
const steps = () => it.must('certificates.steps', { editionId })
const seen = () => seenDrafts(it, editionId)

describe('something changes after it was signed off', () => {
  const changes: readonly (readonly [string, string, (woman: string) => void])[] = [
    ['the rule', 'rule-changed', () => run('UPDATE edition SET min_rate_percent = 70 WHERE id = ?', editionId)],
    ['the hours', 'rule-changed', () => run('UPDATE edition SET hours = 41 WHERE id = ?', editionId)],
    [
      'a mark',
      'figures-changed',
      (woman) =>
        run(
          "UPDATE mark SET code = 'R' WHERE person_id = ? AND rowid = (SELECT min(rowid) FROM mark WHERE person_id = ?)",
          woman,
          woman,
        ) && it.room.insert('practical_result', { edition_id: editionId, person_id: woman, result: 'A' }),
    ],
    [
      'her evaluation',
      'certificate-not-earned',
      (woman) => run("UPDATE evaluation SET result = 'NA' WHERE person_id = ?", woman),
    ],
    ['her name', 'name-changed', (woman) => run("UPDATE person SET surname1 = 'Otra' WHERE id = ?", woman)],
    ['who signs', 'no-signatory', () => run("UPDATE signatory SET until_day = '2026-10-30'")],
  ]
  test.each(changes)('%s: it is refused, prepared again, and issued', async (_what, code, change) => {
    const woman = putGraduate(it, editionId, { surname1: 'Ríos' })
    await putSignedOff(it, editionId, [woman])
    change(woman)
    expect(codesOf(await issue([woman]))).toEqual([code])
    expect(await ledger()).toEqual([])
    if (code === 'no-signatory' || code === 'certificate-not-earned') return
    it.by = 'clara'
    await it.must('certificates.sendBack', { drafts: await seen(), reason: 'Cambió' })
    expect((await steps()).drafts).toMatchObject([{ changed: code, state: 'draft' }])
    expect(codesOf(await it.call('certificates.signOff', { editionId, drafts: await seen() }))).toEqual([code])
    await putSignedOff(it, editionId, [woman])
    expect((await issue([woman])).ok).toBe(true)
    expect(await ledger()).toEqual([1])
  })

  test('the edition is reopened', async () => {
    const woman = putGraduate(it, editionId, { surname1: 'Ríos' })
    run("UPDATE edition SET closed_on = '2026-10-31' WHERE id = ?", editionId)
    await putSignedOff(it, editionId, [woman])
    run('UPDATE edition SET closed_on = NULL WHERE id = ?', editionId)
    expect(codesOf(await issue([woman]))).toEqual(['edition-reopened'])
    expect(await ledger()).toEqual([])
  })

  test('she is released: hers is issued all the same, and waits first among the undelivered', async () => {
    const [here, gone] = ['Ávila', 'Ríos'].map((surname1) => putGraduate(it, editionId, { surname1 }))
    await putSignedOff(it, editionId, [here!, gone!])
    run("UPDATE stay SET left_on = '2026-10-31', left_cause = 'release' WHERE person_id = ?", gone!)
    expect((await issue([here!, gone!])).ok).toBe(true)
    const { rows } = await it.must('certificates.undelivered', {})
    expect(rows.map((row) => [row.surname1, row.leftOn])).toEqual([
      ['Ríos', '2026-10-31'],
      ['Ávila', null],
    ])
  })
})

describe('two records turn out to be one woman’s', () => {
  async function mergeAll(keptId: string, loserId: string) {
    const look = it.room.look()
    const preview = await previewMerge(look, { keptId, loserId })
    if (!preview.ok) throw new Error(JSON.stringify(preview))
    const choices = Object.fromEntries(preview.value.collisions.map((each) => [each.key, 'kept' as const]))
    const input: Input<'people.merge'> = {
      keptId,
      loserId,
      seen: preview.value.seen,
      fromLoser: [],
      choices,
      reason: 'Es la misma',
    }
    return change((act) => merge(act, input))
  }

  test('after both were signed off: one draft stands, one folio is given', async () => {
    const [kept, loser] = ['Ríos', 'Rios'].map((surname1) => putGraduate(it, editionId, { surname1 }))
    await putSignedOff(it, editionId, [kept!, loser!])
    expect(await mergeAll(kept!, loser!)).toMatchObject({ ok: true })
    expect((await steps()).drafts).toHaveLength(1)
    expect(codesOf(await issue([loser!]))).toEqual(['not-a-candidate'])
    const answer = await issue([kept!])
    // Her marks are those of both now: what was signed off is no longer what stands, unless nothing of it changed.
    if (!answer.ok) {
      expect(codesOf(answer)).toEqual(['figures-changed'])
      it.by = 'clara'
      await it.must('certificates.sendBack', { drafts: await seen(), reason: 'Cambió' })
      await putSignedOff(it, editionId, [kept!])
      expect((await issue([kept!])).ok).toBe(true)
    }
    expect(await ledger()).toEqual([1])
  })

  test('and apart again: the folio given meanwhile stands, and the undo is refused', async () => {
    const [kept, loser] = ['Ríos', 'Rios'].map((surname1) => putGraduate(it, editionId, { surname1 }))
    await putSignedOff(it, editionId, [loser!])
    run('DELETE FROM mark WHERE person_id = ?', kept!)
    run('DELETE FROM evaluation WHERE person_id = ?', kept!)
    run('DELETE FROM place WHERE person_id = ?', kept!)
    expect(await mergeAll(kept!, loser!)).toMatchObject({ ok: true })
    it.by = 'clara'
    await it.must('certificates.sendBack', { drafts: await seen(), reason: 'Otro nombre' })
    await putSignedOff(it, editionId, [kept!])
    expect((await issue([kept!])).ok).toBe(true)
    const undone = await change((act) => undoMerge(act, { id: kept!, loserId: loser!, reason: 'Son dos' }))
    expect(undone).toMatchObject({ ok: false })
    expect(await ledger()).toEqual([1])
  })
})

test('two people issue the same edition at once: one does, the other is told, each folio is given once', async () => {
  const women = ['Uno', 'Dos', 'Tres'].map((surname1) => putGraduate(it, editionId, { surname1 }))
  await putSignedOff(it, editionId, women)
  it.by = 'silvia'
  const input = { editionId, personIds: women }
  const answers = await Promise.all([it.call('certificates.issue', input), it.call('certificates.issue', input)])
  expect(answers.map((each) => each.ok).sort()).toEqual([false, true])
  expect(answers.flatMap(codesOf)).toEqual(['busy'])
  const late = await it.call('certificates.issue', input)
  expect(codesOf(late)).toEqual(Array.from(women, () => 'certificate-already-issued'))
  expect(await ledger()).toEqual([1, 2, 3])
})

test('two people sign off the same drafts: the second is told that they were', async () => {
  const woman = putGraduate(it, editionId, { surname1: 'Uno' })
  await it.must('certificates.prepare', { editionId, personIds: null })
  const drafts = await seen()
  await it.must('certificates.signOff', { editionId, drafts })
  it.by = 'silvia'
  expect(codesOf(await it.call('certificates.signOff', { editionId, drafts }))).toEqual(['already-signed-off'])
  expect((await issue([woman])).ok).toBe(true)
})

test('a clock set back is refused by whatever would add to the ledger', async () => {
  const [a, b] = ['Uno', 'Dos'].map((surname1) => putGraduate(it, editionId, { surname1 }))
  const { issued } = await graduate(it, editionId, [a!])
  await putSignedOff(it, editionId, [b!])
  it.room.now = '2026-10-30T18:00:00.000Z'
  const on = { id: issued[0]!.id, version: 1 }
  expect(codesOf(await issue([b!]))).toEqual(['clock-set-back'])
  const note = 'Así fue'
  expect(codesOf(await it.call('certificates.revoke', { ...on, cause: 'false-data', note }))).toEqual([
    'clock-set-back',
  ])
  expect(codesOf(await it.call('certificates.duplicate', { ...on, cause: 'lost', note: null }))).toEqual([
    'clock-set-back',
  ])
  const annul = { ...on, cause: 'jam', formNumber: 'C-1', note: null } as const
  expect(codesOf(await it.call('certificates.annul', annul))).toEqual(['clock-set-back'])
  expect(it.room.opened.raw.prepare('SELECT count(*) FROM certificate_form').pluck().get()).toBe(0)
  expect(await ledger()).toEqual([1])
})

test('a crash in the middle of writing leaves no half batch, and the next issue goes on from the last folio', async () => {
  const women = ['Uno', 'Dos', 'Tres'].map((surname1) => putGraduate(it, editionId, { surname1 }))
  await graduate(it, editionId, [women[0]!])
  await putSignedOff(it, editionId, women.slice(1))
  const { raw } = it.room.opened
  raw.exec(`CREATE TEMP TRIGGER crash BEFORE INSERT ON main.certificate WHEN NEW.number = 3
    BEGIN SELECT RAISE(ABORT, 'the lamp goes out'); END`)
  expect(codesOf(await issue(women.slice(1)))).toEqual(['failure'])
  expect(await ledger()).toEqual([1])
  expect((await steps()).drafts.map((each) => each.state)).toEqual(['to-sign', 'to-sign'])
  raw.exec('DROP TRIGGER temp.crash')
  expect((await issue(women.slice(1))).ok).toBe(true)
  expect(await ledger()).toEqual([1, 2, 3])
})

test('the undo of a batch around it: before the issue she is no candidate, after it the folio stays', async () => {
  const woman = randomUUID()
  it.room.insert('person', {
    id: woman,
    file_number: 'DEM-X',
    surname1: 'Ríos',
    given_names: 'Ana',
    birth_precision: 'unknown',
    search_text: 'rios',
    sort_key: 'rios',
  })
  const put = async (): Promise<string> => {
    const made = await change((act) =>
      inBatch(act, { kind: 'places', title: 'Bordado' }, ['place', 'evaluation', 'session', 'mark'], async () => {
        const session = randomUUID()
        const hers = { edition_id: editionId, person_id: woman }
        it.room.insert('place', { id: randomUUID(), ...hers, opened_on: '2026-09-01' })
        it.room.insert('evaluation', { ...hers, result: 'A' })
        it.room.insert('session', {
          id: session,
          edition_id: editionId,
          day: '2026-10-01',
          starts_at: '09:00',
          ends_at: '11:00',
        })
        it.room.insert('mark', { session_id: session, person_id: woman, code: 'A' })
        await act.audit({ event: 'place.opened', subjectType: 'place' })
        return done(null)
      }),
    )
    return made.ok ? (made.value as { batchId: string }).batchId : ''
  }
  const undo = (id: string) => change((act) => undoBatch(act, id))
  const first = await put()
  await putSignedOff(it, editionId, [woman])
  expect(codesOf(await undo(first))).toEqual([])
  expect(codesOf(await issue([woman]))).toEqual(['not-a-candidate'])
  expect(await ledger()).toEqual([])
  const second = await put()
  // Put back as it was: what was signed off is again what stands.
  expect((await issue([woman])).ok).toBe(true)
  // What a certificate rests on is not taken from under it.
  expect(codesOf(await undo(second))).toEqual(['batch-in-use'])
  expect(await ledger()).toEqual([1])
  expect((await it.must('certificates.find', { text: 'Rios' })).rows).toMatchObject([{ state: 'issued' }])
})
