import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openDatabase } from '../../src/main/platform/db/open'
import { Strongroom } from '../../src/main/platform/vault/strongroom'
import { codesOf, openTestOffice, PASSWORD, STAFF, type TestOffice } from '../factories/office'

let it: TestOffice
beforeEach(async () => {
  it = await openTestOffice()
})
afterEach(() => it.close())

describe('the audit page', () => {
  test('shows newest first, filters by person, event, subject, and pages without gap or repeat', async () => {
    for (let i = 0; i < 230; i++) await it.must('office.setLanguage', { language: i % 2 ? 'en' : 'es' })
    await it.signInAs('coordinator')
    const first = await it.must('office.audit', { event: 'language-set', actor: 'rosa dir' })
    expect({ n: first.entries.length, total: first.total, more: first.more }).toEqual({
      n: 100,
      total: 230,
      more: true,
    })
    const seen = first.entries.map((each) => each.seq)
    for (let more = first.more; more;) {
      const page = await it.must('office.audit', { event: 'language-set', before: seen.at(-1) ?? 0 })
      seen.push(...page.entries.map((each) => each.seq))
      more = page.more
    }
    expect(seen).toEqual([...new Set(seen)].sort((a, b) => b - a))
    expect(seen).toHaveLength(230)
    expect((await it.must('office.audit', { actor: STAFF.reader })).total).toBe(0)
    const { id } = (await it.must('office.staff', {})).find((each) => each.name === STAFF.gate) ?? { id: '' }
    expect((await it.must('office.audit', { subjectId: id })).entries.map((each) => each.event)).toEqual([
      'staff.added',
    ])
  })

  test('a day is the day of the center, not of Greenwich', async () => {
    // 20:00 on the 31st at the center is already November in UTC.
    it.now = '2026-11-01T02:00:00.000Z'
    await it.must('office.setLanguage', { language: 'en' })
    // Half past midnight on the 1st.
    it.now = '2026-11-01T06:30:00.000Z'
    await it.must('office.setLanguage', { language: 'es' })
    const on = async (day: string) =>
      (await it.must('office.audit', { event: 'language-set', from: day, until: day })).entries.map((each) => each.at)
    expect(await on('2026-10-31')).toEqual(['2026-11-01T02:00:00.000Z'])
    expect(await on('2026-11-01')).toEqual(['2026-11-01T06:30:00.000Z'])
  })

  test.each([
    ['axis-lead', ['not-allowed']],
    ['mother-child', ['not-allowed']],
    ['mental-health', ['not-allowed']],
    ['gate', ['not-allowed']],
    ['reader', ['not-allowed']],
    ['coordinator', []],
  ] as const)('is read by %s: %j', async (role, codes) => {
    await it.signInAs(role)
    expect(codesOf(await it.call('office.audit', {}))).toEqual(codes)
    expect(codesOf(await it.call('office.verifyAudit', {}))).toEqual(codes)
  })
})

describe('the check of the chain', () => {
  /** Somebody who got at the key and the file, and took the triggers away first. */
  async function tamper(statement: string): Promise<void> {
    await it.must('office.lock', {})
    const room = new Strongroom(join(it.folder, 'profile'))
    await room.open(STAFF.director, PASSWORD, it.now)
    const key = room.withKey((held) => Buffer.from(held))
    room.close()
    const opened = openDatabase(room.databaseFile, key)
    for (const name of opened.raw.prepare(`SELECT name FROM sqlite_master WHERE type = 'trigger'`).pluck().all())
      opened.raw.exec(`DROP TRIGGER "${String(name)}"`)
    opened.raw.exec(statement)
    opened.close()
    await it.signInAs('director')
  }

  test.each([
    ['an actor put in another’s place', `UPDATE audit_event SET actor_name = 'Otra' WHERE seq = 4`, 4],
    ['an event taken out', 'DELETE FROM audit_event WHERE seq = 5', 5],
    ['a time moved', `UPDATE audit_event SET at = '2026-10-30T00:00:00.000Z' WHERE seq = 2`, 2],
  ])('names the first broken link: %s', async (_what, statement, brokenAt) => {
    expect((await it.must('office.verifyAudit', {})).brokenAt).toBeNull()
    await tamper(statement)
    expect((await it.must('office.verifyAudit', {})).brokenAt).toBe(brokenAt)
  })
})

describe('drafts', () => {
  test('are kept per person and form, replaced, dropped, and leave no trace in the audit', async () => {
    const before = (await it.must('office.audit', {})).total
    expect(await it.must('office.draft', { form: 'alta' })).toBeNull()
    await it.must('office.saveDraft', { form: 'alta', content: '{"name":"Xó' })
    it.now = '2026-10-31T18:01:00.000Z'
    await it.must('office.saveDraft', { form: 'alta', content: '{"name":"Xóchitl"}' })
    expect(await it.must('office.draft', { form: 'alta' })).toEqual({ content: '{"name":"Xóchitl"}', savedAt: it.now })
    expect(await it.must('office.draft', { form: 'salida' })).toBeNull()
    expect((await it.must('office.audit', {})).total).toBe(before)
    await it.signInAs('reader')
    expect(await it.must('office.draft', { form: 'alta' })).toBeNull()
    await it.signInAs('director')
    await it.must('office.dropDraft', { form: 'alta' })
    expect(await it.must('office.draft', { form: 'alta' })).toBeNull()
  })
})

describe('settings', () => {
  test('nobody overwrites what somebody else changed meanwhile; the code is for life', async () => {
    const { version, ...settings } = await it.must('office.settings', {})
    const change = (over: Partial<typeof settings>, seen = version) =>
      it.call('office.changeSettings', { version: seen, settings: { ...settings, ...over } })
    expect(await change({ name: 'Centro Nuevo' })).toMatchObject({
      value: { name: 'Centro Nuevo', version: version + 1 },
    })
    expect(codesOf(await change({ name: 'Otro' }))).toEqual(['stale'])
    expect(codesOf(await change({ code: 'OTR' }, version + 1))).toEqual(['code-fixed'])
    expect(codesOf(await change({ timezone: 'Luna/Mar' }, version + 1))).toEqual(['bad-timezone'])
    expect(codesOf(await change({ hqRecipients: ['age1x'] }, version + 1))).toEqual(['bad-recipient'])
    const [event] = (await it.must('office.audit', { event: 'settings-changed' })).entries
    expect(event?.before).toContain('Centro de Demostración')
    expect(event?.after).toContain('Centro Nuevo')
  })

  test('a change of time zone moves the day at once', async () => {
    it.now = '2026-11-01T02:00:00.000Z'
    expect(await it.must('office.today', {})).toEqual({ today: '2026-10-31', time: '20:00' })
    const { version, ...settings } = await it.must('office.settings', {})
    await it.must('office.changeSettings', { version, settings: { ...settings, timezone: 'Europe/Madrid' } })
    expect(await it.must('office.today', {})).toEqual({ today: '2026-11-01', time: '03:00' })
  })
})
