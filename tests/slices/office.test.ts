import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { generateX25519Identity } from 'age-encryption'
import type { Input } from '../../src/shared/contract'
import { aCenter, codesOf, openTestOffice, PASSWORD, STAFF, type TestOffice } from '../factories/office'

let it: TestOffice
afterEach(() => it.close())
const profile = (...parts: string[]): string => join(it.folder, 'profile', ...parts)

type SetUp = Input<'office.setUp'>
const two: SetUp['staff'] = [
  { name: 'Ana Ruiz', role: 'director', password: PASSWORD },
  { name: 'Bea Soto', role: 'coordinator', password: PASSWORD },
]

describe('set-up', () => {
  test('an empty profile becomes a locked center, and the recovery sheet is printed once', async () => {
    it = await openTestOffice({ setUp: false })
    expect((await it.must('office.status', {})).state).toBe('empty')
    const { identity, recipient } = await it.must('office.newRecovery', {})
    const made = await it.must('office.setUp', {
      center: aCenter(),
      staff: two,
      recoveryRecipient: recipient,
      recoveryIdentity: identity,
    })
    expect(
      Buffer.from(made.recoverySheet ?? '', 'base64')
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-')
    expect((await it.must('office.status', {})).state).toBe('locked')
    expect(await it.call('office.signIn', { name: 'ana ruiz', password: PASSWORD })).toMatchObject({ ok: true })
  })

  const wrong: readonly (readonly [string, string, (good: SetUp) => SetUp])[] = [
    ['bad-recipient', 'recoveryRecipient', (good) => ({ ...good, recoveryRecipient: 'age1nobody' })],
    ['bad-recipient', 'center.hqRecipients', (good) => ({ ...good, center: aCenter({ hqRecipients: ['age1x'] }) })],
    ['bad-timezone', 'center.timezone', (good) => ({ ...good, center: aCenter({ timezone: 'Luna/Mar' }) })],
    ['no-director', 'staff', (good) => ({ ...good, staff: two.map((each) => ({ ...each, role: 'coordinator' })) })],
    ['same-name', 'staff', (good) => ({ ...good, staff: two.map((each) => ({ ...each, name: 'ÁNA  ruiz' })) })],
    ['password-short', 'staff.1.password', (good) => ({ ...good, staff: withPassword('jacaranda') })],
    ['password-simple', 'staff.1.password', (good) => ({ ...good, staff: withPassword('aaaaaaaaaaaaaa') })],
    ['password-has-name', 'staff.1.password', (good) => ({ ...good, staff: withPassword('la-casa-de-soto') })],
  ]
  const withPassword = (password: string): SetUp['staff'] =>
    two.map((each, index) => (index === 1 ? { ...each, password } : each))

  test.each(wrong)('is refused for %s at %s, and the profile stays empty', async (code, field, spoil) => {
    it = await openTestOffice({ setUp: false })
    const { recipient } = await it.must('office.newRecovery', {})
    const answer = await it.call('office.setUp', spoil({ center: aCenter(), staff: two, recoveryRecipient: recipient }))
    expect(answer).toMatchObject({ ok: false, refusals: [{ code, field }] })
    expect((await it.must('office.status', {})).state).toBe('empty')
    expect(existsSync(profile())).toBe(false)
  })

  test('is refused where a center stands, even to somebody who deleted its vault', async () => {
    it = await openTestOffice()
    await it.must('office.lock', {})
    for (const name of ['vault.json', 'vault.json.previous']) rmSync(profile(name), { force: true })
    const again = {
      center: aCenter(),
      staff: two,
      recoveryRecipient: (await it.must('office.newRecovery', {})).recipient,
    }
    expect(codesOf(await it.call('office.setUp', again))).toEqual(['already-set-up'])
  })

  test('done twice at once makes one center', async () => {
    it = await openTestOffice({ setUp: false })
    const { recipient } = await it.must('office.newRecovery', {})
    const input = { center: aCenter(), staff: two, recoveryRecipient: recipient }
    const answers = await Promise.all([it.call('office.setUp', input), it.call('office.setUp', input)])
    expect(answers.map((answer) => (answer.ok ? 'made' : answer.refusals[0]?.code))).toEqual(['made', 'already-set-up'])
    await it.must('office.signIn', { name: 'Ana Ruiz', password: PASSWORD })
    expect((await it.must('office.staff', {})).map((each) => each.name)).toEqual(['Ana Ruiz', 'Bea Soto'])
  })

  test('that the power interrupted can be done again', async () => {
    it = await openTestOffice({ setUp: false })
    mkdirSync(profile())
    for (const name of ['setting-up', 'umbral.db', 'umbral.db-wal', 'vault.json']) writeFileSync(profile(name), 'half')
    expect((await it.must('office.status', {})).state).toBe('empty')
    const { recipient } = await it.must('office.newRecovery', {})
    await it.must('office.setUp', { center: aCenter(), staff: two, recoveryRecipient: recipient })
    expect(readdirSync(profile()).sort()).toEqual(['umbral.db', 'vault.json', 'vault.json.previous'])
    await it.must('office.signIn', { name: 'Ana Ruiz', password: PASSWORD })
  })

  test('nobody signs in, nor recovers, where there is no center', async () => {
    it = await openTestOffice({ setUp: false })
    expect(codesOf(await it.call('office.signIn', { name: 'Ana', password: PASSWORD }))).toEqual(['not-set-up'])
    const identity = await generateX25519Identity()
    const recover = { identity, name: 'Ana', password: PASSWORD }
    expect(codesOf(await it.call('office.recover', recover))).toEqual(['not-set-up'])
  })
})

describe('sign-in', () => {
  const wrong = () => it.call('office.signIn', { name: STAFF.director, password: 'no es esta' })

  test('a wrong password is counted, delayed and later audited', async () => {
    it = await openTestOffice()
    await it.must('office.lock', {})
    for (let i = 0; i < 4; i++) expect(codesOf(await wrong())).toEqual(['wrong-name-or-password'])
    expect(await it.call('office.signIn', { name: STAFF.director, password: PASSWORD })).toMatchObject({
      refusals: [{ code: 'wait', facts: { seconds: 5 } }],
    })
    it.now = '2026-10-31T18:00:06.000Z'
    await it.signInAs('director')
    const audit = await it.must('office.audit', { event: 'sign-in-failed' })
    expect(audit.total).toBe(4)
    expect(audit.entries[0]?.after).toBe('{"triedAt":"2026-10-31T18:00:00.000Z"}')
    await it.must('office.lock', {})
    await it.signInAs('director')
    expect((await it.must('office.audit', { event: 'sign-in-failed' })).total).toBe(4)
    expect(await it.must('office.verifyAudit', {})).toMatchObject({ brokenAt: null })
  })

  test('tries made all at once are counted one by one, and no more than the free ones are tried', async () => {
    it = await openTestOffice()
    await it.must('office.lock', {})
    const answers = await Promise.all(Array.from({ length: 7 }, wrong))
    expect(answers.flatMap(codesOf).filter((code) => code === 'wrong-name-or-password')).toHaveLength(4)
    expect(answers.flatMap(codesOf).filter((code) => code === 'wait')).toHaveLength(3)
  })

  test('a name that nobody has is refused in the same words', async () => {
    it = await openTestOffice()
    const answer = await it.call('office.signIn', { name: 'Nadie Conocida', password: PASSWORD })
    expect(codesOf(answer)).toEqual(['wrong-name-or-password'])
  })

  test('a fast change of user needs no lock; the first is out even if the second mistypes', async () => {
    it = await openTestOffice()
    await it.signInAs('reader')
    expect((await it.must('office.status', {})).me).toMatchObject({ name: STAFF.reader, role: 'reader' })
    expect(codesOf(await it.call('office.audit', {}))).toEqual(['not-allowed'])
    expect(codesOf(await wrong())).toEqual(['wrong-name-or-password'])
    expect((await it.must('office.status', {})).state).toBe('locked')
    expect(codesOf(await it.call('office.settings', {}))).toEqual(['signed-out'])
    expect(await it.isFileFree()).toBe(true)
  })

  test('two quick sign-ins: the later one is in', async () => {
    it = await openTestOffice()
    await it.must('office.lock', {})
    await Promise.all([it.signInAs('director'), it.signInAs('gate')])
    expect((await it.must('office.status', {})).me?.role).toBe('gate')
    expect(codesOf(await it.call('office.staff', {}))).toEqual(['not-allowed'])
    expect(await it.must('office.today', {})).toMatchObject({ today: '2026-10-31' })
  })

  test('after the office closed nothing answers any more, and a sign-in does not open it again', async () => {
    it = await openTestOffice()
    const signingIn = it.call('office.signIn', { name: STAFF.reader, password: PASSWORD })
    await it.office.close()
    await signingIn
    expect(codesOf(await it.call('office.signIn', { name: STAFF.reader, password: PASSWORD }))).toEqual(['signed-out'])
    expect(codesOf(await it.call('office.settings', {}))).toEqual(['signed-out'])
    expect(await it.isFileFree()).toBe(true)
  })
})
