/** Decisions per edition, evaluations, the frozen paper, delivery, the ledger's check. Issuing: `issue-certificates.service.ts`. */
import type { Candidate } from '../../../shared/contract/certificates.contract'
import type { Input, Output } from '../../../shared/contract'
import { SENSITIVE_READERS } from '../../../shared/contract/timetable.contract'
import type { CivilDate } from '../../../shared/kernel/civil-date'
import { groupBy } from '../../../shared/kernel/group-by'
import { done, refuse, type Outcome } from '../../../shared/kernel/outcome'
import { legalName } from '../../../shared/kernel/text'
import type { Act, Look } from '../../platform/seam/act'
import { decideCertificate } from './decision.rules'
import * as repo from './certificates.repo'
import * as results from './results.repo'

/** One woman of one edition that ended: what was decided and why. */
export interface DecidedCertificate {
  readonly editionId: string
  readonly personId: string
  readonly edition: string
  readonly file: string
  readonly attended: number
  readonly counted: number
  readonly evaluation: 'A' | 'NA' | 'NP'
  readonly eligible: boolean
  readonly left: boolean
}

/** Everything decided by a day, over all editions: ended and evaluated. For the demo's report and the month's figures. */
export async function decisions(look: Pick<Look, 'db'>, day: CivilDate): Promise<readonly DecidedCertificate[]> {
  const editions = new Map((await repo.listEditions(look.db)).map((each) => [each.id, each]))
  return (await repo.listCandidates(look.db, day)).flatMap((row) => {
    const edition = editions.get(row.editionId)
    if (!edition || row.evaluation === null) return []
    const decision = decideCertificate({ ...edition, ...row }, day)
    if (!decision.decided) return []
    const { editionId, personId, fileNumber: file, attended, counted, evaluation, left } = row
    return [
      {
        editionId,
        personId,
        edition: edition.code,
        file,
        attended,
        counted,
        evaluation,
        eligible: decision.earned,
        left,
      },
    ]
  })
}

function candidateOf(edition: repo.EditionRow, row: repo.CandidateRow, day: CivilDate): Candidate {
  const decision = decideCertificate({ ...edition, ...row }, day)
  const certificate = row.certificateId !== null &&
    row.folio !== null &&
    row.issuedOn !== null &&
    row.certificateVersion !== null && {
      id: row.certificateId,
      folio: row.folio,
      issuedOn: row.issuedOn,
      deliveredOn: row.deliveredOn,
      version: row.certificateVersion,
    }
  const state = certificate
    ? certificate.deliveredOn
      ? 'delivered'
      : 'issued'
    : decision.earned
      ? 'earned'
      : decision.decided
        ? 'not-earned'
        : 'open'
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
    excused: row.excused,
    evaluation: row.evaluation,
    evaluationVersion: row.evaluationVersion,
    state,
    draft: row.draftState,
    missing: [...decision.missing],
    certificate: certificate || null,
  }
}

/** The groups whose women she who looks may not know: those of sensitive axes, unless her role cares for them. */
export async function hiddenEditions(look: Look): Promise<ReadonlySet<string>> {
  return SENSITIVE_READERS.includes(look.actor.role) ? new Set() : repo.listSensitiveEditions(look.db)
}

/** The editions that end in a year with how their certificates stand; unless one is asked for, that of the last to end. */
export async function listEditions(
  look: Look,
  input: Input<'certificates.editions'>,
): Promise<Outcome<Output<'certificates.editions'>, never>> {
  const thisYear = Number(look.today.slice(0, 4))
  const year = input.year ?? (await repo.findLastEndedYear(look.db, look.today)) ?? thisYear
  const rowsOf = groupBy(await repo.listCandidates(look.db, look.today, { year }), (row) => row.editionId)
  const hidden = await hiddenEditions(look)
  const editions = (await repo.listEditions(look.db, year)).filter((edition) => !hidden.has(edition.id))
  return done({
    year,
    years: [...new Set([thisYear, ...(await repo.listYears(look.db))])].sort((a, b) => b - a),
    editions: editions.map((edition) => {
      const states = (rowsOf.get(edition.id) ?? []).map((row) => candidateOf(edition, row, look.today).state)
      const count = (state: Candidate['state']): number => states.filter((each) => each === state).length
      return {
        ...edition,
        ended: edition.endsOn <= look.today,
        women: states.length,
        open: count('open'),
        notEarned: count('not-earned'),
        earned: count('earned'),
        issued: count('issued'),
        delivered: count('delivered'),
      }
    }),
  })
}

export async function listOfEdition(look: Look, input: Input<'certificates.list'>) {
  const edition = await repo.findEdition(look.db, input.editionId)
  if (!edition) return refuse('unknown-edition')
  if ((await hiddenEditions(look)).has(edition.id)) return refuse('sensitive-group')
  const rows = await repo.listCandidates(look.db, look.today, { editionId: edition.id })
  return done({
    edition: { ...edition, ended: edition.endsOn <= look.today },
    candidates: rows.map((row) => candidateOf(edition, row, look.today)),
  })
}

export async function evaluate(act: Act, input: Input<'certificates.evaluate'>) {
  const { editionId, personId, result, version } = input
  const edition = await repo.findEdition(act.db, editionId)
  if (!edition) return refuse('unknown-edition')
  if ((await hiddenEditions(act)).has(edition.id)) return refuse('sensitive-group')
  const row = (await repo.listCandidates(act.db, act.today, { editionId })).find((each) => each.personId === personId)
  if (!row) return refuse('not-a-candidate')
  // What a certificate was issued on is frozen with it.
  if (row.folio) return refuse('certificate-already-issued', { name: legalName(row), folio: row.folio }, 'result')
  const before = await results.findResult(act.db, { table: 'evaluation', editionId, personId })
  if (!(await results.putResult(act.trx, { table: 'evaluation', editionId, personId }, result, version)))
    return refuse('stale')
  await act.audit({
    event: 'certificate.evaluated',
    subjectType: 'person',
    subjectId: personId,
    before: before ? { editionId, result: before.result } : undefined,
    after: { editionId, result },
  })
  return done({ version: (version ?? 0) + 1 })
}
