/** Editions and the names they are made of, as pages read them. */
import type { Input, Output } from '../../../shared/contract'
import { done, refuse, type Outcome } from '../../../shared/kernel/outcome'
import { fold, listName } from '../../../shared/kernel/text'
import type { ReadDb } from '../../platform/db/types'
import type { Act, Look } from '../../platform/seam/act'
import * as catalogRepo from './catalog.repo'
import { stateOf } from './edition-states.rules'
import * as sessionsRepo from './edition-sessions.repo'
import * as editionsRepo from './editions.repo'
import * as repo from './programs.repo'
import { moduleTotals, nextCode, ruleOn, sessionState, toRule } from './programs.rules'

const toRow = (edition: editionsRepo.Edition, day: string): Output<'programs.editions'>['editions'][number] => ({
  id: edition.id,
  code: edition.code,
  title: edition.title,
  axisId: edition.axisId,
  axis: edition.axis,
  sensitive: edition.sensitive,
  room: edition.room,
  instructor: edition.instructor,
  hours: edition.hours,
  capacity: edition.capacity,
  places: edition.places,
  waiting: edition.waiting,
  startsOn: edition.startsOn,
  endsOn: edition.endsOn,
  minRatePercent: edition.minRatePercent,
  minHours: edition.minHours,
  asksModules: edition.asksModules,
  asksPractical: edition.asksPractical,
  asksTools: edition.asksTools,
  validMonths: edition.validMonths,
  care: edition.care,
  closedOn: edition.closedOn,
  state: stateOf(edition, day),
  slots: [...edition.slots],
})

export async function editions(
  look: Look,
  input: Input<'programs.editions'>,
): Promise<Outcome<Output<'programs.editions'>, never>> {
  const day = input.on ?? look.today
  const rows = (await editionsRepo.listEditions(look.db)).map((edition) => toRow(edition, day))
  return done({
    day,
    axes: await repo.listAxes(look.db),
    editions: rows.filter(
      (row) => (!input.axisId || row.axisId === input.axisId) && (!input.state || row.state === input.state),
    ),
  })
}

export async function edition(look: Look, input: Input<'programs.edition'>) {
  const found = await editionsRepo.findEdition(look.db, input.id)
  if (!found) return refuse('unknown-edition')
  const sessions = await sessionsRepo.listSessions(look.db, input.id)
  const plan = await editionsRepo.listModules(look.db, input.id)
  const { copiedFromId, copiedFromCode } = found
  const last = sessions.at(-1)?.day ?? found.endsOn
  return done({
    ...toRow(found, look.today),
    version: found.version,
    workshopId: found.workshopId,
    takesWaiting: found.takesWaiting,
    ruleFrom: found.ruleFrom,
    copiedFrom: copiedFromId && copiedFromCode ? { id: copiedFromId, code: copiedFromCode } : null,
    // Only a permit that ends too soon is worth a word.
    clearanceUntil: found.clearanceUntil && found.clearanceUntil < last ? found.clearanceUntil : null,
    exceptions: await editionsRepo.listExceptions(look.db, input.id),
    ...moduleTotals(plan, sessions, look.today),
    sessions: sessions.map(({ actual, ...session }) => ({
      ...session,
      cancelledCause: session.cancelledCause as Output<'programs.edition'>['sessions'][number]['cancelledCause'],
      substitute: actual !== null && actual !== session.planned ? actual : null,
      state: sessionState(session, look),
    })),
  })
}

export async function roster(look: Look, input: Input<'programs.roster'>) {
  const found = await editionsRepo.findEdition(look.db, input.id)
  if (!found) return refuse('unknown-edition')
  if (found.sensitive) return refuse('sensitive-group')
  return done(await rosterOf(look.db, input.id))
}

export async function sensitiveRoster(look: Look, input: Input<'programs.sensitiveRoster'>) {
  if (!(await editionsRepo.findEdition(look.db, input.id))) return refuse('unknown-edition')
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
  const day = input.startsOn ?? look.today
  const codes = await editionsRepo.listCodes(look.db)
  const modules = await catalogRepo.listCatalogModules(look.db)
  const rules = await catalogRepo.listRules(look.db)
  const namesInUse = (rows: readonly repo.Room[]) => rows.filter((row) => row.active).map((row) => row.name)
  return done({
    axes: (await repo.listAxes(look.db)).map(({ id, code, name }) => ({
      id,
      code,
      name,
      nextCode: nextCode(code, day, codes),
    })),
    workshops: (await repo.listWorkshops(look.db)).map(({ id, axisId, title }) => {
      const rule = ruleOn(
        rules.filter((each) => each.workshopId === id),
        day,
      )
      return {
        id,
        axisId,
        title,
        modules: modules
          .filter((each) => each.workshopId === id)
          .map((each) => ({ id: each.id, title: each.title, minutes: each.minutes })),
        rule: rule ? toRule(rule) : null,
      }
    }),
    rooms: namesInUse(await repo.listRooms(look.db)),
    instructors: namesInUse(await repo.listInstructors(look.db)),
  })
}

export async function createAxis(act: Act, input: Input<'programs.createAxis'>) {
  const axes = await repo.listAxes(act.db)
  if (axes.some((axis) => axis.code === input.code)) return refuse('same-code', { code: input.code }, 'code')
  if (axes.some((axis) => fold(axis.name) === fold(input.name))) return refuse('same-axis', undefined, 'name')
  const id = await repo.insertAxis(act.trx, input)
  await act.audit({ event: 'axis.added', subjectType: 'axis', subjectId: id, after: input })
  return done({ id })
}
