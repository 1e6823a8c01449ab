/** What a child's file asks somebody to decide, and by when. */
import type { Task } from '../../../shared/contract/tasks.contract'
import { addDays, addMonths, type CivilDate } from '../../../shared/kernel/civil-date'
import type { AgeFacts } from './children.rules'
import { planDay, PLAN_MONTHS, stepStanding, type StepState } from './separation.rules'

export interface TaskChild {
  readonly id: string
  readonly name: string
  readonly age: AgeFacts
  readonly hasPlan: boolean
  readonly custodyUnknown: boolean
  /** Lives here, and nobody has decided or is about to. */
  readonly rulingMissing: boolean
  readonly sheetReviewedOn: CivilDate | null
}

const task = (kind: string, key: string, path: string, dueOn: CivilDate | null, facts: Task['facts']): Task => ({
  kind,
  key: `${kind}:${key}`,
  path,
  dueOn,
  facts,
})

/** Days before an extension ends on which it must be thought of. */
const EXTENSION_DAYS = 60

/** The limit warns: over it without an extension, an extension about to end, no plan in time. An approximate age says so. */
export function ageTasks(child: TaskChild, today: CivilDate): Task[] {
  const { age } = child
  const limit = planDay(age)
  if (!age.limitDay || !limit) return []
  const found: Task[] = []
  if (age.state === 'over' && age.extension !== 'granted')
    found.push(
      task(
        age.approximate ? 'child-over-limit-about' : 'child-over-limit',
        `${child.id}:${age.limitDay}:${age.extension}`,
        `/children/${child.id}`,
        age.limitDay,
        {
          name: child.name,
          day: age.limitDay,
        },
      ),
    )
  if (age.extension === 'granted' && age.extendedUntil && age.extendedUntil <= addDays(today, EXTENSION_DAYS))
    found.push(
      task('child-extension-ends', `${child.id}:${age.extendedUntil}`, `/children/${child.id}`, age.extendedUntil, {
        name: child.name,
        day: age.extendedUntil,
      }),
    )
  const planFrom = addMonths(limit, -PLAN_MONTHS)
  if (!child.hasPlan && planFrom <= today)
    found.push(
      task(
        age.approximate ? 'child-plan-missing-about' : 'child-plan-missing',
        `${child.id}:${limit}`,
        `/children/${child.id}/plan`,
        planFrom,
        {
          name: child.name,
          day: limit,
        },
      ),
    )
  return found
}

/** Sheets to look at again, each; and how many children have none at all, in one task. */
export function sheetTasks(children: readonly TaskChild[], today: CivilDate, days: number): Task[] {
  const due = children.flatMap((child) => {
    const by = child.sheetReviewedOn && addDays(child.sheetReviewedOn, days)
    if (!by || by > today) return []
    return [
      task('child-sheet-review', `${child.id}:${by}`, `/children/${child.id}/emergency`, by, {
        name: child.name,
        day: by,
      }),
    ]
  })
  const without = children.filter((child) => child.sheetReviewedOn === null)
  return [...due, ...togetherTask('child-sheet-missing', without, '/emergency')]
}

/** What a file lacks since before the register, in one task each: who has custody, and the dictamen by which a child lives here. */
export const gapTasks = (children: readonly TaskChild[]): Task[] => [
  ...togetherTask(
    'child-custody-unknown',
    children.filter((child) => child.custodyUnknown),
  ),
  ...togetherTask(
    'child-ruling-missing',
    children.filter((child) => child.rulingMissing),
  ),
]

/** One task for all of these children. It leads to the first of them; once that one is seen to, to the next. */
function togetherTask(kind: string, children: readonly TaskChild[], part = ''): Task[] {
  const [first] = children
  if (!first) return []
  const key = children
    .map((child) => child.id)
    .sort()
    .join('')
  const facts = { count: children.length, names: namesOf(children) }
  return [task(kind, hashOf(key), `/children/${first.id}${part}`, null, facts)]
}

const MOST_NAMES = 3
const namesOf = (children: readonly { readonly name: string }[]): string =>
  children
    .slice(0, MOST_NAMES)
    .map((child) => child.name)
    .join('; ') + (children.length > MOST_NAMES ? '…' : '')

/** A short key for a set of children: another set is another question. */
const hashOf = (text: string): string => {
  let hash = 0
  for (const letter of text) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 2_147_483_647
  return hash.toString(36)
}

export interface TaskAdmission {
  readonly id: string
  readonly childId: string
  readonly name: string
  readonly state: string
  readonly dueOn: CivilDate | null
  readonly reviewOn: CivilDate | null
  readonly livesHere: boolean
}

/** Emergency admissions to be decided, denials to be reviewed, and children who live here although it was denied. */
export const admissionTasks = (admissions: readonly TaskAdmission[], today: CivilDate): Task[] =>
  admissions.flatMap((each) => {
    const path = `/children/${each.childId}`
    if (each.dueOn)
      return [
        task('child-admission-decide', `${each.id}:${each.dueOn}`, path, each.dueOn, {
          name: each.name,
          day: each.dueOn,
        }),
      ]
    if (each.state !== 'denied') return []
    if (each.livesHere) return [task('child-denied-here', each.id, path, each.reviewOn, { name: each.name })]
    return each.reviewOn && each.reviewOn <= today
      ? [
          task('child-denial-review', `${each.id}:${each.reviewOn}`, path, each.reviewOn, {
            name: each.name,
            day: each.reviewOn,
          }),
        ]
      : []
  })

export interface TaskClock {
  readonly id: string
  readonly childId: string
  readonly name: string
  readonly dueDay: CivilDate
  readonly minutesLeft: number
}

/** A clock that runs, with the hours left; one that has run out, with how long ago. */
export const clockTasks = (clocks: readonly TaskClock[]): Task[] =>
  clocks.map((each) => {
    const over = each.minutesLeft < 0
    const hours = Math.floor(Math.abs(each.minutesLeft) / 60)
    return task(over ? 'child-clock-over' : 'child-clock', each.id, `/children/${each.childId}`, each.dueDay, {
      name: each.name,
      hours,
    })
  })

export interface TaskStep {
  readonly id: string
  readonly childId: string
  readonly child: string
  readonly word: string | null
  readonly title: string | null
  readonly dueOn: CivilDate
  readonly state: StepState
}

/** Steps of plans that are due or overdue. A step of Umbral's own is named by its words, in the reader's language. */
export const stepTasks = (steps: readonly TaskStep[], today: CivilDate, warnDays: number): Task[] =>
  steps.flatMap((step) => {
    if (!['due', 'overdue'].includes(stepStanding(step, today, warnDays))) return []
    return [
      task('child-step', `${step.id}:${step.dueOn}`, `/children/${step.childId}/plan`, step.dueOn, {
        name: step.child,
        step: step.title ?? `words:children.milestone.${step.word ?? ''}`,
        day: step.dueOn,
      }),
    ]
  })
