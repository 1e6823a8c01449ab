/**
 * The printed answer to "where do I stand?": her turn, why, and what comes next, in short lines and pictures. It names no
 * other woman, and no group of a sensitive axis (docs/look.md, Paper).
 */
import type { Content } from 'pdfmake/interfaces'
import { z } from 'zod'
import { civilDate } from '../../../shared/kernel/civil-date'
import type { Words } from '../../../shared/i18n'
import { formatLongDay } from '../../../shared/i18n/format'
import { POINT_KINDS, waitState } from '../../../shared/contract/waits.contract'
import { definePaper } from '../../platform/documents/paper'
import { innerWidth, rule, sheetFrame, signatureLines, smallerIfLong } from '../../platform/documents/parts'
import { pictogram, type Pictogram } from '../../platform/documents/pictograms'
import { sheet } from '../../platform/documents/sheet'

const facts = z.strictObject({
  sheet,
  name: z.string(),
  fileNumber: z.string(),
  dormitory: z.string().nullable(),
  dormitoryWord: z.enum(['dormitorio', 'estancia']),
  /** Null: a group of a sensitive axis, which the slip does not name. */
  workshop: z.string().nullable(),
  requestedOn: civilDate,
  state: waitState,
  /** Her turn, of how many; null while she has none. */
  turn: z.int().nullable(),
  of: z.int(),
  points: z.int(),
  lines: z.array(z.strictObject({ kind: z.enum(POINT_KINDS), count: z.int(), points: z.int() })),
  ahead: z.boolean(),
  offeredUntil: civilDate.nullable(),
  /** Why the office turned her down, if it did. */
  declinedBecause: z.string().nullable(),
})
type Facts = z.output<typeof facts>

const PICTURE = 30
/** The face has tall lines. */
const CLOSE = 1

const line = (picture: Pictogram, texts: readonly string[], size = 15): Content => ({
  columnGap: 14,
  margin: [0, 0, 0, 6],
  columns: [
    { width: PICTURE, ...pictogram(picture, PICTURE) },
    {
      width: '*',
      margin: [0, texts.length === 1 ? 5 : 0, 0, 0],
      stack: texts.map((text) => ({ text, fontSize: size, lineHeight: CLOSE })),
    },
  ],
})

const turnLines = (slip: Facts, words: Words): Content[] => {
  if (slip.turn === null)
    return [{ text: words(`places.turnSlip.is.${slip.state}`), fontSize: 19, bold: true, margin: [0, 0, 0, 10] }]
  return [
    {
      columnGap: 18,
      margin: [0, 0, 0, 6],
      columns: [
        { width: 'auto', text: String(slip.turn), fontSize: 56, bold: true, lineHeight: 0.9 },
        {
          width: '*',
          margin: [0, 12, 0, 0],
          stack: [
            { text: words('places.turnSlip.turn', { turn: slip.turn }), fontSize: 19, bold: true },
            { text: words('places.turnSlip.of', { count: slip.of }), fontSize: 15 },
          ],
        },
      ],
    },
  ]
}

const why = (slip: Facts, words: Words): Content[] => [
  { ...rule(innerWidth(), 0.8), margin: [0, 2, 0, 6] },
  { text: words('places.turnSlip.why', { points: slip.points }), fontSize: 17, bold: true, margin: [0, 0, 0, 6] },
  ...slip.lines.map((each) => ({
    margin: [0, 0, 0, 1] as [number, number, number, number],
    columnGap: 10,
    columns: [
      {
        width: 46,
        text: `+${String(each.points)}`,
        fontSize: 15,
        bold: true,
        alignment: 'right' as const,
        lineHeight: CLOSE,
      },
      {
        width: '*',
        text: words(`places.turnSlip.point.${each.kind}`, { count: each.count }),
        fontSize: 15,
        lineHeight: CLOSE,
      },
    ],
  })),
  ...(slip.ahead
    ? [{ text: words('places.turnSlip.ahead'), fontSize: 15, margin: [0, 4, 0, 0] as [number, number, number, number] }]
    : []),
]

const next = (slip: Facts, words: Words): Content[] => [
  { ...rule(innerWidth(), 0.8), margin: [0, 4, 0, 6] },
  ...(slip.offeredUntil
    ? [line('hand', [words('places.turnSlip.answerBy'), formatLongDay(slip.offeredUntil, words.language)])]
    : []),
  ...(slip.declinedBecause ? [line('hand', [words('places.turnSlip.because'), slip.declinedBecause])] : []),
  ...(slip.turn === null ? [] : [line('chair', [words('places.turnSlip.next1'), words('places.turnSlip.next2')])]),
  line('person', [words('places.turnSlip.ask1'), words('places.turnSlip.ask2')]),
]

export const turnSlipPaper = definePaper({
  type: 'places.turn',
  prefix: 'TU',
  facts,
  build: (slip, words) => ({
    ...sheetFrame(slip.sheet, words, { title: words('paper.places.turn') }),
    content: [
      { text: slip.name, fontSize: smallerIfLong(slip.name, 40, 20, 13), bold: true, lineHeight: 1 },
      {
        margin: [0, 1, 0, 9],
        fontSize: 11,
        text: [slip.fileNumber, slip.dormitory && `${words(`places.slip.${slip.dormitoryWord}`)} ${slip.dormitory}`]
          .filter(Boolean)
          .join(' · '),
      },
      line('queue', [words('places.turnSlip.asked'), slip.workshop ?? words('places.slip.activity')], 17),
      line('calendar', [words('places.turnSlip.since', { day: formatLongDay(slip.requestedOn, words.language) })]),
      ...turnLines(slip, words),
      ...(slip.turn !== null && slip.lines.length > 0 ? why(slip, words) : []),
      ...next(slip, words),
      signatureLines(
        [{ as: words('places.turnSlip.told') }, { as: words('places.turnSlip.heard'), thumbprint: true }],
        words,
      ),
    ],
  }),
})
