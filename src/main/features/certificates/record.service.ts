/** An issued certificate as it is read: its record, its frozen papers, search, what ends soon. */
import type { Input, Output } from '../../../shared/contract'
import type { CertificateRecord } from '../../../shared/contract/certificate-record.contract'
import { addDays, type CivilDate } from '../../../shared/kernel/civil-date'
import { done, refuse, type Outcome } from '../../../shared/kernel/outcome'
import { fold, listName } from '../../../shared/kernel/text'
import { sha256Hex } from '../../platform/crypto/digest'
import type { Look } from '../../platform/seam/act'
import { actsOf, renewableFrom } from './certificate-states.rules'
import { hiddenEditions } from './certificates.service'
import { findSignOff, findSuccessor } from './drafts.repo'
import { duplicateFolio } from './duplicate.service'
import { readFacts } from './face.rules'
import { listFormsOf } from './forms.repo'
import { listEvents } from './ledger.repo'
import * as repo from './standing.repo'

/** The most that a search shows. */
const SHOWN = 50

type Acts = CertificateRecord['acts'][number]
const SHOWN_ACTS: readonly Acts[] = [
  'keep',
  'deliver',
  'undo-delivery',
  'duplicate',
  'start-replacement',
  'start-renewal',
  'revoke',
  'annul',
]

const foundOf = (row: repo.StandingRow) => ({
  id: row.id,
  version: row.version,
  folio: row.folio,
  personId: row.holderId,
  name: listName(row),
  editionId: row.editionId,
  title: row.title,
  state: row.state,
  stateOn: row.stateOn,
  issuedOn: row.issuedOn,
  validUntil: row.validUntil,
})

export async function record(
  look: Look,
  input: Input<'certificates.record'>,
): Promise<Outcome<CertificateRecord, 'unknown-certificate' | 'sensitive-group'>> {
  const row = await repo.findStanding(look.db, input.id)
  if (!row) return refuse('unknown-certificate')
  if ((await hiddenEditions(look)).has(row.editionId)) return refuse('sensitive-group')
  const facts = readFacts(row.factsJson)
  const hands = await repo.findHands(look.db, row.id)
  const successor = await findSuccessor(look.db, row.id)
  return done({
    ...foundOf(row),
    surname1: row.surname1,
    surname2: row.surname2,
    givenNames: row.givenNames,
    chosenName: row.chosenName,
    fileNumber: row.fileNumber,
    printedName: facts.name,
    hours: facts.hours,
    from: facts.from,
    until: facts.until,
    kind: row.kind,
    template: facts.template,
    templateVersion: row.templateVersion,
    sha256: hands.sha256,
    endCause: row.endCause,
    endNote: row.endNote,
    keptOn: row.keptOn,
    deliveredOn: row.deliveredOn,
    deliveredTo: row.deliveredTo as CertificateRecord['deliveredTo'],
    receivedBy: row.receivedBy,
    deliveredBy: hands.deliveredBy,
    issuedBy: hands.issuedBy,
    signedOffBy: (await findSignOff(look.db, row.id))?.signedOffBy ?? null,
    replaces: await linkTo(look, row.replacesId),
    replacedBy: await linkTo(look, row.replacedBy),
    successor,
    renewableFrom: laterRenewal(row, look.today),
    duplicates: await duplicatesOf(look, row),
    forms: (await listFormsOf(look.db, row.id)) as CertificateRecord['forms'],
    history: await historyOf(look, row, hands),
    acts: SHOWN_ACTS.filter(
      (act) => actsOf(row.state).includes(act) && isMeant(act, row, successor !== null, look.today),
    ),
  })
}

/** What the state takes but would mean nothing here: another draft beside one in hand, a renewal too early or of what holds for good. */
function isMeant(act: Acts, row: repo.StandingRow, inHand: boolean, today: CivilDate): boolean {
  if (act === 'keep') return row.keptOn === null
  if (act === 'start-renewal') return row.validUntil !== null && renewableFrom(row.validUntil) <= today && !inHand
  return act !== 'start-replacement' || !inHand
}

/** The day from which it may be renewed, while that is to come. */
function laterRenewal({ state, validUntil }: repo.StandingRow, today: CivilDate): CivilDate | null {
  if (validUntil === null || !actsOf(state).includes('start-renewal')) return null
  const from = renewableFrom(validUntil)
  return from > today ? from : null
}

async function linkTo(look: Look, id: string | null): Promise<CertificateRecord['replaces']> {
  const found = id === null ? undefined : await repo.findStanding(look.db, id)
  return found ? { id: found.id, folio: found.folio } : null
}

async function duplicatesOf(look: Look, row: repo.StandingRow): Promise<CertificateRecord['duplicates']> {
  const numbers = Array.from({ length: row.duplicates }, (_, n) => n + 1)
  const folios = numbers.map((number) => duplicateFolio(row.folio, number))
  const heads = new Map((await repo.listPaperHeads(look.db, folios)).map((head) => [head.folio, head]))
  const days = (await listEvents(look.db, row.id)).filter((event) => event.kind === 'duplicated')
  return numbers.flatMap((number) => {
    const head = heads.get(duplicateFolio(row.folio, number))
    const on = days[number - 1]?.on
    return head && on ? [{ paperId: head.id, folio: head.folio, number, on }] : []
  })
}

async function historyOf(
  look: Look,
  row: repo.StandingRow,
  hands: { readonly issuedBy: string | null; readonly issuedAt: string },
): Promise<CertificateRecord['history']> {
  const events = await listEvents(look.db, row.id)
  const names = await repo.listStaffNames(look.db, [...new Set(events.map((event) => event.by))])
  return [
    { event: 'issued' as const, on: row.issuedOn, at: hands.issuedAt, by: hands.issuedBy, facts: {} },
    ...events.map((event) => ({
      event: event.kind,
      on: event.on,
      at: event.at,
      by: names.get(event.by) ?? null,
      facts: told(event.factsJson),
    })),
  ]
}

/** What is worth telling of an event; what was left empty is not. */
function told(json: string): Record<string, string | number> {
  const facts = JSON.parse(json) as Record<string, unknown>
  return Object.fromEntries(
    Object.entries(facts).filter(
      (entry): entry is [string, string | number] => typeof entry[1] === 'string' || typeof entry[1] === 'number',
    ),
  )
}

/** By folio or name; without words the latest. */
export async function find(
  look: Look,
  input: Input<'certificates.find'>,
): Promise<Outcome<Output<'certificates.find'>, never>> {
  const words = fold(input.text).split(' ').filter(Boolean)
  const folio = input.text.toUpperCase().replace(/[^A-Z0-9]/g, '')
  const wanted = { folio: folio.length >= 4 ? folio : '', words, printed: input.text.replace(/[%_]/g, '') }
  const within = { hidden: [...(await hiddenEditions(look))], limit: SHOWN + 1 }
  const all =
    words.length === 0 ? await repo.listLatest(look.db, within) : await repo.searchStandings(look.db, wanted, within)
  return done({ rows: all.slice(0, SHOWN).map(foundOf), more: all.length > SHOWN })
}

/** Certificates that hold for so many days more, or no longer. */
export async function expiring(
  look: Look,
  input: Input<'certificates.expiring'>,
): Promise<Outcome<Output<'certificates.expiring'>, never>> {
  const hidden = await hiddenEditions(look)
  const left = await repo.listLeft(look.db, look.today)
  const rows = (await repo.listEnding(look.db, addDays(look.today, input.days))).filter(
    (row) => !hidden.has(row.editionId),
  )
  return done({ rows: rows.map((row) => ({ ...foundOf(row), left: left.has(row.holderId) })) })
}

/** The bytes as they were issued. A reprint is the same bytes or nothing: the hash is checked each time. */
export async function frozenPaper(look: Look, input: Input<'certificates.paper'>) {
  const paper = await repo.findFrozenPaper(look.db, input.id)
  if (!paper) return refuse('unknown-certificate')
  const { editionId, ...found } = paper
  if ((await hiddenEditions(look)).has(editionId)) return refuse('sensitive-group')
  return whole(found)
}

/** The same for the sheet of a duplicate. */
export async function duplicatePaper(look: Look, input: Input<'certificates.duplicatePaper'>) {
  const row = await repo.findStanding(look.db, input.id)
  const paper = row && (await repo.findPaperByFolio(look.db, duplicateFolio(row.folio, input.number)))
  if (!paper) return refuse('unknown-certificate')
  if ((await hiddenEditions(look)).has(row.editionId)) return refuse('sensitive-group')
  return whole(paper)
}

function whole(paper: NonNullable<Awaited<ReturnType<typeof repo.findPaperByFolio>>>) {
  const { sha256, pdf, ...shown } = paper
  if (sha256Hex(pdf) !== sha256) return refuse('paper-damaged', { folio: paper.folio })
  return done({ ...shown, pdf: Buffer.from(pdf).toString('base64') })
}
