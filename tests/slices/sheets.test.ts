import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { attendanceTasks, openToolDifferences } from '../../src/main/features/attendance'
import { isSampled } from '../../src/main/features/attendance/follow-up.rules'
import { openClassroom, putEdition, putPlace, putSession, putWoman, type Classroom } from '../factories/classroom'
import { pdfText } from '../factories/pdf-text'
import { putColleague, putSheet, putTool } from '../factories/rolls'
import { hasTool } from '../factories/tools'

let room: Classroom
let edition: { id: string; workshopId: string }
let ana: string
let eva: string
let id: string

beforeEach(async () => {
  room = await openClassroom('2026-10-08T18:00:00.000Z')
  edition = putEdition(room, { code: 'CL-02-26B', title: 'Bordado a mano', slots: [[2, '09:00', '12:00']] })
  ana = putWoman(room, { surname1: 'Ñáñez' })
  eva = putWoman(room, { surname1: 'Güemes' })
  putPlace(room, ana, edition.id)
  putPlace(room, eva, edition.id)
  id = putSession(room, edition.id, '2026-10-06')
})
afterEach(() => room.close())

const refusedWith = (code: string) => ({ ok: false, refusals: [{ code }] })
const base64 = (text: string, more = '') => Buffer.from(text + more, 'latin1').toString('base64')

describe('the scan of a sheet', () => {
  test('is known by its first bytes, hangs once, is looked at and leaves a trace, and goes with a reason', async () => {
    const pdf = { id, name: 'hoja.txt', bytes: base64('%PDF-1.7 hoja') }
    const added = await room.must('attendance.addScan', pdf)
    expect(await room.call('attendance.addScan', pdf)).toMatchObject(refusedWith('scan-already'))
    const [scan] = (await room.must('attendance.roll', { id })).scans
    expect(scan).toMatchObject({ id: added.id, kind: 'pdf', name: 'hoja.txt', addedBy: 'Clara Coordinadora' })
    expect(await room.must('attendance.scan', { id: added.id })).toMatchObject({ kind: 'pdf', bytes: pdf.bytes })
    await room.must('attendance.removeScan', { id: added.id, reason: 'Es de otra sesión' })
    expect((await room.must('attendance.roll', { id })).scans).toEqual([])
    expect(await room.call('attendance.scan', { id: added.id })).toMatchObject(refusedWith('unknown-scan'))
    const left = room.opened.raw.prepare('SELECT name, bytes, removed_reason AS why FROM scan').get()
    expect(left).toEqual({ name: 'hoja.txt', bytes: null, why: 'Es de otra sesión' })
    expect(room.events().map(({ event }) => event)).toEqual(['scan.added', 'session.scan-read', 'scan.removed'])
  })

  test.each([
    ['a photograph', base64('\xff\xd8\xff\xe0'), 'jpeg'],
    ['a picture', base64('\x89PNG\r\n\x1a\n'), 'png'],
  ])('may be %s', async (_what, bytes, kind) => {
    await room.must('attendance.addScan', { id, name: 'hoja', bytes })
    expect((await room.must('attendance.roll', { id })).scans.map((scan) => scan.kind)).toEqual([kind])
  })

  test('is refused if it is a program with the name of a scan, or too large', async () => {
    const program = { id, name: 'hoja.pdf', bytes: base64('MZ\x90\x00%PDF-') }
    expect(await room.call('attendance.addScan', program)).toMatchObject(refusedWith('scan-kind'))
    const large = { id, name: 'hoja.pdf', bytes: base64('%PDF-', 'x'.repeat(8_000_001)) }
    expect(await room.call('attendance.addScan', large)).toMatchObject(refusedWith('scan-too-large'))
  })
})

describe('the second reading of a sheet', () => {
  const picked = Array.from({ length: 100 }, (_, n) => `LD-2026-${String(n).padStart(5, '0')}-X`).find((folio) =>
    isSampled(folio, 10),
  )!
  const keyed = async () => {
    putSheet(room, id, picked, 1)
    const marks = [
      { personId: ana, mark: 'A' as const },
      { personId: eva, mark: 'F' as const },
    ]
    await room.must('attendance.saveRoll', { id, version: 0, marks, unlisted: [], paper: { attended: 1, absent: 1 } })
  }
  const byAnother = () => {
    const other = putColleague(room, 'Otra Persona')
    room.opened.raw.prepare('UPDATE roll SET keyed_by = ?').run(other)
  }

  test('is asked of somebody else than who keyed it', async () => {
    await keyed()
    expect((await room.must('attendance.samples', {})).due).toMatchObject([{ folio: picked, isMine: true }])
    expect(await room.call('attendance.sampleSheet', { id })).toMatchObject(refusedWith('sample-own-sheet'))
    expect((await attendanceTasks(room.look())).filter((task) => task.kind === 'attendance-sample')).toEqual([])
    byAnother()
    expect((await attendanceTasks(room.look())).map((task) => task.kind)).toContain('attendance-sample')
    expect(JSON.stringify(await room.must('attendance.sampleSheet', { id }))).not.toMatch(/"mark"|"A"|"F"/)
  })

  test('lists where the two differ, changes the mark if the second is right, and counts the errors', async () => {
    await keyed()
    byAnother()
    const marks = [
      { personId: ana, mark: 'R' as const },
      { personId: eva, mark: 'F' as const },
    ]
    expect(await room.must('attendance.keySample', { id, marks })).toEqual({ marks: 2, differences: 1 })
    expect(await room.call('attendance.keySample', { id, marks })).toMatchObject(refusedWith('sample-not-due'))
    const [sample] = (await room.must('attendance.samples', {})).done
    expect(sample?.differences).toMatchObject([{ personId: ana, first: 'A', second: 'R', settled: null }])
    const settle = { sampleId: sample?.id ?? '', personId: ana, settled: 'second' as const }
    await room.must('attendance.settleDifference', settle)
    expect(await room.call('attendance.settleDifference', settle)).toMatchObject(refusedWith('settled-already'))
    const her = (await room.must('attendance.roll', { id })).women.find((woman) => woman.personId === ana)
    expect([her?.mark, her?.history[0]?.kind]).toEqual(['R', 'sampled'])
    expect(await room.must('attendance.samples', {})).toMatchObject({ due: [], marks: 2, differences: 1 })
  })

  test('is not asked of a sheet whose folio was not picked', async () => {
    await keyed()
    room.opened.raw.prepare('UPDATE roll SET keyed_by = NULL').run()
    const other = putSession(room, edition.id, '2026-10-07')
    expect(await room.call('attendance.sampleSheet', { id: other })).toMatchObject(refusedWith('sample-not-due'))
  })
})

describe('the tools of a session', () => {
  let kitId: string
  beforeEach(() => {
    kitId = putTool(room, edition.workshopId, 'Tijeras', 6)
  })
  const count = (version: number, back: number | null, told = '') =>
    room.call('attendance.countTools', { id, version, told, lines: [{ kitId, out: 6, in: back }] })
  const state = async () => (await room.must('attendance.roll', { id })).tools.state
  const kinds = async () => (await attendanceTasks(room.look())).map((task) => task.kind)

  test('are counted out and in; a difference names who was told, and stays open until it is settled', async () => {
    expect(await state()).toBe('not-counted')
    await count(0, null)
    expect([await state(), await kinds()]).toEqual(['out', expect.arrayContaining(['attendance-tools-out'])])
    expect(await count(1, 5)).toMatchObject(refusedWith('told-missing'))
    expect(await count(1, 5, 'Jefa de turno')).toMatchObject({ ok: true })
    expect([await state(), await kinds()]).toEqual(['differs', expect.arrayContaining(['attendance-tools-differ'])])
    expect(await openToolDifferences(room.look().db, edition.id)).toMatchObject([
      { sessionId: id, told: 'Jefa de turno' },
    ])
    await room.must('attendance.settleTools', { id, version: 2, how: 'Apareció en el lavabo' })
    expect([await state(), await openToolDifferences(room.look().db, edition.id)]).toEqual(['settled', []])
    expect(await kinds()).not.toContain('attendance-tools-differ')
    expect(await count(3, 6)).toMatchObject(refusedWith('tools-settled'))
  })

  test('keep a session open whose marks are whole, until they are counted', async () => {
    const marks = [ana, eva].map((personId) => ({ personId, mark: 'A' as const }))
    await room.must('attendance.saveRoll', { id, version: 0, marks, unlisted: [], paper: { attended: 2, absent: 0 } })
    expect((await room.must('attendance.roll', { id })).state).toBe('awaiting-roll')
    await count(0, 6)
    expect((await room.must('attendance.roll', { id })).state).toBe('closed')
  })

  test('are refused stale, for another kit, or where there is none to count', async () => {
    await count(0, 6)
    expect(await state()).toBe('whole')
    expect(await count(0, 6)).toMatchObject(refusedWith('stale'))
    const lines = [{ kitId: ana, out: 1, in: 1 }]
    expect(await room.call('attendance.countTools', { id, version: 1, told: '', lines })).toMatchObject(
      refusedWith('not-the-kit'),
    )
    expect(await room.call('attendance.settleTools', { id, version: 1, how: 'x' })).toMatchObject(
      refusedWith('no-difference'),
    )
    const other = putEdition(room, { code: 'X', title: 'Yoga' })
    const bare = putSession(room, other.id, '2026-10-06')
    expect(await room.call('attendance.countTools', { id: bare, version: 0, told: '', lines: [] })).toMatchObject(
      refusedWith('no-kit'),
    )
  })
})

describe.runIf(hasTool('pdftotext'))('the papers', () => {
  test('the day roster bears what was told ahead in place of the box, who is new, and the tools to be counted', async () => {
    putTool(room, edition.workshopId, 'Tijeras de bordado', 12)
    const ahead = putSession(room, edition.id, '2026-10-13')
    const nueva = putWoman(room, { surname1: 'Zúñiga' })
    room.opened.raw
      .prepare(`INSERT INTO place (id, person_id, edition_id, opened_on) VALUES ('n', ?, ?, '2026-10-08')`)
      .run(nueva, edition.id)
    const excuse = { personIds: [ana], reason: 'hearing' as const, from: '2026-10-13', until: '2026-10-13' }
    await room.must('attendance.addExcuses', excuse)
    const paper = await room.must('attendance.printDay', { id: ahead })
    const text = pdfText(paper.pdf)
    expect(text).toMatch(/Ñáñez, María.*JA/)
    expect(text).toContain('Zúñiga, María •')
    expect(text).toContain('Tijeras de bordado (12)')
    expect(paper.pages).toBe(1)
    const month = pdfText((await room.must('attendance.printMonth', { id: edition.id, month: '2026-10' })).pdf)
    expect(month).toContain('JA')
  })

  test('an older sheet that comes back says that there is a newer one', async () => {
    const first = await room.must('attendance.printDay', { id })
    expect(await room.must('attendance.byFolio', { folio: first.folio })).toEqual({ sessionId: id, newerFolio: null })
    const second = await room.must('attendance.printDay', { id })
    expect(await room.must('attendance.byFolio', { folio: first.folio })).toEqual({
      sessionId: id,
      newerFolio: second.folio,
    })
  })

  test('the summary of the day has its figures, its reasons and lines to sign', async () => {
    const marks = [
      { personId: ana, mark: 'R' as const },
      { personId: eva, mark: 'JM' as const, reason: 'illness' as const },
    ]
    await room.must('attendance.saveRoll', { id, version: 0, marks, unlisted: [], paper: { attended: 1, absent: 0 } })
    const paper = await room.must('attendance.printSummary', { day: '2026-10-06' })
    const text = pdfText(paper.pdf)
    expect(text).toContain('Programadas 1 · realizadas 1 · canceladas 0 · sin lista 0')
    expect(text).toMatch(/1\s+enferma \(JM\)/)
    expect(text).toMatch(/turno/i)
    expect(await room.call('attendance.printSummary', { day: '2026-10-05' })).toMatchObject(
      refusedWith('nothing-that-day'),
    )
  })
})
