import { sql, type Kysely } from 'kysely'

const statements = [
  // 'here': lives here, or did until lives_here_until. 'outside': one of a woman's children who never lived here (yet).
  `ALTER TABLE child ADD COLUMN kind TEXT NOT NULL DEFAULT 'here' CHECK (kind IN ('here', 'outside'))`,
  // How the child came to live here; null while nobody has written it down.
  `ALTER TABLE child ADD COLUMN came TEXT CHECK (came IN ('born-here', 'with-mother', 'later'))`,
  `ALTER TABLE child ADD COLUMN custody TEXT NOT NULL DEFAULT 'unknown'
     CHECK (custody IN ('mother', 'shared', 'state', 'unknown'))`,
  `ALTER TABLE child ADD COLUMN custody_note TEXT`,
  `ALTER TABLE child ADD COLUMN outside_place TEXT`,
  `ALTER TABLE child ADD COLUMN outside_with TEXT`,
  `ALTER TABLE child ADD COLUMN outside_phone TEXT`,
  `ALTER TABLE child ADD COLUMN last_contact_on TEXT`,
  `ALTER TABLE child ADD COLUMN last_contact_how TEXT`,
  `CREATE TABLE child_admission (
    id TEXT PRIMARY KEY,
    child_id TEXT NOT NULL REFERENCES child (id),
    state TEXT NOT NULL CHECK (state IN ('requested', 'in-dictamen', 'admitted', 'denied', 'withdrawn')),
    -- Lives here before anybody decided; regularised within the days of the setting.
    emergency INTEGER NOT NULL DEFAULT 0 CHECK (emergency IN (0, 1)),
    requested_on TEXT NOT NULL,
    reason TEXT NOT NULL,
    carer_name TEXT,
    carer_relation TEXT,
    carer_phone TEXT,
    sent_on TEXT,
    sent_to TEXT,
    decided_on TEXT,
    authority TEXT,
    document TEXT,
    document_on TEXT,
    decision_reasons TEXT,
    review_on TEXT,
    entered_on TEXT,
    version INTEGER NOT NULL DEFAULT 1,
    CHECK (emergency = 0 OR entered_on IS NOT NULL),
    CHECK ((decided_on IS NULL) = (authority IS NULL)),
    CHECK (state NOT IN ('admitted', 'denied') OR (decided_on IS NOT NULL AND document IS NOT NULL)),
    CHECK (state <> 'denied' OR (decision_reasons IS NOT NULL AND review_on IS NOT NULL)),
    CHECK (entered_on IS NULL OR emergency = 1 OR state = 'admitted')
  ) STRICT`,
  `CREATE UNIQUE INDEX child_admission_one_open ON child_admission (child_id)
     WHERE state IN ('requested', 'in-dictamen')`,
  `CREATE INDEX child_admission_child ON child_admission (child_id)`,
  // The limit itself is never edited for one child: who asks for longer leaves a row.
  `CREATE TABLE age_extension (
    id TEXT PRIMARY KEY,
    child_id TEXT NOT NULL REFERENCES child (id),
    state TEXT NOT NULL CHECK (state IN ('asked', 'granted', 'denied', 'withdrawn')),
    asked_of TEXT NOT NULL,
    asked_on TEXT NOT NULL,
    reason TEXT NOT NULL,
    decided_by TEXT,
    decided_on TEXT,
    document TEXT,
    until_day TEXT,
    decision_note TEXT,
    version INTEGER NOT NULL DEFAULT 1,
    CHECK (decided_on IS NULL OR decided_on >= asked_on),
    CHECK ((decided_on IS NULL) = (state IN ('asked', 'withdrawn'))),
    CHECK ((decided_on IS NULL) = (decided_by IS NULL)),
    CHECK ((until_day IS NOT NULL) = (state = 'granted')),
    CHECK (state <> 'granted' OR document IS NOT NULL)
  ) STRICT`,
  `CREATE UNIQUE INDEX age_extension_one_open ON age_extension (child_id) WHERE state = 'asked'`,
  `CREATE INDEX age_extension_child ON age_extension (child_id)`,
  // What a plan of separation begins with: the center's own list, each line from a day until a day.
  `CREATE TABLE separation_milestone (
    id TEXT PRIMARY KEY,
    -- A line as delivered is named by the app's words, one of the center's own by its title.
    word TEXT,
    title TEXT,
    -- Days counted from the day of separation: months first, then days; before it they are counted back.
    side TEXT NOT NULL CHECK (side IN ('before', 'after')),
    months INTEGER NOT NULL CHECK (months BETWEEN 0 AND 24),
    days INTEGER NOT NULL CHECK (days BETWEEN 0 AND 365),
    concerns TEXT NOT NULL CHECK (concerns IN ('child', 'mother', 'both')),
    from_day TEXT NOT NULL,
    -- The first day on which it no longer belongs to a new plan.
    until_day TEXT,
    version INTEGER NOT NULL DEFAULT 1,
    CHECK ((word IS NULL) <> (title IS NULL)),
    CHECK (until_day IS NULL OR until_day >= from_day)
  ) STRICT`,
  `CREATE TABLE separation_plan (
    id TEXT PRIMARY KEY,
    child_id TEXT NOT NULL REFERENCES child (id),
    cause TEXT NOT NULL CHECK (cause IN ('age-limit', 'mother-leaves', 'voluntary', 'authority', 'other')),
    target_day TEXT NOT NULL,
    made_on TEXT NOT NULL,
    note TEXT,
    -- The child left on this day; what is to come after it is counted from here.
    separated_on TEXT,
    closed_on TEXT,
    close_cause TEXT CHECK (close_cause IN ('completed', 'stays', 'with-mother', 'other')),
    close_note TEXT,
    version INTEGER NOT NULL DEFAULT 1,
    CHECK ((closed_on IS NULL) = (close_cause IS NULL))
  ) STRICT`,
  `CREATE UNIQUE INDEX separation_plan_one_open ON separation_plan (child_id) WHERE closed_on IS NULL`,
  `CREATE TABLE separation_step (
    id TEXT PRIMARY KEY,
    plan_id TEXT NOT NULL REFERENCES separation_plan (id),
    word TEXT,
    title TEXT,
    side TEXT NOT NULL CHECK (side IN ('before', 'after')),
    -- Null for a line whose day was set by hand: it does not move with the day of separation.
    months INTEGER,
    days INTEGER,
    concerns TEXT NOT NULL CHECK (concerns IN ('child', 'mother', 'both')),
    due_on TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('to-do', 'done', 'not-possible')),
    done_on TEXT,
    who TEXT,
    note TEXT,
    version INTEGER NOT NULL DEFAULT 1,
    CHECK ((word IS NULL) <> (title IS NULL)),
    CHECK ((months IS NULL) = (days IS NULL)),
    CHECK ((state = 'to-do') = (done_on IS NULL)),
    CHECK (state <> 'not-possible' OR note IS NOT NULL)
  ) STRICT`,
  `CREATE INDEX separation_step_plan ON separation_step (plan_id)`,
  // One page for the day on which a child must go at once. Gaps are allowed: the paper names them.
  `CREATE TABLE emergency_sheet (
    child_id TEXT PRIMARY KEY REFERENCES child (id),
    allergies TEXT,
    medicines TEXT,
    doctor TEXT,
    doctor_phone TEXT,
    comfort TEXT,
    feeding TEXT,
    reviewed_on TEXT NOT NULL,
    reviewed_by TEXT REFERENCES staff (id),
    version INTEGER NOT NULL DEFAULT 1
  ) STRICT`,
  `CREATE TABLE emergency_carer (
    child_id TEXT NOT NULL REFERENCES child (id),
    position INTEGER NOT NULL CHECK (position IN (1, 2)),
    full_name TEXT NOT NULL,
    relation TEXT,
    phone TEXT,
    distance TEXT,
    PRIMARY KEY (child_id, position)
  ) STRICT`,
  // The child leaves for good. Taken back only if it was written down wrongly; the row then stays, undone.
  `CREATE TABLE child_departure (
    id TEXT PRIMARY KEY,
    child_id TEXT NOT NULL REFERENCES child (id),
    left_on TEXT NOT NULL,
    cause TEXT NOT NULL CHECK (cause IN ('age-limit', 'with-mother', 'mother-leaves', 'voluntary', 'authority', 'custody', 'death', 'other')),
    handed_to TEXT,
    relation TEXT,
    document TEXT,
    phone TEXT,
    place TEXT,
    reason TEXT NOT NULL,
    lived_from TEXT,
    undone_on TEXT,
    undone_reason TEXT,
    CHECK ((undone_on IS NULL) = (undone_reason IS NULL)),
    CHECK (handed_to IS NOT NULL OR cause IN ('with-mother', 'death'))
  ) STRICT`,
  `CREATE INDEX child_departure_child ON child_departure (child_id)`,
  // The mother does not keep custody: twenty-four hours to hand the child over (docs: LNEP as reported by the press).
  `CREATE TABLE custody_clock (
    id TEXT PRIMARY KEY,
    child_id TEXT NOT NULL REFERENCES child (id),
    began_at TEXT NOT NULL,
    due_at TEXT NOT NULL,
    reason TEXT NOT NULL,
    closed_at TEXT,
    close_kind TEXT CHECK (close_kind IN ('handed-over', 'mother-keeps')),
    handed_to TEXT,
    document TEXT,
    close_note TEXT,
    version INTEGER NOT NULL DEFAULT 1,
    CHECK (due_at > began_at),
    CHECK ((closed_at IS NULL) = (close_kind IS NULL)),
    CHECK (close_kind IS NULL OR close_kind <> 'handed-over' OR (handed_to IS NOT NULL AND document IS NOT NULL))
  ) STRICT`,
  `CREATE UNIQUE INDEX custody_clock_one_open ON custody_clock (child_id) WHERE closed_at IS NULL`,
  `CREATE TABLE custody_notice (
    id TEXT PRIMARY KEY,
    clock_id TEXT NOT NULL REFERENCES custody_clock (id),
    authority TEXT NOT NULL,
    person TEXT,
    told_at TEXT NOT NULL,
    told_by TEXT REFERENCES staff (id),
    note TEXT
  ) STRICT`,
  `CREATE INDEX custody_notice_clock ON custody_notice (clock_id)`,
  // A measure of an authority over the child; open while until_day is null or ahead (its last day still counts).
  `CREATE TABLE protection_measure (
    id TEXT PRIMARY KEY,
    child_id TEXT NOT NULL REFERENCES child (id),
    authority TEXT NOT NULL,
    number TEXT NOT NULL,
    what TEXT,
    from_day TEXT NOT NULL,
    until_day TEXT,
    version INTEGER NOT NULL DEFAULT 1,
    CHECK (until_day IS NULL OR until_day >= from_day)
  ) STRICT`,
  `CREATE INDEX protection_measure_child ON protection_measure (child_id)`,
]

/** The lines that every center begins with: twelve, nine, six, three and one months and fifteen days before; and after. */
const milestones: readonly [
  word: string,
  side: 'before' | 'after',
  months: number,
  days: number,
  concerns: 'child' | 'mother' | 'both',
][] = [
  ['carer-found', 'before', 12, 0, 'both'],
  ['home-visit', 'before', 9, 0, 'both'],
  ['preparation', 'before', 6, 0, 'both'],
  ['first-outing', 'before', 6, 0, 'child'],
  ['papers-ready', 'before', 3, 0, 'child'],
  ['school-place', 'before', 3, 0, 'child'],
  ['overnight-outing', 'before', 3, 0, 'child'],
  ['long-outing', 'before', 1, 0, 'child'],
  ['mother-support', 'before', 1, 0, 'mother'],
  ['farewell', 'before', 0, 15, 'both'],
  ['hand-over', 'before', 0, 0, 'both'],
  ['first-visit', 'after', 0, 15, 'both'],
  ['follow-up-30', 'after', 0, 30, 'both'],
  ['follow-up-90', 'after', 0, 90, 'both'],
  ['follow-up-180', 'after', 0, 180, 'both'],
]

/** The same ids in every center: they are the app's lines until one is changed. */
const lineOf = ([word, side, months, days, concerns]: (typeof milestones)[number], at: number): string => {
  const id = `00000000-0000-4000-8000-0000000400${String(at).padStart(2, '0')}`
  return `INSERT INTO separation_milestone (id, word, side, months, days, concerns, from_day)
   VALUES ('${id}', '${word}', '${side}', ${String(months)}, ${String(days)}, '${concerns}', '2000-01-01')`
}

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...statements, ...milestones.map(lineOf)]) await sql.raw(statement).execute(db)
}
