/** The admission of a child: requested, in dictamen, admitted or denied; what may follow what. */
import type { AdmissionAct, AdmissionState } from '../../../shared/contract/child-standing'
import { addDays, type CivilDate } from '../../../shared/kernel/civil-date'

/** State × act → the state after it. What does not stand here cannot be done. */
export const ADMISSION: Readonly<Record<AdmissionState, Readonly<Partial<Record<AdmissionAct, AdmissionState>>>>> = {
  requested: { send: 'in-dictamen', withdraw: 'withdrawn', 'enter-at-once': 'requested' },
  'in-dictamen': { admit: 'admitted', deny: 'denied', withdraw: 'withdrawn', 'enter-at-once': 'in-dictamen' },
  admitted: { enter: 'admitted' },
  denied: { review: 'in-dictamen' },
  withdrawn: {},
}

/** True while nobody has decided: a child has at most one such admission. */
export const isOpen = (state: AdmissionState): boolean => state === 'requested' || state === 'in-dictamen'

/** Whether the dictamen of a child who lives here since a day is written down. */
export const hasRuling = (
  admissions: readonly { readonly state: AdmissionState; readonly enteredOn: CivilDate | null }[],
  since: CivilDate | null,
): boolean =>
  admissions.some((each) => each.state === 'admitted' && (since === null || (each.enteredOn ?? '') >= since))

interface Standing {
  readonly state: AdmissionState
  readonly enteredOn: CivilDate | null
}

export type AdmissionFault = 'admission-act-impossible' | 'entered-already' | 'lives-here-needs-decision'

/** The state after an act, or why it cannot be done. */
export function afterAct(admission: Standing, act: AdmissionAct): { to: AdmissionState } | { fault: AdmissionFault } {
  const to = ADMISSION[admission.state][act]
  if (!to) return { fault: 'admission-act-impossible' }
  const entered = admission.enteredOn !== null
  if (entered && (act === 'enter' || act === 'enter-at-once')) return { fault: 'entered-already' }
  // A child who lives here already cannot be left without a decision by taking the request back.
  if (entered && act === 'withdraw') return { fault: 'lives-here-needs-decision' }
  return { to }
}

/** What may be done with it now, in the order of the table. */
export const possibleActs = (admission: Standing): AdmissionAct[] =>
  (Object.keys(ADMISSION[admission.state]) as AdmissionAct[]).filter((act) => 'to' in afterAct(admission, act))

/** By when an emergency admission must be decided; null for any other, and once it is. */
export const regulariseBy = (admission: Standing & { readonly emergency: boolean }, days: number): CivilDate | null =>
  admission.emergency && admission.enteredOn !== null && isOpen(admission.state)
    ? addDays(admission.enteredOn, days)
    : null
