/** A plan as it was typed, made ready: who goes with whom, every line with the facts by which it is judged. */
import type { AskedPlan } from '../../../shared/contract/outing-plan'
import { done, refuse, type Outcome } from '../../../shared/kernel/outcome'
import { groupBy } from '../../../shared/kernel/group-by'
import { listName } from '../../../shared/kernel/text'
import type { Look } from '../../platform/seam/act'
import { settingsOn } from '../../platform/settings/settings'
import { openSteps } from '../children'
import type { Escort } from './adult.rules'
import { linesOf, nowOf } from './judge.service'
import type { LeaveFacts } from './may-leave.rules'
import * as repo from './outings.repo'
import type { Group } from './pace.rules'
import { findPermission, type PermissionPlan } from './permission.repo'
import type { OutingPlan } from './plan.rules'
import { problemWithGoers, problemWithTimes } from './request.rules'
import { requiredFor, type Circumstances } from './signing.rules'
import * as around from './surroundings.repo'

type ChildRow = Awaited<ReturnType<typeof around.findChildren>>[number]
type Looking = Pick<Look, 'db' | 'today' | 'time'>

type Occurrence = AskedPlan['occurrences'][number]

export interface PreparedLine {
  readonly child: ChildRow
  readonly times: Omit<Occurrence, 'without'>
  readonly allergies: string | null
  readonly belongings: string | null
  readonly photo: boolean | null
  readonly facts: LeaveFacts
}

export interface Prepared {
  readonly plan: PermissionPlan
  readonly helpers: readonly {
    readonly duty: 'helper' | 'doctor'
    readonly name: string
    readonly document: string | null
    readonly staffId: string | null
    readonly instructorId: string | null
  }[]
  readonly lines: readonly PreparedLine[]
}

export type PlanCode =
  | 'unknown-child'
  | 'unknown-adult'
  | 'unknown-returner'
  | 'child-twice'
  | 'child-never-goes'
  | 'nobody-goes'
  | 'unknown-step'
  | 'outing-return-before-leaving'
  | 'occurrences-overlap'
  | 'permission-too-long'

/** Reads all that a typed plan names. `permissionId`: the one that it is to take the place of, whose open lines do not count. */
export async function prepare(
  look: Looking,
  input: AskedPlan,
  permissionId: string | null,
): Promise<Outcome<Prepared, PlanCode>> {
  const childIds = input.children.map((child) => child.childId)
  if (new Set(childIds).size < childIds.length) return refuse('child-twice', undefined, 'children')
  const children = await around.findChildren(look.db, childIds)
  if (children.length < childIds.length) return refuse('unknown-child', undefined, 'children')
  const settings = await settingsOn(look.db, look.today)
  const problem = problemWithTimes(input.occurrences, settings.outingMonths)
  if (problem) {
    const { code, ...facts } = problem
    return refuse(code, facts, 'occurrences')
  }
  const left = problemWithGoers(childIds, input.occurrences)
  if (left?.code === 'nobody-goes') return refuse(left.code, { day: left.day }, 'occurrences')
  if (left) return refuse(left.code, { child: nameIn(children, left.childId) }, 'occurrences')
  if (!(await isStepOf(look, input, permissionId))) return refuse('unknown-step', undefined, 'separationStepId')
  const grids = await linesOf(look.db, childIds)
  const chosen = await chosenEscort(look, input, grids)
  if (!chosen) return refuse('unknown-adult', undefined, 'escort')
  const back = input.returner === null ? null : lineIn(grids, input.returner)
  if (back === undefined) return refuse('unknown-returner', undefined, 'returner')
  const returner = back && { name: back.name, adultId: back.adultId, fromHouse: null, suspended: false }
  const others = await othersOf(look, childIds, permissionId)
  const rules = await around.listSigningRules(look.db)
  const measures = groupBy(await around.listMeasures(look.db, childIds), (measure) => measure.childId)
  const groupOf = (going: number): Group | null =>
    input.kind !== 'group'
      ? null
      : {
          children: going,
          adults: 1 + input.helpers.filter((helper) => helper.duty === 'helper').length,
          doctor: input.helpers.some((helper) => helper.duty === 'doctor'),
          childrenPerAdult: settings.outingChildrenPerAdult,
          doctorFrom: settings.outingDoctorFrom,
        }
  const lines = input.children.flatMap((asked) =>
    goesOn(input, asked.childId).map((occurrence, _n, hers): PreparedLine => {
      const { without, ...times } = occurrence
      const child = children.find((each) => each.id === asked.childId) as ChildRow
      const own = hers
        .filter((other) => other !== occurrence)
        .map((other): OutingPlan => ({ ...planOf(input.kind, other), folio: '' }))
      const about: Circumstances = {
        kind: input.kind,
        overnight: times.returnsOn > times.leavesOn,
        travels: input.travels,
        custody: child.custody,
        measure: (measures.get(child.id) ?? []).some(
          (measure) => measure.from <= times.leavesOn && (measure.until === null || times.leavesOn <= measure.until),
        ),
      }
      return {
        child,
        times,
        allergies: asked.allergies || null,
        belongings: asked.belongings || null,
        photo: asked.photo,
        facts: {
          outing: { ...planOf(input.kind, times), folio: '' },
          permission: { state: 'asked', stateOn: null, stateReason: null, roundOn: look.today },
          child,
          motherLeft: null,
          escort: chosen.escort,
          returner,
          grid: grids.get(child.id) ?? [],
          required: requiredFor(rules, about),
          signatures: [],
          others: [...(others.get(child.id) ?? []), ...own],
          pace: {
            nightsPerYear: settings.outingNightsPerYear,
            hoursBetween: settings.outingHoursBetween,
            asOf: nowOf(look),
          },
          group: groupOf(childIds.filter((id) => !without.includes(id)).length),
        },
      }
    }),
  )
  return done({
    plan: {
      kind: input.kind,
      reason: input.reason,
      destination: input.destination || null,
      transport: input.transport || null,
      travels: input.travels,
      phone: input.phone || null,
      note: input.note || null,
      adultName: chosen.escort.name,
      adultId: chosen.escort.adultId,
      instructorId: chosen.instructorId,
      staffId: chosen.staffId,
      backAdultName: back?.name ?? null,
      backAdultId: back?.adultId ?? null,
      separationStepId: input.separationStepId,
    },
    helpers: input.helpers.map((helper) => ({
      duty: helper.duty,
      name: helper.name,
      document: helper.document || null,
      staffId: helper.staffId ?? null,
      instructorId: helper.instructorId ?? null,
    })),
    lines,
  })
}

/** The times at which a child goes. */
const goesOn = (input: AskedPlan, childId: string): readonly Occurrence[] =>
  input.occurrences.filter(({ without }) => !without.includes(childId))

const nameIn = (children: readonly ChildRow[], id: string): string => {
  const child = children.find((each) => each.id === id)
  return child ? listName(child) : ''
}

/** Whether the step that it is to serve is one of these children's. One that it has served so far stays, whatever came of it. */
async function isStepOf(look: Looking, { separationStepId, children }: AskedPlan, permissionId: string | null) {
  if (separationStepId === null) return true
  const before = permissionId === null ? undefined : await findPermission(look.db, permissionId)
  if (before?.separationStepId === separationStepId) return true
  const childIds = children.map((child) => child.childId)
  return (await openSteps(look.db, childIds)).some((step) => step.id === separationStepId)
}

const planOf = (kind: OutingPlan['kind'], times: PreparedLine['times']): Omit<OutingPlan, 'folio'> => ({
  ...times,
  kind,
  cancelledOn: null,
  out: null,
  back: null,
})

type Grids = Awaited<ReturnType<typeof linesOf>>

const lineIn = (grids: Grids, adultId: string) => [...grids.values()].flat().find((line) => line.adultId === adultId)

/** The adult chosen in the form, or undefined if there is none such. Brothers and sisters may share her. */
async function chosenEscort(
  look: Looking,
  { escort: { from, id } }: AskedPlan,
  grids: Grids,
): Promise<{ escort: Escort; instructorId: string | null; staffId: string | null } | undefined> {
  if (from === 'grid') {
    const line = lineIn(grids, id)
    const escort = line && { name: line.name, adultId: id, fromHouse: null, suspended: false }
    return escort && { escort, instructorId: null, staffId: null }
  }
  const house = await around.listHouse(look.db)
  const found = (from === 'staff' ? house.staff : house.instructors).find((each) => each.id === id)
  if (!found) return undefined
  return {
    escort: { name: found.name, adultId: null, fromHouse: from, suspended: false },
    instructorId: from === 'instructor' ? id : null,
    staffId: from === 'staff' ? id : null,
  }
}

/** The other outings of these children. Open lines of the permission in hand give way to the plan; what was made stays. */
async function othersOf(look: Looking, childIds: readonly string[], permissionId: string | null) {
  const now = nowOf(look)
  const all = await repo.listOfChildren(look.db, childIds)
  return groupBy(
    all.filter(
      (other) =>
        other.state !== 'draft' &&
        !(other.permissionId === permissionId && other.out === null && other.leavesOn >= now.day),
    ),
    (other) => other.childId,
  )
}
