/** Who signs for an outing: a list of the center with an order, conditions as data, and what may come after the fact. */
import type { OutingKind } from '../../../shared/contract/outings.contract'
import type { Custody, SigningRule } from '../../../shared/contract/signing'
import type { CivilDate } from '../../../shared/kernel/civil-date'
import { fold } from '../../../shared/kernel/text'

/** What the conditions of a signature ask about an outing. */
export interface Circumstances {
  readonly kind: OutingKind
  readonly overnight: boolean
  readonly travels: boolean
  readonly custody: Custody
  /** A protection measure is open on the day of leaving. */
  readonly measure: boolean
}

/** One authorisation that an outing needs. */
export interface Required {
  readonly authorisation: string
  readonly recordedBy: SigningRule['recordedBy']
  readonly scope: SigningRule['scope']
  /** Before leaving on paper; in an emergency by phone is enough, or it may follow. */
  readonly when: 'before' | 'phone' | 'after'
}

/** A signature that stands: of this round, not withdrawn. */
export interface Signature {
  readonly authorisation: string
  readonly how: 'paper' | 'phone'
  /** Null: the office's list says it was given, not when. */
  readonly signedOn: CivilDate | null
}

/** Whether a rule asks for its signature: always where it has no condition, otherwise where any of them fits. */
export const isRequired = (rule: Pick<SigningRule, 'requiredWhen'>, about: Circumstances): boolean =>
  rule.requiredWhen.length === 0 || rule.requiredWhen.some((condition) => fits(condition, about))

/** A condition fits if everything that it names is so. */
const fits = (condition: SigningRule['requiredWhen'][number], about: Circumstances): boolean =>
  (condition.kinds === undefined || condition.kinds.includes(about.kind)) &&
  (condition.custody === undefined || condition.custody.includes(about.custody)) &&
  (!condition.overnight || about.overnight) &&
  (!condition.travels || about.travels) &&
  (!condition.measure || about.measure)

/** What an outing needs, in the center's order. Only an emergency may do with less before it leaves. */
export const requiredFor = (rules: readonly SigningRule[], about: Circumstances): readonly Required[] =>
  rules
    .filter((rule) => isRequired(rule, about))
    .map((rule) => ({
      authorisation: rule.name,
      recordedBy: rule.recordedBy,
      scope: rule.scope,
      when: about.kind === 'emergency' ? rule.emergency : 'before',
    }))

const isGiven = (authorisation: string, signatures: readonly Signature[], byPhone: boolean, day?: CivilDate): boolean =>
  signatures.some(
    (signature) =>
      fold(signature.authorisation) === fold(authorisation) &&
      (byPhone || signature.how === 'paper') &&
      (signature.signedOn === null || day === undefined || signature.signedOn <= day),
  )

/** What must be there before leaving and is not, on a day; a signature dated later does not count. */
export const missingSignatures = (
  required: readonly Required[],
  signatures: readonly Signature[],
  day?: CivilDate,
): readonly string[] =>
  required
    .filter(({ when }) => when !== 'after')
    .filter(({ authorisation, when }) => !isGiven(authorisation, signatures, when === 'phone', day))
    .map(({ authorisation }) => authorisation)

/** What an emergency left to be put in order: everything that is not on paper. */
export const owedSignatures = (required: readonly Required[], signatures: readonly Signature[]): readonly string[] =>
  required
    .filter(({ when, authorisation }) => when !== 'before' && !isGiven(authorisation, signatures, false))
    .map(({ authorisation }) => authorisation)

/** The direction's own line, as the demo's report speaks of it. */
export const isDirection = (authorisation: string): boolean => fold(authorisation).startsWith('direc')

/** The people who asked for the plan as it stands: none of them may approve it. */
export interface Askers {
  readonly ids: readonly (string | null)[]
  readonly names: readonly (string | null)[]
}

export type SignRefusal = 'signature-of-director' | 'signature-of-office' | 'requester-approves'

/**
 * Why a person may not record this authorisation, if so. Whoever asked may not approve, also not from another account of
 * hers: the same name is the same person.
 */
export function refusalToSign(
  rule: Pick<Required, 'recordedBy'>,
  actor: { readonly id: string | null; readonly name: string; readonly role: string },
  askers: Askers,
): SignRefusal | null {
  if (rule.recordedBy === 'office') return actor.role === 'director' ? 'signature-of-office' : null
  if (actor.role !== 'director') return 'signature-of-director'
  const same =
    (actor.id !== null && askers.ids.includes(actor.id)) ||
    askers.names.some((name) => name !== null && fold(name) === fold(actor.name))
  return same ? 'requester-approves' : null
}

/** Whether an authorisation is one of those that must be in before the direction decides. */
export const comesFirst = (required: readonly Required[], authorisation: string): boolean =>
  required.some((each) => each.authorisation === authorisation && each.recordedBy === 'office')
