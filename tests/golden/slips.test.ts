import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { papers } from '../../src/main/app/papers'
import { renderHere } from '../../src/main/platform/documents/render-here'
import { readBack } from '../factories/graduation'
import { distance, pictureOf, readPng } from '../factories/pictures'
import { offerSlips, turnSlip } from '../factories/slip-facts'
import { hasTool } from '../factories/tools'

const folder = mkdtempSync(join(tmpdir(), 'umbral-slips-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const render = renderHere(papers)
const poppler = hasTool('pdftotext') && hasTool('pdftoppm')

const one = (at: number) => ({ ...offerSlips(), slips: offerSlips().slips.slice(at, at + 1) })
const declined = () =>
  turnSlip({ state: 'declined', turn: null, points: 0, lines: [], ahead: false, declinedBecause: 'Falta su carta médica' })
const cases: readonly (readonly [name: string, type: string, facts: unknown])[] = [
  ['offer', 'places.offer', one(0)],
  ['offer-long', 'places.offer', one(1)],
  ['offer-unnamed', 'places.offer', one(2)],
  ['turn', 'places.turn', turnSlip()],
  ['turn-declined', 'places.turn', declined()],
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
  test('each offer is one page that says whose it is twice: on what she keeps and on what comes back', async () => {
    const facts = offerSlips()
    const { pdf, pages } = await render('places.offer', facts, 'es')
    expect(pages).toBe(facts.slips.length)
    const sheets = readBack(folder, pdf).text.split('\f').slice(0, -1)
    for (const [at, text] of sheets.entries()) {
      expect(text.split(facts.slips[at]!.fileNumber)).toHaveLength(3)
      expect(text).toContain('Sí, quiero el lugar')
    }
  })

  test('a group of a sensitive axis is only a scheduled activity, without its code', async () => {
    const { text } = readBack(folder, (await render('places.offer', one(2), 'es')).pdf)
    expect(text).toContain('Actividad programada')
    expect(text).not.toContain('CL-03')
  })

  test('the answer on her turn says why in lines of at most eight words, and names nobody else', async () => {
    const { text } = readBack(folder, (await render('places.turn', turnSlip(), 'es')).pdf)
    expect(text).toContain('Su turno es el 4')
    for (const why of ['Lleva 10 semanas en la lista', 'Todavía no ha tenido un taller', 'Sale pronto'])
      expect(text).toContain(why)
  })
})
