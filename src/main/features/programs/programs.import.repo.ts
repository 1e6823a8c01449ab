/** Axes, workshops, rooms, instructors and editions out of a spreadsheet, many at a time. */
import type { CivilDate, ClockTime } from '../../../shared/kernel/civil-date'
import { inChunks } from '../../platform/db/chunks'
import type { Trx } from '../../platform/db/types'

interface Named {
  readonly id: string
  readonly name: string
}

export interface ImportedPrograms {
  readonly axes: readonly (Named & { readonly code: string; readonly sensitive: boolean })[]
  readonly workshops: readonly { readonly id: string; readonly axisId: string; readonly title: string }[]
  readonly rooms: readonly Named[]
  readonly instructors: readonly Named[]
  readonly editions: readonly {
    readonly id: string
    readonly code: string
    readonly workshopId: string
    readonly roomId: string
    readonly instructorId: string
    readonly hours: number
    readonly capacity: number
    readonly startsOn: CivilDate
    readonly endsOn: CivilDate
    readonly minRatePercent: number
  }[]
  readonly slots: readonly {
    readonly id: string
    readonly editionId: string
    readonly weekday: number
    readonly startsAt: ClockTime
    readonly endsAt: ClockTime
  }[]
}

/** Adds what is new, from the axis down to the weekly hour. */
export async function insertImportedPrograms(trx: Trx, rows: ImportedPrograms): Promise<void> {
  await inChunks(rows.axes, (some) =>
    trx
      .insertInto('axis')
      .values(some.map(({ id, code, name, sensitive }) => ({ id, code, name, sensitive: Number(sensitive) })))
      .execute(),
  )
  await inChunks(rows.workshops, (some) =>
    trx
      .insertInto('workshop')
      .values(some.map(({ id, axisId, title }) => ({ id, axis_id: axisId, title })))
      .execute(),
  )
  await inChunks(rows.rooms, (some) =>
    trx
      .insertInto('room')
      .values(some.map(({ id, name }) => ({ id, name })))
      .execute(),
  )
  await inChunks(rows.instructors, (some) =>
    trx
      .insertInto('instructor')
      .values(some.map(({ id, name }) => ({ id, name })))
      .execute(),
  )
  await inChunks(rows.editions, (some) =>
    trx
      .insertInto('edition')
      .values(
        some.map((row) => ({
          id: row.id,
          code: row.code,
          workshop_id: row.workshopId,
          room_id: row.roomId,
          instructor_id: row.instructorId,
          hours: row.hours,
          capacity: row.capacity,
          starts_on: row.startsOn,
          ends_on: row.endsOn,
          min_rate_percent: row.minRatePercent,
        })),
      )
      .execute(),
  )
  await inChunks(rows.slots, (some) =>
    trx
      .insertInto('edition_slot')
      .values(
        some.map((row) => ({
          id: row.id,
          edition_id: row.editionId,
          weekday: row.weekday,
          starts_at: row.startsAt,
          ends_at: row.endsAt,
        })),
      )
      .execute(),
  )
}
