import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium, type Browser, type Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openGraduation, putEnded, putGraduate, readQr, type Graduation } from '../factories/graduation'
import { hasTool } from '../factories/tools'

const browserPath = [process.env.UMBRAL_BROWSER, chromium.executablePath(), '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
  (path) => path && existsSync(path),
)
const able = Boolean(browserPath) && hasTool('zbarimg') && hasTool('pdftoppm')
if (!browserPath) console.warn('No Chromium: the test of the verifier page is skipped')

/** What the page's own script offers to its buttons; called here to try many texts quickly. */
type InPage = { verify(text: string): { verdict: string; name?: string }; sha512(bytes: Uint8Array): Uint8Array }

describe.runIf(able)('the verifier page, opened from a file in Chromium', () => {
  const folder = mkdtempSync(join(tmpdir(), 'umbral-verifier-'))
  const requests: string[] = []
  let browser: Browser
  let page: Page
  let it: Graduation
  let pdf: Buffer
  let text: string

  beforeAll(async () => {
    it = await openGraduation()
    const editionId = putEnded(it)
    const woman = putGraduate(it, editionId, { surname1: 'Ñáñez', surname2: 'Saꞌvi', givenNames: 'Xóchitl' })
    const { issued } = await it.must('certificates.issue', { editionId, personIds: [woman] })
    pdf = Buffer.from((await it.must('certificates.paper', { id: issued[0]!.id })).pdf, 'base64')
    text = readQr(folder, pdf)
    await it.must('certificates.saveVerifier', {})
    const file = join(folder, it.saved[0]!.name)
    writeFileSync(file, it.saved[0]!.bytes)
    browser = await chromium.launch({ executablePath: browserPath!, args: ['--no-sandbox', '--disable-gpu'] })
    page = await browser.newPage()
    page.on('request', (request) => requests.push(request.url()))
    await page.goto(pathToFileURL(file).href)
  })
  afterAll(async () => {
    await browser.close()
    it.close()
    rmSync(folder, { recursive: true, force: true })
  })

  test('says what is valid, from the pasted text', async () => {
    await page.fill('#text', `\n${text}  `)
    await page.click('#check')
    const answer = page.locator('#answer')
    await expect.poll(() => answer.getAttribute('data-verdict')).toBe('valid')
    const said = await answer.innerText()
    for (const fact of ['Es válida', 'Xóchitl Ñáñez Saꞌvi', 'Bordado a mano', '40', 'del 1 de septiembre de 2026 al 30 de octubre de 2026'])
      expect(said).toContain(fact)
  })

  test('reads the code out of a picture of the whole page', async () => {
    writeFileSync(join(folder, 'photo.pdf'), pdf)
    execFileSync('pdftoppm', ['-r', '200', '-png', '-singlefile', join(folder, 'photo.pdf'), join(folder, 'photo')])
    await page.reload()
    await page.setInputFiles('#picture', join(folder, 'photo.png'))
    await expect.poll(() => page.locator('#answer').getAttribute('data-verdict'), { timeout: 15_000 }).toBe('valid')
    expect(await page.inputValue('#text')).toBe(text)
  })

  test('refuses every text with one letter changed, wherever it is', async () => {
    const verdicts = await page.evaluate((whole) => {
      const { verify } = window as unknown as InPage
      return Array.from(whole, (letter, at) => {
        const other = letter === 'x' ? 'y' : letter === '1' ? '2' : /\d/.test(letter) ? '1' : 'x'
        return verify(whole.slice(0, at) + other + whole.slice(at + 1)).verdict
      })
    }, text)
    expect(verdicts.length).toBeGreaterThan(200)
    expect(verdicts.filter((verdict) => verdict === 'valid')).toEqual([])
  }, 60_000)

  test('knows what is not one of ours, what is newer, and a key it has not got', async () => {
    const verdictOf = (each: string) => page.evaluate((given) => (window as unknown as InPage).verify(given).verdict, each)
    expect(await verdictOf('https://example.org/x')).toBe('foreign')
    expect(await verdictOf(text.replace('CONSTANCIA1', 'CONSTANCIA2'))).toBe('newer')
    expect(await verdictOf(text.replace(/\|2026-[0-9a-f]{8}\|/, '|2025-00000000|'))).toBe('unknown-key')
    expect(await verdictOf(text.slice(0, -20))).toBe('altered')
  })

  test('hashes as the standard says, at every length around a block', async () => {
    const lengths = [0, 1, 3, 55, 111, 112, 113, 127, 128, 129, 239, 240, 256, 1000]
    const bytesOf = (length: number) => Array.from({ length }, (_, at) => (at * 7 + length) & 255)
    const hashes = await page.evaluate(
      // A string: `sha512` is a constant of the page's script, not a property of its window.
      `(${JSON.stringify(lengths.map(bytesOf))}).map((bytes) => Array.from(sha512(Uint8Array.from(bytes))))`,
    )
    expect(hashes).toEqual(
      lengths.map((length) => [...createHash('sha512').update(Uint8Array.from(bytesOf(length))).digest()]),
    )
  })

  test('asks for nothing but itself', () => {
    expect(requests.filter((url) => !/^(file|blob|data):/.test(url))).toEqual([])
  })
})
