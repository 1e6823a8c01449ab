/** Gathers who goes where on a day, for every paper that custody is given: one answer for all of them. */
import { settingsOn } from '../../platform/settings/settings'
import { startOfDay, type CivilDate } from '../../../shared/kernel/civil-date'
import { CHILDREN } from '../../../shared/kernel/roles'
import type { ReadDb } from '../../platform/db/types'
import type { Look } from '../../platform/seam/act'
import * as repo from './day-moves.repo'
import { childStays, keepApart, outingOn, type ChildStay, type Move } from './day-moves.rules'
import { groupBy } from '../../../shared/kernel/group-by'

export interface WomansDay {
  readonly woman: repo.WomanHere
  readonly moves: readonly Move[]
  readonly children: readonly {
    /** Null: who prints may not read the children's files. */
    readonly name: string | null
    readonly stays: readonly ChildStay[]
  }[]
  /** She changed beds on that very day. */
  readonly movedBed: boolean
}

interface Changed {
  readonly since: string
  readonly places: ReadonlySet<string>
  readonly others: ReadonlySet<string>
}

const NOTHING = { since: '9999', places: new Set<string>(), others: new Set<string>() }

/** What changed on the day that the sheet is about; nothing if that day is not today. */
async function changedOn(look: Look, day: CivilDate): Promise<Changed> {
  if (day !== look.today) return NOTHING
  const since = startOfDay(day, await repo.findTimezone(look.db))
  return { since, ...(await repo.listChangedSince(look.db, since)) }
}

/**
 * Every woman here who goes somewhere that day, whose child does, or who was to go and does not since this morning. Women
 * who are away, suspended, excluded that day or excused are not expected anywhere.
 */
export async function movesOfDay(
  look: Look,
  filter: { day: CivilDate; personId?: string | undefined; sessionId?: string | undefined },
): Promise<WomansDay[]> {
  const { day } = filter
  const women = (await repo.listWomenHere(look.db, day)).filter(
    (woman) => !filter.personId || woman.personId === filter.personId,
  )
  const changed = await changedOn(look, day)
  const sessions = await repo.listSessionMoves(look.db, filter)
  const { walkingMinutes } = await settingsOn(look.db, day)
  const all = keepApart(
    await movesByWoman(look.db, filter, sessions, changed),
    await repo.listCorridorPairs(look.db, day),
    walkingMinutes,
  )
  const children = filter.sessionId ? new Map<string, never[]>() : await childrenByMother(look, day, sessions)
  return women
    .map((woman) => ({
      woman,
      moves: (all.get(woman.personId) ?? []).toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1)),
      children:
        (all.has(woman.personId) ? children.get(woman.personId) : undefined) ?? wentOut(children, woman.personId),
      movedBed: changed.others.has(woman.personId),
    }))
    .filter(({ moves, children: hers }) => moves.length > 0 || hers.length > 0)
}

type Children = ReadonlyMap<string, readonly WomansDay['children'][number][]>

/** A mother who goes nowhere is on the sheet only for a child that does. */
const wentOut = (children: Children, motherId: string) =>
  (children.get(motherId) ?? []).filter((child) => child.stays.length > 0)

async function movesByWoman(
  db: ReadDb,
  filter: { day: CivilDate; personId?: string | undefined; sessionId?: string | undefined },
  sessions: readonly repo.SessionMove[],
  changed: Changed,
): Promise<ReadonlyMap<string, readonly Move[]>> {
  const ofSessions = sessions.flatMap((row) => {
    const isChanged = (row.changedAt ?? '') >= changed.since || changed.places.has(row.placeId)
    const goes = row.cancelled === 0 && row.off === 0 && row.excused === 0
    // Who never was to go that day stands on no sheet.
    return goes || isChanged ? [moveOf(row, { goes, changed: isChanged })] : []
  })
  if (filter.sessionId) return byWoman(ofSessions.filter(({ move }) => move.goes))
  const appointments = (await repo.listAppointments(db, filter.day)).flatMap((row) =>
    row.personId
      ? [
          {
            personId: row.personId,
            move: {
              startsAt: row.startsAt,
              endsAt: row.endsAt,
              where: whereOf(row),
              goes: true,
              changed: changed.others.has(row.id),
              apart: false,
            },
          },
        ]
      : [],
  )
  const gone = [
    ...(await repo.listTakenOff(db, filter.day, changed.places)),
    ...(changed === NOTHING ? [] : await repo.listMovedAway(db, filter.day, changed.since)),
  ].map((row) => moveOf({ room: '', ...row }, { goes: false, changed: true }))
  return byWoman([...ofSessions, ...appointments, ...gone])
}

const byWoman = (found: readonly { personId: string; move: Move }[]): ReadonlyMap<string, readonly Move[]> =>
  new Map([...groupBy(found, (each) => each.personId)].map(([id, of]) => [id, of.map(({ move }) => move)]))

const moveOf = (
  row: { personId: string; room: string; startsAt: string; endsAt: string },
  more: Pick<Move, 'goes' | 'changed'>,
) => ({
  personId: row.personId,
  move: { startsAt: row.startsAt, endsAt: row.endsAt, where: { name: row.room }, apart: false, ...more },
})

/** What an appointment is for, custody knows by its own papers; these say where, and outside no more than that. */
const whereOf = (row: repo.AppointmentMove): Move['where'] =>
  row.outside === 1 ? 'outside' : { name: row.room ?? row.place ?? '' }

async function childrenByMother(look: Look, day: CivilDate, sessions: readonly repo.SessionMove[]): Promise<Children> {
  const mayName = CHILDREN.includes(look.actor.role)
  const [here, outings, appointments] = await Promise.all([
    repo.listChildrenHere(look.db, day),
    repo.listOutings(look.db, day),
    repo.listAppointments(look.db, day),
  ])
  const found = here.map((child) => {
    const own: ChildStay[] = [
      ...outings.filter((each) => each.childId === child.id).map((each) => outingOn(each, day)),
      ...appointments
        .filter((each) => each.childId === child.id)
        .map((each) => ({ startsAt: each.startsAt, endsAt: each.endsAt, where: whereOf(each) })),
    ]
    const hers = sessions.filter(
      (each) => each.personId === child.motherId && each.cancelled === 0 && each.off === 0 && each.excused === 0,
    )
    return { motherId: child.motherId, name: mayName ? child.givenNames : null, stays: childStays(own, hers) }
  })
  return new Map(
    [...groupBy(found, (each) => each.motherId)].map(([id, of]) => [
      id,
      of.map(({ name, stays }) => ({ name, stays })),
    ]),
  )
}
