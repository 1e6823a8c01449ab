/** What the office sees of the permissions: the list by state, and one whole record. */
import type { Input, Output } from '../../../shared/contract'
import type { PermissionRow } from '../../../shared/contract/permissions.contract'
import { PERMISSION_ACTS } from '../../../shared/contract/permission-states'
import { atCenter, type At } from '../../../shared/kernel/civil-date'
import { done, refuse, type Outcome } from '../../../shared/kernel/outcome'
import { groupBy } from '../../../shared/kernel/group-by'
import { fold, listName } from '../../../shared/kernel/text'
import type { Look } from '../../platform/seam/act'
import { findStep, gridOf } from '../children'
import { listHistory } from './history.repo'
import { isPlan, judge, nowOf, type Judged } from './judge.service'
import { listOfPermissions } from './outings.repo'
import { reasonsAsPlanned, toStep } from './outings.service'
import { listPermissions, type PermissionRecord } from './permission.repo'
import { may } from './permission.rules'
import { readPermission, stateNow, type Opened } from './permission-state.service'
import { askersOf } from './sign.service'
import { listSignatures, type SignatureRecord } from './signatures.repo'
import { refusalToSign, type Required } from './signing.rules'
import * as around from './surroundings.repo'

const timesOf = ({ record }: Judged) => ({
  leavesOn: record.leavesOn,
  leavesAt: record.leavesAt,
  returnsOn: record.returnsOn,
  returnsAt: record.returnsAt,
})

function rowOf(permission: PermissionRecord, judged: readonly Judged[], now: At): PermissionRow {
  const standing = judged.filter(({ record }) => record.cancelledOn === null)
  const open = judged.filter(isPlan)
  const next = open[0] ?? standing.at(-1) ?? judged.at(-1)
  const last = [...standing].sort((a, b) => a.record.returnsOn.localeCompare(b.record.returnsOn)).at(-1)
  return {
    id: permission.id,
    version: permission.version,
    folio: permission.folio,
    state: stateNow(permission.state, judged),
    kind: permission.kind,
    reason: permission.reason,
    children: [...new Set(judged.map(({ record }) => listName(record)))],
    adult: permission.adultName,
    destination: permission.destination,
    next: next ? timesOf(next) : null,
    outings: standing.length,
    until: last?.record.returnsOn ?? null,
    requestedBy: permission.askedByName ?? permission.requestedByName,
    missing: open[0] ? [...open[0].missing] : [],
    reasons: open[0] ? reasonsAsPlanned(open[0], now).filter((each) => !SIGNED.has(each.code)) : [],
    owed: [...new Set(judged.filter(({ record }) => record.out !== null).flatMap((each) => each.owed))],
  }
}

/** Said by state and missing signatures already. */
const SIGNED: ReadonlySet<string> = new Set(['outing-signature-missing', 'outing-draft', 'outing-paused'])

export async function permissions(
  look: Look,
  input: Input<'outings.permissions'>,
): Promise<Outcome<Output<'outings.permissions'>, never>> {
  const now = nowOf(look)
  const found = await listPermissions(look.db, input.childId)
  const records = await listOfPermissions(
    look.db,
    found.map((permission) => permission.id),
  )
  const judged = groupBy(await judge(look.db, records, now), ({ record }) => record.permissionId)
  return done(found.map((permission) => rowOf(permission, judged.get(permission.id) ?? [], now)))
}

export async function getPermission(look: Look, input: Input<'outings.getPermission'>) {
  const opened = await readPermission(look, input.id)
  if (!opened) return refuse('permission-unknown')
  const { permission, judged, helpers, state } = opened
  const now = nowOf(look)
  const { timezone } = await around.findRules(look.db)
  const childIds = [...new Set(judged.map(({ record }) => record.childId))]
  const relation = (await gridOf(look.db, childIds)).find((line) => line.adultId === permission.adultId)?.relation
  const all = await listSignatures(look.db, [permission.id])
  const step = permission.separationStepId && (await findStep(look.db, permission.separationStepId))
  return done({
    ...rowOf(permission, judged, now),
    transport: permission.transport,
    travels: permission.travels,
    phone: permission.phone,
    note: permission.note,
    escort: escortOf(permission),
    adultDocument: judged[0]?.record.adultDocument ?? null,
    relation: relation ?? null,
    returner: permission.backAdultName === null ? null : { id: permission.backAdultId, name: permission.backAdultName },
    helpers: helpers.map(({ permissionId: _of, ...helper }) => helper),
    separationStep: step ? toStep(step) : null,
    stateOn: permission.stateOn,
    stateBy: permission.stateBy,
    stateReason: permission.stateReason,
    round: permission.round,
    roundOn: permission.roundOn,
    lines: judged.map((each) => ({
      id: each.record.id,
      version: each.record.version,
      folio: each.record.folio,
      childId: each.record.childId,
      child: listName(each.record),
      mother: listName(each.record.mother),
      ...timesOf(each),
      ...each.standing,
      open: isPlan(each),
      allergies: each.record.allergies,
      belongings: each.record.belongings,
      photo: each.record.photo,
      missing: [...each.missing],
      reasons: isPlan(each) ? reasonsAsPlanned(each, now) : [],
    })),
    signatures: signaturesOf(look, opened),
    struckOut: all.filter((each) => each.withdrawnOn !== null || each.round < permission.round).map(struckOut(judged)),
    acts: PERMISSION_ACTS.filter((act) => may(state, act)),
    ownRequest: askersOf(opened).ids.includes(look.actor.id),
    history: (
      await listHistory(
        look.db,
        permission.id,
        judged.map(({ record }) => record.id),
      )
    ).map((event) => ({
      ...event,
      ...atCenter(event.at, timezone),
    })),
  })
}

const escortOf = ({ adultId, instructorId, staffId }: PermissionRecord) => {
  if (adultId !== null) return { from: 'grid' as const, id: adultId }
  if (instructorId !== null) return { from: 'instructor' as const, id: instructorId }
  return staffId === null ? null : { from: 'staff' as const, id: staffId }
}

const struckOut = (judged: readonly Judged[]) => (signature: SignatureRecord) => {
  const line = judged.find(({ record }) => record.id === signature.outingId)
  return {
    authorisation: signature.authorisation,
    child: line && judged.length > 1 ? listName(line.record) : null,
    round: signature.round,
    signedOn: signature.signedOn,
    withdrawnOn: signature.withdrawnOn,
    reason: signature.withdrawnReason,
  }
}

/**
 * Every authorisation that is asked for, in the center's order: once for the permission, or for each line of its own;
 * then any that was given beyond them.
 */
export function signaturesOf(look: Look, opened: Opened): Output<'outings.getPermission'>['signatures'] {
  const { judged, permission, state } = opened
  const lines = judged.filter((each) => each.record.cancelledOn === null)
  const seen = new Map<string, { required: Required; lines: Judged[] }>()
  for (const each of lines)
    for (const required of each.facts.required) {
      const key =
        required.scope === 'permission' ? required.authorisation : `${required.authorisation} ${each.record.id}`
      const entry = seen.get(key)
      if (entry) entry.lines.push(each)
      else seen.set(key, { required, lines: [each] })
    }
  const inOrder = [...new Set([...seen.values()].map(({ required }) => required.authorisation))]
  const entries = [...seen.values()].sort(
    (a, b) => inOrder.indexOf(a.required.authorisation) - inOrder.indexOf(b.required.authorisation),
  )
  return entries.map(({ required, lines: own }) => {
    const found = own
      .flatMap((each) => each.signatures)
      .filter((each) => fold(each.authorisation) === fold(required.authorisation))
    const signature = found.find((each) => each.how === 'paper') ?? found[0]
    const [one] = own
    const each = required.scope === 'outing' ? one : undefined
    return {
      authorisation: required.authorisation,
      scope: required.scope,
      recordedBy: required.recordedBy,
      outingId: each?.record.id ?? null,
      child: each && judged.length > 1 ? listName(each.record) : null,
      day: each && judged.length > 1 ? each.record.leavesOn : null,
      when: required.when,
      signed: signature !== undefined,
      how: signature?.how ?? null,
      signedOn: signature?.signedOn ?? null,
      evidence: signature?.evidence ?? null,
      recorder: signature?.recorder ?? null,
      whyNot:
        refusalToSign(required, look.actor, askersOf({ permission })) ??
        (required.recordedBy === 'director' && state === 'consents' ? ('consents-missing' as const) : null),
    }
  })
}
