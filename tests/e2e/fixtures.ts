/** What every spec starts from: a host of the running project, and a center that is set up in it. */
import { cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { test as base, expect, type Page } from '@playwright/test'
import type { ChannelName, Input, Output } from '../../src/shared/contract'
import { centerFromFile } from '../../src/shared/contract/center-file'
import { newFolder, officeFolder, openHost, removeFolder, type Host, type HostName } from './hosts'
import { keptProfile } from './profiles'

export { expect }

export const PASSWORD = 'jacaranda-en-marzo'
export const DIRECTOR = 'Rosa Directora'
export const COORDINATOR = 'Clara Coordinadora'
export const GATE = 'Gina Puerta'
export const DEMO = new URL('../fixtures/demo-2026-10/', import.meta.url).pathname

/** Calls a channel from the page itself, to lay out a scene that is not what the spec is about. */
export async function must<Name extends ChannelName>(
  page: Page,
  name: Name,
  input: Input<Name>,
): Promise<Output<Name>> {
  // Taken as text and unknown: the union of all channels' inputs is more than the compiler follows.
  const answer = (await page.evaluate(
    ([channel, given]) =>
      (window as unknown as { umbral: { call(channel: string, input: unknown): Promise<unknown> } }).umbral.call(
        channel,
        given,
      ),
    [name, input] as readonly [string, unknown],
  )) as { ok: boolean; value: unknown; refusals?: unknown }
  if (!answer.ok) throw new Error(`${name} was refused: ${JSON.stringify(answer.refusals)}`)
  return answer.value as Output<Name>
}

/** Policy violations and page errors of a page, gathered from now on; each spec ends with none. */
export async function watchPage(page: Page): Promise<string[]> {
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`))
  page.on('console', (message) => {
    if (/Content Security Policy|Refused to/.test(message.text())) complaints.push(message.text())
  })
  await page.evaluate(() => {
    document.addEventListener('securitypolicyviolation', (event) =>
      console.error(`Refused to: ${event.violatedDirective} ${event.blockedURI}`),
    )
  })
  return complaints
}

/** Goes to a page of the app by its address, as a link would. */
export async function go(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = `#${to}`
  }, path)
}

export const test = base.extend<object, { scene: string; host: Host }>({
  /** Each spec names its own, and so gets an office of its own: Playwright starts a new worker for a new value. */
  scene: ['', { option: true, scope: 'worker' }],
  host: [
    async ({ scene }, use, info) => {
      const folder = newFolder()
      const name = info.project.name as HostName
      const isDemo = scene.startsWith('demo')
      const ready = keptProfile(name)
      const isCopy = isDemo && existsSync(ready)
      if (isCopy) cpSync(ready, officeFolder(folder), { recursive: true })
      const host = await openHost(name, folder)
      if (isDemo && !isCopy) {
        await layOutDemo(host.page)
        await keepForNext(host, ready)
      }
      if (isDemo) await openAsDirector(host.page)
      await use(host)
      await host.close()
      removeFolder(folder)
    },
    { scope: 'worker', timeout: 180_000 },
  ],
})

const FILES = [
  'padron.xlsx',
  'talleres.xlsx',
  'calendario.xlsx',
  'hijas-e-hijos.xlsx',
  'lista-de-espera.csv',
  'salidas-2026-10.xlsx',
  'asistencia-2026-09.xlsx',
  'asistencia-2026-10.xlsx',
]

/** A center with the demo month in it, laid out by channels; the specs of single pages begin here. */
async function layOutDemo(page: Page): Promise<void> {
  const { recipient } = await must(page, 'office.newRecovery', {})
  const text = readFileSync(`${DEMO}centro.json`, 'utf8')
  const center = centerFromFile(text)
  if (!center.ok) throw new Error('centro.json of the demo month does not fit')
  const staff = [
    { name: DIRECTOR, role: 'director', password: PASSWORD },
    { name: COORDINATOR, role: 'coordinator', password: PASSWORD },
    { name: GATE, role: 'gate', password: PASSWORD },
  ] as const
  await must(page, 'office.setUp', {
    center: { ...center.value, hqRecipients: [recipient] },
    staff: [...staff],
    recoveryRecipient: recipient,
  })
  await must(page, 'office.signIn', { name: DIRECTOR, password: PASSWORD })
  for (const fileName of FILES) {
    const input = { fileName, bytes: readFileSync(DEMO + fileName).toString('base64') }
    const { token } = await must(page, 'imports.dryRun', input)
    await must(page, 'imports.confirm', { ...input, token })
  }
}

async function openAsDirector(page: Page): Promise<void> {
  await must(page, 'office.signIn', { name: DIRECTOR, password: PASSWORD })
  await page.reload()
}

/** Laying out the month costs many times what signing in does, so the next spec on the same host gets a copy. */
async function keepForNext({ page, folder }: Host, ready: string): Promise<void> {
  await must(page, 'office.lock', {})
  const part = mkdtempSync(`${ready}-`)
  cpSync(officeFolder(folder), part, { recursive: true })
  try {
    renameSync(part, ready)
  } catch (error) {
    // The spec beside it was faster; its copy is as good.
    if (!existsSync(ready)) throw error
    rmSync(part, { recursive: true, force: true })
  }
}
