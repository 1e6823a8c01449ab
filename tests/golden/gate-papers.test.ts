import { expect, test } from 'vitest'
import { gateDay, groupList, protocol } from '../factories/gate-paper-facts'
import { type PaperCase, goldenFolder, looksAsApproved, poppler, render } from '../factories/approved'
import { readBack } from '../factories/graduation'

const folder = goldenFolder('gate-papers')

const cases: readonly PaperCase[] = [
  ['gate-day', 'outings.gateDay', gateDay()],
  ['group-list', 'outings.groupList', groupList()],
  ['protocol', 'outings.protocol', protocol()],
]

looksAsApproved(folder, cases)

test.runIf(poppler)('the list of a group names every child, and says who stays', async () => {
  const { text } = readBack(folder, (await render('outings.groupList', groupList(), 'es')).pdf)
  for (const each of groupList().children.slice(0, 14)) expect(text).toContain(each.child)
  expect(text).toContain('NO SALE')
})
