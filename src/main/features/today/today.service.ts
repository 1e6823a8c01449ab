/** What is today, gathered from the slices that know it, and only what the role may see. */
import type { Output } from '../../../shared/contract'
import type { TodaySession } from '../../../shared/contract/today.contract'
import { addDays, mondayOf } from '../../../shared/kernel/civil-date'
import { done, type Outcome } from '../../../shared/kernel/outcome'
import { CHILDREN } from '../../../shared/kernel/roles'
import type { Look } from '../../platform/seam/act'
import { doubts, pending } from '../attendance'
import { childrenOn } from '../children'
import { outingsOfDay } from '../outings'
import { countOpen } from '../tasks'
import { clashesOfPeriod, dayOfTimetable } from '../timetable'
import { listOutside } from './emergency.repo'
import { byLoudness, rollState } from './today.rules'

type Overview = Output<'today.overview'>

/** The answer of another slice's read that has no refusals of its own for these inputs. */
function valueOf<Value>(outcome: Outcome<Value>): Value {
  if (outcome.ok) return outcome.value
  throw new Error(`A read of today was refused: ${JSON.stringify(outcome.refusals)}`)
}

export async function overview(look: Look): Promise<Outcome<Overview, never>> {
  const monday = mondayOf(look.today)
  const day = valueOf(await dayOfTimetable(look, { day: look.today }))
  const clashes = valueOf(await clashesOfPeriod(look, { from: monday, until: addDays(monday, 6) }))
  const doubtful = valueOf(await doubts(look))
  return done({
    today: look.today,
    time: look.time,
    monday,
    specialDays: day.specialDays.map(({ title, kind, dormitories, startsAt, endsAt }) => ({
      title,
      kind,
      dormitories,
      startsAt,
      endsAt,
    })),
    sessions: day.sessions.map((session) => toSession(session, look)),
    rolls: await missingRolls(look),
    // Those that cannot be; what is only to be decided stands on the page of clashes.
    clashes: clashes.filter((clash) => clash.level === 'block').length,
    doubtfulMarks: doubtful.doubts.length,
    unlisted: doubtful.unlisted.length,
    tasks: await countOpen(look),
    ...(await ofChildren(look)),
  })
}

function toSession(session: Output<'timetable.day'>['sessions'][number], look: Look): TodaySession {
  const { id, editionId, title, room, instructor, startsAt, endsAt, places, marks } = session
  const cancelled = session.cancelledCause !== null
  return {
    id,
    editionId,
    title,
    room,
    instructor,
    startsAt,
    endsAt,
    places,
    marks,
    roll: rollState({ cancelled, endsAt, places, marks }, look.time),
  }
}

/** Rolls that are missing from days before today; today's own stand in the list of sessions. */
async function missingRolls(look: Look): Promise<Overview['rolls']> {
  const waiting = valueOf(await pending(look)).filter((session) => session.day < look.today)
  const [oldest] = [...waiting].sort((a, b) => b.daysWaiting - a.daysWaiting)
  return {
    count: waiting.length,
    oldest: oldest
      ? { sessionId: oldest.id, day: oldest.day, title: oldest.title, daysWaiting: oldest.daysWaiting }
      : null,
  }
}

/** The children's part: for their roles only. */
async function ofChildren(look: Look): Promise<Pick<Overview, 'outings' | 'children'>> {
  if (!CHILDREN.includes(look.actor.role)) return { outings: null, children: null }
  const { over, soon } = await childrenOn(look.db, look.today)
  const { rows } = await outingsOfDay(look)
  // Of whoever is outside, the number to call.
  const phones = new Map((await listOutside(look.db)).map((each) => [each.outingId, each.planPhone ?? each.adultPhone]))
  const outings = rows.map((row) => ({ ...row, phone: phones.get(row.id) ?? null }))
  return { outings: outings.sort(byLoudness), children: { over: over.length, soon: soon.length } }
}
