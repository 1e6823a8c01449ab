import { sql, type Kysely } from 'kysely'

const GENESIS = '0'.repeat(64)
const LINKED = `NEW.prev_hash <> '${GENESIS}' AND NOT EXISTS (SELECT 1 FROM certificate WHERE hash = NEW.prev_hash)
   AND NOT EXISTS (SELECT 1 FROM certificate_event WHERE hash = NEW.prev_hash)`

const statements = [
  // More than one certificate of an edition in one hand, since one may be replaced by another: a unique constraint of the
  // table goes, so the table is made anew. Nothing refers to it yet.
  `CREATE TABLE certificate_new (
    id TEXT PRIMARY KEY,
    folio TEXT NOT NULL UNIQUE,
    year INTEGER NOT NULL,
    number INTEGER NOT NULL,
    person_id TEXT NOT NULL REFERENCES person (id),
    -- Whose it is today. What was issued, and to which record, is frozen and hashed; a merge moves only this pointer.
    holder_id TEXT NOT NULL REFERENCES person (id),
    edition_id TEXT NOT NULL REFERENCES edition (id),
    paper_id TEXT NOT NULL REFERENCES paper (id),
    facts_json TEXT NOT NULL,
    prev_hash TEXT NOT NULL UNIQUE,
    hash TEXT NOT NULL UNIQUE,
    issued_on TEXT NOT NULL,
    -- Null: issued before anybody's name was kept with it; its hash is made the old way.
    issued_by TEXT REFERENCES staff (id),
    kind TEXT NOT NULL DEFAULT 'first' CHECK (kind IN ('first', 'replacement', 'renewal')),
    replaces_id TEXT REFERENCES certificate_new (id),
    template TEXT NOT NULL,
    template_version INTEGER NOT NULL CHECK (template_version > 0),
    valid_until TEXT,
    state TEXT NOT NULL CHECK (state IN ('issued', 'delivered', 'replaced', 'revoked', 'annulled')),
    state_on TEXT NOT NULL,
    end_cause TEXT,
    end_note TEXT,
    -- Deferred: the old one gives way before the new one stands.
    replaced_by TEXT REFERENCES certificate_new (id) DEFERRABLE INITIALLY DEFERRED,
    -- Kept in her file, because she asked for it.
    kept_on TEXT,
    delivered_on TEXT,
    delivered_to TEXT CHECK (delivered_to IN ('herself', 'family', 'release')),
    received_by TEXT,
    delivered_by TEXT REFERENCES staff (id),
    duplicates INTEGER NOT NULL DEFAULT 0 CHECK (duplicates >= 0),
    version INTEGER NOT NULL DEFAULT 1,
    UNIQUE (year, number),
    CHECK ((kind = 'first') = (replaces_id IS NULL)),
    CHECK ((state = 'replaced') = (replaced_by IS NOT NULL)),
    CHECK ((state IN ('replaced', 'revoked', 'annulled')) = (end_cause IS NOT NULL)),
    CHECK (state NOT IN ('issued', 'annulled') OR delivered_on IS NULL),
    CHECK (state <> 'delivered' OR delivered_on IS NOT NULL),
    CHECK (delivered_to IS NULL OR delivered_on IS NOT NULL),
    CHECK (received_by IS NOT NULL OR delivered_to IS NULL OR delivered_to <> 'family'),
    CHECK (valid_until > issued_on)
  ) STRICT`,
  `INSERT INTO certificate_new (id, folio, year, number, person_id, holder_id, edition_id, paper_id, facts_json,
     prev_hash, hash, issued_on, template, template_version, state, state_on, delivered_on, version)
   SELECT id, folio, year, number, person_id, coalesce(holder_id, person_id), edition_id, paper_id, facts_json,
     prev_hash, hash, issued_on, 'festive', 1, iif(delivered_on IS NULL, 'issued', 'delivered'),
     coalesce(delivered_on, issued_on), delivered_on, version
   FROM certificate ORDER BY year, number`,
  `DROP TABLE certificate`,
  `ALTER TABLE certificate_new RENAME TO certificate`,
  `CREATE INDEX certificate_edition ON certificate (edition_id)`,
  `CREATE INDEX certificate_person ON certificate (person_id)`,
  `CREATE UNIQUE INDEX certificate_holder ON certificate (holder_id, edition_id) WHERE state IN ('issued', 'delivered')`,
  `CREATE INDEX certificate_of_holder ON certificate (holder_id)`,
  // A folio is never taken back and what it says never changes; only where it stands and in whose hands is written later.
  `CREATE TRIGGER certificate_frozen BEFORE UPDATE ON certificate
   WHEN NEW.id <> OLD.id OR NEW.folio <> OLD.folio OR NEW.year <> OLD.year OR NEW.number <> OLD.number
     OR NEW.person_id <> OLD.person_id OR NEW.edition_id <> OLD.edition_id OR NEW.paper_id <> OLD.paper_id
     OR NEW.facts_json <> OLD.facts_json OR NEW.prev_hash <> OLD.prev_hash OR NEW.hash <> OLD.hash
     OR NEW.issued_on <> OLD.issued_on OR NEW.issued_by IS NOT OLD.issued_by OR NEW.kind <> OLD.kind
     OR NEW.replaces_id IS NOT OLD.replaces_id OR NEW.template <> OLD.template
     OR NEW.template_version <> OLD.template_version OR NEW.valid_until IS NOT OLD.valid_until
   BEGIN SELECT RAISE(ABORT, 'an issued certificate is frozen'); END`,
  `CREATE TRIGGER certificate_no_delete BEFORE DELETE ON certificate
   BEGIN SELECT RAISE(ABORT, 'an issued certificate is frozen'); END`,
  `CREATE TRIGGER certificate_steps BEFORE UPDATE OF state ON certificate
   WHEN NEW.state <> OLD.state
     AND NOT (OLD.state = 'issued' AND NEW.state IN ('delivered', 'replaced', 'revoked', 'annulled'))
     AND NOT (OLD.state = 'delivered' AND NEW.state IN ('issued', 'replaced', 'revoked'))
   BEGIN SELECT RAISE(ABORT, 'a certificate does not go from this state to that'); END`,
  // What befell a folio after its issue. Certificates and events are links of one chain: each names the hash before it.
  `CREATE TABLE certificate_event (
    seq INTEGER PRIMARY KEY,
    certificate_id TEXT NOT NULL REFERENCES certificate (id),
    kind TEXT NOT NULL CHECK (kind IN
      ('kept', 'delivered', 'delivery-undone', 'duplicated', 'replaced', 'renewed', 'revoked', 'annulled')),
    on_day TEXT NOT NULL,
    at TEXT NOT NULL,
    by TEXT NOT NULL REFERENCES staff (id),
    facts_json TEXT NOT NULL,
    prev_hash TEXT NOT NULL UNIQUE,
    hash TEXT NOT NULL UNIQUE
  ) STRICT`,
  `CREATE INDEX certificate_event_certificate ON certificate_event (certificate_id)`,
  `CREATE TRIGGER certificate_event_no_update BEFORE UPDATE ON certificate_event
   BEGIN SELECT RAISE(ABORT, 'what befell a folio is frozen'); END`,
  `CREATE TRIGGER certificate_event_no_delete BEFORE DELETE ON certificate_event
   BEGIN SELECT RAISE(ABORT, 'what befell a folio is frozen'); END`,
  // Unbroken and unforked, whoever writes: a link hangs on one that stands, and no two hang on the same.
  `CREATE TRIGGER certificate_chained BEFORE INSERT ON certificate
   WHEN EXISTS (SELECT 1 FROM certificate_event WHERE prev_hash = NEW.prev_hash) OR ${LINKED}
   BEGIN SELECT RAISE(ABORT, 'the chain of folios neither forks nor breaks'); END`,
  `CREATE TRIGGER certificate_event_chained BEFORE INSERT ON certificate_event
   WHEN EXISTS (SELECT 1 FROM certificate WHERE prev_hash = NEW.prev_hash) OR ${LINKED}
   BEGIN SELECT RAISE(ABORT, 'the chain of folios neither forks nor breaks'); END`,
  // A certificate before it is one: prepared, then its result signed off by one person, then issued by another.
  `CREATE TABLE certificate_draft (
    id TEXT PRIMARY KEY,
    edition_id TEXT NOT NULL REFERENCES edition (id),
    person_id TEXT NOT NULL REFERENCES person (id),
    kind TEXT NOT NULL CHECK (kind IN ('first', 'replacement', 'renewal')),
    replaces_id TEXT REFERENCES certificate (id),
    cause TEXT,
    note TEXT,
    -- Null: nobody has asked her yet.
    name_kind TEXT CHECK (name_kind IN ('legal', 'chosen')),
    printed_name TEXT,
    template TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('draft', 'to-sign', 'issued')),
    -- Rule, figures and result as they were when it was prepared.
    basis_json TEXT NOT NULL,
    prepared_on TEXT NOT NULL,
    prepared_by TEXT NOT NULL REFERENCES staff (id),
    signed_off_at TEXT,
    signed_off_by TEXT REFERENCES staff (id),
    issued_by TEXT REFERENCES staff (id),
    certificate_id TEXT UNIQUE REFERENCES certificate (id),
    version INTEGER NOT NULL DEFAULT 1,
    CHECK ((kind = 'first') = (replaces_id IS NULL)),
    CHECK ((kind = 'first') = (cause IS NULL)),
    CHECK ((name_kind IS NULL) = (printed_name IS NULL)),
    CHECK (state = 'draft' OR name_kind IS NOT NULL),
    CHECK ((state = 'draft') = (signed_off_by IS NULL)),
    CHECK ((signed_off_by IS NULL) = (signed_off_at IS NULL)),
    CHECK ((state = 'issued') = (certificate_id IS NOT NULL)),
    CHECK ((issued_by IS NULL) = (certificate_id IS NULL)),
    CHECK (issued_by <> signed_off_by)
  ) STRICT`,
  `CREATE UNIQUE INDEX certificate_draft_open ON certificate_draft (edition_id, person_id) WHERE state <> 'issued'`,
  `CREATE INDEX certificate_draft_person ON certificate_draft (person_id)`,
  `CREATE TRIGGER certificate_draft_delete BEFORE DELETE ON certificate_draft
   WHEN OLD.state <> 'draft' BEGIN SELECT RAISE(ABORT, 'only a draft can be deleted'); END`,
  // Which of her names she wants printed; asked once.
  `CREATE TABLE certificate_wish (
    person_id TEXT PRIMARY KEY REFERENCES person (id),
    name_kind TEXT NOT NULL CHECK (name_kind IN ('legal', 'chosen')),
    asked_on TEXT NOT NULL,
    asked_by TEXT NOT NULL REFERENCES staff (id),
    version INTEGER NOT NULL DEFAULT 1
  ) STRICT`,
  // Blank forms come with numbers: each is accounted for, used or spoiled.
  `CREATE TABLE certificate_form (
    id TEXT PRIMARY KEY,
    number TEXT NOT NULL UNIQUE,
    purpose TEXT NOT NULL CHECK (purpose IN ('certificate', 'duplicate', 'other')),
    certificate_id TEXT REFERENCES certificate (id),
    spoiled_cause TEXT CHECK (spoiled_cause IN ('misprint', 'jam', 'stain', 'torn', 'wrong-data', 'lost', 'other')),
    note TEXT,
    recorded_on TEXT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES staff (id),
    version INTEGER NOT NULL DEFAULT 1,
    CHECK (purpose = 'other' OR certificate_id IS NOT NULL OR spoiled_cause IS NOT NULL),
    CHECK (spoiled_cause IS NULL OR spoiled_cause <> 'other' OR note IS NOT NULL)
  ) STRICT`,
  `CREATE INDEX certificate_form_certificate ON certificate_form (certificate_id)`,
  `CREATE TRIGGER certificate_form_no_delete BEFORE DELETE ON certificate_form
   BEGIN SELECT RAISE(ABORT, 'a form stays accounted for'); END`,
  // A spoiled form stays spoiled, and a number is never another's.
  `CREATE TRIGGER certificate_form_frozen BEFORE UPDATE ON certificate_form
   WHEN NEW.number <> OLD.number OR OLD.spoiled_cause IS NOT NULL AND NEW.spoiled_cause IS NOT OLD.spoiled_cause
   BEGIN SELECT RAISE(ABORT, 'a form stays accounted for'); END`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
