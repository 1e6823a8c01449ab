/** Editions and the names they are made of: reading, writing, changing. */
import type { Input, Output } from '../../../shared/contract'
import type { EditionFields } from '../../../shared/contract/programs.contract'
import { done, refuse, type Outcome } from '../../../shared/kernel/outcome'
import { fold, listName } from '../../../shared/kernel/text'
import type { ReadDb } from '../../platform/db/types'
import type { Act, Look } from '../../platform/seam/act'
import { openSessions, planSessions, previewReplan, replanSessions, type EditionPlan } from '../timetable'
import * as repo from './programs.repo'
import { heldHours, nextCode, problemWithFields, sessionState, slotsMeet, stateOf } from './programs.rules'

const toRow = ({ workshopId: _workshopId, version: _version, ...edition }: repo.Edition, day: string) => ({
  ...edition,
  slots: [...edition.slots],
  state: stateOf(edition, day),
})

export async function editions(
  look: Look,
  input: Input<'programs.editions'>,
): Promise<Outcome<Output<'programs.editions'>, never>> {
  const day = input.on ?? look.today
  const rows = (await repo.listEditions(look.db)).map((edition) => toRow(edition, day))
  return done({
    day,
    axes: await repo.listAxes(look.db),
    editions: rows.filter(
      (row) => (!input.axisId || row.axisId === input.axisId) && (!input.state || row.state === input.state),
    ),
  })
}

export async function edition(look: Look, input: Input<'programs.edition'>) {
  const found = await repo.findEdition(look.db, input.id)
  if (!found) return refuse('unknown-edition')
  const sessions = await repo.listSessions(look.db, input.id)
  return done({
    ...toRow(found, look.today),
    version: found.version,
    sessions: sessions.map((session) => ({
      ...session,
      cancelledCause: session.cancelledCause as Output<'programs.edition'>['sessions'][number]['cancelledCause'],
      state: sessionState(session, look),
    })),
  })
}

export async function roster(look: Look, input: Input<'programs.roster'>) {
  const found = await repo.findEdition(look.db, input.id)
  if (!found) return refuse('unknown-edition')
  if (found.sensitive) return refuse('sensitive-group')
  return done(await rosterOf(look.db, input.id))
}

export async function sensitiveRoster(look: Look, input: Input<'programs.sensitiveRoster'>) {
  if (!(await repo.findEdition(look.db, input.id))) return refuse('unknown-edition')
  return done(await rosterOf(look.db, input.id))
}

async function rosterOf(db: ReadDb, editionId: string) {
  const rows = await repo.listRoster(db, editionId)
  return rows.map((row) => ({
    personId: row.personId,
    name: listName(row),
    fileNumber: row.fileNumber,
    dormitory: row.dormitory,
    openedOn: row.openedOn,
    endedOn: row.endedOn,
    attended: row.attended,
    counted: row.counted,
  }))
}

export async function choices(
  look: Look,
  input: Input<'programs.choices'>,
): Promise<Outcome<Output<'programs.choices'>, never>> {
  const codes = (await repo.listEditions(look.db)).map((each) => each.code)
  const names = (rows: readonly { name: string }[]) => rows.map((row) => row.name)
  return done({
    axes: (await repo.listAxes(look.db)).map(({ id, code, name }) => ({
      id,
      code,
      name,
      nextCode: nextCode(code, input.startsOn ?? look.today, codes),
    })),
    workshops: (await repo.listWorkshops(look.db)).map(({ axisId, title }) => ({ axisId, title })),
    rooms: names(await repo.listRooms(look.db)),
    instructors: names(await repo.listInstructors(look.db)),
  })
}

const planOf = ({ startsOn, endsOn, slots }: EditionPlan): EditionPlan => ({ startsOn, endsOn, slots })

/** What saving would do, shown before it is done. */
export async function preview(look: Look, input: Input<'programs.preview'>) {
  const problem = problemWithFields(input.fields)
  if (problem) return refuse(problem.code, undefined, problem.field)
  const standing = input.id ? await repo.findEdition(look.db, input.id) : undefined
  if (input.id && !standing) return refuse('unknown-edition')
  const after = await planSessions(look.db, planOf(input.fields))
  if (after.length === 0) return refuse('pattern-empty', undefined, 'slots')
  const change = standing
    ? await previewReplan(look, standing.id, planOf(standing), planOf(input.fields))
    : { add: after, remove: [] }
  return done({
    add: [...change.add],
    remove: change.remove.map(({ day, startsAt, endsAt, cancelledCause, cancelledNote }) => ({
      day,
      startsAt,
      endsAt,
      cancelledCause,
      cancelledNote,
    })),
    kept: standing ? (await repo.listSessions(look.db, standing.id)).length - change.remove.length : 0,
    hours: heldHours(after),
    clashes: await patternClashes(look.db, input.id, input.fields),
    above: Math.max(0, (standing?.places ?? 0) - input.fields.capacity),
  })
}

/** Rooms and instructors that another edition of the same dates has at the same weekly hour. */
async function patternClashes(db: ReadDb, id: string | undefined, fields: EditionFields) {
  const others = (await repo.listEditions(db)).filter(
    (other) => other.id !== id && other.startsOn <= fields.endsOn && fields.startsOn <= other.endsOn,
  )
  return others.flatMap((other) =>
    (['room', 'instructor'] as const)
      .filter((kind) => fold(other[kind]) === fold(fields[kind]))
      .flatMap((kind) =>
        fields.slots.flatMap((slot) =>
          other.slots
            .filter((theirs) => slotsMeet(slot, theirs))
            .map((theirs) => ({
              kind,
              resource: other[kind],
              weekday: slot.weekday,
              from: slot.startsAt > theirs.startsAt ? slot.startsAt : theirs.startsAt,
              until: slot.endsAt < theirs.endsAt ? slot.endsAt : theirs.endsAt,
              code: other.code,
              title: other.title,
            })),
        ),
      ),
  )
}

/** Ids of the room and the instructor by name, registered if they are new. */
async function columnsOf(act: Act, fields: EditionFields): Promise<repo.EditionColumns> {
  const room = await repo.putNamed(act.trx, 'room', fields.room, await repo.listRooms(act.db))
  const instructors = await repo.listInstructors(act.db)
  const instructor = await repo.putNamed(act.trx, 'instructor', fields.instructor, instructors)
  if (room.made)
    await act.audit({ event: 'room.added', subjectType: 'room', subjectId: room.id, after: { name: fields.room } })
  if (instructor.made)
    await act.audit({
      event: 'instructor.added',
      subjectType: 'instructor',
      subjectId: instructor.id,
      after: { name: fields.instructor },
    })
  return {
    room_id: room.id,
    instructor_id: instructor.id,
    hours: fields.hours,
    capacity: fields.capacity,
    starts_on: fields.startsOn,
    ends_on: fields.endsOn,
    min_rate_percent: fields.minRatePercent,
  }
}

/** Registers an edition with its weekly hours and all its sessions; closed days come as cancelled sessions. */
export async function create(act: Act, input: Input<'programs.create'>) {
  const problem = problemWithFields(input.fields)
  if (problem) return refuse(problem.code, undefined, problem.field)
  const axis = (await repo.listAxes(act.db)).find((each) => each.id === input.axisId)
  if (!axis) return refuse('unknown-axis', undefined, 'axisId')
  if (await repo.findEditionByCode(act.db, input.code)) return refuse('same-code', { code: input.code }, 'code')
  const workshop = (await repo.listWorkshops(act.db)).find((each) => fold(each.title) === fold(input.workshop))
  if (workshop && workshop.axisId !== axis.id) return refuse('workshop-of-other-axis', undefined, 'workshop')
  if ((await planSessions(act.db, planOf(input.fields))).length === 0)
    return refuse('pattern-empty', undefined, 'slots')
  const workshopId = workshop?.id ?? (await addWorkshop(act, axis.id, input.workshop))
  const columns = await columnsOf(act, input.fields)
  const id = await repo.insertEdition(act.trx, { ...columns, code: input.code, workshop_id: workshopId })
  await repo.replaceSlots(act.trx, id, input.fields.slots)
  const sessions = await openSessions(act, id, planOf(input.fields))
  await act.audit({
    event: 'edition.created',
    subjectType: 'edition',
    subjectId: id,
    after: { code: input.code, workshop: input.workshop, ...input.fields, sessions },
  })
  return done({ id, sessions })
}

async function addWorkshop(act: Act, axisId: string, title: string): Promise<string> {
  const id = await repo.insertWorkshop(act.trx, { axisId, title })
  await act.audit({ event: 'workshop.added', subjectType: 'workshop', subjectId: id, after: { title } })
  return id
}

/** Changes an edition. Only sessions to come without a mark are planned anew; what is past stays as it was. */
export async function change(act: Act, input: Input<'programs.change'>) {
  const problem = problemWithFields(input.fields)
  if (problem) return refuse(problem.code, undefined, problem.field)
  const before = await repo.findEdition(act.db, input.id)
  if (!before) return refuse('unknown-edition')
  const marked = (await repo.listSessions(act.db, input.id)).filter((session) => session.marks > 0)
  const first = marked[0]
  const last = marked.at(-1)
  if (first && input.fields.startsOn > first.day) return refuse('start-has-passed', { day: first.day }, 'startsOn')
  if (last && input.fields.endsOn < last.day) return refuse('marks-after-end', { day: last.day }, 'endsOn')
  if ((await planSessions(act.db, planOf(input.fields))).length === 0)
    return refuse('pattern-empty', undefined, 'slots')
  const columns = await columnsOf(act, input.fields)
  if (!(await repo.markEdition(act.trx, input.id, input.version, columns))) return refuse('stale')
  await repo.replaceSlots(act.trx, input.id, input.fields.slots)
  const replanned = await replanSessions(act, input.id, planOf(before), planOf(input.fields))
  await act.audit({
    event: 'edition.changed',
    subjectType: 'edition',
    subjectId: input.id,
    before: { ...toRow(before, act.today), removedSessions: replanned.remove },
    after: { ...input.fields, addedSessions: replanned.add.length },
    reason: input.reason,
  })
  return done({ added: replanned.add.length, removed: replanned.remove.length })
}

export async function createAxis(act: Act, input: Input<'programs.createAxis'>) {
  const axes = await repo.listAxes(act.db)
  if (axes.some((axis) => axis.code === input.code)) return refuse('same-code', { code: input.code }, 'code')
  if (axes.some((axis) => fold(axis.name) === fold(input.name))) return refuse('same-axis', undefined, 'name')
  const id = await repo.insertAxis(act.trx, input)
  await act.audit({ event: 'axis.added', subjectType: 'axis', subjectId: id, after: input })
  return done({ id })
}
