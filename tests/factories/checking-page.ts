/** The page that checks certificates, opened from a file in a Chromium without network; and what its camera sees. */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium, type Browser, type Page } from '@playwright/test'
import { readPng } from './pictures'

export const browserPath = [
  process.env.UMBRAL_BROWSER,
  chromium.executablePath(),
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
].find((path) => path && existsSync(path))

/** What the page's own script offers to its buttons; called to try many texts quickly. */
export interface Verdict {
  readonly verdict: string
  readonly status?: string
  readonly name?: string
}
type InPage = { verify(text: string): Verdict; show(verdict: Verdict): void }

export interface CheckingPage {
  readonly page: Page
  /** Every address that the page asked for. */
  readonly requests: readonly string[]
  open(html: string | Buffer): Promise<void>
  verdictsOf(texts: readonly string[]): Promise<readonly Verdict[]>
  close(): Promise<void>
}

/** `camera`: a Y4M file that the browser takes for its camera. */
export async function openCheckingPage(folder: string, camera?: string): Promise<CheckingPage> {
  const seen = camera
    ? [
        '--use-fake-ui-for-media-stream',
        '--use-fake-device-for-media-stream',
        `--use-file-for-fake-video-capture=${camera}`,
      ]
    : []
  const browser: Browser = await chromium.launch({
    executablePath: browserPath ?? '',
    args: ['--no-sandbox', '--disable-gpu', '--host-resolver-rules=MAP * ~NOTFOUND', ...seen],
  })
  const context = await browser.newContext({ locale: 'es-MX', offline: true })
  const page = await context.newPage()
  const requests: string[] = []
  page.on('request', (request) => requests.push(request.url()))
  return {
    page,
    requests,
    async open(html) {
      const file = join(folder, 'comprobar.html')
      writeFileSync(file, html)
      await page.goto(pathToFileURL(file).href)
    },
    verdictsOf: (texts) =>
      page.evaluate((given) => given.map((text) => (window as unknown as InPage).verify(text)), [...texts]),
    close: () => browser.close(),
  }
}

/** A page of a PDF as a picture file. */
export function drawnTo(folder: string, pdf: Buffer, dpi: number): string {
  writeFileSync(join(folder, 'photo.pdf'), pdf)
  execFileSync('pdftoppm', [
    '-r',
    String(dpi),
    '-gray',
    '-png',
    '-singlefile',
    join(folder, 'photo.pdf'),
    join(folder, 'photo'),
  ])
  return join(folder, 'photo.png')
}

/** A drawn page as a photo shows it that was taken on a grey table and turned by so many degrees: a JPEG. */
export async function turned(page: Page, drawn: string, degrees: number): Promise<Buffer> {
  const png = readFileSync(drawn).toString('base64')
  const jpeg = await page.evaluate(
    async ([bytes, angle]) => {
      const image = new Image()
      image.src = `data:image/png;base64,${bytes}`
      await image.decode()
      const canvas = document.createElement('canvas')
      canvas.width = canvas.height = Math.ceil(Math.hypot(image.width, image.height))
      const pen = canvas.getContext('2d')
      if (!pen) return ''
      pen.fillStyle = '#999'
      pen.fillRect(0, 0, canvas.width, canvas.height)
      pen.translate(canvas.width / 2, canvas.height / 2)
      pen.rotate((angle * Math.PI) / 180)
      pen.drawImage(image, -image.width / 2, -image.height / 2)
      return canvas.toDataURL('image/jpeg', 0.8).split(',')[1] ?? ''
    },
    [png, degrees] as const,
  )
  return Buffer.from(jpeg, 'base64')
}

/** The lower right of a drawn page, where the code is, as a film of a second for the browser's fake camera. */
export function filmOf(folder: string, drawn: string): string {
  const { width, height, grey } = readPng(readFileSync(drawn))
  const [w, h] = [640, 480]
  const [left, top] = [width - w, height - h]
  const frame = Buffer.alloc(w * h)
  for (let y = 0; y < h; y++)
    for (let x = 0; x < w; x++)
      frame[y * w + x] = 16 + Math.round(((grey[(top + y) * width + left + x] ?? 255) * 219) / 255)
  const colour = Buffer.alloc((w * h) / 2, 128)
  const frames = Array.from({ length: 10 }, () => [Buffer.from('FRAME\n'), frame, colour]).flat()
  const file = join(folder, 'camera.y4m')
  writeFileSync(file, Buffer.concat([Buffer.from(`YUV4MPEG2 W${w} H${h} F10:1 Ip A1:1 C420jpeg\n`), ...frames]))
  return file
}
