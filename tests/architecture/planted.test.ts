import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { ESLint } from 'eslint'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

/** A tree of this very layout with one bad import planted per rule; each must be refused by its own rule. */
const PLANTED: readonly (readonly [rule: string, file: string, line: string])[] = [
  ['shared-is-alone', 'src/shared/kernel/bad.ts', `import '../../main/platform/clock'`],
  ['preload-imports-contract-types-only', 'src/preload/bad.ts', `import '../shared/kernel/ids'`],
  ['page-never-reaches-main', 'src/renderer/ui/bad.ts', `import '../../main/platform/clock'`],
  ['page-has-no-node', 'src/renderer/ui/bad-node.ts', `import 'node:fs'`],
  ['renderer-slices-are-apart', 'src/renderer/features/people/bad.ts', `import '../outings/page'`],
  ['renderer-slices-do-not-know-the-shell', 'src/renderer/features/people/bad-app.ts', `import '../../app/router'`],
  ['renderer-kit-knows-no-slice', 'src/renderer/ui/bad-kit.ts', `import '../features/outings/page'`],
  ['platform-knows-no-slice', 'src/main/platform/bad.ts', `import '../features/outings'`],
  ['slices-do-not-know-app-or-hosts', 'src/main/features/people/bad-app.service.ts', `import '../../app/office'`],
  ['main-slices-meet-at-the-door', 'src/main/features/people/bad.service.ts', `import '../outings/outings.repo'`],
  ['app-enters-by-the-door', 'src/main/app/bad.ts', `import '../features/outings/outings.repo'`],
  ['rules-are-pure', 'src/main/features/people/bad.rules.ts', `import '../../platform/clock'`],
  ['papers-are-pure', 'src/main/features/people/bad.pdf.ts', `import './people.repo'`],
  ['repos-know-only-the-database', 'src/main/features/people/bad.repo.ts', `import './people.rules'`],
  ['services-hold-no-database', 'src/main/features/people/kysely.service.ts', `import 'kysely'`],
  ['handlers-only-hand-over', 'src/main/features/people/bad.handlers.ts', `import './people.repo'`],
  ['migrations-are-frozen', 'migrations/20990101_0000_bad.ts', `import '../src/shared/kernel/text'`],
  ['nothing-imports-tests', 'src/shared/kernel/bad-tests.ts', `import '../../../tests/factories/office'`],
  ['no-rings', 'src/shared/kernel/ring-a.ts', `import './ring-b'`],
]
const SOUND: readonly (readonly [file: string, line: string])[] = [
  ['src/shared/kernel/text.ts', `export const text = 1`],
  ['src/shared/kernel/ids.ts', `import './text'`],
  ['src/shared/kernel/ring-b.ts', `import './ring-a'`],
  ['src/main/platform/clock.ts', `import '../../shared/kernel/text'`],
  ['src/main/app/office.ts', `import '../features/outings'`],
  ['src/main/features/outings/index.ts', `import './outings.service'`],
  ['src/main/features/outings/outings.service.ts', `import './outings.repo'`],
  ['src/main/features/outings/outings.repo.ts', `import '../../../shared/kernel/text'`],
  ['src/main/features/people/people.repo.ts', `import '../../../shared/kernel/text'`],
  ['src/main/features/people/people.rules.ts', `import '../../../shared/kernel/text'`],
  ['src/renderer/features/outings/page.ts', `import '../../../shared/kernel/text'`],
  ['src/renderer/app/router.ts', `import '../features/outings/page'`],
  ['tests/factories/office.ts', `export const x = 1`],
]

const root = new URL('../..', import.meta.url).pathname
const tree = mkdtempSync(join(tmpdir(), 'umbral-rooms-'))
let found: { rule: { name: string }; from: string }[] = []

beforeAll(() => {
  for (const [file, line] of [...PLANTED.map(([, file, line]) => [file, line] as const), ...SOUND]) {
    mkdirSync(dirname(join(tree, file)), { recursive: true })
    writeFileSync(join(tree, file), `${line}\nexport {}\n`)
  }
  mkdirSync(join(tree, 'tests/architecture'), { recursive: true })
  cpSync(join(root, 'tests/architecture/rooms.cjs'), join(tree, 'tests/architecture/rooms.cjs'))
  writeFileSync(join(tree, 'package.json'), '{"type":"module"}')
  writeFileSync(join(tree, 'tests/tsconfig.json'), readFileSync(join(root, 'tests/tsconfig.json')))
  symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'))
  let report: string
  try {
    report = execFileSync(
      process.execPath,
      [
        join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs'),
        'src',
        'migrations',
        '--config',
        'tests/architecture/rooms.cjs',
        '-T',
        'json',
      ],
      { cwd: tree, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
    )
  } catch (error) {
    report = (error as { stdout: string }).stdout
  }
  found = (JSON.parse(report) as { summary: { violations: typeof found } }).summary.violations
}, 300_000)
afterAll(() => rmSync(tree, { recursive: true }))

describe('a planted bad import is refused', () => {
  test.each(PLANTED)('%s: %s', (rule, file) => {
    expect(found.filter((each) => each.from === file).map((each) => each.rule.name)).toContain(rule)
  })
  test('and the sound imports beside it are not', () => {
    const sound = new Set(SOUND.map(([file]) => file))
    expect(found.filter((each) => sound.has(each.from) && each.rule.name !== 'no-rings')).toEqual([])
  })
})

describe('lint refuses what a graph cannot see', () => {
  const eslint = new ESLint({ cwd: root, overrideConfigFile: join(root, 'eslint.config.js') })
  const messages = async (filePath: string, code: string): Promise<string[]> => {
    const [result] = await eslint.lintText(code, { filePath: join(root, filePath) })
    return (result?.messages ?? []).map((each) => each.ruleId ?? each.message)
  }
  test.each([
    ['a clock in a rule', 'export const now = Date.now()'],
    ['a bare date in a rule', 'export const now = new Date()'],
    ['chance in a rule', 'export const dice = Math.random()'],
    ['a promise in a rule', 'export const wait = async () => 1'],
    ['a throw in a rule', `export const no = () => { throw new Error('no') }`],
  ])('%s', async (_what, code) => {
    expect(await messages('src/main/features/office/office.rules.ts', code)).toContain('no-restricted-syntax')
  })
  test('the raw channel in a service', async () => {
    const code = `import { ipcMain } from 'electron'\nipcMain.removeAllListeners()`
    expect(await messages('src/main/features/office/office.service.ts', code)).toContain('no-restricted-imports')
  })
})
