import { describe } from 'vitest'
import { runSpecs } from './spec'

const GENESIS = '0'.repeat(64)
const paper = (n: number): string =>
  `INSERT INTO paper (id, type, folio, year, number, title, pages, pdf, sha256, issued_at)
   VALUES ('q${String(n)}', 'certificates.certificate', 'F-${String(n)}', 2026, ${String(n)}, 't', 1, x'00', 'h', '2026')`
const before = (n: number, more = '', values = ''): string =>
  `INSERT INTO certificate (id, folio, year, number, person_id, holder_id, edition_id, paper_id, facts_json, prev_hash, hash, issued_on${more})
   VALUES ('c${String(n)}', 'F-${String(n)}', 2026, ${String(n)}, 'p${String(n)}', 'p${String(n)}', 'e1', 'q${String(n)}', '{}',
     '${n === 1 ? GENESIS : `h${String(n - 1)}`}', 'h${String(n)}', '2026-10-31'${values})`

interface Row {
  readonly n: number
  readonly prev: string
  readonly holder?: string
  readonly kind?: string
  readonly replaces?: string
  readonly state?: string
}
const certificate = ({ n, prev, holder = `p${String(n)}`, kind = 'first', replaces, state = 'issued' }: Row): string =>
  `INSERT INTO certificate (id, folio, year, number, person_id, holder_id, edition_id, paper_id, facts_json, prev_hash,
     hash, issued_on, issued_by, kind, replaces_id, template, template_version, state, state_on, delivered_on)
   VALUES ('c${String(n)}', 'F-${String(n)}', 2026, ${String(n)}, '${holder}', '${holder}', 'e1', 'q${String(n)}', '{}', '${prev}',
     'h${String(n)}', '2026-11-01', 's2', '${kind}', ${replaces ? `'${replaces}'` : 'NULL'}, 'sober', 2, '${state}',
     '2026-11-01', ${state === 'delivered' ? `'2026-11-01'` : 'NULL'})`
const event = (seq: number, of: string, kind: string, prev: string): string =>
  `INSERT INTO certificate_event VALUES (${String(seq)}, '${of}', '${kind}', '2026-11-01', '2026', 's1', '{}', '${prev}', 'v${String(seq)}')`
const draft = (id: string, person: string, state = 'draft', more: readonly string[] = []): string =>
  `INSERT INTO certificate_draft (id, edition_id, person_id, kind, name_kind, printed_name, template, state, basis_json,
     prepared_on, prepared_by, signed_off_at, signed_off_by, issued_by, certificate_id)
   VALUES ('${id}', 'e1', '${person}', 'first', 'legal', 'Ana', 'sober', '${state}', '{}', '2026-11-01', 's1',
     ${more[0] ? `'2026', '${more[0]}'` : 'NULL, NULL'}, ${more[1] ? `'${more[1]}'` : 'NULL'}, ${more[2] ? `'${more[2]}'` : 'NULL'})`
const form = (number: string, purpose: string, cause = 'NULL', note = 'NULL'): string =>
  `INSERT INTO certificate_form (id, number, purpose, spoiled_cause, note, recorded_on, recorded_by)
   VALUES ('f${number}', '${number}', '${purpose}', ${cause}, ${note}, '2026-11-01', 's1')`

describe('certificates with states, drafts and one chain', () => {
  runSpecs([
    {
      name: '20261123_0100_certificates',
      before: [
        ...['p1', 'p2', 'p3', 'p4', 'p5'].map(
          (id) => `INSERT INTO person (id, file_number, surname1, given_names, birth_precision, search_text, sort_key)
             VALUES ('${id}', 'DEM-${id}', 'Ruiz', 'Ana', 'unknown', '', '')`,
        ),
        ...['s1', 's2'].map((id) => `INSERT INTO staff (id, name, role) VALUES ('${id}', '${id}', 'coordinator')`),
        `INSERT INTO axis VALUES ('a1', 'CL', 'Capacitación', 0)`,
        `INSERT INTO workshop (id, axis_id, title) VALUES ('w1', 'a1', 'Tejido')`,
        `INSERT INTO room (id, name) VALUES ('r1', 'Taller 1')`,
        `INSERT INTO instructor (id, name) VALUES ('i1', 'Elisa')`,
        `INSERT INTO edition (id, code, workshop_id, room_id, instructor_id, hours, capacity, starts_on, ends_on, min_rate_percent)
         VALUES ('e1', 'CL-01', 'w1', 'r1', 'i1', 10, 5, '2026-09-01', '2026-10-31', 80)`,
        ...[1, 2, 3, 4, 5, 6, 7].map(paper),
        before(1),
        before(2, ', delivered_on', `, '2026-11-02'`),
      ],
      keeps: [
        [
          `SELECT state || ' ' || state_on || ' ' || template FROM certificate WHERE id = 'c1'`,
          'issued 2026-10-31 festive',
        ],
        [
          `SELECT state || ' ' || state_on || ' ' || delivered_on FROM certificate WHERE id = 'c2'`,
          'delivered 2026-11-02 2026-11-02',
        ],
        [`SELECT group_concat(hash || issued_by IS NULL) FROM certificate`, '1,1'],
      ],
      takes: [
        event(1, 'c1', 'kept', 'h2'),
        certificate({ n: 3, prev: 'v1' }),
        `UPDATE certificate SET state = 'delivered', delivered_on = '2026-11-03', delivered_to = 'family', received_by = 'Eva' WHERE id = 'c3'`,
        // The old one gives way before the new one stands.
        `BEGIN; UPDATE certificate SET state = 'replaced', end_cause = 'name-corrected', replaced_by = 'c4' WHERE id = 'c3';
         ${certificate({ n: 4, prev: 'h3', holder: 'p3', kind: 'replacement', replaces: 'c3' })}; COMMIT`,
        draft('d1', 'p1'),
        draft('d2', 'p2', 'to-sign', ['s1']),
        draft('d3', 'p3', 'issued', ['s1', 's2', 'c3']),
        draft('d4', 'p4'),
        `DELETE FROM certificate_draft WHERE id = 'd4'`,
        `INSERT INTO certificate_wish (person_id, name_kind, asked_on, asked_by) VALUES ('p1', 'chosen', '2026-11-01', 's1')`,
        form('C-1', 'certificate', `'jam'`),
        form('C-2', 'other'),
        `UPDATE certificate_form SET spoiled_cause = 'stain' WHERE number = 'C-2'`,
      ],
      refuses: [
        ['a second link on the same link', certificate({ n: 5, prev: 'h3' })],
        ['a link on nothing', certificate({ n: 5, prev: 'x' })],
        ['a second first link', certificate({ n: 5, prev: GENESIS })],
        ['an event beside a certificate', event(2, 'c1', 'revoked', 'h2')],
        ['an event on nothing', event(2, 'c1', 'revoked', 'x')],
        ['an event altered', `UPDATE certificate_event SET on_day = '2026-01-01'`],
        ['an event taken away', `DELETE FROM certificate_event`],
        ['two certificates of one group in one hand', certificate({ n: 5, prev: 'h4', holder: 'p3' })],
        ['a replacement of nothing', certificate({ n: 5, prev: 'h4', kind: 'replacement' })],
        ['what was issued altered', `UPDATE certificate SET facts_json = '{"a":1}' WHERE id = 'c4'`],
        ['its template altered', `UPDATE certificate SET template = 'festive' WHERE id = 'c4'`],
        ['its issuer altered', `UPDATE certificate SET issued_by = NULL WHERE id = 'c4'`],
        [
          'a replaced one standing again',
          `UPDATE certificate SET state = 'issued', end_cause = NULL, replaced_by = NULL WHERE id = 'c3'`,
        ],
        [
          'one annulled that was handed over',
          `UPDATE certificate SET state = 'annulled', end_cause = 'jam' WHERE id = 'c2'`,
        ],
        ['one revoked without cause', `UPDATE certificate SET state = 'revoked' WHERE id = 'c4'`],
        ['one handed over on no day', `UPDATE certificate SET state = 'delivered' WHERE id = 'c4'`],
        [
          'one handed to nobody of her family',
          `UPDATE certificate SET state = 'delivered', delivered_on = '2026-11-03', delivered_to = 'family' WHERE id = 'c4'`,
        ],
        ['a certificate deleted', `DELETE FROM certificate WHERE id = 'c4'`],
        ['two drafts for one woman', draft('d5', 'p1')],
        ['a draft signed off by nobody', draft('d5', 'p5', 'to-sign')],
        ['a draft issued without certificate', draft('d5', 'p5', 'issued', ['s1', 's2'])],
        ['an issue by whoever signed it off', draft('d5', 'p5', 'issued', ['s1', 's1', 'c4'])],
        ['what was signed off deleted', `DELETE FROM certificate_draft WHERE id = 'd2'`],
        ['two forms of one number', form('C-1', 'other')],
        ['another cause that is not said', form('C-3', 'other', `'other'`)],
        ['a certificate’s form for no certificate', form('C-3', 'certificate')],
        ['a spoiled form used again', `UPDATE certificate_form SET spoiled_cause = NULL WHERE number = 'C-1'`],
        ['a form taken away', `DELETE FROM certificate_form WHERE number = 'C-1'`],
      ],
    },
  ])
})
