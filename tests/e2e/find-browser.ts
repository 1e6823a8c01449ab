/** Finds a Chromium to test in: Playwright's own, the system's, or, as root on Debian, installs the distribution's. */
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from '@playwright/test'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'msedge']

function inPath(): string | undefined {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter))
    for (const name of NAMES) if (existsSync(join(folder, name))) return join(folder, name)
  return undefined
}

const attempt = (command: string, args: readonly string[]): boolean => {
  try {
    execFileSync(command, args, { stdio: 'ignore', timeout: 600_000 })
    return true
  } catch {
    return false
  }
}

/** The path of a browser; installs one if there is none. Throws a sentence that says what to do. */
export function findBrowser(): string {
  const found =
    process.env['UMBRAL_BROWSER'] ?? (existsSync(chromium.executablePath()) ? chromium.executablePath() : inPath())
  if (found) return found
  console.log('No Chromium found: installing one for the tests.')
  if (attempt('npx', ['playwright', 'install', 'chromium']) && existsSync(chromium.executablePath()))
    return chromium.executablePath()
  if (process.getuid?.() === 0 && attempt('apt-get', ['update', '-qq']))
    attempt('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'])
  const installed = inPath()
  if (installed) return installed
  throw new Error(
    'No Chromium could be found or installed. Install one and put it in PATH, or name it in UMBRAL_BROWSER.',
  )
}
