/** `report.json`: what the app found in the month, in the shape of the demo month's `expected.json`. */
import { readdirSync } from 'node:fs'
import { monthReport } from '../../features/attendance'
import { decisions, type DecidedCertificate } from '../../features/certificates'
import { childrenOn } from '../../features/children'
import { outingsReport } from '../../features/outings'
import { weeklyClashes } from '../../features/timetable'
import { longMonth } from '../../../shared/i18n/format'
import { firstDayOf, lastDayOf, type CivilDate, type CivilMonth } from '../../../shared/kernel/civil-date'
import type { Office } from '../../app/office'
import { Refused, type Call } from './call'
import type { Imported } from './import-all'

/** Marks as the spreadsheets write them (LEEME.md of the demo month). */
const MARKS = ['A', 'R', 'F', 'JM', 'JA', 'JV', 'JH', 'C', 'S']
const ATTENDED = ['A', 'R']
const COUNTED = ['A', 'R', 'F']

/** The last month that a roll of the folder is named after (`asistencia-2026-10.xlsx`). */
export function monthIn(folder: string): CivilMonth {
  const months = readdirSync(folder)
    .map((name) => /(\d{4}-(?:0[1-9]|1[0-2]))\.xlsx$/.exec(name)?.[1])
    .filter((month): month is string => month !== undefined)
    .sort()
  const last = months.at(-1)
  if (!last) throw new Refused(`No file in ${folder} names its month, as asistencia-2026-10.xlsx does.`)
  return last
}

/** Everything that was found, over all slices. */
export async function reportOf(office: Office, call: Call, month: CivilMonth, imported: Imported): Promise<unknown> {
  const [first, last] = [firstDayOf(month), lastDayOf(month)]
  const look = office.look()
  const name = longMonth(Number(month.slice(5)), 'en').toLowerCase()
  const marks = await monthReport(look, month)
  const { ageLimitMonths: limit } = await call('office.settings', {})
  return {
    rules: {
      attended: ATTENDED,
      denominator: COUNTED,
      not_in_denominator: MARKS.filter((mark) => !COUNTED.includes(mark)),
    },
    women: await women(call, name, first, last),
    editions: inSheetOrder(marks.editions, imported).map((each) => ({
      code: each.code,
      title: each.title,
      enrolled: each.enrolled,
      [`sessions_${name}`]: each.sessions,
      [`cancelled_${name}`]: each.cancelled,
      [`marks_${name}`]: each.marks,
    })),
    certificates: certificatesOf(await decisions(look, last)),
    unmarked_sessions: marks.unmarkedSessions,
    unknown_marks: marks.unknownMarks,
    clashes: await weeklyClashes(look.db, first, last),
    children: childrenOf(await childrenOn(look.db, last), limit, last),
    outings: await outingsReport(look, last),
    import: importFigures(imported),
    not_on_the_list: marks.notOnTheList.map(({ edition, name: written }) => ({ edition, name: written })),
    waiting: (await call('places.waiting', {})).waits.length,
  }
}

/** Editions in the order of the office's own sheet of workshops. */
function inSheetOrder<T extends { readonly code: string }>(editions: readonly T[], imported: Imported): readonly T[] {
  const sheets = [...imported.dryRuns.values()]
    .flatMap((run) => run.sheets)
    .filter((sheet) => sheet.kind === 'programs')
  const labels = sheets.flatMap((sheet) => sheet.rows.map((row) => row.label))
  const place = ({ code }: T): number => labels.findIndex((label) => label.includes(code))
  return [...editions].sort((a, b) => place(a) - place(b))
}

const certificatesOf = (decided: readonly DecidedCertificate[]) => ({
  decided: decided.map(({ edition, file, attended, counted, evaluation, eligible, left }) => ({
    edition,
    file,
    attended,
    counted,
    evaluation,
    eligible,
    left,
  })),
  eligible: decided.filter((each) => each.eligible).length,
})

const childrenOf = (found: Awaited<ReturnType<typeof childrenOn>>, limit: number, day: CivilDate) => ({
  count: found.count,
  [`over_${limit}_months_on_${day.replaceAll('-', '_')}`]: found.over,
  [`reach_${limit}_months_within_6_months`]: found.soon,
  approximate_birth_date: found.approximate,
})

/** Who is registered, whose CURP contradicts itself, who has none, who left in the month. */
async function women(call: Call, name: string, first: CivilDate, last: CivilDate): Promise<unknown> {
  const { rows } = await call('people.list', { presence: 'all', limit: 5000 })
  const records = await Promise.all(rows.map((row) => call('people.get', { id: row.id })))
  const left = rows.filter((row) => row.leftOn !== null && row.leftOn >= first && row.leftOn <= last)
  return {
    distinct: rows.length,
    curp_invalid: records
      .filter((each) => each.curpWarnings.some(isInvalid))
      .map((each) => each.facts.fileNumber)
      .sort(),
    without_curp: records.filter((each) => each.facts.curp === null).length,
    [`left_in_${name}`]: left.map((row) => row.fileNumber).sort(),
  }
}

/** A CURP wrong in itself, whoever bears it; one that only disagrees with a name may be the civil registry's slip. */
const isInvalid = (warning: string): boolean => ['curp-pattern', 'curp-date', 'curp-check-digit'].includes(warning)

/** The register as it was read: its rows, those that stood twice, those that cannot be a person. */
function importFigures(imported: Imported): unknown {
  const sheets = [...imported.dryRuns.values()].flatMap((run) => run.sheets).filter((sheet) => sheet.kind === 'people')
  const rows = sheets.flatMap((sheet) => sheet.rows)
  const duplicates = rows.flatMap((row) => row.reasons.filter((reason) => reason.code === 'duplicate-in-file'))
  return {
    padron_rows: rows.length,
    duplicate_rows: duplicates.map((reason) => reason.facts['file'] ?? ''),
    rejected_rows: rows.filter((row) => row.level === 'rejected').length,
  }
}
