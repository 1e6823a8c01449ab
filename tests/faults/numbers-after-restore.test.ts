/** A backup knows nothing of the sheets and bundles that left since: their numbers are out in the world all the same. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomUUID } from 'node:crypto'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { continueLedger, keysOf } from '../../src/main/features/certificates'
import type { Act } from '../../src/main/platform/seam/act'
import { reading } from '../../src/main/platform/db/types'
import { graduate, openGraduation, putEnded, putGraduate } from '../factories/graduation'
import { openTestOffice, PASSWORD, STAFF, type TestOffice } from '../factories/office'
import { aFamily, aRequest } from '../factories/outings'

let it: TestOffice
let stick: string
beforeEach(async () => {
  stick = mkdtempSync(join(tmpdir(), 'umbral-stick-'))
  it = await openTestOffice({
    now: '2026-10-15T18:00:00.000Z',
    center: { hqRecipients: [await identityToRecipient(await generateX25519Identity())] },
    desk: { chooseFolder: () => Promise.resolve(stick) },
  })
})
afterEach(async () => {
  await it.close()
  rmSync(stick, { recursive: true, force: true })
})

async function restore(backup: string): Promise<void> {
  await it.must('office.lock', {})
  await it.must('bundles.restore', { backup, proof: { name: STAFF.director, password: PASSWORD } })
  await it.signInAs('director')
}
const exportMonth = async () => {
  const chosen = await it.must('bundles.chooseFolder', {})
  return it.must('bundles.export', { period: '2026-10', folder: chosen?.token ?? '' })
}

test('lists and outings go on after the last folio that was given', async () => {
  const family = await aFamily(it)
  const { name } = await it.must('bundles.backupNow', {})
  const cover = await it.must('bundles.cover', {})
  const outing = await it.must('outings.request', aRequest(family))
  await restore(name)
  expect([cover.folio.slice(-7, -2), outing.folio.slice(-7, -2)]).toEqual(['00001', '00001'])
  expect((await it.must('bundles.cover', {})).folio).toMatch(/-00002-.$/)
  expect((await it.must('outings.request', aRequest(family))).folio).toMatch(/-00002-.$/)
  // Restored once more, the floor itself is not forgotten either.
  await restore(name)
  expect((await it.must('bundles.cover', {})).folio).toMatch(/-00003-.$/)
})

test('bundles keep their sequence and the chain that headquarters checks', async () => {
  const { name } = await it.must('bundles.backupNow', {})
  const sent = await exportMonth()
  await restore(name)
  expect(await it.must('bundles.list', {})).toMatchObject([{ sequence: sent.sequence, sha256: sent.sha256 }])
  expect((await exportMonth()).sequence).toBe(sent.sequence + 1)
})

test('where today’s database is beyond reading, the audit says that numbers may come again', async () => {
  const { name } = await it.must('bundles.backupNow', {})
  await it.must('office.lock', {})
  for (const rest of ['', '-wal', '-shm']) rmSync(join(it.folder, 'profile', `umbral.db${rest}`), { force: true })
  writeFileSync(join(it.folder, 'profile', 'umbral.db'), Buffer.alloc(8192, 7))
  await it.must('bundles.restore', { backup: name, proof: { name: STAFF.director, password: PASSWORD } })
  await it.signInAs('director')
  const [told] = (await it.must('office.audit', { event: 'backup.restored' })).entries
  expect(JSON.parse(told?.after ?? '{}')).toMatchObject({ numbersKept: false })
})

test('a certificate’s number never spells the same folio again, and the keys of lost certificates stay', async () => {
  const room = await openGraduation()
  const edition = putEnded(room)
  const personId = putGraduate(room, edition, { surname1: 'Ríos' })
  await graduate(room, edition, [personId])
  const { opened } = room.room
  const keys = await keysOf(opened.read)
  const secret = () => opened.raw.prepare('SELECT folio_secret FROM certificate_ledger').pluck().get() as Buffer
  const before = secret()
  const lost = { ...keys[0]!, id: randomUUID(), year: 2025 }
  await opened.db.transaction().execute(async (trx) => {
    const act: Pick<Act, 'db' | 'trx' | 'now'> = { db: reading(trx), trx, now: '2026-10-31T18:00:00.000Z' }
    await continueLedger(act, [...keys, lost])
  })
  expect(secret().equals(before)).toBe(false)
  expect((await keysOf(opened.read)).map(({ id }) => id)).toEqual([lost.id, keys[0]!.id])
  room.close()
})
