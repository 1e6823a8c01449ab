/** In which order the office is shown who could take a place. */
import type { CANDIDATE_GROUPS } from '../../../shared/contract/candidates.contract'

export type CandidateGroup = (typeof CANDIDATE_GROUPS)[number]

/** Whoever waits first, then whoever never had a place: they are asked before those who have had their turn. */
export const candidateGroup = (of: { readonly waits: boolean; readonly served: boolean }): CandidateGroup =>
  of.waits ? 'waiting' : of.served ? 'others' : 'never-served'

const RANK: Readonly<Record<CandidateGroup, number>> = { waiting: 0, 'never-served': 1, others: 2 }

export interface Ranked {
  readonly group: CandidateGroup
  /** Her turn; null: she waits without one (an offer stands, or nobody has approved it), or does not wait. */
  readonly turn: number | null
}

/** Below zero if `a` is shown before `b`; those of one rank stay in the order in which they came (by surname). */
export const compareCandidates = (a: Ranked, b: Ranked): number =>
  RANK[a.group] - RANK[b.group] || (a.turn ?? Number.MAX_SAFE_INTEGER) - (b.turn ?? Number.MAX_SAFE_INTEGER)
