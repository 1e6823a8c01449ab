/** Random weeks for the clash engine, and two other ways to find their clashes: every pair by hand, and SQLite. */
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { walksOf, type Nature, type Use, type Walks } from '../../src/main/features/timetable/clash-use.rules'
import { CLASH_KINDS, type ClashKind } from '../../src/shared/contract/clash-facts'

const PLACES = ['aula-1', 'aula-2', 'taller', 'at juzgado']
const TWO_CAMPS: readonly ClashKind[] = ['care', 'dormitory', 'keep-apart']
const USUAL = 5

/** Walks of a small center: two rooms side by side, one far away, the rest as usual. */
export const someWalks: Walks = walksOf(USUAL, [
  { a: 'aula-1', b: 'aula-2', minutes: 0 },
  { a: 'taller', b: 'aula-1', minutes: 12 },
])

const naturesOf = (kind: ClashKind, camp: 'own' | 'other'): readonly (Nature | undefined)[] => {
  if (kind === 'care') return camp === 'own' ? [undefined, 'mother-arranges'] : ['errand', 'outing', 'beside']
  if (kind === 'dormitory') return camp === 'own' ? [undefined] : ['shuts', 'interrupts']
  return kind === 'room' ? [undefined, 'errand'] : [undefined]
}

/** What a pair kept apart is kept apart by is the pair's own, so it hangs on the resource. */
const PAIRS: Readonly<Record<string, Nature>> = { x: 'block:session', y: 'warn:room', z: 'block:corridor' }

const aUse: fc.Arbitrary<Use> = fc
  .record({
    kind: fc.constantFrom(...CLASH_KINDS),
    resource: fc.constantFrom('x', 'y', 'z'),
    thing: fc.nat({ max: 12 }).map((n) => `t${n}`),
    // Two days, so that the same day is not every day.
    from: fc.tuple(fc.nat({ max: 1 }), fc.nat({ max: 120 })).map(([day, minute]) => day * 1440 + minute),
    length: fc.nat({ max: 40 }),
    cancelled: fc.nat({ max: 4 }).map((n) => n === 0),
    place: fc.constantFrom(...PLACES),
    rank: fc.constantFrom(1, 3, 5, 9),
    endGuessed: fc.boolean(),
    leaves: fc.boolean(),
    camp: fc.constantFrom('own' as const, 'other' as const),
    nature: fc.nat(),
    pieces: fc.nat({ max: 6 }),
  })
  .map(({ length, nature, ...use }) => {
    const natures = naturesOf(use.kind, use.camp)
    const own = use.kind === 'keep-apart' ? PAIRS[use.resource] : natures[nature % natures.length]
    const until = Math.min(use.from + length, Math.floor(use.from / 1440) * 1440 + 1440)
    return { ...use, until, exist: 8, ...(own && { nature: own }) }
  })

/** A crowded week of uses, each of a thing of its own but for pairs kept apart, who may be in one group. */
export const someUses: fc.Arbitrary<Use[]> = fc
  .array(aUse, { minLength: 20, maxLength: 120, size: 'max' })
  .map((uses) => uses.map((use, i) => (use.kind === 'keep-apart' ? use : { ...use, thing: `${use.thing}-${i}` })))
  .map((uses) => {
    // A thing has one time and one place, whoever goes to it.
    const first = new Map(uses.toReversed().map((use) => [use.thing, use]))
    return uses.map((use) => {
      const { from, until, place } = first.get(use.thing) ?? use
      return { ...use, from, until, place }
    })
  })
  .map((uses) => {
    const seen = new Set<string>()
    // One woman is in one thing once.
    return uses.filter((use) => {
      const key = `${use.kind} ${use.resource} ${use.thing} ${use.camp}`
      return !seen.has(key) && Boolean(seen.add(key))
    })
  })

/** A pair as all three finders name it. */
export const pairName = (a: Use, b: Use, level: string): string =>
  [a.kind, a.resource, ...[nameOf(a), nameOf(b)].sort(), level].join(' ')
const nameOf = (use: Use): string => `${use.thing}:${use.camp ?? ''}`

/** Every pair against every other, minute by minute where it matters: slow, and too simple to be wrong. */
export function naively(uses: readonly Use[], walks: Walks): string[] {
  const found: string[] = []
  uses.forEach((a, i) => {
    for (const b of uses.slice(i + 1)) {
      const level = naiveLevel(a, b, uses, walks)
      if (level) found.push(pairName(a, b, level))
    }
  })
  return found
}

const minutes = (use: Use): number[] => Array.from({ length: use.until - use.from }, (_, i) => use.from + i)
const shared = (a: Use, b: Use): number[] => minutes(a).filter((minute) => minute >= b.from && minute < b.until)

function naiveLevel(a: Use, b: Use, all: readonly Use[], walks: Walks): string | null {
  if (a.cancelled || b.cancelled || a.from >= a.until || b.from >= b.until) return null
  if (a.kind !== b.kind || a.resource !== b.resource) return null
  const camps = TWO_CAMPS.includes(a.kind)
  if (camps ? a.camp === b.camp : a.thing === b.thing) return null
  const both = shared(a, b)
  const mayBeOver = (a.from < b.from && a.endGuessed) || (b.from < a.from && b.endGuessed)
  const has = (nature: Nature) => a.nature === nature || b.nature === nature
  switch (a.kind) {
    case 'room':
      if (both.length === 0 || (a.nature === 'errand' && b.nature === 'errand')) return null
      return mayBeOver ? 'warn' : 'block'
    case 'dormitory':
      return both.length === 0 ? null : has('shuts') ? 'block' : 'warn'
    case 'care': {
      if (both.length === 0) return null
      const [hers, child] = a.camp === 'own' ? [a, b] : [b, a]
      if (has('beside')) return has('mother-arranges') ? 'warn' : null
      if (has('errand')) return 'warn'
      return child.from < hers.from && child.until >= hers.until ? 'info' : 'warn'
    }
    case 'kit':
      return both.some(
        (minute) =>
          all
            .filter((use) => use.kind === 'kit' && use.resource === a.resource && !use.cancelled)
            .filter((use) => use.from <= minute && minute < use.until)
            .reduce((sum, use) => sum + (use.pieces ?? 0), 0) > 8,
      )
        ? 'warn'
        : null
    case 'keep-apart': {
      const [level = '', scope] = (a.nature ?? '').split(':')
      if (a.thing === b.thing) return level
      if (scope !== 'session' && both.length > 0 && a.place === b.place) return level
      const onTheWay = [a.from, a.until].some((at) => [b.from, b.until].some((other) => Math.abs(at - other) < USUAL))
      return scope === 'corridor' && onTheWay ? level : null
    }
    case 'woman':
    case 'child':
    case 'instructor': {
      if (both.length > 0) return !mayBeOver && a.rank === b.rank ? 'block' : 'warn'
      const between = Math.max(a.from, b.from) - Math.min(a.until, b.until)
      if (between < walks.between(a.place, b.place)) return 'warn'
      const sameDay = Math.floor(a.from / 1440) === Math.floor(b.from / 1440)
      return sameDay && (a.leaves || b.leaves) ? 'info' : null
    }
  }
}

const SCHEMA = `
  CREATE TABLE use (n INTEGER PRIMARY KEY, kind TEXT, resource TEXT, thing TEXT, a INTEGER, b INTEGER, place TEXT,
    rank INTEGER, guessed INTEGER, leaves INTEGER, camp TEXT, nature TEXT, pieces INTEGER, exist INTEGER);
  CREATE INDEX use_of ON use (kind, resource, a, b);
  CREATE TABLE walk (pa TEXT, pb TEXT, minutes INTEGER, PRIMARY KEY (pa, pb)) WITHOUT ROWID;`

const JOIN = `
  SELECT x.n AS x, y.n AS y, CASE
    WHEN x.kind = 'kit' THEN 'warn'
    WHEN x.kind = 'keep-apart' THEN substr(x.nature, 1, instr(x.nature, ':') - 1)
    WHEN x.kind = 'dormitory' THEN iif('shuts' IN (x.nature, y.nature), 'block', 'warn')
    WHEN x.kind = 'care' THEN CASE
      WHEN x.nature = 'outing' AND x.a < y.a AND x.b >= y.b THEN 'info'
      WHEN y.nature = 'outing' AND y.a < x.a AND y.b >= x.b THEN 'info' ELSE 'warn' END
    WHEN x.a < y.b AND y.a < x.b THEN CASE
      WHEN (x.a < y.a AND x.guessed) OR (y.a < x.a AND y.guessed) THEN 'warn'
      WHEN x.kind = 'room' OR x.rank = y.rank THEN 'block' ELSE 'warn' END
    WHEN max(x.a, y.a) - min(x.b, y.b) < iif(x.place = y.place, 0, coalesce(walk.minutes, :usual)) THEN 'warn'
    ELSE 'info' END AS level
  FROM use x JOIN use y ON y.kind = x.kind AND y.resource = x.resource AND x.n < y.n
  LEFT JOIN walk ON walk.pa = x.place AND walk.pb = y.place
  WHERE CASE WHEN x.kind IN ('care', 'dormitory', 'keep-apart') THEN x.camp <> y.camp ELSE x.thing <> y.thing END
  AND CASE x.kind
    WHEN 'kit' THEN x.a < y.b AND y.a < x.b AND EXISTS (
      SELECT 1 FROM use m WHERE m.kind = 'kit' AND m.resource = x.resource
        AND max(m.a, x.a, y.a) < min(x.b, y.b) AND m.a >= min(x.a, y.a)
        AND (SELECT sum(o.pieces) FROM use o WHERE o.kind = 'kit' AND o.resource = x.resource
             AND o.a <= max(m.a, x.a, y.a) AND max(m.a, x.a, y.a) < o.b) > x.exist)
    WHEN 'keep-apart' THEN x.thing = y.thing
      OR (x.nature NOT LIKE '%:session' AND x.a < y.b AND y.a < x.b AND x.place = y.place)
      OR (x.nature LIKE '%:corridor' AND min(abs(x.a - y.a), abs(x.a - y.b), abs(x.b - y.a), abs(x.b - y.b)) < :usual)
    WHEN 'room' THEN x.a < y.b AND y.a < x.b AND NOT (x.nature IS 'errand' AND y.nature IS 'errand')
    WHEN 'dormitory' THEN x.a < y.b AND y.a < x.b
    WHEN 'care' THEN x.a < y.b AND y.a < x.b AND (NOT 'beside' IN (x.nature, y.nature)
      OR 'mother-arranges' IN (x.nature, y.nature))
    ELSE max(x.a, y.a) - min(x.b, y.b) < iif(x.place = y.place, 0, coalesce(walk.minutes, :usual))
      OR (x.a < y.b AND y.a < x.b) OR ((x.leaves OR y.leaves) AND x.a / 1440 = y.a / 1440) END`

/**
 * The pairs alone, as quick as SQLite can be made to find them: whichever begins first stands left, so that each kind
 * reads one range of its index. No pairs kept apart and no care, which the bench's week has none of.
 */
const QUICK = `
  SELECT x.n, y.n FROM use x
    JOIN use y ON y.kind = x.kind AND y.resource = x.resource AND y.a >= x.a AND y.a < x.b + :most
      AND (y.a > x.a OR y.n > x.n)
    LEFT JOIN walk ON walk.pa = x.place AND walk.pb = y.place
    WHERE x.kind IN ('woman', 'instructor') AND y.thing <> x.thing
      AND (y.a < x.b OR y.a - x.b < iif(x.place = y.place, 0, coalesce(walk.minutes, :usual)))
  UNION SELECT x.n, y.n FROM use x
    JOIN use y ON y.kind = x.kind AND y.resource = x.resource AND y.a >= x.a AND y.a < (x.a / 1440 + 1) * 1440
      AND (y.a > x.a OR y.n > x.n)
    WHERE x.kind = 'woman' AND x.leaves AND y.thing <> x.thing
  UNION SELECT x.n, y.n FROM use y
    JOIN use x ON y.kind = x.kind AND y.resource = x.resource AND x.a <= y.a AND x.a >= y.a / 1440 * 1440
      AND (y.a > x.a OR y.n > x.n)
    WHERE y.kind = 'woman' AND y.leaves AND y.thing <> x.thing
  UNION ALL SELECT x.n, y.n FROM use x
    JOIN use y ON y.kind = x.kind AND y.resource = x.resource AND y.a >= x.a AND y.a < x.b AND (y.a > x.a OR y.n > x.n)
    WHERE x.kind = 'room' AND y.thing <> x.thing
  UNION ALL SELECT x.n, y.n FROM use x
    JOIN use y ON y.kind = x.kind AND y.resource = x.resource AND y.a > x.a - 240 AND y.a < x.b AND y.b > x.a
    WHERE x.kind = 'dormitory' AND x.camp = 'other' AND y.camp = 'own'
  UNION ALL SELECT x.n, y.n FROM use x
    JOIN use y ON y.kind = x.kind AND y.resource = x.resource AND y.a >= x.a AND y.a < x.b AND (y.a > x.a OR y.n > x.n)
    WHERE x.kind = 'kit' AND EXISTS (
      SELECT 1 FROM use m WHERE m.kind = 'kit' AND m.resource = x.resource AND m.a >= x.a AND max(m.a, y.a) < min(x.b, y.b)
        AND (SELECT sum(o.pieces) FROM use o WHERE o.kind = 'kit' AND o.resource = x.resource
             AND o.a <= max(m.a, y.a) AND max(m.a, y.a) < o.b) > x.exist)`

/** A week laid into SQLite, indexed, with one prepared self-join that finds its clashes. */
export function inSqlite(
  uses: readonly Use[],
  walks: { readonly usual: number; readonly pairs: readonly { a: string; b: string; minutes: number }[] },
): { join: () => { x: number; y: number; level: string }[]; quickJoin: () => unknown[]; close: () => void } {
  const raw = new Database(':memory:')
  raw.exec(SCHEMA)
  const insert = raw.prepare('INSERT INTO use VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
  const walk = raw.prepare('INSERT INTO walk VALUES (?, ?, ?)')
  raw.transaction(() => {
    uses.forEach((use, n) => {
      if (use.cancelled || use.from >= use.until) return
      const { kind, resource, thing, from, until, place, rank, endGuessed, leaves, camp, nature, pieces, exist } = use
      const flags = [rank, Number(endGuessed ?? false), Number(leaves ?? false)]
      const rest = [camp ?? null, nature ?? '', pieces ?? 0, exist ?? 0]
      insert.run(n, kind, resource, thing, from, until, place, ...flags, ...rest)
    })
    for (const { a, b, minutes: long } of walks.pairs)
      for (const pair of [
        [a, b],
        [b, a],
      ])
        walk.run(...pair, long)
  })()
  const join = raw.prepare(JOIN)
  const quick = raw.prepare(QUICK)
  const most = Math.max(walks.usual, ...walks.pairs.map((pair) => pair.minutes))
  return {
    join: () => join.all({ usual: walks.usual }) as { x: number; y: number; level: string }[],
    quickJoin: () => quick.all({ usual: walks.usual, most }),
    close: () => raw.close(),
  }
}

/** The pairs of `someWalks` as rows. */
export const SOME_WALKS = {
  usual: USUAL,
  pairs: [
    { a: 'aula-1', b: 'aula-2', minutes: 0 },
    { a: 'taller', b: 'aula-1', minutes: 12 },
  ],
}

/** What SQLite finds, named as the others name it. */
export function bySql(uses: readonly Use[]): string[] {
  const sql = inSqlite(uses, SOME_WALKS)
  const found = sql.join().flatMap(({ x, y, level }) => {
    const [a, b] = [uses[x], uses[y]]
    return a && b ? [pairName(a, b, level)] : []
  })
  sql.close()
  return found
}
