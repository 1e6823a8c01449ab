import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { papers } from '../../src/main/app/papers'
import { renderHere } from '../../src/main/platform/documents/render-here'
import { firstTimes, openNeeds } from '../factories/child-care-facts'
import { roomSheet, vaccinesDue } from '../factories/child-paper-facts'
import { readBack } from '../factories/graduation'
import { distance, pictureOf, readPng } from '../factories/pictures'
import { hasTool } from '../factories/tools'

const folder = mkdtempSync(join(tmpdir(), 'umbral-child-papers-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const render = renderHere(papers)
const poppler = hasTool('pdftotext') && hasTool('pdftoppm')

const cases: readonly (readonly [name: string, type: string, facts: unknown])[] = [
  ['vaccines-due', 'children.vaccines-due', vaccinesDue()],
  ['room-sheet', 'children.room-sheet', roomSheet()],
  ['open-needs', 'children.needs', openNeeds()],
  ['first-times', 'children.firsts', firstTimes()],
]

/** Pictures that a person has looked at and approved, as in `papers.test.ts`. */
describe.runIf(poppler)('looks as approved, on one page', () => {
  test.each(cases)('%s', async (name, type, facts) => {
    const approved = new URL(`./approved/${name}.png`, import.meta.url)
    const made = await render(type, facts, 'es')
    const drawn = pictureOf(folder, made.pdf)
    if (process.env.UPDATE_PICTURES) writeFileSync(approved, drawn)
    expect(made.pages).toBe(1)
    expect(distance(readPng(drawn), readPng(readFileSync(approved)))).toBeLessThan(0.005)
  })
})

describe.runIf(poppler)('read back with a second tool', () => {
  test.each(cases)('%s says nowhere what kind of place the children live in', async (_name, type, facts) => {
    const { pdf } = await render(type, facts, 'es')
    const { text, info } = readBack(folder, pdf)
    expect(text).toContain('PROGRAMA UMBRAL')
    expect(`${text} ${info}`).not.toMatch(/reinserci|penitenci|c[aá]rcel|reclus|centro|dormitorio|interna|custodia/i)
  })

  test('the list says whose birth date is only about so, and who has none', async () => {
    const { text } = readBack(folder, (await render('children.vaccines-due', vaccinesDue(), 'es')).pdf)
    expect(text).toContain('hacia el 1 de julio de 2024')
    expect(text).toContain('Sin fecha de nacimiento')
    expect(text).toContain('13 de febrero de 2026')
  })
})
