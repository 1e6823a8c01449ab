import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { papers } from '../../src/main/app/papers'
import { renderHere } from '../../src/main/platform/documents/render-here'
import { arrivals, dayRoster, daySummary, pack, passes } from '../factories/day-paper-facts'
import { readBack } from '../factories/graduation'
import { distance, pictureOf, readPng } from '../factories/pictures'
import { hasTool } from '../factories/tools'

const folder = mkdtempSync(join(tmpdir(), 'umbral-day-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const render = renderHere(papers)
const poppler = hasTool('pdftotext') && hasTool('pdftoppm')

const cases: readonly (readonly [name: string, type: string, facts: unknown, pages: number])[] = [
  ['pack', 'people.pack', pack(), 1],
  ['day-roster', 'attendance.day', dayRoster(), 1],
  ['day-summary', 'attendance.summary', daySummary(), 1],
  ['arrivals', 'timetable.arrivals', arrivals(), 2],
  ['passes', 'timetable.pass', passes(), 2],
  ['pass', 'timetable.pass', passes(1), 1],
]

/** Pictures that a person has looked at and approved, as in `papers.test.ts`. */
describe.runIf(poppler)('looks as approved', () => {
  test.each(cases)('%s', async (name, type, facts, pages) => {
    const approved = new URL(`./approved/${name}.png`, import.meta.url)
    const made = await render(type, facts, 'es')
    expect(made.pages).toBe(pages)
    const drawn = pictureOf(folder, made.pdf)
    if (process.env.UPDATE_PICTURES) writeFileSync(approved, drawn)
    expect(distance(readPng(drawn), readPng(readFileSync(approved)))).toBeLessThan(0.005)
  })
})

describe.runIf(poppler)('read back with a second tool', () => {
  test('a day roster of a full group says folio and page on each of its sheets', async () => {
    const facts = dayRoster()
    const woman = { name: 'Ramírez Ortega, Ángela', fileNumber: 'DEM-26-0200', mark: null, told: null, isNew: false }
    const { pdf, pages } = await render(
      'attendance.day',
      { ...facts, women: [...facts.women, ...Array.from({ length: 40 }, () => woman)] },
      'es',
    )
    expect(pages).toBeGreaterThan(1)
    const sheets = readBack(folder, pdf).text.split('\f').slice(0, -1)
    expect(sheets).toHaveLength(pages)
    for (const [index, text] of sheets.entries()) {
      expect(text).toContain(facts.sheet.folio)
      expect(text).toContain(`página ${String(index + 1)} de ${String(pages)}`)
    }
  })

  test('every pass says by itself its folio, its number and who goes where and when', async () => {
    const facts = passes()
    const { text } = readBack(folder, (await render('timetable.pass', facts, 'es')).pdf)
    expect(text.split(facts.sheet.folio)).toHaveLength(facts.passes.length + 1)
    for (const [index, each] of facts.passes.entries()) {
      expect(text).toContain(`${String(index + 1)} de 3`)
      expect(text.replace(/\s+/g, ' ')).toContain(each.name)
      expect(text).toContain(each.place)
    }
  })
})
