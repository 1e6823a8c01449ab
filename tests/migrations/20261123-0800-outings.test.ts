import { runSpecs } from './spec'

const ids = ['a', 'b'] as const
const moved = (id: string, outing: string, direction: string, more = ''): string =>
  `INSERT INTO outing_movement (id, outing_id, direction, day, at, recorded_at${more && `, ${more.split('=')[0] ?? ''}`})
   VALUES ('${id}', '${outing}', '${direction}', '2026-10-17', '09:05', '2026-10-17T15:05:00.000Z'${more && `, ${more.split('=')[1] ?? ''}`})`
const ended = (
  id: string,
  outing: string,
  kind: string,
  cause = 'NULL',
  note = `'nota'`,
  more = 'NULL, NULL',
): string =>
  `INSERT INTO outing_end (id, outing_id, kind, cause, day, at, note, decided_by, document, recorded_at)
   VALUES ('${id}', '${outing}', '${kind}', ${cause}, '2026-10-17', '20:00', ${note}, ${more}, '2026-10-18T02:00:00.000Z')`

runSpecs([
  {
    name: '20261123_0800_outings',
    before: [
      `INSERT INTO person (id, file_number, surname1, given_names, birth_precision, sort_key, search_text)
       VALUES ('m', 'DEM-26-0001', 'Soto', 'Elena', 'unknown', 'soto', 'soto')`,
      `INSERT INTO child (id, code, mother_id, surname1, given_names, birth_precision, search_text)
       VALUES ('c', 'NIN-001', 'm', 'Ibarra', 'Camila', 'unknown', 'ibarra')`,
      `INSERT INTO permission (id, folio, kind, reason, state, adult_name, round_on)
       VALUES ('p', 'SA-1', 'family', 'visita', 'asked', 'Daniela', '2026-10-01')`,
      ...ids.map(
        (id) => `INSERT INTO outing (id, permission_id, folio, child_id, leaves_on, leaves_at, returns_on, returns_at)
         VALUES ('${id}', 'p', 'SA-1-${id}', 'c', '2026-10-17', '09:00', '2026-10-17', '17:00')`,
      ),
      moved('o', 'a', 'out'),
      `INSERT INTO outing_attempt (id, outing_id, at, reasons_json) VALUES ('t', 'a', '2026-10-17T15:00:00.000Z', '[]')`,
    ],
    keeps: [
      [`SELECT adult_name IS NULL AND clock_doubt = 0 AND condition IS NULL FROM outing_movement WHERE id = 'o'`, 1],
      [`SELECT outing_id || reasons_json FROM outing_attempt WHERE id = 't'`, 'a[]'],
      [`SELECT child_id || left_at FROM child_out`, 'c09:05'],
    ],
    takes: [
      `INSERT INTO outing_attempt (id, folio, at, reasons_json) VALUES ('t2', 'X-1', '2026-10-17T15:00:00.000Z', '[]')`,
      ended('e1', 'a', 'not-returned'),
      ended('e2', 'b', 'not-made', `'adult'`, 'NULL'),
      `UPDATE outing_end SET undone_at = '2026-10-18', undone_reason = 'llegó' WHERE id = 'e2'`,
      ended('e3', 'b', 'not-made', `'other'`, `'lluvia'`),
      `INSERT INTO headcount (id, permission_id, step, day, at, recorded_at)
       VALUES ('h', 'p', 'boarding', '2026-10-17', '09:20', '2026-10-17T15:20:00.000Z')`,
      `INSERT INTO headcount_child (headcount_id, outing_id, seen) VALUES ('h', 'a', 1)`,
      `INSERT INTO return_call (id, outing_id, step, note, at) VALUES ('r', 'a', 'call-taker', 'no contesta', '2026-10-17T23:35:00.000Z')`,
    ],
    refuses: [
      ['a movement in a condition nobody knows', moved('x', 'a', 'back', `condition='ill'`)],
      ['an alarm nobody knows', moved('x', 'a', 'back', `alarm='loud'`)],
      ['a second protocol', ended('x', 'a', 'not-returned')],
      ['an outing that was made as not made', ended('x', 'a', 'not-made', `'ill'`)],
      ['who never left as not returned', ended('x', 'b', 'not-returned')],
      ['another reason that is not said', ended('x', 'b', 'not-made', `'other'`, 'NULL')],
      ['a final leaving that nobody decided', ended('x', 'a', 'stays')],
      ['leaving on an outing that was not made', moved('x', 'b', 'out')],
      ['a step of the way nobody knows', `UPDATE headcount SET step = 'lunch'`],
      ['a headcount of no permission', `UPDATE headcount SET permission_id = 'q'`],
      ['a call that is no step', `UPDATE return_call SET step = 'shout'`],
    ],
  },
])
