/** What a mark is worth: which details fit its letter, the minutes credited, and who answers for those missed. */
import { LETTER_RULES, reasonsUnder, ruleOf, type Mark, type MarkDetail, type MissCause } from './marks'

export type DetailProblem = 'reason-of-another-letter' | 'text-missing' | 'minutes-missing' | 'minutes-too-many'

/** Why a mark cannot stand as written, in a session of so many minutes. */
export function detailProblem(of: MarkDetail, minutes: number): DetailProblem | undefined {
  if (of.reason && !reasonsUnder(of.mark).includes(of.reason)) return 'reason-of-another-letter'
  if (of.reason && ruleOf(of.reason).needs === 'text' && !of.note) return 'text-missing'
  if (of.mark !== 'R' && of.minutesLate !== null) return 'reason-of-another-letter'
  if (of.minutesEarly !== null && of.mark !== 'A' && of.mark !== 'R' && of.reason !== 'left-session')
    return 'reason-of-another-letter'
  if (of.mark === 'F' && of.reason === 'left-session' && of.minutesEarly === null) return 'minutes-missing'
  return (of.minutesLate ?? 0) + (of.minutesEarly ?? 0) > minutes ? 'minutes-too-many' : undefined
}

/** The minutes of a session as they ended for one woman: held and credited, and missed to a cause. */
export interface MarkMinutes {
  readonly credited: number
  readonly missed: readonly { readonly cause: MissCause | 'session'; readonly minutes: number }[]
}

/**
 * Credited are the minutes that she was there: the session without the lateness beyond the grace, and without what she
 * left early. Who left by her own choice keeps what she did. Minutes missed without a reason are laid to nobody.
 */
export function minutesOfMark(of: MarkDetail, session: number, grace: number): MarkMinutes {
  const came = of.mark === 'A' || of.mark === 'R'
  const partial = of.reason !== null && ruleOf(of.reason).credit === 'partial' && of.minutesEarly !== null
  const late = Math.min(session, Math.max(0, (of.minutesLate ?? 0) - grace))
  const gone = came || partial ? Math.min(session, late + (of.minutesEarly ?? 0)) : session
  const missed = gone === 0 ? [] : [{ cause: causeOf(of), minutes: gone }]
  return { credited: session - gone, missed }
}

/** Who answers for what she missed: the reason if there is one, else the letter. */
export function causeOf(of: Pick<MarkDetail, 'mark' | 'reason'>): MissCause | 'session' {
  if (of.reason) return ruleOf(of.reason).cause
  const { cause } = LETTER_RULES[of.mark]
  return cause === 'held' ? 'unknown' : cause
}

/** Credited minutes as they stand: what was stored, else what the letter says. Never more than the session has. */
export const creditOf = (of: { readonly mark: Mark; readonly credited?: number | null }, session: number): number =>
  Math.min(session, of.credited ?? (LETTER_RULES[of.mark].cause === 'held' ? session : 0))

/** The credited minutes as they are stored: null where the letter says all (the whole session, or nothing). */
export function storedCredit(of: MarkDetail, session: number, grace: number): number | null {
  const { credited } = minutesOfMark(of, session, grace)
  const whole = of.mark === 'A' || of.mark === 'R' ? session : 0
  return credited === whole ? null : credited
}

/** True if two marks say the same. */
export const sameMark = (a: MarkDetail | null, b: MarkDetail | null): boolean =>
  a === b ||
  (a !== null &&
    b !== null &&
    a.mark === b.mark &&
    a.reason === b.reason &&
    a.minutesLate === b.minutesLate &&
    a.minutesEarly === b.minutesEarly &&
    a.note === b.note)
