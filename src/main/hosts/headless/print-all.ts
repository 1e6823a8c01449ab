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

/** Two people, since who signs off the result of a certificate does not issue it. */
export interface Desks {
  readonly direction: Call
  readonly coordination: Call
}

/** Answers a line per kind of paper: how many, how many pages. */
export async function printAll(folder: string, desks: Desks, month: CivilMonth): Promise<readonly string[]> {
  const call = desks.direction
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
    certificates: await issueAll(desks),
    'outing permissions': permissions,
  }
  for (const papers of Object.values(kinds))
    for (const paper of papers) writeFileSync(join(folder, `${paper.folio}.pdf`), Buffer.from(paper.pdf, 'base64'))
  return Object.entries(kinds).map(
    ([kind, papers]) => `${papers.length} ${kind} (${papers.reduce((sum, paper) => sum + paper.pages, 0)} pages)`,
  )
}

/** Certificates of all who have earned one, edition by edition: prepared and signed off by one, issued by the other. */
async function issueAll({ direction, coordination }: Desks): Promise<IssuedPaper[]> {
  const papers: IssuedPaper[] = []
  const { years } = await direction('certificates.editions', {})
  const editions: Output<'certificates.editions'>['editions'] = []
  for (const year of years) editions.push(...(await direction('certificates.editions', { year })).editions)
  for (const { id: editionId, earned } of editions) {
    if (earned === 0) continue
    await coordination('certificates.prepare', { editionId, personIds: null })
    // Nobody can be asked in a demonstration: the name of the record is printed.
    for (const { personId, nameKind } of (await coordination('certificates.steps', { editionId })).drafts)
      if (nameKind === null) await coordination('certificates.setName', { personId, kind: 'legal' })
    const { drafts } = await coordination('certificates.steps', { editionId })
    await coordination('certificates.signOff', {
      editionId,
      drafts: drafts.map(({ id, version }) => ({ id, version })),
    })
    const personIds = drafts.map((draft) => draft.personId)
    const { issued } = await direction('certificates.issue', { editionId, personIds })
    for (const { id } of issued) papers.push(await direction('certificates.paper', { id }))
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
