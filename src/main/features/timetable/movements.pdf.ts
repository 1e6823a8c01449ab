/**
 * The movement list of a day: who leaves which dormitory, when and where to, for custody to tick off and sign. It names
 * no activity: custody needs none, and even neutral words for some groups would tell who goes to which (features-map §5).
 */
import type { Content, TableCell } from 'pdfmake/interfaces'
import { z } from 'zod'
import { civilDate, clockTime, weekdayOf } from '../../../shared/kernel/civil-date'
import type { Words } from '../../../shared/i18n'
import { formatLongDay, longWeekday } from '../../../shared/i18n/format'
import { definePaper } from '../../platform/documents/paper'
import { label, ruledTable, sheetFrame, signatureLines, smallerIfLong, tickBox } from '../../platform/documents/parts'
import { sheet } from '../../platform/documents/sheet'
import { HEIGHTS, layOnSheets, type Part } from './movement-sheets.rules'

const woman = z.strictObject({
  bed: z.int().nullable(),
  name: z.string(),
  fileNumber: z.string(),
  moves: z.array(z.strictObject({ startsAt: clockTime, endsAt: clockTime, room: z.string() })),
})
const block = z.strictObject({
  dormitory: z.string().nullable(),
  notes: z.array(z.string()),
  women: z.array(woman),
})
const facts = z.strictObject({
  sheet,
  day: civilDate,
  dormitoryWord: z.enum(['dormitorio', 'estancia']),
  /** Printed for one dormitory only. */
  oneDormitory: z.boolean(),
  blocks: z.array(block),
})
type Facts = z.output<typeof facts>
type Block = z.output<typeof block>
type Woman = z.output<typeof woman>

/** Letters that fit the columns at their usual size. */
const NAME_FITS = 37
const ROOM_FITS = 18
/** Below this size a name is not read at arm's length: then it goes over two lines, and its row is higher by so much. */
const LEAST = 7.5
const SECOND_LINE = 0.5

const linesOf = (woman: Woman): number =>
  woman.moves.length + (smallerIfLong(woman.name, NAME_FITS, 9, LEAST) === LEAST ? SECOND_LINE : 0)

export const movementsPaper = definePaper({
  type: 'timetable.movements',
  prefix: 'LM',
  facts,
  build: (list, words) => ({
    ...sheetFrame(list.sheet, words, {
      title: words('paper.timetable.movements'),
      subtitle: `${longWeekday(weekdayOf(list.day), words.language)} ${formatLongDay(list.day, words.language)}`,
      aside: words('timetable.paper.movements', { count: list.blocks.reduce((sum, each) => sum + movesOf(each), 0) }),
    }),
    content: layOnSheets(
      list.blocks.map((each) => ({ notes: each.notes.length, lines: each.women.map(linesOf) })),
      list.oneDormitory,
    ).flatMap((part, index) => partOf(part, index, list, words)),
  }),
})

const movesOf = (block: Block): number => block.women.reduce((sum, each) => sum + each.moves.length, 0)

function partOf(part: Part, index: number, list: Facts, words: Words): Content[] {
  const block = list.blocks[part.dormitory]
  if (!block) return []
  return [
    {
      ...(part.startsSheet ? { pageBreak: 'before' as const } : { margin: [0, index > 0 ? HEIGHTS.gap : 0, 0, 0] }),
      ...ruledTable({
        caption: caption(block, part, list, words),
        rowHeight: 17,
        lineHeight: 0.9,
        fontSize: 9,
        pad: 2.5,
        widths: [24, '*', 55, 60, 86, 28, 40],
        head: [
          { ...label(words('timetable.paper.bed')), alignment: 'center' },
          words('timetable.paper.name'),
          words('timetable.paper.file'),
          words('timetable.paper.hour'),
          words('timetable.paper.where'),
          { ...label(words('timetable.paper.out')), alignment: 'center' },
          { ...label(words('timetable.paper.back')), alignment: 'center' },
        ],
        rows: block.women.slice(part.from, part.until).flatMap(rowsOf),
      }),
    },
    ...(part.until === block.women.length ? [guards(words)] : []),
  ]
}

/** Her name once, her errands below each other beside it; no line between them, so that they are seen to be hers. */
const rowsOf = (woman: Woman): TableCell[][] =>
  woman.moves.map((move, index) => {
    const border: [boolean, boolean, boolean, boolean] = [true, index === 0, true, index === woman.moves.length - 1]
    const hers: TableCell[] =
      index > 0
        ? [
            { text: '', border },
            { text: '', border },
            { text: '', border },
          ]
        : [
            { text: woman.bed === null ? '—' : String(woman.bed), alignment: 'center', border },
            {
              text: woman.name,
              bold: true,
              fontSize: smallerIfLong(woman.name, NAME_FITS, 9, LEAST),
              ...(smallerIfLong(woman.name, NAME_FITS, 9, LEAST) === LEAST && { lineHeight: 0.8 }),
              border,
            },
            { text: woman.fileNumber, fontSize: 8, border },
          ]
    return [
      ...hers,
      `${move.startsAt}–${move.endsAt}`,
      { text: move.room, fontSize: smallerIfLong(move.room, ROOM_FITS, 9, 7) },
      tickBox(),
      tickBox(),
    ]
  })

const guards = (words: Words): Content =>
  signatureLines(
    [
      { as: words('timetable.paper.custodyOut') },
      { as: words('timetable.paper.custodyBack') },
      { as: words('timetable.paper.office') },
    ],
    words,
    28,
  )

const caption = (block: Block, part: Part, list: Facts, words: Words): { stack: Content[] } => ({
  stack: [
    {
      columns: [
        {
          width: '*',
          fontSize: 13,
          lineHeight: 1,
          text: [
            {
              text: block.dormitory
                ? words(`timetable.paper.${list.dormitoryWord}`, { name: block.dormitory })
                : words('timetable.paper.noDormitory'),
              bold: true,
            },
            ...(part.from > 0
              ? [{ text: `  ${words('timetable.paper.continued')}`, fontSize: 9.5, italics: true }]
              : []),
          ],
        },
        {
          width: 'auto',
          margin: [0, 4, 0, 0],
          lineHeight: 1,
          text: [
            words('timetable.paper.women', { count: block.women.length }),
            ' · ',
            words('timetable.paper.movements', { count: movesOf(block) }),
          ],
        },
      ],
    },
    ...block.notes.map((note) => ({ text: note, italics: true, fontSize: 8.5, lineHeight: 1 })),
  ],
})
