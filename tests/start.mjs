/** `npm start`: opens the app; where Electron's binary is missing, says so and opens the same office in the browser host. */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
const root = new URL('..', import.meta.url).pathname

/**
 * Path of Electron's binary, or undefined. Newer `electron` packages fetch it on first use and print a stack where they
 * cannot; so they are asked in a process of their own, quietly.
 */
function electronBinary() {
  const asked = spawnSync(process.execPath, ['-p', "require('electron')"], { cwd: root, encoding: 'utf8' })
  const path = asked.stdout?.trim().split('\n').at(-1) ?? ''
  return asked.status === 0 && existsSync(path) ? path : undefined
}

const electron = electronBinary()
const build = spawnSync(
  process.execPath,
  [
    require.resolve('electron-vite/package.json').replace('package.json', 'bin/electron-vite.js'),
    'build',
    '--mode',
    electron ? 'production' : 'development',
    '--logLevel',
    'error',
  ],
  { cwd: root, stdio: 'inherit' },
)
if (build.status !== 0) process.exit(build.status ?? 1)

if (electron) {
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  spawn(electron, ['.', ...asRoot], { cwd: root, stdio: 'inherit' }).on('exit', (code) => process.exit(code ?? 0))
} else {
  console.log('Electron’s binary is not on this machine, so the app itself cannot open.')
  console.log('The same office opens in the browser host instead (for development only). Open this address once:')
  spawn(process.execPath, ['out/main/browser.js'], { cwd: root, stdio: 'inherit' }).on('exit', (code) =>
    process.exit(code ?? 0),
  )
}
