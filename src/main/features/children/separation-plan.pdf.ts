/** The plan of separation on paper: for the table at which mother, family and staff sit. Short lines, boxes to tick. */
import type { Content, TableCell } from 'pdfmake/interfaces'
import { z } from 'zod'
import { PLAN_CAUSES, STEP_STATES } from '../../../shared/contract/separation.contract'
import type { Words } from '../../../shared/i18n'
import { formatDay } from '../../../shared/i18n/format'
import { civilDate } from '../../../shared/kernel/civil-date'
import { definePaper } from '../../platform/documents/paper'
import { ruledTable, signatureLines, tickBox } from '../../platform/documents/parts'
import { birthLine, childFrame, childPaperFacts, partTitle } from './child-paper.pdf'

const step = z.strictObject({
  name: z.string(),
  concerns: z.enum(['child', 'mother', 'both']),
  dueOn: civilDate,
  state: z.enum(STEP_STATES),
  doneOn: civilDate.nullable(),
  note: z.string().nullable(),
})
type Step = z.output<typeof step>
const facts = z.strictObject({
  ...childPaperFacts,
  mother: z.string(),
  cause: z.enum(PLAN_CAUSES),
  targetDay: civilDate,
  separatedOn: civilDate.nullable(),
  extension: z.strictObject({ until: civilDate, by: z.string(), document: z.string() }).nullable(),
  note: z.string().nullable(),
  before: z.array(step),
  after: z.array(step),
  outings: z.array(
    z.strictObject({
      folio: z.string(),
      leavesOn: civilDate,
      returnsOn: civilDate,
      adult: z.string(),
      state: z.enum(['made', 'ahead', 'not-made']),
    }),
  ),
})
type Facts = z.output<typeof facts>

export const separationPlanPaper = definePaper({
  type: 'children.plan',
  prefix: 'SG',
  facts,
  build: (plan, words) => ({
    ...childFrame(plan, words, words('paper.children.plan')),
    pageBreakBefore: (node, nodes) => node.headlineLevel === 1 && nodes.getFollowingNodesOnPage().length === 0,
    content: [
      head(plan, words),
      ...(plan.before.length > 0 ? [partTitle(words('children.plan.before')), steps(plan.before, words)] : []),
      ...outings(plan, words),
      ...(plan.after.length > 0 ? [partTitle(words('children.plan.after')), steps(plan.after, words)] : []),
      signatureLines(
        [
          { as: words('children.paper.sign.mother'), thumbprint: true },
          { as: words('children.paper.sign.carer') },
          { as: words('children.paper.sign.socialWork') },
        ],
        words,
        30,
      ),
    ],
  }),
})

function head(plan: Facts, words: Words): Content {
  const day = (value: string): string => formatDay(value, words.language)
  const lines = [
    birthLine(plan.child, words),
    words('children.paper.mother', { name: plan.mother }),
    [
      words(`children.plan.cause.${plan.cause}`),
      plan.separatedOn
        ? words('children.plan.separatedOn', { day: day(plan.separatedOn) })
        : words('children.plan.targetDay', { day: day(plan.targetDay) }),
    ].join(' · '),
    ...(plan.extension
      ? [
          words('children.plan.extended', {
            until: day(plan.extension.until),
            by: plan.extension.by,
            document: plan.extension.document,
          }),
        ]
      : []),
    ...(plan.note ? [plan.note] : []),
  ]
  return { stack: lines.map((text) => ({ text, fontSize: 10, lineHeight: 1.1 })) }
}

function steps(list: readonly Step[], words: Words): Content {
  const outcome = (each: Step): string => {
    if (each.state === 'to-do') return ''
    const day = each.doneOn ? formatDay(each.doneOn, words.language) : ''
    return [words(`children.step.${each.state}`), day, each.note].filter(Boolean).join(' · ')
  }
  return ruledTable({
    widths: [14, 84, '*', 60, 140],
    head: [
      '',
      words('children.plan.day'),
      words('children.plan.step'),
      words('children.plan.concerns'),
      words('children.plan.outcome'),
    ],
    rows: list.map((each): TableCell[] => [
      each.state === 'to-do' ? tickBox() : { text: each.state === 'done' ? 'X' : '—', alignment: 'center', bold: true },
      formatDay(each.dueOn, words.language),
      each.name,
      words(`children.concerns.${each.concerns}`),
      outcome(each),
    ]),
    fontSize: 9,
    rowHeight: 17,
    lineHeight: 1,
  })
}

function outings({ outings: list }: Facts, words: Words): Content[] {
  if (list.length === 0) return []
  const day = (value: string): string => formatDay(value, words.language)
  return [
    partTitle(words('children.plan.outings')),
    ...list.map((each): Content => ({
      fontSize: 9.5,
      text: words(`children.plan.outing.${each.state}`, {
        folio: each.folio,
        leaves: day(each.leavesOn),
        returns: day(each.returnsOn),
        adult: each.adult,
      }),
    })),
  ]
}
