/** The judging that all acts share: every fact about some outings, and how each stands. */
import type { At } from '../../../shared/kernel/civil-date'
import { groupBy } from '../../../shared/kernel/group-by'
import type { ReadDb } from '../../platform/db/types'
import type { Look } from '../../platform/seam/act'
import { settingsOn } from '../../platform/settings/settings'
import { gridOf } from '../children'
import { orderName, type AuthorityLine, type Escort } from './adult.rules'
import type { LeaveFacts } from './may-leave.rules'
import * as repo from './outings.repo'
import { stateOf, type Standing } from './outings.rules'
import type { Group } from './pace.rules'
import { listHelpers } from './permission.repo'
import type { Reason } from './plan.rules'
import { missingSignatures, owedSignatures, requiredFor, type Circumstances } from './signing.rules'
import { listSignatures, type SignatureRecord } from './signatures.repo'
import * as around from './surroundings.repo'

/** An outing with everything by which it is judged. */
export interface Judged {
  readonly record: repo.OutingRecord
  readonly facts: LeaveFacts
  readonly missing: readonly string[]
  /** What an emergency left to be put in order. */
  readonly owed: readonly string[]
  readonly standing: Standing
  /** Those that stand, of its round, for it or for the whole permission. */
  readonly signatures: readonly SignatureRecord[]
}

/** Who takes the child, as the rules want it. */
export const escortOf = (
  record: Pick<repo.OutingRecord, 'adultName' | 'adultId' | 'instructorId' | 'staffId' | 'staffSuspended'>,
): Escort => ({
  name: record.adultName,
  adultId: record.adultId,
  fromHouse: record.instructorId ? 'instructor' : record.staffId ? 'staff' : null,
  suspended: record.staffSuspended,
})

/** The grids of these children as the rules want them, by child. */
export async function linesOf(
  db: ReadDb,
  childIds: readonly string[],
): Promise<ReadonlyMap<string, readonly (AuthorityLine & { readonly relation: string })[]>> {
  const lines = await gridOf(db, childIds)
  return groupBy(
    lines.map((line) => ({
      ...line,
      prohibitions: line.prohibitions.map((each) => ({ ...each, order: orderName(each.order) })),
    })),
    (line) => line.childId,
  )
}

/** What the conditions of signatures ask about an outing. */
export const circumstancesOf = (record: repo.OutingRecord): Circumstances => ({
  kind: record.kind,
  overnight: record.returnsOn > record.leavesOn,
  travels: record.travels,
  custody: record.custody,
  measure: record.measure,
})

/** True if a signature stands for this outing. */
const standsFor = (record: repo.OutingRecord) => (signature: SignatureRecord) =>
  signature.permissionId === record.permissionId &&
  signature.round === record.round &&
  signature.withdrawnOn === null &&
  (signature.outingId === null || signature.outingId === record.id)

/** Reads all facts of these outings at once and says how each stands. */
export async function judge(db: ReadDb, records: readonly repo.OutingRecord[], now: At): Promise<readonly Judged[]> {
  const childIds = [...new Set(records.map((record) => record.childId))]
  const permissionIds = [...new Set(records.map((record) => record.permissionId))]
  const siblings = groupBy(await repo.listOfChildren(db, childIds), (record) => record.childId)
  const together = groupBy(await repo.listOfPermissions(db, permissionIds), (record) => record.permissionId)
  const helpers = groupBy(await listHelpers(db, permissionIds), (helper) => helper.permissionId)
  const grid = await linesOf(db, childIds)
  const rules = await around.listSigningRules(db)
  const { graceMinutes } = await around.findRules(db)
  const settings = await settingsOn(db, now.day)
  const signatures = await listSignatures(db, permissionIds)
  const left = await repo.listMothersLeft(db, [...new Set(records.map((record) => record.mother.id))])
  return records.map((record) => {
    const own = signatures.filter(standsFor(record))
    const required = requiredFor(rules, circumstancesOf(record))
    const missing = missingSignatures(required, own, now.day)
    const facts: LeaveFacts = {
      outing: record,
      permission: record,
      child: record,
      motherLeft: left.get(record.mother.id) ?? null,
      escort: escortOf(record),
      returner:
        record.backAdultName === null
          ? null
          : { name: record.backAdultName, adultId: record.backAdultId, fromHouse: null, suspended: false },
      grid: grid.get(record.childId) ?? [],
      required,
      signatures: own,
      others: (siblings.get(record.childId) ?? []).filter((other) => other.id !== record.id && other.state !== 'draft'),
      pace: { nightsPerYear: settings.outingNightsPerYear, hoursBetween: settings.outingHoursBetween, asOf: now },
      group: groupOf(record, together.get(record.permissionId) ?? [], helpers.get(record.permissionId) ?? [], {
        childrenPerAdult: settings.outingChildrenPerAdult,
        doctorFrom: settings.outingDoctorFrom,
      }),
    }
    return {
      record,
      facts,
      missing,
      owed: owedSignatures(required, own),
      signatures: own,
      standing: stateOf(record, record, missing.length, graceMinutes, now),
    }
  })
}

function groupOf(
  record: repo.OutingRecord,
  together: readonly repo.OutingRecord[],
  helpers: readonly { readonly duty: string }[],
  limits: Pick<Group, 'childrenPerAdult' | 'doctorFrom'>,
): Group | null {
  if (record.kind !== 'group') return null
  const going = together.filter(
    (other) =>
      other.leavesOn === record.leavesOn &&
      other.leavesAt === record.leavesAt &&
      other.cancelledOn === null &&
      !other.notMade,
  )
  return {
    children: going.length,
    adults: 1 + helpers.filter((helper) => helper.duty === 'helper').length,
    doctor: helpers.some((helper) => helper.duty === 'doctor'),
    ...limits,
  }
}

/** Reads and judges one outing. */
export async function judgeOne(db: ReadDb, id: string, now: At): Promise<Judged | undefined> {
  const record = await repo.findOuting(db, id)
  return record && (await judge(db, [record], now))[0]
}

/** The moment of a look. */
export const nowOf = (look: Pick<Look, 'today' | 'time'>): At => ({ day: look.today, time: look.time })

/** A reason as the contract has it. */
export const reasonOut = ({ code, facts }: Reason) => ({ code, facts: { ...facts } })

/** Still to be made: neither out nor back, called off nor past. */
export const isPlan = ({ standing }: Pick<Judged, 'standing'>): boolean =>
  standing.state === 'requested' || standing.state === 'authorised' || standing.state === 'paused'
