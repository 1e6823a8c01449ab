import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createOffice, type Office } from '../../src/main/app/office'
import { papers } from '../../src/main/app/papers'
import { renderHere } from '../../src/main/platform/documents/render-here'
import { FLOOR } from '../../src/main/platform/vault/password'
import { Vault } from '../../src/main/platform/vault/vault'
import { join } from 'node:path'
import { codesOf, openTestOffice, PASSWORD, STAFF, type TestOffice } from '../factories/office'
import { createAxis, createEdition } from '../factories/programs'

const MINUTE = 60_000
let it: TestOffice
let key: Buffer | undefined

/** Notes the data key as the vault hands it out, to see whether it is wiped. */
function watchKey(): void {
  const unlock = Object.getOwnPropertyDescriptor(Vault.prototype, 'unlock')?.value as Vault['unlock']
  vi.spyOn(Vault.prototype, 'unlock').mockImplementation(async function (this: Vault, ...given) {
    const answer = await unlock.apply(this, given)
    if (answer.ok) key = answer.key
    return answer
  })
}
const isWiped = (): boolean => key?.every((byte) => byte === 0) ?? false
const state = async () => (await it.must('office.status', {})).state
const locked = () => it.events.filter((event) => event.type === 'locked')

beforeEach(() => {
  key = undefined
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  watchKey()
})
afterEach(async () => {
  vi.useRealTimers()
  vi.restoreAllMocks()
  await it.close()
})

describe('the idle lock', () => {
  test('comes after five minutes: the page is told, the file is closed, the key wiped, the lock written down', async () => {
    it = await openTestOffice()
    await vi.advanceTimersByTimeAsync(5 * MINUTE - 1)
    expect(locked()).toEqual([])
    expect(await state()).toBe('open')
    expect(isWiped()).toBe(false)
    await vi.advanceTimersByTimeAsync(1)
    expect(locked()).toEqual([{ type: 'locked', why: 'idle' }])
    await vi.waitFor(() => expect(isWiped()).toBe(true))
    expect(await state()).toBe('locked')
    expect(codesOf(await it.call('office.settings', {}))).toEqual(['signed-out'])
    expect(await it.isFileFree()).toBe(true)
    await it.signInAs('director')
    expect((await it.must('office.audit', { event: 'staff.locked' })).total).toBe(1)
  })

  test('waits as long as she is there, and no other call counts as being there', async () => {
    it = await openTestOffice()
    for (let i = 0; i < 3; i++) {
      await vi.advanceTimersByTimeAsync(4 * MINUTE)
      await it.must('office.stillHere', {})
    }
    expect(locked()).toEqual([])
    await vi.advanceTimersByTimeAsync(4 * MINUTE)
    await it.must('office.today', {})
    await vi.advanceTimersByTimeAsync(MINUTE)
    expect(locked()).toHaveLength(1)
  })

  test('follows a change of its minutes at once', async () => {
    it = await openTestOffice()
    const { version, ...settings } = await it.must('office.settings', {})
    await it.must('office.changeSettings', { version, settings: { ...settings, idleMinutes: 1 } })
    await vi.advanceTimersByTimeAsync(MINUTE)
    expect(locked()).toHaveLength(1)
  })

  test('is not postponed by a page where nobody is signed in', async () => {
    it = await openTestOffice()
    const other = it.office.connect(() => undefined)
    await vi.advanceTimersByTimeAsync(4 * MINUTE)
    await it.office.call(other, 'office.stillHere', {})
    await vi.advanceTimersByTimeAsync(MINUTE)
    expect(locked()).toHaveLength(1)
  })

  test('the button locks as well, and no clock runs on behind it', async () => {
    it = await openTestOffice()
    await it.must('office.lock', {})
    expect(isWiped()).toBe(true)
    await vi.advanceTimersByTimeAsync(60 * MINUTE)
    expect(locked()).toEqual([])
  })
})

describe('a lock in the middle of something', () => {
  test('a paper in the making: the page is locked at once, nothing is recorded, then the file is closed', async () => {
    vi.useRealTimers()
    it = await openTestOffice()
    await createEdition(it, await createAxis(it), 'CL-01', 'Costura')
    await it.must('office.lock', {})
    let finish: () => void = () => undefined
    let made = 0
    const render = renderHere(papers)
    const office: Office = createOffice({
      folder: join(it.folder, 'profile'),
      host: 'headless',
      clock: { now: () => it.now },
      log: { failure: () => 0 },
      kdfCost: FLOOR,
      render: async (...wish) => {
        made += 1
        await new Promise<void>((resolve) => (finish = resolve))
        return render(...wish)
      },
      desk: { chooseFolder: () => Promise.resolve(null), saveFile: () => Promise.resolve(null) },
      appVersion: '0.0.0-test',
    })
    const page = office.connect(() => undefined)
    const call = (channel: string, input: unknown) => office.call(page, channel, input)
    await call('office.signIn', { name: STAFF.director, password: PASSWORD })
    const printing = call('timetable.printWeek', { day: '2026-10-26' })
    await vi.waitFor(() => expect(made).toBe(1))
    const locking = call('office.lock', {})
    expect(codesOf(await call('office.settings', {}))).toEqual(['signed-out'])
    expect(await it.isFileFree()).toBe(false)
    finish()
    expect(codesOf(await printing)).toEqual(['stopped'])
    await locking
    expect(await it.isFileFree()).toBe(true)
    await office.close()
    await it.signInAs('director')
    expect((await it.must('office.audit', { event: 'paper.issued' })).total).toBe(0)
    expect(await it.must('office.verifyAudit', {})).toMatchObject({ brokenAt: null })
  })

  test('a change: it is ended and kept whole, what was read meanwhile reaches nobody', async () => {
    vi.useRealTimers()
    it = await openTestOffice()
    const saving = it.call('office.saveDraft', { form: 'alta', content: 'a medias' })
    const reading = it.call('office.staff', {})
    const lock = it.call('office.lock', {})
    const later = it.call('office.today', {})
    expect(await saving).toEqual({ ok: true, value: null })
    expect(codesOf(await reading)).toEqual(['signed-out'])
    await lock
    expect(codesOf(await later)).toEqual(['signed-out'])
    await it.signInAs('director')
    expect(await it.must('office.draft', { form: 'alta' })).toMatchObject({ content: 'a medias' })
  })
})
