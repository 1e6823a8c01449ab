import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { migrate } from '../../src/main/platform/db/migrate'
import { migrations } from '../../src/main/platform/db/migrations'
import { openDatabase } from '../../src/main/platform/db/open'
import { runSpecs } from './spec'

const child = (id: string): string =>
  `INSERT INTO child (id, code, surname1, given_names, birth_precision, mother_id, search_text)
   VALUES ('${id}', '${id}', 'Ruiz', 'Luz', 'unknown', 'p1', '')`
const admission = (id: string, of: string, state: string, more = '', values = ''): string =>
  `INSERT INTO child_admission (id, child_id, state, requested_on, reason${more})
   VALUES ('${id}', '${of}', '${state}', '2026-10-01', 'x'${values})`
const DECIDED = ', decided_on, authority, document'
const decided = `, '2026-10-02', 'Comité', 'CT-1'`
const extension = (id: string, state: string, more = '', values = ''): string =>
  `INSERT INTO age_extension (id, child_id, state, asked_of, asked_on, reason${more})
   VALUES ('${id}', 'c1', '${state}', 'Juez', '2026-10-01', 'x'${values})`
const plan = (id: string, more = '', values = ''): string =>
  `INSERT INTO separation_plan (id, child_id, cause, target_day, made_on${more})
   VALUES ('${id}', 'c1', 'age-limit', '2027-01-01', '2026-10-01'${values})`
const step = (id: string, state: string, more = '', values = ''): string =>
  `INSERT INTO separation_step (id, plan_id, word, side, months, days, concerns, due_on, state${more})
   VALUES ('${id}', 'k1', 'farewell', 'before', 0, 15, 'both', '2026-12-17', '${state}'${values})`
const clock = (id: string, more = '', values = ''): string =>
  `INSERT INTO custody_clock (id, child_id, began_at, due_at, reason${more})
   VALUES ('${id}', 'c1', '2026-10-31T14:00:00.000Z', '2026-11-01T14:00:00.000Z', 'x'${values})`
const departure = (id: string, cause: string, to: string): string =>
  `INSERT INTO child_departure (id, child_id, left_on, cause, handed_to, reason)
   VALUES ('${id}', 'c1', '2026-10-30', '${cause}', ${to}, 'x')`

describe('the file of a child', () => {
  runSpecs([
    {
      name: '20261123_0400_children',
      before: [
        `INSERT INTO person (id, file_number, surname1, given_names, birth_precision, search_text, sort_key)
         VALUES ('p1', 'DEM-1', 'Ruiz', 'Ana', 'unknown', '', '')`,
        child('c1'),
        child('c2'),
      ],
      keeps: [
        [`SELECT kind || ' ' || custody || ' ' || coalesce(came, '-') FROM child WHERE id = 'c1'`, 'here unknown -'],
        [`SELECT count(*) FROM separation_milestone`, 15],
      ],
      takes: [
        admission('a1', 'c1', 'requested', ', emergency, entered_on', `, 1, '2026-10-05'`),
        admission('a2', 'c2', 'admitted', DECIDED, decided),
        admission('a3', 'c2', 'withdrawn'),
        extension('x1', 'asked'),
        extension(
          'x2',
          'granted',
          ', decided_by, decided_on, document, until_day',
          `, 'Juez', '2026-10-09', 'E-1', '2027-07-01'`,
        ),
        plan('k1'),
        plan('k0', ', closed_on, close_cause', `, '2026-10-02', 'stays'`),
        step('s1', 'to-do'),
        step('s2', 'not-possible', ', done_on, note', `, '2026-10-03', 'vive lejos'`),
        clock('t1'),
        departure('d1', 'with-mother', 'NULL'),
        departure('d2', 'age-limit', `'Ofelia Castro'`),
      ],
      refuses: [
        ['two admissions that nobody has decided', admission('a9', 'c1', 'in-dictamen')],
        ['an emergency without the day on which it began', admission('a8', 'c2', 'requested', ', emergency', ', 1')],
        [
          'an admission without document',
          admission('a7', 'c2', 'admitted', ', decided_on, authority', `, '2026-10-02', 'C'`),
        ],
        ['a denial without reasons and review', admission('a6', 'c2', 'denied', DECIDED, decided)],
        ['entering before it was admitted', admission('a5', 'c2', 'withdrawn', ', entered_on', `, '2026-10-05'`)],
        ['two extensions asked for at once', extension('x9', 'asked')],
        [
          'an extension granted without a last day',
          extension('x8', 'granted', ', decided_by, decided_on, document', `, 'J', '2026-10-09', 'E'`),
        ],
        ['a decision before the request', extension('x7', 'denied', ', decided_by, decided_on', `, 'J', '2026-09-30'`)],
        ['two open plans', plan('k9')],
        ['a closed plan without its cause', plan('k8', ', closed_on', `, '2026-10-02'`)],
        ['a step done on no day', step('s9', 'done')],
        ['a step not possible without its reason', step('s8', 'not-possible', ', done_on', `, '2026-10-03'`)],
        ['two clocks for one child', clock('t9')],
        [
          'a hand-over without its record',
          `UPDATE custody_clock SET closed_at = '2026-11-01T10:00:00.000Z', close_kind = 'handed-over', handed_to = 'DIF'`,
        ],
        ['a child handed to nobody', departure('d9', 'authority', 'NULL')],
        ['an unknown custody', `UPDATE child SET custody = 'father' WHERE id = 'c1'`],
      ],
    },
  ])
})

/** It adds a row to `setting`, which `runSpecs` would take for a row that was not kept. */
test('the age limit of the center becomes a rule that held always', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'umbral-age-limit-'))
  const key = Buffer.alloc(32, 5)
  const opened = openDatabase(join(folder, 'a.db'), key, { create: true })
  const upTo = (name: string) =>
    migrate(opened, {
      key,
      now: '2026-11-23T00:00:00.000Z',
      copyTo: join(folder, 'copy.db'),
      migrations: migrations.filter((each) => each.name <= name),
    })
  await upTo('20261123_0400_children')
  opened.raw.exec(
    `INSERT INTO center (id, code, name, municipality, state, issuer, issuer_contact, timezone, paper, dormitory_word,
       age_limit_months, idle_minutes, late_grace_minutes, hq_recipients_json)
     VALUES (1, 'DEM', 'x', 'x', 'x', 'x', 'x', 'America/Mexico_City', 'letter', 'estancia', 60, 5, 15, '[]')`,
  )
  await upTo('20261123_0410_office')
  const one = (query: string): unknown => opened.raw.prepare(query).pluck().get()
  expect(one(`SELECT from_day || ' ' || value_json FROM setting WHERE key = 'ageLimitMonths'`)).toBe('2000-01-01 60')
  expect(one(`SELECT count(*) FROM pragma_table_info('center') WHERE name = 'age_limit_months'`)).toBe(0)
  expect(one('SELECT dormitory_word FROM center')).toBe('estancia')
  opened.close()
  rmSync(folder, { recursive: true })
})
