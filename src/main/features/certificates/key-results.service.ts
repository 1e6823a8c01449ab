/** Results keyed many at a time: the evaluation at the end, the practical assessment, each module. One piece of work. */
import type { Input, Output } from '../../../shared/contract'
import { done, refuse, type Outcome } from '../../../shared/kernel/outcome'
import { legalName } from '../../../shared/kernel/text'
import { inBatch } from '../../platform/batches/batches'
import type { Act, Look } from '../../platform/seam/act'
import type { CandidateRow } from './certificates.repo'
import * as decisions from './decisions.repo'
import { openEdition, womenOf } from './decisions.service'
import * as results from './results.repo'

type Keyed = Input<'certificates.keyResults'>
type Cell = Keyed['cells'][number]
type Woman = Output<'certificates.results'>['women'][number]

/** The grid: who is in the edition, what it teaches, and what was keyed. */
export async function listResults(look: Look, input: Input<'certificates.results'>) {
  const found = await openEdition(look, input.editionId)
  if (!found.ok) return found
  const edition = found.value
  const keyed = await decisions.listModuleResults(look.db, edition.id)
  const taking = await decisions.findTaking(look.db, edition.id)
  return done({
    edition: { ...edition, ended: edition.endsOn <= look.today },
    closed: (taking?.closedOn ?? null) !== null,
    modules: await decisions.listModules(look.db, edition.id),
    women: (await womenOf(look, edition.id)).map((row): Woman => ({
      personId: row.personId,
      fileNumber: row.fileNumber,
      surname1: row.surname1,
      surname2: row.surname2,
      givenNames: row.givenNames,
      chosenName: row.chosenName,
      left: row.left,
      folio: row.folio,
      results: resultsOf(row, keyed),
    })),
  })
}

function resultsOf(row: CandidateRow, keyed: Awaited<ReturnType<typeof decisions.listModuleResults>>) {
  const found: Woman['results'] = {}
  for (const { personId, moduleId, result, version } of keyed)
    if (personId === row.personId) found[moduleId] = { result, version }
  if (row.practical !== null && row.practicalVersion !== null)
    found['practical'] = { result: row.practical, version: row.practicalVersion }
  if (row.evaluation !== null && row.evaluationVersion !== null)
    found['final'] = { result: row.evaluation, version: row.evaluationVersion }
  return found
}

/** Writes a whole grid or nothing of it. */
export async function keyResults(act: Act, input: Keyed) {
  const found = await openEdition(act, input.editionId)
  if (!found.ok) return found
  const women = new Map((await womenOf(act, input.editionId)).map((row) => [row.personId, row]))
  const modules = new Set((await decisions.listModules(act.db, input.editionId)).map((each) => each.id))
  for (const cell of input.cells) {
    const problem = problemWith(cell, women.get(cell.personId), modules)
    if (problem) return problem
  }
  const { code, title, id } = found.value
  const name = { kind: 'results', title: `${title}, ${code}`, subjectId: id }
  const made = await inBatch(act, name, ['evaluation', 'practical_result', 'module_result'], () => writeAll(act, input))
  return made.ok ? done({ batchId: made.value.batchId, written: input.cells.length }) : made
}

function problemWith(cell: Cell, woman: CandidateRow | undefined, modules: ReadonlySet<string>) {
  if (!woman) return refuse('not-a-candidate')
  // What a certificate was issued on is frozen with it.
  if (woman.folio) return refuse('certificate-already-issued', { name: legalName(woman), folio: woman.folio })
  if (cell.of !== 'final' && cell.of !== 'practical' && !modules.has(cell.of)) return refuse('unknown-module')
  return cell.result === 'NP' && cell.of !== 'final' ? refuse('result-only-final') : undefined
}

const keyOf = (editionId: string, { personId, of }: Cell): results.ResultKey => {
  if (of === 'final') return { table: 'evaluation', editionId, personId }
  if (of === 'practical') return { table: 'practical_result', editionId, personId }
  return { table: 'module_result', editionId, personId, moduleId: of }
}

async function writeAll(act: Act, { editionId, cells }: Keyed): Promise<Outcome<null, 'stale'>> {
  const before: Record<string, unknown>[] = []
  for (const cell of cells) {
    const key = keyOf(editionId, cell)
    const was = await results.findResult(act.db, key)
    if (was) before.push({ personId: cell.personId, of: cell.of, result: was.result })
    const written =
      cell.result === null
        ? cell.version !== null && (await results.dropResult(act.trx, key, cell.version))
        : await results.putResult(act.trx, key, cell.result, cell.version)
    if (!written) return refuse('stale')
  }
  await act.audit({
    event: 'certificate.results-keyed',
    subjectType: 'edition',
    subjectId: editionId,
    ...(before.length > 0 && { before: { cells: before } }),
    after: { cells: cells.map(({ personId, of, result }) => ({ personId, of, result })) },
  })
  return done(null)
}
