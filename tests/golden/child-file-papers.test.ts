import { describe, expect, test } from 'vitest'
import {
  blankHandover,
  emergencySheet,
  emptyEmergencySheet,
  handover,
  separationPlan,
} from '../factories/child-file-papers'
import { type PaperCase, goldenFolder, looksAsApproved, poppler, render } from '../factories/approved'
import { readBack } from '../factories/graduation'

const folder = goldenFolder('child-file')

const cases: readonly PaperCase[] = [
  ['emergency-sheet', 'children.emergencySheet', emergencySheet()],
  ['emergency-sheet-empty', 'children.emergencySheet', emptyEmergencySheet()],
  ['separation-plan', 'children.plan', separationPlan()],
  ['child-handover', 'children.handover', handover()],
  ['child-handover-blank', 'children.handover', blankHandover()],
]

looksAsApproved(folder, cases)

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
