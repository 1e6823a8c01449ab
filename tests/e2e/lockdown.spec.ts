import { readdirSync, readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { DIRECTOR, expect, must, PASSWORD, test } from './fixtures'

test.describe.configure({ mode: 'serial' })
test.use({ scene: 'lockdown' })

/** Every file under a folder that holds a text, in UTF-8 or UTF-16. */
function filesHolding(folder: string, needle: string): string[] {
  const forms = [Buffer.from(needle, 'utf8'), Buffer.from(needle, 'utf16le')]
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => {
    if (name.startsWith('electron/')) return false
    const path = join(folder, name)
    const found = statSync(path, { throwIfNoEntry: false })
    if (!found?.isFile()) return false
    const bytes = readFileSync(path)
    return forms.some((form) => bytes.includes(form))
  })
}

test('the page is sandboxed and isolated and has no Node', async ({ host }) => {
  const preferences = await host.app!.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]!.webContents as unknown as {
      getLastWebPreferences(): Record<string, unknown>
    }
    return contents.getLastWebPreferences()
  })
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
  })
  const seen = await host.page.evaluate(() => ({
    require: typeof (globalThis as { require?: unknown }).require,
    process: typeof (globalThis as { process?: unknown }).process,
    Buffer: typeof (globalThis as { Buffer?: unknown }).Buffer,
  }))
  expect(seen).toEqual({ require: 'undefined', process: 'undefined', Buffer: 'undefined' })
})

test('the page is offered call and on, and nothing else', async ({ host }) => {
  const offered = await host.page.evaluate(() => {
    const umbral = (window as unknown as { umbral: Record<string, unknown> }).umbral
    return Object.keys(umbral).sort()
  })
  expect(offered).toEqual(['call', 'on'])
})

test('no request of the page reaches the network', async ({ host }) => {
  let reached = 0
  const server = createServer((_request, response) => {
    reached += 1
    response.writeHead(200, { 'access-control-allow-origin': '*' }).end('here')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  const outcomes = await host.page.evaluate(async (target) => {
    const attempt = (work: () => Promise<unknown>) =>
      work().then(
        () => 'reached',
        () => 'refused',
      )
    const element = (tag: 'img' | 'script' | 'link' | 'iframe', set: (made: HTMLElement) => void) =>
      attempt(
        () =>
          new Promise((resolve, reject) => {
            const made = document.createElement(tag)
            made.onload = resolve
            made.onerror = reject
            set(made)
            document.body.append(made)
            setTimeout(() => reject(new Error('late')), 1500)
          }),
      )
    return {
      fetch: await attempt(() => fetch(target)),
      socket: await attempt(
        () =>
          new Promise((resolve, reject) => {
            const socket = new WebSocket(target.replace('http', 'ws'))
            socket.onopen = resolve
            socket.onerror = reject
          }),
      ),
      image: await element('img', (made) => ((made as HTMLImageElement).src = target)),
      script: await element('script', (made) => ((made as HTMLScriptElement).src = target)),
      prefetch: await element('link', (made) => Object.assign(made, { rel: 'prefetch', href: target })),
    }
  }, url)
  server.close()
  expect(new Set(Object.values(outcomes))).toEqual(new Set(['refused']))
  expect(reached).toBe(0)
})

test('no other process of the app reaches the network either', async ({ host }) => {
  const outcome = await host.app!.evaluate(async ({ session }) => {
    try {
      await session.fromPartition('umbral').fetch('http://127.0.0.1:9/')
      return 'reached'
    } catch {
      return 'refused'
    }
  })
  expect(outcome).toBe('refused')
})

test('no permission is granted', async ({ host }) => {
  const states = await host.page.evaluate(async () => {
    const names = [
      'geolocation',
      'notifications',
      'camera',
      'microphone',
      'clipboard-read',
      'midi',
      'persistent-storage',
    ]
    return Promise.all(
      names.map((name) =>
        navigator.permissions.query({ name: name as PermissionName }).then(
          (found) => found.state,
          () => 'denied',
        ),
      ),
    )
  })
  expect(new Set(states)).toEqual(new Set(['denied']))
})

test('no window opens and the page does not leave', async ({ host }) => {
  const before = host.page.url()
  const opened = await host.page.evaluate(() => {
    const link = Object.assign(document.createElement('a'), {
      href: 'https://example.org/',
      target: '_blank',
      textContent: 'x',
    })
    document.body.append(link)
    link.click()
    const made = window.open('https://example.org/')
    setTimeout(() => (location.href = 'https://example.org/'), 0)
    return made === null
  })
  expect(opened).toBe(true)
  await host.page.waitForTimeout(300)
  expect(await host.app!.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  expect(host.page.url()).toBe(before)
})

test('a second window, could one be made, is a foreign sender', async ({ host }) => {
  const answer = await host.app!.evaluate(async ({ app, BrowserWindow, session }) => {
    const preload = `${app.getAppPath()}/out/preload/index.cjs`
    const second = new BrowserWindow({
      show: false,
      webPreferences: { preload, session: session.fromPartition('umbral'), sandbox: true },
    })
    await second.loadURL('app://office/')
    const said = (await second.webContents.executeJavaScript(`window.umbral.call('office.status', {})`)) as unknown
    second.destroy()
    return said
  })
  expect(answer).toEqual({ ok: false, refusals: [{ code: 'foreign-sender' }] })
})

test('no path leads out of the page’s own folder', async ({ host }) => {
  const statuses = await host.page.evaluate(async () => {
    const paths = [
      '/../main/electron.js',
      '/%2e%2e/main/electron.js',
      '/..%2fmain/electron.js',
      '/..%5cmain%5celectron.js',
      '/C:/x.js',
      '/a%00.js',
      '//etc/passwd.js',
      '/x.js:stream',
      `/${'a'.repeat(3000)}.js`,
    ]
    return Promise.all(
      paths.map((path) =>
        fetch(`app://office${path}`).then(
          (found) => found.status,
          () => 404,
        ),
      ),
    )
  })
  expect(new Set(statuses)).toEqual(new Set([404]))
})

test('a name typed in is in no file of the profile and none of the temporary folder', async ({ host }) => {
  const marker = 'Marcadora Xicoténcatl'
  const { recipient } = await must(host.page, 'office.newRecovery', {})
  await must(host.page, 'office.setUp', {
    center: {
      code: 'E2E',
      name: marker,
      municipality: 'M',
      state: 'S',
      issuer: 'I',
      issuerContact: '',
      timezone: 'America/Mexico_City',
      paper: 'letter',
      dormitoryWord: 'dormitorio',
      ageLimitMonths: 36,
      idleMinutes: 5,
      lateGraceMinutes: 15,
      signatories: [],
      outingAuthorisations: ['madre'],
      hqRecipients: [],
    },
    staff: [
      { name: DIRECTOR, role: 'director', password: PASSWORD },
      { name: marker, role: 'reader', password: PASSWORD },
    ],
    recoveryRecipient: recipient,
  })
  await host.page.reload()
  await host.page
    .getByLabel(/Nombre|Name/)
    .first()
    .fill(DIRECTOR)
  await host.page
    .getByLabel(/Contraseña|Password/)
    .first()
    .fill(PASSWORD)
  await host.page.keyboard.press('Enter')
  await expect.poll(async () => (await must(host.page, 'office.status', {})).state).toBe('open')
  await must(host.page, 'office.saveDraft', { form: 'x', content: marker })
  await host.page.evaluate((text) => {
    try {
      localStorage.setItem('x', text)
    } catch {
      // A page without storage is the best case.
    }
  }, marker)
  await host.page.waitForTimeout(500)
  expect(filesHolding(host.folder, marker)).toEqual([])
  await must(host.page, 'office.lock', {})
  expect(filesHolding(host.folder, marker)).toEqual([])
  expect(filesHolding(host.folder, PASSWORD)).toEqual([])
})
