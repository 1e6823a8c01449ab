/**
 * The release and transfer pack: on one or two pages what a woman leaves behind and what she is owed, printed in one
 * step when she has a quarter of an hour. It stays in the office file and is not handed out: so it may carry her legal
 * name and her file number, which a certificate never does.
 */
import type { Content, TableCell } from 'pdfmake/interfaces'
import { z } from 'zod'
import { civilDate, clockTime } from '../../../shared/kernel/civil-date'
import type { Words } from '../../../shared/i18n'
import { formatDay, formatPercent } from '../../../shared/i18n/format'
import { definePaper } from '../../platform/documents/paper'
import { label, ruledTable, sheetFrame, signatureLines, smallerIfLong, tickBox } from '../../platform/documents/parts'
import { sheet } from '../../platform/documents/sheet'
import { isOwed, PACK_STATES } from './pack.rules'

const workshop = z.strictObject({
  code: z.string(),
  title: z.string(),
  hours: z.string(),
  plannedHours: z.int(),
  attended: z.int(),
  counted: z.int(),
  evaluation: z.enum(['A', 'NA', 'NP']).nullable(),
  folio: z.string().nullable(),
  deliveredOn: civilDate.nullable(),
  state: z.enum(PACK_STATES),
})
const child = z.strictObject({
  code: z.string(),
  name: z.string(),
  months: z.int().nullable(),
  limitDay: civilDate.nullable(),
  approximate: z.boolean(),
  collectors: z.array(z.strictObject({ name: z.string(), relation: z.string() })),
})
const outing = z.strictObject({
  folio: z.string(),
  /** The child's code. */
  child: z.string(),
  leavesOn: civilDate,
  returnsOn: civilDate,
  returnsAt: clockTime,
  adult: z.string(),
  isOut: z.boolean(),
})
const facts = z.strictObject({
  sheet,
  dormitoryWord: z.enum(['dormitorio', 'estancia']),
  person: z.strictObject({
    name: z.string(),
    chosenName: z.string().nullable(),
    fileNumber: z.string(),
    dormitory: z.string().nullable(),
    admittedOn: civilDate.nullable(),
    leftOn: civilDate.nullable(),
    cause: z.enum(['release', 'transfer', 'death', 'other']).nullable(),
  }),
  workshops: z.array(workshop),
  waits: z.array(z.strictObject({ title: z.string(), requestedOn: civilDate })),
  childrenCount: z.int(),
  /** Null for those who may know only how many. */
  children: z.array(child).nullable(),
  outings: z.array(outing),
  /** Printed by somebody who may not see every group: whether there is more, it does not tell. */
  isPartial: z.boolean(),
})
type Facts = z.output<typeof facts>
type Workshop = z.output<typeof workshop>

const titled = (title: string, body: readonly Content[]): Content[] => [
  { text: title, bold: true, fontSize: 11, margin: [0, 7, 0, 1], headlineLevel: 1 },
  ...body,
]
const quiet = (text: string): Content => ({ text, fontSize: 9, italics: true })

export const packPaper = definePaper({
  type: 'people.pack',
  prefix: 'EG',
  facts,
  build: (pack, words) => ({
    ...sheetFrame(pack.sheet, words, {
      title: words('paper.people.pack'),
      subtitle: pack.person.name,
      aside: pack.person.fileNumber,
    }),
    // A title alone at the foot of a page would tell nothing.
    pageBreakBefore: (node, nodes) => node.headlineLevel === 1 && nodes.getFollowingNodesOnPage().length === 0,
    content: [
      stayLine(pack, words),
      ...titled(words('people.pack.workshops'), [
        workshops(pack, words),
        ...(pack.isPartial ? [quiet(words('people.pack.partial'))] : []),
      ]),
      ...titled(words('people.pack.owed'), [owed(pack, words)]),
      ...titled(words('people.pack.children'), childrenPart(pack, words)),
      ...waitsPart(pack, words),
      ...handedOver(pack, words),
    ],
  }),
})

function stayLine({ person, dormitoryWord }: Facts, words: Words): Content {
  const day = (value: string) => formatDay(value, words.language)
  const parts = [
    person.chosenName && words('people.pack.chosenName', { name: person.chosenName }),
    person.dormitory && words(`timetable.paper.${dormitoryWord}`, { name: person.dormitory }),
    person.admittedOn && words('people.pack.admittedOn', { day: day(person.admittedOn) }),
    person.leftOn &&
      words('people.pack.leftOn', {
        day: day(person.leftOn),
        cause: words(`people.left.${person.cause ?? 'other'}`).toLocaleLowerCase(words.language),
      }),
  ]
  return { text: parts.filter(Boolean).join(' · '), fontSize: 9.5 }
}

function workshops(pack: Facts, words: Words): Content {
  if (pack.workshops.length === 0) return quiet(words('people.pack.noWorkshops'))
  return ruledTable({
    fontSize: 8.5,
    lineHeight: 1,
    widths: ['*', 56, 64, 70, 120],
    head: [
      words('people.pack.workshop'),
      { ...label(words('people.pack.hours')), alignment: 'right' },
      { ...label(words('people.pack.rate')), alignment: 'right' },
      words('people.pack.evaluation'),
      words('people.pack.certificate'),
    ],
    rows: pack.workshops.map((each) => [
      {
        fontSize: smallerIfLong(each.title, 40, 8.5, 7),
        text: [each.title, { text: `  ${each.code}`, fontSize: 7, color: '#444' }],
      },
      {
        alignment: 'right',
        text: words('people.pack.hoursOf', { hours: each.hours, planned: each.plannedHours }),
      },
      {
        alignment: 'right',
        text:
          each.counted === 0 ? '—' : `${formatPercent(each.attended, each.counted)} (${each.attended}/${each.counted})`,
      },
      words(`certificates.evaluation.${each.evaluation ?? 'none'}`),
      { text: certificateOf(each, words), fontSize: 8 },
    ]),
  })
}

function certificateOf(each: Workshop, words: Words): string {
  if (!each.folio) {
    if (each.state !== 'none') return words(`people.pack.state.${each.state}`)
    // Hours without a certificate: a statement of them is printed beside the pack.
    return each.hours === '0' ? '—' : words('people.pack.state.hours')
  }
  const told = each.deliveredOn
    ? words('people.pack.deliveredOn', { day: formatDay(each.deliveredOn, words.language) })
    : words('people.pack.notDelivered')
  return `${each.folio}\n${told}`
}

/** What somebody must tick before she goes. Savings are the administration's: it writes them in by hand. */
function owed(pack: Facts, words: Words): Content {
  const lines = pack.workshops.filter((each) => isOwed(each.state))
  const row = (what: string, detail: string): TableCell[] => [tickBox(), what, detail]
  return ruledTable({
    fontSize: 9,
    lineHeight: 1,
    rowHeight: 16,
    widths: [16, '*', 210],
    head: ['', words('people.pack.what'), words('people.pack.detail')],
    rows: [
      ...lines.map((each) => row(`${words(`people.pack.owed.${each.state}`)}: ${each.title}`, each.folio ?? '')),
      ...(lines.length === 0 ? [['', { text: words('people.pack.nothingOwed'), italics: true }, '']] : []),
      row(words('people.pack.savings'), `$ ${'_'.repeat(24)}`),
      row(words('people.pack.other'), '_'.repeat(26)),
    ],
  })
}

function childrenPart(pack: Facts, words: Words): Content[] {
  if (pack.childrenCount === 0) return [quiet(words('people.pack.noChildren'))]
  if (!pack.children) return [quiet(words('people.pack.childrenCount', { count: pack.childrenCount }))]
  return [
    ruledTable({
      fontSize: 8.5,
      lineHeight: 1,
      widths: [56, 128, 50, 74, '*'],
      head: [
        words('people.pack.child.code'),
        words('people.pack.child.name'),
        words('people.pack.child.age'),
        words('people.pack.child.limit'),
        words('people.pack.child.collectors'),
      ],
      rows: pack.children.map((each) => [
        each.code,
        each.name,
        each.months === null ? '—' : words('people.pack.child.months', { count: each.months }),
        each.limitDay
          ? `${formatDay(each.limitDay, words.language)}${each.approximate ? ` (${words('people.pack.child.approximate')})` : ''}`
          : '—',
        each.collectors.length === 0
          ? words('people.pack.child.nobody')
          : each.collectors.map(({ name, relation }) => `${name} (${relation})`).join('; '),
      ]),
    }),
    ...pack.outings.map((each): Content => ({
      margin: [0, 3, 0, 0],
      fontSize: 9,
      text: words(each.isOut ? 'people.pack.outing.out' : 'people.pack.outing.ahead', {
        folio: each.folio,
        child: each.child,
        leaves: formatDay(each.leavesOn, words.language),
        returns: `${formatDay(each.returnsOn, words.language)}, ${each.returnsAt}`,
        adult: each.adult,
      }),
    })),
  ]
}

function waitsPart(pack: Facts, words: Words): Content[] {
  if (pack.waits.length === 0) return []
  const names = pack.waits.map(({ title, requestedOn }) =>
    words('people.pack.wait', { title, day: formatDay(requestedOn, words.language) }),
  )
  return titled(words('people.pack.waits'), [{ text: names.join('; '), fontSize: 9 }])
}

/** She signs or leaves her thumb for what was handed to her; custody is the witness. */
const handedOver = (pack: Facts, words: Words): Content[] => [
  {
    unbreakable: true,
    margin: [0, 8, 0, 0],
    stack: [
      { text: words('people.pack.received'), fontSize: 9 },
      signatureLines(
        [
          { as: words('people.pack.woman'), thumbprint: true },
          { as: words('people.pack.office'), name: pack.sheet.printedBy },
          { as: words('people.pack.custody') },
        ],
        words,
        34,
      ),
    ],
  },
]
