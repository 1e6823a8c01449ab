/**
 * The outing permission: it stays at the gate, so it may name the center; never an offence, a dormitory or a file number.
 * It says AUTORIZADO only if every authorisation is there; otherwise PENDIENTE, and what is missing, in the loudest box.
 */
import type { Content } from 'pdfmake/interfaces'
import { spokenFacts } from '../../../shared/i18n/facts'
import { formatDay, formatShortDay } from '../../../shared/i18n/format'
import type { Words } from '../../../shared/i18n'
import { fold } from '../../../shared/kernel/text'
import { definePaper } from '../../platform/documents/paper'
import { label, rule, sheetFrame, smallerIfLong, thumbprintBox } from '../../platform/documents/parts'
import { qrImage } from '../../platform/documents/qr'
import { fact, permissionFacts, WIDTH, type PermissionFacts } from './permission-parts.pdf'
import { tearOff } from './tear-off.pdf'

export const permissionPaper = definePaper({
  type: 'outings.permission',
  prefix: 'PS',
  facts: permissionFacts,
  build: (permission, words) => ({
    ...sheetFrame(permission.sheet, words, { title: words('paper.outings.permission'), aside: permission.outing }),
    content: [
      statusBox(permission, words),
      whoBlock(permission, words),
      timesBlock(permission, words),
      ...detailsBlock(permission, words),
      signaturesBlock(permission, words),
      ...(goesOut(permission, words)
        ? [...(isCrowded(permission) ? [] : [rulesBlock(words)]), tearOff(permission, words)]
        : []),
    ],
  }),
})

/** With more obstacles than this the sheet must be made anew anyway. */
const FEW = 4

/** Authorisations side by side. */
const A_ROW = 3

/** True if the child may yet leave with this sheet: only then has it rules for the way and a half that comes back. */
const goesOut = (permission: PermissionFacts, words: Words): boolean =>
  !isForbidden(permission) && obstacles(permission, words).length <= FEW

/** What is missing and what forbids, a line each. */
const obstacles = ({ missing, reasons }: PermissionFacts, words: Words): string[] => [
  ...(missing.length > 0
    ? [words('outings.paper.missing', { count: missing.length, authorisations: missing.join(', ') })]
    : []),
  ...reasons.map(({ code, facts: figures }) => words(`refusal.${code}`, spokenFacts(figures, words.language))),
]

/** Two rows of signatures and long names leave no room for the rules: the gate says them. */
const isCrowded = ({ signatures, child, adult }: PermissionFacts): boolean =>
  signatures.length > A_ROW && child.length + adult.length > 70

const isForbidden = ({ reasons }: PermissionFacts): boolean =>
  reasons.some(({ code }) => code === 'outing-adult-forbidden')

/** The verdict first. Authorised: one firm frame. Not: a heavy frame with every missing thing by name. Forbidden: white on black. */
function statusBox(permission: PermissionFacts, words: Words): Content {
  const lines = obstacles(permission, words)
  const authorised = lines.length === 0
  const forbidden = isForbidden(permission)
  const crowded = lines.length > FEW
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

const whoBlock = (permission: PermissionFacts, words: Words): Content => ({
  columnGap: 14,
  columns: [
    {
      width: '*',
      stack: [
        fact(words, 'outings.paper.child', permission.child, smallerIfLong(permission.child, 38, 17, 10), true),
        fact(
          words,
          'outings.paper.adult',
          adultLine(permission),
          smallerIfLong(adultLine(permission), 50, 13, 10),
          true,
        ),
        fact(words, 'outings.paper.document', permission.adultDocument ?? words('outings.paper.documentBlank'), 12),
        {
          columnGap: 10,
          columns: [
            {
              width: '42%',
              ...fact(words, 'outings.paper.mother', permission.mother, smallerIfLong(permission.mother, 28, 10, 8.5)),
            },
            {
              width: '*',
              ...fact(
                words,
                'outings.paper.reason',
                reasonLine(permission, words),
                smallerIfLong(permission.reason, 50, 10, 8.5),
              ),
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

/** Where, how, and what comes back: one small paragraph, so that the sheet stays one page. Nothing of the child's health. */
function detailsBlock(permission: PermissionFacts, words: Words): Content[] {
  const said: readonly (readonly [string, string | null])[] = [
    ['outings.destination', permission.destination],
    ['outings.transport', permission.transport],
    ['outings.returner', permission.returner],
    ['outings.phone', permission.phone],
    ['outings.belongings', permission.belongings],
    ['outings.photo', permission.photo === null ? null : words(`outings.photo.${permission.photo ? 'yes' : 'no'}`)],
  ]
  const parts = said.flatMap(([key, value]) => (value ? [`${words(key)}: ${value}`] : []))
  return parts.length === 0 ? [] : [{ text: parts.join('  ·  '), fontSize: 9, lineHeight: 1, margin: [0, -4, 0, 8] }]
}

/** `12 oct 2026`: the weekday is no matter here, and the line is short. */
const dayOf = (day: string, words: Words): string => `${formatShortDay(day, words.language)} ${day.slice(0, 4)}`

/** One line per authorisation to sign on, with a thumbprint box for whoever may not write. */
function signaturesBlock({ signatures }: PermissionFacts, words: Words): Content {
  const rows: Content[][] = []
  for (let at = 0; at < signatures.length; at += A_ROW)
    rows.push([0, 1, 2].map((step) => signatureCell(signatures[at + step], signatures.length > A_ROW ? 14 : 26, words)))
  return {
    stack: [
      label(words('outings.paper.authorisations')),
      ...rows.map((row): Content => ({ columns: row, columnGap: 12, margin: [0, 2, 0, 4], unbreakable: true })),
    ],
  }
}

function signatureCell(
  signature: PermissionFacts['signatures'][number] | undefined,
  room: number,
  words: Words,
): Content {
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
          { text: '', margin: [0, room, 0, 0] },
          rule(WIDTH / 3 - 62, 0.6),
          { text: capital(signature.authorisation), fontSize: 9.5, bold: true, margin: [0, 1, 0, 0], lineHeight: 1 },
          { text: given, fontSize: 8, lineHeight: 1 },
        ],
      },
      { width: 44, stack: [thumbprintBox(words, room + 22)] },
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
