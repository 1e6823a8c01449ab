import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { change, door, issue, read } from '../../src/shared/contract/define'
import { done, refuse } from '../../src/shared/kernel/outcome'
import { createSeam, type Client, type Seam } from '../../src/main/platform/seam/serve'
import { issueSteps } from '../../src/main/platform/seam/handlers'
import type { Act, Look } from '../../src/main/platform/seam/act'
import { openDatabase, type OpenDatabase } from '../../src/main/platform/db/open'
import { migrate } from '../../src/main/platform/db/migrate'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const nothing = z.strictObject({})
const contract = {
  'test.door': door({ who: 'anyone', input: nothing, output: z.string(), refusals: [] }),
  'test.read': read({
    who: ['reader'],
    input: z.strictObject({ day: z.iso.date() }),
    output: z.strictObject({ n: z.int() }),
    refusals: [],
  }),
  'test.sneaky': read({ who: ['reader'], input: nothing, output: z.null(), refusals: [] }),
  'test.loud': read({ who: ['reader'], input: nothing, output: z.strictObject({ n: z.int() }), refusals: [] }),
  'test.child': read({ who: ['reader'], input: nothing, output: z.null(), refusals: [], audited: 'child.read' }),
  'test.change': change({
    who: ['reader'],
    input: z.strictObject({ fail: z.boolean() }),
    output: z.null(),
    refusals: ['stale'],
  }),
  'test.silent': change({ who: ['reader'], input: nothing, output: z.null(), refusals: [] }),
  'test.throws': change({ who: ['reader'], input: nothing, output: z.null(), refusals: [] }),
  'test.undeclared': read({ who: ['reader'], input: nothing, output: z.null(), refusals: [] }),
  'test.issue': issue({ who: ['reader'], input: nothing, output: z.string(), refusals: [] }),
}

const folder = mkdtempSync(join(tmpdir(), 'umbral-seam-'))
let opened: OpenDatabase
let seam: Seam
let client: Client
let logged: unknown[]
let locked = false
let releaseIssue: () => void = () => undefined

const wait = (trx: Act['trx'], name: string) =>
  trx.insertInto('draft').values({ staff_id: 'a', form: name, content: '', saved_at: '' }).execute()

const handlers = {
  'test.door': () => Promise.resolve(done('open')),
  'test.read': () => Promise.resolve(done({ n: 1 })),
  'test.sneaky': async (_input: unknown, look: Look) => {
    await wait(look.db as never, 'sneaky')
    return done(null)
  },
  'test.loud': () => Promise.resolve(done({ n: 1, secret: 'a name' })),
  'test.child': () => Promise.resolve(done(null)),
  'test.change': async (input: { fail: boolean }, act: Act) => {
    await wait(act.trx, 'change')
    await act.audit({ event: 'test.done', subjectType: 'test' })
    return input.fail ? refuse('stale') : done(null)
  },
  'test.silent': async (_input: unknown, act: Act) => {
    await wait(act.trx, 'silent')
    return done(null)
  },
  'test.throws': async (_input: unknown, act: Act) => {
    await wait(act.trx, 'throws')
    throw new Error('Rosa Pérez has no dormitory')
  },
  'test.undeclared': () => Promise.resolve(refuse('surprise')),
  'test.issue': issueSteps<unknown, string, never, string, string>({
    prepare: () => Promise.resolve(done('plan')),
    build: async (_plan, bench) => {
      bench.progress(1, 2)
      await new Promise<void>((resolve) => (releaseIssue = resolve))
      return done('built')
    },
    record: async (built, act) => {
      await act.audit({ event: 'test.issued', subjectType: 'test' })
      return done(built)
    },
  }),
}

const rows = (table: 'draft' | 'audit_event') => opened.db.selectFrom(table).selectAll().execute()
const call = (channel: unknown, input: unknown = {}) => seam.call(client, channel, input)

beforeEach(async () => {
  opened = openDatabase(join(folder, `${Math.floor(performance.now() * 1000)}.db`), Buffer.alloc(32, 1), {
    create: true,
  })
  await migrate(opened, { key: Buffer.alloc(32, 1), now: '2026-11-21T00:00:00.000Z', copyTo: join(folder, 'copy.db') })
  await opened.db.insertInto('staff').values({ id: 'a', name: 'Lucía', role: 'reader' }).execute()
  logged = []
  locked = false
  client = { signedIn: { id: 'a', name: 'Lucía', role: 'reader' }, send: () => undefined, stopAsked: false }
  seam = createSeam({
    contract,
    handlers,
    database: () => (locked ? null : { opened, timezone: 'America/Mexico_City' }),
    clock: { now: () => '2026-11-21T18:00:00.000Z' },
    log: { failure: (_where, error) => logged.push(error) + 70 },
  })
})
afterEach(() => opened.close())
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the seam refuses', () => {
  test('a sender that the host cannot vouch for', async () => {
    expect(await seam.call(null, 'test.door', {})).toEqual(refuse('foreign-sender'))
  })
  test.each(['test.nothing', 'toString', '__proto__', 42, null])('a channel that does not exist: %s', async (name) => {
    expect(await call(name)).toEqual(refuse('unknown-channel'))
  })
  test('an extra field', async () => {
    expect(await call('test.read', { day: '2026-10-31', and: 1 })).toMatchObject({ refusals: [{ code: 'bad-input' }] })
  })
  test('a day that does not exist', async () => {
    expect(await call('test.read', { day: '2026-02-31' })).toMatchObject({
      refusals: [{ code: 'bad-input', facts: { where: 'day' } }],
    })
  })
  test('somebody signed out', async () => {
    client.signedIn = null
    expect(await call('test.read', { day: '2026-10-31' })).toEqual(refuse('signed-out'))
  })
  test('anybody while the database is shut', async () => {
    locked = true
    expect(await call('test.read', { day: '2026-10-31' })).toEqual(refuse('signed-out'))
  })
  test('the wrong role', async () => {
    client.signedIn = { id: 'a', name: 'Lucía', role: 'gate' }
    expect(await call('test.read', { day: '2026-10-31' })).toEqual(refuse('not-allowed'))
  })
})

describe('a change', () => {
  test('is committed with its trace if the outcome is ok', async () => {
    expect(await call('test.change', { fail: false })).toEqual(done(null))
    expect(await rows('draft')).toHaveLength(1)
    expect(await rows('audit_event')).toMatchObject([
      { event: 'test.done', actor_name: 'Lucía', at: '2026-11-21T18:00:00.000Z' },
    ])
  })
  test('is rolled back whole if it is refused', async () => {
    expect(await call('test.change', { fail: true })).toEqual(refuse('stale'))
    expect(await rows('draft')).toEqual([])
    expect(await rows('audit_event')).toEqual([])
  })
  test('that throws is rolled back, logged, and the page gets a number and no word of it', async () => {
    const answer = await call('test.throws')
    expect(answer).toEqual(refuse('failure', { number: 71 }))
    expect(JSON.stringify(answer)).not.toContain('Rosa')
    expect(logged[0]).toMatchObject({ message: 'Rosa Pérez has no dormitory' })
    expect(await rows('draft')).toEqual([])
  })
  test('that leaves no trace is a failure of ours and is rolled back', async () => {
    expect(await call('test.silent')).toEqual(refuse('failure', { number: 71 }))
    expect(await rows('draft')).toEqual([])
  })
})

describe('a read', () => {
  test('cannot write, whatever its types say', async () => {
    expect(await call('test.sneaky')).toEqual(refuse('failure', { number: 71 }))
    expect(await rows('draft')).toEqual([])
  })
  test('whose output does not fit never reaches the page', async () => {
    const answer = await call('test.loud')
    expect(answer).toEqual(refuse('failure', { number: 71 }))
    expect(JSON.stringify(answer)).not.toContain('a name')
  })
  test('of a sensitive file is audited', async () => {
    await call('test.child')
    expect(await rows('audit_event')).toMatchObject([{ event: 'child.read' }])
  })
  test('that refuses with a code it never declared is a failure of ours', async () => {
    expect(await call('test.undeclared')).toEqual(refuse('failure', { number: 71 }))
  })
})

describe('an issue', () => {
  test('runs one at a time, since papers take their folio from what they read', async () => {
    const first = call('test.issue')
    await new Promise((resolve) => setTimeout(resolve, 5))
    expect(await call('test.issue')).toEqual(refuse('busy'))
    releaseIssue()
    expect(await first).toEqual(done('built'))
  })
  test('that was stopped records nothing', async () => {
    const first = call('test.issue')
    await new Promise((resolve) => setTimeout(resolve, 5))
    client.stopAsked = true
    releaseIssue()
    expect(await first).toEqual(refuse('stopped'))
    expect(await rows('audit_event')).toEqual([])
  })
  test('holds the strongroom open until it has settled', async () => {
    const first = call('test.issue')
    await new Promise((resolve) => setTimeout(resolve, 5))
    let settled = false
    const settling = seam.settled().then(() => (settled = true))
    await new Promise((resolve) => setTimeout(resolve, 5))
    expect(settled).toBe(false)
    releaseIssue()
    await Promise.all([first, settling])
    expect(settled).toBe(true)
  })
})
