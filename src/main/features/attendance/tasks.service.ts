/** What attendance asks somebody to decide: women without a name on the list, absences, rolls that are late, tools. */
import type { Task } from '../../../shared/contract/tasks.contract'
import { addDays, mondayOf } from '../../../shared/kernel/civil-date'
import { listName } from '../../../shared/kernel/text'
import type { Look } from '../../platform/seam/act'
import { settingsOn } from '../../platform/settings/settings'
import { tally } from './attendance.rules'
import { doubts, hiddenEditions, pending } from './attendance.service'
import { absencesInARow, canStillReach } from './follow-up.rules'
import { dueSamples } from './samples.service'
import * as dayRepo from './day.repo'
import * as followRepo from './follow-up.repo'
import * as toolRepo from './tools.repo'

/** All that stands now and she who looks may know. */
export async function attendanceTasks(look: Look): Promise<readonly Task[]> {
  return [
    ...(await unlistedTasks(look)),
    ...(await overdueTasks(look)),
    ...(await absenceTasks(look)),
    ...(await toolTasks(look)),
    ...(await sampleTasks(look)),
    ...(await otherTasks(look)),
  ]
}

/** Women written below a list: to be named before the day closes. */
async function unlistedTasks(look: Look): Promise<Task[]> {
  const found = await doubts(look)
  if (!found.ok) return []
  return found.value.unlisted.map((each) => ({
    kind: 'attendance-unlisted',
    key: `attendance-unlisted:${each.id}`,
    path: '/attendance/doubts',
    dueOn: each.day,
    facts: { name: each.name, title: each.title, day: each.day },
  }))
}

/** Rolls that have waited longer than the center allows, by instructor. */
async function overdueTasks(look: Look): Promise<Task[]> {
  const found = await pending(look)
  if (!found.ok) return []
  const late = found.value.filter((row) => row.overdue)
  const { rollOverdueDays } = await settingsOn(look.db, look.today)
  return [...new Set(late.map((row) => row.instructor))].map((instructor) => {
    const theirs = late.filter((row) => row.instructor === instructor).sort((a, b) => (a.day < b.day ? -1 : 1))
    const [oldest] = theirs
    const day = oldest?.day ?? look.today
    return {
      kind: 'attendance-rolls-overdue',
      key: `attendance-rolls-overdue:${instructor}:${theirs.at(-1)?.day ?? ''}`,
      // Straight to the sheet that has waited longest.
      path: oldest ? `/attendance/rolls/${oldest.id}` : '/attendance/pending',
      dueOn: addDays(day, rollOverdueDays),
      facts: { instructor, count: theirs.length, day },
    }
  })
}

/** Absences in a row, and rates that coming to every session left would no longer bring to the minimum. */
async function absenceTasks(look: Look): Promise<Task[]> {
  const { absencesInARow: limit } = await settingsOn(look.db, look.today)
  const hidden = await hiddenEditions(look)
  const followed = (await followRepo.listFollowed(look.db, look.today)).filter((each) => !hidden.has(each.editionId))
  return followed.flatMap((woman): Task[] => {
    const row = absencesInARow(woman.marks)
    const { attended, counted } = tally(woman.marks)
    const { title, left, minRatePercent: minimum } = woman
    const about = { name: listName(woman), title }
    const at = { path: `/places/editions/${woman.editionId}`, dueOn: null }
    const key = `${woman.editionId}:${woman.personId}`
    const absences: Task = {
      ...at,
      kind: 'attendance-absences',
      key: `attendance-absences:${key}:${String(row)}`,
      facts: { ...about, count: row },
    }
    const outOfReach: Task = {
      ...at,
      kind: 'attendance-out-of-reach',
      key: `attendance-out-of-reach:${key}`,
      facts: { ...about, attended, counted, left, minimum },
    }
    return [
      ...(row >= limit ? [absences] : []),
      ...(canStillReach({ attended, counted }, left, minimum) ? [] : [outOfReach]),
    ]
  })
}

const TOOLS_BACK = 30

async function toolTasks(look: Look): Promise<Task[]> {
  const differs = (await toolRepo.listOpenDifferences(look.db)).map((each): Task => ({
    kind: 'attendance-tools-differ',
    key: `attendance-tools-differ:${each.sessionId}`,
    path: `/attendance/rolls/${each.sessionId}`,
    dueOn: each.day,
    facts: { title: each.title, day: each.day, told: each.told ?? '' },
  }))
  const out = await toolRepo.listUncounted(look.db, addDays(look.today, -TOOLS_BACK), look.today)
  return [
    ...differs,
    ...out.map((each): Task => ({
      kind: 'attendance-tools-out',
      key: `attendance-tools-out:${each.sessionId}`,
      path: `/attendance/rolls/${each.sessionId}`,
      dueOn: each.day,
      facts: { title: each.title, day: each.day },
    })),
  ]
}

/** Sheets to be read a second time: not shown to her who keyed them. */
async function sampleTasks(look: Look): Promise<Task[]> {
  const due = await dueSamples(look)
  return due
    .filter((sheet) => sheet.keyedById === null || sheet.keyedById !== look.actor.id)
    .map((sheet) => ({
      kind: 'attendance-sample',
      key: `attendance-sample:${sheet.sessionId}`,
      path: '/attendance/samples',
      dueOn: null,
      facts: { folio: sheet.folio, title: sheet.title, day: sheet.day },
    }))
}

/** Last week's marks whose reason is in words alone: read once a week, in case the table lacks one. */
async function otherTasks(look: Look): Promise<Task[]> {
  const monday = addDays(mondayOf(look.today), -7)
  const hidden = await hiddenEditions(look)
  const rows = (await dayRepo.listOthers(look.db, monday, addDays(monday, 6))).filter(
    (row) => !hidden.has(row.editionId),
  )
  if (rows.length === 0) return []
  return [
    {
      kind: 'attendance-others',
      key: `attendance-others:${monday}`,
      path: '/attendance/reasons',
      dueOn: addDays(monday, 13),
      facts: { count: rows.length, day: monday },
    },
  ]
}
