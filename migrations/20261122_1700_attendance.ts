import { sql, type Kysely } from 'kysely'

const REASONS: Readonly<Record<string, readonly string[]>> = {
  JM: ['illness', 'medical-appointment'],
  JA: ['hearing', 'defence'],
  JV: ['visit', 'locutory'],
  JH: ['child-illness', 'child-appointment', 'nobody-to-care'],
  C: ['not-called', 'not-brought', 'internal-transfer', 'search', 'restriction', 'sanction'],
  S: ['no-instructor', 'no-material', 'no-room'],
  F: ['did-not-want', 'left-session', 'other'],
}
const inList = (values: readonly string[]): string => `(${values.map((value) => `'${value}'`).join(', ')})`
const ALL = inList(Object.values(REASONS).flat())
const EACH = Object.entries(REASONS)
  .map(([letter, reasons]) => `(code = '${letter}' AND reason IN ${inList(reasons)})`)
  .join(' OR ')

const statements = [
  // The letter stays what paper and figures know; what is known beside it refines who caused it and what is credited.
  `ALTER TABLE mark ADD COLUMN note TEXT CHECK (note <> '')`,
  `ALTER TABLE mark ADD COLUMN reason TEXT CHECK (
    reason IS NULL
    OR (reason IN ${ALL} AND (code IN ('A', 'R') OR ${EACH}) AND (reason <> 'other' OR note IS NOT NULL)))`,
  `ALTER TABLE mark ADD COLUMN minutes_late INTEGER CHECK (
    minutes_late IS NULL OR (minutes_late BETWEEN 1 AND 600 AND code = 'R'))`,
  `ALTER TABLE mark ADD COLUMN minutes_early INTEGER CHECK (
    minutes_early IS NULL
    OR (minutes_early BETWEEN 1 AND 600 AND (code IN ('A', 'R') OR (reason IS NOT NULL AND reason = 'left-session'))))`,
  // Null: the whole session if she came, none if she did not. Figured when keyed, with the grace of that day.
  `ALTER TABLE mark ADD COLUMN credited_minutes INTEGER CHECK (credited_minutes >= 0)`,
  `ALTER TABLE mark ADD COLUMN marked_at TEXT`,
  `ALTER TABLE mark ADD COLUMN marked_on TEXT`,
  `ALTER TABLE mark ADD COLUMN marked_by TEXT REFERENCES staff (id)`,
  // What a mark was before it was changed or emptied: never altered. It goes only with a batch that is taken back.
  `CREATE TABLE mark_change (
    id TEXT PRIMARY KEY,
    session_id TEXT NOT NULL REFERENCES session (id),
    person_id TEXT NOT NULL REFERENCES person (id),
    kind TEXT NOT NULL CHECK (kind IN ('corrected', 'rectified', 'imported', 'sampled', 'cancelled')),
    was_json TEXT,
    was_code TEXT,
    now_code TEXT,
    why TEXT,
    changed_at TEXT NOT NULL,
    changed_on TEXT NOT NULL,
    changed_by TEXT REFERENCES staff (id),
    CHECK (was_code IS NOT NULL OR kind = 'rectified'),
    CHECK ((was_code IS NULL) = (was_json IS NULL)),
    CHECK (kind <> 'rectified' OR why IS NOT NULL)
  ) STRICT`,
  `CREATE INDEX mark_change_mark ON mark_change (session_id, person_id)`,
  `CREATE INDEX mark_change_rectified ON mark_change (changed_on) WHERE kind = 'rectified'`,
  `CREATE TRIGGER mark_change_stands BEFORE UPDATE ON mark_change
   BEGIN SELECT RAISE(ABORT, 'the history of a mark stands'); END`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
