/** What every spec starts from: a host of the running project, and a center that is set up in it. */
import { test as base, expect, type Page } from '@playwright/test'
import type { ChannelName, Input, Output } from '../../src/shared/contract'
import { newFolder, openHost, removeFolder, type Host, type HostName } from './hosts'

export { expect }

export const PASSWORD = 'jacaranda-en-marzo'
export const DIRECTOR = 'Rosa Directora'
export const COORDINATOR = 'Clara Coordinadora'
export const DEMO = new URL('../fixtures/demo-2026-10/', import.meta.url).pathname

/** Calls a channel from the page itself, to lay out a scene that is not what the spec is about. */
export async function must<Name extends ChannelName>(
  page: Page,
  name: Name,
  input: Input<Name>,
): Promise<Output<Name>> {
  const answer = (await page.evaluate(
    ([channel, given]) =>
      (window as unknown as { umbral: { call(channel: string, input: unknown): Promise<unknown> } }).umbral.call(
        channel,
        given,
      ),
    [name, input] as const,
  )) as { ok: boolean; value: Output<Name>; refusals?: unknown }
  if (!answer.ok) throw new Error(`${name} was refused: ${JSON.stringify(answer.refusals)}`)
  return answer.value
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

export const test = base.extend<object, { host: Host }>({
  host: [
    // eslint-disable-next-line no-empty-pattern
    async ({}, use, info) => {
      const folder = newFolder()
      const host = await openHost(info.project.name as HostName, folder)
      await use(host)
      await host.close()
      removeFolder(folder)
    },
    { scope: 'worker', timeout: 120_000 },
  ],
})
