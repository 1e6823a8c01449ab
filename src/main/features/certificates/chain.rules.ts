/** The one chain of folios and of what befell them: how its links hold, and what the fate of each folio is by it. */
import type { CivilDate } from '../../../shared/kernel/civil-date'
import { CERTIFICATE_STEPS, EVENT_ACTS, type CertificateState, type EventKind } from './certificate-states.rules'

export const LEDGER_GENESIS = '0'.repeat(64)

interface Link {
  readonly prevHash: string
  readonly hash: string
}

/** A folio given, and where its row says that it stands. */
export interface FolioLink extends Link {
  readonly id: string
  readonly folio: string
  readonly year: number
  readonly number: number
  readonly issuedOn: CivilDate
  /** Null: issued before deliveries were links of the chain. */
  readonly issuedBy: string | null
  readonly state: string
  readonly stateOn: CivilDate
  readonly deliveredOn: CivilDate | null
  readonly keptOn: CivilDate | null
  readonly duplicates: number
  readonly replacedBy: string | null
}

/** Something that befell it. */
export interface EventLink extends Link {
  readonly certificateId: string
  readonly kind: EventKind
  readonly on: CivilDate
  readonly factsJson: string
}

export interface Fate {
  readonly state: CertificateState
  readonly stateOn: CivilDate
  readonly deliveredOn: CivilDate | null
  readonly keptOn: CivilDate | null
  readonly duplicates: number
  /** The certificate that took its place. */
  readonly replacedBy: string | null
}

/** `chain`: two links hang on one; `number`: a gap or a repetition; `hash`: altered; `fate`: no such step, or the row says otherwise; `loose`: hangs on nothing. */
export type Broken = 'chain' | 'number' | 'hash' | 'fate' | 'loose'

export interface Verdict {
  readonly folio: string
  readonly broken: Broken
}

/** As a certificate begins; one from before deliveries were chained begins where its row had it. */
function born(link: FolioLink, first: EventLink | undefined): Fate {
  const wasDelivered =
    link.issuedBy === null &&
    first?.kind !== 'delivered' &&
    (link.deliveredOn !== null || first?.kind === 'delivery-undone')
  const on = wasDelivered ? (link.deliveredOn ?? link.issuedOn) : link.issuedOn
  return {
    state: wasDelivered ? 'delivered' : 'issued',
    stateOn: on,
    deliveredOn: wasDelivered ? on : null,
    keptOn: null,
    duplicates: 0,
    replacedBy: null,
  }
}

/** Where an event takes a folio; nothing if its state does not take it. */
export function befallen(fate: Fate, event: Pick<EventLink, 'kind' | 'on' | 'factsJson'>): Fate | undefined {
  const step = CERTIFICATE_STEPS[fate.state][EVENT_ACTS[event.kind]]
  if ('refused' in step || step.to === 'gone') return undefined
  const moved = step.to === fate.state ? fate : { ...fate, state: step.to, stateOn: event.on }
  switch (event.kind) {
    case 'kept':
      return { ...moved, keptOn: event.on }
    case 'delivered':
      return { ...moved, deliveredOn: event.on }
    case 'delivery-undone':
      return { ...moved, deliveredOn: null }
    case 'duplicated':
      return { ...moved, duplicates: fate.duplicates + 1 }
    case 'replaced':
    case 'renewed':
      return { ...moved, replacedBy: successorIn(event.factsJson) }
    case 'revoked':
    case 'annulled':
      return moved
  }
}

const successorIn = (json: string): string | null => {
  const facts = JSON.parse(json) as { readonly successorId?: unknown }
  return typeof facts.successorId === 'string' ? facts.successorId : null
}

/** True if the row says what the chain says. */
const agrees = (row: FolioLink, fate: Fate): boolean =>
  row.state === fate.state &&
  row.stateOn === fate.stateOn &&
  row.deliveredOn === fate.deliveredOn &&
  row.keptOn === fate.keptOn &&
  row.duplicates === fate.duplicates &&
  row.replacedBy === fate.replacedBy

/** Deliveries and their undoing: what a certificate from before the chain had them may begin with. */
const ofDelivery = (event: EventLink): boolean => event.kind === 'delivered' || event.kind === 'delivery-undone'

/**
 * Walks from the first link to the last and names the first folio that does not hold: chain, numbers, hashes, and the fate
 * of each as its row tells it. Folios and events come in the order of the ledger. `hashOf` rebuilds a link's hash.
 */
export function firstBroken<F extends FolioLink, E extends EventLink>(
  folios: readonly F[],
  events: readonly E[],
  hashOf: { readonly folio: (link: F) => string; readonly event: (link: E) => string },
): Verdict | null {
  const folioOf = new Map(folios.map((each) => [each.id, each]))
  const nameOf = (link: F | E): string =>
    'folio' in link ? link.folio : (folioOf.get(link.certificateId)?.folio ?? link.certificateId)
  const next = new Map<string, F | E>()
  for (const link of [...folios, ...events]) {
    if (next.has(link.prevHash)) return { folio: nameOf(link), broken: 'chain' }
    next.set(link.prevHash, link)
  }
  const firstDelivery = new Map(
    [...events]
      .reverse()
      .filter(ofDelivery)
      .map((each) => [each.certificateId, each]),
  )
  const fates = new Map<string, Fate>()
  const walked = new Set<F | E>()
  let last = { year: 0, number: 0 }
  for (let link = next.get(LEDGER_GENESIS); link && !walked.has(link); link = next.get(link.hash)) {
    walked.add(link)
    if ('folio' in link) {
      const expected = link.year === last.year ? last.number + 1 : 1
      if (link.year < last.year || link.number !== expected) return { folio: link.folio, broken: 'number' }
      if (link.hash !== hashOf.folio(link)) return { folio: link.folio, broken: 'hash' }
      fates.set(link.id, born(link, firstDelivery.get(link.id)))
      last = link
    } else {
      if (link.hash !== hashOf.event(link)) return { folio: nameOf(link), broken: 'hash' }
      const fate = fates.get(link.certificateId)
      const moved = fate && befallen(fate, link)
      if (!moved) return { folio: nameOf(link), broken: 'fate' }
      fates.set(link.certificateId, moved)
    }
  }
  const loose = [...folios, ...events].find((link) => !walked.has(link))
  if (loose) return { folio: nameOf(loose), broken: 'loose' }
  const liar = folios.find((row) => !agrees(row, fates.get(row.id) ?? born(row, undefined)))
  return liar ? { folio: liar.folio, broken: 'fate' } : null
}
