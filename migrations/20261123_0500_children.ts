import { sql, type Kysely } from 'kysely'

/** A version-4 UUID made by SQLite: ids of this database have that shape. */
const UUID = `lower(printf('%s-%s-4%s-a%s-%s', hex(randomblob(4)), hex(randomblob(2)), substr(hex(randomblob(2)), 2),
  substr(hex(randomblob(2)), 2), hex(randomblob(6))))`

/** What an import wrote must go on being taken back: rows derived from a row of its own join what it wrote. */
const alsoWrittenByImport = (table: string, columns: readonly string[]): string =>
  `INSERT INTO import_write (batch_id, position, table_name, key_json, before_json, after_json)
   SELECT w.batch_id, (SELECT max(position) FROM import_write AS a WHERE a.batch_id = w.batch_id)
       + row_number() OVER (PARTITION BY w.batch_id ORDER BY t.id),
     '${table}', json_object('id', t.id), NULL, json_object(${columns.map((name) => `'${name}', t.${name}`).join(', ')})
   FROM ${table} AS t
   JOIN child_adult AS c ON c.child_id = t.child_id AND c.adult_id = t.adult_id
   JOIN import_write AS w ON w.table_name = 'child_adult' AND w.key_json = json_object('id', c.id)
     AND w.before_json IS NULL`

const withoutOldColumns = (column: string): string =>
  `UPDATE import_write SET ${column} = json_remove(${column}, '$.may_collect', '$.valid_until', '$.forbidden_by')
   WHERE table_name = 'child_adult' AND ${column} IS NOT NULL`

const people = [
  // `document` stays the words on the paper shown (INE 1651): it is what an order finds somebody by.
  `ALTER TABLE adult ADD COLUMN document_kind TEXT CHECK (document_kind IN
    ('ine', 'passport', 'licence', 'professional', 'consular', 'other'))`,
  `ALTER TABLE adult ADD COLUMN document_last4 TEXT CHECK (length(document_last4) BETWEEN 1 AND 4)`,
  `ALTER TABLE adult ADD COLUMN address TEXT`,
  `ALTER TABLE adult ADD COLUMN description TEXT`,
  `ALTER TABLE adult ADD COLUMN photo_id TEXT REFERENCES picture (id)`,
  `UPDATE adult SET document_kind = 'ine', document_last4 = substr(trim(document), -4)
   WHERE upper(document) GLOB 'INE*[0-9][0-9][0-9][0-9]'`,
]

const grid = [
  // One right of one adult over one child. What was granted is never rewritten: it ends, with its reason, and another
  // row begins. Without a first day it held before the register began; without a last day it has none.
  `CREATE TABLE authority (
    id TEXT PRIMARY KEY,
    child_id TEXT NOT NULL REFERENCES child (id),
    adult_id TEXT NOT NULL REFERENCES adult (id),
    act TEXT NOT NULL CHECK (act IN ('told', 'visit', 'take-out', 'bring-back')),
    from_day TEXT,
    until_day TEXT,
    evidence_kind TEXT CHECK (evidence_kind IN
      ('mother', 'other-parent', 'court', 'protection', 'guardianship', 'council', 'other')),
    evidence_number TEXT,
    document_seen_on TEXT,
    document_seen_by TEXT,
    given_at TEXT,
    given_by TEXT REFERENCES staff (id),
    ended_at TEXT,
    ended_on TEXT,
    ended_by TEXT REFERENCES staff (id),
    end_reason TEXT,
    replaced_by TEXT REFERENCES authority (id),
    CHECK (until_day IS NULL OR from_day IS NULL OR until_day >= from_day),
    CHECK ((document_seen_on IS NULL) = (document_seen_by IS NULL)),
    CHECK ((ended_at IS NULL) = (ended_on IS NULL)),
    CHECK ((ended_at IS NULL) = (end_reason IS NULL)),
    CHECK (replaced_by IS NULL OR ended_at IS NOT NULL)
  ) STRICT`,
  `CREATE UNIQUE INDEX authority_one_open ON authority (child_id, adult_id, act) WHERE ended_at IS NULL`,
  `CREATE INDEX authority_adult ON authority (adult_id)`,
  `CREATE TRIGGER authority_kept BEFORE UPDATE ON authority
   WHEN OLD.child_id IS NOT NEW.child_id OR OLD.adult_id IS NOT NEW.adult_id OR OLD.act IS NOT NEW.act
     OR OLD.from_day IS NOT NEW.from_day OR OLD.until_day IS NOT NEW.until_day
     OR OLD.evidence_kind IS NOT NEW.evidence_kind OR OLD.evidence_number IS NOT NEW.evidence_number
     OR OLD.document_seen_on IS NOT NEW.document_seen_on OR OLD.document_seen_by IS NOT NEW.document_seen_by
   BEGIN SELECT RAISE(ABORT, 'an authority is ended, never rewritten'); END`,
  // An order that keeps a person away from a child, whether or not that person has any right. It beats every right.
  `CREATE TABLE prohibition (
    id TEXT PRIMARY KEY,
    child_id TEXT NOT NULL REFERENCES child (id),
    adult_id TEXT NOT NULL REFERENCES adult (id),
    ordered_by TEXT,
    order_number TEXT NOT NULL,
    ordered_on TEXT,
    from_day TEXT,
    until_day TEXT,
    note TEXT,
    entered_at TEXT,
    entered_by TEXT REFERENCES staff (id),
    lifted_at TEXT,
    lifted_on TEXT,
    lifted_by TEXT REFERENCES staff (id),
    lift_reason TEXT,
    lift_document TEXT,
    CHECK (until_day IS NULL OR from_day IS NULL OR until_day >= from_day),
    CHECK ((lifted_at IS NULL) = (lifted_on IS NULL)),
    CHECK ((lifted_at IS NULL) = (lift_reason IS NULL)),
    CHECK ((lifted_at IS NULL) = (lift_document IS NULL))
  ) STRICT`,
  `CREATE INDEX prohibition_child ON prohibition (child_id)`,
  `CREATE INDEX prohibition_adult ON prohibition (adult_id)`,
  `CREATE TRIGGER prohibition_kept BEFORE UPDATE ON prohibition
   WHEN OLD.child_id IS NOT NEW.child_id OR OLD.adult_id IS NOT NEW.adult_id OR OLD.order_number IS NOT NEW.order_number
     OR OLD.from_day IS NOT NEW.from_day OR OLD.until_day IS NOT NEW.until_day
   BEGIN SELECT RAISE(ABORT, 'a prohibition is lifted, never rewritten'); END`,
  // May collect was both: take out and bring back. Since when, nobody had written down.
  `INSERT INTO authority (id, child_id, adult_id, act, until_day)
   SELECT ${UUID}, child_id, adult_id, act, valid_until
   FROM child_adult, (SELECT 'take-out' AS act UNION SELECT 'bring-back') WHERE may_collect = 1`,
  `INSERT INTO prohibition (id, child_id, adult_id, order_number)
   SELECT ${UUID}, child_id, adult_id, forbidden_by FROM child_adult WHERE forbidden_by IS NOT NULL`,
  // What is left between a child and an adult is who she is to the child.
  `CREATE TABLE child_adult_new (
    id TEXT PRIMARY KEY,
    child_id TEXT NOT NULL REFERENCES child (id),
    adult_id TEXT NOT NULL REFERENCES adult (id),
    relation TEXT NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    UNIQUE (child_id, adult_id)
  ) STRICT`,
  `INSERT INTO child_adult_new (id, child_id, adult_id, relation, version)
   SELECT id, child_id, adult_id, relation, version FROM child_adult`,
  `DROP TABLE child_adult`,
  `ALTER TABLE child_adult_new RENAME TO child_adult`,
  withoutOldColumns('before_json'),
  withoutOldColumns('after_json'),
  alsoWrittenByImport('authority', ['id', 'child_id', 'adult_id', 'act', 'until_day']),
  alsoWrittenByImport('prohibition', ['id', 'child_id', 'adult_id', 'order_number']),
]

const protection = [
  // Read and written by the director and the mother-child lead only; see PROTECTION in the kernel's roles.
  `CREATE TABLE protection_concern (
    id TEXT PRIMARY KEY,
    child_id TEXT NOT NULL REFERENCES child (id),
    seen_on TEXT NOT NULL,
    seen_at TEXT,
    what TEXT NOT NULL,
    seen_by TEXT NOT NULL,
    entered_at TEXT NOT NULL,
    entered_by TEXT REFERENCES staff (id),
    closed_on TEXT,
    version INTEGER NOT NULL DEFAULT 1
  ) STRICT`,
  `CREATE INDEX protection_concern_child ON protection_concern (child_id)`,
  `CREATE TABLE protection_step (
    id TEXT PRIMARY KEY,
    concern_id TEXT NOT NULL REFERENCES protection_concern (id),
    kind TEXT NOT NULL CHECK (kind IN ('notified', 'followed', 'closed', 'reopened')),
    day TEXT NOT NULL,
    time TEXT,
    authority TEXT,
    folio TEXT,
    what TEXT NOT NULL,
    at TEXT NOT NULL,
    by TEXT REFERENCES staff (id),
    CHECK (kind <> 'notified' OR authority IS NOT NULL)
  ) STRICT`,
  `CREATE INDEX protection_step_concern ON protection_step (concern_id)`,
  `CREATE TRIGGER protection_step_kept BEFORE UPDATE ON protection_step
   BEGIN SELECT RAISE(ABORT, 'a step of a protection concern is never rewritten'); END`,
]

const papersAndThings = [
  `CREATE TABLE child_paper (
    id TEXT PRIMARY KEY,
    child_id TEXT NOT NULL REFERENCES child (id),
    kind TEXT NOT NULL CHECK (kind IN ('birth-proof', 'birth-record', 'curp', 'health-card', 'health-affiliation')),
    state TEXT NOT NULL CHECK (state IN ('missing', 'asked', 'has')),
    asked_on TEXT,
    asked_of TEXT,
    copy_seen_on TEXT,
    copy_seen_by TEXT,
    names_place TEXT NOT NULL CHECK (names_place IN ('unchecked', 'no', 'yes')),
    note TEXT,
    version INTEGER NOT NULL DEFAULT 1,
    UNIQUE (child_id, kind),
    CHECK (state <> 'asked' OR asked_on IS NOT NULL),
    CHECK ((copy_seen_on IS NULL) = (copy_seen_by IS NULL)),
    CHECK (state = 'has' OR names_place = 'unchecked')
  ) STRICT`,
  `CREATE TABLE child_need (
    id TEXT PRIMARY KEY,
    child_id TEXT NOT NULL REFERENCES child (id),
    kind TEXT NOT NULL CHECK (kind IN ('cot', 'nappies', 'formula', 'clothes', 'shoes', 'blanket', 'hygiene', 'toy', 'other')),
    what TEXT,
    size TEXT,
    quantity INTEGER NOT NULL CHECK (quantity > 0),
    asked_on TEXT NOT NULL,
    dropped_on TEXT,
    drop_reason TEXT,
    version INTEGER NOT NULL DEFAULT 1,
    CHECK (what IS NOT NULL OR kind <> 'other'),
    CHECK ((dropped_on IS NULL) = (drop_reason IS NULL))
  ) STRICT`,
  `CREATE INDEX child_need_child ON child_need (child_id)`,
  `CREATE TABLE child_need_step (
    id TEXT PRIMARY KEY,
    need_id TEXT NOT NULL REFERENCES child_need (id),
    kind TEXT NOT NULL CHECK (kind IN ('promised', 'delivered', 'withdrawn')),
    day TEXT NOT NULL,
    quantity INTEGER NOT NULL CHECK (quantity > 0),
    who TEXT NOT NULL,
    note TEXT,
    at TEXT NOT NULL,
    by TEXT REFERENCES staff (id)
  ) STRICT`,
  `CREATE INDEX child_need_step_need ON child_need_step (need_id)`,
  `CREATE TABLE first_experience (
    id TEXT PRIMARY KEY,
    child_id TEXT NOT NULL REFERENCES child (id),
    day TEXT NOT NULL,
    what TEXT NOT NULL,
    with_whom TEXT,
    outing_id TEXT REFERENCES outing (id),
    photo_id TEXT REFERENCES picture (id),
    photo_consent TEXT,
    removed_on TEXT,
    remove_reason TEXT,
    version INTEGER NOT NULL DEFAULT 1,
    CHECK ((photo_id IS NULL) = (photo_consent IS NULL)),
    CHECK ((removed_on IS NULL) = (remove_reason IS NULL))
  ) STRICT`,
  `CREATE INDEX first_experience_child ON first_experience (child_id)`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...people, ...grid, ...protection, ...papersAndThings]) await sql.raw(statement).execute(db)
}
