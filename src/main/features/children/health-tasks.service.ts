/**
 * What health and the childcare room ask somebody to decide. A task says that a child's file is to be looked at, and what
 * for; never a result: the list of tasks is read without a trace, the file is not.
 */
import type { DueChild, ScreeningPrompt } from '../../../shared/contract/child-health-facts'
import type { Task } from '../../../shared/contract/tasks.contract'
import { addDays, type CivilDate } from '../../../shared/kernel/civil-date'
import { CHILDREN } from '../../../shared/kernel/roles'
import { listName } from '../../../shared/kernel/text'
import type { Look } from '../../platform/seam/act'
import { settingsOn } from '../../platform/settings/settings'
import { isLeftIn } from './room.rules'
import { promptsOf } from './screening.rules'
import { dueChildren } from './vaccines.service'
import * as repo from './health.repo'
import * as rooms from './room.repo'
import { listScreenings } from './screening.repo'

/** All that stands now; nothing for roles that do not read children's files. */
export async function healthTasks(look: Look): Promise<Task[]> {
  if (!CHILDREN.includes(look.actor.role)) return []
  return [...(await roomTasks(look)), ...(await cardTasks(look)), ...(await screeningTasks(look))]
}

/** Children still in the room when they should not be. */
async function roomTasks(look: Look): Promise<Task[]> {
  const open = await rooms.listStays(look.db, { openOnly: true })
  if (open.length === 0) return []
  const lastEnds =
    (await rooms.listCared(look.db, look.today))
      .map((each) => each.until)
      .sort()
      .at(-1) ?? null
  const children = await rooms.listRoomChildren(look.db, look.today)
  return open
    .filter((stay) => isLeftIn(stay, look, lastEnds))
    .flatMap((stay): Task[] => {
      const child = children.find((each) => each.id === stay.childId)
      if (!child) return []
      return [
        {
          kind: 'children-room-left',
          key: `children-room-left:${stay.id}`,
          path: '/children/room',
          dueOn: stay.day,
          facts: { name: listName(child), day: stay.day, time: stay.inAt },
        },
      ]
    })
}

/** Doses and check-ups that are overdue: one task for a child, asked again when another becomes overdue. */
async function cardTasks(look: Look): Promise<Task[]> {
  const children = await dueChildren(look)
  return [...blankTask(children), ...children.filter((child) => !child.blank).flatMap(overdueTask)]
}

/** While cards are not written down nobody knows what is overdue: one task for all of them. */
function blankTask(children: readonly DueChild[]): Task[] {
  const blank = children.filter((child) => child.blank && child.doses.length > 0)
  if (blank.length === 0) return []
  const facts = { count: blank.length }
  const key = `children-cards-blank:${String(blank.length)}`
  return [{ kind: 'children-cards-blank', key, path: '/children/vaccines', dueOn: null, facts }]
}

function overdueTask(child: DueChild): Task[] {
  const days = [...child.doses, ...child.checks]
    .flatMap(({ state, until }) => (state === 'overdue' && until ? [until] : []))
    .sort()
  const last = days.at(-1)
  if (!last) return []
  return [
    {
      kind: 'children-card',
      key: `children-card:${child.childId}:${String(days.length)}:${last}`,
      path: `/children/${child.childId}/health`,
      dueOn: last,
      facts: { name: listName(child), count: days.length },
    },
  ]
}

/** Days before it is due on which a screening becomes a task. */
const AHEAD_DAYS = 14

async function screeningTasks(look: Look): Promise<Task[]> {
  const { screeningRetestDays: retestDays, referralAnswerDays: answerDays } = await settingsOn(look.db, look.today)
  const screenings = await listScreenings(look.db)
  return (await repo.listHealthChildren(look.db, { livingHereOn: look.today })).flatMap((child) =>
    promptsOf(
      child,
      screenings.filter((each) => each.childId === child.id),
      look.today,
      { retestDays, answerDays },
    )
      .filter((prompt) => isNear(prompt, look.today))
      .map((prompt) => ({
        kind: TASKS[prompt.kind],
        key: `${TASKS[prompt.kind]}:${prompt.screeningId ?? `${child.id}:${String(prompt.group)}`}`,
        path: `/children/${child.id}/health`,
        dueOn: prompt.dueOn,
        facts: { name: listName(child), day: prompt.dueOn },
      })),
  )
}

const isNear = ({ dueOn }: ScreeningPrompt, today: CivilDate): boolean => dueOn <= addDays(today, AHEAD_DAYS)

/** Yellow and red are not told apart here. */
const TASKS: Readonly<Record<ScreeningPrompt['kind'], string>> = {
  group: 'children-screening-due',
  retest: 'children-screening-again',
  refer: 'children-screening-again',
  answer: 'children-referral-open',
}
