/** Gathers what the papers of a child show: emergency sheet, plan of separation, hand-over record. */
import type { childFileContract } from '../../../shared/contract/child-file.contract'
import type { ParsedInputOf } from '../../../shared/contract/define'
import { PAPER_LANGUAGE, wordsIn } from '../../../shared/i18n'
import { done, refuse, type Outcome } from '../../../shared/kernel/outcome'
import { legalName } from '../../../shared/kernel/text'
import { paperSteps, type PaperWish } from '../../platform/documents/paper-steps'
import { settingsOn } from '../../platform/settings/settings'
import type { Look } from '../../platform/seam/act'
import type { Tools } from '../../platform/tools'
import { ageOn } from './children.rules'
import * as repo from './children.repo'
import { listMeasures } from './custody.repo'
import { isInForce } from './custody.rules'
import { emergencySheetPaper } from './emergency-sheet.pdf'
import { listForbidden } from './emergency-sheet.repo'
import { sheetOf } from './emergency-sheet.service'
import { listExtensions } from './extension.repo'
import { handoverPaper } from './handover.pdf'
import { separationPlanPaper } from './separation-plan.pdf'
import { getPlan } from './separation.service'

/** What every paper of a child says of her or him. No title and no fact names the center. */
async function named(look: Look, id: string) {
  const child = await repo.findChild(look.db, id)
  const [row] = await repo.listChildren(look.db, { id })
  if (!child || !row) return undefined
  const { ageLimitMonths } = await settingsOn(look.db, look.today)
  const age = ageOn(child.facts, look.today, ageLimitMonths)
  return {
    child,
    facts: {
      issuer: await repo.findIssuer(look.db),
      mother: legalName(row.mother),
      child: {
        code: child.code,
        name: legalName(child.facts),
        birthDate: child.facts.birthDate,
        birthPrecision: child.facts.birthPrecision,
        months: age.months,
      },
    },
  }
}

const titleOf = (type: string, code: string): string => `${wordsIn(PAPER_LANGUAGE)(`paper.${type}`)} · ${code}`

/** Always printable: gaps are named on it. */
export const printEmergencySheet = (tools: Tools) =>
  paperSteps(
    emergencySheetPaper,
    tools.render,
    async (input: { id: string }, look): Promise<Outcome<PaperWish, 'unknown-child'>> => {
      const found = await named(look, input.id)
      if (!found) return refuse('unknown-child')
      const { sheet, gaps, reviewBy, forbidden } = await sheetOf(look, input.id, found.child)
      return done({
        title: titleOf('children.emergencySheet', found.child.code),
        subjectId: input.id,
        facts: {
          ...found.facts,
          carers: sheet?.carers ?? [],
          allergies: sheet?.allergies ?? null,
          medicines: sheet?.medicines ?? null,
          doctor: sheet?.doctor ?? null,
          doctorPhone: sheet?.doctorPhone ?? null,
          comfort: sheet?.comfort ?? null,
          feeding: sheet?.feeding ?? null,
          forbidden,
          gaps,
          reviewedOn: sheet?.reviewedOn ?? null,
          reviewedBy: sheet?.reviewedBy ?? null,
          reviewBy,
        },
      })
    },
  )

/** The open plan, for the table at which it is talked over. */
export const printPlan = (tools: Tools) =>
  paperSteps(
    separationPlanPaper,
    tools.render,
    async (input: { id: string }, look): Promise<Outcome<PaperWish, 'unknown-child' | 'unknown-plan'>> => {
      const found = await named(look, input.id)
      const read = await getPlan(look, input)
      if (!found || !read.ok) return refuse('unknown-child')
      const { plan, outings } = read.value
      if (!plan) return refuse('unknown-plan')
      const words = wordsIn(PAPER_LANGUAGE)
      const steps = plan.steps.map((step) => ({
        side: step.side,
        name: step.title ?? words(`children.milestone.${step.word ?? ''}`),
        concerns: step.concerns,
        dueOn: step.dueOn,
        state: step.state,
        doneOn: step.doneOn,
        note: step.note,
      }))
      const of = (wanted: 'before' | 'after') => steps.flatMap(({ side, ...step }) => (side === wanted ? [step] : []))
      const granted = (await listExtensions(look.db, input.id)).find((each) => each.state === 'granted')
      return done({
        title: titleOf('children.plan', found.child.code),
        subjectId: input.id,
        facts: {
          ...found.facts,
          cause: plan.cause,
          targetDay: plan.targetDay,
          separatedOn: plan.separatedOn,
          extension:
            granted?.untilDay && granted.decidedBy && granted.document
              ? { until: granted.untilDay, by: granted.decidedBy, document: granted.document }
              : null,
          note: plan.note,
          before: of('before'),
          after: of('after'),
          outings: outings.map(({ folio, leavesOn, returnsOn, adultName, state }) => ({
            folio,
            leavesOn,
            returnsOn,
            adult: adultName,
            state,
          })),
        },
      })
    },
  )

/** The record that is signed when a child goes to somebody else's care; blanks are filled in by hand. */
export const printHandover = (tools: Tools) =>
  paperSteps(
    handoverPaper,
    tools.render,
    async (
      input: ParsedInputOf<(typeof childFileContract)['children.printHandover']>,
      look,
    ): Promise<Outcome<PaperWish, 'unknown-child'>> => {
      const found = await named(look, input.id)
      if (!found) return refuse('unknown-child')
      const { id, ...said } = input
      const measures = (await listMeasures(look.db, id)).filter((each) => isInForce(each, look.today))
      return done({
        title: titleOf('children.handover', found.child.code),
        subjectId: id,
        facts: {
          ...found.facts,
          ...said,
          curp: found.child.facts.curp,
          measures: measures.map(({ authority, number }) => ({ authority, number })),
          forbidden: (await listForbidden(look.db, id, look.today)).map((each) => each.name),
        },
      })
    },
  )
