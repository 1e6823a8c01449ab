/** Pure rules of entry: which requirements of a workshop a woman does not meet. Soft: whoever allocates may go on. */
import type { Care, Requirement, SchoolingLevel } from '../../../shared/contract/workshops.contract'
import { SCHOOLING_LEVELS } from '../../../shared/contract/workshops.contract'
import { fold } from '../../../shared/kernel/text'

/** What is known of a woman and of the edition she would join. Null: not known, which is not the same as no. */
export interface EntryFacts {
  /** As her record says it, in the office's own words. */
  readonly schooling: string | null
  /** Ids of workshops that she has completed, in any edition. */
  readonly completedWorkshops: readonly string[]
  /** Ids of modules that she has been credited. */
  readonly completedModules: readonly string[]
  /** Open places in other editions. */
  readonly places: number
  /** Hours a week of her open places, with those of this edition. */
  readonly hoursPerWeek: number
  readonly legalStatus: 'tried' | 'sentenced' | null
  /** Languages she speaks, in words; empty: not known. */
  readonly languages: readonly string[]
  /** Children who live with her here. */
  readonly childrenInside: number
  /** How the edition is arranged for children; null: nothing was said. */
  readonly care: Care | null
}

/** A requirement that is not met, or of which nothing is known (`known` false): the sentence is `programs.unmet.<kind>`. */
export interface Unmet {
  readonly kind: Requirement['kind']
  readonly value: string
  readonly known: boolean
  /** The figure that she has against it, where there is one. */
  readonly has: number | null
}

/** Words of records, from the highest level down: who has finished one has those below. */
const LEVEL_WORDS: readonly (readonly [SchoolingLevel, readonly string[]])[] = [
  ['higher', ['licenciatura', 'universi', 'ingenieria', 'maestria', 'doctorado', 'superior', 'posgrado', 'higher']],
  ['high-school', ['bachiller', 'preparatoria', 'prepa', 'tecnica', 'carrera tecnica', 'high school']],
  ['secondary', ['secundaria', 'secondary']],
  ['primary', ['primaria', 'primary']],
  ['reads', ['lee', 'alfabet', 'reads']],
]

/** The level that the words of a record mean; undefined if they say nothing we know. What is not finished is one less. */
export function schoolingLevel(words: string | null): SchoolingLevel | 'none' | undefined {
  const text = fold(words ?? '')
  if (text === '') return undefined
  if (/\b(sin|ninguna|none|no lee|analfabeta)\b/.test(text)) return 'none'
  const found = LEVEL_WORDS.find(([, known]) => known.some((word) => text.includes(word)))?.[0]
  // "Educación media superior" is high school, whatever its last word says.
  const level = text.includes('media superior') ? 'high-school' : found
  const unfinished = /\b(incomplet[ao]|trunc[ao]|inconclus[ao]|en curso|unfinished)\b/.test(text)
  if (!level || !unfinished) return level
  return SCHOOLING_LEVELS[SCHOOLING_LEVELS.indexOf(level) - 1] ?? 'none'
}

const rank = (level: SchoolingLevel | 'none'): number => (level === 'none' ? -1 : SCHOOLING_LEVELS.indexOf(level))

/** Every requirement that is not met or not known, in the order in which they stand. */
export const unmetRequirements = (requirements: readonly Requirement[], facts: EntryFacts): Unmet[] =>
  requirements.flatMap((requirement) => {
    const found = problemWith(requirement, facts)
    return found ? [{ kind: requirement.kind, value: requirement.value, has: null, ...found }] : []
  })

type Problem = { readonly known: boolean; readonly has?: number } | undefined
const NOT_MET = { known: true } as const
const NOT_KNOWN = { known: false } as const

function problemWith({ kind, value }: Requirement, facts: EntryFacts): Problem {
  switch (kind) {
    case 'schooling': {
      const level = schoolingLevel(facts.schooling)
      if (level === undefined) return NOT_KNOWN
      return rank(level) < rank(value) ? NOT_MET : undefined
    }
    case 'prior-workshop':
      return facts.completedWorkshops.includes(value) ? undefined : NOT_MET
    case 'prior-module':
      return facts.completedModules.includes(value) ? undefined : NOT_MET
    case 'max-places':
      return facts.places < Number(value) ? undefined : { known: true, has: facts.places }
    case 'max-hours':
      return facts.hoursPerWeek <= Number(value) ? undefined : { known: true, has: facts.hoursPerWeek }
    case 'legal-status':
      if (facts.legalStatus === null) return NOT_KNOWN
      return facts.legalStatus === value ? undefined : NOT_MET
    case 'language':
      if (facts.languages.length === 0) return NOT_KNOWN
      return facts.languages.some((spoken) => fold(spoken).includes(fold(value))) ? undefined : NOT_MET
    case 'care':
      if (facts.childrenInside === 0 || facts.care === 'children-welcome' || facts.care === 'childcare')
        return undefined
      return { known: true, has: facts.childrenInside }
    // Nothing on file can answer it: somebody asks, each time.
    case 'to-check':
      return NOT_KNOWN
  }
}
