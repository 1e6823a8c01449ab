/** Writing links of the chain and walking it: whatever befalls a folio goes through here, so that row and chain agree. */
import type { Output } from '../../../shared/contract'
import type { CivilDate } from '../../../shared/kernel/civil-date'
import { done, refuse, refused, type Outcome } from '../../../shared/kernel/outcome'
import { legalName } from '../../../shared/kernel/text'
import { sha256Hex } from '../../platform/crypto/digest'
import type { Act, Look } from '../../platform/seam/act'
import { befallen, firstBroken, LEDGER_GENESIS, type Verdict } from './chain.rules'
import { EVENT_ACTS, refusalOf, type EventKind, type StepRefusal } from './certificate-states.rules'
import { clockRefusals } from './certificates.rules'
import * as ledger from './ledger.repo'
import { moveCertificate, type Extras, type StandingRow } from './standing.repo'
import { tellsOtherwise } from './told.rules'

/**
 * SHA-256 over the JSON array of a folio's row, linked to the one before and to the bytes of its paper. Rows from before
 * the issuer was kept are hashed without her and what came with her.
 */
export const folioHash = (row: Omit<ledger.CertificateRow, 'hash'> & { readonly paperHash: string }): string =>
  sha256Hex(
    JSON.stringify([
      row.prevHash,
      row.year,
      row.number,
      row.id,
      row.folio,
      row.personId,
      row.editionId,
      row.paperId,
      row.paperHash,
      row.factsJson,
      row.issuedOn,
      ...(row.issuedBy === null
        ? []
        : [row.issuedBy, row.kind, row.replacesId, row.template, row.templateVersion, row.validUntil]),
    ]),
  )

/** The same of what befell a folio. */
export const eventHash = (row: Omit<ledger.EventRow, 'hash'>): string =>
  sha256Hex(JSON.stringify([row.prevHash, row.certificateId, row.kind, row.on, row.at, row.by, row.factsJson]))

/** Every step of a certificate is somebody's: the app never takes one by itself. */
export function whoActs(act: Pick<Act, 'actor'>): string {
  if (act.actor.id === null) throw new Error('Nobody takes this step')
  return act.actor.id
}

/** The hash on which the next link hangs. */
export const chainHead = async (look: Pick<Look, 'db'>): Promise<string> =>
  (await ledger.findHeadHash(look.db)) ?? LEDGER_GENESIS

export type Befalling = StepRefusal | 'clock-set-back' | 'stale'

export interface Befalls {
  readonly kind: EventKind
  /** Day on which it happened; today unless it was recorded afterwards. */
  readonly on: CivilDate
  readonly facts: Readonly<Record<string, string | number | null>>
  readonly extras?: Extras
}

/** Lets something befall a certificate: asks its state, moves its row, adds the link. `version` is what was seen. */
export async function befall(
  act: Act,
  certificate: StandingRow,
  version: number,
  what: Befalls,
): Promise<Outcome<null, Befalling>> {
  const refusal = refusalOf(certificate.state, EVENT_ACTS[what.kind])
  if (refusal) return refuse(refusal, tellingOf(certificate))
  if (certificate.version !== version) return refuse('stale')
  const late = clockRefusals(act.today, await ledger.findLastDay(act.db))
  if (late.length > 0) return refused(...late)
  const link = {
    certificateId: certificate.id,
    kind: what.kind,
    on: what.on,
    at: act.now,
    by: whoActs(act),
    factsJson: JSON.stringify(what.facts),
    prevHash: await chainHead(act),
  }
  const fate = befallen(certificate, link)
  if (!fate || !(await moveCertificate(act.trx, { id: certificate.id, version }, fate, what.extras ?? {})))
    return refuse('stale')
  await ledger.insertEvent(act.trx, { ...link, hash: eventHash(link) })
  return done(null)
}

/** The facts that the sentence of a refused step may need. */
export const tellingOf = (certificate: StandingRow): Record<string, string> => ({
  folio: certificate.folio,
  day: certificate.stateOn,
  name: legalName(certificate),
})

/** The first folio whose row tells of its delivery or its end what the chain does not. */
function firstLiar(folios: readonly ledger.LedgerRow[], events: readonly ledger.EventRow[]): Verdict | null {
  const own = new Map<string, ledger.EventRow[]>()
  for (const event of events) own.set(event.certificateId, [...(own.get(event.certificateId) ?? []), event])
  const liar = folios.find((row) => tellsOtherwise(row, own.get(row.id) ?? []))
  return liar ? { folio: liar.folio, broken: 'fate' } : null
}

/** Walks the ledger: numbers unbroken in each year, every link and paper as issued, every fate as its row tells it. */
export async function verifyLedger(look: Look): Promise<Outcome<Output<'certificates.verifyLedger'>, never>> {
  const folios = await ledger.listLedger(look.db)
  const events = await ledger.listEvents(look.db)
  const verdict = firstBroken(folios, events, { folio: folioHash, event: eventHash }) ?? firstLiar(folios, events)
  return done({
    size: folios.length,
    events: events.length,
    brokenAt: verdict?.folio ?? null,
    broken: verdict?.broken ?? null,
  })
}
