/** The app once Electron is ready: one window, everything outside denied (design §8). */
import { join } from 'node:path'
import { app, dialog, ipcMain, Menu, session, type BrowserWindow, type IpcMainInvokeEvent } from 'electron'
import { writeFileSync } from 'node:fs'
import { createOffice } from '../../app/office'
import { denyEverything } from '../../app/lockdown'
import { openWindow, PAGE_URL, SCHEME } from '../../app/window'
import { openRenderer } from '../../platform/documents/render-in-worker'
import { pageFile } from '../../platform/files/page-files'
import { openLog } from '../../platform/log'
import { systemClock } from '../../platform/clock'

// The built entry lies in `out/main`, this chunk may lie one folder deeper; both are found from the app's own path.
const built = join(app.getAppPath(), 'out')
const pages = join(built, 'renderer')

export async function start(): Promise<void> {
  Menu.setApplicationMenu(null)
  const quiet = session.fromPartition('umbral', { cache: false })
  denyEverything(app, quiet)
  quiet.protocol.handle(SCHEME, (request) => {
    const url = new URL(request.url)
    const file = pageFile(pages, url.host === 'office' ? url.pathname : '/..')
    return new Response(new Uint8Array(file.body), { status: file.status, headers: file.headers })
  })

  const folder = join(app.getPath('userData'), 'office')
  const log = openLog(join(folder, 'umbral.log'), systemClock.now)
  // SECURITY: Electron's own box would show the message of an uncaught error, and that may quote what somebody typed.
  process.on('uncaughtException', (error) => log.failure('uncaught', error))
  process.on('unhandledRejection', (error) => log.failure('unhandled', error))
  const renderer = openRenderer(join(built, 'main/papers-worker.js'))
  const window = openWindow(quiet, join(built, 'preload/index.cjs'))
  const office = createOffice({
    folder,
    host: 'electron',
    clock: systemClock,
    log,
    render: renderer.render,
    desk: deskOf(window),
    appVersion: app.getVersion(),
  })
  const client = office.connect((event) => {
    if (!window.isDestroyed()) window.webContents.send('umbral:event', event)
  })
  ipcMain.handle('umbral:call', (event, channel: unknown, input: unknown) =>
    office.call(isOurs(event, window) ? client : null, channel, input),
  )
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore()
    window.focus()
  })
  app.on('window-all-closed', () => void office.close().finally(() => app.quit()))
  await window.loadURL(PAGE_URL)
  // While she types her password: then the first paper is there within a second.
  void renderer.warm()
}

/** SECURITY: only the top frame of our one window, showing our own page, may call (docs/hardening.md §1.1, item 17). */
function isOurs(event: IpcMainInvokeEvent, window: BrowserWindow): boolean {
  const frame = event.senderFrame
  if (!frame || window.isDestroyed() || frame !== window.webContents.mainFrame) return false
  const url = new URL(frame.url)
  return url.protocol === `${SCHEME}:` && url.host === 'office'
}

function deskOf(window: BrowserWindow): Parameters<typeof createOffice>[0]['desk'] {
  return {
    async chooseFolder() {
      const chosen = await dialog.showOpenDialog(window, { properties: ['openDirectory'] })
      return chosen.canceled ? null : (chosen.filePaths[0] ?? null)
    },
    async saveFile(suggestedName, bytes, stopped) {
      const chosen = await dialog.showSaveDialog(window, { defaultPath: suggestedName })
      if (chosen.canceled || !chosen.filePath || stopped()) return null
      writeFileSync(chosen.filePath, bytes)
      return chosen.filePath
    },
  }
}
