/** A process that issues, copies and ends certificates until it is killed; tells its database, then each folio once it is given. */
import { writeSync } from 'node:fs'
import { blankPaper, graduate, openGraduation, putEnded, putGraduate } from '../factories/graduation'

const it = await openGraduation()
it.render = blankPaper
it.room.role = 'director'
writeSync(1, `${it.room.opened.raw.name}\n`)
for (let n = 0; ; n++) {
  const editionId = putEnded(it, { code: `CL-${String(n)}`, title: `Taller ${String(n)}` })
  const women = ['Uno', 'Dos', 'Tres', 'Cuatro'].map((surname1) => putGraduate(it, editionId, { surname1 }))
  const { issued } = await graduate(it, editionId, women)
  for (const { folio } of issued) writeSync(1, `${folio}\n`)
  const [first, second] = issued
  if (first) await it.must('certificates.duplicate', { id: first.id, version: 1, cause: 'lost', note: null })
  if (second)
    await it.must('certificates.revoke', { id: second.id, version: 1, cause: 'issued-by-mistake', note: 'Así fue' })
}
