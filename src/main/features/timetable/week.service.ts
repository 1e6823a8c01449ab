/** One week of a room, an instructor, a woman or a dormitory: sessions, and all that lies beside them. */
import type { Input } from '../../../shared/contract'
import type { ClashFacts } from '../../../shared/contract/clash-facts'
import type {
  WeekAppointment,
  WeekOuting,
  WeekRoutine,
  WeekSession,
  WeekView,
} from '../../../shared/contract/week.contract'
import { addDays, daysFromTo, mondayOf, weekdayOf, type CivilDate } from '../../../shared/kernel/civil-date'
import { done, refuse } from '../../../shared/kernel/outcome'
import { CHILDREN } from '../../../shared/kernel/roles'
import { fold, listName } from '../../../shared/kernel/text'
import type { Look } from '../../platform/seam/act'
import type { Hides } from './clash-facts.rules'
import { hidesFrom } from './clash-world.service'
import { clashesBetween } from './clashes.service'
import { outingOn } from './day-moves.rules'
import * as sessionsRepo from './sessions.repo'
import { namesDormitory } from './special-days.rules'
import * as repo from './timetable.repo'
import { bedOf } from './timetable.rules'
import { toCard } from './timetable.service'
import * as weekRepo from './week.repo'

interface Range {
  readonly from: CivilDate
  readonly until: CivilDate
}

/** Who and what a view is about: what is asked of everything that may lie in its week. */
interface View {
  readonly by: WeekView
  readonly id: string | undefined
  /** The dormitory of the view: its own, or that of its woman. Null: the whole center's. */
  readonly dormitory: string | null
  readonly concerns: (womanId: string | null) => boolean
}

type Asked = Pick<Input<'timetable.week'>, 'day' | 'by' | 'id'>

/** Without an id, all rooms (or all instructors). `hides`: a paper may tell less than its printer may know. */
export async function week(look: Look, input: Asked, hides = hidesFrom(look)) {
  if (input.by === 'woman' && !input.id) return refuse('pick-a-woman')
  if (input.by === 'dormitory' && !input.id) return refuse('pick-a-dormitory')
  const monday = mondayOf(input.day)
  const range = { from: monday, until: addDays(monday, 6) }
  const sleepers = await weekRepo.listSleepers(look.db, range)
  const view = viewOf(input, sleepers)
  const { sessions, clashes } = await sessionsOf(look, range, view, sleepers, hides)
  return done({
    monday,
    sessions,
    clashes,
    specialDays: (await repo.listSpecialDays(look.db, range.from, range.until)).filter(
      (special) => view.dormitory === null || namesDormitory(special.dormitories, view.dormitory),
    ),
    routines: routinesOf(await weekRepo.listRoutinesOfWeek(look.db, range), range, view),
    appointments: await appointmentsOf(look, range, view),
    outings: await outingsOf(look, range, view),
  })
}

function viewOf(input: Asked, sleepers: readonly weekRepo.Sleeper[]): View {
  const { by, id } = input
  const dormitoryOf = (each: weekRepo.Sleeper): string => bedOf(each.dormitory).dormitory
  if (by === 'woman') {
    const own = sleepers.find((each) => each.personId === id)
    return { by, id, dormitory: own ? dormitoryOf(own) : null, concerns: (womanId) => womanId === id }
  }
  if (by !== 'dormitory') return { by, id, dormitory: null, concerns: () => false }
  const wanted = fold(id ?? '')
  const here = new Set(sleepers.filter((each) => fold(dormitoryOf(each)) === wanted).map((each) => each.personId))
  return { by, id, dormitory: id ?? '', concerns: (womanId) => womanId !== null && here.has(womanId) }
}

async function sessionsOf(look: Look, range: Range, view: View, sleepers: readonly weekRepo.Sleeper[], hides: Hides) {
  const { by, id } = view
  const found = await sessionsRepo.listSessions(look.db, {
    ...range,
    ...(id && { room: { roomId: id }, instructor: { instructorId: id }, woman: { personId: id }, dormitory: {} }[by]),
  })
  const fromHere = by === 'dormitory' ? await countFrom(look, range, view, sleepers) : null
  const sessions = found.filter((session) => !fromHere || (fromHere.get(session.id) ?? 0) > 0)
  // Where the view is of women, a group of a sensitive axis would tell who goes to it.
  const ofWomen = by === 'woman' || by === 'dormitory'
  const cards: WeekSession[] = sessions.map((session) => ({
    ...toCard(session, ofWomen && hides.session(session)),
    fromHere: fromHere ? (fromHere.get(session.id) ?? 0) : null,
  }))
  const shown = new Set(sessions.map((session) => session.id))
  const unnamed = new Set(sessions.filter((session) => hides.session(session)).map((session) => session.id))
  // A session without its id is one that she who looks may not know beside a woman.
  const isNamed = ({ a, b }: ClashFacts): boolean =>
    [a, b].every((side) => (side.is !== 'session' || side.sessionId !== null) && !unnamed.has(side.sessionId ?? ''))
  const all = (await clashesBetween(look.db, range.from, range.until, hides)).filter(
    ({ a, b, kind, resourceId }) =>
      [a, b].some((side) => shown.has(side.sessionId ?? '')) ||
      (by === 'woman' && resourceId === id) ||
      (by === 'dormitory' && kind === 'woman'),
  )
  // In her own week only what concerns her; in a room's or an instructor's also the women who cannot be twice.
  const clashes =
    by === 'woman'
      ? all.filter((clash) => (clash.kind === 'woman' ? clash.resourceId === id : isNamed(clash)))
      : by === 'dormitory'
        ? all.filter((clash) => (clash.kind === 'woman' ? view.concerns(clash.resourceId) : isNamed(clash)))
        : all
  return { sessions: cards, clashes }
}

/** How many women of a dormitory go to each session of the week. */
async function countFrom(
  look: Look,
  range: Range,
  view: View,
  sleepers: readonly weekRepo.Sleeper[],
): Promise<ReadonlyMap<string, number>> {
  const here = new Set(sleepers.filter((each) => view.concerns(each.personId)).map((each) => each.personId))
  const counts = new Map<string, number>()
  for (const { sessionId, personId } of await weekRepo.listGoers(look.db, range))
    if (here.has(personId)) counts.set(sessionId, (counts.get(sessionId) ?? 0) + 1)
  return counts
}

/** Those of the dormitory shown; in the other views only those of the whole center. */
const routinesOf = (rows: readonly weekRepo.RoutineRow[], range: Range, view: View): WeekRoutine[] =>
  rows
    .filter((row) =>
      view.dormitory === null ? row.dormitories === null : namesDormitory(row.dormitories, view.dormitory),
    )
    .flatMap(({ validFrom, validUntil, weekday, ...row }) =>
      daysFromTo(range.from, range.until)
        .filter((day) => weekdayOf(day) === weekday && day >= validFrom && (validUntil === null || day <= validUntil))
        .map((day) => ({ ...row, day })),
    )

async function appointmentsOf(look: Look, range: Range, view: View): Promise<WeekAppointment[]> {
  const mayChildren = CHILDREN.includes(look.actor.role)
  const rows = await weekRepo.listAppointmentsOfWeek(look.db, range)
  return rows
    .filter((row) => (view.by === 'room' ? row.roomId !== null && row.roomId === view.id : view.concerns(row.womanId)))
    .map((row) => {
      const ofChild = row.childId !== null
      const told = !ofChild || mayChildren
      const name =
        row.surname1 === null ? null : listName({ ...row, surname1: row.surname1, givenNames: row.givenNames ?? '' })
      return {
        id: row.id,
        day: row.day,
        startsAt: row.startsAt,
        endsAt: row.endsAt,
        who: !told ? null : ofChild ? row.childName : view.by === 'woman' ? null : name,
        ofChild,
        place: told && row.outside === 0 ? row.place : null,
        outside: told && row.outside === 1,
      }
    })
}

async function outingsOf(look: Look, range: Range, view: View): Promise<WeekOuting[]> {
  if (!CHILDREN.includes(look.actor.role)) return []
  const rows = (await weekRepo.listOutingsOfWeek(look.db, range)).filter((row) => view.concerns(row.motherId))
  return rows.flatMap((row) =>
    daysFromTo(range.from, range.until)
      .filter((day) => row.leavesOn <= day && day <= row.returnsOn)
      .map((day) => {
        const { startsAt, endsAt } = outingOn(row, day)
        return { id: row.id, day, startsAt: startsAt ?? '00:00', endsAt, child: row.child }
      }),
  )
}
