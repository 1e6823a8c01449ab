/** Starts the same office in either host, in a throw-away profile, and gives its one page. */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { _electron, chromium, type Browser, type ElectronApplication, type Page } from '@playwright/test'
import { findBrowser } from './find-browser'

export type HostName = 'chromium' | 'electron'

export interface Host {
  readonly name: HostName
  readonly page: Page
  /** Everything the app writes lies under here: profile, temporary files, the "stick". */
  readonly folder: string
  readonly usb: string
  /** Only in Electron. */
  readonly app?: ElectronApplication
  close(): Promise<void>
  /** Closes the app and opens it again on the same profile. */
  reopen(): Promise<Host>
}

const root = new URL('../..', import.meta.url).pathname
const asRoot = process.getuid?.() === 0

/** Where either host keeps its office. */
export const officeFolder = (folder: string): string => join(folder, 'profile/office')

export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'umbral-e2e-'))

export const openHost = (name: HostName, folder = newFolder()): Promise<Host> =>
  name === 'electron' ? openElectron(folder) : openBrowser(folder)

/**
 * An Electron that holds the app as an installed one does, in `resources/app`: started as `electron .` its own default app
 * loads ours too late to register the scheme. Hard links, so that it costs no space; nothing of it is kept.
 */
function dressedElectron(folder: string): string {
  const executable = createRequire(import.meta.url)('electron') as unknown as string
  if (!existsSync(executable)) throw new Error('This run needs Electron’s binary; see README, "The two hosts".')
  const dressed = join(folder, 'electron')
  if (existsSync(dressed)) return join(dressed, basename(executable))
  try {
    execFileSync('cp', ['-al', dirname(executable), dressed], { stdio: 'ignore' })
  } catch {
    cpSync(dirname(executable), dressed, { recursive: true })
  }
  const inside = join(dressed, 'resources/app')
  rmSync(inside, { recursive: true, force: true })
  mkdirSync(inside)
  cpSync(join(root, 'package.json'), join(inside, 'package.json'))
  for (const name of ['out', 'node_modules']) symlinkSync(join(root, name), join(inside, name))
  return join(dressed, basename(executable))
}

async function openElectron(folder: string): Promise<Host> {
  const temp = mkdtempSync(join(folder, 'tmp-'))
  const app = await _electron.launch({
    executablePath: dressedElectron(folder),
    args: [...(asRoot ? ['--no-sandbox'] : []), '--disable-gpu', `--user-data-dir=${join(folder, 'profile')}`],
    env: { ...(process.env as Record<string, string>), TMPDIR: temp },
  })
  const page = await app.firstWindow()
  await page.setViewportSize({ width: 1366, height: 768 }).catch(() => undefined)
  const usb = mkdtempSync(join(folder, 'usb-'))
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] })
    dialog.showSaveDialog = (...given: unknown[]) => {
      const options = given.at(-1) as { defaultPath?: string }
      return Promise.resolve({ canceled: false, filePath: `${chosen}/${options.defaultPath ?? 'file'}` })
    }
  }, usb)
  return {
    name: 'electron',
    page,
    folder,
    usb,
    app,
    close: () => app.close(),
    reopen: async () => {
      await app.close()
      return openElectron(folder)
    },
  }
}

async function openBrowser(folder: string): Promise<Host> {
  const usb = join(folder, 'usb')
  const args = [join(root, 'out/main/browser.js'), '--profile', join(folder, 'profile'), '--usb', usb, '--quick-unlock']
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] })
  const address = await addressOf(child)
  const browser: Browser = await chromium.launch({
    executablePath: findBrowser(),
    args: [
      ...(asRoot ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
    ],
  })
  const page = await (await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'es-MX' })).newPage()
  await page.goto(address)
  const close = async (): Promise<void> => {
    await browser.close()
    const gone = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGTERM')
    await gone
  }
  return {
    name: 'chromium',
    page,
    folder,
    usb,
    close,
    reopen: async () => {
      await close()
      return openBrowser(folder)
    },
  }
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let heard = ''
    child.stdout?.on('data', (piece: Buffer) => {
      heard += piece.toString()
      const found = /http:\/\/\S+/.exec(heard)
      if (found) resolve(found[0])
    })
    child.once('exit', (code) => reject(new Error(`The browser host ended with ${code}`)))
  })
}

export const removeFolder = (folder: string): void => rmSync(folder, { recursive: true, force: true })
