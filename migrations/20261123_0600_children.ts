import { sql, type Kysely } from 'kysely'

/** Nothing of a child's health is deleted: what was wrong is withdrawn, with the reason. */
const RECORDED = `recorded_at TEXT NOT NULL,
    recorded_by TEXT REFERENCES staff (id),
    withdrawn_at TEXT,
    withdrawn_by TEXT REFERENCES staff (id),
    withdrawn_reason TEXT,
    version INTEGER NOT NULL DEFAULT 1,
    CHECK ((withdrawn_at IS NULL) = (withdrawn_reason IS NULL))`

const tables = [
  `CREATE TABLE child_gestation (
    child_id TEXT PRIMARY KEY REFERENCES child (id),
    weeks INTEGER NOT NULL CHECK (weeks BETWEEN 22 AND 44),
    noted_at TEXT NOT NULL,
    noted_by TEXT REFERENCES staff (id),
    version INTEGER NOT NULL DEFAULT 1
  ) STRICT`,
  `CREATE TABLE child_growth (
    id TEXT PRIMARY KEY,
    child_id TEXT NOT NULL REFERENCES child (id),
    day TEXT NOT NULL,
    weight_g INTEGER CHECK (weight_g > 0),
    height_mm INTEGER CHECK (height_mm > 0),
    lying INTEGER NOT NULL CHECK (lying IN (0, 1)),
    head_mm INTEGER CHECK (head_mm > 0),
    measured_by TEXT NOT NULL,
    ${RECORDED},
    CHECK (weight_g IS NOT NULL OR height_mm IS NOT NULL OR head_mm IS NOT NULL)
  ) STRICT`,
  `CREATE INDEX child_growth_child ON child_growth (child_id, day)`,
  `CREATE TABLE vaccine_scheme (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    source TEXT NOT NULL,
    source_day TEXT NOT NULL,
    from_day TEXT NOT NULL,
    added_at TEXT NOT NULL,
    added_by TEXT REFERENCES staff (id)
  ) STRICT`,
  `CREATE TABLE vaccine_scheme_dose (
    scheme_id TEXT NOT NULL REFERENCES vaccine_scheme (id),
    position INTEGER NOT NULL,
    vaccine TEXT NOT NULL,
    dose TEXT NOT NULL,
    from_months INTEGER NOT NULL CHECK (from_months >= 0),
    until_months INTEGER NOT NULL,
    note TEXT,
    PRIMARY KEY (scheme_id, position),
    CHECK (until_months > from_months)
  ) STRICT`,
  `CREATE TABLE vaccine_scheme_check (
    scheme_id TEXT NOT NULL REFERENCES vaccine_scheme (id),
    position INTEGER NOT NULL,
    age INTEGER NOT NULL CHECK (age > 0),
    until_age INTEGER NOT NULL,
    unit TEXT NOT NULL CHECK (unit IN ('days', 'months')),
    PRIMARY KEY (scheme_id, position),
    CHECK (until_age > age)
  ) STRICT`,
  `CREATE TABLE vaccine_dose (
    id TEXT PRIMARY KEY,
    child_id TEXT NOT NULL REFERENCES child (id),
    vaccine TEXT NOT NULL,
    dose TEXT NOT NULL,
    outcome TEXT NOT NULL CHECK (outcome IN ('done', 'referred', 'not-wanted')),
    day TEXT NOT NULL,
    seen_on_card INTEGER NOT NULL CHECK (seen_on_card IN (0, 1)),
    reason TEXT,
    scheme_id TEXT NOT NULL REFERENCES vaccine_scheme (id),
    ${RECORDED},
    CHECK (outcome <> 'not-wanted' OR reason IS NOT NULL),
    CHECK (outcome = 'done' OR seen_on_card = 0)
  ) STRICT`,
  `CREATE INDEX vaccine_dose_child ON vaccine_dose (child_id, vaccine, dose)`,
  `CREATE UNIQUE INDEX vaccine_dose_once ON vaccine_dose (child_id, vaccine, dose)
    WHERE outcome = 'done' AND withdrawn_at IS NULL`,
  `CREATE TABLE child_check (
    id TEXT PRIMARY KEY,
    child_id TEXT NOT NULL REFERENCES child (id),
    milestone TEXT,
    outcome TEXT NOT NULL CHECK (outcome IN ('done', 'referred', 'not-wanted')),
    day TEXT NOT NULL,
    note TEXT,
    ${RECORDED},
    CHECK (outcome <> 'not-wanted' OR note IS NOT NULL)
  ) STRICT`,
  `CREATE INDEX child_check_child ON child_check (child_id, milestone)`,
  `CREATE UNIQUE INDEX child_check_once ON child_check (child_id, milestone)
    WHERE outcome = 'done' AND withdrawn_at IS NULL`,
  `CREATE TABLE screening (
    id TEXT PRIMARY KEY,
    child_id TEXT NOT NULL REFERENCES child (id),
    instrument TEXT NOT NULL CHECK (instrument IN ('EDI', 'ASQ-3')),
    instrument_version TEXT NOT NULL,
    day TEXT NOT NULL,
    age_group INTEGER NOT NULL CHECK (age_group > 0),
    corrected INTEGER NOT NULL CHECK (corrected IN (0, 1)),
    evaluator TEXT NOT NULL,
    overall TEXT NOT NULL CHECK (overall IN ('green', 'yellow', 'red')),
    referred_to TEXT,
    referred_on TEXT,
    answered_on TEXT,
    ${RECORDED},
    CHECK ((referred_to IS NULL) = (referred_on IS NULL)),
    CHECK (answered_on IS NULL OR answered_on >= referred_on)
  ) STRICT`,
  `CREATE INDEX screening_child ON screening (child_id, day)`,
  `CREATE TABLE screening_area (
    screening_id TEXT NOT NULL REFERENCES screening (id),
    area TEXT NOT NULL CHECK (area IN ('gross-motor', 'fine-motor', 'language', 'problem-solving', 'social', 'risk', 'alert',
      'neurological', 'alarm')),
    light TEXT NOT NULL CHECK (light IN ('green', 'yellow', 'red')),
    total INTEGER CHECK (total BETWEEN 0 AND 60),
    PRIMARY KEY (screening_id, area)
  ) STRICT`,
  `CREATE TABLE childcare_stay (
    id TEXT PRIMARY KEY,
    child_id TEXT NOT NULL REFERENCES child (id),
    day TEXT NOT NULL,
    in_at TEXT NOT NULL,
    brought_by TEXT NOT NULL CHECK (brought_by IN ('mother', 'staff')),
    brought_name TEXT,
    out_at TEXT,
    fetched_by TEXT CHECK (fetched_by IN ('mother', 'staff')),
    fetched_name TEXT,
    folio TEXT,
    ${RECORDED},
    CHECK ((brought_by = 'staff') = (brought_name IS NOT NULL)),
    CHECK ((out_at IS NULL) = (fetched_by IS NULL)),
    CHECK ((fetched_name IS NOT NULL) = (fetched_by IS NOT NULL AND fetched_by = 'staff')),
    CHECK (out_at IS NULL OR out_at > in_at)
  ) STRICT`,
  `CREATE INDEX childcare_stay_day ON childcare_stay (day, child_id)`,
  `CREATE UNIQUE INDEX childcare_stay_inside ON childcare_stay (child_id) WHERE out_at IS NULL AND withdrawn_at IS NULL`,
  `CREATE TABLE childcare_duty (
    id TEXT PRIMARY KEY,
    day TEXT NOT NULL,
    name TEXT NOT NULL,
    from_at TEXT NOT NULL,
    until_at TEXT,
    recorded_at TEXT NOT NULL,
    recorded_by TEXT REFERENCES staff (id),
    CHECK (until_at IS NULL OR until_at > from_at)
  ) STRICT`,
  `CREATE INDEX childcare_duty_day ON childcare_duty (day)`,
]

const SCHEME = 'f0b7a6de-3c55-4f0e-9a57-20260213e5c1'

/** Vaccine, dose, months from and until, what to know when it is late. */
const DOSES: readonly (readonly [string, string, number, number, string | null])[] = [
  ['BCG', 'Única', 0, 1, 'Al nacer.'],
  ['Hepatitis B', 'Al nacer', 0, 1, 'Las siguientes van dentro de la hexavalente.'],
  ['Hexavalente', '1ª', 2, 3, 'DPaT, polio, Hib y hepatitis B. Cartillas anteriores dicen pentavalente.'],
  ['Neumocócica', '1ª', 2, 3, null],
  ['Rotavirus', '1ª', 2, 3, 'Tiene edad máxima: si va tarde, pregunte antes al servicio de salud.'],
  ['Hexavalente', '2ª', 4, 5, null],
  ['Neumocócica', '2ª', 4, 5, null],
  ['Rotavirus', '2ª', 4, 5, 'Según la marca hay una tercera a los 6 meses.'],
  ['Hexavalente', '3ª', 6, 7, null],
  ['Influenza', '1ª', 6, 7, 'De temporada.'],
  ['Influenza', '2ª', 7, 9, 'Cuatro semanas después de la primera.'],
  ['Neumocócica', 'Refuerzo', 12, 14, null],
  ['SRP', '1ª', 12, 14, 'Sarampión, rubéola y parotiditis.'],
  ['Hexavalente', 'Refuerzo', 18, 20, null],
  ['SRP', '2ª', 18, 20, 'Otras fuentes la ponen a los 6 años: confirme con el servicio de salud.'],
  ['Influenza', 'Anual, 1 año', 18, 24, 'De temporada.'],
  ['Influenza', 'Anual, 2 años', 30, 36, 'De temporada.'],
  ['Influenza', 'Anual, 3 años', 42, 48, 'De temporada.'],
  ['DPT', 'Refuerzo', 48, 54, 'En guardería puede ponerse desde los 3 años y 6 meses.'],
]

const CHECKS: readonly (readonly [number, number, 'days' | 'months'])[] = [
  [7, 14, 'days'],
  [28, 42, 'days'],
  [2, 3, 'months'],
  [4, 5, 'months'],
  [6, 7, 'months'],
  [9, 10, 'months'],
  [12, 14, 'months'],
  [18, 20, 'months'],
  [24, 26, 'months'],
  [30, 32, 'months'],
  [36, 38, 'months'],
  [42, 44, 'months'],
  [48, 50, 'months'],
]

/** The public scheme from birth to four years, as the sources of docs/domain.md §4.3 have it: data, to be replaced. */
async function seed(db: Kysely<unknown>): Promise<void> {
  await sql`INSERT INTO vaccine_scheme VALUES (${SCHEME}, 'Esquema público, 0 a 4 años',
    'Fuentes públicas de 2024 a 2026. Cotéjelo con la cartilla que use su servicio de salud.',
    '2026-02-13', '2000-01-01', '2026-11-23T00:00:00.000Z', NULL)`.execute(db)
  for (const [position, [vaccine, dose, from, until, note]] of DOSES.entries())
    await sql`INSERT INTO vaccine_scheme_dose VALUES (${SCHEME}, ${position}, ${vaccine}, ${dose}, ${from}, ${until},
      ${note})`.execute(db)
  for (const [position, [age, until, unit]] of CHECKS.entries())
    await sql`INSERT INTO vaccine_scheme_check VALUES (${SCHEME}, ${position}, ${age}, ${until}, ${unit})`.execute(db)
}

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of tables) await sql.raw(statement).execute(db)
  await seed(db)
}
