/** What would come out wrong on the paper is told at the sign-off, before somebody else is to issue it. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
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
const drafts = async () => (await it.must('certificates.steps', { editionId })).drafts
const seen = () => seenDrafts(it, editionId)
const signOff = async () => it.call('certificates.signOff', { editionId, drafts: await seen() })
const prepare = (...personIds: string[]) => it.must('certificates.prepare', { editionId, personIds })
const issue = (personId: string) => {
  it.by = 'silvia'
  return it.call('certificates.issue', { editionId, personIds: [personId] })
}

/** A plan of so many modules whose titles have so many letters. */
function putModules(count: number, letters: number): void {
  const workshopId = it.room.opened.raw
    .prepare('SELECT workshop_id FROM edition WHERE id = ?')
    .pluck()
    .get(editionId) as string
  for (let at = 1; at <= count; at++) {
    const title = `${String(at)} ${'á'.repeat(letters)}`
    it.room.insert('workshop_module', { id: `m${at}`, workshop_id: workshopId, position: at, title, minutes: 60 })
    it.room.insert('edition_module', { edition_id: editionId, module_id: `m${at}`, position: at, minutes: 60 })
  }
}

describe('a chosen name that is written down after her certificate was prepared', () => {
  test('before the sign-off: she is asked which to print', async () => {
    const woman = putGraduate(it, editionId, { surname1: 'Ríos', givenNames: 'Rosa' })
    await prepare(woman)
    run("UPDATE person SET chosen_name = 'Jesús' WHERE id = ?", woman)
    expect(await drafts()).toMatchObject([{ nameKind: null, printedName: null }])
    expect(codesOf(await signOff())).toEqual(['name-not-asked'])
    await it.must('certificates.setName', { personId: woman, kind: 'chosen' })
    expect(codesOf(await signOff())).toEqual([])
    expect((await issue(woman)).ok).toBe(true)
    expect((await it.must('certificates.find', { text: 'Rios' })).rows).toHaveLength(1)
    expect(it.room.opened.raw.prepare("SELECT json_extract(facts_json, '$.name') FROM certificate").pluck().get()).toBe(
      'Jesús Ríos',
    )
  })

  test('after it: nobody issues her other name; sent back, she is asked', async () => {
    const woman = putGraduate(it, editionId, { surname1: 'Ríos', givenNames: 'Rosa' })
    await putSignedOff(it, editionId, [woman])
    run("UPDATE person SET chosen_name = 'Jesús' WHERE id = ?", woman)
    expect(await drafts()).toMatchObject([{ state: 'to-sign', changed: 'name-changed' }])
    expect(codesOf(await issue(woman))).toEqual(['name-not-asked'])
    it.by = 'clara'
    await it.must('certificates.sendBack', { drafts: await seen(), reason: 'Ya tiene nombre elegido' })
    await it.must('certificates.setName', { personId: woman, kind: 'legal' })
    expect(codesOf(await signOff())).toEqual([])
    expect((await issue(woman)).ok).toBe(true)
  })
})

describe('a name that tells the place', () => {
  test.each([
    ['a note beside her chosen name', { givenNames: 'Rosa', chosenName: 'Luz (Centro de Demostración)' }, 'chosen'],
    ['her dormitory', { givenNames: 'Eva (dormitorio B-04)' }, 'legal'],
    ['her file number', { givenNames: 'Ana DEM-26-0778', fileNumber: 'DEM-26-0778' }, 'legal'],
  ] as const)('%s: it is not signed off, and once corrected it is', async (_what, names, kind) => {
    const woman = putGraduate(it, editionId, { surname1: 'Presa', ...names })
    await prepare(woman)
    await it.must('certificates.setName', { personId: woman, kind })
    expect(codesOf(await signOff())).toEqual(['name-names-center'])
    run("UPDATE person SET given_names = 'Ana', chosen_name = NULL WHERE id = ?", woman)
    await prepare(woman)
    expect(codesOf(await signOff())).toEqual([])
  })
})

describe('who outside recognised the workshop', () => {
  const recognised = (id: string, on: string, ends: string | null) => {
    const of = it.room.opened.raw.prepare('SELECT workshop_id FROM edition WHERE id = ?').pluck().get(editionId)
    const more = { workshop_id: of as string, body: id, number: 'R-1', registered_on: on, ends_on: ends }
    it.room.insert('workshop_registration', { id, ...more })
  }

  test('is printed as of the day on which the group ended, as the decision page tells it', async () => {
    recognised('Entonces', '2026-01-01', '2026-10-30')
    recognised('Después', '2026-10-31', null)
    await graduate(it, editionId, [putGraduate(it, editionId, { surname1: 'Ríos' })])
    const printed = it.room.opened.raw.prepare(
      "SELECT json_extract(facts_json, '$.registration.body') FROM certificate",
    )
    expect(printed.pluck().get()).toBe('Entonces')
    expect((await it.must('certificates.decisions', { editionId })).registration).toMatchObject({ body: 'Entonces' })
  })

  test.each([
    ['its number', "UPDATE workshop_registration SET number = 'R-2'"],
    ['a module', "UPDATE workshop_module SET title = title || ' fino'"],
    ['the issuer', "UPDATE center SET issuer = 'Programa Umbral de Mujeres, A.C.'"],
  ])('%s was printed wrong: a replacement takes its place; with nothing to correct none does', async (_what, sql) => {
    recognised('Instituto', '2026-01-01', null)
    putModules(2, 10)
    const { issued } = await graduate(it, editionId, [putGraduate(it, editionId, { surname1: 'Ríos' })])
    const ask = { id: issued[0]!.id, version: 1, cause: 'data-corrected', note: 'Error de captura' } as const
    run("UPDATE signatory SET name = 'Otra' WHERE position = 0")
    run("UPDATE center SET issuer_contact = 'Otra calle'")
    expect(codesOf(await it.call('certificates.startReplacement', ask))).toEqual(['nothing-to-correct'])
    run(sql)
    expect(codesOf(await it.call('certificates.startReplacement', ask))).toEqual([])
  })
})

test('more modules than a code takes are refused before a folio is asked for; as many as phones read are not', async () => {
  const woman = putGraduate(it, editionId, { surname1: 'Ríos' })
  putModules(40, 40)
  await prepare(woman)
  expect(await signOff()).toMatchObject({ refusals: [{ code: 'code-too-long', facts: { most: 1900 } }] })
  run('UPDATE workshop_module SET title = substr(title, 1, 20)')
  expect(codesOf(await signOff())).toEqual([])
  expect((await issue(woman)).ok).toBe(true)
})

test('a post that grew after the sign-off is refused at issue, and no folio is lost', async () => {
  const woman = putGraduate(it, editionId, { surname1: 'Ríos' })
  putModules(30, 20)
  await prepare(woman)
  expect(codesOf(await signOff())).toEqual([])
  run("UPDATE center SET issuer_contact = 'Calle Ejemplo 10' || printf('%.*c', 1800, 'x')")
  const refused = await issue(woman)
  expect(refused).toMatchObject({ refusals: [{ code: 'code-too-long', facts: { most: 1900 } }] })
  run("UPDATE center SET issuer_contact = 'Calle Ejemplo 10'")
  expect((await issue(woman)).ok).toBe(true)
  expect(it.room.opened.raw.prepare('SELECT max(number) FROM certificate').pluck().get()).toBe(1)
})
