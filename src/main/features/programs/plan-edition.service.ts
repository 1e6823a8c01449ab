/** Planning an edition: what saving it would do, creating it, changing it. */
import type { ChannelName, Contract } from '../../../shared/contract'
import type { ParsedInputOf } from '../../../shared/contract/define'
import type { FullEditionFields } from '../../../shared/contract/programs.contract'
import type { CertificateRule } from '../../../shared/contract/workshops.contract'
import { done, refuse } from '../../../shared/kernel/outcome'
import { fold } from '../../../shared/kernel/text'
import { inBatch } from '../../platform/batches/batches'
import type { ReadDb } from '../../platform/db/types'
import type { Act, Look } from '../../platform/seam/act'
import { openSessions, planSessions, previewReplan, replanSessions, type EditionPlan } from '../timetable'
import * as catalogRepo from './catalog.repo'
import { refusalOf, stateOf } from './edition-states.rules'
import * as sessionsRepo from './edition-sessions.repo'
import * as editionsRepo from './editions.repo'
import * as repo from './programs.repo'
import { patternClashes } from './planned-clashes.service'
import { dayOfOverlap, heldHours, problemWithFields, ruleOn, sameRule, toRule } from './programs.rules'
import * as write from './write-editions.repo'

/** What a handler is given: parsed, defaults filled in. */
export type Parsed<Name extends ChannelName> = ParsedInputOf<Contract[Name]>

const planOf = ({ startsOn, endsOn, slots, exceptions }: EditionPlan): EditionPlan => ({
  startsOn,
  endsOn,
  slots,
  exceptions,
})

const planOfStanding = async (db: ReadDb, edition: editionsRepo.Edition): Promise<EditionPlan> =>
  planOf({ ...edition, exceptions: await editionsRepo.listExceptions(db, edition.id) })

/** What the fields themselves get wrong, or the sessions that they give if nothing. */
async function planned(
  db: ReadDb,
  workshopId: string | undefined,
  fields: FullEditionFields,
  known: readonly string[] = [],
) {
  const problem = problemWithFields(fields)
  if (problem) return refuse(problem.code, undefined, problem.field)
  const sessions = await planSessions(db, planOf(fields))
  if (sessions.length === 0) return refuse('pattern-empty', undefined, 'slots')
  const day = dayOfOverlap(sessions)
  if (day) return refuse('exceptions-overlap', { day }, 'exceptions')
  const modules = workshopId ? (await catalogRepo.listCatalogModules(db, workshopId)).map((each) => each.id) : []
  const isKnown = new Set([...modules, ...known])
  const twice = new Set(fields.modules.map((each) => each.id)).size < fields.modules.length
  if (twice || fields.modules.some((each) => !isKnown.has(each.id)))
    return refuse('unknown-module', undefined, 'modules')
  return done(sessions)
}

const ruleFor = async (
  db: ReadDb,
  workshopId: string | undefined,
  day: string,
): Promise<CertificateRule | undefined> => {
  if (!workshopId) return undefined
  const found = ruleOn(await catalogRepo.listRules(db, workshopId), day)
  return found && toRule(found)
}

/** What saving would do, shown before it is done. */
export async function preview(look: Look, input: Parsed<'programs.preview'>) {
  const standing = input.id ? await editionsRepo.findEdition(look.db, input.id) : undefined
  if (input.id && !standing) return refuse('unknown-edition')
  const known = standing ? (await editionsRepo.listModules(look.db, standing.id)).map((each) => each.id) : []
  const after = await planned(look.db, standing?.workshopId ?? input.workshopId, input.fields, known)
  if (!after.ok) return after
  const change = standing
    ? await previewReplan(look, standing.id, await planOfStanding(look.db, standing), planOf(input.fields))
    : { add: after.value, remove: [] }
  const removed = new Set(change.remove.map((each) => each.id))
  const kept = standing
    ? (await sessionsRepo.listSessions(look.db, standing.id)).filter((each) => !removed.has(each.id))
    : []
  const uses = await editionsRepo.listUses(look.db, {
    from: input.fields.startsOn,
    until: input.fields.endsOn,
    exceptId: input.id,
  })
  return done({
    add: change.add.map(toPlanned),
    remove: change.remove.map(toPlanned),
    kept: kept.length,
    hours: heldHours([...kept, ...change.add]),
    // Of an edition that stands only what is to come: what was held cannot be planned otherwise.
    clashes: patternClashes(
      standing ? after.value.filter((each) => each.day >= look.today) : after.value,
      input.fields,
      uses,
    ),
    clearanceUntil: await lapsedClearance(look.db, input.fields.instructor, after.value.at(-1)?.day ?? ''),
    rule: standing ? null : ((await ruleFor(look.db, input.workshopId, input.fields.startsOn)) ?? null),
    above: Math.max(0, (standing?.places ?? 0) - input.fields.capacity),
  })
}

type Planned = Pick<
  Awaited<ReturnType<typeof planSessions>>[number],
  'day' | 'startsAt' | 'endsAt' | 'cancelledCause' | 'cancelledNote'
>

const toPlanned = ({ day, startsAt, endsAt, cancelledCause, cancelledNote }: Planned) => ({
  day,
  startsAt,
  endsAt,
  cancelledCause,
  cancelledNote,
})

/** Last day of an instructor's permit if it lies before that day. */
export async function lapsedClearance(db: ReadDb, name: string, lastDay: string): Promise<string | null> {
  const found = (await repo.listInstructors(db)).find((each) => fold(each.name) === fold(name))
  return found?.clearanceUntil && found.clearanceUntil < lastDay ? found.clearanceUntil : null
}

/** Ids of the room and the instructor by name, registered if they are new. */
async function columnsOf(
  act: Act,
  fields: FullEditionFields,
  rule: Omit<CertificateRule, 'fromDay'>,
): Promise<write.EditionColumns> {
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
    min_rate_percent: rule.minRatePercent,
    min_hours: rule.minHours,
    asks_modules: rule.asksModules ? 1 : 0,
    asks_practical: rule.asksPractical ? 1 : 0,
    asks_tools: rule.asksTools ? 1 : 0,
    valid_months: rule.validMonths,
    care: fields.care,
    takes_waiting: fields.takesWaiting ? 1 : 0,
  }
}

/** What planning an edition writes: taken back as one. */
export const PLANNED_TABLES = ['edition', 'edition_slot', 'edition_exception', 'edition_module', 'session'] as const
const WITH_NAMES = [...PLANNED_TABLES, 'workshop', 'room', 'instructor'] as const

/** Registers an edition with its weekly hours and all its sessions; closed days come as cancelled sessions. */
export async function create(act: Act, input: Parsed<'programs.create'>) {
  const name = { kind: 'edition-new', title: `${input.workshop}, ${input.code}` }
  const made = await inBatch(
    act,
    ({ id }: Made) => ({ ...name, subjectId: id }),
    WITH_NAMES,
    () => createOne(act, input),
  )
  return made.ok ? done({ ...made.value.result, batchId: made.value.batchId }) : made
}

export interface Made {
  readonly id: string
  readonly sessions: number
}

async function createOne(act: Act, input: Parsed<'programs.create'>) {
  const axis = (await repo.listAxes(act.db)).find((each) => each.id === input.axisId)
  if (!axis) return refuse('unknown-axis', undefined, 'axisId')
  if ((await editionsRepo.listCodes(act.db)).includes(input.code))
    return refuse('same-code', { code: input.code }, 'code')
  const workshop = (await repo.listWorkshops(act.db)).find((each) => fold(each.title) === fold(input.workshop))
  if (workshop && workshop.axisId !== axis.id) return refuse('workshop-of-other-axis', undefined, 'workshop')
  const sessions = await planned(act.db, workshop?.id, input.fields)
  if (!sessions.ok) return sessions
  const workshopId = workshop?.id ?? (await addWorkshop(act, axis.id, input.workshop))
  return done(await openEdition(act, { code: input.code, workshopId, workshop: input.workshop, fields: input.fields }))
}

/** Writes an edition that is known to be right, with its plan and its sessions. */
export async function openEdition(
  act: Act,
  edition: {
    readonly code: string
    readonly workshopId: string
    readonly workshop: string
    readonly fields: FullEditionFields
    readonly copiedFrom?: { readonly id: string; readonly code: string }
  },
): Promise<Made> {
  const { code, workshopId, fields, copiedFrom } = edition
  const rule = await ruleFor(act.db, workshopId, fields.startsOn)
  const id = await write.insertEdition(act.trx, {
    ...(await columnsOf(act, fields, rule ?? fields)),
    code,
    workshop_id: workshopId,
    rule_from: rule?.fromDay ?? null,
    copied_from: copiedFrom?.id ?? null,
  })
  await write.replacePlan(act.trx, id, fields)
  const sessions = await openSessions(act, id, planOf(fields))
  await act.audit({
    event: copiedFrom ? 'edition.copied' : 'edition.created',
    subjectType: 'edition',
    subjectId: id,
    before: copiedFrom && { code: copiedFrom.code },
    after: { code, workshop: edition.workshop, ...fields, ...rule, sessions },
  })
  return { id, sessions }
}

/** Registers a workshop; the caller knows that its title is free. */
export async function addWorkshop(act: Act, axisId: string, title: string): Promise<string> {
  const id = await repo.insertWorkshop(act.trx, { axisId, title })
  await act.audit({ event: 'workshop.added', subjectType: 'workshop', subjectId: id, after: { title } })
  return id
}

/** Changes an edition. Only sessions to come without a mark are planned anew; what is past stays as it was. */
export async function change(act: Act, input: Parsed<'programs.change'>) {
  const before = await editionsRepo.findEdition(act.db, input.id)
  if (!before) return refuse('unknown-edition')
  const name = { kind: 'edition-change', title: `${before.title}, ${before.code}`, subjectId: before.id }
  const made = await inBatch(act, name, WITH_NAMES, () => changeOne(act, before, input))
  return made.ok ? done({ ...made.value.result, batchId: made.value.batchId }) : made
}

async function changeOne(act: Act, before: editionsRepo.Edition, input: Parsed<'programs.change'>) {
  const problem = await problemWithChange(act, before, input.fields)
  if (problem) return problem
  const was = await planOfStanding(act.db, before)
  const modules = await editionsRepo.listModules(act.db, input.id)
  const sessions = await planned(
    act.db,
    before.workshopId,
    input.fields,
    modules.map((each) => each.id),
  )
  if (!sessions.ok) return sessions
  const columns = await columnsOf(act, input.fields, input.fields)
  if (!(await write.markEdition(act.trx, input.id, input.version, columns))) return refuse('stale')
  await write.replacePlan(act.trx, input.id, input.fields)
  const replanned = await replanSessions(act, input.id, was, planOf(input.fields))
  const { slots: _slots, ...facts } = before
  await act.audit({
    event: 'edition.changed',
    subjectType: 'edition',
    subjectId: input.id,
    before: { ...facts, ...was, modules, removedSessions: replanned.remove },
    after: { ...input.fields, addedSessions: replanned.add.length },
    reason: input.reason,
  })
  return done({ added: replanned.add.length, removed: replanned.remove.length })
}

async function problemWithChange(act: Act, before: editionsRepo.Edition, fields: FullEditionFields) {
  const refused = refusalOf(stateOf(before, act.today), 'change')
  if (refused === 'edition-closed') return refuse(refused)
  if (before.ruleFrom && !sameRule(before, fields))
    return refuse('rule-is-kept', { day: before.ruleFrom }, 'minRatePercent')
  const marked = (await sessionsRepo.listSessions(act.db, before.id)).filter((session) => session.marks > 0)
  const first = marked[0]
  const last = marked.at(-1)
  if (first && fields.startsOn > first.day) return refuse('start-has-passed', { day: first.day }, 'startsOn')
  if (last && fields.endsOn < last.day) return refuse('marks-after-end', { day: last.day }, 'endsOn')
  return undefined
}
