/** What every spec starts from: a host of the running project, and a center that is set up in it. */
import { readFileSync } from 'node:fs'
import { test as base, expect, type Page } from '@playwright/test'
import type { ChannelName, Input, Output } from '../../src/shared/contract'
import { centerFromFile } from '../../src/shared/contract/center-file'
import { newFolder, openHost, removeFolder, type Host, type HostName } from './hosts'

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
      const host = await openHost(info.project.name as HostName, folder)
      if (scene.startsWith('demo')) await layOutDemo(host.page)
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
  await page.reload()
}
