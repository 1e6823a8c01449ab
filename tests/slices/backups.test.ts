import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openTestOffice, PASSWORD, STAFF, type TestOffice } from '../factories/office'
import { registerWoman } from '../factories/people'

let it: TestOffice
const profile = (...parts: string[]): string => join(it.folder, 'profile', ...parts)
const proof = { name: STAFF.director, password: PASSWORD }
const women = async (): Promise<number> => (await it.must('bundles.month', { period: '2026-10' })).women.atEnd
const refusalOf = async (input: Parameters<typeof it.call<'bundles.restore'>>[1]): Promise<string | undefined> => {
  const answer = await it.call('bundles.restore', input)
  return answer.ok ? 'restored' : answer.refusals[0]?.code
}

beforeEach(async () => {
  it = await openTestOffice()
})
afterEach(() => it.close())

describe('a backup', () => {
  test('is encrypted, stands beside its vault, and its age is shown', async () => {
    expect(await it.must('bundles.backupStatus', {})).toEqual({
      latest: null,
      hours: null,
      minutes: null,
      due: true,
      count: 0,
    })
    const made = await it.must('bundles.backupNow', {})
    expect(made).toMatchObject({ name: 'umbral-20261031-1800.db', madeAt: '2026-10-31T18:00:00.000Z' })
    expect(readdirSync(profile('backups')).sort()).toEqual([
      'umbral-20261031-1800.db',
      'umbral-20261031-1800.vault.json',
    ])
    const bytes = readFileSync(profile('backups', made.name))
    expect(bytes.subarray(0, 15).toString('latin1')).not.toBe('SQLite format 3')
    expect(bytes.includes('Rosa Directora')).toBe(false)
    it.now = '2026-11-01T15:30:00.000Z'
    expect(await it.must('bundles.backupStatus', {})).toMatchObject({
      hours: 21,
      minutes: 21 * 60 + 30,
      due: true,
      count: 1,
    })
    expect((await it.must('office.audit', { event: 'backup.made' })).total).toBe(1)
  })

  test('leaves no half-written file behind, nor one of an earlier power cut', async () => {
    mkdirSync(profile('backups'))
    writeFileSync(profile('backups', 'umbral-20261030-1800.db.part'), 'half')
    await it.must('bundles.backupNow', {})
    expect(readdirSync(profile('backups')).filter((name) => name.includes('.part'))).toEqual([])
  })

  test('without its vault is not offered', async () => {
    const made = await it.must('bundles.backupNow', {})
    rmSync(profile('backups', made.name.replace('.db', '.vault.json')))
    expect(await it.must('bundles.backups', {})).toEqual([])
  })

  test('that cannot be written gets its sentence, and the good ones stay', async () => {
    await it.must('bundles.backupNow', {})
    it.now = '2026-11-02T18:00:00.000Z'
    // A folder in the place of the file: the copy can be made but never gets its name.
    mkdirSync(profile('backups', 'umbral-20261102-1800.db', 'x'), { recursive: true })
    expect(await it.call('bundles.backupNow', {})).toMatchObject({ ok: false })
    expect((await it.must('bundles.backups', {})).map((each) => each.name)).toContain('umbral-20261031-1800.db')
    expect(await it.must('bundles.backupStatus', {})).toMatchObject({ latest: { name: 'umbral-20261031-1800.db' } })
  })

  test('is made while others work, waiting for their transactions', async () => {
    const answers = await Promise.all([
      registerWoman(it),
      it.call('bundles.backupNow', {}),
      registerWoman(it),
      it.call('office.verifyAudit', {}),
    ])
    expect(answers[1]).toMatchObject({ ok: true })
    expect(answers[3]).toMatchObject({ ok: true, value: { brokenAt: null } })
  })
})

describe('restoring', () => {
  test('brings the day back, sets today aside, and is the first thing the restored audit tells', async () => {
    await registerWoman(it)
    const { name } = await it.must('bundles.backupNow', {})
    await registerWoman(it)
    expect(await women()).toBe(2)
    const lost = readFileSync(profile('vault.json'))
    await it.must('office.lock', {})
    const { setAside } = await it.must('bundles.restore', { backup: name, proof })
    expect((await it.must('office.status', {})).state).toBe('locked')
    expect(readdirSync(profile(setAside)).sort()).toEqual(expect.arrayContaining(['umbral.db', 'vault.json']))
    expect(readFileSync(profile(setAside, 'vault.json')).equals(lost)).toBe(true)
    await it.signInAs('director')
    expect(await women()).toBe(1)
    expect(await it.must('office.verifyAudit', {})).toMatchObject({ brokenAt: null })
    const told = await it.must('office.audit', { event: 'backup.restored' })
    expect(told.entries[0]).toMatchObject({ actor: STAFF.director })
    expect(JSON.parse(told.entries[0]?.after ?? '{}')).toMatchObject({ name, setAside })
    expect((await it.must('bundles.backups', {})).map((each) => each.name)).toEqual([name])
  })

  test('works when the database and the vault are gone or damaged', async () => {
    await registerWoman(it)
    const { name } = await it.must('bundles.backupNow', {})
    await it.must('office.lock', {})
    truncateSync(profile('umbral.db'), 5000)
    writeFileSync(profile('vault.json'), '{"half')
    rmSync(profile('vault.json.previous'), { force: true })
    expect(await it.call('office.signIn', proof)).toMatchObject({ refusals: [{ code: 'vault-damaged' }] })
    const { setAside } = await it.must('bundles.restore', { backup: name, proof })
    expect(existsSync(profile(setAside, 'umbral.db'))).toBe(true)
    await it.signInAs('director')
    expect(await women()).toBe(1)

    await it.must('office.lock', {})
    for (const file of ['umbral.db', 'vault.json', 'vault.json.previous']) rmSync(profile(file), { force: true })
    it.now = '2026-10-31T19:00:00.000Z'
    await it.must('bundles.restore', { backup: name, proof })
    await it.signInAs('director')
    expect(await women()).toBe(1)
  })

  test('also opens with the recovery key', async () => {
    await it.close()
    it = await openTestOffice({ setUp: false })
    const recovery = await it.must('office.newRecovery', {})
    const { aCenter } = await import('../factories/office')
    await it.must('office.setUp', {
      center: aCenter(),
      staff: [
        { name: STAFF.director, role: 'director', password: PASSWORD },
        { name: STAFF.gate, role: 'gate', password: PASSWORD },
      ],
      recoveryRecipient: recovery.recipient,
    })
    await it.signInAs('director')
    const { name } = await it.must('bundles.backupNow', {})
    await it.must('office.lock', {})
    expect(await refusalOf({ backup: name, proof: { identity: 'AGE-SECRET-KEY-1NADA' } })).toBe('wrong-recovery-key')
    expect(await refusalOf({ backup: name, proof: { identity: recovery.identity } })).toBe('restored')
    await it.signInAs('director')
    expect((await it.must('office.audit', { event: 'backup.restored' })).entries[0]).toMatchObject({ actor: 'Umbral' })
  })

  test('is refused, and changes nothing: wrong password, unknown or damaged backup, a role that may not', async () => {
    const { name } = await it.must('bundles.backupNow', {})
    await it.must('office.lock', {})
    const before = readFileSync(profile('umbral.db'))
    expect(await refusalOf({ backup: name, proof: { ...proof, password: 'no es esta' } })).toBe(
      'wrong-name-or-password',
    )
    expect(await refusalOf({ backup: '../umbral.db', proof })).toBe('unknown-backup')
    expect(await refusalOf({ backup: 'umbral-20200101-0000.db', proof })).toBe('unknown-backup')
    expect(await refusalOf({ backup: name, proof: { ...proof, name: STAFF.gate } })).toBe('restore-not-allowed')
    const bytes = readFileSync(profile('backups', name))
    bytes.fill(0, bytes.length >> 1, (bytes.length >> 1) + 4096)
    writeFileSync(profile('backups', name), bytes)
    expect(await refusalOf({ backup: name, proof })).toBe('backup-damaged')
    truncateSync(profile('backups', name), 100)
    expect(await refusalOf({ backup: name, proof })).toBe('backup-damaged')
    expect(readFileSync(profile('umbral.db')).equals(before)).toBe(true)
    expect(readdirSync(profile()).filter((each) => each.startsWith('set-aside'))).toEqual([])
    expect(readdirSync(profile('backups')).filter((each) => each.includes('.part'))).toEqual([])
  })

  test('is refused to whoever is suspended today, though her password opened it then', async () => {
    const { name } = await it.must('bundles.backupNow', {})
    const clara = (await it.must('office.staff', {})).find((each) => each.role === 'coordinator')
    const suspending = { id: clara?.id ?? '', version: clara?.version ?? 0, reason: 'Ya no trabaja aquí' }
    await it.must('office.suspendStaff', suspending)
    await it.must('office.lock', {})
    expect(await refusalOf({ backup: name, proof: { name: STAFF.coordinator, password: PASSWORD } })).toBe(
      'wrong-name-or-password',
    )
    expect(await refusalOf({ backup: name, proof })).toBe('restored')
  })

  test('guesses are counted and delayed beside the backup', async () => {
    const { name } = await it.must('bundles.backupNow', {})
    await it.must('office.lock', {})
    for (let i = 0; i < 4; i++) await refusalOf({ backup: name, proof: { ...proof, password: `no ${i}` } })
    expect(await refusalOf({ backup: name, proof })).toBe('wait')
  })
})
