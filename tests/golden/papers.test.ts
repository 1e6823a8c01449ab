import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { papers } from '../../src/main/app/papers'
import { certificatePaper, type CertificateFacts } from '../../src/main/features/certificates/certificate.pdf'
import { proofText, signedText, type Statement } from '../../src/main/features/certificates/proof.rules'
import { renderHere } from '../../src/main/platform/documents/render-here'
import { dictionary } from '../../src/shared/i18n'
import { readBack } from '../factories/graduation'
import { distance, pictureOf, readPng } from '../factories/pictures'
import { objectsIn, sampleFacts } from '../factories/sample-facts'
import { hasTool } from '../factories/tools'

const folder = mkdtempSync(join(tmpdir(), 'umbral-golden-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const render = renderHere(papers)
const poppler = hasTool('pdftotext') && hasTool('pdftoppm')

const stated: Statement = {
  folio: '2026-7K3M-Q9TX-BF2W-C',
  name: 'Xóchitl Ñáñez Saꞌvi',
  trade: 'Bordado a mano',
  hours: 51,
  from: '2026-09-01',
  until: '2026-10-31',
  issuedOn: '2026-10-31',
  issuer: 'Programa Umbral, A.C.',
  place: 'Tlalmanalco, Estado de México',
}
const certificate = (change: Partial<Statement> = {}): CertificateFacts => {
  const statement = { ...stated, ...change }
  return {
    ...statement,
    signatories: [
      { name: 'Lic. Paula Arriaga', post: 'Coordinación de programas' },
      { name: 'Mtra. Elisa Baeza', post: 'Capacitación laboral' },
    ],
    contact: 'Calle Ejemplo 10, Ciudad de México',
    proof: proofText(signedText(statement, '2026-a1b2c3d4'), 'A'.repeat(86)),
  }
}

test('every paper type has its own name, folio prefix and title', () => {
  expect(new Set(papers.map((paper) => paper.type)).size).toBe(papers.length)
  expect(new Set(papers.map((paper) => paper.prefix)).size).toBe(papers.length)
  for (const language of ['es', 'en'] as const)
    for (const paper of papers) expect(dictionary(language)).toHaveProperty([`paper.${paper.type}`])
})

describe.each(papers.map((paper) => [paper.type, paper] as const))('%s', (_type, paper) => {
  test('declares its facts to the last field: what is not declared cannot reach it', async () => {
    for (const { path, strict } of objectsIn(paper.facts)) expect(strict, `${paper.type}${path}`).toBe(true)
    const { facts } = sampleFacts(paper.facts)
    await expect(render(paper.type, { ...(facts as object), fileNumber: 'DEM-23-0001' }, 'es')).rejects.toThrow()
  })

  test.runIf(poppler)('prints only declared facts and words, on letter paper, with every font embedded', async () => {
    const { facts, markers } = sampleFacts(paper.facts)
    const { pdf, pages } = await render(paper.type, facts, 'es')
    const { text, info } = readBack(folder, pdf)
    const printed = [...text.matchAll(/Zq\d{3}ñ/gu)].map(([marker]) => marker)
    expect(printed.length).toBeGreaterThan(0)
    expect(printed.filter((marker) => !markers.includes(marker))).toEqual([])
    expect(text).not.toMatch(/undefined|NaN|\[object|Invalid Date/)
    const keys = [...text.matchAll(/\b[a-z]+(?:\.[a-zA-Z-]+)+\b/g)].map(([key]) => key)
    expect(keys.filter((key) => key in dictionary('es') || key.startsWith(`${paper.type.split('.')[0] ?? ''}.`))).toEqual([])
    expect(info).toMatch(/Page size:\s+(612 x 792|792 x 612) pts/)
    expect(info).toMatch(new RegExp(`Pages:\\s+${pages}\\n`))
    writeFileSync(join(folder, 'fonts.pdf'), pdf)
    const fonts = execFileSync('pdffonts', [join(folder, 'fonts.pdf')], { encoding: 'utf8' }).split('\n').slice(2, -1)
    expect(fonts.length).toBeGreaterThan(0)
    // Columns of pdffonts: emb, sub, uni.
    for (const font of fonts) expect(font).toMatch(/ yes yes yes /)
  })

  test('is the same to the byte when made twice, also after other papers', async () => {
    const { facts } = sampleFacts(paper.facts)
    const first = await render(paper.type, facts, 'es')
    await render('certificates.certificate', certificate(), 'es')
    expect((await render(paper.type, facts, 'es')).pdf.equals(first.pdf)).toBe(true)
  })
})

describe('the certificate', () => {
  test('has no field for the center, its code, a dormitory, a file number or a CURP', () => {
    expect(objectsIn(certificatePaper.facts)).toEqual([
      {
        path: '',
        strict: true,
        keys: [
          'folio',
          'name',
          'trade',
          'hours',
          'from',
          'until',
          'issuedOn',
          'issuer',
          'place',
          'signatories',
          'contact',
          'proof',
        ],
      },
      { path: '.signatories[]', strict: true, keys: ['name', 'post'] },
    ])
  })

  test.runIf(poppler)('keeps to one page and whole words, however long the name', async () => {
    const part = 'María de los Ángeles Fernández de Córdova '
    for (const times of [1, 2, 3]) {
      const name = part.repeat(times).trim()
      const { pdf, pages } = await render(certificatePaper.type, certificate({ name }), 'es')
      expect(pages).toBe(1)
      expect(readBack(folder, pdf).text.replace(/\s+/g, ' ')).toContain(name)
    }
  })

  test.runIf(poppler)('copies out whole after papers whose letters hold its letters as parts', async () => {
    await render(certificatePaper.type, certificate({ name: 'Ñáñez Ñúñez ꞌÑüñïõ' }), 'es')
    const { pdf } = await render(certificatePaper.type, certificate({ name: 'Nina Nunez Angela Nanez' }), 'es')
    expect(readBack(folder, pdf).text).toContain('Nina Nunez Angela Nanez')
  })
})

/** Pictures that a person has looked at and approved. To approve a change: `UPDATE_PICTURES=1 npm run unit -- tests/golden`, and look. */
describe.runIf(poppler)('looks as approved', () => {
  const cases: readonly (readonly [name: string, type: string, facts: unknown])[] = [
    ['certificate', certificatePaper.type, certificate()],
    [
      'certificate-long-name',
      certificatePaper.type,
      certificate({
        name: 'María de los Ángeles Guadalupe de los Santos Fernández de Córdova del Ángel',
        trade: 'Regulación emocional con perros de terapia',
      }),
    ],
  ]
  test.each(cases)('%s', async (name, type, facts) => {
    const approved = new URL(`./approved/${name}.png`, import.meta.url)
    const drawn = pictureOf(folder, (await render(type, facts, 'es')).pdf)
    if (process.env.UPDATE_PICTURES) writeFileSync(approved, drawn)
    // Versions of poppler smooth differently; a moved line or a lost word is far beyond 0.5 %.
    expect(distance(readPng(drawn), readPng(readFileSync(approved)))).toBeLessThan(0.005)
  })

  test('and the comparison sees a name that is not there', async () => {
    const with_ = readPng(pictureOf(folder, (await render(certificatePaper.type, certificate(), 'es')).pdf))
    const other = certificate({ name: 'Ana Ruiz' })
    const without = readPng(pictureOf(folder, (await render(certificatePaper.type, other, 'es')).pdf))
    expect(distance(with_, without)).toBeGreaterThan(0.005)
  })
})
