/** What the golden tests of papers share: a folder, the renderer, the tools, and pictures that a person has approved. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { papers } from '../../src/main/app/papers'
import { renderHere } from '../../src/main/platform/documents/render-here'
import { distance, pictureOf, readPng } from './pictures'
import { hasTool } from './tools'

/** Name of the picture, type of the paper, and what it says. */
export type PaperCase = readonly [name: string, type: string, facts: unknown]

export const render = renderHere(papers)
export const poppler = hasTool('pdftotext') && hasTool('pdftoppm')

/** A folder of this test file's own, gone after it. */
export function goldenFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `umbral-${name}-`))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Each looks as in `golden/approved/<name>.png`, on one page. `UPDATE_PICTURES=1` draws them anew: then look at them. */
export function looksAsApproved(folder: string, cases: readonly PaperCase[]): void {
  describe.runIf(poppler)('looks as approved, on one page', () => {
    test.each(cases)('%s', async (name, type, facts) => {
      const approved = new URL(`../golden/approved/${name}.png`, import.meta.url)
      const made = await render(type, facts, 'es')
      const drawn = pictureOf(folder, made.pdf)
      if (process.env['UPDATE_PICTURES']) writeFileSync(approved, drawn)
      expect(made.pages).toBe(1)
      expect(distance(readPng(drawn), readPng(readFileSync(approved)))).toBeLessThan(0.005)
    })
  })
}
