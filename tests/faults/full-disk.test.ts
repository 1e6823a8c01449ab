import { spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { createOffice, type Office } from '../../src/main/app/office'
import { papers } from '../../src/main/app/papers'
import type { OpenDatabase } from '../../src/main/platform/db/open'
import { renderHere } from '../../src/main/platform/documents/render-here'
import type { Client } from '../../src/main/platform/seam/serve'
import { FLOOR } from '../../src/main/platform/vault/password'
import { Strongroom } from '../../src/main/platform/vault/strongroom'
import type { ChannelName, Code, Input, Output } from '../../src/shared/contract'
import type { Outcome } from '../../src/shared/kernel/outcome'
import { aCenter, codesOf, openTestOffice, PASSWORD, STAFF, type TestOffice } from '../factories/office'

/** A real small disk in memory; only root may mount one. */
function mountDisk(): string | undefined {
  const at = mkdtempSync(join(tmpdir(), 'umbral-small-'))
  const made = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', at], { encoding: 'utf8' })
  if (made.status === 0) return at
  console.warn(
    `no small disk here (${made.error?.message ?? made.stderr.trim()}): the tests on a real full disk are skipped`,
  )
  rmSync(at, { recursive: true })
  return undefined
}

const disk = mountDisk()
const FILLER = 'filler'
afterAll(() => {
  if (!disk) return
  spawnSync('umount', [disk])
  rmSync(disk, { recursive: true, force: true })
})

interface Desk {
  office: Office
  page: Client
  call<N extends ChannelName>(name: N, input: Input<N>): Promise<Outcome<Output<N>, Code<N>>>
}

const staff = [
  { name: STAFF.director, role: 'director', password: PASSWORD },
  { name: STAFF.reader, role: 'reader', password: PASSWORD },
] as const

describe.skipIf(!disk)('on a disk that is really full', () => {
  const root = disk ?? ''
  const profile = join(root, 'profile')
  let desk: Desk

  const free = (): void => rmSync(join(root, FILLER), { force: true })
  /** Fills the disk but for so many bytes. */
  function fill(leave = 0): void {
    free()
    try {
      for (let size = 8 << 20; ; size += 1 << 20) writeFileSync(join(root, FILLER), Buffer.alloc(size))
    } catch {
      // Full: what could be written stays.
    }
    if (leave > 0) truncateSync(join(root, FILLER), Math.max(0, statSync(join(root, FILLER)).size - leave))
  }
  const files = (folder: string): Record<string, string> =>
    Object.fromEntries(
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => statSync(join(folder, name)).isFile())
        .sort()
        .map((name) => [name, readFileSync(join(folder, name)).toString('base64')]),
    )
  function open(): Desk {
    const office = createOffice({
      folder: profile,
      host: 'headless',
      clock: { now: () => '2026-10-31T18:00:00.000Z' },
      log: { failure: () => 1 },
      kdfCost: FLOOR,
      render: renderHere(papers),
      desk: { chooseFolder: () => Promise.resolve(null), saveFile: () => Promise.resolve(null) },
      appVersion: '0.0.0-test',
    })
    const page = office.connect(() => undefined)
    return { office, page, call: (name, input) => office.call(page, name, input) as never }
  }
  const setUp = async () => {
    const recovery = await desk.call('office.newRecovery', {})
    const recipient = recovery.ok ? recovery.value.recipient : ''
    return desk.call('office.setUp', { center: aCenter(), staff: [...staff], recoveryRecipient: recipient })
  }
  const signIn = () => desk.call('office.signIn', { name: STAFF.director, password: PASSWORD })

  afterEach(async () => {
    free()
    await desk.office.close()
    rmSync(profile, { recursive: true, force: true })
  })

  test.each([0, 40_000, 300_000, 450_000])(
    'set-up with %i bytes left is refused and can be done again later',
    async (leave) => {
      desk = open()
      fill(leave)
      expect(codesOf(await setUp())).toEqual(['disk-full'])
      expect(existsSync(profile) ? readdirSync(profile) : []).toEqual([])
      expect(await desk.call('office.status', {})).toMatchObject({ value: { state: 'empty' } })
      free()
      expect(codesOf(await setUp())).toEqual([])
      expect(codesOf(await signIn())).toEqual([])
    },
  )

  test('a change is refused whole, and what stood stays', async () => {
    desk = open()
    await setUp()
    await signIn()
    await desk.call('office.saveDraft', { form: 'alta', content: 'lo de antes' })
    fill()
    const large = 'x'.repeat(190_000)
    expect(codesOf(await desk.call('office.saveDraft', { form: 'alta', content: large }))).toEqual(['disk-full'])
    expect(await desk.call('office.draft', { form: 'alta' })).toMatchObject({ value: { content: 'lo de antes' } })
    free()
    expect(codesOf(await desk.call('office.saveDraft', { form: 'alta', content: large }))).toEqual([])
    expect(await desk.call('office.verifyAudit', {})).toMatchObject({ value: { brokenAt: null } })
  })

  test.each([0, 4096, 8192, 12_288, 16_384, 20_480, 28_672])(
    'a password is changed in vault and audit or in neither (%i bytes left)',
    async (leave) => {
      desk = open()
      await setUp()
      await signIn()
      const next = 'nochebuena-en-casa'
      fill(leave)
      const answer = await desk.call('office.changePassword', { current: PASSWORD, next })
      free()
      if (!answer.ok) expect(codesOf(answer)).toEqual(['disk-full'])
      await desk.call('office.lock', {})
      const works = answer.ok ? next : PASSWORD
      expect(codesOf(await desk.call('office.signIn', { name: STAFF.director, password: works }))).toEqual([])
      const audit = await desk.call('office.audit', { event: 'password-changed' })
      expect(audit).toMatchObject({ value: { total: answer.ok ? 1 : 0 } })
    },
  )

  test('a backup is refused and leaves nothing half-written', async () => {
    desk = open()
    await setUp()
    await signIn()
    expect(codesOf(await desk.call('bundles.backupNow', {}))).toEqual([])
    const before = files(join(profile, 'backups'))
    fill(60_000)
    expect(codesOf(await desk.call('bundles.backupNow', {}))).toEqual(['disk-full'])
    expect(files(join(profile, 'backups'))).toEqual(before)
  })

  test('she can still lock; and whoever cannot be written down does not get in, nor is the file left open', async () => {
    desk = open()
    await setUp()
    await signIn()
    fill()
    expect(codesOf(await desk.call('office.lock', {}))).toEqual([])
    expect(await desk.call('office.status', {})).toMatchObject({ value: { state: 'locked' } })
    // Closing gave room back; without any she cannot be written down, so she does not get in.
    fill()
    expect(codesOf(await signIn())).toEqual(['disk-full'])
    expect(await desk.call('office.status', {})).toMatchObject({ value: { state: 'locked' } })
    free()
    expect(codesOf(await signIn())).toEqual([])
  })
})

describe('SQLite itself says that it is full, or damaged', () => {
  let it: TestOffice
  let opened: OpenDatabase
  const current = Object.getOwnPropertyDescriptor(Strongroom.prototype, 'current')?.value as () => OpenDatabase | null

  beforeAll(async () => {
    // The office keeps its strongroom to itself; the handle is looked up on the way.
    Strongroom.prototype.current = function (this: Strongroom) {
      const found = current.call(this)
      if (found) opened = found
      return found
    }
    it = await openTestOffice()
  })
  afterAll(async () => {
    await it.close()
    Strongroom.prototype.current = current
  })
  const counts = () =>
    opened.raw.prepare('SELECT (SELECT count(*) FROM staff), (SELECT count(*) FROM audit_event)').raw().get()

  test('in the middle of a change: its sentence, and everything as it was', async () => {
    const before = counts()
    const pages = opened.raw.pragma('page_count', { simple: true }) as number
    opened.raw.pragma(`max_page_count = ${pages}`)
    const large = { form: 'alta', content: 'x'.repeat(100_000) }
    expect(codesOf(await it.call('office.saveDraft', large))).toEqual(['disk-full'])
    expect(counts()).toEqual(before)
    opened.raw.pragma('max_page_count = 4294967294')
    expect(codesOf(await it.call('office.saveDraft', large))).toEqual([])
    expect(await it.must('office.verifyAudit', {})).toMatchObject({ brokenAt: null })
  })

  test('a database that turns out damaged while in use says so, and what to do', async () => {
    await it.must('office.lock', {})
    const file = join(it.folder, 'profile', 'umbral.db')
    const whole = readFileSync(file)
    const spoiled = Buffer.from(whole)
    // The first pages (schema) stay whole, so that it opens; what is read later is not.
    for (let at = 4096 * 60; at < spoiled.length; at += 512) spoiled[at] = (spoiled[at] ?? 0) ^ 0xff
    writeFileSync(file, spoiled)
    await it.signInAs('director').catch(() => undefined)
    const answers = [
      await it.call('office.signIn', { name: STAFF.director, password: PASSWORD }),
      await it.call('office.verifyAudit', {}),
      await it.call('office.draft', { form: 'alta' }),
    ]
    const codes = answers.flatMap(codesOf)
    expect(codes).toContain('database-damaged')
    expect(codes).not.toContain('failure')
    await it.must('office.lock', {})
    writeFileSync(file, whole)
  })
})
