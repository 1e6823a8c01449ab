/** Custody of a child, measures of authorities, and the clock that runs when a mother does not keep custody. */
import type { childFileContract } from '../../../shared/contract/child-file.contract'
import type { ParsedInputOf } from '../../../shared/contract/define'
import type { CivilDate, ClockTime, Instant } from '../../../shared/kernel/civil-date'
import { done, refuse } from '../../../shared/kernel/outcome'
import { fold, squeeze } from '../../../shared/kernel/text'
import { changesBetween } from '../../platform/audit/changes'
import { settingsOn } from '../../platform/settings/settings'
import type { Act } from '../../platform/seam/act'
import { dueAt, instantOf } from './custody.rules'
import * as custody from './custody.repo'
import { livesHere } from './children.rules'
import * as repo from './children.repo'

type Parsed<Name extends keyof typeof childFileContract> = ParsedInputOf<(typeof childFileContract)[Name]>

/** Who has custody. Outings ask for other signatures by it, so the reason is kept. */
export async function setCustody(act: Act, input: Parsed<'children.setCustody'>) {
  const child = await repo.findChild(act.db, input.id)
  if (!child) return refuse('unknown-child')
  const said = { custody: input.custody, note: input.note }
  const changed = changesBetween({ custody: child.custody, note: child.custodyNote }, said)
  if (!changed) return refuse('nothing-changed')
  if (!(await custody.markCustody(act.trx, input.id, input.version, said))) return refuse('stale')
  await act.audit({
    event: 'child.custody-set',
    subjectType: 'child',
    subjectId: input.id,
    before: changed.before,
    after: changed.after,
    reason: input.reason,
  })
  return done(null)
}

/** A measure of an authority over the child, with its number. */
export async function addMeasure(act: Act, input: Parsed<'children.addMeasure'>) {
  if (!(await repo.findChild(act.db, input.childId))) return refuse('unknown-child')
  const { childId, ...facts } = input
  const known = await custody.listMeasures(act.db, childId)
  if (known.some((each) => fold(each.number) === fold(facts.number) && fold(each.authority) === fold(facts.authority)))
    return refuse('measure-listed-already', { number: facts.number }, 'number')
  const id = await custody.insertMeasure(act.trx, childId, facts)
  await act.audit({
    event: 'child.measure-added',
    subjectType: 'child',
    subjectId: childId,
    after: { measureId: id, ...facts },
  })
  return done({ id })
}

/** Corrects a measure, prolongs it or ends it on a day. */
export async function alterMeasure(act: Act, input: Parsed<'children.alterMeasure'>) {
  const before = await custody.findMeasure(act.db, input.id)
  if (!before) return refuse('unknown-measure')
  const { authority, number, what, fromDay, untilDay } = input
  const facts = { authority, number, what, fromDay, untilDay }
  const { authority: a, number: n, what: w, fromDay: f, untilDay: u } = before
  const changed = changesBetween({ authority: a, number: n, what: w, fromDay: f, untilDay: u }, facts)
  if (!changed) return refuse('nothing-changed')
  if (!(await custody.markMeasure(act.trx, input.id, input.version, facts))) return refuse('stale')
  await act.audit({
    event: 'child.measure-changed',
    subjectType: 'child',
    subjectId: before.childId,
    before: { number: n, ...changed.before },
    after: { number, ...changed.after },
    reason: input.reason,
  })
  return done(null)
}

const momentOf = async (act: Act, day: CivilDate, time: ClockTime): Promise<Instant> =>
  instantOf(day, time, await custody.findTimezone(act.db))

/** Why a moment has not come yet: its day, or on this day its hour. */
const aheadOf = (act: Act, day: CivilDate, name: 'began' | 'told' | 'closed') =>
  day > act.today
    ? refuse('day-in-the-future', undefined, `${name}On`)
    : refuse('time-in-the-future', { time: act.time }, `${name}At`)

/** The mother does not keep custody: the hours of the center's rule begin to run. */
export async function startClock(act: Act, input: Parsed<'children.startClock'>) {
  const child = await repo.findChild(act.db, input.childId)
  if (!child) return refuse('unknown-child')
  if (!livesHere(child, act.today)) return refuse('child-lives-outside')
  if ((await custody.listRunningClocks(act.db, input.childId)).length > 0) return refuse('clock-runs-already')
  const beganAt = await momentOf(act, input.beganOn, input.beganAt)
  if (beganAt > act.now) return aheadOf(act, input.beganOn, 'began')
  const { custodyClockHours } = await settingsOn(act.db, input.beganOn)
  const clock = { childId: input.childId, beganAt, dueAt: dueAt(beganAt, custodyClockHours), reason: input.reason }
  const id = await custody.insertClock(act.trx, clock)
  await act.audit({
    event: 'child.clock-started',
    subjectType: 'child',
    subjectId: input.childId,
    after: { clockId: id, beganOn: input.beganOn, beganAt: input.beganAt, hours: custodyClockHours },
    reason: input.reason,
  })
  return done({ id })
}

/** Who was told that a mother does not keep custody, and when. */
export async function tellAuthority(act: Act, input: Parsed<'children.tellAuthority'>) {
  const clock = await custody.findClock(act.db, input.clockId)
  if (!clock || clock.closedAt) return refuse('unknown-clock')
  const toldAt = await momentOf(act, input.toldOn, input.toldAt)
  if (toldAt > act.now) return aheadOf(act, input.toldOn, 'told')
  const { authority, person, note } = input
  const said = { authority: squeeze(authority), person: person && squeeze(person), note }
  await custody.insertNotice(act.trx, { clockId: input.clockId, toldAt, toldBy: act.actor.id, ...said })
  await act.audit({
    event: 'child.authority-told',
    subjectType: 'child',
    subjectId: clock.childId,
    after: { clockId: input.clockId, toldOn: input.toldOn, toldAt: input.toldAt, ...said },
  })
  return done(null)
}

/** Stops the clock: by the signed hand-over record, or because the mother keeps the child after all. */
export async function closeClock(act: Act, input: Parsed<'children.closeClock'>) {
  const clock = await custody.findClock(act.db, input.id)
  if (!clock || clock.closedAt) return refuse('unknown-clock')
  const closedAt = await momentOf(act, input.closedOn, input.closedAt)
  if (closedAt > act.now) return aheadOf(act, input.closedOn, 'closed')
  if (closedAt < clock.beganAt) return refuse('before-clock', undefined, 'closedOn')
  const handed = input.kind === 'handed-over'
  const { note } = input
  const handedTo = handed ? input.handedTo && squeeze(input.handedTo) : null
  const document = handed ? input.document : null
  const closed = { at: closedAt, kind: input.kind, handedTo, document, note }
  if (!(await custody.markClockClosed(act.trx, input.id, input.version, closed))) return refuse('stale')
  await act.audit({
    event: handed ? 'child.clock-handed-over' : 'child.clock-mother-keeps',
    subjectType: 'child',
    subjectId: clock.childId,
    after: { clockId: input.id, closedOn: input.closedOn, closedAt: input.closedAt, handedTo, document },
    reason: note ?? undefined,
  })
  return done(null)
}
