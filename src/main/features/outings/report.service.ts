/** The month's outings as the demo's report has them: who may not leave and why, who came back late, who is out. */
import { formatDuration } from '../../../shared/i18n/format'
import { wordsIn, type Words } from '../../../shared/i18n'
import { firstDayOf, monthOf, type CivilDate, type At } from '../../../shared/kernel/civil-date'
import { inOrder } from '../../../shared/kernel/text'
import type { Look } from '../../platform/seam/act'
import { listOutings } from './outings.repo'
import { judge, type Judged } from './judge.service'
import { mayLeave } from './may-leave.rules'
import { isAway, type Reason } from './plan.rules'
import { isDirection } from './signing.rules'

export interface OutingsReport {
  readonly may_not_leave: Readonly<Record<string, string>>
  readonly returned_late: Readonly<Record<string, string>>
  readonly out_at_month_end: readonly string[]
  readonly returned: readonly string[]
}

/**
 * The outings from the first of the month to `day`, as they stand at the end of that day. Whoever never left is judged
 * at the moment when she was to leave, from the movements recorded up to then.
 */
export async function outingsReport(look: Look, day: CivilDate): Promise<OutingsReport> {
  const words = wordsIn('en')
  const end: At = { day, time: '23:59' }
  const records = await listOutings(look.db, { from: firstDayOf(monthOf(day)), until: day })
  const judged = [...(await judge(look.db, records, end))].sort((a, b) => inOrder(a.record.folio, b.record.folio))
  const stopped = judged.flatMap((each) => {
    const said = whyNot(each, words)
    return said === '' ? [] : [[each.record.folio, said] as const]
  })
  const late = judged.filter((each) => each.standing.state === 'back-late')
  return {
    may_not_leave: Object.fromEntries(stopped),
    returned_late: Object.fromEntries(
      late.map(({ record, standing }) => [record.folio, formatDuration(standing.lateMinutes)]),
    ),
    out_at_month_end: judged.filter(({ record }) => isAway(record, end)).map(({ record }) => record.folio),
    returned: judged.filter(({ standing }) => standing.state === 'back').map(({ record }) => record.folio),
  }
}

function whyNot({ record, facts }: Judged, words: Words): string {
  if (record.out) return ''
  const { reasons } = mayLeave(facts, { day: record.leavesOn, time: record.leavesAt })
  return reasons.map((reason) => reportSentence(reason, words)).join('; ')
}

const reportSentence = ({ code, facts }: Reason, words: Words): string =>
  code === 'outing-signature-missing' && isDirection(String(facts?.['authorisation']))
    ? words('outings.report.direction-missing')
    : words(`outings.report.${code}`, facts)
