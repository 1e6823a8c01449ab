/** What the permissions ask to be decided; and children who have not been out for long. */
import type { Output } from '../../../shared/contract'
import type { Task } from '../../../shared/contract/tasks.contract'
import { addDays, daysBetween, minutesOf, type CivilDate } from '../../../shared/kernel/civil-date'
import { groupBy } from '../../../shared/kernel/group-by'
import { done, type Outcome } from '../../../shared/kernel/outcome'
import { CHILDREN } from '../../../shared/kernel/roles'
import { inOrder, listName } from '../../../shared/kernel/text'
import type { Look } from '../../platform/seam/act'
import { settingsOn } from '../../platform/settings/settings'
import { isPlan, judge, nowOf, type Judged } from './judge.service'
import { mayLeave } from './may-leave.rules'
import { permissionTasks } from './outing-tasks.rules'
import * as repo from './outings.repo'
import { listPermissions } from './permission.repo'
import { stateNow } from './permission-state.service'
import { leavingOf } from './plan.rules'
import * as around from './surroundings.repo'

/** Tasks over the open permissions and over emergencies that still owe signatures. */
export async function permissionsTasks(look: Look): Promise<readonly Task[]> {
  if (!CHILDREN.includes(look.actor.role)) return []
  const { outingRegulariseHours } = await settingsOn(look.db, look.today)
  const permissions = await listPermissions(look.db)
  const records = await repo.listOfPermissions(
    look.db,
    permissions.filter((each) => each.state !== 'draft').map((each) => each.id),
  )
  const judged = groupBy(await judge(look.db, records, nowOf(look)), ({ record }) => record.permissionId)
  return permissions.flatMap((permission) => {
    const own = judged.get(permission.id) ?? []
    const next = own.find(isPlan)
    const left = own.filter((each) => each.record.out !== null && each.owed.length > 0)
    const first = left[0]
    return permissionTasks(
      {
        id: permission.id,
        folio: permission.folio,
        state: stateNow(permission.state, own),
        round: permission.round,
        children: [...new Set(own.map(({ record }) => listName(record)))].join(' · '),
        leavesOn: next?.record.leavesOn ?? null,
        missing: next?.missing ?? [],
        reasons: next ? mayLeave(next.facts, leavingOf(next.record)).reasons : [],
        owed: [...new Set(left.flatMap((each) => each.owed))],
        owedBy: first ? regularisedBy(first, outingRegulariseHours) : null,
      },
      look.today,
    )
  })
}

/** The day on which the hours after an emergency leaving run out. */
function regularisedBy({ record }: Judged, hours: number): CivilDate | null {
  if (!record.out) return null
  return addDays(record.out.day, Math.floor((minutesOf(record.out.time) + hours * 60) / 1440))
}

/** Days without an outing after which a child is listed. */
const LONG = 60

/** Children who live here and have not been out for long, or never since they live here. */
export async function withoutOuting(look: Look): Promise<Outcome<Output<'outings.withoutOuting'>, never>> {
  const children = await around.listChildren(look.db, look.today)
  const records = await repo.listOfChildren(
    look.db,
    children.map((child) => child.id),
  )
  const outings = groupBy(records, (record) => record.childId)
  const rows = children.flatMap((child) => {
    const last =
      (outings.get(child.id) ?? [])
        .flatMap(({ out }) => out?.day ?? [])
        .sort()
        .at(-1) ?? null
    const days = daysBetween(last ?? child.livesHereFrom ?? look.today, look.today)
    return days < LONG ? [] : [{ childId: child.id, child: listName(child), last, days }]
  })
  return done(rows.sort((a, b) => b.days - a.days || inOrder(a.child, b.child)))
}
