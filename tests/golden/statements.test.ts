import { describe, expect, test } from 'vitest'
import { papers } from '../../src/main/app/papers'
import { tellingWords } from '../../src/main/features/certificates/telling.rules'
import { type PaperCase, goldenFolder, looksAsApproved, poppler, render } from '../factories/approved'
import { readBack } from '../factories/graduation'
import { objectsIn } from '../factories/sample-facts'
import { activityStatement, correctedHours, dc3Data, handover, hoursStatement, portfolio } from '../factories/statement-facts'

const folder = goldenFolder('statements')

const cases: readonly PaperCase[] = [
  ['hours', 'certificates.hours', hoursStatement()],
  ['hours-corrected', 'certificates.hours', correctedHours()],
  ['activities', 'certificates.activities', activityStatement()],
  ['dc3', 'certificates.dc3', dc3Data()],
  ['folder', 'people.folder', portfolio()],
  ['handover', 'people.handover', handover()],
]

looksAsApproved(folder, cases)

/** The papers that leave with her; a court's statement and the receipt stay with the authority and the office. */
const OUTWARD = ['certificates.hours', 'certificates.dc3', 'people.folder']

test('what leaves with her has no field for the center, her file, her dormitory or her status', () => {
  for (const type of OUTWARD) {
    const paper = papers.find((each) => each.type === type)
    const own = objectsIn(paper!.facts).filter(({ path }) => !path.startsWith('.sheet'))
    const keys = own.flatMap((each) => each.keys)
    expect(keys.length).toBeGreaterThan(5)
    expect(keys.filter((key) => /center|fileNumber|dorm|bed|status|stay|release|crime/i.test(key))).toEqual([])
  }
})

describe.runIf(poppler)('read back with a second tool', () => {
  const said = async (type: string, facts: unknown) => readBack(folder, (await render(type, facts, 'es')).pdf)

  test.each(cases.filter(([, type]) => OUTWARD.includes(type)))('%s names no place, no printer and no program', async (_name, type, facts) => {
    const { text, info } = await said(type, facts)
    const center = { name: 'Centro de Demostración', code: 'DEM', place: 'Tlalmanalco, Estado de México', issuer: 'La Jacaranda, A.C.' }
    expect(tellingWords([...text.split('\n'), ...info.split('\n')], center)).toEqual([])
    expect(text + info).not.toMatch(/Demostración|Clara Coordinadora|Umbral|pdfmake|DEM-24/)
    expect(info).toMatch(/Producer:\s+La Jacaranda, A\.C\./)
  })

  test('a statement that corrects another says which, and what it said', async () => {
    const text = (await said('certificates.hours', correctedHours())).text.replace(/\s+/g, ' ')
    expect(text).toContain('decía 31:30 h, 15/17; es 33:30 h, 16/17')
    expect(text).toContain('Corrige a la constancia HC-2026-00009')
  })

  test('the data sheet never calls itself a DC-3', async () => {
    const { text } = await said('certificates.dc3', dc3Data())
    expect(text).toContain('Esta hoja no es la constancia DC-3 ni la sustituye.')
    expect(text).not.toMatch(/validez oficial/i)
  })

  test('the receipt has a line and a box for a thumb', async () => {
    const { text } = await said('people.handover', handover())
    expect(text).toMatch(/HUELLA/)
    expect(text).toMatch(/RECIBE/)
  })
})
