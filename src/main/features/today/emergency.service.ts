/** Who should be where now: facts of this minute, then the rule; the same list on page and paper. */
import type { EmergencyList } from '../../../shared/contract/emergency.contract'
import { minutesOf, type CivilDate, type ClockTime } from '../../../shared/kernel/civil-date'
import { done, type Outcome } from '../../../shared/kernel/outcome'
import { CHILDREN } from '../../../shared/kernel/roles'
import { PAPER_LANGUAGE, wordsIn } from '../../../shared/i18n'
import { formatDay } from '../../../shared/i18n/format'
import { paperSteps, type PaperWish } from '../../platform/documents/paper-steps'
import type { Look } from '../../platform/seam/act'
import { settingsOn } from '../../platform/settings/settings'
import type { Tools } from '../../platform/tools'
import { bedOf } from '../timetable'
import { emergencyPaper } from './emergency.pdf'
import { emergencyOf } from './emergency.rules'
import { listRoomToday } from './childcare.repo'
import * as repo from './emergency.repo'

/** The emergency list of this minute; children by name only for the roles that read their files. */
export async function emergency(look: Look): Promise<Outcome<EmergencyList, never>> {
  return done(await listNow(look))
}

async function listNow(look: Look): Promise<EmergencyList> {
  const now = { day: look.today, time: look.time }
  const women = await repo.listWomenHere(look.db, now.day)
  const outside = await repo.listOutside(look.db)
  const facts = {
    ...now,
    dormitoryWord: await repo.findDormitoryWord(look.db),
    women: women.map(({ dormitory, ...woman }) => ({
      ...woman,
      bed: dormitory,
      dormitory: bedOf(dormitory).dormitory,
    })),
    running: await repo.listRunning(look.db, now),
    expected: await repo.listExpected(look.db, now),
    away: await repo.listAway(look.db, now.day),
    called: await calledNow(look, now),
    children: await repo.listChildrenHere(look.db, now.day),
    room: await listRoomToday(look.db, now.day),
    outside: outside.map(({ tookName, adultName, planPhone, adultPhone, ...child }) => ({
      ...child,
      adult: tookName ?? adultName,
      phone: planPhone ?? adultPhone,
    })),
  }
  return emergencyOf(facts, CHILDREN.includes(look.actor.role))
}

/** Who is called away at this minute; one whose end nobody knows lasts as long as the center's rules say. */
async function calledNow(look: Look, now: { day: CivilDate; time: ClockTime }) {
  const { appointmentMinutes } = await settingsOn(look.db, now.day)
  const minutes = minutesOf(now.time)
  return (await repo.listAppointments(look.db, now))
    .filter(({ startsAt, endsAt }) => minutes < (endsAt ? minutesOf(endsAt) : minutesOf(startsAt) + appointmentMinutes))
    .map(({ personId, outside, room, place }) => ({
      personId,
      place: outside === 1 ? null : (room ?? place ?? wordsIn(PAPER_LANGUAGE)('today.emergency.calledPlace')),
    }))
}

/** The steps that print it. */
export const printEmergency = (tools: Tools) =>
  paperSteps(
    emergencyPaper,
    tools.render,
    async (_input: Record<string, never>, look): Promise<Outcome<PaperWish, never>> => {
      const list = await listNow(look)
      const words = wordsIn(PAPER_LANGUAGE)
      const title = `${words('paper.today.emergency')} · ${formatDay(list.day, PAPER_LANGUAGE)}, ${list.time}`
      return done({ title, subjectId: null, facts: { list } })
    },
  )
