/** When a certificate is earned: what the rule asks, what she met of it, what is missing and what was let pass. */
import { WAIVABLE, type Outlook, type Pass, type Waivable } from '../../../shared/contract/decisions.contract'
import type { CivilDate } from '../../../shared/kernel/civil-date'

export type Evaluation = 'A' | 'NA' | 'NP'

/** What an edition asks for; it took the rule of its workshop on its first day and keeps it. */
export interface CertificateRuleFacts {
  readonly endsOn: CivilDate
  readonly minRatePercent: number
  /** Hours she must have been there, where the workshop's rule asks for some. */
  readonly minHours: number | null
  readonly asksModules: boolean
  readonly asksPractical: boolean
  readonly asksTools: boolean
}

/** What is known of one woman in one edition. Attended = A + R, counted = A + R + F, over all recorded sessions. */
export interface CertificateFacts extends CertificateRuleFacts {
  readonly attended: number
  readonly counted: number
  /** Minutes credited: the sessions she came to, without what she missed of them. */
  readonly minutes: number
  readonly evaluation: Evaluation | null
  /** Modules of the edition's plan, and those she passed. */
  readonly modules: number
  readonly modulesPassed: number
  readonly practical: Pass | null
  /** Sessions of the edition whose tools did not all come back and nobody has settled. */
  readonly openTools: number
  /** What the director let pass for her. */
  readonly waives: readonly string[]
}

/** A reason why a certificate is not earned, with the figure behind it. */
export type Missing =
  | { readonly code: 'not-ended'; readonly endsOn: CivilDate }
  | { readonly code: 'no-attendance' }
  | {
      readonly code: 'rate-below-minimum'
      readonly attended: number
      readonly counted: number
      readonly minRatePercent: number
    }
  | { readonly code: 'hours-below-minimum'; readonly hours: number; readonly minHours: number }
  | { readonly code: 'modules-missing'; readonly passed: number; readonly modules: number }
  | { readonly code: 'practical-missing' }
  | { readonly code: 'practical-not-passed' }
  | { readonly code: 'tools-open'; readonly count: number }
  | { readonly code: 'not-evaluated' }
  | { readonly code: 'not-passed' }
  | { readonly code: 'did-not-sit' }

/** Who never came, did not pass, or whose group still runs, has no certificate to be given by anybody. */
export const isWaivable = (code: string): code is Waivable => WAIVABLE.some((each) => each === code)

/** One thing that the rule asks for: what it is about, and what is missing of it; nothing if it is met. */
export interface Criterion {
  readonly about: 'end' | 'rate' | 'hours' | 'modules' | 'practical' | 'tools' | 'evaluation'
  readonly missing: Missing | null
  readonly waived: boolean
}

export interface Decision {
  /** The edition has ended and the woman was evaluated: nothing is open any more. */
  readonly decided: boolean
  readonly earned: boolean
  readonly missing: readonly Missing[]
  /** Missing, but let pass by the director. */
  readonly waived: readonly Missing[]
  /** All that was asked, met or not, in the order in which it is told. */
  readonly criteria: readonly Criterion[]
}

/**
 * Earned when the edition has ended and everything that its rule asks for is met or was let pass. Exactly the minimum
 * is enough.
 */
export function decideCertificate(facts: CertificateFacts, day: CivilDate): Decision {
  const ended = facts.endsOn <= day
  const found: readonly (readonly [Criterion['about'], boolean, Missing | null])[] = [
    ['end', true, ended ? null : { code: 'not-ended', endsOn: facts.endsOn }],
    ['rate', true, rateMissing(facts)],
    ['hours', facts.minHours !== null, hoursMissing(facts)],
    ['modules', facts.asksModules, modulesMissing(facts)],
    ['practical', facts.asksPractical, practicalMissing(facts)],
    ['tools', facts.asksTools, facts.openTools > 0 ? { code: 'tools-open', count: facts.openTools } : null],
    ['evaluation', true, evaluationMissing(facts)],
  ]
  const criteria = found
    .filter(([, asked]) => asked)
    .map(([about, , missing]): Criterion => ({ about, missing, waived: isWaived(missing, facts.waives) }))
  const among = (waived: boolean) =>
    criteria.flatMap((each) => (each.missing && each.waived === waived ? [each.missing] : []))
  const missing = among(false)
  return {
    decided: ended && facts.evaluation !== null,
    earned: missing.length === 0,
    missing,
    waived: among(true),
    criteria,
  }
}

const isWaived = (missing: Missing | null, waives: readonly string[]): boolean =>
  missing !== null && isWaivable(missing.code) && waives.includes(missing.code)

function rateMissing({ attended, counted, minRatePercent }: CertificateFacts): Missing | null {
  if (counted === 0) return { code: 'no-attendance' }
  // Whole numbers only: 9 of 12 is exactly 75 %, and no rounding may take that from her.
  return attended * 100 < minRatePercent * counted
    ? { code: 'rate-below-minimum', attended, counted, minRatePercent }
    : null
}

/** Whole hours are shown, rounded down; whole minutes decide. */
const hoursMissing = ({ minutes, minHours }: CertificateFacts): Missing | null =>
  minHours !== null && minutes < minHours * 60
    ? { code: 'hours-below-minimum', hours: Math.floor(minutes / 60), minHours }
    : null

/** A plan without modules has none to pass. */
const modulesMissing = ({ modules, modulesPassed }: CertificateFacts): Missing | null =>
  modulesPassed < modules ? { code: 'modules-missing', passed: modulesPassed, modules } : null

function practicalMissing({ practical }: CertificateFacts): Missing | null {
  if (practical === null) return { code: 'practical-missing' }
  return practical === 'A' ? null : { code: 'practical-not-passed' }
}

function evaluationMissing({ evaluation }: CertificateFacts): Missing | null {
  if (evaluation === null) return { code: 'not-evaluated' }
  if (evaluation === 'NA') return { code: 'not-passed' }
  return evaluation === 'NP' ? { code: 'did-not-sit' } : null
}

/** Whether rate and hours can still be met if she comes to everything that is left. */
export function canStillReach(
  facts: Pick<CertificateFacts, 'attended' | 'counted' | 'minutes' | 'minRatePercent' | 'minHours'>,
  { ahead, minutesAhead }: Outlook,
): boolean {
  const counted = facts.counted + ahead
  const rate = counted > 0 && (facts.attended + ahead) * 100 >= facts.minRatePercent * counted
  return rate && (facts.minHours === null || facts.minutes + minutesAhead >= facts.minHours * 60)
}

/** How many of the sessions left she may still miss before the rate can no longer be met; null if it cannot be any more. */
export function mayStillMiss(
  { attended, counted, minRatePercent }: Pick<CertificateFacts, 'attended' | 'counted' | 'minRatePercent'>,
  { ahead }: Outlook,
): number | null {
  const all = counted + ahead
  const needed = Math.ceil((minRatePercent * all) / 100)
  const spare = attended + ahead - needed
  return all === 0 || spare < 0 ? null : Math.min(spare, ahead)
}
