/** Whoever alters a row of the ledger with a tool of her own: the walk names the folio. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { blankPaper, graduate, openGraduation, putEnded, putGraduate, type Graduation } from '../factories/graduation'

let it: Graduation
/** One that was handed over, one that was revoked, one that was handed over and taken back. */
let issued: { id: string; folio: string }[]
beforeAll(async () => {
  it = await openGraduation()
  it.room.role = 'director'
  it.render = blankPaper
  const edition = putEnded(it)
  const women = ['Uno', 'Dos', 'Tres'].map((surname1) => putGraduate(it, edition, { surname1 }))
  await graduate(it, edition, women)
  const { raw } = it.room.opened
  issued = raw.prepare('SELECT id, folio FROM certificate ORDER BY number').all() as typeof issued
  const [given, revoked, undone] = issued.map(({ id }) => id) as [string, string, string]
  const version = (id: string) => raw.prepare('SELECT version FROM certificate WHERE id = ?').pluck().get(id) as number
  const seen = (id: string) => ({ id, version: version(id) })
  for (const id of [given, undone])
    await it.must('certificates.markDelivered', {
      certificates: [seen(id)],
      deliveredOn: '2026-10-31',
      to: 'family',
      receivedBy: 'Su hermana',
    })
  await it.must('certificates.undoDelivery', { ...seen(undone), reason: 'no era la suya' })
  await it.must('certificates.revoke', { ...seen(revoked), cause: 'false-data', note: 'acta falsa' })
  raw.pragma('foreign_keys = OFF')
  raw.pragma('ignore_check_constraints = ON')
  const triggers = raw.prepare("SELECT name FROM sqlite_master WHERE type = 'trigger'").pluck().all() as string[]
  for (const name of triggers) raw.exec(`DROP TRIGGER "${name}"`)
})
afterAll(() => {
  it.close()
})

const columnsOf = (table: string) =>
  (it.room.opened.raw.prepare(`SELECT name FROM pragma_table_info('${table}')`).pluck().all() as string[]).map(
    (column) => [table, column] as const,
  )

/** Her record may be merged into another; a version only says that a row was touched, and the order is the chain's. */
const FREE = new Set(['certificate.holder_id', 'certificate.version', 'certificate_event.seq'])

test('an altered value in any column of the ledger is found', async () => {
  const { raw } = it.room.opened
  const unseen: string[] = []
  expect(await it.must('certificates.verifyLedger', {})).toMatchObject({ brokenAt: null, size: 3, events: 4 })
  for (const [table, column] of [...columnsOf('certificate'), ...columnsOf('certificate_event')]) {
    if (FREE.has(`${table}.${column}`)) continue
    const rows = raw.prepare(`SELECT rowid AS rowid, ${column} AS value FROM ${table}`).all() as {
      rowid: number
      value: string | number | null
    }[]
    for (const { rowid, value } of rows) {
      const other = value === null ? '2026-01-01' : typeof value === 'number' ? value + 7 : `${value}x`
      const alter = raw.prepare(`UPDATE ${table} SET ${column} = ? WHERE rowid = ?`)
      if (table === 'certificate_event' && column === 'facts_json') alter.run('{"note":"otra"}', rowid)
      else alter.run(other, rowid)
      const answer = await it.call('certificates.verifyLedger', {})
      if (answer.ok && answer.value.brokenAt === null) unseen.push(`${table}.${column} was ${String(value)}`)
      alter.run(value, rowid)
    }
  }
  expect(unseen).toEqual([])
  expect(await it.must('certificates.verifyLedger', {})).toMatchObject({ brokenAt: null })
})

test('an event that is taken out is found, and so is a folio', async () => {
  const { raw } = it.room.opened
  for (const table of ['certificate', 'certificate_event'])
    for (const rowid of raw.prepare(`SELECT rowid FROM ${table}`).pluck().all() as number[]) {
      raw.exec('SAVEPOINT one')
      raw.prepare(`DELETE FROM ${table} WHERE rowid = ?`).run(rowid)
      const answer = await it.must('certificates.verifyLedger', {})
      expect(answer.brokenAt, `${table} ${String(rowid)}`).not.toBeNull()
      raw.exec('ROLLBACK TO one; RELEASE one')
    }
})
