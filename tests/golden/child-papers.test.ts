import { describe, expect, test } from 'vitest'
import { firstTimes, openNeeds } from '../factories/child-care-facts'
import { roomSheet, vaccinesDue } from '../factories/child-paper-facts'
import { type PaperCase, goldenFolder, looksAsApproved, poppler, render } from '../factories/approved'
import { readBack } from '../factories/graduation'

const folder = goldenFolder('child-papers')

const cases: readonly PaperCase[] = [
  ['vaccines-due', 'children.vaccines-due', vaccinesDue()],
  ['room-sheet', 'children.room-sheet', roomSheet()],
  ['open-needs', 'children.needs', openNeeds()],
  ['first-times', 'children.firsts', firstTimes()],
]

looksAsApproved(folder, cases)

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
