import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { certificatePaper } from '../../src/main/features/certificates/certificate.pdf'
import { deliverySheetPaper } from '../../src/main/features/certificates/delivery-sheet.pdf'
import { durationText, signedByText, statedFields } from '../../src/main/features/certificates/proof.rules'
import { verifyEd25519 } from '../../src/main/platform/crypto/ed25519'
import { renderHere } from '../../src/main/platform/documents/render-here'
import { formatLongDay } from '../../src/shared/i18n/format'
import { certificate, deliverySheet, FACES, fullestCertificate, MODULES, TEST_KEY } from '../factories/certificate-facts'
import { readBack, readQr } from '../factories/graduation'
import { LONG } from '../factories/paper-facts'
import { distance, pictureOf, readPng } from '../factories/pictures'
import { parseProof } from '../factories/proof-text'
import { objectsIn } from '../factories/sample-facts'
import { hasTool } from '../factories/tools'

const folder = mkdtempSync(join(tmpdir(), 'umbral-faces-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const render = renderHere([certificatePaper, deliverySheetPaper])
const draw = async (facts: unknown) => render('certificates.certificate', facts, 'es')
const poppler = hasTool('pdftotext') && hasTool('pdftoppm')
const textOf = async (facts: unknown) => readBack(folder, (await draw(facts)).pdf).text.replace(/\s+/g, ' ')

test('has no field for the center, its code, a dormitory, a file number or a CURP', () => {
  expect(Object.fromEntries(objectsIn(certificatePaper.facts).map(({ path, keys }) => [path, keys.join(' ')]))).toEqual({
    '': 'folio name trade hours from until issuedOn validUntil registration issuer place contact signatories replaces duplicate nameIs modules template templateVersion logo seal proof backProof pictures',
    '.registration[]': 'body number standard',
    '.signatories[]': 'name post',
    '.duplicate[]': 'number madeOn',
    '.modules[]': 'title minutes',
    '.logo[]': 'id sha256',
    '.seal[]': 'id sha256',
    '.pictures': 'logo seal',
  })
})

describe.runIf(poppler)('read back with a second tool', () => {
  test.each(FACES)('%s says everything that it states, whole, on one front and one back', async (_name, facts) => {
    const of = facts()
    const { pdf, pages } = await draw(of)
    expect(pages).toBe(2)
    const text = readBack(folder, pdf).text.replace(/\s+/g, ' ')
    const stated = [
      of.name,
      of.trade,
      of.issuer,
      of.place,
      of.folio,
      of.contact,
      formatLongDay(of.from, 'es'),
      formatLongDay(of.until, 'es'),
      of.validUntil && formatLongDay(of.validUntil, 'es'),
      of.registration?.body,
      of.registration?.number,
      of.registration?.standard,
      of.replaces,
      of.duplicate && `DUPLICADO ${of.duplicate.number}`,
      ...of.signatories.flatMap(({ name, post }) => [name, post]),
      // Cells of two lines beside one another are read word by word.
      ...of.modules.flatMap(({ title, minutes }) => [...title.split(' '), ...durationText(minutes).split(' ')]),
    ]
    for (const each of stated) if (each) expect(text).toContain(each)
  })

  test('says nothing of validity or recognition where no outside body registered the workshop', async () => {
    expect(await textOf(certificate({ modules: MODULES }))).not.toMatch(/validez|oficial|reconocimiento|registro|vigente/iu)
    expect(await textOf(fullestCertificate())).toContain('con reconocimiento de Instituto de Capacitación')
  })

  test('keeps to its page and to whole words, however long the name', async () => {
    const part = 'María de los Ángeles Fernández de Córdova '
    for (const times of [1, 2, 3]) {
      const name = part.repeat(times).trim()
      const { pdf, pages } = await draw(certificate({ name }))
      expect(pages).toBe(2)
      expect(readBack(folder, pdf).text.replace(/\s+/g, ' ')).toContain(name)
    }
  })

  test('copies out whole after papers whose letters hold its letters as parts', async () => {
    await draw(certificate({ name: 'Ñáñez Ñúñez ꞌÑüñïõ' }))
    expect(await textOf(certificate({ name: 'Nina Nunez Angela Nanez' }))).toContain('Nina Nunez Angela Nanez')
  })

  test('the name is set larger than anything else', async () => {
    for (const name of ['Ana Ruiz', LONG, `${LONG} ${LONG}`]) {
      writeFileSync(join(folder, 'sizes.pdf'), (await draw(fullestCertificate({ name }))).pdf)
      const html = execFileSync('pdftotext', ['-bbox', '-l', '1', join(folder, 'sizes.pdf'), '-'], { encoding: 'utf8' })
      const words = [...html.matchAll(/yMin="([\d.]+)".*?yMax="([\d.]+)">(.*?)</g)].map(([, top, low, word]) => ({
        height: Number(low) - Number(top),
        word: (word ?? '').normalize('NFC'),
      }))
      const tallest = Math.max(...words.map((each) => each.height))
      const ofName = name.split(' ')
      expect(words.filter((each) => each.height > tallest - 0.5).every((each) => ofName.includes(each.word))).toBe(true)
    }
  })
})

describe.runIf(poppler)('the codes, read by a second reader', () => {
  const holds = (text: string): boolean => {
    const proof = parseProof(text)
    const [signed, signature] = [Buffer.from(proof?.signed ?? '', 'utf8'), Buffer.from(proof?.signature ?? '', 'base64url')]
    return proof !== null && verifyEd25519(TEST_KEY, signed, signature) && !verifyEd25519(TEST_KEY, Buffer.concat([signed, Buffer.from('x')]), signature)
  }
  test.each(FACES)('of %s hold what is printed, signed', async (_name, facts) => {
    const of = facts()
    const { pdf } = await draw(of)
    const front = readQr(folder, pdf)
    expect(parseProof(front)).toMatchObject({ kind: 'face', stated: statedFields(of) })
    expect(front).toContain(signedByText(of.signatories))
    expect(holds(front)).toBe(true)
    if (of.modules.length === 0) return
    const behind = readQr(folder, pdf, 2)
    expect(parseProof(behind)).toMatchObject({
      kind: 'back',
      stated: [of.folio, String(of.hours), ...of.modules.map(({ title, minutes }) => `${title}, ${durationText(minutes)}`)],
    })
    expect(holds(behind)).toBe(true)
  })
})

describe.runIf(poppler)('is made to last', () => {
  test('says PDF/A-2b, its language and its title, and names nobody’s program', async () => {
    const { pdf } = await draw(fullestCertificate())
    const { info } = readBack(folder, pdf)
    const bytes = pdf.toString('latin1')
    for (const each of ['<pdfaid:part>2<', '<pdfaid:conformance>B<', '/GTS_PDFA1', '/Lang (es-MX)', '/DisplayDocTitle true'])
      expect(bytes).toContain(each)
    expect(info).toMatch(/Title:\s+Constancia 2026-7K3M-Q9TX-BF2W-/)
    expect(info).toMatch(/PDF version:\s+1\.7/)
    expect(bytes).not.toMatch(/umbral\b(?!, A\.C\.)|pdfmake|pdfkit/i)
    expect(bytes).not.toMatch(/\/(JavaScript|Encrypt|AA|OpenAction|EmbeddedFiles)\b/)
  })
})

/** Pictures that a person has looked at and approved, front and back. */
describe.runIf(poppler)('looks as approved', () => {
  test.each(FACES)('%s', async (name, facts) => {
    const { pdf } = await draw(facts())
    for (const [page, file] of [
      [1, name],
      [2, `${name}-back`],
    ] as const) {
      const approved = new URL(`./approved/${file}.png`, import.meta.url)
      const drawn = pictureOf(folder, pdf, 40, page)
      if (process.env.UPDATE_PICTURES) writeFileSync(approved, drawn)
      expect(distance(readPng(drawn), readPng(readFileSync(approved)))).toBeLessThan(0.005)
    }
    if (process.env.KEEP_CERTIFICATES) writeFileSync(join(process.env.KEEP_CERTIFICATES, `${name}.pdf`), pdf)
  })

  test.each([
    [1, 1],
    [14, 1],
    [16, 1],
    [17, 2],
    [24, 2],
    [25, 3],
  ])('the sheet on which %i sign has %i pages', async (women, pages) => {
    expect((await render('certificates.deliverySheet', deliverySheet(women), 'es')).pages).toBe(pages)
  })

  test('the sheet on which they are signed for', async () => {
    const { pdf } = await render('certificates.deliverySheet', deliverySheet(16), 'es')
    const approved = new URL('./approved/delivery-sheet.png', import.meta.url)
    const drawn = pictureOf(folder, pdf)
    if (process.env.UPDATE_PICTURES) writeFileSync(approved, drawn)
    expect(distance(readPng(drawn), readPng(readFileSync(approved)))).toBeLessThan(0.005)
    if (process.env.KEEP_CERTIFICATES) writeFileSync(join(process.env.KEEP_CERTIFICATES, 'delivery-sheet.pdf'), pdf)
  })
})
