import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { papers } from '../../src/main/app/papers'
import { renderHere } from '../../src/main/platform/documents/render-here'
import {
  blankHandover,
  emergencySheet,
  emptyEmergencySheet,
  handover,
  separationPlan,
} from '../factories/child-file-papers'
import { readBack } from '../factories/graduation'
import { distance, pictureOf, readPng } from '../factories/pictures'
import { hasTool } from '../factories/tools'

const folder = mkdtempSync(join(tmpdir(), 'umbral-child-file-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const render = renderHere(papers)
const poppler = hasTool('pdftotext') && hasTool('pdftoppm')

const cases: readonly (readonly [name: string, type: string, facts: unknown])[] = [
  ['emergency-sheet', 'children.emergencySheet', emergencySheet()],
  ['emergency-sheet-empty', 'children.emergencySheet', emptyEmergencySheet()],
  ['separation-plan', 'children.plan', separationPlan()],
  ['child-handover', 'children.handover', handover()],
  ['child-handover-blank', 'children.handover', blankHandover()],
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
  const textOf = async (type: string, facts: unknown): Promise<string> =>
    readBack(folder, (await render(type, facts, 'es')).pdf).text.replaceAll(/\s+/g, ' ')

  test.each(cases)('%s says nowhere what kind of place the child lives in', async (_name, type, facts) => {
    const { pdf } = await render(type, facts, 'es')
    const { text, info } = readBack(folder, pdf)
    expect(text).toContain('PROGRAMA UMBRAL')
    expect(`${text} ${info}`).not.toMatch(/prisi[oó]n|reinserci|penitenci|c[aá]rcel|reclus|femenil|dormitorio|intern[ao]/i)
  })

  test('who may not come near stands above who may', async () => {
    const text = await textOf('children.emergencySheet', emergencySheet())
    expect(text.indexOf('NO puede acercarse')).toBeGreaterThan(0)
    expect(text.indexOf('NO puede acercarse')).toBeLessThan(text.indexOf('Ofelia Castro Ruiz'))
  })

  test('names with saltillo and an age that is only about so come out whole', async () => {
    const text = await textOf('children.plan', separationPlan())
    expect(text).toContain('Xóchitl Nʉmʉ Ñáñez Saꞌvi')
    expect(text).toContain('2 años 7 meses, fecha de nacimiento aproximada')
  })
})
