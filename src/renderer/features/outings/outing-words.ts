/** How an outing is said: its state as a tone and a word, its reasons as sentences. */
import type { GateRow, OutingState } from '../../../shared/contract/outings.contract'
import type { Words } from '../../../shared/i18n'
import { spokenFacts } from '../../../shared/i18n/facts'
import { formatDay, formatShortDay, formatSpan } from '../../../shared/i18n/format'
import type { Tone } from '../../ui/Status'

type Reasons = GateRow['reasons']

const TONES: Readonly<Record<OutingState, Tone>> = {
  late: 'stop',
  out: 'info',
  authorised: 'done',
  requested: 'attention',
  'back-late': 'attention',
  back: 'done',
  'not-made': 'quiet',
  cancelled: 'quiet',
}

/** The sentences of why not, days written out. */
export const reasonSentences = (reasons: Reasons, t: Words): readonly string[] =>
  reasons.map(({ code, facts }) => t(`refusal.${code}`, spokenFacts(facts, t.language)))

/** True while it is still to be decided whether the child leaves: only then the reasons matter. */
export const isPlan = (state: OutingState): boolean => state === 'requested' || state === 'authorised'

/** The colour of an outing: a plan that anything stands against is never green. */
export const toneOf = (row: Pick<GateRow, 'state' | 'reasons'>): Tone =>
  row.state === 'authorised' && row.reasons.length > 0 ? 'stop' : TONES[row.state]

/** The word of an outing's state, with how late it is. */
export function stateWord(row: Pick<GateRow, 'state' | 'lateMinutes' | 'reasons'>, t: Words): string {
  if (row.state === 'authorised' && row.reasons.length > 0) return t('outings.leave.no')
  if (row.state === 'late' || row.state === 'back-late')
    return t(`outings.state.${row.state}By`, { late: formatSpan(row.lateMinutes, t.language) })
  return t(`outings.state.${row.state}`)
}

/** `sáb 17 oct 2026 · 09:00`. */
export const dayAndTime = (day: string, time: string, t: Words): string => `${formatDay(day, t.language)} · ${time}`

/** `17 oct 09:00`, for tables. */
export const shortDayAndTime = (day: string, time: string, t: Words): string =>
  `${formatShortDay(day, t.language)} ${time}`
