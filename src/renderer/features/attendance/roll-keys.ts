/**
 * What a key does on a roll. No React here. One letter marks and goes on to the next woman; J waits for the letter that
 * says which excuse. What is typed right after a letter belongs to that letter: minutes late, minutes early after a minus,
 * or the number of the reason.
 */
import { plainMark, reasonsUnder, type Mark, type MarkDetail } from '../../../shared/contract/marks'

export type Marks = Readonly<Record<string, MarkDetail | null>>

/** The mark just typed, to which digits still belong. */
export interface Trail {
  readonly at: number
  readonly digits: string
  readonly early: boolean
}

/** Where the hand is: which woman, whether a J waits for its second letter, and what was just typed. */
export interface Hand {
  readonly at: number
  readonly waiting: boolean
  readonly trail: Trail | null
}

export const handAt = (at: number): Hand => ({ at, waiting: false, trail: null })

export interface Keyed {
  readonly hand: Hand
  /** What becomes of one woman's mark; absent: nothing. */
  readonly write?: { readonly at: number; readonly mark: MarkDetail | null }
}

const SINGLE: Readonly<Record<string, Mark>> = { A: 'A', R: 'R', F: 'F', C: 'C', S: 'S' }
const EXCUSE: Readonly<Record<string, Mark>> = { M: 'JM', A: 'JA', V: 'JV', H: 'JH' }
const MOST_DIGITS = 3

/** Answers undefined for a key that means nothing here, so that it keeps its own meaning (Tab, Ctrl+K). */
export function pressKey(hand: Hand, key: string, marks: readonly (MarkDetail | null)[]): Keyed | undefined {
  const clamp = (at: number): number => Math.max(0, Math.min(marks.length - 1, at))
  const letter = key.length === 1 ? key.toUpperCase() : key
  const write = (mark: Mark): Keyed => ({
    hand: { at: clamp(hand.at + 1), waiting: false, trail: { at: hand.at, digits: '', early: false } },
    write: { at: hand.at, mark: plainMark(mark) },
  })
  if (hand.waiting) {
    const excuse = EXCUSE[letter]
    if (excuse) return write(excuse)
    if (letter === 'Backspace' || letter === 'Escape') return { hand: handAt(hand.at) }
  }
  const mark = SINGLE[letter]
  if (mark) return write(mark)
  if (letter === 'J') return { hand: { ...handAt(hand.at), waiting: true } }
  if (/^[0-9-]$/.test(letter)) return refine(hand, letter, marks)
  if (letter === 'Backspace' || letter === 'Delete')
    return { hand: handAt(hand.at), write: { at: hand.at, mark: null } }
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: hand.at + 1,
    Enter: hand.at + 1,
    ArrowUp: hand.at - 1,
    Home: 0,
    End: marks.length - 1,
    PageDown: hand.at + 10,
    PageUp: hand.at - 10,
  }
  const step = steps[letter]
  return step === undefined ? undefined : { hand: handAt(clamp(step)) }
}

/** A digit or a minus after a letter; alone, it speaks of the woman under the hand. */
function refine(hand: Hand, key: string, marks: readonly (MarkDetail | null)[]): Keyed | undefined {
  const trail = hand.trail ?? { at: hand.at, digits: '', early: false }
  const mark = marks[trail.at]
  if (!mark) return undefined
  if (key === '-')
    return leavesEarly(mark) ? { hand: { ...hand, trail: { ...trail, digits: '', early: true } } } : undefined
  const digits = (trail.digits + key).slice(-MOST_DIGITS)
  const minutes = Number(digits) || null
  const next = { ...hand, waiting: false, trail: { ...trail, digits } }
  const to = (change: Partial<MarkDetail>): Keyed => ({
    hand: next,
    write: { at: trail.at, mark: { ...mark, ...change } },
  })
  if (trail.early) return to({ minutesEarly: minutes })
  if (mark.mark === 'R') return to({ minutesLate: minutes })
  if (mark.mark === 'A') return undefined
  const reason = key === '0' ? null : reasonsUnder(mark.mark)[Number(key) - 1]
  return reason === undefined ? undefined : to(reason === mark.reason ? {} : { reason, minutesEarly: null })
}

const leavesEarly = (mark: MarkDetail): boolean =>
  mark.mark === 'A' || mark.mark === 'R' || mark.reason === 'left-session'

/** What stands in a box: the letter, and the minutes beside it. */
export function boxText(mark: MarkDetail | null): string {
  if (!mark) return ''
  const late = mark.minutesLate === null ? '' : ` ${String(mark.minutesLate)}`
  const early = mark.minutesEarly === null ? '' : ` −${String(mark.minutesEarly)}`
  return `${mark.mark}${late}${early}`
}

/** Fills only what is empty: a mark that stands, or one that nobody could read, is never overwritten. */
export function fillRest(
  marks: Marks,
  women: readonly { readonly personId: string; readonly doubt: unknown }[],
  mark: Mark,
): Marks {
  const empty = women.filter((woman) => !woman.doubt && !marks[woman.personId])
  return { ...marks, ...Object.fromEntries(empty.map((woman) => [woman.personId, plainMark(mark)])) }
}

export interface RollCounts {
  readonly attended: number
  readonly absent: number
  readonly excused: number
  readonly notBrought: number
  readonly suspended: number
  readonly unmarked: number
}

/** Running totals of what is on the page; late counts as attended. */
export function countRoll(marks: readonly (Mark | null)[]): RollCounts {
  const count = (...of: readonly (Mark | null)[]): number => marks.filter((mark) => of.includes(mark)).length
  return {
    attended: count('A', 'R'),
    absent: count('F'),
    excused: count('JM', 'JA', 'JV', 'JH'),
    notBrought: count('C'),
    suspended: count('S'),
    unmarked: count(null),
  }
}
