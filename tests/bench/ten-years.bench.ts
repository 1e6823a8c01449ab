/** What a page waits for after ten years of work: every list and every search, through the seam, in main. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ChannelName, Input } from '../../src/shared/contract'
import { openTestOffice, type TestOffice } from '../factories/office'
import { idOf, layOutTenYears } from '../factories/ten-years'

/** Milliseconds that a list or a search may take (issue 3, "Must show"). */
const BUDGET = 100
const ROUNDS = 5

let it: TestOffice
beforeAll(async () => {
  const first = await openTestOffice()
  await first.office.close()
  await layOutTenYears(first.folder)
  it = await openTestOffice({ folder: first.folder })
}, 300_000)
afterAll(() => it.close())

const DAY = '2026-10-28'
const MONTH = '2026-10'
/** File numbers of everybody here, as pasted from a spreadsheet. */
const FILES = Array.from({ length: 240 }, (_, i) => `DEM-${String(1760 + i).padStart(6, '0')}`).join('\n')
const reads: readonly { readonly [Name in ChannelName]: readonly [Name, Input<Name>] }[ChannelName][] = [
  ['people.list', {}],
  ['people.list', { search: 'ñáñe', presence: 'all' }],
  ['people.get', { id: idOf('person', 1900) }],
  [
    'people.lookalikes',
    { fileNumber: '', surname1: 'Nunez', surname2: 'Ortega', givenNames: 'Ma. Luisa', birthDate: null },
  ],
  ['programs.editions', {}],
  ['programs.edition', { id: idOf('edition', 598) }],
  ['programs.roster', { id: idOf('edition', 598) }],
  ['timetable.week', { day: DAY, by: 'room' }],
  ['timetable.week', { day: DAY, by: 'woman', id: idOf('person', 1900) }],
  ['timetable.day', { day: DAY }],
  ['timetable.clashes', { from: '2026-10-26', until: '2026-11-01' }],
  ['timetable.session', { id: idOf('session', 59_820) }],
  ['attendance.editions', { month: MONTH }],
  ['attendance.pending', {}],
  ['attendance.roll', { id: idOf('session', 59_805) }],
  ['attendance.month', { id: idOf('edition', 598), month: MONTH }],
  ['certificates.editions', {}],
  ['hours.summary', { from: '2026-10-01', until: '2026-10-31' }],
  ['people.life', { id: idOf('person', 1900) }],
  ['people.stay', { id: idOf('person', 1900) }],
  ['people.previewLeaving', { id: idOf('person', 1900), leftOn: DAY }],
  ['people.keepApart', {}],
  ['programs.workshops', {}],
  ['programs.workshop', { id: idOf('workshop', 3) }],
  ['programs.instruction', { from: '2026-01-01', until: '2026-12-31', by: 'instructor' }],
  ['programs.closing', { id: idOf('edition', 598) }],
  ['places.ofEdition', { id: idOf('edition', 598) }],
  ['places.ofPerson', { id: idOf('person', 1900) }],
  ['places.candidates', { editionId: idOf('edition', 598) }],
  ['places.candidates', { editionId: idOf('edition', 598), search: 'ñáñe' }],
  ['places.checkList', { editionId: idOf('edition', 598), openedOn: DAY, text: FILES }],
  ['places.waiting', {}],
  ['places.proposal', { editionId: idOf('edition', 598) }],
  ['places.neverServed', {}],
  ['places.offers', {}],
  ['timetable.appointments', { from: '2026-10-01', until: '2026-10-31' }],
  ['timetable.previewMove', { id: idOf('session', 59_825), day: DAY, startsAt: '09:00', endsAt: '11:00' }],
  ['attendance.day', { day: DAY }],
  ['attendance.samples', {}],
  ['office.calendar', { from: '2026-01-01', until: '2026-12-31' }],
  ['children.list', {}],
  ['outings.list', { from: '2026-10-01', until: '2026-10-31' }],
  ['certificates.list', { editionId: idOf('edition', 598) }],
  ['certificates.steps', { editionId: idOf('edition', 598) }],
  ['certificates.decisions', { editionId: idOf('edition', 598) }],
  ['certificates.results', { editionId: idOf('edition', 598) }],
  ['certificates.held', { editionId: idOf('edition', 598) }],
  ['certificates.undelivered', {}],
  ['certificates.expiring', { days: 90 }],
  ['certificates.forms', {}],
  ['certificates.letters', {}],
  ['certificates.find', { text: 'ñáñe' }],
  ['certificates.verifyLedger', {}],
  ['certificates.statements', { personId: idOf('person', 1900) }],
  ['outings.permissions', {}],
  ['outings.withoutOuting', {}],
  ['outings.choices', {}],
  ['timetable.week', { day: DAY, by: 'dormitory', id: 'B' }],
  ['today.morning', { day: DAY }],
  ['today.overview', {}],
  ['today.emergency', {}],
  ['tasks.list', {}],
  ['office.audit', {}],
]

test('any list opens and any search answers within its budget', async () => {
  const slow: string[] = []
  const refused: string[] = []
  for (const [name, input] of reads) {
    const times: number[] = []
    for (let round = 0; round <= ROUNDS; round++) {
      const started = performance.now()
      const answer = await it.office.call(it.client, name, input)
      times.push(performance.now() - started)
      if (!answer.ok && round === 0) refused.push(`${name}: ${JSON.stringify(answer.refusals)}`)
    }
    // The first warms up; the median of the rest.
    const [median = 0] = times
      .slice(1)
      .sort((a, b) => a - b)
      .slice(Math.floor(ROUNDS / 2))
    const row = `${name} ${JSON.stringify(input)}`.slice(0, 90).padEnd(92)
    console.log(`${row} ${median.toFixed(1).padStart(8)} ms${median > BUDGET ? '   above its budget' : ''}`)
    if (median > BUDGET) slow.push(name)
  }
  expect(refused).toEqual([])
  console.log(slow.length === 0 ? `All within ${BUDGET} ms` : `Above ${BUDGET} ms: ${slow.join(', ')}`)
}, 300_000)
