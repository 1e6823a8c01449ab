import { runSpecs } from './spec'

runSpecs([
  {
    name: '20261123_0000_platform',
    takes: [`INSERT INTO picture VALUES ('f1', 'jpeg', 4, 3, 'a', x'ffd8', '2026', NULL)`],
    refuses: [
      ['a kind that nobody can show', `INSERT INTO picture VALUES ('f2', 'tiff', 4, 3, 'a', x'00', '2026', NULL)`],
      ['a picture without height', `INSERT INTO picture VALUES ('f2', 'png', 4, 0, 'a', x'00', '2026', NULL)`],
      ['another picture under the same id', `UPDATE picture SET bytes = x'00' WHERE id = 'f1'`],
    ],
  },
])
