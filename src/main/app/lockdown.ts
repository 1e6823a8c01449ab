/** Denies everything outside: network, permissions, navigation, windows, downloads, webviews, devices (design §8). */
import type { App, Session } from 'electron'
import { SCHEME } from './window'

export function denyEverything(app: App, session: Session): void {
  // SECURITY: nothing leaves this PC. Only our own scheme, and data/blob that the page makes itself, may be loaded.
  session.webRequest.onBeforeRequest((details, answer) => {
    const { protocol } = new URL(details.url)
    answer({ cancel: ![`${SCHEME}:`, 'data:', 'blob:'].includes(protocol) })
  })
  void session.setProxy({
    mode: 'fixed_servers',
    proxyRules: 'http=127.0.0.1:9;https=127.0.0.1:9',
    proxyBypassRules: '<-loopback>',
  })
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}))
  session.on('will-download', (event) => event.preventDefault())
  session.setSpellCheckerEnabled(false)

  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
    contents.on('will-navigate', (event) => event.preventDefault())
    contents.on('will-frame-navigate', (event) => event.preventDefault())
    contents.on('will-redirect', (event) => event.preventDefault())
    contents.on('will-attach-webview', (event) => event.preventDefault())
  })
}
