import { expect, test } from './fixtures'
import { roundInTheDark } from './every-page'

test.use({ scene: 'demo-pages-dark' })

test('dark pages hold their contrast @chromium', async ({ host }) => {
  test.setTimeout(600_000)
  expect(await roundInTheDark(host)).toEqual([])
})
