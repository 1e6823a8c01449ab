/** Serves the page's own files, with its policy, to the app's scheme and to the browser host alike. */
import { randomBytes } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { extname, resolve, sep } from 'node:path'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.bcmap': 'application/octet-stream',
  '.json': 'application/json',
}

export interface PageFile {
  readonly status: 200 | 404
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
}

/** The policy of the page: its own files only. Mantine's style tags carry the nonce of this very load. */
export const policy = (nonce: string): string =>
  [
    `default-src 'none'`,
    `script-src 'self'`,
    `style-src 'self' 'nonce-${nonce}'`,
    `font-src 'self'`,
    `img-src 'self' data: blob:`,
    `worker-src 'self'`,
    `connect-src 'self'`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `frame-ancestors 'none'`,
  ].join('; ')

/**
 * The file behind a URL path. SECURITY: the path is decoded once, resolved and must lie inside the page's own folder;
 * drive letters, alternate streams, NUL and back-slashes are refused before that (docs/hardening.md §1.1, item 18).
 */
export function pageFile(folder: string, urlPath: string, addToHead = ''): PageFile {
  const file = resolveInside(folder, urlPath)
  const found = file && statSync(file, { throwIfNoEntry: false })?.isFile()
  if (!file || !found) return { status: 404, headers: { 'content-type': 'text/plain' }, body: Buffer.from('Not found') }
  const nonce = randomBytes(16).toString('base64')
  const raw = readFileSync(file)
  const isPage = extname(file) === '.html'
  const body = isPage
    ? Buffer.from(raw.toString('utf8').replaceAll('__NONCE__', nonce).replace('<head>', `<head>${addToHead}`))
    : raw
  return {
    status: 200,
    headers: {
      'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
      'content-security-policy': policy(nonce),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cache-control': 'no-store',
    },
    body,
  }
}

function resolveInside(folder: string, urlPath: string): string | undefined {
  let path: string
  try {
    path = decodeURIComponent(urlPath)
  } catch {
    return undefined
  }
  if (path.length > 1024 || /[\0\\:]/.test(path) || path.split('/').includes('..')) return undefined
  const root = resolve(folder)
  const file = resolve(root, `.${path.startsWith('/') ? path : `/${path}`}`)
  if (!file.startsWith(root + sep) && file !== root) return undefined
  // Any address without a file ending is a page of the app itself.
  return extname(file) === '' ? resolve(root, 'index.html') : file
}
