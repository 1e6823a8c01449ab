import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readFacts, type CertificateFacts } from '../../src/main/features/certificates/face.rules'
import { statedFields } from '../../src/main/features/certificates/proof.rules'
import { verifyEd25519 } from '../../src/main/platform/crypto/ed25519'
import { formatLongDay } from '../../src/shared/i18n/format'
import { DEMO_MONTH } from '../factories/demo'
import { openTestOffice, type TestOffice } from '../factories/office'
import { browserPath, openCheckingPage } from '../factories/checking-page'
import { hasTool } from '../factories/tools'
import { parseProof } from '../factories/proof-text'

/** Every certificate of the demo month, in runs as they are printed, read back by stock tools. */
describe.runIf(hasTool('pdftotext') && hasTool('pdftoppm') && hasTool('zbarimg'))('the certificates of the demo month', () => {
  const folder = mkdtempSync(join(tmpdir(), 'umbral-month-'))
  let it: TestOffice
  /** In the order of their pages. */
  const facts: CertificateFacts[] = []
  const fronts: string[] = []
  const codes: string[] = []
  const pdfs: Buffer[] = []
  let saved: Buffer = Buffer.alloc(0)

  beforeAll(async () => {
    it = await openTestOffice({
      scene: DEMO_MONTH,
      desk: {
        saveFile: (name, bytes) => {
          saved = bytes
          return Promise.resolve(name)
        },
      },
    })
    const { db } = it.office.look()
    for (const { id: editionId } of (await it.must('certificates.editions', { year: 2026 })).editions) {
      if ((await it.must('certificates.held', { editionId })).certificates === 0) continue
      const run = await it.must('certificates.run', { editionId, onlyUndelivered: false })
      const rows = await db
        .selectFrom('certificate')
        .innerJoin('person', 'person.id', 'certificate.holder_id')
        .innerJoin('paper', 'paper.id', 'certificate.paper_id')
        .select(['facts_json', 'pdf'])
        .where('edition_id', '=', editionId)
        .orderBy('person.sort_key')
        .orderBy('person.file_number')
        .execute()
      facts.push(...rows.map((row) => readFacts(row.facts_json)))
      pdfs.push(...rows.map((row) => row.pdf))
      const { texts, read } = readRun(folder, Buffer.from(run.pdf, 'base64'))
      fronts.push(...texts)
      codes.push(...read)
    }
  }, 300_000)
  afterAll(async () => {
    await it.close()
    rmSync(folder, { recursive: true, force: true })
  })

  test('are as many as were earned, each with text and code of its own', () => {
    expect(facts).toHaveLength(165)
    expect(fronts).toHaveLength(165)
    expect(codes).toHaveLength(165)
    expect(new Set(codes).size).toBe(165)
  })

  test('say in print what was frozen', () => {
    for (const [at, of] of facts.entries())
      for (const fact of [of.name, of.trade, `${of.hours} horas`, formatLongDay(of.from, 'es'), formatLongDay(of.until, 'es'), of.issuer, of.place, of.folio, ...of.signatories.map((each) => each.name)])
        expect(fronts[at]).toContain(fact)
  })

  test('say the same in their codes, signed', async () => {
    const keys = await it.office.look().db.selectFrom('certificate_key').select(['id', 'public_key']).execute()
    for (const [at, of] of facts.entries()) {
      const proof = parseProof(codes[at] ?? '')
      expect(proof).toMatchObject({ kind: 'face', stated: statedFields(of) })
      const key = keys.find((each) => each.id === proof?.keyId)?.public_key ?? Buffer.alloc(32)
      expect(verifyEd25519(key, Buffer.from(proof?.signed ?? ''), Buffer.from(proof?.signature ?? '', 'base64url'))).toBe(true)
    }
  })

  test('name the place nowhere: not in text, code, metadata, bytes or folio', async () => {
    const { db } = it.office.look()
    const center = await db.selectFrom('center').select(['name', 'code']).executeTakeFirstOrThrow()
    const people = await db.selectFrom('person').select('file_number as text').execute()
    const rooms = await db.selectFrom('room').select('name as text').execute()
    const editions = await db.selectFrom('edition').select('code as text').execute()
    const telling = [center.name, 'Demostración', 'dormitorio', 'penitenc', 'reclus', 'cereso', 'PPL', 'interna', 'expediente', 'pdfmake', 'pdfkit', ...[...people, ...rooms, ...editions].map((each) => each.text)]
    const info = pdfs.map((pdf, at) => {
      writeFileSync(join(folder, 'one.pdf'), pdf)
      return at % 20 === 0 ? execFileSync('pdfinfo', [join(folder, 'one.pdf')], { encoding: 'utf8' }) : ''
    })
    // Signatures and packed bytes are as if by chance, and chance spells short words.
    const stated = codes.map((code) => code.replace(parseProof(code)?.signature ?? '', ''))
    const readable = [...fronts, ...stated, ...info].join('\n')
    const bytes = Buffer.concat(pdfs)
    const inText = readable.toLowerCase()
    const long = telling.filter((word) => word.length > 5)
    // A room may be called what a workshop is about (cocina).
    const harmless = (word: string) => facts.some(({ trade }) => trade.toLowerCase().includes(word.toLowerCase()))
    expect(telling.filter((word) => inText.includes(word.toLowerCase()) && !harmless(word))).toEqual([])
    expect(long.filter((word) => bytes.includes(word) && !harmless(word))).toEqual([])
    expect(readable).not.toMatch(new RegExp(`\\b${center.code}\\b`))
    for (const { folio } of facts) expect(folio).not.toContain(center.code)
  })

  test.runIf(Boolean(browserPath))('are all taken by the page that checks them, with the list saved with it', async () => {
    await it.must('certificates.saveVerifier', {})
    const page = await openCheckingPage(folder)
    try {
      await page.open(saved)
      const verdicts = await page.verdictsOf(codes)
      expect(verdicts.map(({ verdict, status, name }) => ({ verdict, status, name }))).toEqual(
        facts.map(({ name }) => ({ verdict: 'valid', status: 'vigente', name })),
      )
    } finally {
      await page.close()
    }
  }, 60_000)
})

/** Text of every front, and what zbarimg reads in the lower right corner of each. */
function readRun(folder: string, pdf: Buffer): { texts: readonly string[]; read: readonly string[] } {
  const file = join(folder, 'run.pdf')
  writeFileSync(file, pdf)
  const pages = execFileSync('pdftotext', ['-enc', 'UTF-8', file, '-'], { encoding: 'utf8', maxBuffer: 1e8 }).split('\f')
  const texts = pages.slice(0, -1).filter((_, at) => at % 2 === 0)
  const corner = ['-x', '1150', '-y', '750', '-W', '500', '-H', '450']
  execFileSync('pdftoppm', ['-r', '150', '-o', ...corner, '-gray', '-png', file, join(folder, 'corner')])
  const drawn = readdirSync(folder).filter((name) => name.startsWith('corner')).sort()
  const read = drawn.map((name) => {
    const out = execFileSync('zbarimg', ['--quiet', '--raw', '-Sbinary', '-Sdisable', '-Sqr.enable', join(folder, name)], { stdio: ['ignore', 'pipe', 'ignore'] })
    rmSync(join(folder, name))
    return out.toString('utf8').replace(/\n$/, '').normalize('NFC')
  })
  return { texts: texts.map((text) => text.normalize('NFC').replace(/\s+/g, ' ')), read }
}
