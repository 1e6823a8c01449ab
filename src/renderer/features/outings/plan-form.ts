/** The form of a plan: what is typed, what main wants of it, and what an adult of the grid may do. */
import type { Output } from '../../../shared/contract'
import type { OutingKind } from '../../../shared/contract/outings.contract'
import type { OutingPlanInput } from '../../../shared/contract/outing-plan'
import type { Words } from '../../../shared/i18n'
import { formatDay } from '../../../shared/i18n/format'
import { addDays } from '../../../shared/kernel/civil-date'

export type Choices = Output<'outings.choices'>
export type Adult = Choices['children'][number]['adults'][number]

export interface Occurrence {
  readonly leavesOn: string | null
  readonly leavesAt: string | null
  readonly returnsOn: string | null
  readonly returnsAt: string | null
  /** Children who do not go this time. */
  readonly without?: readonly string[]
}
export interface Helper {
  readonly duty: 'helper' | 'doctor'
  /** `staff:<id>`, `instructor:<id>`, or typed by name. */
  readonly who: string | null
  readonly name: string
}
export interface ChildCare {
  readonly allergies: string
  readonly belongings: string
  readonly photo: 'yes' | 'no' | 'unknown'
}

export interface PlanForm {
  readonly childIds: readonly string[]
  readonly care: Readonly<Record<string, ChildCare>>
  readonly kind: OutingKind
  readonly reason: string
  readonly destination: string
  readonly transport: string
  readonly travels: boolean
  readonly phone: string
  /** `grid:<id>`, `staff:<id>` or `instructor:<id>`. */
  readonly escort: string | null
  /** Id of an adult of the grid; null: who takes the child. */
  readonly returner: string | null
  readonly helpers: readonly Helper[]
  readonly occurrences: readonly Occurrence[]
  /** The step of a child's plan of separation that it serves. */
  readonly step: string | null
  readonly note: string
}

const NO_TIMES: Occurrence = { leavesOn: null, leavesAt: null, returnsOn: null, returnsAt: null }
export const NO_CARE: ChildCare = { allergies: '', belongings: '', photo: 'unknown' }
export const EMPTY_PLAN: PlanForm = {
  childIds: [],
  care: {},
  kind: 'family',
  reason: '',
  destination: '',
  transport: '',
  travels: false,
  phone: '',
  escort: null,
  returner: null,
  helpers: [],
  occurrences: [NO_TIMES],
  step: null,
  note: '',
}

const timesOf = ({ leavesOn, leavesAt, returnsOn, returnsAt }: Occurrence) =>
  leavesOn && leavesAt && returnsOn && returnsAt ? { leavesOn, leavesAt, returnsOn, returnsAt } : null

/** Who of these children does not go that time. */
export const leftOut = ({ without = [] }: Occurrence, childIds: readonly string[]): string[] =>
  childIds.filter((id) => without.includes(id))

/** The form as main wants it, or null while something needed is empty. */
export function planOf(form: PlanForm): OutingPlanInput | null {
  const [from, id] = form.escort?.split(':') ?? []
  if (form.childIds.length === 0 || !form.reason.trim() || !form.occurrences.every(timesOf)) return null
  if (!id || (from !== 'grid' && from !== 'staff' && from !== 'instructor')) return null
  return {
    kind: form.kind,
    reason: form.reason,
    destination: form.destination,
    transport: form.transport,
    travels: form.travels,
    phone: form.phone,
    note: form.note,
    escort: { from, id },
    returner: form.returner,
    helpers:
      form.kind === 'group'
        ? form.helpers.flatMap(({ duty, who, name }) => {
            const [house, houseId] = who?.split(':') ?? []
            if (!name.trim()) return []
            return [
              {
                duty,
                name,
                ...(house === 'staff' && houseId ? { staffId: houseId } : {}),
                ...(house === 'instructor' && houseId ? { instructorId: houseId } : {}),
              },
            ]
          })
        : [],
    children: form.childIds.map((childId) => {
      const { allergies, belongings, photo } = form.care[childId] ?? NO_CARE
      return { childId, allergies, belongings, photo: photo === 'unknown' ? null : photo === 'yes' }
    }),
    occurrences: form.occurrences.flatMap((each) => {
      const times = timesOf(each)
      return times ? [{ ...times, without: leftOut(each, form.childIds) }] : []
    }),
    separationStepId: form.step,
  }
}

/** The form of a permission that is to be altered: what is still open of it. */
export function formOf(permission: Output<'outings.getPermission'>): PlanForm {
  const open = permission.lines.filter((line) =>
    permission.state === 'draft' ? line.state !== 'cancelled' : line.open,
  )
  const childIds = [...new Set(open.map((line) => line.childId))]
  const spans = new Map(
    open.map(({ leavesOn, leavesAt, returnsOn, returnsAt }) => {
      const going = open.filter((line) => line.leavesOn === leavesOn && line.leavesAt === leavesAt)
      const without = childIds.filter((id) => !going.some((line) => line.childId === id))
      return [`${leavesOn} ${leavesAt}`, { leavesOn, leavesAt, returnsOn, returnsAt, without }]
    }),
  )
  return {
    childIds,
    care: Object.fromEntries(
      open.map((line) => [
        line.childId,
        {
          allergies: line.allergies ?? '',
          belongings: line.belongings ?? '',
          photo: line.photo === null ? ('unknown' as const) : line.photo ? ('yes' as const) : ('no' as const),
        },
      ]),
    ),
    kind: permission.kind,
    reason: permission.reason,
    destination: permission.destination ?? '',
    transport: permission.transport ?? '',
    travels: permission.travels,
    phone: permission.phone ?? '',
    escort: permission.escort && `${permission.escort.from}:${permission.escort.id}`,
    returner: permission.returner?.id ?? null,
    helpers: permission.helpers.map((helper) => ({
      duty: helper.duty,
      name: helper.name,
      who: helper.staffId
        ? `staff:${helper.staffId}`
        : helper.instructorId
          ? `instructor:${helper.instructorId}`
          : null,
    })),
    occurrences: [...spans.values()],
    step: permission.separationStep?.id ?? null,
    note: permission.note ?? '',
  }
}

const MOST = 60

/** The same times each week after the last occurrence, until a day. */
export function weeklyUntil(occurrences: readonly Occurrence[], until: string): readonly Occurrence[] {
  const all = [...occurrences]
  for (;;) {
    const last = all.at(-1)
    if (!last?.leavesOn || !last.returnsOn || all.length >= MOST) return all
    const next = { ...last, leavesOn: addDays(last.leavesOn, 7), returnsOn: addDays(last.returnsOn, 7) }
    if (next.leavesOn > until) return all
    all.push(next)
  }
}

/** Adults on the grid of every one of these children; the first child's line speaks of them. */
export const adultsOf = (choices: Choices | undefined, childIds: readonly string[]): readonly Adult[] => {
  const grids = childIds.map((id) => choices?.children.find((child) => child.id === id)?.adults ?? [])
  return (grids[0] ?? []).filter((adult) => grids.every((grid) => grid.some((other) => other.id === adult.id)))
}

/** An adult as she is offered: who she is, and until when she may or why not. */
export function adultLabel(adult: Adult, right: 'takeOut' | 'bringBack', t: Words): string {
  const span = adult[right]
  const why = adult.forbiddenBy
    ? ` · ${t('outings.request.forbidden', { order: adult.forbiddenBy })}`
    : !span
      ? ` · ${t(`outings.request.mayNot.${right}`)}`
      : span.until
        ? ` · ${t('outings.request.until', { day: formatDay(span.until, t.language) })}`
        : ''
  return `${adult.name} (${adult.relation})${why}`
}
