import { runSpecs, type Spec } from './spec'

const audit = (seq: number, hash: string): string =>
  `INSERT INTO audit_event VALUES (${seq}, '2026-11-21T00:00:00.000Z', NULL, 'Umbral', 'x.y', 'x', NULL, NULL, NULL, NULL, '0', '${hash}')`
const person = (id: string, file: string, more = "NULL, 'unknown'"): string =>
  `INSERT INTO person (id, file_number, surname1, given_names, birth_date, birth_precision, search_text, sort_key)
   VALUES ('${id}', '${file}', 'Ruiz', 'Ana', ${more}, '', '')`
const edition = (id: string, code: string, from: string, until: string): string =>
  `INSERT INTO edition (id, code, workshop_id, room_id, instructor_id, hours, capacity, starts_on, ends_on, min_rate_percent)
   VALUES ('${id}', '${code}', 'w1', 'r1', 'i1', 10, 5, '${from}', '${until}', 80)`
const outing = (id: string, folio: string, back: string): string =>
  `INSERT INTO outing (id, folio, child_id, kind, reason, leaves_on, leaves_at, returns_on, returns_at, adult_name)
   VALUES ('${id}', '${folio}', 'c1', 'family', 'fin de semana', '2026-10-03', '09:00', '2026-10-03', '${back}', 'Beatriz')`

const specs: readonly Spec[] = [
  {
    name: '20261121_0900_platform',
    takes: [
      audit(1, 'a'),
      audit(2, 'b'),
      `INSERT INTO paper VALUES ('pp', 'x', 'LA-1', 2026, 1, 't', NULL, 1, x'00', 'h', '2026', NULL)`,
    ],
    refuses: [
      ['an altered event', `UPDATE audit_event SET reason = 'x'`],
      ['a deleted event', 'DELETE FROM audit_event'],
      ['an event put over another', audit(1, 'c').replace('INSERT', 'INSERT OR REPLACE')],
      ['the same hash twice', audit(3, 'a')],
      ['an altered paper', `UPDATE paper SET title = 'x'`],
      ['a deleted paper', 'DELETE FROM paper'],
      [
        'the same folio twice',
        `INSERT INTO paper VALUES ('p2', 'x', 'LA-1', 2026, 2, 't', NULL, 1, x'00', 'h', '2026', NULL)`,
      ],
    ],
  },
  {
    name: '20261121_0901_office',
    takes: [
      `INSERT INTO staff (id, name, role) VALUES ('s1', 'Rosa', 'director')`,
      `INSERT INTO draft VALUES ('s1', 'f', '{}', '2026')`,
      `INSERT INTO center VALUES (1, 'DEM', 'n', 'm', 's', 'i', 'c', 'America/Mexico_City', 'letter', 'dormitorio', 36, 5, 15, '[]', 1)`,
    ],
    refuses: [
      ['a role that does not exist', `INSERT INTO staff (id, name, role) VALUES ('s2', 'Eva', 'boss')`],
      [
        'a second center',
        `INSERT INTO center SELECT 2, code, name, municipality, state, issuer, issuer_contact, timezone, paper, dormitory_word, age_limit_months, idle_minutes, late_grace_minutes, hq_recipients_json, 1 FROM center`,
      ],
      ['a draft of nobody', `INSERT INTO draft VALUES ('nobody', 'f', '{}', '2026')`],
    ],
  },
  {
    name: '20261121_0902_people',
    takes: [
      person('p1', 'DEM-1'),
      person('p2', 'DEM-2', "'1990-01-01', 'exact'"),
      `INSERT INTO stay (id, person_id, admitted_on, left_on) VALUES ('st0', 'p1', '2020-01-01', '2021-01-01')`,
      `INSERT INTO stay (id, person_id, admitted_on) VALUES ('st1', 'p1', '2024-01-01')`,
    ],
    refuses: [
      ['the same file number twice', person('p3', 'DEM-1')],
      ['an exact birth date that is missing', person('p3', 'DEM-3', "NULL, 'exact'")],
      [
        'two open stays of one woman',
        `INSERT INTO stay (id, person_id, admitted_on) VALUES ('st2', 'p1', '2025-01-01')`,
      ],
      [
        'leaving before arriving',
        `INSERT INTO stay (id, person_id, admitted_on, left_on) VALUES ('st2', 'p2', '2025-01-02', '2025-01-01')`,
      ],
    ],
  },
  {
    name: '20261121_0903_programs',
    takes: [
      `INSERT INTO axis VALUES ('a1', 'CL', 'Capacitación', 0)`,
      `INSERT INTO workshop VALUES ('w1', 'a1', 'Tejido')`,
      `INSERT INTO room VALUES ('r1', 'Taller 1')`,
      `INSERT INTO instructor VALUES ('i1', 'Elisa')`,
      edition('e1', 'CL-01', '2026-09-01', '2026-10-31'),
      `INSERT INTO edition_slot VALUES ('es1', 'e1', 1, '09:00', '11:00')`,
    ],
    refuses: [
      ['the same code twice', edition('e2', 'CL-01', '2026-09-01', '2026-10-31')],
      ['an edition that ends before it starts', edition('e2', 'CL-02', '2026-11-01', '2026-10-31')],
      ['a slot on the eighth day', `INSERT INTO edition_slot VALUES ('es2', 'e1', 8, '09:00', '11:00')`],
      ['a slot that ends as it starts', `INSERT INTO edition_slot VALUES ('es2', 'e1', 2, '09:00', '09:00')`],
    ],
  },
  {
    name: '20261121_0904_timetable',
    takes: [
      `INSERT INTO session (id, edition_id, day, starts_at, ends_at) VALUES ('se1', 'e1', '2026-10-05', '09:00', '11:00')`,
    ],
    refuses: [
      [
        'the same session twice',
        `INSERT INTO session (id, edition_id, day, starts_at, ends_at) VALUES ('se2', 'e1', '2026-10-05', '09:00', '11:00')`,
      ],
      ['a cause nobody knows', `UPDATE session SET cancelled_cause = 'lluvia'`],
      ['a note of cancelling without a cause', `UPDATE session SET cancelled_note = 'x'`],
    ],
  },
  {
    name: '20261121_0905_places',
    takes: [
      `INSERT INTO place (id, person_id, edition_id, opened_on, ended_on, end_result) VALUES ('pl0', 'p1', 'e1', '2026-09-01', '2026-09-05', 'left')`,
      `INSERT INTO place (id, person_id, edition_id, opened_on) VALUES ('pl1', 'p1', 'e1', '2026-09-06')`,
      `INSERT INTO wait (id, person_id, workshop_id, requested_on) VALUES ('wa1', 'p2', 'w1', '2026-09-01')`,
    ],
    refuses: [
      [
        'two open places of one woman in one edition',
        `INSERT INTO place (id, person_id, edition_id, opened_on) VALUES ('pl2', 'p1', 'e1', '2026-10-01')`,
      ],
      ['an end without a result', `UPDATE place SET ended_on = '2026-10-31' WHERE id = 'pl1'`],
      [
        'two open waits for one workshop',
        `INSERT INTO wait (id, person_id, workshop_id, requested_on) VALUES ('wa2', 'p2', 'w1', '2026-09-02')`,
      ],
    ],
  },
  {
    name: '20261121_0906_attendance',
    takes: [`INSERT INTO mark (session_id, person_id, code) VALUES ('se1', 'p1', 'A')`],
    refuses: [
      [
        'two marks of one woman in one session',
        `INSERT INTO mark (session_id, person_id, code) VALUES ('se1', 'p1', 'F')`,
      ],
      ['a mark nobody knows', `INSERT INTO mark (session_id, person_id, code) VALUES ('se1', 'p2', '?')`],
      ['a mark of nobody', `INSERT INTO mark (session_id, person_id, code) VALUES ('se1', 'p9', 'A')`],
    ],
  },
  {
    name: '20261121_0907_certificates',
    takes: [`INSERT INTO evaluation (edition_id, person_id, result) VALUES ('e1', 'p1', 'A')`],
    refuses: [
      [
        'a second evaluation of one woman in one edition',
        `INSERT INTO evaluation (edition_id, person_id, result) VALUES ('e1', 'p1', 'NA')`,
      ],
      ['an evaluation nobody knows', `UPDATE evaluation SET result = 'B'`],
    ],
  },
  {
    name: '20261121_0908_children',
    takes: [
      `INSERT INTO child (id, code, surname1, given_names, birth_precision, mother_id, search_text) VALUES ('c1', 'H-1', 'Ruiz', 'Sofía', 'unknown', 'p1', '')`,
      `INSERT INTO adult (id, full_name, search_text) VALUES ('ad1', 'Beatriz', '')`,
      `INSERT INTO child_adult (id, child_id, adult_id, relation, may_collect) VALUES ('ca1', 'c1', 'ad1', 'tía', 1)`,
    ],
    refuses: [
      ['an adult forbidden and allowed at once', `UPDATE child_adult SET forbidden_by = 'Oficio 1' WHERE id = 'ca1'`],
      [
        'one adult twice for one child',
        `INSERT INTO child_adult (id, child_id, adult_id, relation, may_collect) VALUES ('ca2', 'c1', 'ad1', 'tía', 1)`,
      ],
    ],
  },
  {
    name: '20261121_0909_outings',
    takes: [
      outing('o1', 'SAL-1', '17:00'),
      `INSERT INTO outing_movement VALUES ('m1', 'o1', 'out', '2026-10-03', '09:10', 'Beatriz', NULL, '2026', NULL)`,
    ],
    refuses: [
      ['a return before the leaving', outing('o2', 'SAL-2', '08:00')],
      ['the same folio twice', outing('o2', 'SAL-1', '17:00')],
      [
        'going out twice on one permission',
        `INSERT INTO outing_movement VALUES ('m2', 'o1', 'out', '2026-10-03', '10:10', 'Beatriz', NULL, '2026', NULL)`,
      ],
    ],
  },
  {
    name: '20261121_0910_imports',
    takes: [`INSERT INTO import_batch VALUES ('b1', 'people', 'padron.xlsx', 'h', '2026', NULL, '{}', NULL)`],
    refuses: [['a row of no batch', `INSERT INTO import_issue VALUES ('x', 'b9', 's', 1, 'rejected', 'c', '{}')`]],
  },
  {
    name: '20261121_0911_bundles',
    takes: [
      `INSERT INTO bundle_export (id, period, sequence, file_name, sha256, bytes, contents_sha256, audit_size, audit_head, exported_at)
      VALUES ('x1', '2026-10', 1, 'DEM-202610-0001.age', 'h', 1, 'c', 1, 'a', '2026')`,
    ],
    refuses: [
      [
        'the same sequence twice',
        `INSERT INTO bundle_export (id, period, sequence, file_name, sha256, bytes, contents_sha256, audit_size, audit_head, exported_at)
        VALUES ('x2', '2026-10', 1, 'DEM-202610-0002.age', 'h', 1, 'c', 1, 'a', '2026')`,
      ],
    ],
  },
]

runSpecs(specs)
