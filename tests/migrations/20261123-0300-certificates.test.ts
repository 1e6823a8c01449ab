import { runSpecs } from './spec'

runSpecs([
  {
    name: '20261123_0300_certificates',
    keeps: [['SELECT template FROM certificate_face', 'festive']],
    takes: [`UPDATE certificate_face SET template = 'sober', version = version + 1`],
    refuses: [
      ['a third template', `UPDATE certificate_face SET template = 'baroque'`],
      ['a second face', `INSERT INTO certificate_face (id, template) VALUES (2, 'sober')`],
      ['a logo that is not there', `UPDATE certificate_face SET logo_id = 'none'`],
    ],
  },
  {
    name: '20261123_0310_office',
    before: [`INSERT INTO signatory (id, position, name, post) VALUES ('s', 0, 'Paula', 'Coordinación')`],
    keeps: [['SELECT count(*) FROM signatory WHERE from_day IS NULL AND until_day IS NULL', 1]],
    takes: [
      `INSERT INTO signatory (id, position, name, post, from_day, until_day) VALUES ('t', 1, 'Eva', 'Capacitación', '2026-01-01', '2026-06-30')`,
    ],
    refuses: [
      [
        'a term that ends before it begins',
        `INSERT INTO signatory (id, position, name, post, from_day, until_day) VALUES ('u', 2, 'Ana', 'X', '2026-02-01', '2026-01-01')`,
      ],
    ],
  },
])
