/** Answers where the hours of a period went, and with what rows. */
import type { Input, Output } from '../../../shared/contract'
import type { HourEnd, HourRow, HourSplit } from '../../../shared/contract/hours.contract'
import { mondayOf, weekdayOf, type CivilDate } from '../../../shared/kernel/civil-date'
import { done, refuse, type Outcome } from '../../../shared/kernel/outcome'
import { inOrder, listName } from '../../../shared/kernel/text'
import { PAPER_LANGUAGE, wordsIn } from '../../../shared/i18n'
import { formatDayRange } from '../../../shared/i18n/format'
import { paperSteps, type PaperWish } from '../../platform/documents/paper-steps'
import type { Look } from '../../platform/seam/act'
import type { Tools } from '../../platform/tools'
import { isBehind, plannedHours, splitOf, splitsBy, type PlannedHours } from './hours.rules'
import { lostHoursPaper } from './lost-hours.pdf'
import * as repo from './hours.repo'

type Hours = PlannedHours<repo.NamedSession>

async function hoursOf(look: Look, span: repo.Span): Promise<readonly Hours[]> {
  const facts = {
    sessions: await repo.listSessions(look.db, span),
    onRoll: await repo.listOnRoll(look.db, span),
    off: await repo.listOff(look.db, span),
    marks: await repo.listMarks(look.db, span),
    doubts: await repo.listDoubts(look.db, span),
  }
  return plannedHours(facts, { day: look.today, time: look.time })
}

/** Totals of a period, by week, axis and weekday. Figures of all groups: they name nobody. */
export async function summary(
  look: Look,
  span: Input<'hours.summary'>,
): Promise<Outcome<Output<'hours.summary'>, never>> {
  const hours = await hoursOf(look, span)
  return done({
    total: splitOf(hours),
    weeks: splitsBy(hours, ({ day }) => mondayOf(day)).map(({ key, split }) => ({ monday: key, split })),
    axes: axesOf(hours),
    weekdays: splitsBy(hours, ({ day }) => weekdayOf(day)).map(({ key, split }) => ({ weekday: key, split })),
  })
}

function axesOf(hours: readonly Hours[]): Output<'hours.summary'>['axes'] {
  const known = new Map(hours.map(({ session }) => [session.axisId, session]))
  return splitsBy(hours, ({ axisId }) => axisId)
    .map(({ key, split }) => {
      const axis = known.get(key)
      return { axisId: key, name: axis?.axis ?? '', sensitive: axis?.sensitive ?? false, split }
    })
    .sort((a, b) => inOrder(a.name, b.name))
}

/** More rows than anybody reads: the figure's parts have fewer. */
const MOST_ROWS = 1000

/** The rows behind a figure, sensitive groups as counts. */
export const rows = (look: Look, input: Input<'hours.rows'>) => rowsBehind(look, input, false)

/** The rows behind a figure with the women of all groups; the seam writes the look down. */
export const sensitiveRows = (look: Look, input: Input<'hours.sensitiveRows'>) => rowsBehind(look, input, true)

async function rowsBehind(
  look: Look,
  input: Input<'hours.rows'>,
  all: boolean,
): Promise<Outcome<Output<'hours.rows'>, never>> {
  const behind = (await hoursOf(look, input)).filter((each) => isBehind(each, input))
  const open = behind.filter(({ session }) => all || !session.sensitive)
  const shown = open.slice(0, MOST_ROWS)
  const names = await repo.namesOf(look.db, [...new Set(shown.map((each) => each.personId))])
  return done({
    rows: shown.map((each) => toRow(each, names)),
    count: open.length,
    minutes: open.reduce((sum, each) => sum + each.minutes, 0),
    reserved: reservedOf(behind.filter(({ session }) => !all && session.sensitive)),
  })
}

function toRow(
  { session, personId, minutes, cell, reason, end }: Hours,
  names: Awaited<ReturnType<typeof repo.namesOf>>,
): HourRow {
  const name = names.get(personId)
  const { id, axis, title, day, startsAt, endsAt, cancelledCause } = session
  const woman = name ? listName(name) : ''
  return {
    sessionId: id,
    personId,
    woman,
    axis,
    title,
    day,
    startsAt,
    endsAt,
    minutes,
    end,
    cell,
    reason,
    cancelledCause,
  }
}

function reservedOf(hours: readonly Hours[]): Output<'hours.rows'>['reserved'] {
  const groups = new Map<string, { axis: string; end: HourEnd; count: number; minutes: number }>()
  for (const { session, end, minutes } of hours) {
    const key = `${session.axisId} ${end}`
    const group = groups.get(key) ?? { axis: session.axis, end, count: 0, minutes: 0 }
    groups.set(key, { ...group, count: group.count + 1, minutes: group.minutes + minutes })
  }
  return [...groups.values()]
}

/** The steps that print the lost hours of a period. */
export const printLost = (tools: Tools) =>
  paperSteps(lostHoursPaper, tools.render, (input: Input<'hours.printLost'>, look) => wishLost(look, input))

async function wishLost(
  look: Look,
  span: { from: CivilDate; until: CivilDate },
): Promise<Outcome<PaperWish, 'nothing-to-print'>> {
  const found = await summary(look, span)
  if (!found.ok || found.value.total.planned === 0) return refuse('nothing-to-print')
  const { total, weeks, axes } = found.value
  const words = wordsIn(PAPER_LANGUAGE)
  const title = `${words('paper.hours.lost')} · ${formatDayRange(span.from, span.until, PAPER_LANGUAGE)}`
  const named = axes.map(({ name, split }): { name: string; split: HourSplit } => ({ name, split }))
  return done({ title, subjectId: null, facts: { ...span, total, weeks, axes: named } })
}
