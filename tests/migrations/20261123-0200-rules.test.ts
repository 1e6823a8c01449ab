import { runSpecs } from './spec'

const RESULT = `INSERT INTO module_result VALUES`
const EXCEPTION = `INSERT INTO certificate_exception (id, edition_id, person_id, waives_json, reason, given_at, given_on, withdrawn_on, withdrawn_note) VALUES`
const REGISTRATION = `INSERT INTO workshop_registration (id, workshop_id, body, number, standard, registered_on, ends_on) VALUES`
const HANDOVER = `INSERT INTO handover (id, person_id, paper_id, items_json, printed_on, signed_on, signed_how, cancelled_on) VALUES`
const CHECK = `INSERT INTO release_check (id, stay_id, days_before, releases_on, checked_on) VALUES`
const PAPER = (id: string) =>
  `INSERT INTO paper (id, type, folio, year, number, title, pages, pdf, sha256, issued_at) VALUES ('${id}', 't', '${id}', 2026, ${id.length}, 't', 1, x'00', 'a', '2026')`

runSpecs([
  {
    name: '20261123_0200_programs',
    before: [
      `INSERT INTO axis (id, code, name) VALUES ('a1', 'CL', 'Capacitación')`,
      `INSERT INTO workshop (id, axis_id, title) VALUES ('w1', 'a1', 'Bordado')`,
      `INSERT INTO workshop_module (id, workshop_id, position, title, minutes) VALUES ('m1', 'w1', 1, 'Urdido', 120)`,
      `INSERT INTO room (id, name) VALUES ('r1', 'Aula 1')`,
      `INSERT INTO instructor (id, name) VALUES ('i1', 'Irene')`,
      `INSERT INTO certificate_rule (workshop_id, from_day, min_rate_percent) VALUES ('w1', '2026-01-01', 75)`,
      ...['e1', 'e2'].map(
        (id) =>
          `INSERT INTO edition (id, code, workshop_id, room_id, instructor_id, hours, capacity, starts_on, ends_on, min_rate_percent)
           VALUES ('${id}', '${id}', 'w1', 'r1', 'i1', 20, 15, '2026-09-01', '2026-10-31', 80)`,
      ),
      `UPDATE edition SET closed_on = '2026-11-01' WHERE id = 'e2'`,
      `INSERT INTO person (id, file_number, surname1, given_names, birth_precision, search_text, sort_key)
       VALUES ('p1', 'DEM-1', 'Ruiz', 'Ana', 'unknown', '', '')`,
      `INSERT INTO stay (id, person_id, admitted_on) VALUES ('s1', 'p1', '2026-01-01')`,
    ],
    keeps: [
      [`SELECT asks_modules + asks_practical + asks_tools FROM certificate_rule`, 0],
      [`SELECT asks_modules + asks_practical + asks_tools FROM edition WHERE id = 'e1'`, 0],
      [`SELECT valid_months FROM edition WHERE id = 'e1'`, null],
    ],
    takes: [
      `UPDATE edition SET asks_modules = 1, valid_months = 24 WHERE id = 'e1'`,
      `${REGISTRATION} ('g1', 'w1', 'ICATI', '114', 'EC0217.01', '2026-01-01', '2026-06-30')`,
      `${REGISTRATION} ('g2', 'w1', 'ICATI', '115', 'EC0217', '2026-07-01', NULL)`,
    ],
    refuses: [
      ['a flag that is neither yes nor no', `UPDATE edition SET asks_tools = 2 WHERE id = 'e1'`],
      ['certificates that hold for no time', `UPDATE edition SET valid_months = 0 WHERE id = 'e1'`],
      ['another rule for a closed edition', `UPDATE edition SET asks_modules = 1 WHERE id = 'e2'`],
      ['other hours for a closed edition', `UPDATE edition SET hours = 21 WHERE id = 'e2'`],
      [
        'a code that is none of CONOCER’s',
        `${REGISTRATION} ('g3', 'w1', 'X', '1', 'EC217', '2027-01-01', '2027-02-01')`,
      ],
      ['two registrations at once', `${REGISTRATION} ('g3', 'w1', 'X', '1', NULL, '2027-01-01', NULL)`],
      ['one that ends before it begins', `${REGISTRATION} ('g3', 'w1', 'X', '1', NULL, '2027-01-02', '2027-01-01')`],
    ],
  },
  {
    name: '20261123_0201_certificates',
    before: [PAPER('a')],
    takes: [
      `${RESULT} ('e1', 'p1', 'm1', 'A', 1)`,
      `INSERT INTO practical_result VALUES ('e1', 'p1', 'NA', 1)`,
      `${EXCEPTION} ('x1', 'e1', 'p1', '[]', 'r', '2026', '2026-11-01', '2026-11-02', 'no')`,
      `${EXCEPTION} ('x2', 'e1', 'p1', '[]', 'r', '2026', '2026-11-03', NULL, NULL)`,
      `INSERT INTO statement_paper VALUES ('t1', 'p1', 'a', 'hours', NULL, NULL, '2026-11-01', '[]', 'h', '2026-11-01')`,
    ],
    refuses: [
      ['a result twice', `${RESULT} ('e1', 'p1', 'm1', 'NA', 1)`],
      ['a result that a module cannot have', `UPDATE module_result SET result = 'NP'`],
      ['a result in a closed edition', `${RESULT} ('e2', 'p1', 'm1', 'A', 1)`],
      ['a practical result in a closed edition', `INSERT INTO practical_result VALUES ('e2', 'p1', 'A', 1)`],
      ['two exceptions that stand', `${EXCEPTION} ('x3', 'e1', 'p1', '[]', 'r', '2026', '2026-11-03', NULL, NULL)`],
      ['one withdrawn without a word', `UPDATE certificate_exception SET withdrawn_on = '2026-11-04' WHERE id = 'x2'`],
      [
        'two statements on one paper',
        `INSERT INTO statement_paper VALUES ('t2', 'p1', 'a', 'hours', NULL, NULL, '2026-11-01', '[]', 'h', '2026-11-01')`,
      ],
    ],
  },
  {
    name: '20261123_0202_people',
    before: [PAPER('aa')],
    takes: [
      `INSERT INTO release_folder VALUES ('s1', '2026-12-20', 1)`,
      `${CHECK} ('c1', 's1', 30, '2026-12-20', '2026-11-20')`,
      `${CHECK} ('c2', 's1', 30, '2026-12-27', '2026-11-27')`,
      `${HANDOVER} ('h1', 'p1', 'aa', '[]', '2026-12-19', NULL, NULL, NULL)`,
      `UPDATE handover SET signed_on = '2026-12-20', signed_how = 'thumbprint'`,
    ],
    refuses: [
      ['the same check twice', `${CHECK} ('c3', 's1', 30, '2026-12-20', '2026-11-21')`],
      ['a check on another day', `${CHECK} ('c3', 's1', 15, '2026-12-20', '2026-11-21')`],
      ['a receipt signed nobody knows how', `UPDATE handover SET signed_how = NULL`],
      ['a signed receipt cancelled', `UPDATE handover SET cancelled_on = '2026-12-21'`],
      [
        'a photo of no picture',
        `INSERT INTO portfolio_photo (id, person_id, picture_id, caption, added_on) VALUES ('f1', 'p1', 'x', 'Faja', '2026-11-01')`,
      ],
    ],
  },
])
