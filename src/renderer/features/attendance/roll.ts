/** One roll as the page reads it, and as it is being typed. */
import type { Output } from '../../../shared/contract'
import { sameMark } from '../../../shared/contract/mark-minutes'
import { plainMark, type Mark } from '../../../shared/contract/marks'
import type { Marks } from './roll-keys'

export type Roll = Output<'attendance.roll'>
export type RollWoman = Roll['women'][number]

export interface Typed {
  readonly marks: Marks
  readonly below: readonly { readonly name: string; readonly mark: Mark }[]
  readonly attended: number | null
  readonly absent: number | null
  readonly why: string
}

/** What stands, and where nothing does yet, what was told ahead: she may still come, and then her mark is typed over it. */
export const firstOf = (roll: Roll): Typed => ({
  marks: Object.fromEntries(roll.women.map((woman) => [woman.personId, woman.detail ?? proposedFor(woman)] as const)),
  below: [],
  attended: null,
  absent: null,
  why: '',
})

/** A mark nobody could read is settled by a hand, never by an excuse. */
const proposedFor = ({ proposal, doubt }: RollWoman) =>
  proposal && !doubt ? { ...plainMark(proposal.mark), reason: proposal.reason } : null

/** True if the mark in the box is still the one that was told ahead. */
export const isTold = (woman: RollWoman, marks: Marks): boolean => {
  const proposed = proposedFor(woman)
  return woman.detail === null && proposed !== null && sameMark(marks[woman.personId] ?? null, proposed)
}

/** What changed marks ask for: nothing, a reason, or a rectification. */
export function whyAsked(roll: Roll, marks: Marks): 'nothing' | 'reason' | 'rectify' {
  const changed = roll.women.filter((woman) => !sameMark(marks[woman.personId] ?? null, woman.detail))
  if (changed.some((woman) => woman.window === 'rectify')) return 'rectify'
  return changed.some((woman) => woman.window === 'reason') ? 'reason' : 'nothing'
}
