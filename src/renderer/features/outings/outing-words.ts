/** How an outing and a permission are said: states as tones and words, reasons as sentences. */
import type { GateReason, OutingRow, OutingState } from '../../../shared/contract/outings.contract'
import type { PermissionState } from '../../../shared/contract/permission-states'
import type { Words } from '../../../shared/i18n'
import { spokenFacts } from '../../../shared/i18n/facts'
import { formatDay, formatShortDay, formatSpan } from '../../../shared/i18n/format'
import type { Tone } from '../../ui/Status'

type Reasons = readonly GateReason[]

const TONES: Readonly<Record<OutingState, Tone>> = {
  late: 'stop',
  'not-returned': 'stop',
  out: 'info',
  authorised: 'done',
  requested: 'attention',
  paused: 'attention',
  'back-late': 'attention',
  back: 'done',
  stays: 'info',
  'not-made': 'quiet',
  cancelled: 'quiet',
}

export const PERMISSION_TONES: Readonly<Record<PermissionState, Tone>> = {
  draft: 'quiet',
  consents: 'attention',
  'to-authorise': 'attention',
  authorised: 'done',
  paused: 'attention',
  denied: 'stop',
  cancelled: 'quiet',
  expired: 'quiet',
}

/** The sentences of why not, days written out. */
export const reasonSentences = (reasons: Reasons, t: Words): readonly string[] =>
  reasons.map(({ code, facts }) => t(`refusal.${code}`, spokenFacts(facts, t.language)))

/** True while it is still to be decided whether the child leaves: only then the reasons matter. */
export const isPlan = (state: OutingState): boolean =>
  state === 'requested' || state === 'authorised' || state === 'paused'

/** The colour of an outing: a plan that anything stands against is never green. */
export const toneOf = (row: Pick<OutingRow, 'state' | 'reasons'>): Tone =>
  row.state === 'authorised' && row.reasons.length > 0 ? 'stop' : TONES[row.state]

/** The word of an outing's state, with how late it is. */
export function stateWord(row: Pick<OutingRow, 'state' | 'lateMinutes' | 'reasons'>, t: Words): string {
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

/** `17 oct 09:00 – 18 oct 17:00`, or `17 oct 09:00 – 13:00`. */
export const spanWords = (
  span: { leavesOn: string; leavesAt: string; returnsOn: string; returnsAt: string },
  t: Words,
): string =>
  `${shortDayAndTime(span.leavesOn, span.leavesAt, t)} – ${
    span.returnsOn === span.leavesOn ? span.returnsAt : shortDayAndTime(span.returnsOn, span.returnsAt, t)
  }`
