/** Where the paper is: handed over to her, to her family, at her release; kept in her file; still in the office. */
import type { Input, Output } from '../../../shared/contract'
import type { CivilDate } from '../../../shared/kernel/civil-date'
import { done, refuse, type Outcome } from '../../../shared/kernel/outcome'
import type { Act, Look } from '../../platform/seam/act'
import { isEnded, refusalOf, type CertificateAct, type EndedRefusal } from './certificate-states.rules'
import { hiddenEditions } from './certificates.service'
import { befall, tellingOf, type Befalls, whoActs } from './chain.service'
import { listWithForm } from './forms.repo'
import { findStanding, listInOffice, listLeft, type StandingRow } from './standing.repo'

interface Seen {
  readonly id: string
  readonly version: number
}

type DeliveryRefused =
  | 'unknown-certificate'
  | 'sensitive-group'
  | 'already-delivered'
  | 'already-kept'
  | 'delivered-before-issue'
  | 'clock-set-back'
  | 'stale'
  | EndedRefusal

/** One step for many papers: each is asked, moved and told; any refusal stops them all. */
async function forEach(
  act: Act,
  certificates: readonly Seen[],
  step: CertificateAct & ('deliver' | 'keep'),
  on: CivilDate,
  what: (certificate: StandingRow) => { readonly event: string; readonly befalls: Befalls },
): Promise<Outcome<null, DeliveryRefused>> {
  const hidden = await hiddenEditions(act)
  for (const { id, version } of certificates) {
    const certificate = await findStanding(act.db, id)
    if (!certificate) return refuse('unknown-certificate')
    if (hidden.has(certificate.editionId)) return refuse('sensitive-group')
    const refusal = refusalOf(certificate.state, step)
    if (refusal === 'already-delivered' || isEnded(refusal)) return refuse(refusal, tellingOf(certificate))
    if (step === 'keep' && certificate.keptOn)
      return refuse('already-kept', { ...tellingOf(certificate), day: certificate.keptOn })
    if (on < certificate.issuedOn)
      return refuse('delivered-before-issue', { folio: certificate.folio, day: certificate.issuedOn }, 'deliveredOn')
    const { event, befalls } = what(certificate)
    const outcome = await befall(act, certificate, version, befalls)
    if (!outcome.ok) return refuse(...asDelivery(outcome.refusals[0]))
    await act.audit({
      event,
      subjectType: 'certificate',
      subjectId: id,
      after: { folio: certificate.folio, on, ...befalls.facts },
    })
  }
  return done(null)
}

type First = { readonly code: string; readonly facts?: Readonly<Record<string, string | number>> } | undefined
/** Its state was asked before: what is left is the clock, or somebody who was faster. */
const asDelivery = (refusal: First): ['clock-set-back' | 'stale', Readonly<Record<string, string | number>>?] =>
  refusal?.code === 'clock-set-back' ? ['clock-set-back', refusal.facts] : ['stale']

export async function markDelivered(act: Act, input: Input<'certificates.markDelivered'>) {
  const { deliveredOn, to, receivedBy } = input
  if (deliveredOn > act.today) return refuse('delivered-in-future', { today: act.today }, 'deliveredOn')
  const outcome = await forEach(act, input.certificates, 'deliver', deliveredOn, () => ({
    event: 'certificate.delivered',
    befalls: {
      kind: 'delivered',
      on: deliveredOn,
      facts: { to, receivedBy },
      extras: { deliveredTo: to, receivedBy, deliveredBy: whoActs(act) },
    },
  }))
  return outcome.ok ? outcome : withoutKept(outcome)
}

/** What she takes with a receipt that she signed. */
export interface Taken {
  readonly certificateIds: readonly string[]
  readonly on: CivilDate
  readonly to: Input<'certificates.markDelivered'>['to']
  readonly receivedBy: string | null
}

/** Marks delivered what of it still lies in the office; what was handed over before, or holds no more, is left as it is. */
export async function deliverTaken(act: Act, taken: Taken) {
  const wanted = new Set(taken.certificateIds)
  const hidden = await hiddenEditions(act)
  const open = (await listInOffice(act.db)).filter((row) => wanted.has(row.id) && !hidden.has(row.editionId))
  const outcome = await markDelivered(act, {
    certificates: open.map(({ id, version }) => ({ id, version })),
    deliveredOn: taken.on,
    to: taken.to,
    receivedBy: taken.receivedBy,
  })
  if (outcome.ok) return done({ delivered: open.length })
  const [first] = outcome.refusals
  return first?.code === 'clock-set-back' ? refuse('clock-set-back', first.facts) : refuse('stale')
}

export async function keep(act: Act, input: Input<'certificates.keep'>) {
  const { keptOn } = input
  if (keptOn > act.today) return refuse('delivered-in-future', { today: act.today }, 'keptOn')
  return forEach(act, input.certificates, 'keep', keptOn, () => ({
    event: 'certificate.kept',
    befalls: { kind: 'kept', on: keptOn, facts: {} },
  }))
}

/** Handing over does not ask whether it was kept. */
const withoutKept = (outcome: Extract<Outcome<null, DeliveryRefused>, { ok: false }>) => {
  const [first] = outcome.refusals
  return first && first.code !== 'already-kept' ? refuse(first.code, first.facts, first.field) : refuse('stale')
}

/** A delivery recorded by mistake: the paper is in the office after all. */
export async function undoDelivery(act: Act, input: Input<'certificates.undoDelivery'>) {
  const certificate = await findStanding(act.db, input.id)
  if (!certificate) return refuse('unknown-certificate')
  if ((await hiddenEditions(act)).has(certificate.editionId)) return refuse('sensitive-group')
  const refusal = refusalOf(certificate.state, 'undo-delivery')
  if (refusal === 'not-delivered' || isEnded(refusal)) return refuse(refusal, tellingOf(certificate))
  const outcome = await befall(act, certificate, input.version, {
    kind: 'delivery-undone',
    on: act.today,
    facts: { note: input.reason },
    extras: { deliveredTo: null, receivedBy: null, deliveredBy: null },
  })
  if (!outcome.ok) return refuse(...asDelivery(outcome.refusals[0]))
  await act.audit({
    event: 'certificate.delivery-undone',
    subjectType: 'certificate',
    subjectId: certificate.id,
    before: { folio: certificate.folio, deliveredOn: certificate.deliveredOn, to: certificate.deliveredTo },
    reason: input.reason,
  })
  return done(null)
}

/** Everything issued that still lies in the office; women who have left first, then in list order. */
export async function undelivered(look: Look): Promise<Outcome<Output<'certificates.undelivered'>, never>> {
  const hidden = await hiddenEditions(look)
  const left = await listLeft(look.db, look.today)
  const withForm = await listWithForm(look.db)
  const rows = (await listInOffice(look.db))
    .filter((row) => !hidden.has(row.editionId))
    .map((row) => ({
      id: row.id,
      version: row.version,
      folio: row.folio,
      personId: row.holderId,
      surname1: row.surname1,
      surname2: row.surname2,
      givenNames: row.givenNames,
      chosenName: row.chosenName,
      fileNumber: row.fileNumber,
      editionId: row.editionId,
      title: row.title,
      issuedOn: row.issuedOn,
      keptOn: row.keptOn,
      hasForm: withForm.has(row.id),
      leftOn: left.get(row.holderId) ?? null,
    }))
  return done({ rows: [...rows.filter((row) => row.leftOn), ...rows.filter((row) => !row.leftOn)] })
}
