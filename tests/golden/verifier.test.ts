import { createHash } from 'node:crypto'
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { folioText } from '../../src/main/features/certificates/certificates.rules'
import { listBlock, listText, type ListedFolio } from '../../src/main/features/certificates/folio-list.rules'
import { verifierPage } from '../../src/main/features/certificates/verifier-page'
import { folioMark } from '../../src/main/features/certificates/verifier.service'
import { publicKeyOf, signEd25519 } from '../../src/main/platform/crypto/ed25519'
import { certificate, fullestCertificate, MODULES, TEST_KEY } from '../factories/certificate-facts'
import { browserPath, drawnTo, filmOf, openCheckingPage, turned, type CheckingPage } from '../factories/checking-page'
import { graduate, openGraduation, putEnded, putGraduate, readQr, type Graduation } from '../factories/graduation'
import { hasTool } from '../factories/tools'

const able = Boolean(browserPath) && hasTool('zbarimg') && hasTool('pdftoppm')
if (!browserPath) console.warn('No Chromium: the test of the page that checks certificates is skipped')

const folder = mkdtempSync(join(tmpdir(), 'umbral-verifier-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const KEYS = [{ id: '2026-a1b2c3d4', key: TEST_KEY.toString('base64url') }]
/** A list signed with the key that only tests have, or with another. */
function listOf(day: string, folios: readonly Partial<ListedFolio & { folio: string }>[], seed = Buffer.alloc(32, 7)): string {
  const rows = folios.map(({ folio = '', fate = 'vigente', since = null, validUntil = null }) => ({
    mark: folioMark(folio),
    fate,
    since,
    validUntil,
  }))
  const text = listText({ day, keys: ['2026-a1b2c3d4'], signingKey: '2026-a1b2c3d4' }, rows)
  return listBlock(text, signEd25519(seed, Buffer.from(text, 'utf8')).toString('base64url'))
}

describe.runIf(able)('the page that checks certificates, opened from a file without network', () => {
  let it: CheckingPage
  let office: Graduation
  let saved: Buffer
  let pdf: Buffer
  let text: string
  let other: string
  const verdictOf = async (each: string) => (await it.verdictsOf([each]))[0]
  const said = () => it.page.locator('#answer').innerText()

  beforeAll(async () => {
    office = await openGraduation()
    const editionId = putEnded(office)
    const women = [
      putGraduate(office, editionId, { surname1: 'Ñáñez', surname2: 'Saꞌvi', givenNames: 'Xóchitl' }),
      putGraduate(office, editionId, { surname1: 'Ruiz', givenNames: 'Ana' }),
    ]
    const { issued } = await graduate(office, editionId, women)
    const paperOf = async (at: number) =>
      Buffer.from((await office.must('certificates.paper', { id: issued[at]!.id })).pdf, 'base64')
    pdf = await paperOf(0)
    text = readQr(folder, pdf)
    other = readQr(folder, await paperOf(1))
    await office.must('certificates.saveVerifier', {})
    saved = office.saved[0]!.bytes
    it = await openCheckingPage(folder)
    await it.open(saved)
  })
  afterAll(async () => {
    await it.close()
    office.close()
  })

  test('says what is valid, large and plain, from the pasted text', async () => {
    await it.page.fill('#text', `\n${text}  `)
    await it.page.click('#check')
    await expect.poll(() => it.page.locator('#answer').getAttribute('data-status')).toBe('vigente')
    for (const fact of ['Es válida', 'Bordado a mano, 40 horas', 'del 1 de septiembre de 2026 al 30 de octubre de 2026', 'Lic. Paula Arriaga, Coordinación de programas'])
      expect(await said()).toContain(fact)
    expect(await it.page.locator('#answer .name').innerText()).toBe('Xóchitl Ñáñez Saꞌvi')
  })

  test('reads the code out of a picture of the whole page', async () => {
    const photo = drawnTo(folder, pdf, 200)
    await it.page.reload()
    await it.page.setInputFiles('#picture', photo)
    await expect.poll(() => it.page.locator('#answer').getAttribute('data-verdict'), { timeout: 15_000 }).toBe('valid')
    expect(await it.page.inputValue('#text')).toBe(text)
  })

  test.each([['upside down', 180], ['askew', 33]])('reads it from a photo of the whole paper held %s', async (_how, degrees) => {
    const photo = join(folder, 'turned.jpg')
    writeFileSync(photo, await turned(it.page, drawnTo(folder, pdf, 300), degrees))
    await it.page.reload()
    await it.page.setInputFiles('#picture', photo)
    expect(await said()).toMatch(/Buscando|válida/)
    await expect.poll(() => it.page.locator('#answer').getAttribute('data-verdict'), { timeout: 40_000 }).toBe('valid')
  }, 60_000)

  test('a second picture chosen meanwhile is the one that is answered', async () => {
    const nothing = drawnTo(folder, pdf, 20)
    const good = join(folder, 'good.png')
    renameSync(nothing, join(folder, 'nothing.png'))
    renameSync(drawnTo(folder, pdf, 200), good)
    await it.page.reload()
    await it.page.setInputFiles('#picture', join(folder, 'nothing.png'))
    await it.page.setInputFiles('#picture', good)
    await expect.poll(() => it.page.locator('#answer').getAttribute('data-verdict'), { timeout: 40_000 }).toBe('valid')
  }, 60_000)

  test('refuses a thousand altered ones: every field, every letter, every byte of the signature, keys and signatures swapped', async () => {
    const fields = text.split('|')
    const others = other.split('|')
    const signature = Buffer.from(fields.at(-1) ?? '', 'base64url')
    const withField = (at: number, value: string) => fields.map((field, index) => (index === at ? value : field)).join('|')
    const altered = [
      ...fields.flatMap((field, at) => [withField(at, `${field}x`), withField(at, ''), withField(at, field === others[at] ? `${field} ` + 'y' : (others[at] ?? ''))]),
      ...fields.slice(1, -1).map((_, at) => [...fields.slice(0, at + 1), fields[at + 2], fields[at + 1], ...fields.slice(at + 3)].join('|')),
      ...Array.from(signature, (_, at) => [1, 16, 128].map((bit) => signature.map((byte, index) => (index === at ? byte ^ bit : byte)))).flat().map((bytes) => withField(fields.length - 1, Buffer.from(bytes).toString('base64url'))),
      ...Array.from(text, (letter, at) => text.slice(0, at) + (letter === 'x' ? 'y' : letter === '1' ? '2' : /\d/.test(letter) ? '1' : 'x') + text.slice(at + 1)),
      ...Array.from(text, (_, at) => text.slice(0, at) + text.slice(at + 1)),
      ...Array.from(text, (letter, at) => text.slice(0, at) + letter + text.slice(at)),
      `${[...fields.slice(0, -1)].join('|')}|${others.at(-1) ?? ''}`,
      `${[...others.slice(0, -1)].join('|')}|${fields.at(-1) ?? ''}`,
      text.replace('CONSTANCIA2', 'CONSTANCIA1'),
      text.replace('CONSTANCIA2', 'TEMARIO1'),
      ...['=', '==', '\u0000', 'A'].map((end) => text + end),
    ].filter((each) => each.normalize('NFC').trim() !== text)
    expect(new Set(altered).size).toBeGreaterThan(1000)
    const verdicts = await it.verdictsOf([...new Set(altered)])
    expect([...new Set(altered)].filter((_, at) => verdicts[at]?.verdict === 'valid')).toEqual([])
    expect((await verdictOf(text))?.verdict).toBe('valid')
    expect((await verdictOf(other))?.verdict).toBe('valid')
  }, 120_000)

  test('knows what is not one of ours, what is newer, and a key it has not got', async () => {
    expect(await verdictOf('https://example.org/x')).toMatchObject({ verdict: 'foreign' })
    expect(await verdictOf(text.replace('CONSTANCIA2', 'CONSTANCIA3'))).toMatchObject({ verdict: 'newer' })
    expect(await verdictOf(text.replace(/\|2026-[0-9a-f]{8}\|/, '|2025-00000000|'))).toMatchObject({ verdict: 'unknown-key' })
    expect(await verdictOf(text.slice(0, -20))).toMatchObject({ verdict: 'altered' })
  })

  test('the list saved with it knows a certificate that was revoked, by its text and by its folio alone', async () => {
    const [woman] = (await office.must('certificates.find', { text: 'Ruiz' })).rows
    office.room.role = 'director'
    await office.must('certificates.revoke', { id: woman!.id, version: woman!.version, cause: 'false-data', note: 'No fue ella' })
    office.room.role = 'coordinator'
    await office.must('certificates.saveVerifier', {})
    await it.open(office.saved.at(-1)!.bytes)
    expect(await verdictOf(other)).toMatchObject({ verdict: 'valid', status: 'revocada' })
    expect(await verdictOf(text)).toMatchObject({ verdict: 'valid', status: 'vigente' })
    expect(await verdictOf(woman!.folio.toLowerCase().replaceAll('-', ' '))).toMatchObject({ verdict: 'folio', status: 'revocada' })
    await it.page.fill('#text', other)
    await it.page.click('#check')
    expect(await said()).toContain('Ya no vale: fue revocada')
  })

  test('hashes as the standard says, at every length around a block', async () => {
    const lengths = [0, 1, 3, 55, 111, 112, 113, 127, 128, 129, 239, 240, 256, 1000]
    const bytesOf = (length: number) => Array.from({ length }, (_, at) => (at * 7 + length) & 255)
    const hashes = await it.page.evaluate(
      // A string: `sha512` is a constant of the page's script, not a property of its window.
      `(${JSON.stringify(lengths.map(bytesOf))}).map((bytes) => Array.from(sha512(Uint8Array.from(bytes))))`,
    )
    expect(hashes).toEqual(
      lengths.map((length) => [...createHash('sha512').update(Uint8Array.from(bytesOf(length))).digest()]),
    )
  })

  describe('with a list of folios', () => {
    const { proof, folio } = certificate()
    const openWith = (list: string) => it.open(verifierPage(KEYS, list))

    test.each([
      ['vigente', 'vigente', null],
      ['sustituida', 'sustituida', '2026-11-02'],
      ['revocada', 'revocada', '2026-11-02'],
      ['anulada', 'anulada', '2026-11-02'],
    ] as const)('%s', async (status, fate, since) => {
      await openWith(listOf('2026-11-05', [{ folio: 'X' }, { folio, fate, since }]))
      expect(await verdictOf(proof)).toMatchObject({ verdict: 'valid', status })
      expect(await verdictOf(folio)).toMatchObject({ verdict: 'folio', status })
    })

    test('one that has expired is genuine, but no longer holds', async () => {
      const old = certificate({ validUntil: '2026-11-01' })
      await openWith(listOf('2026-11-05', [{ folio, validUntil: '2026-11-01' }]))
      expect(await verdictOf(old.proof)).toMatchObject({ verdict: 'valid', status: 'vencida' })
      expect(await verdictOf(folio)).toMatchObject({ verdict: 'folio', status: 'vencida' })
      const { backProof } = certificate({ validUntil: '2026-11-01', modules: MODULES })
      expect(await verdictOf(backProof ?? '')).toMatchObject({ kind: 'back', status: 'vencida' })
    })

    test('one that is not on it is told from one that is newer than it, and a slip of the pen from both', async () => {
      await openWith(listOf('2026-11-05', []))
      expect(await verdictOf(proof)).toMatchObject({ status: 'unlisted' })
      expect(await verdictOf(folio)).toMatchObject({ verdict: 'folio', status: 'unlisted' })
      expect(await verdictOf(folio.replace('7K3M', '7K3N'))).toMatchObject({ verdict: 'slip' })
      await openWith(listOf('2026-10-30', []))
      expect(await verdictOf(proof)).toMatchObject({ status: 'too-new' })
      await openWith('')
      expect(await verdictOf(proof)).toMatchObject({ verdict: 'valid', status: 'no-list' })
      expect(await verdictOf(folio)).toMatchObject({ verdict: 'folio', status: 'no-list' })
    })

    test('several put one behind the other are all used, the newest word on a folio counts, and it says how old they are', async () => {
      await openWith('')
      const both = listOf('2026-11-01', [{ folio }]) + listOf('2026-11-06', [{ folio, fate: 'revocada', since: '2026-11-04' }])
      writeFileSync(join(folder, 'lista.txt'), both)
      await it.page.fill('#text', proof)
      await it.page.click('#check')
      await it.page.setInputFiles('#list', join(folder, 'lista.txt'))
      await expect.poll(() => it.page.locator('#answer').getAttribute('data-status')).toBe('revocada')
      expect(await it.page.locator('#fresh').innerText()).toMatch(/del 1 de noviembre de 2026 \(.+\), del 6 de noviembre de 2026/)
      await openWith(listOf('2020-01-01', [{ folio }]))
      expect(await it.page.locator('#fresh').innerText()).toContain('Es antigua: pida una más reciente')
    })

    test('what has ended never holds again, whatever other lists of the day or of another center say', async () => {
      const ended = listOf('2026-11-05', [{ folio, fate: 'revocada', since: '2026-11-05' }])
      const standing = [listOf('2026-11-05', [{ folio }]), listOf('2026-11-06', [{ folio }]), listOf('2026-11-06', [])]
      for (const list of standing.flatMap((each) => [ended + each, each + ended, `${each}\ufeff${ended}`])) {
        await openWith(list)
        expect(await verdictOf(proof)).toMatchObject({ status: 'revocada' })
        expect(await verdictOf(folio)).toMatchObject({ status: 'revocada' })
      }
    })

    test('a folio is taken however it is typed, and a slip is still told', async () => {
      const round = folioText(2026, '0K3MQ9T0BF1W')
      await openWith(listOf('2026-11-05', [{ folio: round }]))
      const ways = [round.replaceAll('0', 'O'), round.replace('1', 'l'), round.replace('1', 'I').toLowerCase(), `Folio: ${round}.`]
      for (const way of [...ways, ...[' ', '', '‑', '−', '_', '\u00a0'].map((dash) => round.replaceAll('-', dash))])
        expect(await verdictOf(way), way).toMatchObject({ verdict: 'folio', status: 'vigente', folio: round })
      expect(await verdictOf(round.replace('K3M', 'KM3'))).toMatchObject({ verdict: 'slip' })
    })

    test('one altered anywhere, cut short or signed by somebody else is not used', async () => {
      const good = listOf('2026-11-05', [{ folio }, { folio: 'X' }])
      const bad = [
        good.replace('2026-11-05', '2026-11-06'),
        good.replace('2026-11-05', '2026-13-45'),
        good.replace('vigente', 'revocada'),
        good.split('\n').toSpliced(1, 1).join('\n'),
        good.replace('FIRMA|', 'FIRMA|A'),
        good.slice(0, good.indexOf('FIRMA')),
        listOf('2026-11-05', [{ folio }], Buffer.alloc(32, 8)),
        listOf('2026-11-05', [{ folio }]).replaceAll('2026-a1b2c3d4', '2025-a1b2c3d4'),
      ]
      for (const each of bad) {
        await openWith(each)
        expect(await verdictOf(proof)).toMatchObject({ status: 'no-list' })
        expect(await it.page.locator('#fresh').innerText()).toContain('no se us')
      }
      await openWith(good)
      expect(await verdictOf(proof)).toMatchObject({ status: 'vigente' })
    })
  })

  test('says what the back states, and whose front to look at', async () => {
    const facts = certificate({ modules: MODULES })
    await it.open(verifierPage(KEYS, ''))
    await it.page.fill('#text', facts.backProof ?? '')
    await it.page.click('#check')
    for (const fact of [facts.folio, 'Temario, 51 horas en total', 'Color e hilos, 5 h 30 min']) expect(await said()).toContain(fact)
    const changed = (facts.backProof ?? '').replace('5 h 30 min', '9 h 30 min')
    expect(await verdictOf(changed)).toMatchObject({ verdict: 'altered' })
  })

  test('tells everything that a certificate with registration, validity and duplicate states', async () => {
    const facts = fullestCertificate({ duplicate: { number: 2, madeOn: '2027-03-02' } })
    await it.open(verifierPage(KEYS, ''))
    await it.page.fill('#text', facts.proof)
    await it.page.click('#check')
    for (const fact of ['31 de octubre de 2028', 'ICATMEX/CAP/2026-00481, EC0217.01', facts.replaces ?? '', 'número 2, del 2 de marzo de 2027', facts.contact])
      expect(await said()).toContain(fact)
  })

  test('each certificate is checked under the key of its year, whatever the year of the page', async () => {
    const years = [2026, 2027, 2028, 2029].map((year) => ({ year, seed: Buffer.alloc(32, year % 256) }))
    const keys = years.map(({ year, seed }) => ({ id: `${year}-00000000`, key: publicKeyOf(seed).toString('base64url') }))
    const texts = years.map(({ year, seed }) => {
      const signed = certificate({ issuedOn: `${year}-10-31` }).proof.split('|').slice(0, -2).concat(`${year}-00000000`).join('|')
      return `${signed}|${signEd25519(seed, Buffer.from(signed, 'utf8')).toString('base64url')}`
    })
    await it.open(verifierPage(keys, ''))
    expect((await it.verdictsOf(texts)).map((each) => each.verdict)).toEqual(['valid', 'valid', 'valid', 'valid'])
    const swapped = texts.map((each, at) => each.replace(/\|20\d\d-00000000\|/, `|${years[(at + 1) % 4]!.year}-00000000|`))
    expect((await it.verdictsOf(swapped)).map((each) => each.verdict)).toEqual(['altered', 'altered', 'altered', 'altered'])
    await it.open(verifierPage(keys.slice(0, 2), ''))
    expect((await it.verdictsOf(texts)).map((each) => each.verdict)).toEqual(['valid', 'valid', 'unknown-key', 'unknown-key'])
  })

  test('still takes what was printed before the texts had version 2', async () => {
    const signed = 'CONSTANCIA1|2026-7K3M-Q9TX-BF2W-C|Ana Ruiz|Bordado|40|2026-09-01|2026-10-30|2026-10-31|A.C.|Tlalmanalco|2026-a1b2c3d4'
    const old = `${signed}|${signEd25519(Buffer.alloc(32, 7), Buffer.from(signed)).toString('base64url')}`
    await it.open(verifierPage(KEYS, ''))
    expect(await verdictOf(old)).toMatchObject({ verdict: 'valid', name: 'Ana Ruiz' })
    expect(await verdictOf(old.replace('Ana', 'Eva'))).toMatchObject({ verdict: 'altered' })
  })

  test('reads the code through a camera', async () => {
    const camera = filmOf(folder, drawnTo(folder, pdf, 170))
    const other = await openCheckingPage(folder, camera)
    try {
      await other.open(saved)
      await other.page.click('#camera')
      await expect.poll(() => other.page.locator('#answer').getAttribute('data-verdict'), { timeout: 15_000 }).toBe('valid')
      expect(await other.page.inputValue('#text')).toBe(text)
      expect(await other.page.locator('#video').isVisible()).toBe(false)
    } finally {
      await other.close()
    }
  }, 40_000)

  test('asks for nothing but itself', () => {
    expect(it.requests.filter((url) => !/^(file|blob|data):/.test(url))).toEqual([])
  })
})
