import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DEMO_MONTH } from '../factories/demo'
import { readBack } from '../factories/graduation'
import { codesOf, openTestOffice, type TestOffice } from '../factories/office'
import { hasTool } from '../factories/tools'

const OCTOBER = { from: '2026-10-01', until: '2026-10-31' }
const folder = mkdtempSync(join(tmpdir(), 'umbral-hours-'))
let it: TestOffice
beforeAll(async () => {
  it = await openTestOffice({ now: '2026-11-01T18:00:00.000Z', scene: DEMO_MONTH })
}, 120_000)
afterAll(async () => {
  await it.close()
  rmSync(folder, { recursive: true, force: true })
})

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0)

describe('the lost hours of the demo month', () => {
  test('end held, lost or unknown, and weeks, axes and weekdays each add up', async () => {
    const { total, weeks, axes, weekdays } = await it.must('hours.summary', OCTOBER)
    const { planned, ...ends } = total
    expect(planned).toBeGreaterThan(0)
    expect(sum(Object.values(ends))).toBe(planned)
    for (const parts of [weeks, axes, weekdays])
      for (const figure of Object.keys(total) as (keyof typeof total)[])
        expect(sum(parts.map(({ split }) => split[figure]))).toBe(total[figure])
  })

  test('agree, mark by mark, with the month’s attendance', async () => {
    const behind = await it.must('hours.sensitiveRows', { ...OCTOBER, end: 'custody' })
    const editions = await it.must('attendance.editions', { month: '2026-10' })
    expect(behind.rows.filter((row) => row.cell === 'C')).toHaveLength(sum(editions.map((each) => each.notBrought)))
    expect(behind.rows.every((row) => row.cell === 'C' || row.cancelledCause === 'custody')).toBe(true)
    expect(behind.count).toBe(behind.rows.length)
    expect((await it.must('hours.summary', OCTOBER)).total.custody).toBe(behind.minutes)
  })

  test('blame nobody for a session without a roll', async () => {
    const [missing] = await it.must('attendance.pending', {})
    const week = { from: missing!.day, until: missing!.day }
    const { rows } = await it.must('hours.sensitiveRows', { ...week, end: 'unknown' })
    expect(rows.filter((row) => row.sessionId === missing!.id)).toHaveLength(missing!.onRoll)
  })

  test('open every figure: its rows have the minutes that it shows', async () => {
    const { weeks, axes } = await it.must('hours.summary', OCTOBER)
    for (const { monday, split } of weeks) {
      const behind = await it.must('hours.rows', { ...OCTOBER, monday, end: 'choice' })
      expect(behind.minutes + sum(behind.reserved.map((each) => each.minutes))).toBe(split.choice)
    }
    for (const { axisId, split } of axes) {
      const behind = await it.must('hours.rows', { ...OCTOBER, axisId, end: 'lost' })
      const lost = split.planned - split.held - split.unknown
      expect(behind.minutes + sum(behind.reserved.map((each) => each.minutes))).toBe(lost)
    }
  })

  test('show a reserved group as counts, until one who may asks for names, and that is written down', async () => {
    const { axes } = await it.must('hours.summary', OCTOBER)
    const axis = axes.find((each) => each.sensitive)!
    const plain = await it.must('hours.rows', { ...OCTOBER, axisId: axis.axisId })
    expect(plain.rows).toEqual([])
    expect(sum(plain.reserved.map((each) => each.minutes))).toBe(axis.split.planned)
    const whole = await it.must('hours.sensitiveRows', { ...OCTOBER, axisId: axis.axisId })
    expect(whole.minutes).toBe(axis.split.planned)
    expect(whole.rows[0]?.woman).toMatch(/\p{L}+, \p{L}+/u)
    const { entries } = await it.must('office.audit', {})
    expect(entries[0]?.event).toBe('hours.sensitive-read')
    for (const role of ['axis-lead', 'mother-child', 'reader'] as const) {
      await it.signInAs(role)
      expect((await it.must('hours.rows', { ...OCTOBER, axisId: axis.axisId })).rows).toEqual([])
      expect(codesOf(await it.call('hours.sensitiveRows', OCTOBER))).toEqual(['not-allowed'])
    }
    await it.signInAs('gate')
    expect(codesOf(await it.call('hours.summary', OCTOBER))).toEqual(['not-allowed'])
    await it.signInAs('director')
  })

  test('a period turned round or of many months is not read', async () => {
    expect(codesOf(await it.call('hours.summary', { from: '2026-10-31', until: '2026-10-01' }))).toEqual(['bad-input'])
    expect(codesOf(await it.call('hours.summary', { from: '2026-01-01', until: '2026-10-01' }))).toEqual(['bad-input'])
  })

  test('a period in which nothing was planned prints no sheet', async () => {
    const empty = { from: '2025-01-01', until: '2025-01-31' }
    expect(codesOf(await it.call('hours.printLost', empty))).toEqual(['nothing-to-print'])
  })

  test.runIf(hasTool('pdftotext'))('print on one letter page that says the figures and what they count', async () => {
    const { total, axes } = await it.must('hours.summary', OCTOBER)
    const paper = await it.must('hours.printLost', OCTOBER)
    expect(paper.pages).toBe(1)
    const { text, info } = readBack(folder, Buffer.from(paper.pdf, 'base64'))
    expect(info).toMatch(/Page size:\s+612 x 792 pts/)
    const hours = (minutes: number) =>
      `${Math.floor(minutes / 60).toLocaleString('en-US')}:${String(minutes % 60).padStart(2, '0')}`
    for (const figure of ['planned', 'held', 'custody', 'choice', 'unknown'] as const)
      expect(text).toContain(hours(total[figure]))
    // A long name stands on two lines, so its words are looked for one by one.
    for (const word of axes.flatMap(({ name }) => name.split(' '))) expect(text).toContain(word)
    expect(text).toContain(paper.folio)
    expect(text).toContain('Horas perdidas')
    expect(text.replace(/\s+/g, ' ')).toContain('No se le carga a nadie')
  })
})
