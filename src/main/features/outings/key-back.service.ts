/** The morning's paper, keyed in when the computer is back: every line is judged as at its own moment, and marked. */
import type { At } from '../../../shared/kernel/civil-date'
import type { Input } from '../../../shared/contract'
import { done, refuse } from '../../../shared/kernel/outcome'
import { listName } from '../../../shared/kernel/text'
import type { Act } from '../../platform/seam/act'
import { casesOf, casesToDo, clockBehind } from './gate-cases.service'
import { GATE_CHECKS } from '../../../shared/contract/gate-line'
import { leaveOne } from './leaving.service'
import { nowOf } from './judge.service'
import { comeBackOne } from './return.service'

type Line = Input<'outings.keyBack'>['lines'][number]
interface Stopped {
  readonly code: string
  readonly facts: Record<string, string | number>
}

export async function keyBack(act: Act, input: Input<'outings.keyBack'>) {
  const found = await casesToDo(act, input.lines)
  if (!found.ok) return found
  const behind = await clockBehind(act)
  const stopped: { id: string; child: string; reasons: Stopped[] }[] = []
  let entered = 0
  for (const line of input.lines) {
    const reasons = await keyLine(act, line, input.reason, behind)
    if (reasons.length === 0) entered += 1
    else {
      const child = found.value.find((each) => each.record.id === line.id)
      stopped.push({ id: line.id, child: child ? listName(child.record) : '', reasons })
    }
  }
  // A sheet of which nothing could be entered leaves a trace all the same.
  await act.audit({
    event: 'outing.keyed-back',
    subjectType: 'center',
    after: { entered, stopped: stopped.length },
    reason: input.reason,
  })
  return done({ done: entered, stopped })
}

/** One line: out, then back, each at its own hour. What cannot be is named, and the next line goes on. */
async function keyLine(act: Act, line: Line, reason: string, behind: At | null): Promise<Stopped[]> {
  if (line.out) {
    const [each] = await casesOf(act.db, [line.id], nowOf(act))
    if (!each) return [plain(refuse('outing-unknown').refusals[0])]
    const answer = await leaveOne(act, each, { checks: [...GATE_CHECKS], happened: { ...line.out, reason } }, behind)
    if (!answer.ok) return answer.refusals.map(plain)
    if (!answer.value.left) return answer.value.reasons
  }
  if (!line.back) return []
  const [each] = await casesOf(act.db, [line.id], nowOf(act))
  if (!each) return [plain(refuse('outing-unknown').refusals[0])]
  const answer = await comeBackOne(
    act,
    each,
    {
      bringer: { from: 'planned' },
      condition: 'well',
      happened: { ...line.back, reason },
      ...(line.note ? { note: line.note } : {}),
    },
    null,
  )
  return answer.ok ? [] : answer.refusals.map(plain)
}

const plain = (refusal: { code: string; facts?: Readonly<Record<string, string | number>> } | undefined): Stopped => ({
  code: refusal?.code ?? 'outing-unknown',
  facts: { ...refusal?.facts },
})
