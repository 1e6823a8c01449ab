import { sql, type Kysely } from 'kysely'

const statements = [
  `CREATE TABLE center (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    municipality TEXT NOT NULL,
    state TEXT NOT NULL,
    issuer TEXT NOT NULL,
    issuer_contact TEXT NOT NULL,
    timezone TEXT NOT NULL,
    paper TEXT NOT NULL CHECK (paper IN ('letter', 'oficio')),
    dormitory_word TEXT NOT NULL CHECK (dormitory_word IN ('dormitorio', 'estancia')),
    age_limit_months INTEGER NOT NULL CHECK (age_limit_months BETWEEN 1 AND 216),
    idle_minutes INTEGER NOT NULL CHECK (idle_minutes BETWEEN 1 AND 60),
    late_grace_minutes INTEGER NOT NULL CHECK (late_grace_minutes BETWEEN 0 AND 240),
    hq_recipients_json TEXT NOT NULL,
    version INTEGER NOT NULL DEFAULT 1
  ) STRICT`,
  `CREATE TABLE signatory (
    id TEXT PRIMARY KEY,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    post TEXT NOT NULL
  ) STRICT`,
  `CREATE TABLE outing_authorisation (
    id TEXT PRIMARY KEY,
    position INTEGER NOT NULL,
    name TEXT NOT NULL UNIQUE
  ) STRICT`,
  `CREATE TABLE staff (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('director', 'coordinator', 'axis-lead', 'mother-child', 'mental-health', 'gate', 'reader')),
    language TEXT NOT NULL DEFAULT 'es' CHECK (language IN ('es', 'en')),
    suspended_at TEXT,
    version INTEGER NOT NULL DEFAULT 1
  ) STRICT`,
  `CREATE TABLE special_day (
    id TEXT PRIMARY KEY,
    day TEXT NOT NULL,
    title TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('holiday', 'visit', 'closure')),
    dormitories TEXT,
    starts_at TEXT,
    ends_at TEXT,
    UNIQUE (day, title)
  ) STRICT`,
  `CREATE TABLE draft (
    staff_id TEXT NOT NULL REFERENCES staff (id),
    form TEXT NOT NULL,
    content TEXT NOT NULL,
    saved_at TEXT NOT NULL,
    PRIMARY KEY (staff_id, form)
  ) STRICT`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
