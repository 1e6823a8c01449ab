/** What ends a certificate or will take its place: revoked, annulled, a replacement or a renewal begun. */
import { randomUUID } from 'node:crypto'
import type { Input } from '../../../shared/contract'
import { done, refuse, type Outcome } from '../../../shared/kernel/outcome'
import { legalName } from '../../../shared/kernel/text'
import type { Act, Look } from '../../platform/seam/act'
import { basisFrom, nameKindOf, printedNameOf } from './basis.rules'
import { isEnded, refusalOf, renewableFrom, type CertificateAct, type EndedRefusal } from './certificate-states.rules'
import * as repo from './certificates.repo'
import { hiddenEditions } from './certificates.service'
import { befall, tellingOf, type Befalls, whoActs } from './chain.service'
import * as drafts from './drafts.repo'
import { readFacts, type CertificateFacts } from './face.rules'
import { faceOf, type Face } from './face.service'
import { findForm, insertForms, spoilForm } from './forms.repo'
import { dropDuplicateDraft } from './sign-off.service'
import { findStanding, type StandingRow } from './standing.repo'

type FindRefused = 'unknown-certificate' | 'sensitive-group' | 'stale' | 'already-delivered' | EndedRefusal

/** The certificate as she saw it, if its state takes the act. */
export async function findFor(
  look: Look,
  seen: { readonly id: string; readonly version: number },
  step: CertificateAct,
): Promise<Outcome<StandingRow, FindRefused>> {
  const certificate = await findStanding(look.db, seen.id)
  if (!certificate) return refuse('unknown-certificate')
  if ((await hiddenEditions(look)).has(certificate.editionId)) return refuse('sensitive-group')
  const refusal = refusalOf(certificate.state, step)
  if (refusal === 'already-delivered' || isEnded(refusal)) return refuse(refusal, tellingOf(certificate))
  return certificate.version === seen.version ? done(certificate) : refuse('stale')
}

/** A refusal that the state's table cannot give for this act. */
const never = <Code extends string>(outcome: Outcome<StandingRow, Code | 'already-delivered'>) =>
  outcome as Outcome<StandingRow, Code>

const END_EVENTS = { revoked: 'certificate.revoked', annulled: 'certificate.annulled' } as const
const START_EVENTS = { replacement: 'certificate.replacement-started', renewal: 'certificate.renewal-started' } as const

type Ending = Befalls & { readonly kind: keyof typeof END_EVENTS }

async function end(act: Act, certificate: StandingRow, what: Ending, reason: string | null) {
  const outcome = await befall(act, certificate, certificate.version, what)
  if (!outcome.ok) {
    const [first] = outcome.refusals
    return first?.code === 'clock-set-back' ? refuse('clock-set-back', first.facts) : refuse('stale')
  }
  await act.audit({
    event: END_EVENTS[what.kind],
    subjectType: 'certificate',
    subjectId: certificate.id,
    before: { state: certificate.state },
    after: { folio: certificate.folio, ...what.facts },
    reason: reason ?? undefined,
  })
  return done(null)
}

/** It says what is not so: from now on whoever verifies it is told. */
export async function revoke(act: Act, input: Input<'certificates.revoke'>) {
  const found = never(await findFor(act, input, 'revoke'))
  if (!found.ok) return found
  const { cause, note } = input
  await dropSuccessor(act, found.value)
  return end(
    act,
    found.value,
    { kind: 'revoked', on: act.today, facts: { cause, note }, extras: { endCause: cause, endNote: note } },
    note,
  )
}

/** The paper came out wrong and stayed in the office. The blank form is accounted for as spoiled. */
export async function annul(act: Act, input: Input<'certificates.annul'>) {
  const found = await findFor(act, input, 'annul')
  if (!found.ok) return found
  const { cause, note, formNumber } = input
  if (cause === 'other' && note === null) return refuse('note-missing', undefined, 'note')
  const certificate = found.value
  if (formNumber !== null) {
    const known = await findForm(act.db, formNumber)
    if (known && (known.spoiledCause !== null || known.certificateId !== certificate.id))
      return refuse('form-known', { number: formNumber }, 'formNumber')
    if (known) await spoilForm(act.trx, known.id, { cause, note })
    else
      await insertForms(
        act.trx,
        [{ number: formNumber, purpose: 'certificate', certificateId: certificate.id, cause, note }],
        { on: act.today, by: whoActs(act) },
      )
  }
  await dropSuccessor(act, certificate)
  const facts = { cause, note, formNumber }
  return end(
    act,
    certificate,
    { kind: 'annulled', on: act.today, facts, extras: { endCause: cause, endNote: note } },
    note,
  )
}

/** What was to take its place has nothing to take the place of any more. */
async function dropSuccessor(act: Act, certificate: StandingRow): Promise<void> {
  const open = await drafts.listOpenDrafts(act.db, certificate.editionId)
  const draft = open.find((each) => each.replacesId === certificate.id)
  if (draft) await dropDuplicateDraft(act, draft.id, certificate.folio)
}

type StartRefused = 'not-a-candidate' | 'name-not-asked' | 'successor-in-hand'

/** Everything for the draft that will take a certificate's place, and what would be printed on it. */
async function successorOf(act: Act, certificate: StandingRow) {
  const edition = await repo.findEdition(act.db, certificate.editionId)
  const scope = { editionId: certificate.editionId, personId: certificate.holderId }
  const row = (await repo.listCandidates(act.db, act.today, scope)).find(
    (each) => each.personId === certificate.holderId,
  )
  if (!edition || !row) return refuse<StartRefused>('not-a-candidate')
  if ((await drafts.listOpenDrafts(act.db, edition.id)).some((each) => each.personId === row.personId))
    return refuse<StartRefused>('successor-in-hand', { folio: certificate.folio })
  const frozen = readFacts(certificate.factsJson)
  const wish = (await drafts.listWishes(act.db, [row.personId])).get(row.personId) ?? null
  const nameKind = nameKindOf(row, wish)
  if (nameKind === null) return refuse<StartRefused>('name-not-asked', { name: legalName(certificate) })
  const face = await faceOf(act.db, edition, act.today)
  const printedName = printedNameOf(row, nameKind)
  const closedOn = await drafts.findClosedOn(act.db, edition.id)
  return done({
    edition,
    changed: correctable({ ...face, name: printedName }, frozen) !== correctable(frozen, frozen),
    draft: {
      id: randomUUID(),
      editionId: edition.id,
      personId: row.personId,
      replacesId: certificate.id,
      nameKind,
      printedName,
      template: certificate.template,
      basis: basisFrom(edition, row, closedOn),
    },
  })
}

/**
 * What of a face may have been printed wrong. Who signs and where to ask changes with the years and is no error; what the
 * paper of `frozen` had no room for yet is none either.
 */
const correctable = (
  of: Pick<Face, 'trade' | 'hours' | 'from' | 'until' | 'issuer' | 'place' | 'registration' | 'modules'> & {
    readonly name: string
  },
  frozen: CertificateFacts,
): string =>
  JSON.stringify([
    [of.name, of.trade, of.hours, of.from, of.until, of.issuer, of.place],
    frozen.templateVersion > 1 && [
      of.registration?.body,
      of.registration?.number,
      of.registration?.standard,
      ...of.modules.flatMap((each) => [each.title, each.minutes]),
    ],
  ])

type Successor = drafts.NewDraft & { readonly kind: keyof typeof START_EVENTS }

async function start(act: Act, certificate: StandingRow, draft: Successor) {
  await drafts.insertDrafts(act.trx, [draft], { on: act.today, by: whoActs(act) })
  await act.audit({
    event: START_EVENTS[draft.kind],
    subjectType: 'certificate',
    subjectId: certificate.id,
    after: { folio: certificate.folio, cause: draft.cause, printedName: draft.printedName },
    reason: draft.note ?? undefined,
  })
  return done({ editionId: draft.editionId })
}

/** A new folio for what is printed wrong; without anything to correct a duplicate is what she needs. */
export async function startReplacement(act: Act, input: Input<'certificates.startReplacement'>) {
  const found = never(await findFor(act, input, 'start-replacement'))
  if (!found.ok) return found
  const next = await successorOf(act, found.value)
  if (!next.ok) return next
  if (!next.value.changed) return refuse('nothing-to-correct', { folio: found.value.folio })
  const { cause, note } = input
  return start(act, found.value, { ...next.value.draft, kind: 'replacement', cause, note })
}

/** A new folio with a new validity, from three months before the old one's end. */
export async function startRenewal(act: Act, input: Input<'certificates.startRenewal'>) {
  const found = never(await findFor(act, input, 'start-renewal'))
  if (!found.ok) return found
  const { validUntil, folio } = found.value
  const next = await successorOf(act, found.value)
  if (!next.ok) return next
  if (validUntil === null || next.value.edition.validMonths === null) return refuse('no-validity', { folio })
  const from = renewableFrom(validUntil)
  if (act.today < from) return refuse('renewal-too-early', { folio, day: from })
  return start(act, found.value, { ...next.value.draft, kind: 'renewal', cause: 'renewal', note: input.note })
}
