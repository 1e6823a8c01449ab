import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { openBundle, type OpenedBundle } from '../../src/main/features/bundles'
import { BUNDLE_TABLES } from '../../src/main/features/bundles/bundle-tables.rules'
import { bundleContents, type SealPlan } from '../../src/main/features/bundles/seal-bundle.service'
import { fingerprintOf } from '../../src/main/platform/crypto/age'
import { keyIdOf, newMinisignKey } from '../../src/main/platform/crypto/minisign'
import { unpackFiles, type PlainFile } from '../../src/main/platform/crypto/tarball'
import { dictionary, LANGUAGES } from '../../src/shared/i18n'
import {
  cellFits,
  everythingSecret,
  fold,
  tablesOf,
  valuesOf,
  wholeNames,
  type Described,
} from '../factories/bundle-reading'
import { importDemoMonth, openStickOffice, type StickOffice } from '../factories/demo'
import { hasTool } from '../factories/tools'

const sha256 = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex')
const textOf = (files: readonly PlainFile[], path: string): string =>
  files.find((file) => file.path === path)?.bytes.toString('utf8') ?? ''

describe('the demo month, sealed', () => {
  let it: StickOffice
  let made: Awaited<ReturnType<StickOffice['exportMonth']>>
  let publicKey: string
  let opened: OpenedBundle

  beforeAll(async () => {
    it = await openStickOffice({ now: '2026-10-31T23:30:00.000Z' })
    await importDemoMonth(it)
    made = await it.exportMonth()
    publicKey = (await it.must('bundles.publicKey', {})).text
    const answer = await openBundle(made, { identity: it.identity, publicKey })
    if (!answer.ok) throw new Error(JSON.stringify(answer.refusals))
    opened = answer.value
    // A whole month is imported first: seconds on a quiet machine, more on a busy one.
  }, 180_000)
  afterAll(() => it.close())

  const rowsOf = (table: string) => opened.tables.get(table) ?? []

  test('holds the month: women, sessions, marks, certificates, children, outings', () => {
    const expected = JSON.parse(
      readFileSync(new URL('../fixtures/demo-2026-10/expected.json', import.meta.url), 'utf8'),
    ) as { women: { distinct: number }; editions: { marks_october: Record<string, number> }[]; waiting: number }
    const marks = expected.editions.flatMap(({ marks_october: marks }) => Object.entries(marks))
    const known = marks.filter(([code]) => /^(A|R|F|J[MAVH]|C|S)$/.test(code))
    const counted = rowsOf('session_counts').map((row) => Number(row.people))
    expect(counted.reduce((sum, n) => sum + n, 0)).toBe(known.reduce((sum, [, n]) => sum + n, 0))
    // Those of the register's «No» stay here with their children: they are counted, but no row is theirs.
    const refused = 13
    expect(rowsOf('people')).toHaveLength(expected.women.distinct - refused)
    expect(rowsOf('children')).toHaveLength(14 - 1)
    // The outing that came back 95 minutes late is of a child of one of the thirteen.
    expect(rowsOf('outings').length).toBeGreaterThan(0)
    expect(rowsOf('outings').filter((row) => row.minutes_late === '95')).toHaveLength(0)
    expect(rowsOf('certificates').length).toBeGreaterThan(0)
    expect(new Set(rowsOf('marks').map((row) => row.code))).toEqual(new Set(['A', 'R', 'F', 'J', 'C', 'S']))
  })

  test('does not tell who attends a sensitive axis, only how many', () => {
    const sensitive = rowsOf('axes').find((axis) => /salud mental/i.test(axis.name ?? ''))
    const workshops = rowsOf('workshops').filter((row) => row.axis_id === sensitive?.id)
    const editions = rowsOf('editions').filter((row) => workshops.some((each) => each.id === row.workshop_id))
    const ids = new Set(editions.map((edition) => edition.id))
    const sessions = new Set(
      rowsOf('sessions')
        .filter((row) => ids.has(row.edition_id ?? ''))
        .map((row) => row.id),
    )
    expect(sessions.size).toBeGreaterThan(0)
    expect(rowsOf('session_counts').some((row) => sessions.has(row.session_id ?? ''))).toBe(true)
    expect(rowsOf('marks').some((row) => sessions.has(row.session_id ?? ''))).toBe(false)
    for (const table of ['places', 'evaluations', 'certificates'])
      expect(rowsOf(table).some((row) => ids.has(row.edition_id ?? ''))).toBe(false)
    expect(rowsOf('waits').some((row) => workshops.some((each) => each.id === row.workshop_id))).toBe(false)
  })

  test('holds no name, CURP, phone, document, file number, code, folio, note, room or day of birth', async () => {
    const secrets = await everythingSecret(it)
    expect(secrets.length).toBeGreaterThan(1000)
    const texts = opened.files.map(({ path, bytes }) => [path, ` ${fold(bytes.toString('utf8'))} `] as const)
    const leaked = secrets.flatMap((secret) =>
      texts.filter(([, text]) => text.includes(` ${fold(secret)} `)).map(([path]) => `${path}: ${secret}`),
    )
    // Words of the offer stand in two tables alone; a surname that is also such a word (a *Cruz*) would be looked up there.
    expect(leaked.filter((each) => !/^data\/(axes|workshops)\.csv|^datapackage\.json/.test(each))).toEqual([])
    const whole = (await wholeNames(it)).flatMap((name) =>
      texts.filter(([, text]) => text.includes(` ${fold(name)} `)).map(([path]) => `${path}: ${name}`),
    )
    expect(whole).toEqual([])
    // Days may meet by chance where they are days of the program; in these tables there may be none at all.
    for (const table of ['people', 'stays', 'children'])
      expect(textOf(opened.files, `data/${table}.csv`)).not.toMatch(/,\d{4}-\d{2}-\d{2}(,|\r)/)
    const dormitories = valuesOf((await tablesOf(it)).stay, 'dormitory')
    expect(dormitories.length).toBeGreaterThan(200)
    const cells = new Set([...opened.tables.values()].flatMap((rows) => rows.flatMap((row) => Object.values(row))))
    expect(dormitories.filter((dormitory) => cells.has(dormitory))).toEqual([])
  })

  test('describes itself as a Frictionless Data Package whose types and keys hold', () => {
    const described = JSON.parse(textOf(opened.files, 'datapackage.json')) as Described
    expect(described.$schema).toBe('https://datapackage.org/profiles/2.0/datapackage.json')
    expect(described.resources.map((resource) => resource.name)).toEqual(BUNDLE_TABLES.map((table) => table.name))
    for (const resource of described.resources) {
      const bytes = opened.files.find((file) => file.path === resource.path)?.bytes ?? Buffer.alloc(0)
      expect([resource.bytes, resource.hash]).toEqual([bytes.length, `sha256:${sha256(bytes)}`])
      const [header, ...rows] = parse(bytes, { record_delimiter: '\r\n' })
      expect(header).toEqual(resource.schema.fields.map((field) => field.name))
      expect(rows).toHaveLength(resource.rows)
      for (const [index, field] of resource.schema.fields.entries())
        for (const row of rows) expect(cellFits(row[index] ?? '', field), `${resource.name}.${field.name}`).toBe(true)
      for (const key of resource.schema.foreignKeys) {
        const ids = new Set(rowsOf(key.reference.resource).map((row) => row[key.reference.fields[0] ?? '']))
        for (const row of rowsOf(resource.name)) expect(ids).toContain(row[key.fields[0] ?? ''])
      }
      const keys = rowsOf(resource.name).map((row) => resource.schema.primaryKey.map((name) => row[name]).join())
      expect(new Set(keys).size).toBe(keys.length)
    }
  })

  test.skipIf(!['age', 'tar', 'sha256sum', 'minisign'].every(hasTool))(
    'opens with stock age, minisign, sha256sum and tar, by the recipe of the README',
    () => {
      const folder = mkdtempSync(join(tmpdir(), 'umbral-hq-'))
      try {
        writeFileSync(join(folder, 'hq.key'), `${it.identity}\n`)
        writeFileSync(join(folder, 'center.pub'), publicKey)
        writeFileSync(join(folder, made.fileName), made.sealed)
        const run = (command: string, ...args: string[]): string =>
          execFileSync(command, args, { cwd: folder, stdio: 'pipe' }).toString()
        mkdirSync(join(folder, 'opened'))
        run('age', '-d', '-i', 'hq.key', '-o', 'bundle.tar.gz', made.fileName)
        run('tar', '-xzf', 'bundle.tar.gz', '-C', 'opened')
        const verified = run('minisign', '-V', '-H', '-p', 'center.pub', '-m', 'opened/SHA256SUMS')
        expect(verified).toContain('Trusted comment: DEM 2026-10 0001')
        const sums = execFileSync('sha256sum', ['-c', '--strict', '--quiet', 'SHA256SUMS'], {
          cwd: join(folder, 'opened'),
          stdio: 'pipe',
        })
        expect(sums.toString()).toBe('')
        const found = readdirSync(join(folder, 'opened'), { recursive: true, withFileTypes: true })
        // Description, manifest, sums with their signature, and the list of folios that headquarters may publish.
        expect(found.filter((entry) => entry.isFile())).toHaveLength(BUNDLE_TABLES.length + 5)
        expect(readFileSync(join(folder, 'opened/folios.txt'), 'utf8')).toMatch(
          /^FOLIOS1\|\d{4}-\d{2}-\d{2}\|.+\n(\S{22}\|vigente\|\|\n)+FIRMA\|/,
        )
        // Cut short, age says so with its exit code, and no file is left to unpack in good faith.
        writeFileSync(join(folder, 'cut.age'), made.sealed.subarray(0, made.sealed.length - 1))
        expect(() => run('age', '-d', '-i', 'hq.key', '-o', 'cut.tar.gz', 'cut.age')).toThrow()
      } finally {
        rmSync(folder, { recursive: true })
      }
    },
  )

  test('says in its manifest what headquarters must know, and no time of day', () => {
    expect(opened.manifest).toMatchObject({
      format: 'umbral-bundle-1',
      center: 'DEM',
      period: '2026-10',
      sequence: 1,
      previous: null,
      supplementOf: null,
    })
    expect(textOf(opened.files, 'manifest.json')).not.toMatch(/\d\d:\d\d/)
  })

  test('is followed by a supplement that names it, and a replay or a fork shows', async () => {
    const second = await it.exportMonth()
    const last = { sequence: 1, sha256: opened.sha256, auditSize: opened.manifest.audit.size }
    const office = { identity: it.identity, publicKey }
    expect(await openBundle(second, { ...office, last })).toMatchObject({
      ok: true,
      value: { manifest: { sequence: 2, supplementOf: 1, previous: { sequence: 1, sha256: opened.sha256 } } },
    })
    const replayed = { refusals: [{ code: 'broken-sequence' }] }
    expect(await openBundle(made, { ...office, last })).toMatchObject(replayed)
    expect(await openBundle(second, { ...office, last: { ...last, sha256: 'f'.repeat(64) } })).toMatchObject(replayed)
    expect(await openBundle(second, { ...office, last: { ...last, auditSize: 10_000_000 } })).toMatchObject(replayed)
    const exported = await it.must('office.audit', { event: 'bundle.exported' })
    expect(exported.entries.map((entry) => JSON.parse(entry.after ?? '{}') as object)).toMatchObject([
      { sequence: 2, supplementOf: 1 },
      { sequence: 1, supplementOf: null },
    ])
  })

  test('is shown beforehand, column by column, with every value that people typed', async () => {
    const preview = await it.must('bundles.preview', { period: '2026-10' })
    expect(preview.tables.map((table) => [table.name, table.rows])).toEqual(
      BUNDLE_TABLES.map((table) => [table.name, rowsOf(table.name).length]),
    )
    const titles = preview.tables.find((table) => table.name === 'workshops')?.columns.at(-1)
    expect(titles).toMatchObject({ name: 'title', kind: 'text', why: 'catalog' })
    expect(titles?.values).toContain('Corte y confección')
    expect(preview.tables.flatMap((table) => table.columns).filter((column) => column.values === null).length).toBe(
      BUNDLE_TABLES.flatMap((table) => table.columns).filter((column) => column.type.kind !== 'text').length,
    )
  })

  test('agrees with the figures of the Month page', async () => {
    const month = await it.must('bundles.month', { period: '2026-10' })
    expect(month.women.left.reduce((sum, each) => sum + each.count, 0)).toBe(9)
    expect(month.sessions.withoutRoll).toBe(2)
    expect(month.outings).toMatchObject({ late: 1, stillOut: 1 })
    expect(month.certificates).toBe(rowsOf('edition_counts').reduce((sum, row) => sum + Number(row.certificates), 0))
    const counts = rowsOf('session_counts')
    for (const { code, count } of month.marks)
      expect(counts.filter((row) => row.code === code).reduce((sum, row) => sum + Number(row.people), 0)).toBe(count)
  })
})

describe('sealing', () => {
  const plan = (overrides: Partial<SealPlan> = {}): SealPlan => ({
    manifest: {
      center: 'DEM',
      period: '2026-10',
      sequence: 3,
      supplementOf: null,
      previous: { sequence: 2, sha256: 'a'.repeat(64) },
      schema: '20261121_0911_bundles',
      app: '0.1.0',
      audit: { size: 7, head: 'b'.repeat(64) },
    },
    tables: BUNDLE_TABLES.map((table) => ({ table, rows: [] })),
    recipients: ['age1qqq'],
    key: KEY,
    ...overrides,
  })
  const KEY = newMinisignKey()

  test('gives the same plaintext bytes for the same data, and others for other data', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-11-02T10:00:00Z') })
    const first = await bundleContents(plan())
    vi.setSystemTime(Date.parse('2027-05-01T03:00:00Z'))
    const later = await bundleContents(plan())
    vi.useRealTimers()
    expect(later.equals(first)).toBe(true)
    const other = { ...plan().manifest, audit: { size: 8, head: 'c'.repeat(64) } }
    expect((await bundleContents(plan({ manifest: other }))).equals(first)).toBe(false)
  })

  test('names the recipients by fingerprint and the key by number', async () => {
    const files = (await unpackFiles(await bundleContents(plan()))) ?? []
    expect(JSON.parse(textOf(files, 'manifest.json'))).toMatchObject({
      recipients: [fingerprintOf('age1qqq')],
      signedBy: keyIdOf(KEY),
    })
  })

  test('stops if a table breaks its declaration', async () => {
    const tables = plan().tables.map((filled) =>
      filled.table.name === 'axes'
        ? { ...filled, rows: [{ id: 'Citlali', code: 'SM', name: 'Salud', phone: '55' }] }
        : filled,
    )
    await expect(bundleContents(plan({ tables }))).rejects.toThrow('axes: stray column, axes.id')
  })

  test.each(LANGUAGES)('each table, column and reason has its words in %s', (language) => {
    const words = dictionary(language)
    for (const table of BUNDLE_TABLES) {
      expect(words).toHaveProperty([`bundles.table.${table.name}`])
      for (const column of table.columns) {
        expect(words).toHaveProperty([`bundles.column.${table.name}.${column.name}`])
        expect(words).toHaveProperty([`bundles.why.${column.why}`])
      }
    }
  })
})
