import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { SENSITIVE_READERS } from '../../src/shared/contract/timetable.contract'
import { CHILDREN } from '../../src/shared/kernel/roles'
import { formatDay } from '../../src/shared/i18n/format'
import { codesOf, openTestOffice, type TestOffice } from '../factories/office'
import { DEMO_MONTH } from '../factories/demo'
import { readBack } from '../factories/graduation'
import { recordLeaving } from '../factories/stays'
import { hasTool } from '../factories/tools'

let it: TestOffice
let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'umbral-pack-'))
  it = await openTestOffice({ scene: DEMO_MONTH })
}, 120_000)
beforeEach(() => it.signInAs('director'))
afterAll(async () => {
  await it.close()
  rmSync(folder, { recursive: true, force: true })
})

/** The words of a woman's pack, read back with a second tool, and how many pages it has. */
async function packOf(id: string): Promise<{ text: string; pages: number }> {
  const paper = await it.must('people.printPack', { id })
  const { text } = readBack(folder, Buffer.from(paper.pdf, 'base64'))
  return { text: text.replace(/\s+/g, ' '), pages: paper.pages }
}

/** A woman who is here and has a certificate that still lies in the office. */
async function anUndelivered() {
  const here = new Set((await it.must('people.list', {})).rows.map((row) => row.id))
  for (const edition of (await it.must('certificates.editions', { year: 2026 })).editions) {
    const { candidates } = await it.must('certificates.list', { editionId: edition.id })
    const found = candidates.find((each) => each.state === 'issued' && here.has(each.personId))
    if (found?.certificate) return { ...found, certificate: found.certificate, title: edition.title }
  }
  throw new Error('The demo month has an undelivered certificate')
}

/** A woman with children living here, and the first of them. */
async function aMother() {
  const rows = await it.must('children.list', { presence: 'here' })
  const child = rows.rows.find((each) => each.mother.here && each.mayCollect > 0)
  if (!child) throw new Error('The demo month has a child whom somebody may collect')
  return child
}

test('whoever may not see women gets no pack, and nobody one of a woman that is not there', async () => {
  const { id } = (await it.must('people.list', {})).rows[0]!
  await it.signInAs('gate')
  expect(codesOf(await it.call('people.printPack', { id }))).toEqual(['not-allowed'])
  await it.signInAs('director')
  const unknown = '8d9f7a0e-2f4b-4c39-9d1e-1a2b3c4d5e6f'
  expect(codesOf(await it.call('people.printPack', { id: unknown }))).toEqual(['unknown-person'])
})

test('a pack is frozen with a folio of its own, under her record', async () => {
  const { id } = (await it.must('people.list', {})).rows[0]!
  const [first, second] = [await it.must('people.printPack', { id }), await it.must('people.printPack', { id })]
  expect(first.folio).toMatch(/^EG-2026-\d{5}-[0-9A-Z]$/)
  expect(second.folio).not.toBe(first.folio)
  const kept = await it.office.look().db.selectFrom('paper').select('folio').where('subject_id', '=', id).execute()
  expect(kept.map((row) => row.folio)).toEqual(expect.arrayContaining([first.folio, second.folio]))
})

describe.runIf(hasTool('pdftotext'))('read back with a second tool', () => {
  test('a certificate that lies in the office is owed with its folio until it is handed over', async () => {
    const { personId, certificate, title } = await anUndelivered()
    const before = await packOf(personId)
    expect(before.text).toContain('sin entregar')
    expect(before.text).toContain(certificate.folio)
    expect(before.text).toContain(`Entregar constancia: ${title}`)
    await it.must('certificates.markDelivered', {
      certificates: [{ id: certificate.id, version: certificate.version }],
      deliveredOn: '2026-10-31',
      to: 'herself',
      receivedBy: null,
    })
    const after = await packOf(personId)
    expect(after.text).toContain(`entregada el ${formatDay('2026-10-31', 'es')}`)
    expect(after.text).not.toContain(`Entregar constancia: ${title}`)
  })

  test('her hours are the minutes of the sessions to which she came, counted anew from the marks', async () => {
    const { db } = it.office.look()
    const { rows } = await it.must('people.list', {})
    for (const { id } of rows.slice(0, 12)) {
      const marks = await db
        .selectFrom('mark')
        .innerJoin('session', 'session.id', 'mark.session_id')
        .innerJoin('edition', 'edition.id', 'session.edition_id')
        .select(['edition.code', 'edition.hours', 'mark.code as mark', 'starts_at', 'ends_at'])
        .where('person_id', '=', id)
        .execute()
      const { text } = await packOf(id)
      for (const code of new Set(marks.map((each) => each.code))) {
        const own = marks.filter((each) => each.code === code)
        const minutes = own
          .filter((each) => each.mark === 'A' || each.mark === 'R')
          .map((each) => Date.parse(`2026-01-01T${each.ends_at}Z`) - Date.parse(`2026-01-01T${each.starts_at}Z`))
          .reduce((sum, each) => sum + each / 60_000, 0)
        const rest = minutes % 60 === 0 ? '' : `:${String(minutes % 60).padStart(2, '0')}`
        const told = `${String(Math.floor(minutes / 60))}${rest} de ${String(own[0]?.hours)}`
        expect(text, `${id} ${code}`).toContain(told)
      }
    }
  })

  test('a transfer and its pack: places closed, the waiting lists that she leaves, cause and day', async () => {
    const { waits } = await it.must('places.waiting', {})
    const wait = waits.find((each) => each.personId)!
    const person = await it.must('people.get', { id: wait.personId })
    await recordLeaving(it, person.id, { leftOn: '2026-10-31', cause: 'transfer' })
    const { text, pages } = await packOf(person.id)
    expect(text).toContain(`egresó el ${formatDay('2026-10-31', 'es')} (trasladada`)
    for (const each of person.waits) expect(text).toContain(`${each.title} (desde el`)
    for (const each of person.places) expect(text).toContain(each.code)
    expect(text).toContain(person.facts.fileNumber)
    for (const words of ['Huella', 'LA PARTICIPANTE', 'CUSTODIA, TESTIGO', 'Saldo de ahorro']) {
      expect(text.toLocaleLowerCase('es')).toContain(words.toLocaleLowerCase('es'))
    }
    expect(pages).toBeLessThanOrEqual(2)
  })

  test('who has most workshops still has no more than two pages', async () => {
    const rows = await it.office
      .look()
      .db.selectFrom('place')
      .select(({ fn }) => ['person_id', fn.countAll<number>().as('n')])
      .groupBy('person_id')
      .orderBy('n', 'desc')
      .limit(5)
      .execute()
    for (const { person_id: id } of rows) expect((await packOf(id)).pages).toBeLessThanOrEqual(2)
  })

  test('names of children and of who may collect them are for those who care for them; others read how many', async () => {
    const child = await aMother()
    const { rows } = await it.must('children.grid', { id: child.id })
    const collector = rows.find((row) =>
      row.cells.some((cell) => cell.act === 'take-out' && cell.state === 'may'),
    )!.adult
    for (const role of ['director', 'coordinator', 'mother-child', 'axis-lead', 'mental-health', 'reader'] as const) {
      await it.signInAs(role)
      const { text } = await packOf(child.mother.id)
      const secrets = [child.code, `${child.givenNames} ${child.surname1}`, collector.fullName]
      for (const secret of secrets) expect(text.includes(secret), `${role} ${secret}`).toBe(CHILDREN.includes(role))
      expect(/viven? en el centro: avise/.test(text), role).toBe(!CHILDREN.includes(role))
    }
  })

  test('groups of a sensitive axis are left off for those who may not know, and the paper says that it may be partial', async () => {
    const place = await it.office
      .look()
      .db.selectFrom('place')
      .innerJoin('edition', 'edition.id', 'place.edition_id')
      .innerJoin('workshop', 'workshop.id', 'edition.workshop_id')
      .innerJoin('axis', 'axis.id', 'workshop.axis_id')
      .select(['place.person_id', 'edition.code', 'workshop.title'])
      .where('axis.sensitive', '=', 1)
      .executeTakeFirstOrThrow()
    for (const role of ['director', 'coordinator', 'mother-child', 'axis-lead', 'mental-health', 'reader'] as const) {
      await it.signInAs(role)
      const { text } = await packOf(place.person_id)
      const isReader = SENSITIVE_READERS.includes(role)
      for (const secret of [place.code, place.title]) expect(text.includes(secret), `${role} ${secret}`).toBe(isReader)
      expect(text.includes('no ve todos los grupos'), role).toBe(!isReader)
    }
  })
})
