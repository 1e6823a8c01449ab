import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readFacts, TEMPLATE_VERSION } from '../../src/main/features/certificates/face.rules'
import { statedFields } from '../../src/main/features/certificates/proof.rules'
import { verifyEd25519 } from '../../src/main/platform/crypto/ed25519'
import { LOGO, SEAL } from '../factories/face-pictures'
import {
  graduate,
  openGraduation,
  putEnded,
  putGraduate,
  readBack,
  readQr,
  type Graduation,
} from '../factories/graduation'
import { hasTool } from '../factories/tools'
import { parseProof } from '../factories/proof-text'

let it: Graduation
let folder: string
beforeEach(async () => {
  it = await openGraduation()
  folder = mkdtempSync(join(tmpdir(), 'umbral-cert-'))
})
afterEach(() => {
  it.close()
  rmSync(folder, { recursive: true, force: true })
})

const publicKey = (id: string): Buffer =>
  it.room.opened.raw.prepare('SELECT public_key FROM certificate_key WHERE id = ?').pluck().get(id) as Buffer
const pdfOf = async (id: string) => Buffer.from((await it.must('certificates.paper', { id })).pdf, 'base64')
const factsOf = (id: string) =>
  readFacts(it.room.opened.raw.prepare('SELECT facts_json FROM certificate WHERE id = ?').pluck().get(id) as string)

/** Two modules of the edition's workshop, and an outside body that recognises it. */
function putPlan(editionId: string): void {
  const { raw } = it.room.opened
  const workshopId = raw.prepare('SELECT workshop_id FROM edition WHERE id = ?').pluck().get(editionId) as string
  for (const [at, title] of ['Puntadas básicas', 'Acabados'].entries()) {
    it.room.insert('workshop_module', { id: `m${at}`, workshop_id: workshopId, position: at + 1, title, minutes: 600 })
    it.room.insert('edition_module', {
      edition_id: editionId,
      module_id: `m${at}`,
      position: at + 1,
      minutes: 570 + at * 30,
    })
  }
  it.room.insert('workshop_registration', {
    id: 'r',
    workshop_id: workshopId,
    body: 'Instituto de Capacitación',
    number: 'R-481',
    standard: 'EC0217.01',
    registered_on: '2026-01-01',
  })
}

describe('what is saved for those who check', () => {
  test('the page and the list hold public keys only and name neither folio, woman nor place', async () => {
    expect(await it.call('certificates.saveVerifier', {})).toMatchObject({ refusals: [{ code: 'no-certificate-yet' }] })
    expect(await it.call('certificates.saveFolioList', {})).toMatchObject({
      refusals: [{ code: 'no-certificate-yet' }],
    })
    const edition = putEnded(it)
    const woman = putGraduate(it, edition, { surname1: 'Uno' })
    const { issued } = await graduate(it, edition, [woman])
    await it.must('certificates.saveVerifier', {})
    await it.must('certificates.saveFolioList', {})
    expect(it.saved.map((each) => each.name)).toEqual(['comprobar-constancias.html', 'folios-2026-10-31.txt'])
    const secret = it.room.opened.raw.prepare('SELECT secret_key FROM certificate_key').pluck().get() as Buffer
    for (const { bytes } of it.saved) {
      const text = bytes.toString('utf8')
      for (const form of ['base64url', 'base64', 'hex'] as const) expect(text).not.toContain(secret.toString(form))
      expect(text).not.toMatch(/DEM\b|Demostración|<(script|link|img)[^>]+(src|href)=/)
      expect(text).not.toContain(issued[0]!.folio)
      expect(text).not.toContain('Uno')
    }
    expect(it.saved[1]!.bytes.toString('utf8')).toMatch(
      /^FOLIOS1\|2026-10-31\|2026-[0-9a-f]{8}\|1\|2026-[0-9a-f]{8}\n\S{22}\|vigente\|\|\nFIRMA\|\S{86}\n$/,
    )
  })
})

describe('the face from now on', () => {
  test('takes a template, a logo and a seal; what was issued before stays to the byte', async () => {
    const edition = putEnded(it)
    const [a, b] = ['Uno', 'Dos'].map((surname1) => putGraduate(it, edition, { surname1 }))
    const [first] = (await graduate(it, edition, [a!])).issued
    const before = await pdfOf(first!.id)
    expect(await it.must('certificates.face', {})).toMatchObject({
      version: 1,
      template: 'festive',
      logo: null,
      telling: [],
      signatories: [{ name: 'Lic. Paula Arriaga' }, {}],
    })
    await it.must('certificates.changeFace', { version: 1, template: 'sober', logo: LOGO, seal: SEAL })
    const face = await it.must('certificates.face', {})
    expect(face).toMatchObject({ version: 2, template: 'sober', logo: { width: 220 }, seal: { width: 180 } })
    expect(
      await it.call('certificates.changeFace', { version: 1, template: 'festive', logo: null, seal: null }),
    ).toMatchObject({ refusals: [{ code: 'stale' }] })
    const [second] = (await graduate(it, edition, [b!])).issued
    expect(factsOf(second!.id)).toMatchObject({
      template: 'sober',
      templateVersion: TEMPLATE_VERSION,
      logo: { id: face.logo?.id },
      seal: { id: face.seal?.id },
    })
    await it.must('certificates.changeFace', { version: 2, template: 'sober', logo: null, seal: 'keep' })
    expect(await it.must('certificates.face', {})).toMatchObject({ logo: null, seal: { id: face.seal?.id } })
    expect((await pdfOf(first!.id)).equals(before)).toBe(true)
    expect(it.room.events().filter((each) => each.event === 'certificate.face-changed')).toHaveLength(2)
  })

  test('refuses what is no picture and what is too large', async () => {
    const change = (logo: string) =>
      it.call('certificates.changeFace', { version: 1, template: 'sober', logo, seal: null })
    expect(await change(Buffer.from('%PDF-1.7').toString('base64'))).toMatchObject({
      refusals: [{ code: 'picture-kind', field: 'logo' }],
    })
    const noisy = Buffer.concat([
      Buffer.from(LOGO, 'base64').subarray(0, -12),
      noise(60_000),
      Buffer.from(LOGO, 'base64').subarray(-12),
    ])
    expect(await change(noisy.toString('base64'))).toMatchObject({ refusals: [{ code: 'picture-too-large' }] })
  })

  test('is signed by whoever holds the post on the day, and says which term ends', async () => {
    const { raw } = it.room.opened
    raw.exec("UPDATE signatory SET until_day = '2026-10-31' WHERE position = 0")
    it.room.insert('signatory', {
      id: 'next',
      position: 2,
      name: 'Dra. Eva Luz',
      post: 'Coordinación de programas',
      from_day: '2026-11-01',
    })
    const edition = putEnded(it)
    const [a, b] = ['Uno', 'Dos'].map((surname1) => putGraduate(it, edition, { surname1 }))
    const names = async (personId: string) => {
      const { issued } = await graduate(it, edition, [personId])
      return factsOf(issued[0]!.id).signatories.map((each) => each.name)
    }
    expect(await names(a!)).toEqual(['Lic. Paula Arriaga', 'Mtra. Elisa Baeza'])
    expect((await it.must('certificates.face', {})).ending).toEqual([])
    it.room.now = '2026-11-01T18:00:00.000Z'
    expect(await names(b!)).toEqual(['Mtra. Elisa Baeza', 'Dra. Eva Luz'])
    raw.exec("UPDATE signatory SET until_day = '2026-12-15' WHERE position = 1")
    expect((await it.must('certificates.face', {})).ending).toEqual([
      { name: 'Mtra. Elisa Baeza', post: 'Capacitación laboral', until: '2026-12-15' },
    ])
  })

  test('names the texts that would tell the place before anybody issues', async () => {
    it.room.opened.raw.exec("UPDATE signatory SET post = 'Subdirección del centro' WHERE position = 0")
    expect((await it.must('certificates.face', {})).telling).toEqual(['Subdirección del centro'])
  })

  test.runIf(hasTool('pdftotext'))(
    'shows a sample with the longest real name, which no page takes for a certificate',
    async () => {
      const edition = putEnded(it)
      putGraduate(it, edition, { surname1: 'Paz' })
      putGraduate(it, edition, {
        surname1: 'Fernández de Córdova',
        surname2: 'del Ángel',
        givenNames: 'María Guadalupe',
      })
      putGraduate(it, putEnded(it, { code: 'CL-02', title: 'Macramé' }), {
        surname1: 'Aún Más Larga De Lo Que Nadie Pensaba',
        surname2: 'Que Hubiera Alguna Vez',
        givenNames: 'Guadalupe',
      })
      const show = async (editionId: string | null) => {
        const shown = await it.must('certificates.preview', { editionId, template: 'sober', logo: LOGO, seal: 'keep' })
        return { ...shown, pdf: Buffer.from(shown.pdf, 'base64') }
      }
      const sample = await show(edition)
      expect(sample).toMatchObject({ folio: 'MUESTRA', pages: 2 })
      expect(readBack(folder, sample.pdf).text).toContain('María Guadalupe Fernández de Córdova del Ángel')
      expect(readBack(folder, (await show(null)).pdf).text.replace(/\s+/g, ' ')).toContain(
        'Guadalupe Aún Más Larga De Lo Que Nadie Pensaba Que Hubiera Alguna Vez',
      )
      expect(parseProof(readQr(folder, sample.pdf))).toBeNull()
      expect(it.room.opened.raw.prepare('SELECT count(*) FROM paper').pluck().get()).toBe(0)
    },
  )

  test('lists names and titles that its letters cannot draw, legal and chosen', async () => {
    putGraduate(it, putEnded(it), { surname1: 'Wáng', givenNames: '王' })
    putGraduate(it, putEnded(it, { code: 'CL-02', title: 'Cocina ☕' }), {
      surname1: 'Saꞌvi',
      givenNames: 'Nʉmʉ',
      chosenName: 'Luna ✿',
    })
    expect(await it.must('certificates.letters', {})).toMatchObject({
      checked: 3,
      people: [
        { name: 'Luna ✿ Saꞌvi', letters: '✿' },
        { name: '王 Wáng', letters: '王' },
      ],
      texts: [{ text: 'Cocina ☕', letters: '☕' }],
    })
  })
})

const noise = (length: number): Buffer => {
  const body = Buffer.alloc(length + 12)
  body.writeUInt32BE(length, 0)
  body.write('IDAT', 4, 'latin1')
  return body
}

describe.runIf(hasTool('pdftotext') && hasTool('pdftoppm'))('the run of an edition', () => {
  test('puts the frozen pages one behind the other in roster order; each says what its single says, and no revoked one', async () => {
    const edition = putEnded(it)
    const women = ['Zúñiga', 'Álvarez', 'Ñáñez', 'Núñez'].map((surname1) => putGraduate(it, edition, { surname1 }))
    const { issued } = await graduate(it, edition, women)
    it.room.role = 'director'
    await it.must('certificates.revoke', { id: issued.at(-1)!.id, version: 1, cause: 'false-data', note: 'No asistió' })
    it.room.role = 'coordinator'
    const kept = issued.slice(0, 3)
    const singles = []
    for (const { id } of kept) singles.push(readBack(folder, await pdfOf(id)).text)
    const run = await it.must('certificates.run', { editionId: edition, onlyUndelivered: false })
    expect(run).toMatchObject({ title: 'Constancias de Bordado a mano', certificates: 3, pages: 6 })
    const { text, info } = readBack(folder, Buffer.from(run.pdf, 'base64'))
    expect(text).toBe(singles.join(''))
    expect(info).not.toMatch(/pdf-lib|Umbral|Demostración/)
    const again = await it.must('certificates.run', { editionId: edition, onlyUndelivered: false })
    expect(again.pdf).toBe(run.pdf)
    expect(it.events).toContainEqual({ type: 'progress', channel: 'certificates.run', done: 3, total: 3 })
  })

  test('leaves out what was handed over when asked to, says when nothing is left, and refuses damaged bytes', async () => {
    const edition = putEnded(it)
    expect(await it.call('certificates.run', { editionId: edition, onlyUndelivered: false })).toMatchObject({
      refusals: [{ code: 'no-certificates-to-print' }],
    })
    const [a, b] = ['Uno', 'Dos'].map((surname1) => putGraduate(it, edition, { surname1 }))
    const { issued } = await graduate(it, edition, [a!, b!])
    await it.must('certificates.markDelivered', {
      certificates: [{ id: issued[0]!.id, version: 1 }],
      deliveredOn: '2026-10-31',
      to: 'herself',
      receivedBy: null,
    })
    expect(await it.must('certificates.run', { editionId: edition, onlyUndelivered: true })).toMatchObject({
      certificates: 1,
    })
    expect(await it.must('certificates.run', { editionId: edition, onlyUndelivered: false })).toMatchObject({
      certificates: 2,
    })
    it.room.opened.raw.exec("DROP TRIGGER paper_no_update; UPDATE paper SET pdf = x'25504446'")
    expect(await it.call('certificates.run', { editionId: edition, onlyUndelivered: false })).toMatchObject({
      refusals: [{ code: 'paper-damaged' }],
    })
  })

  test('has a sheet to sign on: roster order, folio, form, day of delivery, count of forms', async () => {
    const edition = putEnded(it)
    const [a, b] = ['Zúñiga', 'Álvarez'].map((surname1) => putGraduate(it, edition, { surname1 }))
    const { issued } = await graduate(it, edition, [a!, b!])
    await it.must('certificates.useForms', {
      first: 'A-0101',
      certificateIds: issued.map((each) => each.id),
      purpose: 'certificate',
    })
    const sheet = await it.must('certificates.deliverySheet', { editionId: edition })
    const text = readBack(folder, Buffer.from(sheet.pdf, 'base64')).text.replace(/\s+/g, ' ')
    expect(text.indexOf('Álvarez, María')).toBeLessThan(text.indexOf('Zúñiga, María'))
    for (const fact of ['Bordado a mano', issued[0]!.folio, issued[1]!.folio, 'A-0101', 'A-0102', '2 constancias'])
      expect(text).toContain(fact)
    expect(text.toUpperCase()).toContain('FIRMA O HUELLA')
  })
})

describe.runIf(hasTool('pdftotext') && hasTool('pdftoppm'))('read back with a second tool', () => {
  const names = [
    { surname1: 'Ñáñez', surname2: 'Güemes', givenNames: 'Ángela' },
    { surname1: 'Saꞌvi', surname2: 'Ñuꞌu', givenNames: 'Xóchitl' },
    {
      surname1: 'de los Santos Fernández de Córdova',
      surname2: 'del Ángel y Montes de Oca',
      givenNames: 'María de los Ángeles Guadalupe',
    },
  ]

  test('the text holds every fact whole, and neither text, metadata, folio nor bytes tell the place', async () => {
    const edition = putEnded(it, { room: 'Aula Secreta' })
    putPlan(edition)
    for (const name of names) {
      const personId = putGraduate(it, edition, { ...name, fileNumber: `DEM-99-${name.surname1}` })
      const { issued } = await graduate(it, edition, [personId])
      const pdf = await pdfOf(issued[0]!.id)
      const { text, info } = readBack(folder, pdf)
      const plain = text.replace(/\s+/g, ' ')
      for (const fact of [
        `${name.givenNames} ${name.surname1} ${name.surname2}`,
        'Bordado a mano',
        '40 horas',
        'del 1 de septiembre de 2026 al 30 de octubre de 2026',
        'Taller con reconocimiento de Instituto de Capacitación, registro R-481',
        'Contenido alineado al estándar de competencia EC0217.01',
        'Tlalmanalco, Estado de México, a los 31 días del mes de octubre de 2026',
        'Programa Umbral, A.C.',
        'Lic. Paula Arriaga',
        '1. Puntadas básicas 9 h 30 min',
        '2. Acabados 10 h',
        issued[0]!.folio,
      ])
        expect(plain).toContain(fact)
      const everything = `${text.replaceAll('Programa Umbral, A.C.', '')}${info}`
      for (const telling of ['Demostración', 'DEM', 'B-04', 'Aula Secreta', 'CL-01-26B', 'Umbral\n', 'pdfmake'])
        expect(everything).not.toContain(telling)
      for (const telling of ['Demostraci', 'Aula Secreta', 'pdfmake', 'DEM-99'])
        expect(pdf.includes(telling)).toBe(false)
      expect(info).toMatch(/Pages:\s+2\n/)
    }
  })

  test.runIf(hasTool('zbarimg'))(
    'the codes state the same, signed with the key of their year; altered facts fail',
    async () => {
      const edition = putEnded(it)
      putPlan(edition)
      for (const name of names) {
        const personId = putGraduate(it, edition, name)
        const { issued } = await graduate(it, edition, [personId])
        const pdf = await pdfOf(issued[0]!.id)
        const facts = factsOf(issued[0]!.id)
        for (const [page, kind, stated] of [
          [1, 'face', statedFields(facts)],
          [2, 'back', [facts.folio, '40', 'Puntadas básicas, 9 h 30 min', 'Acabados, 10 h']],
        ] as const) {
          const proof = parseProof(readQr(folder, pdf, page))!
          expect(proof).toMatchObject({ kind, stated })
          const holds = (signed: string) =>
            verifyEd25519(publicKey(proof.keyId), Buffer.from(signed), Buffer.from(proof.signature, 'base64url'))
          expect(holds(proof.signed)).toBe(true)
          for (const [from, to] of [
            ['40', '400'],
            ['mano', 'manO'],
            ['2026-10-30', '2026-10-31'],
            ['ngel', 'ngél'],
            ['10 h', '11 h'],
          ] as const)
            if (proof.signed.includes(from)) expect(holds(proof.signed.replace(from, to))).toBe(false)
        }
      }
    },
  )
})
