/** What must hold before a draft is signed off and before folios are taken. When one is earned: `decision.rules.ts`. */
import { checkCharacter } from '../../../shared/kernel/check-character'
import type { CivilDate } from '../../../shared/kernel/civil-date'
import type { Refusal } from '../../../shared/kernel/outcome'
import type { BasisChange } from './basis.rules'
import { isEnded, refusalOf, type CertificateState, type EndedRefusal } from './certificate-states.rules'
import type { Decision } from './decision.rules'

/** `2026-7K3M-Q9TX-BF2W-C`: the year, a code that tells neither center nor number, and a check character. */
export function folioText(year: number, code: string): string {
  const body = `${year}-${code.replace(/(.{4})(?=.)/g, '$1-')}`
  return `${body}-${checkCharacter(body)}`
}

/** What stands of one woman's draft on the day of an act. */
export interface DraftFacts {
  readonly name: string
  readonly state: 'draft' | 'to-sign'
  readonly signedOffBy: string | null
  /** Her name as it is to be printed; null: she has not been asked. */
  readonly printedName: string | null
  /** The same name as her record has it today. */
  readonly nameNow: string | null
  readonly change: BasisChange | undefined
}

export type DraftRefusal = BasisChange | 'name-not-asked' | 'name-changed'

/** What has changed since a draft was prepared: nothing of it goes on unseen. */
export function draftRefusals(draft: DraftFacts): readonly Refusal<DraftRefusal>[] {
  const { name } = draft
  const refusals: Refusal<DraftRefusal>[] = []
  if (draft.change) refusals.push({ code: draft.change, facts: { name } })
  if (draft.printedName === null) refusals.push({ code: 'name-not-asked', facts: { name } })
  else if (draft.printedName !== draft.nameNow)
    refusals.push({
      code: 'name-changed',
      facts: { name, was: draft.printedName, now: draft.nameNow ?? '' },
    })
  return refusals
}

/** What must hold before folios are taken: checked once for the batch, then for each woman. */
export interface IssueFacts {
  readonly signatories: number
  /** Day of the last link of the ledger. */
  readonly lastDay: CivilDate | null
  readonly today: CivilDate
  /** She who issues. */
  readonly actorId: string | null
  readonly telling: readonly string[]
  readonly women: readonly {
    readonly name: string
    readonly decision: Pick<Decision, 'earned'>
    readonly draft: DraftFacts | null
    /** Her certificate of this edition, unless the draft is to take its place. */
    readonly issuedFolio: string | null
    /** The certificate whose place it takes. */
    readonly replaces: { readonly folio: string; readonly state: CertificateState } | null
    readonly missingGlyphs: readonly string[]
  }[]
}

export type IssueRefusal =
  | DraftRefusal
  | EndedRefusal
  | 'not-signed-off'
  | 'certificate-already-issued'
  | 'same-person'
  | 'no-signatory'
  | 'too-many-signatories'
  | 'clock-set-back'
  | 'certificate-names-center'
  | 'certificate-not-earned'
  | 'glyph-missing'

/** For more the paper has no room. */
const MOST_SIGNATORIES = 4

/** Every reason why a batch may not be issued; empty if it may. All or none: nobody's folio waits for another's. */
export function decideIssue(facts: IssueFacts): readonly Refusal<IssueRefusal>[] {
  const refusals: Refusal<IssueRefusal>[] = []
  if (facts.signatories === 0) refusals.push({ code: 'no-signatory' })
  if (facts.signatories > MOST_SIGNATORIES)
    refusals.push({ code: 'too-many-signatories', facts: { count: facts.signatories, most: MOST_SIGNATORIES } })
  refusals.push(...clockRefusals(facts.today, facts.lastDay))
  for (const text of facts.telling) refusals.push({ code: 'certificate-names-center', facts: { text } })
  for (const woman of facts.women) refusals.push(...womanRefusals(woman, facts.actorId))
  return refusals
}

/** The ledger's days never go back: a day before its last says that the computer's clock is wrong. */
export const clockRefusals = (today: CivilDate, lastDay: CivilDate | null): readonly Refusal<'clock-set-back'>[] =>
  lastDay !== null && today < lastDay ? [{ code: 'clock-set-back', facts: { today, last: lastDay } }] : []

function womanRefusals(woman: IssueFacts['women'][number], actorId: string | null): readonly Refusal<IssueRefusal>[] {
  const { name, draft, replaces } = woman
  if (woman.issuedFolio) return [{ code: 'certificate-already-issued', facts: { name, folio: woman.issuedFolio } }]
  const refusals: Refusal<IssueRefusal>[] = []
  const superseding = replaces ? refusalOf(replaces.state, 'supersede') : undefined
  if (isEnded(superseding)) refusals.push({ code: superseding, facts: { name, folio: replaces?.folio ?? '' } })
  if (!woman.decision.earned) refusals.push({ code: 'certificate-not-earned', facts: { name } })
  else if (!draft || refusalOf(draft.state, 'issue')) refusals.push({ code: 'not-signed-off', facts: { name } })
  else {
    if (draft.signedOffBy === actorId) refusals.push({ code: 'same-person', facts: { name } })
    refusals.push(...draftRefusals(draft))
  }
  if (woman.missingGlyphs.length > 0)
    refusals.push({ code: 'glyph-missing', facts: { name, letters: woman.missingGlyphs.join(' ') } })
  return refusals
}
