/** What a child needs: asked for, promised, brought; and the list of all open needs, for whoever can give. */
import type { Output } from '../../../shared/contract'
import type { childCareContract, Need } from '../../../shared/contract/child-care.contract'
import type { ParsedInputOf } from '../../../shared/contract/define'
import { PAPER_LANGUAGE, wordsIn } from '../../../shared/i18n'
import { done, refuse, type Outcome } from '../../../shared/kernel/outcome'
import { inOrder } from '../../../shared/kernel/text'
import type { ReadDb } from '../../platform/db/types'
import { paperSteps, type PaperWish } from '../../platform/documents/paper-steps'
import type { Act, Look } from '../../platform/seam/act'
import type { Tools } from '../../platform/tools'
import * as childNames from './child-names.repo'
import { isOpenNeed, NEED_REFUSALS, needStateOf, sumOf } from './needs.rules'
import * as repo from './needs.repo'
import { needsPaper } from './needs.pdf'
import { findIssuer } from './scheme.repo'

type Parsed<Name extends keyof typeof childCareContract> = ParsedInputOf<(typeof childCareContract)[Name]>

function withState(stored: repo.StoredNeed): Need {
  const sum = sumOf(stored.steps)
  return { ...stored, ...sum, state: needStateOf(stored, sum) }
}

/** One child's needs, those still open first. */
export async function ofChild(
  look: Look,
  input: { id: string },
): Promise<Outcome<Output<'children.needs'>, 'unknown-child'>> {
  if (!(await childNames.findName(look.db, input.id))) return refuse('unknown-child')
  const needs = (await repo.listNeeds(look.db, { childId: input.id })).map(withState)
  const isClosed = (need: Need): number => Number(!isOpenNeed(need.state))
  return done({ today: look.today, needs: needs.sort((a, b) => isClosed(a) - isClosed(b)) })
}

/** Every open need of the children who live here, by what is needed. */
async function open(look: Pick<Look, 'db' | 'today'>): Promise<Need[]> {
  const needs = (await repo.listNeeds(look.db)).map(withState).filter((need) => isOpenNeed(need.state))
  const here = await livingHere(look.db, needs, look.today)
  return needs
    .filter((need) => here.has(need.child.id))
    .sort((a, b) => a.kind.localeCompare(b.kind) || inOrder(a.child.givenNames, b.child.givenNames))
}

const livingHere = (db: ReadDb, needs: readonly Need[], today: string) =>
  childNames.namesOf(
    db,
    needs.map((need) => need.child.id),
    today,
  )

export async function openNeeds(look: Look): Promise<Outcome<Output<'children.openNeeds'>, never>> {
  return done({ today: look.today, needs: await open(look) })
}

export async function askNeed(act: Act, input: Parsed<'children.askNeed'>) {
  if (!(await childNames.findName(act.db, input.childId))) return refuse('unknown-child')
  if (input.askedOn > act.today) return refuse('day-in-the-future', undefined, 'askedOn')
  const id = await repo.insertNeed(act.trx, input)
  const { childId, ...after } = input
  await act.audit({ event: 'child.need-asked', subjectType: 'child', subjectId: childId, after })
  return done({ id })
}

const STEP_EVENTS = {
  promised: 'child.need-promised',
  delivered: 'child.need-delivered',
  withdrawn: 'child.need-withdrawn',
} as const

/** Writes down that something was promised, brought, or will not come after all. */
export async function stepNeed(act: Act, input: Parsed<'children.stepNeed'>) {
  const [stored] = await repo.listNeeds(act.db, { id: input.id })
  if (!stored) return refuse('unknown-need')
  const need = withState(stored)
  const why = NEED_REFUSALS[need.state][input.kind]
  if (why) return refuse(why)
  if (input.kind === 'withdrawn' && input.quantity > need.pledged)
    return refuse('need-not-promised', undefined, 'quantity')
  if (input.day > act.today) return refuse('day-in-the-future', undefined, 'day')
  if (!(await repo.markNeed(act.trx, input.id, input.version))) return refuse('stale')
  const { kind, day, quantity, who, note } = input
  await repo.insertNeedStep(act.trx, {
    needId: input.id,
    kind,
    day,
    quantity,
    who,
    note,
    at: act.now,
    by: act.actor.id,
  })
  await act.audit({
    event: STEP_EVENTS[kind],
    subjectType: 'child',
    subjectId: stored.child.id,
    after: { need: stored.kind, day, quantity, who },
  })
  return done(null)
}

/** The need is over without being met: outgrown, asked for by mistake. */
export async function dropNeed(act: Act, input: Parsed<'children.dropNeed'>) {
  const [stored] = await repo.listNeeds(act.db, { id: input.id })
  if (!stored) return refuse('unknown-need')
  const why = NEED_REFUSALS[withState(stored).state].drop
  if (why) return refuse(why)
  const set = { dropped_on: act.today, drop_reason: input.reason }
  if (!(await repo.markNeed(act.trx, input.id, input.version, set))) return refuse('stale')
  await act.audit({
    event: 'child.need-dropped',
    subjectType: 'child',
    subjectId: stored.child.id,
    before: { need: stored.kind, quantity: stored.quantity },
    reason: input.reason,
  })
  return done(null)
}

/** The steps that print the list of open needs: given names and sizes, so that it may leave the house. */
export const printNeeds = (tools: Tools) =>
  paperSteps(needsPaper, tools.render, (_input: Parsed<'children.printNeeds'>, look) => wishNeeds(look))

async function wishNeeds(look: Look): Promise<Outcome<PaperWish, 'no-open-needs'>> {
  const needs = await open(look)
  if (needs.length === 0) return refuse('no-open-needs')
  const { issuer } = await findIssuer(look.db)
  return done({
    title: wordsIn(PAPER_LANGUAGE)('paper.children.needs'),
    about: look.today,
    subjectId: null,
    facts: {
      issuer,
      day: look.today,
      needs: needs.map((need) => ({
        kind: need.kind,
        what: need.what,
        size: need.size,
        forWhom: need.child.givenNames,
        missing: need.quantity - need.given,
        pledged: Math.min(need.pledged, need.quantity - need.given),
      })),
    },
  })
}
