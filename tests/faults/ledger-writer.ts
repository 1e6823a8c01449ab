/** A process that writes transactions until it is killed: a draft and its event together; tells each on its output once committed. */
import { writeSync } from 'node:fs'
import { appendAudit } from '../../src/main/platform/audit/append'
import { openDatabase } from '../../src/main/platform/db/open'

const [file = '', from = '0'] = process.argv.slice(2)
const opened = openDatabase(file, Buffer.alloc(32, 5))
for (let n = Number(from); ; n++) {
  await opened.db.transaction().execute(async (trx) => {
    const form = `act-${n}`
    await trx
      .insertInto('draft')
      .values({
        staff_id: 'a',
        form,
        content: 'x'.repeat(500 + ((n * 977) % 9000)),
        saved_at: '2026-11-21T00:00:00.000Z',
      })
      .execute()
    await appendAudit(trx, { id: 'a', name: 'Ana' }, '2026-11-21T00:00:00.000Z', {
      event: 'draft.written',
      subjectType: 'draft',
      subjectId: form,
    })
  })
  writeSync(1, `${n}\n`)
}
