/** The catalog: what a workshop teaches, asks, needs and certifies; rooms and instructors; who came to give what. */
import type { Input, Output } from '../../../shared/contract'
import type { ParsedInputOf } from '../../../shared/contract/define'
import type { WorkshopFields, workshopsContract } from '../../../shared/contract/workshops.contract'
import { done, refuse, type Outcome } from '../../../shared/kernel/outcome'
import { fold } from '../../../shared/kernel/text'
import type { ReadDb } from '../../platform/db/types'
import type { Act, Look } from '../../platform/seam/act'
import * as catalogRepo from './catalog.repo'
import { stateOf } from './edition-states.rules'
import { listRegistrations } from './registration.repo'
import * as editionsRepo from './editions.repo'
import { addWorkshop } from './plan-edition.service'
import * as repo from './programs.repo'
import { ruleOn, toRule } from './programs.rules'

/** What lists need of all workshops at once. */
async function surroundings(db: ReadDb) {
  return {
    modules: await catalogRepo.listCatalogModules(db),
    rules: await catalogRepo.listRules(db),
    editions: await editionsRepo.listEditions(db),
  }
}

function toRow(workshop: catalogRepo.Workshop, around: Awaited<ReturnType<typeof surroundings>>, today: string) {
  const modules = around.modules.filter((each) => each.workshopId === workshop.id)
  const rule = ruleOn(
    around.rules.filter((each) => each.workshopId === workshop.id),
    today,
  )
  const { version: _version, ...facts } = workshop
  return {
    ...facts,
    modules: modules.length,
    minutes: modules.reduce((sum, each) => sum + each.minutes, 0),
    running: around.editions.filter((each) => each.workshopId === workshop.id && stateOf(each, today) === 'running')
      .length,
    rule: rule ? toRule(rule) : null,
  }
}

export async function workshops(look: Look): Promise<Outcome<Output<'programs.workshops'>, never>> {
  const around = await surroundings(look.db)
  return done((await catalogRepo.listCatalog(look.db)).map((workshop) => toRow(workshop, around, look.today)))
}

export async function workshop(look: Look, input: Input<'programs.workshop'>) {
  const found = await catalogRepo.findWorkshop(look.db, input.id)
  if (!found) return refuse('unknown-workshop')
  const around = await surroundings(look.db)
  const modulesOf = (id: string) => around.modules.filter((each) => each.workshopId === id)
  const others = (await catalogRepo.listCatalog(look.db)).filter((each) => each.id !== input.id)
  return done({
    ...toRow(found, around, look.today),
    version: found.version,
    moduleList: modulesOf(input.id).map(({ id, title, minutes }) => ({ id, title, minutes })),
    requirementList: await catalogRepo.listRequirements(look.db, input.id),
    kitList: await catalogRepo.listKit(look.db, input.id),
    rules: around.rules.filter((each) => each.workshopId === input.id).map(toRule),
    registrations: await listRegistrations(look.db, input.id),
    editionList: around.editions
      .filter((each) => each.workshopId === input.id)
      .map(({ id, code, startsOn, endsOn, closedOn }) => ({ id, code, startsOn, endsOn, closed: closedOn !== null }))
      .reverse(),
    others: others.map(({ id, title }) => ({
      id,
      title,
      modules: modulesOf(id).map((each) => ({ id: each.id, title: each.title })),
    })),
  })
}

export async function createWorkshop(act: Act, input: Input<'programs.createWorkshop'>) {
  const axis = (await repo.listAxes(act.db)).find((each) => each.id === input.axisId)
  if (!axis) return refuse('unknown-axis', undefined, 'axisId')
  if (await hasTitle(act.db, input.title)) return refuse('same-workshop', undefined, 'title')
  return done({ id: await addWorkshop(act, axis.id, input.title) })
}

const hasTitle = async (db: ReadDb, title: string, exceptId?: string): Promise<boolean> =>
  (await repo.listWorkshops(db)).some((each) => each.id !== exceptId && fold(each.title) === fold(title))

/** The place of the first line that says what an earlier one says; -1 if none does. */
const firstTwice = (texts: readonly string[]): number =>
  texts.findIndex((text, i) => texts.slice(0, i).some((other) => fold(other) === fold(text)))

export async function changeWorkshop(act: Act, input: Input<'programs.changeWorkshop'>) {
  const { fields } = input
  const before = await catalogRepo.findWorkshop(act.db, input.id)
  if (!before) return refuse('unknown-workshop')
  const modules = await catalogRepo.listCatalogModules(act.db, input.id)
  const kit = await catalogRepo.listKit(act.db, input.id)
  const requirements = await catalogRepo.listRequirements(act.db, input.id)
  const problem = await problemWithWorkshop(act.db, input.id, fields, { modules, kit })
  if (problem) return problem
  if (!(await catalogRepo.markWorkshop(act.trx, input.id, input.version, fields.title))) return refuse('stale')
  await catalogRepo.replaceModules(act.trx, input.id, fields.modules, act.today)
  await catalogRepo.replaceKit(act.trx, input.id, fields.kit, act.today)
  await catalogRepo.replaceRequirements(act.trx, input.id, fields.requirements)
  await act.audit({
    event: 'workshop.changed',
    subjectType: 'workshop',
    subjectId: input.id,
    before: { title: before.title, modules, kit, requirements },
    after: fields,
  })
  return done(null)
}

async function problemWithWorkshop(
  db: ReadDb,
  id: string,
  fields: WorkshopFields,
  stands: { readonly modules: readonly { readonly id: string }[]; readonly kit: readonly { readonly id: string }[] },
) {
  if (await hasTitle(db, fields.title, id)) return refuse('same-workshop', undefined, 'title')
  const module = firstTwice(fields.modules.map((each) => each.title))
  if (module >= 0) return refuse('same-module', undefined, `modules.${module}`)
  const tool = firstTwice(fields.kit.map((each) => each.tool))
  if (tool >= 0) return refuse('same-tool', undefined, `kit.${tool}`)
  const requirement = firstTwice(fields.requirements.map(({ kind, value }) => `${kind} ${value}`))
  if (requirement >= 0) return refuse('same-requirement', undefined, `requirements.${requirement}`)
  const isOf = (lines: readonly { readonly id: string | null }[], rows: readonly { readonly id: string }[]) =>
    lines.every((line) => line.id === null || rows.some((row) => row.id === line.id))
  if (!isOf(fields.modules, stands.modules) || !isOf(fields.kit, stands.kit)) return refuse('stale')
  const known = new Set([
    ...(await repo.listWorkshops(db)).map((each) => each.id),
    ...(await catalogRepo.listCatalogModules(db)).map((each) => each.id),
  ])
  const prior = fields.requirements.findIndex(
    ({ kind, value }) => (kind === 'prior-workshop' || kind === 'prior-module') && (!known.has(value) || value === id),
  )
  return prior >= 0 ? refuse('unknown-module', undefined, `requirements.${prior}`) : undefined
}

export async function addRule(act: Act, input: ParsedInputOf<(typeof workshopsContract)['programs.addRule']>) {
  if (!(await catalogRepo.findWorkshop(act.db, input.id))) return refuse('unknown-workshop')
  const rules = await catalogRepo.listRules(act.db, input.id)
  if (rules.some((each) => each.fromDay === input.rule.fromDay)) return refuse('same-rule-day', undefined, 'fromDay')
  // The first may say what has always held; a later one may not change what was already promised.
  if (rules.length > 0 && input.rule.fromDay < act.today) return refuse('rule-in-the-past', undefined, 'fromDay')
  await catalogRepo.insertRule(act.trx, input.id, input.rule)
  await act.audit({ event: 'workshop.rule-added', subjectType: 'workshop', subjectId: input.id, after: input.rule })
  return done(null)
}

export async function dropRule(act: Act, input: Input<'programs.dropRule'>) {
  const rule = (await catalogRepo.listRules(act.db, input.id)).find((each) => each.fromDay === input.fromDay)
  if (!rule) return refuse('unknown-rule')
  const taker = await catalogRepo.findTaker(act.db, input.id, input.fromDay)
  if (taker) return refuse('rule-in-use', { code: taker.code })
  await catalogRepo.deleteRule(act.trx, input.id, input.fromDay)
  await act.audit({
    event: 'workshop.rule-dropped',
    subjectType: 'workshop',
    subjectId: input.id,
    before: toRule(rule),
  })
  return done(null)
}
