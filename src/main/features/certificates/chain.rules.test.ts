import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { befallen, firstBroken, LEDGER_GENESIS, type EventLink, type Fate, type FolioLink } from './chain.rules'
import { actsOf, EVENT_ACTS, type EventKind } from './certificate-states.rules'

/** Not a real digest: enough to tell one link from another. */
const digest = (link: object): string => {
  const { hash: _hash, ...rest } = link as Record<string, unknown>
  return JSON.stringify(
    Object.entries(rest).filter(
      ([key]) => !['state', 'stateOn', 'deliveredOn', 'keptOn', 'duplicates', 'replacedBy'].includes(key),
    ),
  )
}
const hashOf = { folio: digest, event: digest }

interface Book {
  readonly folios: FolioLink[]
  readonly events: EventLink[]
}

/** A book grown as the office would grow it: folios of years, and whatever their state takes. */
function grow(choices: readonly number[]): Book {
  const folios: FolioLink[] = []
  const events: EventLink[] = []
  let head = LEDGER_GENESIS
  let year = 2026
  let number = 0
  for (const choice of choices) {
    const at = folios.length === 0 ? 0 : choice % 7
    if (at === 1) [year, number] = [year + 1, 0]
    if (at <= 2) {
      number += 1
      const id = `c${String(folios.length)}`
      const link: FolioLink = {
        id,
        folio: `F-${id}`,
        year,
        number,
        issuedOn: `${String(year)}-05-01`,
        issuedBy: 'silvia',
        state: 'issued',
        stateOn: `${String(year)}-05-01`,
        deliveredOn: null,
        keptOn: null,
        duplicates: 0,
        replacedBy: null,
        prevHash: head,
        hash: '',
      }
      head = digest(link)
      folios.push({ ...link, hash: head })
      continue
    }
    const which = choice % folios.length
    const row = folios[which]!
    const kinds = (Object.keys(EVENT_ACTS) as EventKind[]).filter((kind) =>
      actsOf(row.state as Fate['state']).includes(EVENT_ACTS[kind]),
    )
    const kind = kinds[(choice >> 3) % Math.max(1, kinds.length)]
    if (!kind) continue
    const event: EventLink = {
      certificateId: row.id,
      kind,
      on: `${String(year)}-06-01`,
      factsJson: JSON.stringify({ successorId: `c${String(folios.length - 1)}`, n: events.length }),
      prevHash: head,
      hash: '',
    }
    head = digest(event)
    events.push({ ...event, hash: head })
    folios[which] = { ...row, ...befallen(row as Fate, event) }
  }
  return { folios, events }
}

const books = fc.array(fc.nat({ max: 10_000 }), { minLength: 1, maxLength: 40 }).map(grow)
const check = ({ folios, events }: Book) => firstBroken(folios, events, hashOf)

test('a book that grew link by link holds', () => {
  fc.assert(
    fc.property(books, (book) => {
      expect(check(book)).toBeNull()
    }),
  )
})

describe('is found', () => {
  const any = fc.tuple(books, fc.nat({ max: 1000 }))
  const told = (book: Book): void => {
    expect(check(book)).not.toBeNull()
  }

  test('whatever of a folio is altered, its fate as its row tells it included', () => {
    const changes: readonly ((row: FolioLink) => FolioLink)[] = [
      (row) => ({ ...row, folio: `${row.folio}X` }),
      (row) => ({ ...row, number: row.number + 1 }),
      (row) => ({ ...row, issuedOn: '2026-01-01' }),
      (row) => ({ ...row, prevHash: 'x' }),
      (row) => ({ ...row, hash: 'x' }),
      (row) => ({ ...row, state: row.state === 'revoked' ? 'issued' : 'revoked' }),
      (row) => ({ ...row, stateOn: '2020-01-01' }),
      (row) => ({ ...row, deliveredOn: row.deliveredOn ? null : '2026-06-01' }),
      (row) => ({ ...row, keptOn: row.keptOn ? null : '2026-06-01' }),
      (row) => ({ ...row, duplicates: row.duplicates + 1 }),
      (row) => ({ ...row, replacedBy: row.replacedBy ? null : 'c9' }),
    ]
    fc.assert(
      fc.property(any, fc.nat({ max: changes.length - 1 }), ([book, n], which) => {
        const at = n % book.folios.length
        told({ ...book, folios: book.folios.map((row, index) => (index === at ? changes[which]!(row) : row)) })
      }),
    )
  })

  test('whatever of an event is altered, left out, or told twice', () => {
    const changes: readonly ((events: readonly EventLink[], at: number) => EventLink[])[] = [
      (events, at) => events.map((event, i) => (i === at ? { ...event, on: '2020-01-01' } : event)),
      (events, at) => events.map((event, i) => (i === at ? { ...event, factsJson: '{}' } : event)),
      (events, at) => events.filter((_event, i) => i !== at),
      (events, at) => [...events, events[at]!],
    ]
    fc.assert(
      fc.property(any, fc.nat({ max: changes.length - 1 }), ([book, n], which) => {
        fc.pre(book.events.length > 0)
        told({ ...book, events: changes[which]!(book.events, n % book.events.length) })
      }),
    )
  })

  test('a folio left out from the middle', () => {
    fc.assert(
      fc.property(any, ([book, n]) => {
        fc.pre(book.folios.length > 1)
        told({ ...book, folios: book.folios.filter((_row, i) => i !== n % (book.folios.length - 1)) })
      }),
    )
  })
})

test('a certificate handed over before deliveries were chained begins as its row has it', () => {
  const [folio] = grow([0]).folios
  const old: FolioLink = { ...folio!, issuedBy: null, hash: '' }
  const delivered: FolioLink = {
    ...old,
    state: 'delivered',
    stateOn: '2026-05-02',
    deliveredOn: '2026-05-02',
    hash: digest(old),
  }
  expect(check({ folios: [delivered], events: [] })).toBeNull()
  expect(check({ folios: [{ ...delivered, issuedBy: 'silvia' }], events: [] })).not.toBeNull()
})
