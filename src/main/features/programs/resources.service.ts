/** Rooms and instructors, and how often whoever was planned came. */
import type { Input, Output } from '../../../shared/contract'
import { done, refuse, type Outcome } from '../../../shared/kernel/outcome'
import { fold } from '../../../shared/kernel/text'
import type { Act, Look } from '../../platform/seam/act'
import { instructionOf } from './instruction.rules'
import * as instructionRepo from './instruction.repo'
import * as repo from './programs.repo'

export async function resources(look: Look): Promise<Outcome<Output<'programs.resources'>, never>> {
  const uses = await instructionRepo.countEditions(look.db, look.today)
  return done({
    rooms: (await repo.listRooms(look.db)).map((row) => ({ ...row, editions: uses.rooms.get(row.id) ?? 0 })),
    instructors: (await repo.listInstructors(look.db)).map((row) => ({
      ...row,
      editions: uses.instructors.get(row.id) ?? 0,
    })),
  })
}

const isTaken = (rows: readonly repo.Room[], id: string, name: string): boolean =>
  rows.some((row) => row.id !== id && fold(row.name) === fold(name))

export async function changeRoom(act: Act, input: Input<'programs.changeRoom'>) {
  const rooms = await repo.listRooms(act.db)
  const before = rooms.find((room) => room.id === input.id)
  if (!before) return refuse('unknown-room')
  if (isTaken(rooms, input.id, input.name)) return refuse('name-taken', undefined, 'name')
  await repo.markRoom(act.trx, input.id, { name: input.name, active: input.active ? 1 : 0 })
  await act.audit({
    event: 'room.changed',
    subjectType: 'room',
    subjectId: input.id,
    before: { name: before.name, active: before.active },
    after: { name: input.name, active: input.active },
  })
  return done(null)
}

export async function changeInstructor(act: Act, input: Input<'programs.changeInstructor'>) {
  const instructors = await repo.listInstructors(act.db)
  const before = instructors.find((each) => each.id === input.id)
  if (!before) return refuse('unknown-instructor')
  if (isTaken(instructors, input.id, input.name)) return refuse('name-taken', undefined, 'name')
  const { id, ...after } = input
  await repo.markInstructor(act.trx, id, {
    name: input.name,
    active: input.active ? 1 : 0,
    provider: input.provider,
    clearance_until: input.clearanceUntil,
  })
  const { id: _id, ...was } = before
  await act.audit({ event: 'instructor.changed', subjectType: 'instructor', subjectId: id, before: was, after })
  return done(null)
}

/** Sessions of a period that are over, by who was to give them. */
export async function instruction(
  look: Look,
  input: Input<'programs.instruction'>,
): Promise<Outcome<Output<'programs.instruction'>, never>> {
  const until = input.until < look.today ? input.until : look.today
  const sessions = await instructionRepo.listGiven(look.db, { ...input, until })
  const over = sessions.filter(({ day, endsAt }) => day < look.today || endsAt <= look.time)
  return done(instructionOf(over, input.by))
}
