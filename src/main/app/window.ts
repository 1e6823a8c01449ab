/** The one window: sandboxed, isolated, without Node, without remote anything. */
import { BrowserWindow, type Session } from 'electron'

export const SCHEME = 'app'
export const PAGE_URL = `${SCHEME}://office/`

export function openWindow(session: Session, preload: string): BrowserWindow {
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    minWidth: 800,
    minHeight: 600,
    show: false,
    backgroundColor: '#fbf8f2',
    title: 'Umbral',
    webPreferences: {
      preload,
      session,
      // Written out although they are today's defaults: a checker and a reader can see them.
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      plugins: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: false,
    },
  })
  // SECURITY: on Windows the window is left out of screen shots and recordings.
  window.setContentProtection(true)
  // SECURITY: a page's title may name a woman; the task bar, which stays under the lock and the quick-hide, says Umbral.
  window.on('page-title-updated', (event) => event.preventDefault())
  window.once('ready-to-show', () => {
    window.maximize()
    window.show()
  })
  return window
}
