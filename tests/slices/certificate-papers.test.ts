import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { parseProof } from '../../src/main/features/certificates/proof.rules'
import { verifyEd25519 } from '../../src/main/platform/crypto/ed25519'
import { openGraduation, putEnded, putGraduate, readBack, readQr, type Graduation } from '../factories/graduation'
import { hasTool } from '../factories/tools'

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

describe('the verifier', () => {
  test('is saved with public keys only, once there is something to verify', async () => {
    expect(await it.call('certificates.saveVerifier', {})).toMatchObject({ refusals: [{ code: 'no-certificate-yet' }] })
    const edition = putEnded(it)
    const woman = putGraduate(it, edition, { surname1: 'Uno' })
    await it.must('certificates.issue', { editionId: edition, personIds: [woman] })
    await it.must('certificates.saveVerifier', {})
    const html = it.saved[0]!.bytes.toString('utf8')
    const secret = it.room.opened.raw.prepare('SELECT secret_key FROM certificate_key').pluck().get() as Buffer
    for (const form of ['base64url', 'base64', 'hex'] as const) expect(html).not.toContain(secret.toString(form))
    expect(html).not.toMatch(/DEM|Demostración|<(script|link|img)[^>]+(src|href)=/)
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
    for (const name of names) {
      const personId = putGraduate(it, edition, { ...name, fileNumber: `DEM-99-${name.surname1}` })
      const { issued } = await it.must('certificates.issue', { editionId: edition, personIds: [personId] })
      const { text, info } = readBack(folder, await pdfOf(issued[0]!.id))
      const plain = text.replace(/\s+/g, ' ')
      for (const fact of [
        `${name.givenNames} ${name.surname1} ${name.surname2}`,
        'Bordado a mano',
        '40 horas',
        'del 1 de septiembre de 2026 al 30 de octubre de 2026',
        'Tlalmanalco, Estado de México, a los 31 días del mes de octubre de 2026',
        'Programa Umbral, A.C.',
        'Lic. Paula Arriaga',
        issued[0]!.folio,
      ])
        expect(plain).toContain(fact)
      for (const telling of ['Demostración', 'DEM', 'B-04', 'Aula Secreta', 'CL-01-26B', 'Umbral\n', 'pdfmake'])
        expect(`${text.replace('Programa Umbral, A.C.\n', '')}${info}`).not.toContain(telling)
      expect(info).toMatch(/Pages:\s+1\n/)
    }
  })

  test.runIf(hasTool('zbarimg'))(
    'the QR states the same, signed with the key of its year; altered facts fail',
    async () => {
      const edition = putEnded(it)
      for (const name of names) {
        const personId = putGraduate(it, edition, name)
        const { issued } = await it.must('certificates.issue', { editionId: edition, personIds: [personId] })
        const text = readQr(folder, await pdfOf(issued[0]!.id))
        const proof = parseProof(text)!
        expect(proof.statement).toEqual({
          folio: issued[0]!.folio,
          name: `${name.givenNames} ${name.surname1} ${name.surname2}`,
          trade: 'Bordado a mano',
          hours: 40,
          from: '2026-09-01',
          until: '2026-10-30',
          issuedOn: '2026-10-31',
          issuer: 'Programa Umbral, A.C.',
          place: 'Tlalmanalco, Estado de México',
        })
        const holds = (signed: string) =>
          verifyEd25519(publicKey(proof.keyId), Buffer.from(signed), Buffer.from(proof.signature, 'base64url'))
        expect(holds(proof.signed)).toBe(true)
        for (const [from, to] of [
          ['40', '400'],
          ['mano', 'manO'],
          ['2026-10-30', '2026-10-31'],
          ['ngel', 'ngél'],
        ] as const)
          if (proof.signed.includes(from)) expect(holds(proof.signed.replace(from, to))).toBe(false)
      }
    },
  )
})
