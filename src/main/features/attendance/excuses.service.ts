/** Acts on excuses: told ahead for one or several women, withdrawn with a reason. */
import type { Input, Output } from '../../../shared/contract'
import { PAPER_LANGUAGE, wordsIn } from '../../../shared/i18n'
import { formatDayRange } from '../../../shared/i18n/format'
import { done, refuse, type Outcome } from '../../../shared/kernel/outcome'
import { listName } from '../../../shared/kernel/text'
import { inBatch } from '../../platform/batches/batches'
import type { Act, Look } from '../../platform/seam/act'
import { covers, excuseProblem, saysTwice } from './excuses.rules'
import * as repo from './attendance.repo'
import * as excuseRepo from './excuses.repo'

export async function excuses(
  look: Look,
  input: Input<'attendance.excuses'>,
): Promise<Outcome<Output<'attendance.excuses'>, never>> {
  return done(
    input.personId
      ? await excuseRepo.listOfPerson(look.db, input.personId)
      : await excuseRepo.listFrom(look.db, look.today),
  )
}

/** Excuses each woman for the same days; answers how many sessions they will miss. */
export async function addExcuses(act: Act, input: Input<'attendance.addExcuses'>) {
  const { from, until, startsAt = null, endsAt = null } = input
  const span = { from, until, startsAt, endsAt }
  const problem = excuseProblem(span, act.today)
  if (problem) return refuse(problem, undefined, problem === 'times-reversed' ? 'endsAt' : 'until')
  const women = await repo.listWomen(act.db, [...new Set(input.personIds)])
  if (women.length < new Set(input.personIds).size) return refuse('unknown-person')
  for (const woman of women) {
    const theirs = await excuseRepo.listOfPerson(act.db, woman.personId)
    if (theirs.some((each) => each.withdrawnReason === null && saysTwice(each, span)))
      return refuse('excuse-twice', { name: listName(woman) }, 'personIds')
  }
  const words = wordsIn(PAPER_LANGUAGE)
  const title = `${words(`attendance.reason.${input.reason}`)}, ${formatDayRange(from, until, PAPER_LANGUAGE)}`
  const made = await inBatch<{ sessions: number }, never>(act, { kind: 'excuses', title }, ['excuse'], async () => {
    let sessions = 0
    for (const { personId } of women) {
      const excuse = { ...span, personId, reason: input.reason, note: input.note || null }
      await excuseRepo.insertExcuse(act.trx, excuse, { at: act.now, by: act.actor.id })
      const hers = await excuseRepo.listSessionsOf(act.db, personId, from, until)
      sessions += hers.filter((session) => covers(span, session)).length
    }
    return done({ sessions })
  })
  if (!made.ok) return made
  for (const { personId } of women)
    await act.audit({
      event: 'excuse.told',
      subjectType: 'person',
      subjectId: personId,
      after: { reason: input.reason, ...span },
    })
  return done({ batchId: made.value.batchId, count: women.length, sessions: made.value.result.sessions })
}

export async function withdrawExcuse(act: Act, input: Input<'attendance.withdrawExcuse'>) {
  const excuse = await excuseRepo.findExcuse(act.db, input.id)
  if (!excuse) return refuse('unknown-excuse')
  if (excuse.withdrawnReason !== null) return refuse('excuse-withdrawn')
  await excuseRepo.markWithdrawn(act.trx, input.id, { at: act.now, by: act.actor.id, reason: input.reason })
  await act.audit({
    event: 'excuse.withdrawn',
    subjectType: 'person',
    subjectId: excuse.personId,
    before: { reason: excuse.reason, from: excuse.from, until: excuse.until },
    reason: input.reason,
  })
  return done(null)
}
