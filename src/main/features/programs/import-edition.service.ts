/** Editions as spreadsheets bring them, inside an import's own act; and how such an import is undone. */
import type { EditionFields } from '../../../shared/contract/programs.contract'
import { fold } from '../../../shared/kernel/text'
import type { ReadDb } from '../../platform/db/types'
import type { Act } from '../../platform/seam/act'
import { dropSessions } from '../timetable'
import * as repo from './programs.repo'
import { create } from './programs.service'

export interface ImportedEdition {
  /** `CL-01-26B`: what stands before the first hyphen is the axis's code. */
  readonly code: string
  readonly axis: string
  readonly workshop: string
  readonly fields: EditionFields
}

/** Axes whose groups must not be named beside a woman's name: mental health. */
export const isSensitiveAxis = (name: string): boolean => fold(name).includes('salud mental')

export const editionByCode = (db: ReadDb, code: string): Promise<repo.Edition | undefined> =>
  repo.findEditionByCode(db, code)

export const allEditions = (db: ReadDb): Promise<repo.Edition[]> => repo.listEditions(db)

/**
 * Registers an edition with its axis, workshop, room, instructor and sessions. One whose code is known is left as it
 * is, so that the same file twice changes nothing.
 */
export async function importEdition(act: Act, edition: ImportedEdition) {
  const known = await repo.findEditionByCode(act.db, edition.code)
  if (known) return { ok: true as const, value: { id: known.id, made: false } }
  const axes = await repo.listAxes(act.db)
  const axis = axes.find((each) => fold(each.name) === fold(edition.axis))
  const axisId = axis?.id ?? (await addAxis(act, edition, axes))
  const { code, workshop, fields } = edition
  const outcome = await create(act, { axisId, code, workshop, fields })
  return outcome.ok ? { ok: true as const, value: { id: outcome.value.id, made: true } } : outcome
}

async function addAxis(act: Act, edition: ImportedEdition, axes: readonly repo.Axis[]): Promise<string> {
  const letters = /^[A-Z]{2,5}(?=-)/.exec(edition.code)?.[0] ?? 'EJE'
  const taken = axes.some((axis) => axis.code === letters)
  const axis = {
    code: taken ? `${letters}${axes.length + 1}` : letters,
    name: edition.axis,
    sensitive: isSensitiveAxis(edition.axis),
  }
  const id = await repo.insertAxis(act.trx, axis)
  await act.audit({ event: 'axis.added', subjectType: 'axis', subjectId: id, after: axis })
  return id
}

/** Takes back an imported edition with its sessions; false if a roll of it has been written since. Places go first. */
export async function undoEdition(act: Act, id: string): Promise<boolean> {
  const found = await repo.findEdition(act.db, id)
  if (!found) return true
  if (!(await dropSessions(act, id))) return false
  await repo.deleteEdition(act.trx, id)
  await repo.deleteUnused(act.trx, found)
  await act.audit({
    event: 'edition.import-undone',
    subjectType: 'edition',
    subjectId: id,
    before: { code: found.code },
  })
  return true
}
