import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomUUID } from 'node:crypto'
import Database from 'better-sqlite3'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { migrations } from '../../src/main/platform/db/migrations'
import { migrate } from '../../src/main/platform/db/migrate'
import { DatabaseProblem, openDatabase, SETTINGS } from '../../src/main/platform/db/open'
import { deriveKey, FLOOR, judgePassword } from '../../src/main/platform/vault/password'
import { Strongroom } from '../../src/main/platform/vault/strongroom'
import { delayAfter } from '../../src/main/platform/vault/vault'

const NOW = '2026-11-21T12:00:00.000Z'
const ana = { staffId: randomUUID(), name: 'Ana Ruiz', password: 'jacaranda-en-marzo' }
const bea = { staffId: randomUUID(), name: 'Bea Soto', password: 'bugambilia-en-mayo' }
/** As it was created, with its three slots; each test has a copy of it to spoil. */
const made = mkdtempSync(join(tmpdir(), 'umbral-made-'))
let folder: string
let room: Strongroom
let identity: string

beforeAll(async () => {
  room = new Strongroom(made)
  identity = await generateX25519Identity()
  expect(await room.create([ana, bea], await identityToRecipient(identity), FLOOR, NOW)).toMatchObject({ ok: true })
  room.close()
})
afterAll(() => rmSync(made, { recursive: true, force: true }))
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'umbral-room-'))
  cpSync(made, folder, { recursive: true })
  room = new Strongroom(folder)
})
afterEach(() => {
  room.close()
  rmSync(folder, { recursive: true, force: true })
})

const file = (name: string): string => join(folder, name)
const snapshot = (): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder)
      .sort()
      .filter((name) => statSync(file(name)).isFile())
      .map((name) => [name, readFileSync(file(name)).toString('base64')]),
  )

describe('unlocking', () => {
  test('by either person, and by the recovery identity', async () => {
    expect(await room.open('ana RUIZ', ana.password, NOW)).toMatchObject({ ok: true, staffId: ana.staffId })
    room.close()
    expect(await room.open(bea.name, bea.password, NOW)).toMatchObject({ ok: true, staffId: bea.staffId })
    room.close()
    expect(await room.openByRecovery(identity, NOW)).toMatchObject({ ok: true, staffId: null })
  })
  test('is refused alike for a wrong password and an unknown name', async () => {
    expect(await room.open(ana.name, 'otra cosa del todo', NOW)).toMatchObject({
      ok: false,
      code: 'wrong-name-or-password',
    })
    expect(await room.open('Nadie', ana.password, NOW)).toMatchObject({ ok: false, code: 'wrong-name-or-password' })
  })
  test('is refused for a foreign recovery identity', async () => {
    expect(await room.openByRecovery(await generateX25519Identity(), NOW)).toMatchObject({ code: 'wrong-recovery-key' })
    expect(await room.openByRecovery('not a key', NOW)).toMatchObject({ code: 'wrong-recovery-key' })
  })
  test('waits longer after each failure, up to a quarter of an hour', () => {
    expect([1, 3, 4, 5, 6, 20].map(delayAfter)).toEqual([0, 0, 5, 10, 20, 900])
  })
})

describe('what is damaged is named, and left as it was', () => {
  test('a slot with its cost lowered does not open', async () => {
    const vault = JSON.parse(readFileSync(file('vault.json'), 'utf8')) as { slots: { cost: { passes: number } }[] }
    vault.slots[0]!.cost.passes = 3
    writeFileSync(file('vault.json'), JSON.stringify(vault))
    expect(await room.open(ana.name, ana.password, NOW)).toMatchObject({ code: 'wrong-name-or-password' })
  })
  test('a cost below the floor is not even tried', async () => {
    await expect(deriveKey('x', Buffer.alloc(16), { memory: 8, passes: 1, lanes: 1 })).rejects.toThrow()
  })
  test('a spoiled slot file falls back on its second copy, where no old password opens; two spoiled ones are named', async () => {
    const next = 'nochebuena-en-casa'
    await room.open(ana.name, ana.password, NOW)
    const settle = await room.withKey((key) => room.vault.setSlot(key, { ...ana, password: next }))
    settle(true)
    room.close()
    truncateSync(file('vault.json'), 40)
    expect(await room.open(ana.name, ana.password, NOW)).toMatchObject({ code: 'wrong-name-or-password' })
    truncateSync(file('vault.json'), 40)
    expect(await room.open(ana.name, next, NOW)).toMatchObject({ ok: true })
    room.close()
    truncateSync(file('vault.json'), 40)
    truncateSync(file('vault.json.previous'), 40)
    expect(await room.open(ana.name, ana.password, NOW)).toMatchObject({ code: 'vault-damaged' })
  })
  test('a power cut before a new password was settled: the older file is there, and goes with the next sign-in', async () => {
    const next = 'nochebuena-en-casa'
    await room.open(ana.name, ana.password, NOW)
    await room.withKey((key) => room.vault.setSlot(key, { ...ana, password: next }))
    room.close()
    expect(readFileSync(file('vault.json.previous')).equals(readFileSync(file('vault.json')))).toBe(false)
    expect(await room.open(ana.name, next, NOW)).toMatchObject({ ok: true })
    room.vault.forgetFailures()
    expect(readFileSync(file('vault.json.previous')).equals(readFileSync(file('vault.json')))).toBe(true)
  })
  test.each([
    ['a flipped bit', (bytes: Buffer, at: number) => void (bytes[at + 900] = bytes[at + 900]! ^ 1)],
    ['a wiped page', (bytes: Buffer, at: number) => void bytes.fill(0, at, at + 4096)],
    [
      'two pages exchanged',
      (bytes: Buffer, at: number) => void Buffer.from(bytes.subarray(4096, 8192)).copy(bytes, at),
    ],
    ['a foreign file', (bytes: Buffer) => void bytes.fill('Umbral ')],
  ])('a database with %s', async (_what, spoil) => {
    await room.open(ana.name, ana.password, NOW)
    // A page in use: what lies in a free one, nobody reads.
    const root = room.current()!.raw.prepare("SELECT rootpage FROM sqlite_master WHERE name = 'person'").pluck().get()
    room.close()
    const bytes = readFileSync(file('umbral.db'))
    spoil(bytes, (Number(root) - 1) * 4096)
    writeFileSync(file('umbral.db'), bytes)
    const answer = await room.open(ana.name, ana.password, NOW)
    const readAll = () => room.current()?.raw.pragma('integrity_check')
    if (answer.ok) expect(readAll).toThrow()
    else expect(answer).toMatchObject({ code: 'database-damaged' })
    room.close()
    expect(readFileSync(file('umbral.db')).equals(bytes)).toBe(true)
  })
  test('a missing database is not replaced by an empty one', async () => {
    rmSync(file('umbral.db'))
    expect(await room.open(ana.name, ana.password, NOW)).toMatchObject({ code: 'database-missing' })
    expect(existsSync(file('umbral.db'))).toBe(false)
  })
  test('a newer schema is refused and nothing is changed', async () => {
    await room.open(ana.name, ana.password, NOW)
    room.current()!.raw.prepare('INSERT INTO schema_migration VALUES (?, ?)').run('20990101_0000_future', NOW)
    room.close()
    const before = snapshot()
    expect(await room.open(ana.name, ana.password, NOW)).toMatchObject({ code: 'schema-newer' })
    expect(snapshot()).toEqual(before)
  })
  test('a database in use elsewhere is refused', async () => {
    await room.open(ana.name, ana.password, NOW)
    const second = new Strongroom(folder)
    expect(await second.open(bea.name, bea.password, NOW)).toMatchObject({ code: 'database-in-use' })
  })
  test('a folder that cannot be written to', async () => {
    const closed = mkdtempSync(join(tmpdir(), 'umbral-closed-'))
    chmodSync(closed, 0o555)
    const recipient = await identityToRecipient(identity)
    // Root may write anywhere, so as root the test becomes nobody for a moment.
    const isRoot = process.geteuid?.() === 0
    if (isRoot) process.seteuid?.(65534)
    try {
      const answer = await new Strongroom(join(closed, 'in')).create([ana, bea], recipient, FLOOR, NOW)
      expect(answer).toMatchObject({ code: 'folder-not-writable' })
    } finally {
      if (isRoot) process.seteuid?.(0)
      rmSync(closed, { recursive: true })
    }
  })
  test('a folder that is a file', async () => {
    writeFileSync(file('flat'), '')
    expect(
      await new Strongroom(join(folder, 'flat', 'in')).create(
        [ana, bea],
        await identityToRecipient(identity),
        FLOOR,
        NOW,
      ),
    ).toMatchObject({
      code: 'folder-not-writable',
    })
  })
})

describe('the file', () => {
  test('holds no clear text, nor does the write-ahead log', async () => {
    await room.open(ana.name, ana.password, NOW)
    room
      .current()!
      .raw.prepare('INSERT INTO staff (id, name, role) VALUES (?, ?, ?)')
      .run(randomUUID(), 'Marcadora Ñáñez', 'reader')
    for (const name of readdirSync(folder)) {
      const bytes = readFileSync(file(name))
      for (const needle of ['Marcadora', 'Ana Ruiz', 'CREATE TABLE', 'SQLite format'])
        expect(bytes.includes(needle), `${needle} in ${name}`).toBe(false)
    }
  })
  test.each([
    // Written out here and not taken from `open.ts`: a setting weakened there must turn this red (design §5).
    ['cipher', 'chacha20'],
    ['hmac_check', '1'],
    ['locking_mode', 'exclusive'],
    ['journal_mode', 'wal'],
    ['synchronous', 2],
    ['temp_store', 2],
    ['foreign_keys', 1],
    ['recursive_triggers', 1],
    ['trusted_schema', 0],
    ['cell_size_check', 1],
    ['secure_delete', 1],
    ['mmap_size', 0],
  ])('opens with %s = %s, and reads it back', async (pragma, expected) => {
    await room.open(ana.name, ana.password, NOW)
    expect(room.current()!.raw.pragma(pragma, { simple: true })).toBe(expected)
    expect(SETTINGS.find(([name]) => name === pragma)?.[2]).toBe(expected)
  })
  test('is keyed by the data key itself, not by a passphrase made of it', () => {
    const fixed = Buffer.alloc(32, 6)
    const made = openDatabase(file('keyed.db'), fixed, { create: true })
    made.raw.exec('CREATE TABLE kept (id TEXT) STRICT')
    made.close()
    const opens = (key: Buffer): boolean => {
      const other = new Database(file('keyed.db'), { readonly: true })
      try {
        other.key(key)
        other.prepare('SELECT count(*) FROM sqlite_master').get()
        return true
      } catch {
        return false
      } finally {
        other.close()
      }
    }
    expect(opens(Buffer.concat([Buffer.from('raw:'), fixed]))).toBe(true)
    expect(opens(fixed)).toBe(false)
  })
  test('does not open with another key', () => {
    expect(() => openDatabase(file('umbral.db'), Buffer.alloc(32, 1))).toThrow(new DatabaseProblem('database-damaged'))
  })
})

describe('migrating', () => {
  const key = Buffer.alloc(32, 4)
  const old = () => openDatabase(file('old.db'), key, { create: true })
  const bad = {
    name: '20990101_0000_bad',
    up: async (db: never) => {
      const { sql } = await import('kysely')
      await sql.raw('CREATE TABLE half (id TEXT) STRICT').execute(db)
      await sql.raw('INSERT INTO nowhere VALUES (1)').execute(db)
    },
  }

  test('a failing migration leaves no half, and the copy made before it opens', async () => {
    const opened = old()
    await migrate(opened, { key, now: NOW, copyTo: file('copy.db') })
    await expect(
      migrate(opened, { key, now: NOW, copyTo: file('copy.db'), migrations: [...migrations, bad] }),
    ).rejects.toThrow('migration-failed')
    expect(opened.raw.prepare(`SELECT count(*) FROM sqlite_master WHERE name = 'half'`).pluck().get()).toBe(0)
    opened.close()
    const copy = openDatabase(file('copy.db'), key)
    expect(copy.raw.pragma('integrity_check', { simple: true })).toBe('ok')
    copy.close()
  })
  test('a copy that cannot be made leaves the older one, which may be the last good one', async () => {
    const opened = openDatabase(file('old.db'), key, { create: true })
    await migrate(opened, { key, now: NOW, copyTo: file('copy.db') })
    writeFileSync(file('copy.db'), 'the last good one')
    mkdirSync(file('copy.db.part/in-the-way'), { recursive: true })
    const another = { name: '20991231_2359_test', up: () => Promise.resolve() }
    const update = { key, now: NOW, copyTo: file('copy.db'), migrations: [...migrations, another] }
    await expect(migrate(opened, update)).rejects.toThrow()
    expect(readFileSync(file('copy.db'), 'utf8')).toBe('the last good one')
    opened.close()
  })

  test('twice changes nothing', async () => {
    const opened = old()
    expect(await migrate(opened, { key, now: NOW, copyTo: file('copy.db') })).toHaveLength(migrations.length)
    expect(await migrate(opened, { key, now: NOW, copyTo: file('copy.db') })).toEqual([])
    opened.close()
  })
})

test('passwords are judged by length, variety and the own name', () => {
  expect(judgePassword('corta', 'Ana')).toBe('password-short')
  expect(judgePassword('aaaaaaaaaaaaaaa', 'Ana')).toBe('password-simple')
  expect(judgePassword('beatriz-en-marzo', 'Beatriz Soto')).toBe('password-has-name')
  expect(judgePassword('jacaranda-en-marzo', 'Ana Ruiz')).toBeUndefined()
})
