/** Which permissions ask somebody to decide something: pure, from facts already judged. */
import type { Task } from '../../../shared/contract/tasks.contract'
import type { PermissionState } from '../../../shared/contract/permission-states'
import { addDays, type CivilDate } from '../../../shared/kernel/civil-date'
import type { Reason } from './plan.rules'

/** One permission, as far as tasks go. */
export interface PermissionDue {
  readonly id: string
  readonly folio: string
  readonly state: PermissionState
  readonly round: number
  readonly children: string
  /** Its next open outing. */
  readonly leavesOn: CivilDate | null
  readonly missing: readonly string[]
  readonly reasons: readonly Reason[]
  /** Signatures that an emergency left, and the day by which they must be there. */
  readonly owed: readonly string[]
  readonly owedBy: CivilDate | null
}

/** Days before leaving in which missing consents become a task. */
const CONSENT_DAYS = 3

/** Her mother left without her: never settled by itself. */
const MOTHER_GONE: Readonly<Record<string, string>> = {
  'outing-mother-released': 'outing-mother-released-open',
  'outing-mother-transferred': 'outing-mother-transferred-open',
  'outing-mother-died': 'outing-mother-died-open',
  'outing-mother-left': 'outing-mother-left-open',
}
/** What stops a permission that stands authorised and will not pass by itself. */
const STOPS: ReadonlySet<string> = new Set([
  'outing-adult-forbidden',
  'outing-adult-may-not',
  'outing-adult-ended',
  'outing-adult-suspended',
  'outing-returner-forbidden',
  'outing-returner-may-not',
  'outing-returner-ended',
  'outing-child-gone',
])

const task = (kind: string, of: PermissionDue, dueOn: CivilDate | null, facts: Task['facts'] = {}): Task => ({
  kind,
  key: `${kind}:${of.id}:${String(of.round)}`,
  path: `/permissions/${of.id}`,
  dueOn,
  facts: { folio: of.folio, children: of.children, ...facts },
})

/** What is to be decided about one permission, the gravest first. */
export function permissionTasks(of: PermissionDue, today: CivilDate): readonly Task[] {
  const tasks: Task[] = []
  const gone = of.reasons.flatMap((each) => MOTHER_GONE[each.code] ?? [])[0]
  if (gone) tasks.push(task(gone, of, today))
  const stop = of.reasons.find((each) => STOPS.has(each.code))
  if (stop && of.state === 'authorised')
    tasks.push(task('outing-no-longer', of, of.leavesOn, { day: of.leavesOn ?? '' }))
  if (of.state === 'to-authorise') tasks.push(task('outing-to-authorise', of, of.leavesOn, { day: of.leavesOn ?? '' }))
  if (of.state === 'consents' && of.leavesOn !== null && of.leavesOn <= addDays(today, CONSENT_DAYS))
    tasks.push(task('outing-consents', of, of.leavesOn, { day: of.leavesOn, missing: of.missing.join(', ') }))
  if (of.owed.length > 0) tasks.push(task('outing-regularise', of, of.owedBy, { missing: of.owed.join(', ') }))
  return tasks
}
