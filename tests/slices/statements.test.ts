/** What a woman takes with her in writing, and what a court gets: what is on it, and what never is. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { papers } from '../../src/main/app/papers'
import { tellingWords } from '../../src/main/features/certificates/telling.rules'
import { renderHere } from '../../src/main/platform/documents/render-here'
import { codesOf } from '../factories/office'
import { openGraduation, putEnded, putGraduate, readBack, type Graduation } from '../factories/graduation'
import { hasTool } from '../factories/tools'

let it: Graduation
let folder: string
beforeEach(async () => {
  it = await openGraduation()
  it.render = renderHere(papers)
  folder = mkdtempSync(join(tmpdir(), 'umbral-statements-'))
})
afterEach(() => {
  it.close()
  rmSync(folder, { recursive: true, force: true })
})

const run = (text: string, ...values: string[]) => it.room.opened.raw.prepare(text).run(...values)
type Paper = 'certificates.printHours' | 'certificates.printTrainingData'
const printed = async (channel: Paper, personId: string, editionId: string) => {
  const paper = await it.must(channel, { personId, editionId })
  const { text, info } = readBack(folder, Buffer.from(paper.pdf, 'base64'))
  return { ...paper, text: text.replace(/\s+/g, ' '), info }
}
const CENTER = {
  name: 'Centro de Demostración',
  code: 'DEM',
  place: 'Tlalmanalco, Estado de México',
  issuer: 'Programa Umbral, A.C.',
}

describe.runIf(hasTool('pdftotext'))('what a woman carries outside', () => {
  test('states her hours until today, while the course still runs', async () => {
    const running = putEnded(it, { endsOn: '2026-11-30' })
    const woman = putGraduate(it, running, { surname1: 'Ñáñez', marks: 'A R F JM A', evaluation: null })
    const paper = await printed('certificates.printHours', woman, running)
    expect(paper.text).toContain('María Ñáñez')
    expect(paper.text).toContain('Total: 6 horas acreditadas')
    expect(paper.text).toContain('En curso')
    expect(paper.folio).toMatch(/^HC-2026-00001-/)
    const [kept] = await it.must('certificates.statements', { personId: woman })
    expect(kept).toMatchObject({ kind: 'hours', folio: paper.folio, changed: [] })
    const again = await it.must('certificates.statementPaper', { paperId: paper.id })
    expect(again.pdf).toBe(paper.pdf)
  })

  test('names neither the center nor the prison nor her file: text, metadata, title and file name', async () => {
    const edition = putEnded(it)
    const woman = putGraduate(it, edition, { surname1: 'Ríos', fileNumber: 'DEM-24-0210' })
    for (const channel of ['certificates.printHours', 'certificates.printTrainingData'] as const) {
      const { text, info, title, folio } = await printed(channel, woman, edition)
      const all = [...text.split(/(?<=[.:])\s/), ...info.split('\n'), title, folio]
      expect(tellingWords(all, CENTER)).toEqual([])
      expect(all.join(' ')).not.toMatch(/DEM-24|Demostración|Clara|Umbral(?! ?, A)|pdfmake/i)
      expect(info).toMatch(/Author:\s+Programa Umbral, A\.C\./)
    }
  })

  test('is refused where something on it would tell, where nobody may sign and where there is nothing to state', async () => {
    const edition = putEnded(it)
    const woman = putGraduate(it, edition, { surname1: 'Ríos' })
    const none = putGraduate(it, edition, { surname1: 'Sola', marks: 'F F' })
    const print = async (personId: string) =>
      codesOf(await it.call('certificates.printHours', { personId, editionId: null }))
    expect(await print(none)).toEqual(['no-hours'])
    run("UPDATE workshop SET title = 'Bordado en el penal'")
    expect(await print(woman)).toEqual(['certificate-names-center'])
    run("UPDATE workshop SET title = 'Bordado'")
    run("UPDATE person SET given_names = 'Ana (dormitorio B)' WHERE id = ?", woman)
    expect(await print(woman)).toEqual(['certificate-names-center'])
    run("UPDATE person SET given_names = 'Ana' WHERE id = ?", woman)
    run('DELETE FROM signatory')
    expect(await print(woman)).toEqual(['no-signatory'])
  })

  test('leaves groups of mental health out, and says nothing of them', async () => {
    const open = putEnded(it)
    const hidden = putEnded(it, { code: 'SM-01', title: 'Círculo de duelo' })
    const woman = putGraduate(it, open, { surname1: 'Ríos' })
    run("INSERT INTO axis (id, code, name, sensitive) VALUES ('sm', 'SM', 'Salud mental', 1)")
    run("UPDATE workshop SET axis_id = 'sm' WHERE id = (SELECT workshop_id FROM edition WHERE id = ?)", hidden)
    run("INSERT INTO place (id, person_id, edition_id, opened_on) VALUES ('sm1', ?, ?, '2026-10-01')", woman, hidden)
    const paper = await it.must('certificates.printHours', { personId: woman, editionId: null })
    const { text } = readBack(folder, Buffer.from(paper.pdf, 'base64'))
    expect(text).toContain('Bordado a mano')
    expect(text).not.toMatch(/duelo|Salud mental/)
  })

  test('the data sheet is refused where a module or who teaches it would tell, or has letters that it cannot print', async () => {
    const edition = putEnded(it)
    const woman = putGraduate(it, edition, { surname1: 'Ríos' })
    run(
      "INSERT INTO workshop_module (id, workshop_id, position, title, minutes) SELECT 'm', workshop_id, 1, 'Costura', 60 FROM edition",
    )
    it.room.insert('edition_module', { edition_id: edition, module_id: 'm', position: 1, minutes: 60 })
    const print = async () =>
      codesOf(await it.call('certificates.printTrainingData', { personId: woman, editionId: edition }))
    run("UPDATE workshop_module SET title = 'Derechos en reclusión'")
    expect(await print()).toEqual(['certificate-names-center'])
    run("UPDATE workshop_module SET title = 'Costura ✂'")
    expect(await print()).toEqual(['glyph-missing'])
    run("UPDATE workshop_module SET title = 'Costura'")
    run("UPDATE instructor SET name = 'Personal del CERESO'")
    expect(await print()).toEqual(['certificate-names-center'])
    run("UPDATE instructor SET name = 'Mtra. Rosa Presa'")
    expect(await print()).toEqual([])
  })

  test('the data sheet says that it is no DC-3 and leaves blank what the employer knows', async () => {
    const edition = putEnded(it)
    const woman = putGraduate(it, edition, { surname1: 'Ríos' })
    const { text } = await printed('certificates.printTrainingData', woman, edition)
    expect(text).toContain('no es la constancia DC-3 ni la sustituye')
    expect(text).toContain('RFC con homoclave')
    expect(text).not.toMatch(/Secretaría del Trabajo|Formato DC-3|validez oficial/i)
  })
})

describe('the statement for a court', () => {
  const ask = (personId: string, from = '2026-10-01', until = '2026-10-31') =>
    it.call('certificates.printActivities', { personId, from, until })

  test.runIf(hasTool('pdftotext'))('states the span asked for with the definitions used, folio and hash', async () => {
    const edition = putEnded(it)
    const woman = putGraduate(it, edition, { surname1: 'Ríos', fileNumber: 'DEM-24-0210' })
    const paper = await it.must('certificates.printActivities', {
      personId: woman,
      from: '2026-10-03',
      until: '2026-10-31',
    })
    const text = readBack(folder, Buffer.from(paper.pdf, 'base64')).text.replace(/\s+/g, ' ')
    for (const part of ['Total: 4 horas', 'DEM-24-0210', 'Cómo se lee', 'SHA-256', paper.folio, 'Acreditada'])
      expect(text).toContain(part)
  })

  test('a mark that changed later is told of the old paper and noted on the new one', async () => {
    const edition = putEnded(it)
    const woman = putGraduate(it, edition, { surname1: 'Ríos' })
    const first = await it.must('certificates.printActivities', {
      personId: woman,
      from: '2026-10-01',
      until: '2026-10-31',
    })
    run("UPDATE mark SET code = 'F' WHERE session_id = (SELECT id FROM session ORDER BY day LIMIT 1)")
    const [told] = await it.must('certificates.statements', { personId: woman })
    expect(told?.changed).toEqual([{ title: 'Bordado a mano', was: '8 h, 4/4', is: '6 h, 3/4' }])
    let facts: unknown
    const { render } = it
    it.render = (type, given, language) => {
      facts = given
      return render(type, given, language)
    }
    await it.must('certificates.printActivities', { personId: woman, from: '2026-10-01', until: '2026-10-31' })
    expect(facts).toMatchObject({ corrections: { folio: first.folio, rows: [{ was: '8 h, 4/4', is: '6 h, 3/4' }] } })
    expect((await it.must('certificates.statements', { personId: woman })).map((each) => each.changed.length)).toEqual([
      0, 1,
    ])
  })

  test('is printed by who leads, of days that have been', async () => {
    const woman = putGraduate(it, putEnded(it), { surname1: 'Ríos' })
    expect(codesOf(await ask(woman, '2026-10-02', '2026-10-01'))).toEqual(['dates-reversed'])
    expect(codesOf(await ask(woman, '2026-10-02', '2026-11-01'))).toEqual(['day-in-the-future'])
    it.room.role = 'axis-lead'
    expect(codesOf(await ask(woman))).toEqual(['not-allowed'])
  })
})

test('damaged bytes of a statement are refused', async () => {
  const edition = putEnded(it)
  const woman = putGraduate(it, edition, { surname1: 'Ríos' })
  const { id } = await it.must('certificates.printHours', { personId: woman, editionId: null })
  it.room.opened.raw.exec("DROP TRIGGER paper_no_update; UPDATE paper SET pdf = x'25504446'")
  expect(codesOf(await it.call('certificates.statementPaper', { paperId: id }))).toEqual(['paper-damaged'])
  const unknown = '8d9f7a0e-2f4b-4c39-9d1e-1a2b3c4d5e6f'
  expect(codesOf(await it.call('certificates.statementPaper', { paperId: unknown }))).toEqual(['unknown-statement'])
})
