/** Prints every paper of a month into a folder, by the same channels as the pages use. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { IssuedPaper } from '../../../shared/contract/paper'
import {
  addDays,
  daysFromTo,
  firstDayOf,
  lastDayOf,
  mondayOf,
  type CivilMonth,
} from '../../../shared/kernel/civil-date'
import type { Output } from '../../../shared/contract'
import { Refused, type Call } from './call'

/** Answers a line per kind of paper: how many, how many pages. */
export async function printAll(folder: string, call: Call, month: CivilMonth): Promise<readonly string[]> {
  const [first, last] = [firstDayOf(month), lastDayOf(month)]
  const weeks: IssuedPaper[] = []
  for (let monday = mondayOf(first); monday <= last; monday = addDays(monday, 7))
    weeks.push(...(await unlessEmpty(call('timetable.printWeek', { day: monday }))))
  const movements: IssuedPaper[] = []
  for (const day of daysFromTo(first, last))
    movements.push(...(await unlessEmpty(call('timetable.printMovements', { day }))))
  const rosters: IssuedPaper[] = []
  for (const edition of await call('attendance.editions', { month }))
    rosters.push(await call('attendance.printMonth', { id: edition.id, month }))
  const permissions: IssuedPaper[] = []
  for (const outing of await call('outings.list', { from: first, until: last }))
    permissions.push(await call('outings.permission', { id: outing.id }))
  const kinds = {
    'weekly timetables': weeks,
    'movement lists': movements,
    'month rosters': rosters,
    certificates: await issueAll(call),
    'outing permissions': permissions,
  }
  for (const papers of Object.values(kinds))
    for (const paper of papers) writeFileSync(join(folder, `${paper.folio}.pdf`), Buffer.from(paper.pdf, 'base64'))
  return Object.entries(kinds).map(
    ([kind, papers]) => `${papers.length} ${kind} (${papers.reduce((sum, paper) => sum + paper.pages, 0)} pages)`,
  )
}

/** Certificates of all who have earned one, edition by edition. */
async function issueAll(call: Call): Promise<IssuedPaper[]> {
  const papers: IssuedPaper[] = []
  const { years } = await call('certificates.editions', {})
  const editions: Output<'certificates.editions'>['editions'] = []
  for (const year of years) editions.push(...(await call('certificates.editions', { year })).editions)
  for (const edition of editions) {
    const { candidates } = await call('certificates.list', { editionId: edition.id })
    const personIds = candidates.filter((each) => each.state === 'earned').map((each) => each.personId)
    if (personIds.length === 0) continue
    const { issued } = await call('certificates.issue', { editionId: edition.id, personIds })
    for (const { id } of issued) papers.push(await call('certificates.paper', { id }))
  }
  return papers
}

/** A day or week without anything on it has no sheet; any other refusal ends the run. */
async function unlessEmpty(paper: Promise<IssuedPaper>): Promise<IssuedPaper[]> {
  try {
    return [await paper]
  } catch (error) {
    if (error instanceof Refused && error.message.includes('"nothing-to-print"')) return []
    throw error
  }
}
