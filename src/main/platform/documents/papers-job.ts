/** Several papers as one job: read together, rendered with progress and stop, frozen together or not at all. */
import { PAPER_LANGUAGE } from '../../../shared/i18n'
import { done, refuse, type Outcome } from '../../../shared/kernel/outcome'
import type { Act, Bench, Look } from '../seam/act'
import { issueSteps, type IssueSteps } from '../seam/handlers'
import type { Paper } from './paper'
import { keepPaper, planPaper, type IssuedPaper, type PaperPlan, type PaperWish } from './paper-steps'
import type { Render, RenderedPaper } from './render'
import { IN_FLIGHT } from './render-in-worker'

export interface WishedPaper {
  readonly paper: Paper
  readonly wish: PaperWish
}

interface Job<Told> {
  readonly papers: readonly { readonly paper: Paper; readonly plan: PaperPlan }[]
  readonly told: Told
}

/** The handler of an `issue` channel that prints many papers, in the order wished. `told` goes into the answer. */
export function papersJob<I, Code extends string, Told>(
  render: Render,
  wish: (input: I, look: Look) => Promise<Outcome<{ papers: readonly WishedPaper[]; told: Told }, Code>>,
): IssueSteps<I, { papers: IssuedPaper[] } & Told, Code | 'stale', unknown, unknown> {
  return issueSteps<I, { papers: IssuedPaper[] } & Told, Code | 'stale', Job<Told>, readonly RenderedPaper[]>({
    prepare: async (input, look) => {
      const wished = await wish(input, look)
      return wished.ok ? done({ told: wished.value.told, papers: await planAll(wished.value.papers, look) }) : wished
    },
    build: (job, bench) => renderAll(render, job.papers, bench),
    record: async (rendered, act, job) => {
      const kept = await keepAll(act, job.papers, rendered)
      return kept.ok ? done({ papers: kept.value, ...job.told }) : kept
    },
  })
}

/** Numbers follow each other within a type. */
async function planAll(wished: readonly WishedPaper[], look: Look) {
  const ahead = new Map<string, number>()
  const plans: { paper: Paper; plan: PaperPlan }[] = []
  for (const { paper, wish } of wished) {
    const before = ahead.get(paper.type) ?? 0
    ahead.set(paper.type, before + 1)
    plans.push({ paper, plan: await planPaper(paper, wish, look, before) })
  }
  return plans
}

async function renderAll(
  render: Render,
  papers: Job<unknown>['papers'],
  bench: Bench,
): Promise<Outcome<readonly RenderedPaper[], never>> {
  const rendered: RenderedPaper[] = []
  let next = 0
  let finished = 0
  const worker = async (): Promise<void> => {
    while (next < papers.length && !bench.stopped()) {
      const at = next++
      const each = papers[at]
      if (!each) return
      rendered[at] = await render(each.paper.type, { ...each.plan.facts, sheet: each.plan.sheet }, PAPER_LANGUAGE)
      bench.progress(++finished, papers.length)
    }
  }
  await Promise.all(Array.from({ length: IN_FLIGHT }, worker))
  return done(rendered)
}

/** All or none: the seam rolls back what was kept before the one that went stale. */
async function keepAll(
  act: Act,
  papers: Job<unknown>['papers'],
  rendered: readonly RenderedPaper[],
): Promise<Outcome<IssuedPaper[], 'stale'>> {
  const kept: IssuedPaper[] = []
  for (const [at, { paper, plan }] of papers.entries()) {
    const made = rendered[at]
    if (!made) return refuse('stale')
    const outcome = await keepPaper(act, paper, plan, made)
    if (!outcome.ok) return outcome
    kept.push(outcome.value)
  }
  return done(kept)
}
