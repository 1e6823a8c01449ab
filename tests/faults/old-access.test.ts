/** Nothing of yesterday opens today: old backups, old passwords, old roles, a clock that moved, two tries at once. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { makeBackup } from '../../src/main/platform/jobs/backup'
import { FLOOR } from '../../src/main/platform/vault/password'
import { Strongroom } from '../../src/main/platform/vault/strongroom'
import { codesOf, openTestOffice, PASSWORD, STAFF, type TestOffice } from '../factories/office'

const NEXT = 'bugambilia-en-mayo'

describe('an old backup', () => {
  let it: TestOffice
  const profile = (...parts: string[]): string => join(it.folder, 'profile', ...parts)
  const restore = async (backup: string, name: string, password = PASSWORD): Promise<string[]> =>
    codesOf(await it.call('bundles.restore', { backup, proof: { name, password } }))
  const staffNamed = async (name: string) => {
    const found = (await it.must('office.staff', {})).find((each) => each.name === name)
    if (!found) throw new Error('Nobody of that name')
    return found
  }

  beforeEach(async () => {
    it = await openTestOffice()
  })
  afterEach(() => it.close())

  test('is not opened by a password changed since, nor does it bring that password back', async () => {
    const { name } = await it.must('bundles.backupNow', {})
    await it.must('office.changePassword', { current: PASSWORD, next: NEXT })
    await it.must('office.lock', {})
    expect(await restore(name, STAFF.director)).toEqual(['wrong-name-or-password'])
    expect(await restore(name, STAFF.director, NEXT)).toEqual([])
    expect(codesOf(await it.call('office.signIn', { name: STAFF.director, password: PASSWORD }))).toEqual([
      'wrong-name-or-password',
    ])
    expect(codesOf(await it.call('office.signIn', { name: STAFF.director, password: NEXT }))).toEqual([])
  })

  test('is not brought back by somebody who has lost that right since', async () => {
    const { name } = await it.must('bundles.backupNow', {})
    const { id, version } = await staffNamed(STAFF.coordinator)
    await it.must('office.changeRole', { id, version, role: 'reader', reason: 'Cambio de puesto' })
    await it.must('office.lock', {})
    expect(await restore(name, STAFF.coordinator)).toEqual(['restore-not-allowed'])
  })

  test('does not let somebody in again who was suspended since, and the list of staff says so', async () => {
    const { name } = await it.must('bundles.backupNow', {})
    const { id, version } = await staffNamed(STAFF.coordinator)
    await it.must('office.suspendStaff', { id, version, reason: 'Ya no trabaja aquí' })
    await it.must('office.lock', {})
    expect(await restore(name, STAFF.director)).toEqual([])
    expect(codesOf(await it.call('office.signIn', { name: STAFF.coordinator, password: PASSWORD }))).toEqual([
      'wrong-name-or-password',
    ])
    await it.signInAs('director')
    expect((await staffNamed(STAFF.coordinator)).suspendedAt).not.toBeNull()
    expect(await it.must('office.verifyAudit', {})).toMatchObject({ brokenAt: null })
  })

  test('gives no fresh tries: all doors share one count, and the failures reach the audit', async () => {
    const first = await it.must('bundles.backupNow', {})
    it.now = '2026-11-01T18:00:00.000Z'
    const second = await it.must('bundles.backupNow', {})
    await it.must('office.lock', {})
    await restore(first.name, STAFF.director, 'no 1')
    await restore(second.name, STAFF.director, 'no 2')
    await it.call('office.signIn', { name: STAFF.director, password: 'no 3' })
    await restore(first.name, STAFF.director, 'no 4')
    expect(await restore(second.name, STAFF.director)).toEqual(['wait'])
    it.now = '2026-11-01T19:00:00.000Z'
    await it.signInAs('director')
    expect((await it.must('office.audit', { event: 'staff.sign-in-failed' })).total).toBe(4)
  })

  test('brought to a PC whose set-up was interrupted is a center, and no set-up wipes it', async () => {
    const { name } = await it.must('bundles.backupNow', {})
    await it.must('office.lock', {})
    for (const each of readdirSync(profile())) if (each !== 'backups') rmSync(profile(each), { recursive: true })
    writeFileSync(profile('setting-up'), '')
    expect((await it.must('office.status', {})).state).toBe('empty')
    expect(await restore(name, STAFF.director)).toEqual([])
    expect((await it.must('office.status', {})).state).toBe('locked')
    await it.signInAs('director')
  })

  test('is not what stays when the clock falls back years: the copy just made does', async () => {
    for (let month = 1; month <= 14; month++) {
      it.now = new Date(Date.UTC(2025, 8 + month, 15, 18)).toISOString()
      if (!existsSync(profile('backups'))) mkdirSync(profile('backups'))
      const stamp = it.now.slice(0, 10).replaceAll('-', '')
      for (const end of ['db', 'vault.json']) writeFileSync(profile('backups', `umbral-${stamp}-1800.${end}`), '')
    }
    it.now = '2010-01-01T06:00:00.000Z'
    const made = await it.must('bundles.backupNow', {})
    expect(existsSync(profile('backups', made.name))).toBe(true)
  })
})

describe('the vault', () => {
  const ana = { staffId: randomUUID(), name: 'Ana Ruiz', password: PASSWORD }
  const bea = { staffId: randomUUID(), name: 'Bea Soto', password: PASSWORD }
  let folder: string
  let room: Strongroom

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'umbral-access-'))
    room = new Strongroom(folder)
    const recipient = await identityToRecipient(await generateX25519Identity())
    await room.create([ana, bea], recipient, FLOOR, '2026-11-21T12:00:00.000Z')
  })
  afterEach(() => {
    room.close()
    rmSync(folder, { recursive: true, force: true })
  })

  test('keeps out whoever is suspended in the very moment in which somebody guesses', async () => {
    const guess = room.vault.unlock(bea.name, 'no es esta', '2026-11-21T12:00:00.000Z')
    room.vault.setSuspended(ana.staffId, true)
    expect(await guess).toMatchObject({ ok: false })
    expect(await room.vault.unlock(ana.name, PASSWORD, '2026-11-21T12:00:00.000Z')).toMatchObject({ ok: false })
    expect(await room.vault.unlock(bea.name, PASSWORD, '2026-11-21T12:00:00.000Z')).toMatchObject({ ok: true })
  })

  test('still counts a guess made while a password was being changed', async () => {
    const changing = room.withKey((key) => room.vault.setSlot(key, { ...ana, password: NEXT }))
    const guess = room.vault.unlock(bea.name, 'no es esta', '2026-11-21T12:00:00.000Z')
    await Promise.all([changing, guess])
    expect(await room.vault.unlock(ana.name, NEXT, '2026-11-21T12:00:00.000Z')).toMatchObject({
      ok: true,
      failures: [{ staffId: bea.staffId }],
    })
  })

  test('does not shut everybody out for years because the clock was ahead when somebody guessed', async () => {
    for (let i = 0; i < 4; i++) await room.vault.unlock(ana.name, 'no es esta', '2036-01-01T00:00:00.000Z')
    const again = await new Strongroom(folder).vault.unlock(ana.name, PASSWORD, '2026-11-21T12:00:00.000Z')
    expect(again).toEqual({ ok: false, code: 'wait', seconds: 5 })
    expect(await new Strongroom(folder).vault.unlock(ana.name, PASSWORD, '2026-11-21T12:00:05.000Z')).toMatchObject({
      ok: true,
    })
  })

  test('gains nothing by a clock turned back: the wait begins anew, it is not over', async () => {
    for (let i = 0; i < 4; i++) await room.vault.unlock(ana.name, 'no es esta', '2026-11-21T12:00:00.000Z')
    expect(await room.vault.unlock(ana.name, PASSWORD, '2020-01-01T00:00:00.000Z')).toMatchObject({ code: 'wait' })
  })

  test('backs up under the name of the minute, and a second copy in that minute leaves one whole pair', async () => {
    await makeBackup(room, '2026-11-21T12:00:00.000Z')
    await makeBackup(room, '2026-11-21T12:00:30.000Z')
    expect(readdirSync(join(folder, 'backups')).sort()).toEqual([
      'umbral-20261121-1200.db',
      'umbral-20261121-1200.vault.json',
    ])
  })
})
