/** What every question about a woman's stay is asked with. */
import type { PersonRecord } from '../../../shared/contract/people.contract'
import type { StayOfPerson } from '../../../shared/contract/stays.contract'

export interface StayActProps {
  readonly person: PersonRecord
  readonly stay: StayOfPerson
  readonly onClose: () => void
}
