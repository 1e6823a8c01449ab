/**
 * The app's first lines. What must happen before Electron is ready stands here, and the file imports nothing but
 * Electron: a module graph that loads too slowly would lose that race.
 */
import { app, protocol } from 'electron'

// SECURITY: every page in a sandbox, whatever its window says. The installed app always; a test run as root cannot have
// Chromium's process sandbox and says so by this switch (its pages are still isolated by `sandbox: true`).
if (app.isPackaged || !app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: false } },
])
// SECURITY: a crash dump would hold the data key; nothing is written, nothing is sent.
app.commandLine.appendSwitch('disable-breakpad')
app.commandLine.appendSwitch('disable-http-cache')

if (!app.requestSingleInstanceLock()) app.quit()
else
  void app
    .whenReady()
    .then(() => import('./electron/start'))
    .then(({ start }) => start())
