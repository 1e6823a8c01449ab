/** Statements: what a woman takes with her in writing, or a court asks for. Printed in one step, frozen, told when outdated. */
import type { Input, Output } from '../../../shared/contract'
import type { StatedActivity, StatementKind } from '../../../shared/contract/statements.contract'
import { PAPER_LANGUAGE, wordsIn } from '../../../shared/i18n'
import { done, refuse, refused, type Outcome } from '../../../shared/kernel/outcome'
import { legalName } from '../../../shared/kernel/text'
import { sha256Hex } from '../../platform/crypto/digest'
import { PAPER_FONT } from '../../platform/documents/fonts'
import { missingGlyphs } from '../../platform/documents/glyphs'
import type { Paper } from '../../platform/documents/paper'
import { keepPaper, planPaper, type IssuedPaper, type PaperPlan } from '../../platform/documents/paper-steps'
import type { RenderedPaper } from '../../platform/documents/render'
import type { Act, Look } from '../../platform/seam/act'
import { issueSteps, type IssueSteps } from '../../platform/seam/handlers'
import type { Tools } from '../../platform/tools'
import { activityStatementPaper } from './activity-statement.pdf'
import { nameKindOf, printedNameOf } from './basis.rules'
import { dc3DataPaper } from './dc3-data.pdf'
import { hoursStatementPaper } from './hours-statement.pdf'
import { findEdition } from './certificates.repo'
import { listModules } from './decisions.repo'
import * as faceRepo from './face.repo'
import * as repo from './statements.repo'
import { correctionsOf, figuresText, hoursOf, minutesOfAll } from './statements.rules'
import { nameTells, tellingWords } from './telling.rules'

/** A statement before it is a paper: what it states, and of what span. */
interface Wish {
  readonly paper: Paper
  readonly kind: StatementKind
  readonly woman: repo.Woman
  readonly name: string
  readonly span: repo.Span
  readonly rows: readonly StatedActivity[]
  /** What it prints beside titles, the issuer and who signs: words, and names of people. */
  readonly also?: { readonly words: readonly string[]; readonly people: readonly string[] }
  /** Facts of its own beside those that all have. */
  readonly facts: Readonly<Record<string, unknown>>
  /** Carried outside: nothing on it may tell where she was. */
  readonly isOutward: boolean
}

interface Plan {
  readonly wish: Wish
  readonly paper: PaperPlan
}

type Common = 'unknown-person' | 'no-signatory' | 'certificate-names-center' | 'glyph-missing' | 'stale'

/** The steps of any statement: read, render, freeze, and remember what it said. */
function statementSteps<I, Code extends string>(
  tools: Tools,
  wish: (input: I, look: Look) => Promise<Outcome<Wish, Code>>,
): IssueSteps<I, IssuedPaper, Code | Common, unknown, unknown> {
  return issueSteps<I, IssuedPaper, Code | Common, Plan, RenderedPaper>({
    async prepare(input, look) {
      const wished = await wish(input, look)
      return wished.ok ? planStatement(look, wished.value) : wished
    },
    build: async ({ wish: { paper }, paper: plan }) =>
      done(await tools.render(paper.type, { ...plan.facts, sheet: plan.sheet }, PAPER_LANGUAGE)),
    record: async (rendered, act, plan) => recordStatement(act, plan, rendered),
  })
}

async function planStatement(look: Look, wish: Wish): Promise<Outcome<Plan, Common>> {
  const face = await faceRepo.findFace(look.db)
  const signatories = await faceRepo.listSignatories(look.db, look.today)
  if (signatories.length === 0) return refuse('no-signatory')
  const { issuer, contact, place, center } = face
  const printed = [
    issuer,
    contact,
    place,
    ...wish.rows.map((row) => row.title),
    ...signatories.flatMap(({ name, post }) => [name, post]),
    ...(wish.also?.words ?? []),
  ]
  const people = [wish.name, ...(wish.also?.people ?? [])]
  const at = { ...center, place, issuer }
  const { fileNumber } = wish.woman
  const telling = wish.isOutward
    ? [...tellingWords(printed, at), ...people.filter((each) => nameTells(each, { fileNumber, center: at }))]
    : []
  if (telling.length > 0)
    return refused(...telling.map((text) => ({ code: 'certificate-names-center' as const, facts: { text } })))
  const letters = missingGlyphs(PAPER_FONT, [...people, ...printed].join(''))
  if (letters.length > 0) return refuse('glyph-missing', { name: wish.name, letters: letters.join(' ') })
  const shared = { contact, name: wish.name, signatories, hash: sha256Hex(figuresText(wish.rows)) }
  const facts = { ...shared, ...(wish.isOutward && { issuer, place }), ...wish.facts }
  const title = wordsIn(PAPER_LANGUAGE)(`paper.${wish.paper.type}`)
  const { from, until, editionId } = wish.span
  const about = [wish.woman.id, wish.kind, editionId, from, until].filter(Boolean).join(' ')
  return done({ wish, paper: await planPaper(wish.paper, { title, subjectId: wish.woman.id, about, facts }, look) })
}

async function recordStatement(act: Act, { wish, paper }: Plan, rendered: RenderedPaper) {
  const kept = await keepPaper(act, wish.paper, paper, rendered)
  if (!kept.ok) return kept
  const figuresJson = figuresText(wish.rows)
  await repo.insertStatement(act.trx, {
    ...wish.span,
    personId: wish.woman.id,
    paperId: kept.value.id,
    kind: wish.kind,
    figuresJson,
    figuresSha256: sha256Hex(figuresJson),
    issuedOn: act.today,
  })
  return kept
}

/** What an earlier statement of the same kind and span said otherwise of the same days; null if none did. */
async function correctionFor(look: Look, personId: string, kind: StatementKind, span: repo.Span) {
  const before = (await repo.listStatements(look.db, personId)).find(
    (each) => each.kind === kind && each.editionId === span.editionId && each.from === span.from,
  )
  if (!before) return null
  const rows = await changedSince(look, personId, before)
  return rows.length > 0 ? { folio: before.folio, issuedOn: before.issuedOn, rows } : null
}

const changedSince = async (look: Look, personId: string, of: repo.StatementRow) =>
  correctionsOf(JSON.parse(of.figuresJson) as StatedActivity[], await repo.listStated(look.db, personId, of))

/** As she asked to be printed; a woman whom nobody asked is printed by her legal name, which is hers before anybody. */
const nameOf = (woman: repo.Woman): string => printedNameOf(woman, nameKindOf(woman, woman.wish) ?? 'legal')

/** Her name on whatever she carries outside: as on her certificates, so that no paper tells another name than the others. */
export async function nameToCarry(look: Pick<Look, 'db'>, personId: string): Promise<string> {
  const woman = await repo.findWoman(look.db, personId)
  return woman ? nameOf(woman) : ''
}

export const printHours = (tools: Tools) =>
  statementSteps<Input<'certificates.printHours'>, 'unknown-person' | 'no-hours' | 'sensitive-group'>(
    tools,
    async ({ personId, editionId }, look) => {
      const woman = await repo.findWoman(look.db, personId)
      if (!woman) return refuse('unknown-person')
      if (editionId !== null && (await repo.isSensitive(look.db, editionId))) return refuse('sensitive-group')
      const span = { from: null, until: look.today, editionId }
      const rows = (await repo.listStated(look.db, personId, span)).filter((row) => row.minutes > 0)
      if (rows.length === 0) return refuse('no-hours')
      const shown = rows.map(({ title, from, until, minutes, plannedHours, evaluation }) => ({
        title,
        from,
        until,
        hours: hoursOf(minutes),
        plannedHours,
        result: evaluation,
      }))
      const facts = {
        until: look.today,
        rows: shown,
        hours: hoursOf(minutesOfAll(rows)),
        corrections: await correctionFor(look, personId, 'hours', span),
      }
      return done({
        paper: hoursStatementPaper,
        kind: 'hours',
        woman,
        name: nameOf(woman),
        span,
        rows,
        facts,
        isOutward: true,
      })
    },
  )

export const printActivities = (tools: Tools) =>
  statementSteps<Input<'certificates.printActivities'>, 'unknown-person' | 'dates-reversed' | 'day-in-the-future'>(
    tools,
    async ({ personId, from, until }, look) => {
      const woman = await repo.findWoman(look.db, personId)
      if (!woman) return refuse('unknown-person')
      if (until < from) return refuse('dates-reversed', undefined, 'until')
      if (until > look.today) return refuse('day-in-the-future', { today: look.today }, 'until')
      const span = { from, until, editionId: null }
      const rows = await repo.listStated(look.db, personId, span)
      const shown = rows.map(({ editionId: _id, minutes, evaluation, ...row }) => ({
        ...row,
        hours: hoursOf(minutes),
        result: evaluation,
      }))
      const facts = {
        fileNumber: woman.fileNumber,
        from,
        until,
        rows: shown,
        hours: hoursOf(minutesOfAll(rows)),
        corrections: await correctionFor(look, personId, 'activities', span),
      }
      // The legal name: before a court no other is hers (docs/domain.md §3.5).
      const name = legalName(woman)
      return done({
        paper: activityStatementPaper,
        kind: 'activities',
        woman,
        name,
        span,
        rows,
        facts,
        isOutward: false,
      })
    },
  )

export const printTrainingData = (tools: Tools) =>
  statementSteps<Input<'certificates.printTrainingData'>, 'unknown-person' | 'no-hours' | 'sensitive-group'>(
    tools,
    async ({ personId, editionId }, look) => {
      const woman = await repo.findWoman(look.db, personId)
      if (!woman) return refuse('unknown-person')
      if (await repo.isSensitive(look.db, editionId)) return refuse('sensitive-group')
      const span = { from: null, until: look.today, editionId }
      const rows = await repo.listStated(look.db, personId, span)
      const [row] = rows
      const edition = await findEdition(look.db, editionId)
      if (!row || !edition || row.minutes === 0) return refuse('no-hours')
      const modules = (await listModules(look.db, editionId)).map((each) => each.title)
      const instructor = await repo.findInstructor(look.db, editionId)
      const facts = {
        surname1: woman.surname1,
        surname2: woman.surname2,
        givenNames: woman.givenNames,
        curp: woman.curp,
        course: row.title,
        hours: edition.hours,
        creditedHours: hoursOf(row.minutes),
        from: edition.startsOn,
        until: edition.endsOn,
        passed: row.evaluation === 'A',
        modules,
        instructor,
      }
      const name = legalName(woman)
      const also = { words: modules, people: [instructor] }
      return done({ paper: dc3DataPaper, kind: 'dc3', woman, name, span, rows, also, facts, isOutward: true })
    },
  )

export async function listStatements(look: Look, { personId }: Input<'certificates.statements'>) {
  if (!(await repo.findWoman(look.db, personId))) return refuse('unknown-person')
  const statements: Output<'certificates.statements'> = []
  for (const each of await repo.listStatements(look.db, personId)) {
    const { paperId, kind, folio, issuedOn, from, until } = each
    statements.push({ paperId, kind, folio, issuedOn, from, until, changed: await changedSince(look, personId, each) })
  }
  return done(statements)
}

/** The bytes as they were handed out, or nothing. */
export async function statementPaper(look: Look, { paperId }: Input<'certificates.statementPaper'>) {
  const found = await repo.findStatementPaper(look.db, paperId)
  if (!found) return refuse('unknown-statement')
  const { sha256, pdf, ...shown } = found
  if (sha256Hex(pdf) !== sha256) return refuse('paper-damaged', { folio: found.folio })
  return done({ ...shown, pdf: Buffer.from(pdf).toString('base64') })
}
