/** The childcare room: who is in it, who comes and goes, who looks after them. */
import type { Output } from '../../../shared/contract'
import type { childcareContract, RoomRatio, RoomStay } from '../../../shared/contract/childcare.contract'
import type { ParsedInputOf } from '../../../shared/contract/define'
import type { CivilDate } from '../../../shared/kernel/civil-date'
import { done, refuse, type Outcome } from '../../../shared/kernel/outcome'
import { inOrder, listName, squeeze } from '../../../shared/kernel/text'
import type { ReadDb } from '../../platform/db/types'
import type { Act, Look } from '../../platform/seam/act'
import { settingsOn } from '../../platform/settings/settings'
import { monthsOn } from './growth.rules'
import { isOnDuty, overlap, ratioOf, stillExpected, type RatioRule } from './room.rules'
import * as repo from './room.repo'

type Parsed<Name extends keyof typeof childcareContract> = ParsedInputOf<(typeof childcareContract)[Name]>
type Named = Output<'children.room'>['children'][number]

/** The center's own rule: how many children one adult may look after. */
export async function ratioRule(db: ReadDb, day: CivilDate): Promise<RatioRule> {
  const { careUnder12: under12, careUnder36: under36, careOlder: older } = await settingsOn(db, day)
  return { under12, under36, older }
}

export const namedChild = (child: repo.RoomChild, day: CivilDate): Named => ({
  childId: child.id,
  surname1: child.surname1,
  surname2: child.surname2,
  givenNames: child.givenNames,
  mother: listName(child.mother),
  months: monthsOn(child.birthDate, day),
  approximate: child.birthPrecision === 'approximate',
})

/** The children expected on a day, in the order of their hours: those who live here and are not outside. */
export async function expectedOn(db: ReadDb, day: CivilDate, today: CivilDate, stays: readonly repo.StoredStay[]) {
  const children = new Map((await repo.listRoomChildren(db, day)).map((child) => [child.id, child]))
  const outside = day === today ? await repo.listOutside(db) : new Set<string>()
  return stillExpected(await repo.listCared(db, day), stays).flatMap(({ childId, from, until }) => {
    const child = children.get(childId)
    return child?.here && !outside.has(childId) ? [{ ...namedChild(child, day), from, until }] : []
  })
}

/** The room on a day: now, if the day is today. */
export async function room(
  look: Look,
  input: Parsed<'children.room'>,
): Promise<Outcome<Output<'children.room'>, never>> {
  const { db, today, time } = look
  const day = input.day ?? today
  const all = await repo.listRoomChildren(db, day)
  const byId = new Map(all.map((child) => [child.id, namedChild(child, day)]))
  const stored = await repo.listStays(db, { day })
  const outside = await repo.listOutside(db)
  const stays = stored.flatMap((stay): RoomStay[] => {
    const child = byId.get(stay.childId)
    return child ? [{ ...child, ...stay, outside: stay.outAt === null && outside.has(stay.childId) }] : []
  })
  const duties = (await repo.listDuties(db, day)).map(({ day: _day, ...duty }) => duty)
  const inside = day === today ? stays.filter((stay) => stay.outAt === null) : []
  return done({
    ...{ day, today, time, inside, duties },
    gone: stays.filter((stay) => stay.day === day && (stay.outAt !== null || day !== today)),
    expected: await expectedOn(
      db,
      day,
      today,
      stored.filter((stay) => stay.day === day),
    ),
    ratio: await ratioNow(look, day, inside, duties),
    children: all
      .filter((child) => child.here)
      .map((child) => namedChild(child, day))
      .sort((a, b) => inOrder(listName(a), listName(b))),
  })
}

async function ratioNow(
  look: Look,
  day: CivilDate,
  inside: readonly RoomStay[],
  duties: Output<'children.room'>['duties'],
): Promise<RoomRatio> {
  const adults = day === look.today ? duties.filter((duty) => isOnDuty(duty, look.time)).length : 0
  return ratioOf(
    inside.map((stay) => stay.months),
    adults,
    await ratioRule(look.db, day),
  )
}

const stampOf = (act: Act) => ({ at: act.now, by: act.actor.id })

/** A child comes in. She must live here, be inside the center, and not be in already. */
export async function enter(act: Act, input: Parsed<'children.enterRoom'>) {
  if (input.at > act.time) return refuse('time-in-the-future', { time: act.time }, 'at')
  const child = (await repo.listRoomChildren(act.db, act.today)).find((each) => each.id === input.childId)
  if (!child) return refuse('unknown-child')
  if (!child.here) return refuse('child-not-here', { name: listName(child) })
  if ((await repo.listOutside(act.db)).has(child.id)) return refuse('child-outside', { name: listName(child) })
  const theirs = (await repo.listStays(act.db, { day: act.today })).filter((stay) => stay.childId === child.id)
  const open = theirs.find((stay) => stay.outAt === null)
  if (open) return refuse('in-room-already', { name: listName(child), day: open.day, at: open.inAt })
  const clashing = theirs.find((stay) => overlap(stay, { inAt: input.at, outAt: null }))
  if (clashing) return refuse('stays-overlap', { name: listName(child), from: clashing.inAt }, 'at')
  const stay = { childId: child.id, day: act.today, inAt: input.at, brought: tidied(input.brought) }
  const id = await repo.insertStay(act.trx, { ...stay, outAt: null, fetched: null, folio: null }, stampOf(act))
  await act.audit({
    event: 'child.entered-room',
    subjectType: 'child',
    subjectId: child.id,
    after: { day: stay.day, at: input.at, brought: stay.brought },
  })
  return done({ id })
}

export const tidied = (hand: repo.StoredStay['brought']): repo.StoredStay['brought'] =>
  hand.by === 'staff' ? { by: 'staff', name: squeeze(hand.name) } : hand

/** A child is fetched. */
export async function leave(act: Act, input: Parsed<'children.leaveRoom'>) {
  const [stay] = await repo.listStays(act.db, { id: input.id })
  if (!stay) return refuse('unknown-record')
  if (stay.outAt) return refuse('left-room-already', { at: stay.outAt })
  // Who was left in since another day left on that day: at what hour, only the sheet of that day knows.
  if (stay.day === act.today && input.at > act.time) return refuse('time-in-the-future', { time: act.time }, 'at')
  if (input.at <= stay.inAt) return refuse('out-before-in', { at: stay.inAt }, 'at')
  const fetched = tidied(input.fetched)
  if (!(await repo.markFetched(act.trx, { ...input, outAt: input.at, fetched }))) return refuse('stale')
  await act.audit({
    event: 'child.left-room',
    subjectType: 'child',
    subjectId: stay.childId,
    after: { day: stay.day, at: input.at, fetched },
  })
  return done(null)
}

/** Takes back a stay that was written by mistake. */
export async function withdrawStay(act: Act, input: Parsed<'children.withdrawStay'>) {
  const [stay] = await repo.listStays(act.db, { id: input.id })
  if (!stay) return refuse('unknown-record')
  if (!(await repo.markStayWithdrawn(act.trx, input, stampOf(act)))) return refuse('stale')
  await act.audit({
    event: 'child.stay-withdrawn',
    subjectType: 'child',
    subjectId: stay.childId,
    before: { day: stay.day, inAt: stay.inAt, outAt: stay.outAt },
    reason: input.reason,
  })
  return done(null)
}

/** Somebody begins to look after the children. */
export async function beginDuty(act: Act, input: Parsed<'children.beginDuty'>) {
  if (input.at > act.time) return refuse('time-in-the-future', { time: act.time }, 'at')
  const name = squeeze(input.name)
  const on = (await repo.listDuties(act.db, act.today)).filter((duty) => isOnDuty(duty, act.time))
  if (on.some((duty) => duty.name === name)) return refuse('on-duty-already', { name }, 'name')
  const id = await repo.insertDuty(act.trx, { day: act.today, name, fromAt: input.at }, stampOf(act))
  await act.audit({ event: 'room.duty-begun', subjectType: 'room', subjectId: id, after: { name, at: input.at } })
  return done({ id })
}

/** Somebody's turn ends. */
export async function endDuty(act: Act, input: Parsed<'children.endDuty'>) {
  const duty = (await repo.listDuties(act.db, act.today)).find((each) => each.id === input.id)
  if (!duty || duty.untilAt) return refuse('unknown-record')
  if (input.at > act.time) return refuse('time-in-the-future', { time: act.time }, 'at')
  if (input.at <= duty.fromAt) return refuse('out-before-in', { at: duty.fromAt }, 'at')
  await repo.markDutyEnded(act.trx, duty.id, input.at)
  await act.audit({
    event: 'room.duty-ended',
    subjectType: 'room',
    subjectId: duty.id,
    after: { name: duty.name, at: input.at },
  })
  return done(null)
}
