import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { papers } from '../../src/main/app/papers'
import { renderHere } from '../../src/main/platform/documents/render-here'
import { gateDay, groupList, protocol } from '../factories/gate-paper-facts'
import { readBack } from '../factories/graduation'
import { distance, pictureOf, readPng } from '../factories/pictures'
import { hasTool } from '../factories/tools'

const folder = mkdtempSync(join(tmpdir(), 'umbral-gate-papers-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const render = renderHere(papers)
const poppler = hasTool('pdftotext') && hasTool('pdftoppm')

const cases: readonly (readonly [name: string, type: string, facts: unknown])[] = [
  ['gate-day', 'outings.gateDay', gateDay()],
  ['group-list', 'outings.groupList', groupList()],
  ['protocol', 'outings.protocol', protocol()],
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

test.runIf(poppler)('the list of a group names every child, and says who stays', async () => {
  const { text } = readBack(folder, (await render('outings.groupList', groupList(), 'es')).pdf)
  for (const each of groupList().children.slice(0, 14)) expect(text).toContain(each.child)
  expect(text).toContain('NO SALE')
})
