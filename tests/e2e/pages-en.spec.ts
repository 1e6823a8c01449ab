import { expect, test, watchPage } from './fixtures'
import { roundIn } from './every-page'

test.use({ scene: 'demo-pages-en' })

test('every page in en: nothing serious for axe, no sideways scrolling, no missing word', async ({ host }) => {
  test.setTimeout(600_000)
  const complaints = await watchPage(host.page)
  expect(await roundIn(host, 'en')).toEqual([])
  expect(complaints).toEqual([])
})
