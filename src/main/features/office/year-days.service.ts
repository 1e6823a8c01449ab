/** The holidays of a year: what law and custom propose, and the chosen ones written down in one act that can be undone. */
import type { Input } from '../../../shared/contract'
import type { YearDay } from '../../../shared/contract/calendar.contract'
import { PAPER_LANGUAGE, wordsIn } from '../../../shared/i18n'
import { formatShortDay } from '../../../shared/i18n/format'
import { done, refuse, type Outcome } from '../../../shared/kernel/outcome'
import { fold } from '../../../shared/kernel/text'
import { inBatch } from '../../platform/batches/batches'
import type { Act, Look } from '../../platform/seam/act'
import { changeOfDay } from '../timetable'
import { customaryDays, statutoryHolidays } from './holidays.rules'
import { listSpecialDays, type SpecialDay, type SpecialDayRow } from './special-days.repo'
import { writeDown } from './special-days.service'

type Proposed = Pick<YearDay, 'key' | 'day' | 'title' | 'statutory' | 'of'>

/** Titles are the calendar's own and so in the language of the papers. */
function proposedDays(year: number): Proposed[] {
  const words = wordsIn(PAPER_LANGUAGE)
  const named = (key: string, of: string | null): string =>
    of
      ? words('office.holiday.moved', { name: words(`office.holiday.${key}`), day: formatShortDay(of, PAPER_LANGUAGE) })
      : words(`office.holiday.${key}`)
  const statutory = statutoryHolidays(year).map((each) => ({
    ...each,
    title: named(each.key, each.of),
    statutory: true,
  }))
  const customary = customaryDays(year).map((each) => ({
    ...each,
    title: named(each.key, null),
    statutory: false,
    of: null,
  }))
  return [...statutory, ...customary].toSorted((a, b) => (a.day < b.day ? -1 : 1))
}

/** A customary day warns; whoever wants more of it changes it. */
const toSpecialDay = (each: Proposed): SpecialDay => ({
  day: each.day,
  title: each.title,
  kind: each.statutory ? 'holiday' : 'event',
  dormitories: null,
  startsAt: null,
  endsAt: null,
  effect: null,
})

const stands = (each: Proposed, there: readonly SpecialDayRow[]): SpecialDayRow | undefined =>
  there.find(
    (special) =>
      special.day === each.day &&
      ((each.statutory && special.kind === 'holiday') || fold(special.title) === fold(each.title)),
  )

export async function daysOfYear(look: Look, input: Input<'office.daysOfYear'>) {
  const there = await listSpecialDays(look.db, `${input.year}-01-01`, `${input.year}-12-31`)
  const days: YearDay[] = []
  for (const each of proposedDays(input.year)) {
    const before = there.filter((special) => special.day === each.day)
    const { changes } = await changeOfDay(look.db, each.day, before, [
      ...before,
      { ...toSpecialDay(each), id: each.key },
    ])
    const cancels = changes.filter(({ after }) => after.specialDayId === each.key).length
    days.push({ ...each, standsAs: stands(each, there)?.title ?? null, cancels })
  }
  return done(days)
}

/** One batch: undoing it takes the days away and puts every session back as it was. */
export async function addDaysOfYear(act: Act, input: Input<'office.addDaysOfYear'>) {
  const there = await listSpecialDays(act.db, `${input.year}-01-01`, `${input.year}-12-31`)
  const chosen = proposedDays(input.year).filter((each) => input.keys.includes(each.key))
  const taken = chosen.find((each) => stands(each, there))
  if (taken) return refuse('same-special-day', { title: taken.title })
  const title = wordsIn(PAPER_LANGUAGE)('office.holiday.batch', { year: String(input.year), count: chosen.length })
  const made = await inBatch(act, { kind: 'calendar-year', title }, ['special_day', 'session'], async () => {
    let cancelled = 0
    for (const each of chosen) cancelled += (await writeDown(act, toSpecialDay(each))).cancelled
    return all({ added: chosen.length, cancelled })
  })
  return made.ok ? done({ batchId: made.value.batchId, ...made.value.result }) : made
}

/** An outcome that is never a refusal. */
const all = <T>(value: T): Outcome<T, never> => done(value)
