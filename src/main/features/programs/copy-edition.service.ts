/** New editions from those that stand: one, or a whole term at once. Each is a batch that can be taken back. */
import type { Input } from '../../../shared/contract'
import type { FullEditionFields } from '../../../shared/contract/programs.contract'
import { SENSITIVE_READERS } from '../../../shared/contract/timetable.contract'
import { done, refuse } from '../../../shared/kernel/outcome'
import { listName } from '../../../shared/kernel/text'
import { inBatch } from '../../platform/batches/batches'
import type { ReadDb } from '../../platform/db/types'
import type { Act, Look } from '../../platform/seam/act'
import { planSessions } from '../timetable'
import * as catalogRepo from './catalog.repo'
import * as copyRepo from './copy.repo'
import * as editionsRepo from './editions.repo'
import { lapsedClearance, openEdition, PLANNED_TABLES, type Made, type Parsed } from './plan-edition.service'
import * as repo from './programs.repo'
import { patternClashes } from './planned-clashes.service'
import { areTooLong, endOfCopy, heldHours, nextCode, problemWithFields, startOfCopy } from './programs.rules'

interface Dates {
  readonly startsOn: string
  readonly endsOn: string
}

/** Everything an edition is planned from but its dates; exceptions are dates, and stay with the one they belong to. */
const fieldsOfCopy = async (
  db: ReadDb,
  model: editionsRepo.Edition,
  { startsOn, endsOn }: Dates,
  takesWaiting: boolean,
): Promise<FullEditionFields> => ({
  room: model.room,
  instructor: model.instructor,
  hours: model.hours,
  capacity: model.capacity,
  minRatePercent: model.minRatePercent,
  minHours: model.minHours,
  asksModules: model.asksModules,
  asksPractical: model.asksPractical,
  asksTools: model.asksTools,
  validMonths: model.validMonths,
  care: model.care,
  takesWaiting,
  slots: [...model.slots],
  exceptions: [],
  modules: await modulesOfCopy(db, model),
  startsOn,
  endsOn,
})

/** The plan of its model; one that was kept without a plan takes what the catalog teaches by now, if its hours hold it. */
async function modulesOfCopy(db: ReadDb, model: editionsRepo.Edition) {
  const own = await editionsRepo.listModules(db, model.id)
  if (own.length > 0) return own.map(({ id, minutes }) => ({ id, minutes }))
  const taught = await catalogRepo.listCatalogModules(db, model.workshopId)
  return (areTooLong(model.hours, taught) ? [] : taught).map(({ id, minutes }) => ({ id, minutes }))
}

const planOfCopy = (db: ReadDb, model: editionsRepo.Edition, dates: Dates) =>
  planSessions(db, { ...dates, slots: model.slots, exceptions: [] })

const codeFor = (axes: readonly repo.Axis[], model: editionsRepo.Edition, startsOn: string, codes: readonly string[]) =>
  nextCode(axes.find((axis) => axis.id === model.axisId)?.code ?? '', startsOn, codes)

/** What a copy would be, before it is made. */
export async function copyDraft(look: Look, input: Input<'programs.copyDraft'>) {
  const model = await editionsRepo.findEdition(look.db, input.id)
  if (!model) return refuse('unknown-edition')
  const startsOn = input.startsOn ?? startOfCopy(model, look.today)
  const dates = { startsOn, endsOn: input.endsOn ?? endOfCopy(model, startsOn) }
  if (dates.endsOn < startsOn) return refuse('dates-reversed', undefined, 'endsOn')
  const planned = await planOfCopy(look.db, model, dates)
  if (planned.length === 0) return refuse('pattern-empty', undefined, 'endsOn')
  const uses = await editionsRepo.listUses(look.db, { from: startsOn, until: dates.endsOn })
  const waiting = await copyRepo.listWaiting(look.db, model.workshopId)
  const completed = await copyRepo.listCompleted(look.db, model.workshopId)
  const isHidden = model.sensitive && !SENSITIVE_READERS.includes(look.actor.role)
  const named = (rows: readonly copyRepo.Woman[]) =>
    isHidden ? null : rows.map((row) => ({ id: row.id, name: listName(row) }))
  return done({
    code: codeFor(await repo.listAxes(look.db), model, startsOn, await editionsRepo.listCodes(look.db)),
    ...dates,
    sessions: planned.length,
    hours: heldHours(planned),
    promised: model.hours,
    clashes: patternClashes(planned, model, uses),
    clearanceUntil: await lapsedClearance(look.db, model.instructor, planned.at(-1)?.day ?? ''),
    waiting: named(waiting),
    waitingCount: waiting.length,
    completed: named(completed),
    completedCount: completed.length,
  })
}

/** One new edition from one that stands. */
export async function copy(act: Act, input: Parsed<'programs.copy'>) {
  const model = await editionsRepo.findEdition(act.db, input.id)
  if (!model) return refuse('unknown-edition')
  const name = { kind: 'edition-copy', title: `${model.title}, ${input.code}` }
  const made = await inBatch(
    act,
    (made: Made) => ({ ...name, subjectId: made.id }),
    PLANNED_TABLES,
    () => copyOne(act, model, input, input.takesWaiting),
  )
  if (!made.ok) return made
  return done({ ...made.value.result, batchId: made.value.batchId })
}

async function copyOne(
  act: Act,
  model: editionsRepo.Edition,
  to: Dates & { readonly code: string },
  takesWaiting: boolean,
) {
  if ((await editionsRepo.listCodes(act.db)).includes(to.code)) return refuse('same-code', { code: to.code }, 'code')
  const fields = await fieldsOfCopy(act.db, model, to, takesWaiting)
  const problem = problemWithFields(fields)
  if (problem) return refuse(problem.code, undefined, problem.field)
  if ((await planOfCopy(act.db, model, to)).length === 0) return refuse('pattern-empty', { code: to.code }, 'endsOn')
  const { workshopId, title: workshop } = model
  return done(await openEdition(act, { code: to.code, workshopId, workshop, fields, copiedFrom: model }))
}

/** Each of the chosen editions on the dates of the new term, with the code that it would get. */
export async function termDraft(look: Look, input: Input<'programs.termDraft'>) {
  if (input.endsOn < input.startsOn) return refuse('dates-reversed', undefined, 'endsOn')
  const chosen = await inOrderOf(look.db, input.ids)
  if (!chosen) return refuse('unknown-edition')
  const axes = await repo.listAxes(look.db)
  const codes = await editionsRepo.listCodes(look.db)
  const uses = await editionsRepo.listUses(look.db, { from: input.startsOn, until: input.endsOn })
  const rows = []
  for (const model of chosen) {
    const planned = await planOfCopy(look.db, model, input)
    const code = codeFor(axes, model, input.startsOn, codes)
    codes.push(code)
    rows.push({
      id: model.id,
      title: model.title,
      fromCode: model.code,
      code,
      sessions: planned.length,
      hours: heldHours(planned),
      promised: model.hours,
      clashes: patternClashes(planned, model, uses),
    })
    // Those further down meet the ones above as they will meet once all are made.
    uses.push(...planned.filter((each) => each.cancelledCause === null).map((each) => useOf(model, code, each)))
  }
  return done(rows)
}

const useOf = (
  model: editionsRepo.Edition,
  code: string,
  { day, startsAt, endsAt }: { readonly day: string; readonly startsAt: string; readonly endsAt: string },
): editionsRepo.StandingUse => ({
  editionId: code,
  code,
  title: model.title,
  room: model.room,
  instructor: model.instructor,
  day,
  startsAt,
  endsAt,
})

/** The editions of these ids, in that order; nothing if one is not there. */
async function inOrderOf(db: ReadDb, ids: readonly string[]): Promise<editionsRepo.Edition[] | undefined> {
  const all = new Map((await editionsRepo.listEditions(db)).map((edition) => [edition.id, edition]))
  const chosen = ids.flatMap((id) => all.get(id) ?? [])
  return chosen.length === ids.length ? chosen : undefined
}

/** A term from the one before: all of the chosen editions or none. */
export async function copyTerm(act: Act, input: Input<'programs.copyTerm'>) {
  const chosen = await inOrderOf(
    act.db,
    input.editions.map((each) => each.id),
  )
  if (!chosen) return refuse('unknown-edition')
  const title = `${input.startsOn} – ${input.endsOn}`
  const made = await inBatch(act, { kind: 'term-copy', title }, PLANNED_TABLES, () => copyAll(act, chosen, input))
  if (!made.ok) return made
  return done({ ...made.value.result, batchId: made.value.batchId })
}

async function copyAll(act: Act, chosen: readonly editionsRepo.Edition[], input: Input<'programs.copyTerm'>) {
  let sessions = 0
  for (const [i, model] of chosen.entries()) {
    const code = input.editions[i]?.code ?? ''
    const made = await copyOne(act, model, { ...input, code }, model.takesWaiting)
    if (!made.ok) return made
    sessions += made.value.sessions
  }
  return done({ editions: chosen.length, sessions })
}
