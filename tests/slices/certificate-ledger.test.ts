/** The law of the ledger: whatever is done in whatever order, with crashes and undo, folios form one unbroken chain. */
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inBatch, undoBatch } from '../../src/main/platform/batches/batches'
import type { Act } from '../../src/main/platform/seam/act'
import { inTransaction } from '../../src/main/platform/seam/serve'
import { done, type Outcome } from '../../src/shared/kernel/outcome'
import { blankPaper, openGraduation, putEnded, putGraduate, type Graduation } from '../factories/graduation'

let it: Graduation
let editions: string[]
let women: string[][]
let batches: string[]
beforeAll(async () => {
  it = await openGraduation()
  it.room.role = 'director'
})
afterAll(() => {
  it.close()
})

let round = 0
/** Two groups of three women each, all of whom have earned theirs. */
function fresh(): void {
  round += 1
  batches = []
  it.render = blankPaper
  editions = ['A', 'B'].map((group) => putEnded(it, { code: `${group}-${String(round)}`, title: `Taller ${group}` }))
  for (const id of editions) it.room.opened.raw.prepare('UPDATE edition SET valid_months = 2 WHERE id = ?').run(id)
  women = editions.map((id) => ['Uno', 'Dos', 'Tres'].map((surname1) => putGraduate(it, id, { surname1 })))
}

const change = (work: (act: Act) => Promise<Outcome<unknown>>) => inTransaction(it.room.opened, it.room.look(), work)
const note = 'Así se acordó'

interface Turn {
  readonly by: 'clara' | 'silvia'
  readonly what: keyof typeof ACTS
  readonly group: 0 | 1
  readonly one: number
}

/** One certificate of the group, whatever became of it. */
function pick({ group, one }: Turn): { id: string; version: number } | undefined {
  const rows = it.room.opened.raw
    .prepare('SELECT id, version FROM certificate WHERE edition_id = ? ORDER BY number')
    .all(editions[group]) as { id: string; version: number }[]
  return rows.length === 0 ? undefined : rows[one % rows.length]
}
const draftsOf = async ({ group }: Turn) =>
  (await it.must('certificates.steps', { editionId: editions[group]! })).drafts.map(({ id, version, personId }) => ({
    id,
    version,
    personId,
  }))
const seen = async (turn: Turn) => (await draftsOf(turn)).map(({ id, version }) => ({ id, version }))

const withOne = (work: (on: { id: string; version: number }) => Promise<unknown>) => async (turn: Turn) => {
  const on = pick(turn)
  if (on) await work(on)
}
const withDrafts =
  (work: (drafts: { id: string; version: number }[], editionId: string) => Promise<unknown>) => async (turn: Turn) => {
    const drafts = await seen(turn)
    if (drafts.length > 0) await work(drafts, editions[turn.group]!)
  }
const issueAll = async (turn: Turn, times = 1) => {
  const personIds = (await draftsOf(turn)).map((each) => each.personId)
  const input = { editionId: editions[turn.group]!, personIds }
  if (personIds.length > 0) await Promise.all(Array.from({ length: times }, () => it.call('certificates.issue', input)))
}

/** Everything that anybody may try, in its order or out of it; refusals are as good as done. */
const ACTS = {
  prepare: (turn: Turn) => it.call('certificates.prepare', { editionId: editions[turn.group]!, personIds: null }),
  prepareOne: (turn: Turn) =>
    it.call('certificates.prepare', {
      editionId: editions[turn.group]!,
      personIds: [women[turn.group]![turn.one % 3]!],
    }),
  signOff: withDrafts((drafts, editionId) => it.call('certificates.signOff', { editionId, drafts })),
  signOffOne: withDrafts((drafts, editionId) =>
    it.call('certificates.signOff', { editionId, drafts: drafts.slice(0, 1) }),
  ),
  sendBack: withDrafts((drafts) => it.call('certificates.sendBack', { drafts: drafts.slice(0, 1), reason: note })),
  deleteDraft: withDrafts((drafts) => it.call('certificates.deleteDrafts', { drafts: drafts.slice(0, 1) })),
  issue: (turn: Turn) => issueAll(turn),
  /** The way it is meant to go. */
  allThree: async (turn: Turn) => {
    it.by = 'clara'
    await it.call('certificates.prepare', { editionId: editions[turn.group]!, personIds: null })
    const drafts = await seen(turn)
    if (drafts.length > 0) await it.call('certificates.signOff', { editionId: editions[turn.group]!, drafts })
    it.by = 'silvia'
    await issueAll(turn)
  },
  issueTwice: (turn: Turn) => issueAll(turn, 2),
  issueAndCrash: async (turn: Turn) => {
    const { raw } = it.room.opened
    raw.exec(`CREATE TEMP TRIGGER crash BEFORE UPDATE ON main.certificate_draft
      WHEN NEW.state = 'issued' AND (SELECT count(*) FROM certificate) % 3 = ${String(turn.one % 3)}
      BEGIN SELECT RAISE(ABORT, 'the lamp goes out'); END`)
    await issueAll(turn)
    raw.exec('DROP TRIGGER temp.crash')
  },
  issueAndStop: async (turn: Turn) => {
    it.render = (...wish) => {
      it.client.stopAsked = true
      return blankPaper(...wish)
    }
    await issueAll(turn)
    it.render = blankPaper
  },
  deliver: withOne((on) =>
    it.call('certificates.markDelivered', {
      certificates: [on],
      deliveredOn: it.room.now.slice(0, 10),
      to: 'herself',
      receivedBy: null,
    }),
  ),
  keep: withOne((on) => it.call('certificates.keep', { certificates: [on], keptOn: it.room.now.slice(0, 10) })),
  undoDelivery: withOne((on) => it.call('certificates.undoDelivery', { ...on, reason: note })),
  duplicate: withOne((on) => it.call('certificates.duplicate', { ...on, cause: 'lost', note: null })),
  replace: async (turn: Turn) => {
    const on = pick(turn)
    if (!on) return
    const { personId } = await it.must('certificates.record', { id: on.id })
    it.room.opened.raw.prepare("UPDATE person SET surname1 = surname1 || 'a' WHERE id = ?").run(personId)
    await it.call('certificates.startReplacement', { ...on, cause: 'name-corrected', note })
  },
  renew: withOne((on) => it.call('certificates.startRenewal', { ...on, note })),
  revoke: withOne((on) => it.call('certificates.revoke', { ...on, cause: 'false-data', note })),
  annul: withOne((on) => it.call('certificates.annul', { ...on, cause: 'jam', formNumber: null, note: null })),
  /** Her evaluation changes in a batch, so that what was prepared may no longer hold. */
  batch: async (turn: Turn) => {
    const made = await change((act) =>
      inBatch(act, { kind: 'places', title: 'Grupo' }, ['evaluation'], async () => {
        const result = turn.one % 2 === 0 ? 'NA' : 'A'
        it.room.opened.raw
          .prepare('UPDATE evaluation SET result = ?, version = version + 1 WHERE person_id = ?')
          .run(result, women[turn.group]![turn.one % 3])
        await act.audit({ event: 'certificate.evaluated', subjectType: 'person' })
        return done(null)
      }),
    )
    if (made.ok) batches.push((made.value as { batchId: string }).batchId)
  },
  undo: async () => {
    const last = batches.pop()
    if (last !== undefined) await change((act) => undoBatch(act, last))
  },
  nextYear: () => {
    it.room.now = `${String(Number(it.room.now.slice(0, 4)) + 1)}-01-04T18:00:00.000Z`
    return Promise.resolve()
  },
  clockBack: async (turn: Turn) => {
    const { now } = it.room
    it.room.now = '2020-01-01T18:00:00.000Z'
    await issueAll(turn)
    it.room.now = now
  },
} satisfies Record<string, (turn: Turn) => Promise<unknown>>

const turns: fc.Arbitrary<readonly Turn[]> = fc.array(
  fc.record({
    by: fc.constantFrom('clara' as const, 'silvia' as const),
    what: fc.oneof(
      { weight: 2, arbitrary: fc.constantFrom<Turn['what']>('allThree', 'signOff', 'issue') },
      { weight: 3, arbitrary: fc.constantFrom(...(Object.keys(ACTS) as Turn['what'][])) },
    ),
    group: fc.constantFrom(0 as const, 1 as const),
    one: fc.nat({ max: 5 }),
  }),
  { minLength: 12, maxLength: 30 },
)

const all = <Row>(query: string): Row[] => it.room.opened.raw.prepare(query).all() as Row[]

/** Numbers without a gap in each year, no folio twice, one certificate in hand per woman and group, each issued by another. */
async function holds(): Promise<void> {
  expect(await it.must('certificates.verifyLedger', {})).toMatchObject({ brokenAt: null })
  const numbers = new Map<number, number[]>()
  for (const { year, number } of all<{ year: number; number: number }>(
    'SELECT year, number FROM certificate ORDER BY year, number',
  ))
    numbers.set(year, [...(numbers.get(year) ?? []), number])
  for (const row of numbers.values()) expect(row).toEqual(row.map((_number, at) => at + 1))
  expect(all('SELECT folio FROM certificate GROUP BY folio HAVING count(*) > 1')).toEqual([])
  expect(
    all(`SELECT holder_id FROM certificate WHERE state IN ('issued', 'delivered')
      GROUP BY holder_id, edition_id HAVING count(*) > 1`),
  ).toEqual([])
  expect(all('SELECT id FROM certificate_draft WHERE issued_by = signed_off_by')).toEqual([])
  expect(
    all(
      'SELECT id FROM certificate WHERE id NOT IN (SELECT certificate_id FROM certificate_draft WHERE certificate_id IS NOT NULL)',
    ),
  ).toEqual([])
  // As many papers as folios and duplicates: none lost, none left over from a crash or a stop.
  expect(all(`SELECT id FROM paper WHERE type LIKE 'certificates.%'`)).toHaveLength(
    all('SELECT id FROM certificate').length +
      all("SELECT seq FROM certificate_event WHERE kind = 'duplicated'").length,
  )
}

test('folios form an unbroken, unforked chain under any interleaving, crash, stop, clock and undo', async () => {
  await fc.assert(
    fc.asyncProperty(turns, async (played) => {
      fresh()
      for (const turn of played) {
        it.by = turn.by
        await ACTS[turn.what](turn)
      }
      await holds()
    }),
    { numRuns: 40 },
  )
  // The law would be empty if nothing had been issued, ended and copied on the way.
  expect(all('SELECT id FROM certificate').length).toBeGreaterThan(30)
  expect(
    new Set(all<{ kind: string }>('SELECT kind FROM certificate_event').map((each) => each.kind)).size,
  ).toBeGreaterThan(5)
}, 180_000)
