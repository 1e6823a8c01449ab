import { expect, go, must, test, watchPage } from './fixtures'
import { roundIn } from './every-page'
import { t } from './words'

test.use({ scene: 'demo-pages-es' })

test('every page in es: nothing serious for axe, no sideways scrolling, no missing word', async ({ host }) => {
  test.setTimeout(600_000)
  const complaints = await watchPage(host.page)
  expect(await roundIn(host, 'es')).toEqual([])
  expect(complaints).toEqual([])
})

test('a role sees only what is hers: the gate has one page', async ({ host: { page } }) => {
  await must(page, 'office.lock', {})
  await must(page, 'office.signIn', { name: 'Gina Puerta', password: 'jacaranda-en-marzo' })
  await page.reload()
  await go(page, '/')
  await expect(page.getByRole('heading', { level: 1, name: t('outings.gate.nav') })).toBeVisible()
  expect(await page.getByRole('navigation').getByRole('link').count()).toBeLessThanOrEqual(1)
  await go(page, '/people')
  await expect(page.getByRole('heading', { level: 1, name: t('people.nav') })).toHaveCount(0)
  const child = await page.evaluate(() =>
    (window as unknown as { umbral: { call(name: string, input: unknown): Promise<unknown> } }).umbral.call(
      'children.list',
      {},
    ),
  )
  expect(child).toEqual({ ok: false, refusals: [{ code: 'not-allowed' }] })
})
