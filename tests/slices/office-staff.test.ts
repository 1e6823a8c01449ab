import { readFileSync, rmSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { generateX25519Identity } from 'age-encryption'
import type { Role } from '../../src/shared/kernel/roles'
import { aCenter, codesOf, openTestOffice, PASSWORD, STAFF, type TestOffice } from '../factories/office'

const NEXT = 'nochebuena-en-casa'
const reason = 'lo pidió la dirección'
let it: TestOffice
beforeEach(async () => {
  it = await openTestOffice()
})
afterEach(() => it.close())

const profile = (name: string): string => join(it.folder, 'profile', name)
const her = async (role: Role) => {
  const found = (await it.must('office.staff', {})).find((each) => each.name === STAFF[role])
  if (!found) throw new Error(`Nobody is ${role}`)
  return found
}
const signIn = async (role: Role, password = PASSWORD) =>
  codesOf(await it.call('office.signIn', { name: STAFF[role], password }))
/** What a thief may do from outside the app: spoil the newest file, in the hope that an older one takes its place. */
const spoilVault = () => truncateSync(profile('vault.json'), 40)

describe('changing one’s own password', () => {
  test('the new one opens, the old one no longer, not even by way of the spare file', async () => {
    const before = readFileSync(profile('vault.json'), 'utf8')
    await it.must('office.changePassword', { current: PASSWORD, next: NEXT })
    await it.must('office.lock', {})
    expect(await signIn('director')).toEqual(['wrong-name-or-password'])
    expect(await signIn('director', NEXT)).toEqual([])
    await it.must('office.lock', {})
    const oldSlot = (JSON.parse(before) as { slots: { wrapped: string }[] }).slots[0]?.wrapped ?? 'none'
    expect(readFileSync(profile('vault.json.previous'), 'utf8')).not.toContain(oldSlot)
    spoilVault()
    expect(await signIn('director')).toEqual(['wrong-name-or-password'])
    spoilVault()
    expect(await signIn('director', NEXT)).toEqual([])
  })

  test('the others’ passwords stay', async () => {
    await it.must('office.changePassword', { current: PASSWORD, next: NEXT })
    expect(await signIn('reader')).toEqual([])
  })

  test('is refused for a weak one, and without the current one, whose tries are counted and delayed too', async () => {
    const change = (current: string, next: string) => it.call('office.changePassword', { current, next })
    expect(codesOf(await change(PASSWORD, 'corta'))).toEqual(['password-short'])
    expect(codesOf(await change(PASSWORD, 'abababababababab'))).toEqual(['password-simple'])
    expect(codesOf(await change(PASSWORD, 'directora-de-todo'))).toEqual(['password-has-name'])
    for (let i = 0; i < 4; i++)
      expect(codesOf(await change('otra-cosa-nada', NEXT))).toEqual(['wrong-name-or-password'])
    expect(codesOf(await change(PASSWORD, NEXT))).toEqual(['wait'])
    it.now = '2026-10-31T18:01:00.000Z'
    expect(await signIn('director')).toEqual([])
    expect((await it.must('office.audit', { event: 'sign-in-failed' })).total).toBe(4)
    expect((await it.must('office.audit', { event: 'password-changed' })).total).toBe(0)
  })
})

describe('adding a person', () => {
  const nueva = { name: 'Nora Nueva', role: 'reader', password: NEXT } as const

  test('lets her in with her role, and her password is nowhere', async () => {
    const { id } = await it.must('office.addStaff', nueva)
    const added = await it.must('office.audit', { event: 'staff.added', subjectId: id })
    expect(added.entries[0]?.after).toBe('{"name":"Nora Nueva","role":"reader"}')
    expect(await it.call('office.signIn', { name: nueva.name, password: NEXT })).toMatchObject({
      ok: true,
      value: { id, role: 'reader' },
    })
  })

  test('is refused for a taken name and a weak password', async () => {
    const add = (changes: Partial<{ name: string; password: string }>) =>
      it.call('office.addStaff', { ...nueva, ...changes })
    expect(codesOf(await add({ name: 'lucia  LECTORA' }))).toEqual(['same-name'])
    expect(codesOf(await add({ password: 'corta' }))).toEqual(['password-short'])
    expect(codesOf(await add({ password: 'abababababababab' }))).toEqual(['password-simple'])
    expect(codesOf(await add({ password: 'nora-en-la-casa', name: 'Nora Nora' }))).toEqual(['password-has-name'])
  })
})

describe('suspending', () => {
  test('shuts her out at once, also by way of the spare file; readmitted, she gets in again', async () => {
    const { id, version } = await her('reader')
    await it.must('office.suspendStaff', { id, version, reason })
    expect(await signIn('reader')).toEqual(['wrong-name-or-password'])
    spoilVault()
    expect(await signIn('reader')).toEqual(['wrong-name-or-password'])
    await it.signInAs('director')
    expect((await her('reader')).suspendedAt).toBe(it.now)
    await it.must('office.readmitStaff', { id, version: version + 1, reason })
    expect(await signIn('reader')).toEqual([])
    await it.signInAs('director')
    const events = (await it.must('office.audit', { subjectId: id })).entries
    expect(events.filter((each) => each.reason === reason).map((each) => each.event)).toEqual([
      'staff.readmitted',
      'staff.suspended',
    ])
  })

  test('ends what she has open at another window', async () => {
    const window = it.office.connect(() => undefined)
    await it.office.call(window, 'office.signIn', { name: STAFF.coordinator, password: PASSWORD })
    await it.signInAs('director')
    expect(await it.office.call(window, 'office.staff', {})).toMatchObject({ ok: true })
    const { id, version } = await her('coordinator')
    await it.must('office.suspendStaff', { id, version, reason })
    expect(await it.office.call(window, 'office.staff', {})).toMatchObject({ refusals: [{ code: 'signed-out' }] })
  })

  test('is refused for oneself, and a suspended director does not count as the last one', async () => {
    const { id, version } = await her('director')
    expect(codesOf(await it.call('office.suspendStaff', { id, version, reason }))).toEqual(['not-yourself'])
    expect(codesOf(await it.call('office.changeRole', { id, version, role: 'reader', reason }))).toEqual([
      'last-director',
    ])
    const second = await her('coordinator')
    await it.must('office.changeRole', { id: second.id, version: second.version, role: 'director', reason })
    await it.must('office.suspendStaff', { id: second.id, version: second.version + 1, reason })
    expect(codesOf(await it.call('office.changeRole', { id, version, role: 'reader', reason }))).toEqual([
      'last-director',
    ])
    await it.must('office.readmitStaff', { id: second.id, version: second.version + 2, reason })
    await it.must('office.changeRole', { id, version, role: 'reader', reason })
    // Her power ends with the act, not with her next sign-in.
    expect(codesOf(await it.call('office.addStaff', { name: 'Eva Eva', role: 'director', password: NEXT }))).toEqual([
      'not-allowed',
    ])
  })

  test('nobody changes what somebody else changed meanwhile, nor a person who is not there', async () => {
    const { id, version } = await her('reader')
    await it.must('office.changeRole', { id, version, role: 'gate', reason })
    const seen = { id, version, reason }
    expect(codesOf(await it.call('office.changeRole', { ...seen, role: 'director' }))).toEqual(['stale'])
    expect(codesOf(await it.call('office.suspendStaff', seen))).toEqual(['stale'])
    expect(codesOf(await it.call('office.readmitStaff', seen))).toEqual(['stale'])
    expect(await signIn('reader')).toEqual([])
    await it.signInAs('director')
    const nobody = { id: '00000000-0000-4000-8000-000000000000', version: 1, reason }
    expect(codesOf(await it.call('office.suspendStaff', nobody))).toEqual(['unknown-staff'])
    expect(codesOf(await it.call('office.readmitStaff', nobody))).toEqual(['unknown-staff'])
    expect(codesOf(await it.call('office.changeRole', { ...nobody, role: 'gate' }))).toEqual(['unknown-staff'])
  })
})

describe('recovery', () => {
  let identity: string
  const recover = (changes: Partial<{ identity: string; name: string; password: string }> = {}) =>
    it.call('office.recover', { identity, name: STAFF.director, password: NEXT, ...changes })

  beforeEach(async () => {
    await it.close()
    it = await openTestOffice({ setUp: false })
    const made = await it.must('office.newRecovery', {})
    identity = made.identity
    const staff = (['director', 'reader'] as const).map((role) => ({ name: STAFF[role], role, password: PASSWORD }))
    await it.must('office.setUp', { center: aCenter(), staff, recoveryRecipient: made.recipient })
  })

  test('gives her a new password while all are lost, and signs her in', async () => {
    expect(codesOf(await recover())).toEqual([])
    expect((await it.must('office.status', {})).me?.name).toBe(STAFF.director)
    expect((await it.must('office.audit', { event: 'reset-by-recovery' })).total).toBe(1)
    await it.must('office.lock', {})
    expect(await signIn('director')).toEqual(['wrong-name-or-password'])
    spoilVault()
    expect(await signIn('director')).toEqual(['wrong-name-or-password'])
    expect(await signIn('director', NEXT)).toEqual([])
  })

  test('is refused for another key, a person who is not of the staff, a weak password; the office stays shut', async () => {
    expect(codesOf(await recover({ identity: await generateX25519Identity() }))).toEqual(['wrong-recovery-key'])
    expect(codesOf(await recover({ identity: 'AGE-SECRET-KEY-1' }))).toEqual(['wrong-recovery-key'])
    expect(codesOf(await recover({ name: 'Nadie' }))).toEqual(['unknown-staff'])
    expect(codesOf(await recover({ password: 'corta' }))).toEqual(['password-short'])
    expect((await it.must('office.status', {})).state).toBe('locked')
    expect(await it.isFileFree()).toBe(true)
    expect(await signIn('director')).toEqual([])
  })

  test('opens nothing to whoever is suspended', async () => {
    await it.signInAs('director')
    const { id, version } = await her('reader')
    await it.must('office.suspendStaff', { id, version, reason })
    await it.must('office.lock', {})
    expect(codesOf(await recover({ name: STAFF.reader }))).toEqual(['unknown-staff'])
  })

  test('does not help where the vault is gone', async () => {
    for (const name of ['vault.json', 'vault.json.previous']) rmSync(profile(name))
    expect(codesOf(await recover())).toEqual(['vault-damaged'])
    expect(await signIn('director')).toEqual(['vault-damaged'])
  })
})
