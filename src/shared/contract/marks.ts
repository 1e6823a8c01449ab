/**
 * Marks of a roll and the reasons behind them, as data: who caused an absence, whether it counts against her, which hours
 * are credited, what stands apart in reports, what else must be written (docs/features-map.md §5). Rolls, lost hours,
 * papers and certificates all read this one table.
 */
import { z } from 'zod'
import type { LostCause } from './timetable.contract'

/** A came · R late · F absent · excused: JM medical, JA court or lawyer, JV visit, JH child · C not brought (custody) · S suspended. */
export const MARKS = ['A', 'R', 'F', 'JM', 'JA', 'JV', 'JH', 'C', 'S'] as const
export const mark = z.enum(MARKS)
export type Mark = (typeof MARKS)[number]

/**
 * What stands where a woman's row and a session's column meet: a mark; `?` a mark nobody could read; `unmarked` the
 * roll was not taken; `away` she was not on the list that day; `ahead` the day has not come.
 */
export const cell = z.enum([...MARKS, '?', 'unmarked', 'away', 'ahead'])
export type Cell = z.infer<typeof cell>

/** Who answers for hours that were not held; `session`: whoever the cancelled session is laid to. */
export type MissCause = LostCause | 'unknown'

export interface ReasonRule {
  /** The letter that an absence for this reason has on paper. */
  readonly letter: Exclude<Mark, 'A' | 'R'>
  readonly cause: MissCause
  /** In the denominator of her rate. */
  readonly counts: boolean
  /** `partial`: the minutes until she left. */
  readonly credit: 'none' | 'partial'
  /** Reported by itself, so that nobody reads it as a refusal or as custody's failing. */
  readonly apart: boolean
  /** What else must be written down. */
  readonly needs: 'nothing' | 'text' | 'minutes'
  /** May be told ahead, as an excuse. */
  readonly ahead: boolean
}

const rule = (
  letter: ReasonRule['letter'],
  cause: MissCause,
  more: Partial<Omit<ReasonRule, 'letter' | 'cause'>> = {},
): ReasonRule => ({
  letter,
  cause,
  counts: false,
  credit: 'none',
  apart: false,
  needs: 'nothing',
  ahead: false,
  ...more,
})

/** In the order in which a letter's reasons are numbered on the roll. */
export const REASON_RULES = {
  illness: rule('JM', 'health', { ahead: true }),
  'medical-appointment': rule('JM', 'health', { ahead: true }),
  hearing: rule('JA', 'justice', { ahead: true }),
  defence: rule('JA', 'justice', { ahead: true }),
  visit: rule('JV', 'justice', { ahead: true }),
  locutory: rule('JV', 'justice', { ahead: true }),
  'child-illness': rule('JH', 'care', { apart: true, ahead: true }),
  'child-appointment': rule('JH', 'care', { apart: true, ahead: true }),
  'nobody-to-care': rule('JH', 'care', { apart: true, ahead: true }),
  'not-called': rule('C', 'custody'),
  'not-brought': rule('C', 'custody'),
  'internal-transfer': rule('C', 'custody', { ahead: true }),
  search: rule('C', 'custody'),
  restriction: rule('C', 'custody', { ahead: true }),
  sanction: rule('C', 'custody', { apart: true, ahead: true }),
  'no-instructor': rule('S', 'provider'),
  'no-material': rule('S', 'provider'),
  'no-room': rule('S', 'office'),
  'did-not-want': rule('F', 'choice', { counts: true }),
  'left-session': rule('F', 'choice', { counts: true, credit: 'partial', needs: 'minutes' }),
  other: rule('F', 'unknown', { counts: true, needs: 'text' }),
} as const satisfies Readonly<Record<string, ReasonRule>>

export type Reason = keyof typeof REASON_RULES
export const REASONS = Object.keys(REASON_RULES) as Reason[]
export const reason = z.enum(REASONS as [Reason, ...Reason[]])
export const ruleOf = (of: Reason): ReasonRule => REASON_RULES[of]

/** Reasons that an excuse may have. */
export const EXCUSES = REASONS.filter((each) => ruleOf(each).ahead)
export const excuseReason = reason.refine((each) => ruleOf(each).ahead)

/** The reasons written with a letter; whatever came between her and the session explains minutes missed under A or R. */
export const reasonsUnder = (letter: Mark): readonly Reason[] =>
  letter === 'A' || letter === 'R'
    ? REASONS.filter((each) => each !== 'did-not-want')
    : REASONS.filter((each) => ruleOf(each).letter === letter)

/** What a letter means by itself, as long as nobody says more: the marks of the office's sheets. */
export const LETTER_RULES: Readonly<
  Record<Mark, { readonly cause: MissCause | 'held' | 'session'; readonly counts: boolean; readonly apart: boolean }>
> = {
  A: { cause: 'held', counts: true, apart: false },
  R: { cause: 'held', counts: true, apart: false },
  F: { cause: 'choice', counts: true, apart: false },
  JM: { cause: 'health', counts: false, apart: false },
  JA: { cause: 'justice', counts: false, apart: false },
  // The table puts hearings, visits and the locutory in one line, and there is no cause of its own for families.
  JV: { cause: 'justice', counts: false, apart: false },
  JH: { cause: 'care', counts: false, apart: true },
  C: { cause: 'custody', counts: false, apart: false },
  S: { cause: 'session', counts: false, apart: false },
}

const missed = z.int().min(1).max(600).nullable()

/** A mark with what is known beside its letter. */
export const markDetail = z.strictObject({
  mark,
  reason: reason.nullable(),
  minutesLate: missed,
  minutesEarly: missed,
  note: z.string().trim().min(1).max(300).nullable(),
})
export type MarkDetail = z.infer<typeof markDetail>

export const plainMark = (of: Mark): MarkDetail => ({
  mark: of,
  reason: null,
  minutesLate: null,
  minutesEarly: null,
  note: null,
})

/** Where a mark stands in its life (features-map SM-4). */
export const MARK_STATES = [
  'unmarked',
  'present',
  'late',
  'left-early',
  'absent',
  'not-applicable',
  'rectified',
] as const
export type MarkState = (typeof MARK_STATES)[number]

/** Where a session stands in its life (features-map SM-4). */
export const SESSION_STATES = ['planned', 'under-way', 'awaiting-roll', 'closed', 'cancelled', 'made-up'] as const
export const sessionState = z.enum(SESSION_STATES)
export type SessionState = (typeof SESSION_STATES)[number]
