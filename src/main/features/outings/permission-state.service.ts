/** A permission with everything by which it is judged, opened for an act or refused. */
import type { PermissionAct, PermissionState } from '../../../shared/contract/permission-states'
import { done, refuse, type Outcome } from '../../../shared/kernel/outcome'
import type { Look } from '../../platform/seam/act'
import { isPlan, judge, nowOf, type Judged } from './judge.service'
import { listOfPermissions } from './outings.repo'
import { findPermission, listHelpers, type PermissionRecord } from './permission.repo'
import { may, permissionState, type OutingOf, type StoredState } from './permission.rules'

export interface Opened {
  readonly permission: PermissionRecord
  readonly judged: readonly Judged[]
  readonly helpers: Awaited<ReturnType<typeof listHelpers>>
  readonly state: PermissionState
}

const outingOf = (each: Judged): OutingOf => {
  const lacks = (recordedBy: 'office' | 'director') =>
    each.facts.required.filter(
      (required) => required.recordedBy === recordedBy && each.missing.includes(required.authorisation),
    ).length
  return { open: isPlan(each), missing: { office: lacks('office'), director: lacks('director') } }
}

/** How a permission stands, from what was decided and from its outings. */
export function stateNow(stored: StoredState, judged: readonly Judged[]): PermissionState {
  const outNow = judged.filter((each) => {
    const { state } = each.standing
    return state === 'out' || state === 'late' || state === 'not-returned'
  }).length
  return permissionState(stored, judged.map(outingOf), outNow)
}

type Looking = Pick<Look, 'db' | 'today' | 'time'>

/** Reads a permission with all its outings. */
export async function readPermission(look: Looking, id: string): Promise<Opened | undefined> {
  const permission = await findPermission(look.db, id)
  if (!permission) return undefined
  const judged = await judge(look.db, await listOfPermissions(look.db, [id]), nowOf(look))
  return {
    permission,
    judged,
    helpers: await listHelpers(look.db, [id]),
    state: stateNow(permission.state, judged),
  }
}

const FINAL: ReadonlySet<PermissionState> = new Set(['denied', 'cancelled', 'expired'])

/** The permission, if this act may be done with it as it stands. */
export async function openPermission(
  look: Looking,
  id: string,
  wanted: PermissionAct,
): Promise<Outcome<Opened, 'permission-unknown' | 'permission-closed' | 'act-not-now'>> {
  const opened = await readPermission(look, id)
  if (!opened) return refuse('permission-unknown')
  if (may(opened.state, wanted)) return done(opened)
  return FINAL.has(opened.state) ? refuse('permission-closed') : refuse('act-not-now', { state: opened.state })
}
