import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { decisions } from '../../src/main/features/certificates'
import { certificatePaper } from '../../src/main/features/certificates/certificate.pdf'
import { renderHere } from '../../src/main/platform/documents/render-here'
import { hasGoodCheck } from '../../src/shared/kernel/check-character'
import { graduate, openGraduation, putEnded, putGraduate, putSignedOff, type Graduation } from '../factories/graduation'

let it: Graduation
beforeEach(async () => {
  it = await openGraduation()
})
afterEach(() => {
  it.close()
})

const state = async (editionId: string, personId: string) =>
  (await it.must('certificates.list', { editionId })).candidates.find((each) => each.personId === personId)!
const pdfOf = async (id: string) => Buffer.from((await it.must('certificates.paper', { id })).pdf, 'base64')

describe('the list of an edition', () => {
  test('shows who has earned one with the figure, and who not with every reason', async () => {
    const edition = putEnded(it)
    const exact = putGraduate(it, edition, { surname1: 'Álvarez', marks: 'A R A A F' })
    const low = putGraduate(it, edition, { surname1: 'Núñez', marks: 'A F F JM A', evaluation: 'NA' })
    const open = putGraduate(it, edition, { surname1: 'Zamora', marks: 'A A A C JV', evaluation: null })
    expect(await state(edition, exact)).toMatchObject({ state: 'earned', attended: 4, counted: 5, missing: [] })
    expect(await state(edition, low)).toMatchObject({
      state: 'not-earned',
      excused: 1,
      missing: [{ code: 'rate-below-minimum', attended: 2, counted: 4, minRatePercent: 80 }, { code: 'not-passed' }],
    })
    expect(await state(edition, open)).toMatchObject({ state: 'open', missing: [{ code: 'not-evaluated' }] })
    const [shown] = (await it.must('certificates.editions', {})).editions
    expect(shown).toMatchObject({ women: 3, earned: 1, notEarned: 1, open: 1, issued: 0, delivered: 0 })
  })

  test('the demo gets what was decided: ended and evaluated, with who has left', async () => {
    const edition = putEnded(it)
    putGraduate(it, edition, { surname1: 'Ríos', fileNumber: 'DEM-1', leftOn: '2026-10-15' })
    putGraduate(it, edition, { surname1: 'Soto', fileNumber: 'DEM-2', evaluation: null })
    putGraduate(it, putEnded(it, { code: 'CL-05', title: 'Teatro', endsOn: '2026-12-11' }), { surname1: 'Vega' })
    expect(await decisions(it.room.look(), '2026-10-31')).toMatchObject([
      { edition: 'CL-01-26B', file: 'DEM-1', attended: 4, counted: 4, evaluation: 'A', eligible: true, left: true },
    ])
  })
})

describe('issuing', () => {
  test('freezes one paper per woman, with folios in an unbroken chain that tells no number', async () => {
    const edition = putEnded(it)
    const women = ['Álvarez', 'Núñez', 'Ñáñez'].map((surname1) => putGraduate(it, edition, { surname1 }))
    const { issued } = await graduate(it, edition, women)
    expect(issued).toHaveLength(3)
    expect(new Set(issued.map((each) => each.folio)).size).toBe(3)
    for (const { folio } of issued) {
      expect(folio).toMatch(/^2026-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]$/)
      expect(hasGoodCheck(folio)).toBe(true)
    }
    expect(await it.must('certificates.verifyLedger', {})).toMatchObject({ size: 3, brokenAt: null })
    expect(it.room.opened.raw.prepare('SELECT number FROM certificate ORDER BY number').pluck().all()).toEqual([
      1, 2, 3,
    ])
    expect(it.events).toContainEqual({ type: 'progress', channel: 'certificates.issue', done: 3, total: 3 })
    const next = putGraduate(it, putEnded(it, { code: 'CL-02', title: 'Macramé' }), { surname1: 'Paz' })
    const { edition_id } = it.room.opened.raw.prepare('SELECT edition_id FROM place WHERE person_id = ?').get(next) as {
      edition_id: string
    }
    it.room.now = '2027-01-04T18:00:00.000Z'
    const later = await graduate(it, edition_id, [next])
    expect(later.issued[0]?.folio).toMatch(/^2027-/)
    expect(await it.must('certificates.verifyLedger', {})).toMatchObject({ size: 4, brokenAt: null })
  })

  test('a reprint gives the same bytes, and damaged bytes are refused', async () => {
    const edition = putEnded(it)
    const woman = putGraduate(it, edition, { surname1: 'Núñez' })
    const { issued } = await graduate(it, edition, [woman])
    const id = issued[0]!.id
    it.room.opened.raw.prepare("UPDATE person SET given_names = 'Otra' WHERE id = ?").run(woman)
    const [first, second] = [await pdfOf(id), await pdfOf(id)]
    expect(first.equals(second)).toBe(true)
    const stored = it.room.opened.raw
      .prepare("SELECT sha256 FROM paper WHERE type = 'certificates.certificate'")
      .pluck()
    expect(createHash('sha256').update(first).digest('hex')).toBe(stored.get())
    expect(it.room.events().filter((each) => each.event === 'certificate.opened')).toHaveLength(2)
    it.room.opened.raw.exec("DROP TRIGGER paper_no_update; UPDATE paper SET pdf = x'25504446'")
    expect(await it.call('certificates.paper', { id })).toMatchObject({ refusals: [{ code: 'paper-damaged' }] })
  })

  test('the frozen row cannot be changed or deleted, and an edit behind our back breaks the chain', async () => {
    const edition = putEnded(it)
    const women = ['Uno', 'Dos'].map((surname1) => putGraduate(it, edition, { surname1 }))
    const { issued } = await graduate(it, edition, women)
    const { raw } = it.room.opened
    expect(() => raw.exec("UPDATE certificate SET facts_json = '{}'")).toThrow('frozen')
    expect(() => raw.exec('DELETE FROM certificate')).toThrow('frozen')
    raw.exec('DROP TRIGGER certificate_frozen')
    raw.prepare("UPDATE certificate SET issued_on = '2026-01-01' WHERE id = ?").run(issued[1]!.id)
    const verdict = await it.must('certificates.verifyLedger', {})
    expect(verdict.brokenAt).toBe(issued[1]!.folio)
  })

  test('a woman who has left still gets hers', async () => {
    const edition = putEnded(it)
    const woman = putGraduate(it, edition, { surname1: 'Ríos', leftOn: '2026-10-15' })
    await graduate(it, edition, [woman])
    expect(await state(edition, woman)).toMatchObject({ state: 'issued', left: true })
  })

  test('is refused whole, naming each woman and reason, and takes no folio', async () => {
    const edition = putEnded(it)
    const good = putGraduate(it, edition, { surname1: 'Buena' })
    const failed = putGraduate(it, edition, { surname1: 'Mala', evaluation: 'NP' })
    const odd = putGraduate(it, edition, { surname1: 'Wáng', givenNames: '王' })
    await putSignedOff(it, edition, [good, odd])
    it.by = 'silvia'
    const answer = await it.call('certificates.issue', { editionId: edition, personIds: [good, failed, odd] })
    expect(answer).toEqual({
      ok: false,
      refusals: [
        { code: 'certificate-not-earned', facts: { name: 'María Mala' } },
        { code: 'glyph-missing', facts: { name: '王 Wáng', letters: '王' } },
      ],
    })
    expect(await it.must('certificates.verifyLedger', {})).toMatchObject({ size: 0 })
    await it.must('certificates.issue', { editionId: edition, personIds: [good] })
    expect(await it.call('certificates.issue', { editionId: edition, personIds: [good] })).toMatchObject({
      refusals: [{ code: 'certificate-already-issued' }],
    })
  })

  test('is refused without signatories, with the clock set back, and where a post names the prison', async () => {
    const edition = putEnded(it)
    const [a, b] = ['Uno', 'Dos'].map((surname1) => putGraduate(it, edition, { surname1 }))
    const { raw } = it.room.opened
    await putSignedOff(it, edition, [a!, b!])
    it.by = 'silvia'
    const codes = async (personId: string) => {
      const answer = await it.call('certificates.issue', { editionId: edition, personIds: [personId] })
      return answer.ok ? [] : answer.refusals.map((each) => each.code)
    }
    raw.exec("UPDATE signatory SET post = 'Directora del Centro de Demostración' WHERE position = 0")
    expect(await codes(a!)).toEqual(['certificate-names-center'])
    raw.exec("UPDATE signatory SET post = 'Coordinación' WHERE position = 0")
    expect(await codes(a!)).toEqual([])
    it.room.now = '2026-10-30T18:00:00.000Z'
    expect(await codes(b!)).toEqual(['clock-set-back'])
    it.room.now = '2026-10-31T18:00:00.000Z'
    raw.exec('DELETE FROM signatory')
    expect(await codes(b!)).toEqual(['no-signatory'])
  })

  test('what changed while the papers were made is refused, not issued', async () => {
    const edition = putEnded(it)
    const woman = putGraduate(it, edition, { surname1: 'Cambiada' })
    await putSignedOff(it, edition, [woman])
    it.by = 'silvia'
    const render = renderHere([certificatePaper])
    it.render = (...wish) => {
      it.room.opened.raw.prepare("UPDATE person SET surname1 = 'Corregida' WHERE id = ?").run(woman)
      return render(...wish)
    }
    expect(await it.call('certificates.issue', { editionId: edition, personIds: [woman] })).toMatchObject({
      refusals: [{ code: 'name-changed' }],
    })
    expect(await it.must('certificates.verifyLedger', {})).toMatchObject({ size: 0 })
  })

  test('stops when asked and leaves nothing behind', async () => {
    const edition = putEnded(it)
    const women = ['Uno', 'Dos', 'Tres', 'Cuatro'].map((surname1) => putGraduate(it, edition, { surname1 }))
    await putSignedOff(it, edition, women)
    it.by = 'silvia'
    const render = renderHere([certificatePaper])
    it.render = (...wish) => {
      it.client.stopAsked = true
      return render(...wish)
    }
    expect(await it.call('certificates.issue', { editionId: edition, personIds: women })).toMatchObject({
      refusals: [{ code: 'stopped' }],
    })
    expect(await it.must('certificates.verifyLedger', {})).toMatchObject({ size: 0 })
    expect(it.room.opened.raw.prepare('SELECT count(*) FROM paper').pluck().get()).toBe(0)
  })

  test('only the director and the coordinator issue', async () => {
    const edition = putEnded(it)
    const woman = putGraduate(it, edition, { surname1: 'Uno' })
    it.room.role = 'axis-lead'
    expect(await it.call('certificates.issue', { editionId: edition, personIds: [woman] })).toMatchObject({
      refusals: [{ code: 'not-allowed' }],
    })
  })
})

describe('evaluation and delivery', () => {
  test('an evaluation is keyed in, corrected with its version, and frozen by the certificate', async () => {
    const edition = putEnded(it)
    const personId = putGraduate(it, edition, { surname1: 'Uno', evaluation: null })
    const evaluate = (result: 'A' | 'NA', version: number | null) =>
      it.call('certificates.evaluate', { editionId: edition, personId, result, version })
    expect(await evaluate('NA', null)).toMatchObject({ ok: true, value: { version: 1 } })
    expect(await evaluate('A', null)).toMatchObject({ refusals: [{ code: 'stale' }] })
    expect(await evaluate('A', 1)).toMatchObject({ ok: true, value: { version: 2 } })
    await graduate(it, edition, [personId])
    expect(await evaluate('NA', 2)).toMatchObject({ refusals: [{ code: 'certificate-already-issued' }] })
    expect(it.room.events().map((each) => each.event)).toContain('certificate.evaluated')
  })

  test('a delivery has its day, once, and never before the issue or after today', async () => {
    const edition = putEnded(it)
    const woman = putGraduate(it, edition, { surname1: 'Uno' })
    const { issued } = await graduate(it, edition, [woman])
    const deliver = (deliveredOn: string, version = 1) =>
      it.call('certificates.markDelivered', {
        certificates: [{ id: issued[0]!.id, version }],
        deliveredOn,
        to: 'herself',
        receivedBy: null,
      })
    expect(await deliver('2026-11-01')).toMatchObject({ refusals: [{ code: 'delivered-in-future' }] })
    expect(await deliver('2026-10-01')).toMatchObject({ refusals: [{ code: 'delivered-before-issue' }] })
    expect(await deliver('2026-10-31', 7)).toMatchObject({ refusals: [{ code: 'stale' }] })
    expect(await deliver('2026-10-31')).toMatchObject({ ok: true })
    expect(await deliver('2026-10-31', 2)).toMatchObject({ refusals: [{ code: 'already-delivered' }] })
    expect(await state(edition, woman)).toMatchObject({ state: 'delivered' })
  })
})
