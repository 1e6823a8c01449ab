/** The second reading of a sheet: picked by its folio, keyed by somebody else, compared and settled. */
import { randomUUID } from 'node:crypto'
import type { Input, Output } from '../../../shared/contract'
import { addDays } from '../../../shared/kernel/civil-date'
import { done, refuse, type Outcome } from '../../../shared/kernel/outcome'
import type { Act, Look } from '../../platform/seam/act'
import { settingsOn } from '../../platform/settings/settings'
import { hiddenEditions } from './attendance.service'
import { isSampled } from './follow-up.rules'
import { rollFacts } from './roll.service'
import { standingOf, takePen, writeMark } from './write-marks.service'
import { plainMark } from '../../../shared/contract/marks'
import * as repo from './attendance.repo'
import * as sampleRepo from './samples.repo'

/** How far back a second reading is still asked for: older sheets are in their folder. */
const DAYS_BACK = 60

/** Sheets picked and not yet read twice. */
export async function dueSamples(look: Look): Promise<readonly sampleRepo.KeyedSheet[]> {
  const { sampleOneIn } = await settingsOn(look.db, look.today)
  const hidden = await hiddenEditions(look)
  const keyed = await sampleRepo.listUnsampled(look.db, addDays(look.today, -DAYS_BACK))
  return keyed.filter((sheet) => !hidden.has(sheet.editionId) && isSampled(sheet.folio, sampleOneIn))
}

export async function samples(look: Look): Promise<Outcome<Output<'attendance.samples'>, never>> {
  const hidden = await hiddenEditions(look)
  const found = await sampleRepo.listDifferences(look.db)
  const read = (await sampleRepo.listSamples(look.db)).filter((sample) => !hidden.has(sample.editionId))
  return done({
    due: (await dueSamples(look)).map(({ editionId: _group, keyedById, ...sheet }) => ({
      ...sheet,
      isMine: keyedById !== null && keyedById === look.actor.id,
    })),
    done: read.map(({ editionId: _group, ...sample }) => ({
      ...sample,
      differences: found
        .filter((each) => each.sampleId === sample.id)
        .map(({ sampleId: _sample, ...difference }) => difference),
    })),
    marks: read.reduce((sum, sample) => sum + sample.marks, 0),
    differences: found.filter((each) => read.some((sample) => sample.id === each.sampleId)).length,
  })
}

/** The picked sheet of a session, if she who looks may read it a second time. */
async function pickedSheet(look: Look, id: string) {
  const session = await repo.findSession(look.db, id)
  if (!session) return refuse('unknown-session')
  if ((await hiddenEditions(look)).has(session.editionId)) return refuse('sensitive-group')
  const sheet = (await dueSamples(look)).find((each) => each.sessionId === id)
  if (!sheet) return refuse('sample-not-due')
  if (sheet.keyedById !== null && sheet.keyedById === look.actor.id) return refuse('sample-own-sheet')
  const { cells } = await rollFacts(look, session)
  return done({ session, sheet, women: cells.roll(session) })
}

/** Her list without a single mark: the second reading must not lean on the first. */
export async function sampleSheet(look: Look, input: { id: string }) {
  const picked = await pickedSheet(look, input.id)
  if (!picked.ok) return picked
  const { id: sessionId, code, title, day, startsAt } = picked.value.session
  const women = await repo.listWomen(look.db, picked.value.women)
  return done({ sessionId, code, title, day, startsAt, women: [...women] })
}

export async function keySample(act: Act, input: Input<'attendance.keySample'>) {
  const picked = await pickedSheet(act, input.id)
  if (!picked.ok) return picked
  const { session, sheet, women } = picked.value
  const onRoll = new Set(women)
  if (input.marks.some((each) => !onRoll.has(each.personId))) return refuse('not-on-the-roll')
  const pen = await takePen(act, session)
  const second = new Map(input.marks.map((each) => [each.personId, each.mark]))
  const differences = women.flatMap((personId) => {
    const first = standingOf(pen, personId)?.mark ?? null
    const again = second.get(personId) ?? null
    return first === again ? [] : [{ personId, first, second: again }]
  })
  const id = randomUUID()
  const sample = {
    id,
    sessionId: session.id,
    folio: sheet.folio,
    firstBy: sheet.keyedById,
    secondBy: act.actor.id,
    at: act.now,
    on: act.today,
    marks: women.length,
  }
  await sampleRepo.insertSample(act.trx, sample, differences)
  await act.audit({
    event: 'sheet.sampled',
    subjectType: 'session',
    subjectId: session.id,
    after: { folio: sheet.folio, marks: women.length, differences: differences.length },
  })
  return done({ marks: women.length, differences: differences.length })
}

/** Says which reading is right; if it is the second, the mark is changed and keeps what it was. */
export async function settleDifference(act: Act, input: Input<'attendance.settleDifference'>) {
  const sample = (await sampleRepo.listSamples(act.db)).find((each) => each.id === input.sampleId)
  const difference = (await sampleRepo.listDifferences(act.db)).find(
    (each) => each.sampleId === input.sampleId && each.personId === input.personId,
  )
  if (!sample || !difference) return refuse('unknown-difference')
  if ((await hiddenEditions(act)).has(sample.editionId)) return refuse('sensitive-group')
  if (difference.settled !== null) return refuse('settled-already')
  const session = await repo.findSession(act.db, sample.sessionId)
  if (!session) return refuse('unknown-difference')
  if (input.settled === 'second') {
    const pen = await takePen(act, session)
    if (pen.monthClosed) return refuse('month-closed', { month: session.day.slice(0, 7) })
    if ((standingOf(pen, input.personId)?.mark ?? null) !== difference.first) return refuse('mark-changed')
    const to = difference.second && plainMark(difference.second)
    await writeMark(act, pen, { personId: input.personId, to, why: '', kind: 'sampled' })
  }
  await sampleRepo.markDifferenceSettled(act.trx, input, { is: input.settled, at: act.now, by: act.actor.id })
  await act.audit({
    event: 'difference.settled',
    subjectType: 'session',
    subjectId: session.id,
    before: { [input.personId]: difference.first },
    after: { [input.personId]: input.settled === 'second' ? difference.second : difference.first },
  })
  return done(null)
}
