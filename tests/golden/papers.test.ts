import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { papers } from '../../src/main/app/papers'
import { certificatePaper } from '../../src/main/features/certificates/certificate.pdf'
import { permissionPaper } from '../../src/main/features/outings/outings.pdf'
import { renderHere } from '../../src/main/platform/documents/render-here'
import { dictionary } from '../../src/shared/i18n'
import { readBack, readQr } from '../factories/graduation'
import { certificate } from '../factories/certificate-facts'
import { LONG, LONG_LISTED, PICTURES, PUBLIC_KEY, WITH_SALTILLO } from '../factories/paper-facts'
import { distance, pictureOf, readPng } from '../factories/pictures'
import { objectsIn, sampleFacts } from '../factories/sample-facts'
import { hasTool } from '../factories/tools'

const folder = mkdtempSync(join(tmpdir(), 'umbral-golden-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const render = renderHere(papers)
const poppler = hasTool('pdftotext') && hasTool('pdftoppm')

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
    await expect(render(paper.type, { ...(facts as object), undeclared: 'DEM-23-0001' }, 'es')).rejects.toThrow()
  })

  test.runIf(poppler)('prints only declared facts and words, on letter paper, with every font embedded', async () => {
    const { facts, markers } = sampleFacts(paper.facts)
    const { pdf, pages } = await render(paper.type, facts, 'es')
    const { text, info } = readBack(folder, pdf)
    // Small capitals and groups of four letters change the look of a fact, not what it says.
    const printed = [...text.replace(/\s/g, '').matchAll(/Zq\d{3}ñ/giu)].map(([marker]) => `Z${marker.slice(1).toLowerCase()}`)
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

const pictured = PICTURES.map(([name, type, facts]) => ({ name, type, facts }))
/** Pictures of which more than the first sheet counts. */
const SHEETS: Readonly<Record<string, number>> = { movements: 2, 'outing-plan': 2 }

/** Papers pictured in the files beside this one. */
const elsewhere = ['child-file-papers', 'day-papers', 'slips', 'certificates', 'statements', 'child-papers', 'gate-papers'].map((name) => readFileSync(new URL(`./${name}.test.ts`, import.meta.url), 'utf8')).join('\n')
/** Papers that nobody has approved a picture of yet; this list only ever gets shorter. */
const AWAITED: readonly string[] = ['hours.lost', 'today.emergency']

test('every paper has an example among the pictures', () => {
  const isPictured = (type: string) => pictured.some((each) => each.type === type) || elsewhere.includes(`'${type}'`)
  const without = papers.filter((paper) => !isPictured(paper.type)).map((paper) => paper.type)
  expect(without).toEqual(AWAITED)
})

test.each(pictured)('$name takes no more sheets than it should, however much it must say', async ({ name, type, facts }) => {
  expect((await render(type, facts(), 'es')).pages).toBe(SHEETS[name] ?? 1)
})

describe.runIf(poppler)('read back with a second tool', () => {
  const textOf = async (name: string): Promise<string> => {
    const found = pictured.find((each) => each.name === name)
    if (!found) throw new Error(`No example called ${name}`)
    return readBack(folder, (await render(found.type, found.facts(), 'es')).pdf).text.replace(/\s+/g, ' ')
  }

  test.each([
    ['movements', [LONG_LISTED, WITH_SALTILLO, 'de la Cruz Kuꞌ, Inés', 'Salón de usos múltiples']],
    ['month-roster', ['Ñáñez Saꞌvi', 'Xóchitl Nʉmʉ', 'Fernández de Córdova del Ángel', 'María de los Ángeles Guadalupe']],
    ['permission', ['Santiago Ñáñez Saꞌvi', 'Xóchitl Nʉmʉ Ñáñez Saꞌvi', 'AUTORIZADO']],
    ['permission-pending', ['SIN AUTORIZAR', 'Faltan 2 autorizaciones: trabajo social, dirección.']],
    ['permission-forbidden', ['NO PUEDE SALIR', 'PROHIBICIÓN: Ramiro Salas Tovar']],
    ['permission-crowded', [LONG, 'NO PUEDE SALIR']],
    ['week', ['Primaria y secundaria para adultas', 'miércoles', 'faltó la tallerista']],
    ['cover', ['Clave pública', '9f86 d081 884c']],
    ['recovery', ['AGE-SECRET-KEY-1', 'no se puede volver a imprimir', 'Cómo se usa'.toLocaleUpperCase('es-MX')]],
  ] as const)('%s keeps accents, ñ, saltillo and long names whole', async (name, texts) => {
    const text = await textOf(name)
    for (const each of texts) expect(text).toContain(each)
  })

  test('the key of the recovery sheet comes out whole when its spaces are dropped', async () => {
    const { identity } = pictured.find((each) => each.name === 'recovery')?.facts() as { identity: string }
    expect((await textOf('recovery')).replaceAll(' ', '')).toContain(identity)
  })

  test('no paper calls the women anything but participantes', async () => {
    for (const { name } of pictured) expect(await textOf(name)).not.toMatch(/\b(intern[ao]s?|reclus[ao]s?|PPL|pres[ao]s?)\b/iu)
  })

  test('the movement list says who, when and where, and of no group which it is', async () => {
    expect(await textOf('movements')).not.toMatch(/actividad|taller de|terapia|ansiedad/iu)
  })

  test('only a permission with which a child may leave has a half that comes back', async () => {
    expect(await textOf('permission')).toContain('corte aquí')
    expect(await textOf('permission-forbidden')).not.toContain('corte aquí')
  })
})

test('the outing permission has no field for an offence, a dormitory or a file number', () => {
  const keys = objectsIn(permissionPaper.facts).flatMap((each) => each.keys)
  expect(keys).not.toEqual([])
  expect(keys.filter((key) => /crime|offen[cs]e|delito|dorm|bed|file|curp|stay|health/i.test(key))).toEqual([])
})

describe.runIf(poppler)('every code of a paper, read by a second reader', () => {
  test.each([
    ['permission', 'SAL-006'],
    ['cover', PUBLIC_KEY],
  ])('the one on the %s', async (name, text) => {
    const found = pictured.find((each) => each.name === name)
    expect(readQr(folder, (await render(found?.type ?? '', found?.facts(), 'es')).pdf)).toBe(text)
  })

  test('the recovery sheet has none: a phone would keep the key', async () => {
    const found = pictured.find((each) => each.name === 'recovery')
    writeFileSync(join(folder, 'recovery.pdf'), (await render(found?.type ?? '', found?.facts(), 'es')).pdf)
    const images = execFileSync('pdfimages', ['-list', join(folder, 'recovery.pdf')], { encoding: 'utf8' })
    expect(images.trim().split('\n').slice(2)).toEqual([])
  })
})

/** Pictures that a person has looked at and approved. To approve a change: `UPDATE_PICTURES=1 npm run unit -- tests/golden`, and look. */
describe.runIf(poppler)('looks as approved', () => {
  test.each(pictured)('$name', async ({ name, type, facts }) => {
    const approved = new URL(`./approved/${name}.png`, import.meta.url)
    const drawn = pictureOf(folder, (await render(type, facts(), 'es')).pdf)
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
