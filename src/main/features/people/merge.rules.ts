/** Rules of joining two records: which stays overlap, what was seen, what the kept record then says. */
import type { MergeCollision, MergeField, MergeSide } from '../../../shared/contract/merge.contract'
import type { PersonRecord } from '../../../shared/contract/people.contract'
import type { CivilDate } from '../../../shared/kernel/civil-date'

export interface Span {
  readonly id: string
  readonly admittedOn: CivilDate
  readonly leftOn: CivilDate | null
}

const LAST = '9999-12-31'

/** Half-open: who leaves and is admitted on one day was not here twice. Two open stays always overlap. */
const overlap = (a: Span, b: Span): boolean => a.admittedOn < (b.leftOn ?? LAST) && b.admittedOn < (a.leftOn ?? LAST)

/** Each stay of the one record with a stay of the other that covers the same days. */
export const overlappingStays = <Row extends Span>(
  kept: readonly Row[],
  loser: readonly Row[],
): readonly { readonly kept: Row; readonly loser: Row }[] =>
  loser.flatMap((theirs) => kept.filter((own) => overlap(own, theirs)).map((own) => ({ kept: own, loser: theirs })))

/** A pair of stays, as the key of what must be chosen. */
export const stayKey = (kept: string, loser: string): string => `stay ${kept} ${loser}`

/**
 * What each record's stays give way to: the stay of the other record under which its rows go on. A stay gives way if it
 * lost one of its overlaps; what remains then overlaps nothing, or the choices contradict each other.
 */
export function stayFolds(
  pairs: readonly { readonly kept: Span; readonly loser: Span }[],
  choices: Readonly<Record<string, MergeSide>>,
): ReadonlyMap<string, string> | null {
  const folds = new Map<string, string>()
  for (const { kept, loser } of pairs) {
    const side = choices[stayKey(kept.id, loser.id)]
    const [stands, gives] = side === 'loser' ? [loser, kept] : [kept, loser]
    if (!folds.has(gives.id)) folds.set(gives.id, stands.id)
  }
  const contradicts = [...folds.values()].some((stands) => folds.has(stands))
  return contradicts ? null : folds
}

/** True if every collision that needs a choice has one. */
export const allChosen = (
  collisions: readonly MergeCollision[],
  choices: Readonly<Record<string, MergeSide>>,
): boolean => collisions.every((each) => each.same || choices[each.key] !== undefined)

type Facts = PersonRecord['facts']

/** What the kept record says once the chosen fields of the other are its own. */
export function mergedFacts(kept: Facts, loser: Facts, fromLoser: readonly MergeField[]): Facts {
  let facts = kept
  for (const field of fromLoser)
    facts =
      field === 'birthDate'
        ? { ...facts, birthDate: loser.birthDate, birthPrecision: loser.birthPrecision }
        : { ...facts, [field]: loser[field] }
  return facts
}

const shownValue = (value: string | boolean | null): string | null =>
  value === null || value === '' ? null : typeof value === 'boolean' ? (value ? 'yes' : 'no') : value

/** Each field of both, as text; null where it is empty. */
export const fieldPairs = (kept: Facts, loser: Facts, fields: readonly MergeField[]) =>
  fields.map((field) => ({ field, kept: shownValue(kept[field]), loser: shownValue(loser[field]) }))
