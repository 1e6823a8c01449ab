/** What a certificate rests on, as it was when somebody looked at it: so that what changed since is told, not overwritten. */
import type { CivilDate } from '../../../shared/kernel/civil-date'
import { legalName, spokenName, squeeze, type NameParts } from '../../../shared/kernel/text'
import type { CertificateFacts } from './decision.rules'

export const NAME_KINDS = ['legal', 'chosen'] as const
export type NameKind = (typeof NAME_KINDS)[number]

/** Kept with the draft, compared at each step. */
export interface Basis {
  readonly rule: Readonly<Record<string, unknown>>
  readonly figures: Readonly<Record<string, unknown>>
  /** Day on which the edition was closed; null while it was open. */
  readonly closedOn: CivilDate | null
}

/** The part of an edition that says what is asked and what is printed. */
export interface RuleFacts extends Pick<
  CertificateFacts,
  'endsOn' | 'minRatePercent' | 'minHours' | 'asksModules' | 'asksPractical' | 'asksTools'
> {
  readonly title: string
  readonly hours: number
  readonly startsOn: CivilDate
  readonly validMonths: number | null
}

/** Rule, figures and whether the edition was closed, out of what a decision is made of. */
export const basisFrom = (
  edition: RuleFacts,
  row: Omit<CertificateFacts, keyof RuleFacts>,
  closedOn: CivilDate | null,
): Basis => ({
  rule: {
    title: edition.title,
    hours: edition.hours,
    startsOn: edition.startsOn,
    endsOn: edition.endsOn,
    minRatePercent: edition.minRatePercent,
    minHours: edition.minHours,
    asksModules: edition.asksModules,
    asksPractical: edition.asksPractical,
    asksTools: edition.asksTools,
    validMonths: edition.validMonths,
  },
  figures: {
    attended: row.attended,
    counted: row.counted,
    minutes: row.minutes,
    evaluation: row.evaluation,
    modules: row.modules,
    modulesPassed: row.modulesPassed,
    practical: row.practical,
    openTools: row.openTools,
    waives: [...row.waives].sort(),
  },
  closedOn,
})

export type BasisChange = 'edition-reopened' | 'rule-changed' | 'figures-changed'

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** What is no longer as it was; nothing if all is. An edition closed since then has only become firmer. */
export function basisChange(then: Basis, now: Basis): BasisChange | undefined {
  if (then.closedOn !== null && now.closedOn === null) return 'edition-reopened'
  if (!same(then.rule, now.rule)) return 'rule-changed'
  return same(then.figures, now.figures) ? undefined : 'figures-changed'
}

/** Her name as it would be printed. */
export const printedNameOf = (name: NameParts, kind: NameKind): string =>
  squeeze(kind === 'chosen' ? spokenName(name) : legalName(name))

/** Which of her names: what she asked for; a woman without a chosen name has but one. Null: she must be asked. */
export function nameKindOf(name: NameParts, wish: NameKind | null): NameKind | null {
  if (!name.chosenName) return 'legal'
  return wish
}
