/**
 * The outing permission: it stays at the gate, so it may name the center; never an offence, a dormitory or a file number.
 * It says AUTORIZADO only if every authorisation is there; otherwise PENDIENTE, and what is missing, in the loudest box.
 */
import type { Column, Content, ContentStack } from 'pdfmake/interfaces'
import { z } from 'zod'
import { leaveReason, outingKind } from '../../../shared/contract/outings.contract'
import { spokenFacts } from '../../../shared/i18n/facts'
import { formatDay, formatShortDay } from '../../../shared/i18n/format'
import type { Words } from '../../../shared/i18n'
import { civilDate, clockTime } from '../../../shared/kernel/civil-date'
import { fold } from '../../../shared/kernel/text'
import { definePaper } from '../../platform/documents/paper'
import { innerWidth, label, rule, sheetFrame, thumbprintBox, tickBox } from '../../platform/documents/parts'
import { qrImage } from '../../platform/documents/qr'
import { sheet } from '../../platform/documents/sheet'

const facts = z.strictObject({
  sheet,
  outing: z.string(),
  child: z.string(),
  mother: z.string(),
  kind: outingKind,
  reason: z.string(),
  leavesOn: civilDate,
  leavesAt: clockTime,
  returnsOn: civilDate,
  returnsAt: clockTime,
  adult: z.string(),
  adultDocument: z.string().nullable(),
  relation: z.string().nullable(),
  missing: z.array(z.string()),
  reasons: z.array(leaveReason),
  signatures: z.array(
    z.strictObject({ authorisation: z.string(), signed: z.boolean(), signedOn: civilDate.nullable() }),
  ),
})
type PermissionFacts = z.output<typeof facts>

const WIDTH = innerWidth()

export const permissionPaper = definePaper({
  type: 'outings.permission',
  prefix: 'PS',
  facts,
  build: (permission, words) => ({
    ...sheetFrame(permission.sheet, words, { title: words('paper.outings.permission'), aside: permission.outing }),
    content: [
      statusBox(permission, words),
      whoBlock(permission, words),
      timesBlock(permission, words),
      signaturesBlock(permission, words),
      ...(obstacles(permission, words).length > LINES_BESIDE_RULES ? [] : [rulesBlock(words)]),
      tearOff(permission, words),
    ],
  }),
})

/** More lines in the box than this, and the sheet says no more to whoever collects: she does not, with this one. */
const LINES_BESIDE_RULES = 4

/** What is missing and what forbids, a line each. */
const obstacles = ({ missing, reasons }: PermissionFacts, words: Words): string[] => [
  ...(missing.length > 0
    ? [words('outings.paper.missing', { count: missing.length, authorisations: missing.join(', ') })]
    : []),
  ...reasons.map(({ code, facts: figures }) => words(`refusal.${code}`, spokenFacts(figures, words.language))),
]

const isForbidden = ({ reasons }: PermissionFacts): boolean =>
  reasons.some(({ code }) => code === 'outing-adult-forbidden')

/** The verdict first. Authorised: one firm frame. Not: a heavy frame with every missing thing by name. Forbidden: white on black. */
function statusBox(permission: PermissionFacts, words: Words): Content {
  const lines = obstacles(permission, words)
  const authorised = lines.length === 0
  const forbidden = isForbidden(permission)
  const crowded = lines.length > LINES_BESIDE_RULES
  const word = {
    text: forbidden
      ? [{ text: `  ${words('outings.paper.forbidden')}  `, background: '#000', color: '#fff' }]
      : words(authorised ? 'outings.paper.authorised' : 'outings.paper.pending'),
    fontSize: 17,
    bold: true,
    lineHeight: 1,
  }
  return {
    margin: [0, 0, 0, 8],
    table: {
      widths: ['*'],
      body: [
        [
          {
            stack: authorised
              ? [word, { text: words('outings.paper.authorisedHint'), fontSize: 9.5 }]
              : [
                  word,
                  {
                    text: words(forbidden ? 'outings.paper.forbiddenHint' : 'outings.paper.pendingHint'),
                    bold: true,
                    lineHeight: 1,
                  },
                  { ul: lines, fontSize: crowded ? 8 : 9, lineHeight: crowded ? 0.9 : 1 },
                ],
          },
        ],
      ],
    },
    layout: {
      hLineWidth: () => (authorised ? 1 : 2.4),
      vLineWidth: () => (authorised ? 1 : 2.4),
      paddingLeft: () => 8,
      paddingRight: () => 8,
      paddingTop: () => 3,
      paddingBottom: () => 4,
    },
  }
}

const fact = (words: Words, key: string, value: string, size = 11, bold = false): ContentStack => ({
  stack: [label(words(key)), { text: value, fontSize: size, bold, lineHeight: 1 }],
  margin: [0, 0, 0, 4],
})

const whoBlock = (permission: PermissionFacts, words: Words): Content => ({
  columnGap: 14,
  columns: [
    {
      width: '*',
      stack: [
        fact(words, 'outings.paper.child', permission.child, 17, true),
        fact(words, 'outings.paper.adult', adultLine(permission), 13, true),
        fact(words, 'outings.paper.document', permission.adultDocument ?? words('outings.paper.documentBlank'), 12),
        {
          columnGap: 10,
          columns: [
            { width: '42%', ...fact(words, 'outings.paper.mother', permission.mother, 10) },
            {
              width: '*',
              ...fact(words, 'outings.paper.reason', reasonLine(permission, words), 10),
            },
          ],
        },
      ],
    },
    {
      width: 96,
      alignment: 'center',
      stack: [
        { image: qrImage(permission.outing), width: 84, alignment: 'center' },
        { text: permission.outing, fontSize: 8.5, bold: true, characterSpacing: 0.3 },
      ],
    },
  ],
})

/** The office often writes the kind into the reason (`paseo grupal: museo`): then it is not said twice. */
function reasonLine({ kind, reason }: PermissionFacts, words: Words): string {
  const word = words(`outings.kind.${kind}`)
  return fold(reason).startsWith(fold(word)) ? capital(reason) : `${word} · ${reason}`
}

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('es-MX') + text.slice(1)

const adultLine = ({ adult, relation }: PermissionFacts): string => (relation ? `${adult} (${relation})` : adult)

/** Leaving and coming back side by side, large: what the gate reads from a step away. */
const timesBlock = (permission: PermissionFacts, words: Words): Content => ({
  margin: [0, 2, 0, 8],
  table: {
    widths: ['*', '*'],
    body: [
      [
        timeCell(words, 'outings.paper.leaves', permission.leavesOn, permission.leavesAt),
        timeCell(words, 'outings.paper.returns', permission.returnsOn, permission.returnsAt),
      ],
    ],
  },
  layout: {
    hLineWidth: () => 0.8,
    vLineWidth: (line: number) => (line === 1 ? 0.3 : 0),
    paddingLeft: (column: number) => (column === 0 ? 0 : 10),
    paddingTop: () => 4,
    paddingBottom: () => 3,
  },
})

const timeCell = (words: Words, key: string, day: string, time: string): Content => ({
  stack: [
    label(words(key)),
    {
      text: [
        { text: time, fontSize: 17, bold: true },
        { text: `   ${formatDay(day, words.language)}`, fontSize: 12 },
      ],
    },
  ],
})

/** `12 oct 2026`: the weekday is no matter here, and the line is short. */
const dayOf = (day: string, words: Words): string => `${formatShortDay(day, words.language)} ${day.slice(0, 4)}`

/** One line per authorisation to sign on, with a thumbprint box for whoever may not write. */
function signaturesBlock({ signatures }: PermissionFacts, words: Words): Content {
  const rows: Content[][] = []
  for (let at = 0; at < signatures.length; at += 3)
    rows.push([0, 1, 2].map((step) => signatureCell(signatures[at + step], words)))
  return {
    stack: [
      label(words('outings.paper.authorisations')),
      ...rows.map((row): Content => ({ columns: row, columnGap: 12, margin: [0, 2, 0, 4], unbreakable: true })),
    ],
  }
}

function signatureCell(signature: PermissionFacts['signatures'][number] | undefined, words: Words): Content {
  if (!signature) return { text: '' }
  const given = signature.signed
    ? signature.signedOn
      ? words('outings.paper.givenOn', { day: dayOf(signature.signedOn, words) })
      : words('outings.paper.given')
    : words('outings.paper.notGiven')
  return {
    columnGap: 6,
    columns: [
      {
        width: '*',
        stack: [
          { text: '', margin: [0, 26, 0, 0] },
          rule(WIDTH / 3 - 62, 0.6),
          { text: capital(signature.authorisation), fontSize: 9.5, bold: true, margin: [0, 1, 0, 0], lineHeight: 1 },
          { text: given, fontSize: 8, lineHeight: 1 },
        ],
      },
      { width: 44, stack: [thumbprintBox(words)] },
    ],
  }
}

const RULES = ['identity', 'time', 'together', 'call', 'safe'] as const

const rulesBlock = (words: Words): Content => {
  const list = (from: number, until: number): Content => ({
    ol: RULES.slice(from, until).map((each) => words(`outings.paper.rule.${each}`)),
    start: from + 1,
    fontSize: 9,
    lineHeight: 1,
  })
  return {
    margin: [0, 2, 0, 0],
    stack: [
      { ...label(words('outings.paper.rules')), margin: [0, 0, 0, 1] },
      { columns: [list(0, 3), list(3, RULES.length)], columnGap: 12 },
    ],
  }
}

/** The half that comes back with the child: cut, filled in at the gate, filed. */
const tearOff = (permission: PermissionFacts, words: Words): Content => ({
  unbreakable: true,
  margin: [0, 6, 0, 0],
  stack: [
    {
      canvas: [{ type: 'line', x1: 0, y1: 0, x2: WIDTH, y2: 0, lineWidth: 0.8, dash: { length: 4, space: 3 } }],
    },
    { text: words('outings.paper.cut'), fontSize: 7, alignment: 'center', margin: [0, 1, 0, 3] },
    {
      columns: [
        { width: '*', text: words('outings.paper.returnHalf'), fontSize: 13, bold: true },
        { width: 'auto', text: permission.outing, bold: true },
      ],
    },
    {
      columnGap: 12,
      margin: [0, 2, 0, 0],
      columns: [
        { width: '*', ...fact(words, 'outings.paper.child', permission.child, 11, true) },
        { width: '*', ...fact(words, 'outings.paper.adult', permission.adult) },
        {
          width: 'auto',
          ...fact(
            words,
            'outings.paper.returns',
            `${permission.returnsAt} · ${formatDay(permission.returnsOn, words.language)}`,
          ),
        },
      ],
    },
    {
      columnGap: 10,
      columns: [
        blank(words('outings.paper.cameBack'), 112),
        blank(words('outings.paper.broughtBy'), '*'),
        {
          width: 'auto',
          columnGap: 4,
          margin: [0, 13, 0, 0],
          columns: [
            { width: 12, stack: [tickBox()] },
            { width: 'auto', text: words('outings.paper.well'), fontSize: 9 },
          ],
        },
      ],
    },
    {
      columnGap: 14,
      margin: [0, 2, 0, 0],
      columns: [
        blank(words('outings.paper.gateSigns'), '*', 26),
        blank(words('outings.paper.motherReceives'), '*', 26),
        { width: 44, stack: [thumbprintBox(words)] },
      ],
    },
  ],
})

/** A line to fill in by hand, with its label below. */
const blank = (text: string, width: number | '*', space = 18): Column => ({
  width,
  table: {
    widths: ['*'],
    body: [[{ border: [false, true, false, false], ...label(text, 6.5) }]],
  },
  layout: { hLineWidth: () => 0.6, vLineWidth: () => 0, paddingTop: () => 2, paddingLeft: () => 0 },
  margin: [0, space, 0, 0],
})
