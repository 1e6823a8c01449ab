import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const root = new URL('../..', import.meta.url).pathname
const read = (path: string): string => readFileSync(root + path, 'utf8')
const files = (pattern: string): string[] => globSync(pattern, { cwd: root }).sort()

/** Each table is created by one migration file whose name ends in its owner. */
const owners = new Map(
  files('migrations/*.ts').flatMap((file) => {
    const owner = /_([a-z]+)\.ts$/.exec(file)?.[1] ?? ''
    return [...read(file).matchAll(/CREATE TABLE (\w+)/g)].map((match) => [match[1] ?? '', owner] as const)
  }),
)

const writes = /\.(?:insertInto|updateTable|deleteFrom|replaceInto|mergeInto)\(\s*'(\w+)'/g

test('each table is written by the slice that owns it, and by no other', () => {
  const strays = files('src/main/**/*.ts').flatMap((file) => {
    if (file.endsWith('.test.ts')) return []
    const slice = /features\/([a-z]+)\//.exec(file)?.[1] ?? 'platform'
    return [...read(file).matchAll(writes)]
      .map((match) => match[1] ?? '')
      .filter((table) => table !== 'schema_migration' && owners.get(table) !== slice)
      .map((table) => `${file} writes ${table} of ${owners.get(table) ?? 'nobody'}`)
  })
  expect(owners.size).toBeGreaterThan(20)
  expect(strays).toEqual([])
})

test('SQL stands in repos only', () => {
  const strays = files('src/main/features/**/*.ts').filter(
    (file) =>
      !/\.(repo|test)\.ts$/.test(file) &&
      /from 'kysely'|\.(selectFrom|insertInto|updateTable|deleteFrom)\(/.test(read(file)),
  )
  expect(strays).toEqual([])
})

test('every migration has a spec', () => {
  const specs = files('tests/migrations/*.test.ts')
    .map((file) => read(file))
    .join('\n')
  const without = files('migrations/*.ts')
    .map((file) => file.slice('migrations/'.length, -'.ts'.length))
    .filter((name) => !specs.includes(`'${name}'`))
  expect(without).toEqual([])
})

test('migrations are named by a UTC stamp and their slice, and the stamps do not repeat', () => {
  const names = files('migrations/*.ts').map((file) => file.slice('migrations/'.length))
  for (const name of names) expect(name).toMatch(/^\d{8}_\d{4}_[a-z]+\.ts$/)
  expect(new Set(names.map((name) => name.slice(0, 13))).size).toBe(names.length)
})

test('no file of the app is longer than 300 lines, no test longer than 400', () => {
  const long = files('{src,tests,migrations,.ci}/**/*.{ts,tsx,mjs,cjs}')
    .filter((file) => !file.endsWith('schema.generated.ts'))
    .map((file) => [file, read(file).trimEnd().split('\n').length] as const)
  const isTest = (file: string): boolean => /^tests\/|\.test\.tsx?$/.test(file)
  expect(long.length).toBeGreaterThan(400)
  expect(long.filter(([file, lines]) => lines > (isTest(file) ? 400 : 300))).toEqual([])
})
