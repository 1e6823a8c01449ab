/** What a woman who leaves is still owed, and how her hours are told. */

export interface CertificateStanding {
  readonly folio: string | null
  readonly delivered: boolean
  readonly decision: { readonly earned: boolean; readonly missing: readonly { readonly code: string }[] }
}

/** `to-evaluate`: nothing but her evaluation stands between her and a certificate. */
export const PACK_STATES = ['delivered', 'to-deliver', 'to-issue', 'to-evaluate', 'none'] as const
export type PackState = (typeof PACK_STATES)[number]

/** Where her certificate of one workshop stands. An issued one is hers whatever was corrected since. */
export function packState(standing: CertificateStanding): PackState {
  if (standing.folio !== null) return standing.delivered ? 'delivered' : 'to-deliver'
  if (standing.decision.earned) return 'to-issue'
  const [first, ...rest] = standing.decision.missing
  return first?.code === 'not-evaluated' && rest.length === 0 ? 'to-evaluate' : 'none'
}

/** True for what somebody must still do before she goes, or send after her. */
export const isOwed = (state: PackState): boolean => state !== 'delivered' && state !== 'none'

/** Minutes as hours: `18`, or `18:30` where some are left over. */
export const hoursText = (minutes: number): string =>
  minutes % 60 === 0
    ? String(minutes / 60)
    : `${String(Math.floor(minutes / 60))}:${String(minutes % 60).padStart(2, '0')}`
