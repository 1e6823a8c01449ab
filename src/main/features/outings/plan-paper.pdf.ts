/**
 * A whole permission on paper: who, where, with whom, each outing of each child on its line, the signatures, and the rules
 * for the adult with pictograms. It goes out with the child: nothing on it tells where she lives.
 */
import type { Content } from 'pdfmake/interfaces'
import { z } from 'zod'
import { outingKind } from '../../../shared/contract/outings.contract'
import { formatDay, formatShortDay } from '../../../shared/i18n/format'
import type { Words } from '../../../shared/i18n'
import { civilDate, clockTime } from '../../../shared/kernel/civil-date'
import { definePaper } from '../../platform/documents/paper'
import { label, ruledTable, sheetFrame, thumbprintBox } from '../../platform/documents/parts'
import { qrImage } from '../../platform/documents/qr'
import { sheet } from '../../platform/documents/sheet'
import { pictogram, PICTOGRAMS } from './pictograms.pdf'

const facts = z.strictObject({
  sheet,
  issuer: z.string(),
  permission: z.string(),
  kind: outingKind,
  reason: z.string(),
  destination: z.string().nullable(),
  transport: z.string().nullable(),
  phone: z.string().nullable(),
  adult: z.string(),
  document: z.string().nullable(),
  returner: z.string().nullable(),
  helpers: z.array(z.string()),
  note: z.string().nullable(),
  /** What stands against the permission as a whole: none, and it says authorised. */
  obstacles: z.array(z.string()),
  lines: z.array(
    z.strictObject({
      folio: z.string(),
      child: z.string(),
      leavesOn: civilDate,
      leavesAt: clockTime,
      returnsOn: civilDate,
      returnsAt: clockTime,
      allergies: z.string().nullable(),
      belongings: z.string().nullable(),
      photo: z.boolean().nullable(),
      authorised: z.boolean(),
    }),
  ),
  signatures: z.array(
    z.strictObject({
      authorisation: z.string(),
      of: z.string().nullable(),
      signed: z.boolean(),
      signedOn: civilDate.nullable(),
      evidence: z.string().nullable(),
    }),
  ),
})
type Facts = z.output<typeof facts>

export const planPaper = definePaper({
  type: 'outings.plan',
  prefix: 'PP',
  facts,
  build: (plan, words) => ({
    ...sheetFrame({ ...plan.sheet, center: plan.issuer }, words, {
      title: words('paper.outings.plan'),
      aside: plan.permission,
    }),
    content: [verdict(plan, words), who(plan, words), lines(plan, words), signatures(plan, words), rules(words)],
  }),
})

/** Authorised only where nothing is missing; otherwise without, and everything that is missing by name. */
function verdict({ obstacles }: Facts, words: Words): Content {
  const authorised = obstacles.length === 0
  return {
    margin: [0, 0, 0, 8],
    table: {
      widths: ['*'],
      body: [
        [
          {
            stack: [
              {
                text: words(authorised ? 'outings.paper.authorised' : 'outings.paper.pending'),
                fontSize: 17,
                bold: true,
                lineHeight: 1,
              },
              ...(authorised
                ? [{ text: words('outings.paper.authorisedHint'), fontSize: 9.5 }]
                : [
                    { text: words('outings.paper.pendingHint'), bold: true },
                    { ul: obstacles, fontSize: 9.5 },
                  ]),
            ],
          },
        ],
      ],
    },
    layout: { hLineWidth: () => (authorised ? 1 : 2.4), vLineWidth: () => (authorised ? 1 : 2.4) },
  }
}

const told = (text: string, value: string | null): Content[] =>
  value === null || value === ''
    ? []
    : [{ stack: [label(text), { text: value, fontSize: 11, lineHeight: 1 }], margin: [0, 0, 0, 5] }]

function who(plan: Facts, words: Words): Content {
  const adult = plan.document ? `${plan.adult} · ${plan.document}` : plan.adult
  return {
    columnGap: 14,
    columns: [
      {
        width: '*',
        stack: [
          ...told(words('outings.reason'), `${words(`outings.kind.${plan.kind}`)} · ${plan.reason}`),
          ...told(words('outings.paper.adult'), adult),
          ...told(words('outings.returner'), plan.returner),
          ...told(words('outings.helpers'), plan.helpers.join(' · ')),
        ],
      },
      {
        width: '*',
        stack: [
          ...told(words('outings.destination'), plan.destination),
          ...told(words('outings.transport'), plan.transport),
          ...told(words('outings.phone'), plan.phone),
          ...told(words('outings.note'), plan.note),
        ],
      },
      { width: 84, stack: [{ image: qrImage(plan.permission), width: 80 }] },
    ],
  }
}

const lines = (plan: Facts, words: Words): Content => {
  const moment = (day: string, time: string): string => `${formatShortDay(day, words.language)} ${time}`
  const photo = { true: 'yes', false: 'no', null: 'unknown' } as const
  return ruledTable({
    widths: ['*', 74, 74, 84],
    head: [words('outings.child'), words('outings.leaves'), words('outings.returns'), words('outings.status')],
    rows: plan.lines.map((line) => [
      {
        stack: [
          { text: line.child, bold: true },
          {
            text: [
              ...(line.allergies ? [`${words('outings.allergies')}: ${line.allergies}`] : []),
              ...(line.belongings ? [`${words('outings.belongings')}: ${line.belongings}`] : []),
              `${words('outings.photo')}: ${words(`outings.photo.${photo[String(line.photo) as keyof typeof photo]}`)}`,
            ].join(' · '),
            fontSize: 8.5,
            lineHeight: 1,
          },
        ],
      },
      moment(line.leavesOn, line.leavesAt),
      moment(line.returnsOn, line.returnsAt),
      { text: words(line.authorised ? 'outings.paper.lineYes' : 'outings.paper.lineNo'), bold: !line.authorised },
    ]),
  })
}

/** Room to sign or to put a thumb for each, and what is recorded already. */
const signatures = (plan: Facts, words: Words): Content => ({
  margin: [0, 10, 0, 0],
  stack: [
    label(words('outings.paper.authorisations')),
    ruledTable({
      widths: ['*', 112, 104, 46],
      head: ['', words('outings.status'), words('outings.paper.sign'), ''],
      rows: plan.signatures.map((each) => [
        [each.authorisation, each.of, each.evidence].filter(Boolean).join(' · '),
        each.signed
          ? each.signedOn
            ? words('outings.paper.givenOn', { day: formatDay(each.signedOn, words.language) })
            : words('outings.paper.given')
          : { text: words('outings.paper.notGiven'), bold: true },
        '',
        // What is recorded already needs no thumb on this sheet.
        each.signed ? '' : thumbprintBox(words, 30),
      ]),
    }),
  ],
})

/** Short lines, a drawing for each. */
const rules = (words: Words): Content => ({
  unbreakable: true,
  margin: [0, 8, 0, 0],
  stack: [
    { text: words('outings.paper.rules'), fontSize: 12, bold: true, margin: [0, 0, 0, 4] },
    ...[0, 3].map((from): Content => ({
      columnGap: 16,
      margin: [0, 0, 0, 8],
      columns: PICTOGRAMS.slice(from, from + 3).map((each) => ({
        width: '*',
        columnGap: 8,
        columns: [
          { width: 32, ...pictogram(each) },
          {
            width: '*',
            text: words(`outings.paper.rule.${each}`),
            fontSize: 10,
            lineHeight: 1.05,
            margin: [0, 2, 0, 0],
          },
        ],
      })),
    })),
  ],
})
