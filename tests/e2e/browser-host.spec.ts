import { expect, must, test } from './fixtures'

test.use({ scene: 'browser-host' })

test('the token opens once, and nothing is served without the cookie it gave', async ({ host }) => {
  const address = new URL(host.page.url()).origin
  const plain = (path: string, init?: RequestInit) => fetch(`${address}${path}`, init).then((answer) => answer.status)
  expect(await plain('/')).toBe(403)
  expect(await plain('/enter?token=guess')).toBe(403)
  expect(await plain('/call', { method: 'POST', body: '{"channel":"office.status","input":{}}' })).toBe(403)
  expect((await must(host.page, 'office.status', {})).host).toBe('browser')
})

test('another origin is refused although it holds the cookie', async ({ host }) => {
  const address = new URL(host.page.url()).origin
  const [cookie] = await host.page.context().cookies()
  const headers = { cookie: `${cookie!.name}=${cookie!.value}`, 'content-type': 'application/json' }
  const body = '{"channel":"office.status","input":{}}'
  const call = (more: Record<string, string>) =>
    fetch(`${address}/call`, { method: 'POST', headers: { ...headers, ...more }, body }).then((answer) => answer.status)
  expect(await call({})).toBe(200)
  expect(await call({ origin: 'http://evil.example' })).toBe(403)
  expect(await call({ 'sec-fetch-site': 'cross-site' })).toBe(403)
})
