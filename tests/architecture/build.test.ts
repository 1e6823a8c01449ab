import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const root = new URL('../..', import.meta.url).pathname
const out = mkdtempSync(join(tmpdir(), 'umbral-build-'))
let files: { name: string; text: string }[]

beforeAll(() => {
  execFileSync(
    process.execPath,
    [join(root, 'node_modules/electron-vite/bin/electron-vite.js'), 'build', '--outDir', out, '--logLevel', 'error'],
    {
      cwd: root,
      stdio: 'pipe',
    },
  )
  files = readdirSync(out, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(js|cjs|html)$/.test(name))
    .map((name) => ({ name, text: readFileSync(join(out, name), 'utf8') }))
}, 120_000)
afterAll(() => rmSync(out, { recursive: true, force: true }))

const holding = (pattern: RegExp, folder = ''): string[] =>
  files.filter((file) => file.name.startsWith(folder) && pattern.test(file.text)).map((file) => file.name)

describe('a build of the app', () => {
  test('holds the app, its worker, its preload and its page', () => {
    const names = files.map((file) => file.name)
    expect(names).toEqual(
      expect.arrayContaining(['main/electron.js', 'main/papers-worker.js', 'preload/index.cjs', 'renderer/index.html']),
    )
  })
  test('holds neither the browser host nor its bridge nor the headless host', () => {
    expect(files.map((file) => file.name).filter((name) => /browser|bridge|headless/.test(name))).toEqual([])
    expect(holding(/node:http['"]|createServer|EventSource|\/enter\?token/, 'main')).toEqual([])
    expect(holding(/runDemo|demo-out/)).toEqual([])
  })
  test('holds no test and no tool of development', () => {
    expect(holding(/vitest|@playwright|fast-check/)).toEqual([])
  })
  test('has a preload that needs nothing but electron', () => {
    const preload = files.find((file) => file.name === 'preload/index.cjs')?.text ?? ''
    expect([...preload.matchAll(/require\(["']([^"']+)["']\)/g)].map((match) => match[1])).toEqual(['electron'])
  })
  test('has a page without inline script', () => {
    const page = files.find((file) => file.name === 'renderer/index.html')?.text ?? ''
    expect([...page.matchAll(/<script(?![^>]*\bsrc=)[^>]*>/g)]).toEqual([])
    expect(page).not.toMatch(/\son\w+=/)
  })
})
