/** The three steps by which any slice issues a paper: read its facts, render it, freeze it with folio and hash. */
import { createHash, randomUUID } from 'node:crypto'
import { PAPER_LANGUAGE } from '../../../shared/i18n'
import { checkCharacter } from '../../../shared/kernel/check-character'
import { done, refuse, type Outcome } from '../../../shared/kernel/outcome'
import { floorOf, paperSeries } from '../db/number-floor'
import type { ReadDb } from '../db/types'
import type { Act, Bench, Look } from '../seam/act'
import { issueSteps, type IssueSteps } from '../seam/handlers'
import { checkCodeOf, nextEdition } from './editions'
import type { Paper } from './paper'
import type { Render, RenderedPaper } from './render'
import type { Sheet } from './sheet'

/** What a slice says of one paper it wants printed. */
export interface PaperWish {
  readonly title: string
  readonly subjectId: string | null
  /**
   * What makes two sheets of the type editions of one another: the second is a reprint and says so. Subject and title,
   * unless the title changes while the thing stays the same.
   */
  readonly about?: string
  /** The facts without `sheet`, which is added here. */
  readonly facts: Readonly<Record<string, unknown>>
}

export interface IssuedPaper {
  readonly id: string
  readonly folio: string
  readonly title: string
  readonly pages: number
  /** Base64. */
  readonly pdf: string
}

/** A paper that is to be: its facts with their sheet, its number and its edition. */
export interface PaperPlan extends PaperWish {
  readonly about: string
  readonly number: number
  readonly year: number
  readonly sheet: Sheet
}

/** `LA-2026-00012-K`: two letters of the paper type, year, number in that year, check character. */
export const folioOf = (prefix: string, year: number, number: number): string => {
  const body = `${prefix}-${year}-${String(number).padStart(5, '0')}`
  return `${body}-${checkCharacter(body)}`
}

/** The next free number of a paper type in a year. */
export async function nextPaperNumber(db: ReadDb, type: string, year: number): Promise<number> {
  const row = await db
    .selectFrom('paper')
    .select(({ fn }) => fn.max('number').as('last'))
    .where('type', '=', type)
    .where('year', '=', year)
    .executeTakeFirst()
  return Math.max(row?.last ?? 0, await floorOf(db, paperSeries(type, year))) + 1
}

/** The handler of an `issue` channel that prints one paper whose facts have a `sheet`. */
export function paperSteps<I, Code extends string>(
  paper: Paper,
  render: Render,
  wish: (input: I, look: Look) => Promise<Outcome<PaperWish, Code>>,
): IssueSteps<I, IssuedPaper, Code | 'stale', unknown, unknown> {
  return issueSteps<I, IssuedPaper, Code | 'stale', PaperPlan, RenderedPaper>({
    prepare: async (input, look) => {
      const wished = await wish(input, look)
      return wished.ok ? done(await planPaper(paper, wished.value, look)) : wished
    },
    build: async (plan: PaperPlan, _bench: Bench) =>
      done(await render(paper.type, { ...plan.facts, sheet: plan.sheet }, PAPER_LANGUAGE)),
    record: (rendered, act, plan) => keepPaper(act, paper, plan, rendered),
  })
}

/** What makes it and another sheet of its type editions of one another. */
const aboutOf = (wish: PaperWish): string => wish.about ?? [wish.subjectId, wish.title].filter(Boolean).join(' ')

/** `ahead`: papers of the type that are planned in the same job and will have been issued by then. */
export async function planPaper(paper: Paper, wish: PaperWish, look: Look, ahead = 0): Promise<PaperPlan> {
  const year = Number(look.today.slice(0, 4))
  const number = (await nextPaperNumber(look.db, paper.type, year)) + ahead
  const center = await look.db.selectFrom('center').select('name').executeTakeFirstOrThrow()
  const about = aboutOf(wish)
  const edition = await nextEdition(look.db, paper.type, about)
  const folio = folioOf(paper.prefix, year, number)
  const sheet = {
    folio,
    ...edition,
    checkCode: checkCodeOf(folio, about, edition.version),
    printedOn: look.today,
    printedAt: look.time,
    printedBy: look.actor.name,
    center: center.name,
  }
  return { ...wish, about, year, number, sheet }
}

/** Stores bytes and hash. The folio was read before rendering, so it is checked once more here. */
export async function keepPaper(
  act: Act,
  paper: Paper,
  plan: PaperPlan,
  rendered: RenderedPaper,
): Promise<Outcome<IssuedPaper, 'stale'>> {
  if ((await nextPaperNumber(act.db, paper.type, plan.year)) !== plan.number) return refuse('stale')
  const { folio, version, checkCode } = plan.sheet
  const id = await insertPaper(act, { ...plan, type: paper.type, folio, version, checkCode }, rendered)
  return done({
    id,
    folio,
    title: plan.title,
    pages: rendered.pages,
    pdf: rendered.pdf.toString('base64'),
  })
}

/** Inserts a frozen paper and its audit event; used by `paperSteps` and by slices with folios of their own. */
export async function insertPaper(
  act: Act,
  of: {
    type: string
    folio: string
    year: number
    number: number
    title: string
    subjectId: string | null
    /** Papers with folios of their own tell their editions themselves. */
    about?: string
    version?: number
    checkCode?: string
  },
  rendered: RenderedPaper,
): Promise<string> {
  const id = randomUUID()
  const sha256 = createHash('sha256').update(rendered.pdf).digest('hex')
  await act.trx
    .insertInto('paper')
    .values({
      id,
      type: of.type,
      folio: of.folio,
      year: of.year,
      number: of.number,
      title: of.title,
      subject_id: of.subjectId,
      about: of.about ?? null,
      version: of.version ?? 1,
      check_code: of.checkCode ?? null,
      pages: rendered.pages,
      pdf: rendered.pdf,
      sha256,
      issued_at: act.now,
      issued_by: act.actor.id,
    })
    .execute()
  await act.audit({
    event: 'paper.issued',
    subjectType: 'paper',
    subjectId: id,
    after: {
      type: of.type,
      folio: of.folio,
      title: of.title,
      pages: rendered.pages,
      sha256,
      ...((of.version ?? 1) > 1 && { version: of.version }),
    },
  })
  return id
}
