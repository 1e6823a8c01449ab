/** When a certificate is earned, when it may be issued, and what may never stand on its face. */
import type { CivilDate } from '../../../shared/kernel/civil-date'
import type { Refusal } from '../../../shared/kernel/outcome'
import { fold } from '../../../shared/kernel/text'
import { checkCharacter } from '../../../shared/kernel/check-character'

export type Evaluation = 'A' | 'NA' | 'NP'

/** What is known of one woman in one edition. Attended = A + R, counted = A + R + F, over all recorded sessions. */
export interface CertificateFacts {
  readonly endsOn: CivilDate
  readonly minRatePercent: number
  /** Hours she must have been there, where the workshop's rule asks for some. */
  readonly minHours: number | null
  readonly attended: number
  readonly counted: number
  /** Minutes credited: the sessions she came to, without what she missed of them. */
  readonly minutes: number
  readonly evaluation: Evaluation | null
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
  | { readonly code: 'not-evaluated' }
  | { readonly code: 'not-passed' }
  | { readonly code: 'did-not-sit' }

export interface Decision {
  /** The edition has ended and the woman was evaluated: nothing is open any more. */
  readonly decided: boolean
  readonly earned: boolean
  readonly missing: readonly Missing[]
}

/**
 * Earned when the edition has ended, neither rate nor hours are below their minimum (exactly the minimum is enough) and
 * she passed.
 */
export function decideCertificate(facts: CertificateFacts, day: CivilDate): Decision {
  const missing: Missing[] = []
  const ended = facts.endsOn <= day
  if (!ended) missing.push({ code: 'not-ended', endsOn: facts.endsOn })
  const { attended, counted, minRatePercent } = facts
  if (counted === 0) missing.push({ code: 'no-attendance' })
  // Whole numbers only: 9 of 12 is exactly 75 %, and no rounding may take that from her.
  else if (attended * 100 < minRatePercent * counted)
    missing.push({ code: 'rate-below-minimum', attended, counted, minRatePercent })
  const { minutes, minHours } = facts
  // Whole hours are shown, rounded down; whole minutes decide.
  if (minHours !== null && minutes < minHours * 60)
    missing.push({ code: 'hours-below-minimum', hours: Math.floor(minutes / 60), minHours })
  if (facts.evaluation === null) missing.push({ code: 'not-evaluated' })
  else if (facts.evaluation === 'NA') missing.push({ code: 'not-passed' })
  else if (facts.evaluation === 'NP') missing.push({ code: 'did-not-sit' })
  return { decided: ended && facts.evaluation !== null, earned: missing.length === 0, missing }
}

/** `2026-7K3M-Q9TX-BF2W-C`: the year, a code that tells neither center nor number, and a check character. */
export function folioText(year: number, code: string): string {
  const body = `${year}-${code.replace(/(.{4})(?=.)/g, '$1-')}`
  return `${body}-${checkCharacter(body)}`
}

export interface LedgerLink {
  readonly year: number
  readonly number: number
  readonly prevHash: string
  readonly hash: string
}

export const LEDGER_GENESIS = '0'.repeat(64)

/** The first link of the ledger (in order of issue) whose number or chain does not hold, or null. `hashOf` rebuilds a link's hash. */
export function firstBrokenLink<Link extends LedgerLink>(
  links: readonly Link[],
  hashOf: (link: Link) => string,
): Link | null {
  let head = LEDGER_GENESIS
  let last = { year: 0, number: 0 }
  for (const link of links) {
    const expected = link.year === last.year ? last.number + 1 : 1
    const holds = link.year >= last.year && link.number === expected && link.prevHash === head
    if (!holds || link.hash !== hashOf(link)) return link
    head = link.hash
    last = link
  }
  return null
}

/** Words that would tell where a certificate was earned (docs/domain.md §2.5), folded; matched at the start of a word. */
const TELLING = ['penitenciari', 'penal', 'reclusori', 'cereso', 'cefereso', 'prision', 'carcel', 'recluid', 'ppl']

/** The words on a certificate's face that would name the center or the prison; empty if the face tells nothing. */
export function tellingWords(
  face: readonly string[],
  center: { readonly name: string; readonly code: string },
): readonly string[] {
  const name = ` ${fold(center.name)} `
  const code = ` ${fold(center.code)} `
  return face.filter((text) => {
    const folded = ` ${fold(text)} `
    return folded.includes(name) || folded.includes(code) || TELLING.some((word) => folded.includes(` ${word}`))
  })
}

/** What must hold before folios are taken: checked once for the batch, then for each woman. */
export interface IssueFacts {
  readonly signatories: number
  readonly lastIssuedOn: CivilDate | null
  readonly today: CivilDate
  readonly telling: readonly string[]
  readonly women: readonly {
    readonly name: string
    readonly decision: Decision
    readonly issuedFolio: string | null
    readonly missingGlyphs: readonly string[]
  }[]
}

export type IssueRefusal =
  | 'no-signatory'
  | 'clock-set-back'
  | 'certificate-names-center'
  | 'certificate-not-earned'
  | 'certificate-already-issued'
  | 'glyph-missing'

/** Every reason why a batch may not be issued; empty if it may. All or none: nobody's folio waits for another's. */
export function decideIssue(facts: IssueFacts): readonly Refusal<IssueRefusal>[] {
  const refusals: Refusal<IssueRefusal>[] = []
  if (facts.signatories === 0) refusals.push({ code: 'no-signatory' })
  if (facts.lastIssuedOn && facts.today < facts.lastIssuedOn)
    refusals.push({ code: 'clock-set-back', facts: { today: facts.today, last: facts.lastIssuedOn } })
  for (const text of facts.telling) refusals.push({ code: 'certificate-names-center', facts: { text } })
  for (const woman of facts.women) {
    if (woman.issuedFolio)
      refusals.push({ code: 'certificate-already-issued', facts: { name: woman.name, folio: woman.issuedFolio } })
    else if (!woman.decision.earned) refusals.push({ code: 'certificate-not-earned', facts: { name: woman.name } })
    if (woman.missingGlyphs.length > 0)
      refusals.push({ code: 'glyph-missing', facts: { name: woman.name, letters: woman.missingGlyphs.join(' ') } })
  }
  return refusals
}
