/** Certificates as they leave in a bundle: where each stands, by random ids; folios stay here. */
import { monthOf, type CivilDate, type CivilMonth } from '../../../shared/kernel/civil-date'

export interface BundledCertificate {
  readonly id: string
  readonly personId: string
  readonly editionId: string
  readonly issuedOn: CivilDate
  readonly deliveredOn: CivilDate | null
  readonly kind: string
  readonly validUntil: CivilDate | null
  readonly state: string
  readonly stateOn: CivilDate
  /** The one that took its place. */
  readonly replacedBy: string | null
}

/** One that takes another's place, or that was spoiled before it left the office, is no further certificate. */
export const countsIn = (each: BundledCertificate, period: CivilMonth): boolean =>
  monthOf(each.issuedOn) === period && each.kind === 'first' && each.state !== 'annulled'

export const certificateRow = (each: BundledCertificate): Record<string, string | null> => ({
  id: each.id,
  person_id: each.personId,
  edition_id: each.editionId,
  issued_on: each.issuedOn,
  delivered_on: each.deliveredOn,
  kind: each.kind,
  valid_until: each.validUntil,
  state: each.state,
  state_on: each.stateOn,
  replaced_by: each.replacedBy,
})
