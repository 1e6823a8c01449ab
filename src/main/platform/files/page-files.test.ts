import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pageFile } from './page-files'

const folder = mkdtempSync(join(tmpdir(), 'umbral-pages-'))
const root = join(folder, 'renderer')

beforeAll(() => {
  for (const name of [root, join(folder, 'renderer-beside')]) mkdirSync(name)
  writeFileSync(join(root, 'index.html'), '<head><meta content="__NONCE__"></head>')
  writeFileSync(join(root, 'app.js'), 'ours')
  writeFileSync(join(folder, 'secret.js'), 'secret')
  writeFileSync(join(folder, 'renderer-beside', 'x.js'), 'secret')
})
afterAll(() => rmSync(folder, { recursive: true }))

test.each([
  '/../secret.js',
  '/%2e%2e/secret.js',
  '/..%2fsecret.js',
  '/..%5csecret.js',
  '/../renderer-beside/x.js',
  '/C:/secret.js',
  '/app.js:stream',
  '/app.js%00',
  '/%',
  `/${'a'.repeat(2000)}.js`,
  '//secret.js',
])('%s leads nowhere', (path) => {
  const found = pageFile(root, path)
  expect(found.status).toBe(404)
  expect(found.body.toString()).not.toContain('secret')
})

test('a file of the page is served with its policy, and each load has a nonce of its own', () => {
  expect(pageFile(root, '/app.js').body.toString()).toBe('ours')
  const [first, second] = [pageFile(root, '/'), pageFile(root, '/')]
  const nonce = /content="([^"]+)"/.exec(first.body.toString())?.[1] ?? ''
  expect(first.headers['content-security-policy']).toContain(`'nonce-${nonce}'`)
  expect(first.headers['content-security-policy']).not.toMatch(/unsafe-(inline|eval)/)
  expect(second.body.toString()).not.toContain(nonce)
})
