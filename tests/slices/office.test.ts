import { afterEach, describe, expect, test } from 'vitest'
import { aCenter, openTestOffice, PASSWORD, STAFF, type TestOffice } from '../factories/office'

let it: TestOffice
afterEach(() => it.close())

describe('set-up', () => {
  test('an empty profile becomes a locked center, and the recovery sheet is printed once', async () => {
    it = await openTestOffice({ setUp: false })
    expect((await it.must('office.status', {})).state).toBe('empty')
    const { identity, recipient } = await it.must('office.newRecovery', {})
    const made = await it.must('office.setUp', {
      center: aCenter(),
      staff: [
        { name: 'Ana Ruiz', role: 'director', password: PASSWORD },
        { name: 'Bea Soto', role: 'coordinator', password: PASSWORD },
      ],
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
})

describe('sign-in', () => {
  test('a wrong password is counted, delayed and later audited', async () => {
    it = await openTestOffice()
    await it.must('office.lock', {})
    for (let i = 0; i < 4; i++)
      expect(await it.call('office.signIn', { name: STAFF.director, password: 'no es esta' })).toMatchObject({
        refusals: [{ code: 'wrong-name-or-password' }],
      })
    expect(await it.call('office.signIn', { name: STAFF.director, password: PASSWORD })).toMatchObject({
      refusals: [{ code: 'wait', facts: { seconds: 5 } }],
    })
    it.now = '2026-10-31T18:00:06.000Z'
    await it.signInAs('director')
    const audit = await it.must('office.audit', { event: 'sign-in-failed' })
    expect(audit.total).toBe(4)
    expect(await it.must('office.verifyAudit', {})).toMatchObject({ brokenAt: null })
  })
})
