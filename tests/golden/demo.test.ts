import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

/** `npm run demo`, as a newcomer runs it: built, headless, on the project's own copy of the demo month. */
const root = new URL('../..', import.meta.url).pathname
const input = join(root, 'tests/fixtures/demo-2026-10')
const work = mkdtempSync(join(tmpdir(), 'umbral-demo-'))
const out = join(work, 'made')
let run: { status: number | null; stdout: string; stderr: string }

beforeAll(() => {
  const build = ['build', '--mode', 'development', '--outDir', join(work, 'out'), '--logLevel', 'error']
  execFileSync(process.execPath, [join(root, 'node_modules/electron-vite/bin/electron-vite.js'), ...build], { cwd: root, stdio: 'pipe' })
  symlinkSync(join(root, 'node_modules'), join(work, 'node_modules'))
  const args = [join(work, 'out/main/headless.js'), 'demo', '--input', input, '--out', out]
  run = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' })
}, 240_000)
afterAll(() => rmSync(work, { recursive: true, force: true }))

const json = (path: string): Record<string, unknown> => JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>

/** Lists of records stand in no order that means anything; lists of days, codes and names are compared as they stand. */
function settled(value: unknown): unknown {
  if (Array.isArray(value)) {
    const items: unknown[] = value.map(settled)
    return items.every((item) => typeof item === 'object')
      ? items.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
      : items
  }
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, each]) => [key, settled(each)]))
}

test('ends well and says what it made', () => {
  expect(run.stderr).toBe('')
  expect(run.status).toBe(0)
  expect(run.stdout).toContain('165 certificates')
  expect(run.stdout).toMatch(/total +\d+\.\d+ s/)
  expect(run.stdout).toMatch(/peak memory +\d+ MiB/)
})

const expected = json(join(input, 'expected.json'))
test.each(Object.keys(expected))('finds what must come out: %s', (key) => {
  expect(settled(json(join(out, 'report.json'))[key])).toEqual(settled(expected[key]))
})

test('a month that cannot be read ends with code 1 and a sentence, not a stack', () => {
  const empty = join(work, 'empty')
  mkdirSync(empty)
  const failed = spawnSync(process.execPath, [join(work, 'out/main/headless.js'), 'demo', '--input', empty, '--out', join(work, 'x')], { encoding: 'utf8' })
  expect(failed.status).toBe(1)
  expect(failed.stderr).toContain('centro.json')
  expect(failed.stderr).not.toMatch(/\n\s+at /)
})

const has = (tool: string, flag = '--version'): boolean => !spawnSync(tool, [flag]).error
const tools = { pdftotext: has('pdftotext', '-v'), age: has('age'), minisign: has('minisign', '-v'), tar: has('tar'), sha256sum: has('sha256sum') }
for (const [tool, found] of Object.entries(tools)) if (!found) console.warn(`${tool} is not on this machine: what needs it is skipped here`)
const papers = (prefix: RegExp): string[] => readdirSync(join(out, 'papers')).filter((name) => prefix.test(name))

describe.skipIf(!tools.pdftotext && !process.env['CI'])('the papers, read back by another tool', () => {
  const textOf = (name: string): string => execFileSync('pdftotext', ['-layout', join(out, 'papers', name), '-'], { encoding: 'utf8' })
  const metaOf = (name: string): string => execFileSync('pdfinfo', [join(out, 'papers', name)], { encoding: 'utf8' })

  test('no certificate tells where it was earned', () => {
    const certificates = papers(/^\d{4}-/)
    expect(certificates.length).toBe(165)
    for (const name of certificates) {
      const all = `${name}\n${textOf(name)}\n${metaOf(name)}`
      expect(all).not.toMatch(/DEM\b|DEM-|Centro de Demostración|penitenciari|reinserci|reclus|intern[ao]|PPL|dormitorio|estancia|expediente/i)
    }
  })

  test('every sheet is letter paper', () => {
    for (const name of readdirSync(join(out, 'papers')).filter((each) => each.endsWith('.pdf')))
      expect([name, /Page size: +(612 x 792|792 x 612)/.test(metaOf(name))]).toEqual([name, true])
  })
})

describe.skipIf(!(tools.age && tools.minisign && tools.tar && tools.sha256sum) && !process.env['CI'])('the bundle, by stock tools alone', () => {
  const shell = (command: string) => spawnSync('bash', ['-c', `set -euo pipefail; ${command}`], { cwd: work, encoding: 'utf8' })

  test('opens by the recipe of the README', () => {
    const opened = shell(`mkdir month; age -d -i made/headquarters/hq.key -o bundle.tgz made/usb/*.age; tar -xzf bundle.tgz -C month
      cd month; minisign -V -p ../made/headquarters/center.pub -m SHA256SUMS; sha256sum -c --quiet SHA256SUMS`)
    expect(opened.stderr).toBe('')
    expect(opened.status).toBe(0)
    expect(opened.stdout).toMatch(/DEM 2026-?10 .*0*1/)
  })

  test('holds no name, CURP, phone or file number of the month', () => {
    const held = shell('cat month/datapackage.json month/manifest.json month/data/*').stdout
    const sheet = shell(`for f in padron hijas-e-hijos; do unzip -p ${input}/$f.xlsx xl/worksheets/*.xml; done`).stdout
    const words = new Set([...sheet.matchAll(/<t[^>]*>([^<]{4,})<\/t>/g)].map((match) => match[1] ?? ''))
    const secrets = [...words].filter((word) => /^(DEM-|[A-Z]{4}\d{6}|55\d{8}|INE )/.test(word) || /^\p{Lu}\p{Ll}+( de)? \p{Lu}\p{Ll}+/u.test(word))
    expect(secrets.length).toBeGreaterThan(400)
    expect(secrets.filter((secret) => held.includes(secret))).toEqual([])
  })
})
