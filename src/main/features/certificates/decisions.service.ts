/** The decision page: met and missing per woman, the rows behind it, what the director let pass and what changed since. */
import type { Input, Output } from '../../../shared/contract'
import type { Outlook } from '../../../shared/contract/decisions.contract'
import { done, refuse, type Outcome } from '../../../shared/kernel/outcome'
import { legalName } from '../../../shared/kernel/text'
import type { ReadDb } from '../../platform/db/types'
import type { Act, Look } from '../../platform/seam/act'
import { openToolDifferences } from '../attendance'
import { basisChange, basisFrom, type Basis } from './basis.rules'
import * as repo from './certificates.repo'
import { hiddenEditions } from './certificates.service'
import { canStillReach, decideCertificate, mayStillMiss, type Decision } from './decision.rules'
import * as decisions from './decisions.repo'
import { findRegistration } from './face.repo'
import { changedFacts } from './since.rules'

type Row = Output<'certificates.decisions'>['women'][number]

/** The edition if she who looks may know who is in it. */
export async function openEdition(
  look: Look,
  editionId: string,
): Promise<Outcome<repo.EditionRow, 'unknown-edition' | 'sensitive-group'>> {
  const edition = await repo.findEdition(look.db, editionId)
  if (!edition) return refuse('unknown-edition')
  return (await hiddenEditions(look)).has(edition.id) ? refuse('sensitive-group') : done(edition)
}

/** The women of an edition, each once: one with several certificates is decided once. */
export async function womenOf(look: Look, editionId: string): Promise<readonly repo.CandidateRow[]> {
  const rows = await repo.listCandidates(look.db, look.today, { editionId })
  return [...new Map(rows.map((row) => [row.personId, row])).values()]
}

/** What stands of one woman in all her editions, by edition. */
export async function decisionsOfWoman(
  look: Pick<Look, 'db' | 'today'>,
  personId: string,
): Promise<ReadonlyMap<string, Decision>> {
  const editions = new Map((await repo.listEditions(look.db)).map((each) => [each.id, each]))
  const rows = await repo.listCandidates(look.db, look.today, { personId })
  return new Map(
    rows.flatMap((row) => {
      const edition = editions.get(row.editionId)
      return edition ? [[row.editionId, decideCertificate({ ...edition, ...row }, look.today)] as const] : []
    }),
  )
}

export async function listDecisions(
  look: Look,
  input: Input<'certificates.decisions'>,
): Promise<Outcome<Output<'certificates.decisions'>, 'unknown-edition' | 'sensitive-group'>> {
  const found = await openEdition(look, input.editionId)
  if (!found.ok) return found
  const edition = found.value
  const taking = await decisions.findTaking(look.db, edition.id)
  const outlooks = await decisions.listOutlooks(look.db, edition.id)
  const given = new Map((await decisions.listExceptions(look.db, edition.id)).map((each) => [each.personId, each]))
  const prepared = new Map((await decisions.listPrepared(look.db, edition.id)).map((each) => [each.personId, each]))
  const women = (await womenOf(look, edition.id)).map((row): Row => {
    const outlook = outlooks.get(row.personId) ?? { planned: 0, ahead: 0, minutesAhead: 0 }
    const now = basisFrom(edition, row, taking?.closedOn ?? null)
    return {
      ...decidedRow(edition, row, outlook, look.today),
      exception: toException(given.get(row.personId)),
      since: sinceOf(prepared.get(row.personId), now),
    }
  })
  return done({
    edition: { ...edition, ended: edition.endsOn <= look.today },
    ruleFrom: taking?.ruleFrom ?? null,
    modules: await decisions.listModules(look.db, edition.id),
    registration: (await findRegistration(look.db, edition.id, edition.endsOn)) ?? null,
    openTools: (await openToolDifferences(look.db, edition.id)).map(({ sessionId, day }) => ({ sessionId, day })),
    women,
  })
}

function decidedRow(edition: repo.EditionRow, row: repo.CandidateRow, outlook: Outlook, today: string) {
  const facts = { ...edition, ...row }
  const { criteria, decided, earned } = decideCertificate(facts, today)
  return {
    personId: row.personId,
    fileNumber: row.fileNumber,
    surname1: row.surname1,
    surname2: row.surname2,
    givenNames: row.givenNames,
    chosenName: row.chosenName,
    left: row.left,
    attended: row.attended,
    counted: row.counted,
    planned: outlook.planned,
    ahead: outlook.ahead,
    minutes: row.minutes,
    modulesPassed: row.modulesPassed,
    practical: row.practical,
    evaluation: row.evaluation,
    criteria: [...criteria],
    decided,
    earned,
    reachable: outlook.ahead === 0 ? null : canStillReach(facts, outlook),
    maySpare: outlook.ahead === 0 ? null : mayStillMiss(facts, outlook),
  }
}

function toException(row: decisions.ExceptionRow | undefined): Row['exception'] {
  if (!row) return null
  const { editionId: _edition, personId: _person, ...shown } = row
  return shown
}

/** What is otherwise than it was when her certificate was prepared. */
function sinceOf(draft: decisions.Prepared | undefined, now: Basis): Row['since'] {
  const was = draft && (JSON.parse(draft.basisJson) as Basis)
  const change = was && basisChange(was, now)
  if (!draft || !was || !change) return null
  return { change, preparedOn: draft.preparedOn, issued: draft.issued, what: changedFacts(was, now) }
}

export async function listBehind(look: Look, input: Input<'certificates.behind'>) {
  const found = await openEdition(look, input.editionId)
  if (!found.ok) return found
  if (!(await womenOf(look, input.editionId)).some((row) => row.personId === input.personId))
    return refuse('not-a-candidate')
  const results = await decisions.listModuleResults(look.db, input.editionId)
  const hers = new Map(
    results.filter((each) => each.personId === input.personId).map((each) => [each.moduleId, each.result]),
  )
  const modules = await decisions.listModules(look.db, input.editionId)
  return done({
    sessions: await decisions.listSessionsOf(look.db, input.editionId, input.personId),
    modules: modules.map((each) => ({ ...each, result: hers.get(each.id) ?? null })),
  })
}

/** The director lets something pass that is missing today: named, with her reason, printed nowhere. */
export async function giveException(act: Act, input: Input<'certificates.giveException'>) {
  const { editionId, personId, reason } = input
  const found = await openEdition(act, editionId)
  if (!found.ok) return found
  const row = (await womenOf(act, editionId)).find((each) => each.personId === personId)
  if (!row) return refuse('not-a-candidate')
  if (row.folio) return refuse('certificate-already-issued', { name: legalName(row), folio: row.folio })
  if (found.value.endsOn > act.today) return refuse('edition-not-ended', { day: found.value.endsOn })
  if (await standingException(act.db, editionId, personId)) return refuse('exception-stands')
  const missing = decideCertificate({ ...found.value, ...row }, act.today).missing.map((each) => each.code)
  const waives = [...new Set(input.waives)]
  if (!waives.every((code) => missing.includes(code))) return refuse('nothing-to-waive', undefined, 'waives')
  const given = { editionId, personId, waives, reason, at: act.now, on: act.today, by: act.actor.id }
  const id = await decisions.insertException(act.trx, given)
  await act.audit({
    event: 'certificate.exception-given',
    subjectType: 'person',
    subjectId: personId,
    after: { editionId, waives },
    reason,
  })
  return done({ id })
}

const standingException = async (db: ReadDb, editionId: string, personId: string) =>
  (await decisions.listExceptions(db, editionId)).find((each) => each.personId === personId)

export async function withdrawException(act: Act, input: Input<'certificates.withdrawException'>) {
  const given = await decisions.findException(act.db, input.id)
  if (!given) return refuse('unknown-exception')
  const found = await openEdition(act, given.editionId)
  if (!found.ok) return refuse('sensitive-group')
  const row = (await womenOf(act, given.editionId)).find((each) => each.personId === given.personId)
  // What a certificate was issued on is frozen with it.
  if (row?.folio) return refuse('certificate-already-issued', { name: legalName(row), folio: row.folio })
  const withdrawn = { on: act.today, note: input.note }
  if (!(await decisions.withdrawException(act.trx, input.id, input.version, withdrawn))) return refuse('stale')
  await act.audit({
    event: 'certificate.exception-withdrawn',
    subjectType: 'person',
    subjectId: given.personId,
    before: { editionId: given.editionId, waives: given.waives, reason: given.reason },
    reason: input.note,
  })
  return done(null)
}
