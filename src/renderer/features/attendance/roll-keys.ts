/** What a key does on a roll: one letter a mark; J waits for the letter that says which excuse. No React here. */
import type { Mark } from '../../../shared/contract/attendance.contract'

export type Marks = Readonly<Record<string, Mark | null>>

/** Where the hand is: which woman, and whether a J waits for its second letter. */
export interface Hand {
  readonly at: number
  readonly waiting: boolean
}

export interface Keyed {
  readonly hand: Hand
  /** What becomes of the mark of the woman under the hand; absent: nothing. */
  readonly mark?: Mark | null
}

const SINGLE: Readonly<Record<string, Mark>> = { A: 'A', R: 'R', F: 'F', C: 'C', S: 'S' }
const EXCUSE: Readonly<Record<string, Mark>> = { M: 'JM', A: 'JA', V: 'JV', H: 'JH' }

/** Answers undefined for a key that means nothing here, so that it keeps its own meaning (Tab, Ctrl+K). */
export function pressKey(hand: Hand, key: string, women: number): Keyed | undefined {
  const to = (at: number): Hand => ({ at: Math.max(0, Math.min(women - 1, at)), waiting: false })
  const letter = key.length === 1 ? key.toUpperCase() : key
  if (hand.waiting) {
    const excuse = EXCUSE[letter]
    if (excuse) return { hand: to(hand.at + 1), mark: excuse }
    if (letter === 'Backspace' || letter === 'Escape') return { hand: to(hand.at) }
  }
  const mark = SINGLE[letter]
  if (mark) return { hand: to(hand.at + 1), mark }
  if (letter === 'J') return { hand: { at: hand.at, waiting: true } }
  if (letter === 'Backspace' || letter === 'Delete') return { hand: to(hand.at), mark: null }
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: hand.at + 1,
    Enter: hand.at + 1,
    ArrowUp: hand.at - 1,
    Home: 0,
    End: women - 1,
    PageDown: hand.at + 10,
    PageUp: hand.at - 10,
  }
  const step = steps[letter]
  return step === undefined ? undefined : { hand: to(step) }
}

/** Fills only what is empty: a mark that stands, or one that nobody could read, is never overwritten. */
export function fillRest(
  marks: Marks,
  women: readonly { readonly personId: string; readonly doubt: unknown }[],
  mark: Mark,
): Marks {
  const empty = women.filter((woman) => !woman.doubt && !marks[woman.personId])
  return { ...marks, ...Object.fromEntries(empty.map((woman) => [woman.personId, mark])) }
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
