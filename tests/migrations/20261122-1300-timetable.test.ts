import { runSpecs } from './spec'

const appointment = (id: string, columns: string, values: string): string =>
  `INSERT INTO appointment (id, kind, day, starts_at, ${columns}) VALUES ('${id}', 'court', '2026-11-24', '09:00', ${values})`

runSpecs([
  {
    name: '20261122_1300_timetable',
    before: [
      `INSERT INTO person (id, file_number, surname1, given_names, birth_precision, search_text, sort_key)
       VALUES ('p1', 'DEM-1', 'Ruiz', 'Ana', 'unknown', '', '')`,
      `INSERT INTO child (id, code, surname1, given_names, birth_precision, mother_id, search_text)
       VALUES ('c1', 'N-1', 'Ruiz', 'Leo', 'unknown', 'p1', '')`,
      `INSERT INTO room (id, name) VALUES ('r1', 'Aula 1')`,
      `INSERT INTO room (id, name) VALUES ('r2', 'Aula 2')`,
    ],
    keeps: [[`SELECT name FROM room WHERE id = 'r2'`, 'Aula 2']],
    takes: [
      appointment('a1', 'person_id, place, outside', `'p1', 'Juzgado 2°', 1`),
      appointment('a2', 'child_id, ends_at, room_id', `'c1', '10:00', 'r1'`),
      `UPDATE appointment SET cancelled_on = '2026-11-23', cancelled_reason = 'se difirió' WHERE id = 'a1'`,
      `INSERT INTO walk VALUES ('r1', 'r2', 12)`,
    ],
    refuses: [
      ['an appointment of nobody', appointment('a3', 'place', `'Juzgado'`)],
      ['an appointment of a woman and a child', appointment('a3', 'person_id, child_id', `'p1', 'c1'`)],
      ['an end before the beginning', appointment('a3', 'person_id, ends_at', `'p1', '08:59'`)],
      ['a room outside the center', appointment('a3', 'person_id, room_id, outside', `'p1', 'r1', 1`)],
      ['a room and another place', appointment('a3', 'person_id, room_id, place', `'p1', 'r1', 'Patio'`)],
      ['a kind that nobody knows', appointment('a3', 'person_id', `'p1'`).replace(`'court'`, `'party'`)],
      ['calling off without a reason', `UPDATE appointment SET cancelled_on = '2026-11-23' WHERE id = 'a2'`],
      ['the same walk the other way round', `INSERT INTO walk VALUES ('r2', 'r1', 5)`],
    ],
  },
])
