/** Certificates of the first profiles (`CONSTANCIA1`, before states, drafts and the chain): they live on as they were issued. */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { folioText } from '../../src/main/features/certificates/certificates.rules'
import { sha256Hex } from '../../src/main/platform/crypto/digest'
import { publicKeyOf, signEd25519, verifyEd25519 } from '../../src/main/platform/crypto/ed25519'
import { migrate } from '../../src/main/platform/db/migrate'
import { migrations } from '../../src/main/platform/db/migrations'
import { openDatabase, type OpenDatabase } from '../../src/main/platform/db/open'
import { openGraduation, type Graduation } from '../factories/graduation'

const folder = mkdtempSync(join(tmpdir(), 'umbral-lives-on-'))
const key = Buffer.alloc(32, 3)
const seed = Buffer.alloc(32, 7)
const now = '2027-02-01T18:00:00.000Z'
const [edition, workshop, clara] = [randomUUID(), randomUUID(), '0d0f0c52-3f0e-4c0f-8a53-6a7f5c1b9e21']
const insert = (db: OpenDatabase, table: string, row: Readonly<Record<string, unknown>>) =>
  db.raw
    .prepare(
      `INSERT INTO ${table} (${Object.keys(row).join(', ')}) VALUES (${Object.keys(row)
        .map(() => '?')
        .join(', ')})`,
    )
    .run(...Object.values(row))

/** One that waits in the office and one that was handed over, chained and signed as the first version did it. */
const issued = [null, '2026-11-03'].map((deliveredOn, at) => {
  const folio = folioText(2026, `7K3MQ9TXBF2${'WX'[at] ?? ''}`)
  const name = `María ${['Uno', 'Dos'][at] ?? ''}`
  const signed = `CONSTANCIA1|${folio}|${name}|Bordado a mano|40|2026-09-01|2026-10-30|2026-10-31|A.C.|Tlalmanalco|2026-a1b2c3d4`
  const proof = `${signed}|${signEd25519(seed, Buffer.from(signed)).toString('base64url')}`
  const signatories = [{ name: 'Lic. Paula Arriaga', post: 'Coordinación de programas' }]
  const days = { from: '2026-09-01', until: '2026-10-30', issuedOn: '2026-10-31' }
  const printed = { issuer: 'A.C.', place: 'Tlalmanalco', signatories, contact: 'Calle Ejemplo 10', proof }
  const factsJson = JSON.stringify({ folio, name, trade: 'Bordado a mano', hours: 40, ...days, ...printed })
  const ids = { id: randomUUID(), personId: randomUUID(), paperId: randomUUID() }
  return { ...ids, folio, name, signed, proof, factsJson, deliveredOn, pdf: Buffer.from(`%PDF-1.3 ${proof}`) }
})

function putFirstRows(db: OpenDatabase): void {
  const place = { municipality: 'Tlalmanalco', state: 'Estado de México', timezone: 'America/Mexico_City' }
  const habits = {
    paper: 'letter',
    dormitory_word: 'dormitorio',
    idle_minutes: 5,
    late_grace_minutes: 15,
    age_limit_months: 36,
  }
  const center = {
    id: 1,
    code: 'DEM',
    name: 'Centro de Demostración',
    issuer: 'A.C.',
    issuer_contact: 'Calle Ejemplo 10',
  }
  insert(db, 'center', { ...center, ...place, ...habits, hq_recipients_json: '[]' })
  insert(db, 'staff', { id: clara, name: 'Clara', role: 'coordinator' })
  insert(db, 'axis', { id: 'a', code: 'CL', name: 'Capacitación' })
  insert(db, 'workshop', { id: workshop, axis_id: 'a', title: 'Bordado a mano' })
  insert(db, 'room', { id: 'r', name: 'Taller 1' })
  insert(db, 'instructor', { id: 'i', name: 'Elisa' })
  const days = { starts_on: '2026-09-01', ends_on: '2026-10-30' }
  const of = { workshop_id: workshop, room_id: 'r', instructor_id: 'i', hours: 40, capacity: 20, min_rate_percent: 80 }
  insert(db, 'edition', { id: edition, code: 'CL-01', ...of, ...days })
  const year = { id: '2026-a1b2c3d4', year: 2026, public_key: publicKeyOf(seed), secret_key: seed, created_at: '2026' }
  insert(db, 'certificate_key', year)
  insert(db, 'certificate_ledger', { id: 1, folio_secret: Buffer.alloc(32, 1) })
  let prevHash = '0'.repeat(64)
  for (const [at, { id, folio, name, personId, paperId, factsJson, deliveredOn, pdf }] of issued.entries()) {
    const number = at + 1
    const named = { surname1: name.slice(6), given_names: 'María', search_text: name, sort_key: name }
    insert(db, 'person', { id: personId, file_number: `DEM-${number}`, ...named, birth_precision: 'unknown' })
    const sha256 = sha256Hex(pdf)
    const paper = {
      type: 'certificates.certificate',
      folio,
      year: 2026,
      number,
      title: 'Constancia',
      pages: 1,
      pdf,
      sha256,
    }
    insert(db, 'paper', { id: paperId, ...paper, issued_at: '2026-10-31T18:00:00.000Z', issued_by: clara })
    const link = [prevHash, 2026, number, id, folio, personId, edition, paperId, sha256, factsJson, '2026-10-31']
    const hash = sha256Hex(JSON.stringify(link))
    const row = { id, folio, year: 2026, number, person_id: personId, edition_id: edition, paper_id: paperId }
    const state = { issued_on: '2026-10-31', delivered_on: deliveredOn }
    insert(db, 'certificate', { ...row, facts_json: factsJson, prev_hash: prevHash, hash, ...state })
    prevHash = hash
  }
}

let it: Graduation
beforeAll(async () => {
  const db = openDatabase(join(folder, 'a.db'), key, { create: true })
  const steps = { key, now, copyTo: join(folder, 'copy.db') }
  await migrate(db, { ...steps, migrations: migrations.filter((each) => each.name < '20261122') })
  putFirstRows(db)
  await migrate(db, steps)
  db.close()
  it = await openGraduation(now, folder)
  it.room.role = 'director'
})
afterAll(() => {
  it.close()
  rmSync(folder, { recursive: true, force: true })
})

test('they are listed where they stood, print the same bytes, verify under their key, and the chain holds', async () => {
  expect(await it.must('certificates.verifyLedger', {})).toMatchObject({ size: 2, brokenAt: null })
  const { rows } = await it.must('certificates.find', { text: 'María' })
  expect(rows.map(({ folio, state }) => [folio, state])).toEqual([
    [issued[1]!.folio, 'delivered'],
    [issued[0]!.folio, 'issued'],
  ])
  for (const { id, pdf, name, signed, proof } of issued) {
    expect(Buffer.from((await it.must('certificates.paper', { id })).pdf, 'base64').equals(pdf)).toBe(true)
    expect(await it.must('certificates.record', { id })).toMatchObject({ printedName: name, template: 'festive' })
    const signature = Buffer.from(proof.split('|').at(-1) ?? '', 'base64url')
    expect(verifyEd25519(publicKeyOf(seed), Buffer.from(signed), signature)).toBe(true)
  }
  await it.must('certificates.saveVerifier', {})
  const page = it.saved[0]!.bytes.toString('utf8')
  expect(page).toContain(`"2026-a1b2c3d4":"${publicKeyOf(seed).toString('base64url')}"`)
})

test('all that befalls a certificate befalls them, and the chain still holds', async () => {
  const [waiting, given] = issued.map(({ id }) => ({ id, version: 1 })) as [
    { id: string; version: 1 },
    { id: string; version: 1 },
  ]
  await it.must('certificates.duplicate', { ...waiting, cause: 'lost', note: null })
  const delivery = { deliveredOn: '2027-02-01', to: 'family', receivedBy: 'Su mamá' } as const
  await it.must('certificates.markDelivered', { certificates: [{ ...waiting, version: 2 }], ...delivery })
  await it.must('certificates.undoDelivery', { ...given, reason: 'No era la suya' })
  await it.must('certificates.revoke', { ...given, version: 2, cause: 'false-data', note: 'Acta falsa' })
  expect(await it.must('certificates.verifyLedger', {})).toMatchObject({ size: 2, events: 4, brokenAt: null })
  await it.must('certificates.saveFolioList', {})
  const list = it.saved.at(-1)!.bytes.toString('utf8')
  expect(list).toMatch(/\|vigente\|\|/)
  expect(list).toMatch(/\|revocada\|2027-02-01\|/)
})
