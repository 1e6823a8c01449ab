/** What stands around rolls: a month that went to headquarters, a printed sheet, a kit of tools. */
import { randomUUID } from 'node:crypto'
import type { Classroom } from './classroom'

/** A colleague at the desk; answers her id. */
export function putColleague(room: Classroom, name: string): string {
  const id = randomUUID()
  room.insert('staff', { id, name, role: 'coordinator' })
  return id
}

/** The sheet of a session, as if it had been printed. */
export function putSheet(room: Classroom, sessionId: string, folio: string, number: number): void {
  room.opened.raw
    .prepare(
      `INSERT INTO paper (id, type, folio, year, number, title, subject_id, pages, pdf, sha256, issued_at)
       VALUES (?, 'attendance.day', ?, 2026, ?, 'Lista del día', ?, 1, x'00', 'h', '2026-10-06T08:00:00.000Z')`,
    )
    .run(randomUUID(), folio, number, sessionId)
}

/** The bundle of a month, as if it had left. */
export const closeMonth = (room: Classroom, period: string): void =>
  room.insert('bundle_export', {
    id: randomUUID(),
    period,
    sequence: 1,
    file_name: `DEM-${period}.age`,
    sha256: 'h',
    bytes: 1,
    contents_sha256: 'h',
    audit_size: 0,
    audit_head: '0',
    exported_at: '2026-10-08T17:00:00.000Z',
  })

/** A tool of a workshop's kit. */
export function putTool(room: Classroom, workshopId: string, tool: string, quantity: number, position = 1): string {
  const id = randomUUID()
  room.insert('workshop_kit', { id, workshop_id: workshopId, position, tool, quantity })
  return id
}
