/**
 * The movement list of a day: who leaves which dormitory, when and where to, for custody to tick off and sign. It names
 * no activity: custody needs none, and even neutral words for some groups would tell who goes to which (features-map §5).
 * Court, hospital and outings are one word, outside. Who must leave by herself is marked, never because of whom.
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

const move = z.strictObject({
  startsAt: clockTime,
  /** Null: nobody knows when she comes back. */
  endsAt: clockTime.nullable(),
  place: z.string(),
  /** False: she was to go and does not any more. */
  goes: z.boolean(),
  changed: z.boolean(),
  apart: z.boolean(),
})
const woman = z.strictObject({
  bed: z.int().nullable(),
  name: z.string(),
  fileNumber: z.string(),
  /** She changed beds on that very day. */
  movedBed: z.boolean(),
  moves: z.array(move),
  /** A line for each of her children who live here: who, and where meanwhile. */
  children: z.array(z.strictObject({ name: z.string(), stays: z.string() })),
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
type Move = z.output<typeof move>

/** Letters that fit the columns at their usual size. */
const NAME_FITS = 37
const ROOM_FITS = 18
/** Below this size a name is not read at arm's length: then it goes over two lines, and its row is higher by so much. */
const LEAST = 7.5
const SECOND_LINE = 0.5

const isLong = (name: string): boolean => smallerIfLong(name, NAME_FITS, 9, LEAST) === LEAST

/** Marks stand where her name does: under it beside her first errand, in its place beside the others. */
const marksOf = (woman: Woman, at: number): readonly ('changed' | 'apart' | 'off')[] => {
  const move = woman.moves[at]
  return [
    ...(move && !move.goes ? (['off'] as const) : []),
    ...(move?.apart ? (['apart'] as const) : []),
    ...(move?.changed || (at === 0 && woman.movedBed) ? (['changed'] as const) : []),
  ]
}

const linesOf = (woman: Woman): number =>
  Math.max(1, woman.moves.length) +
  (isLong(woman.name) ? SECOND_LINE : 0) +
  (marksOf(woman, 0).length > 0 ? SECOND_LINE : 0) +
  woman.children.reduce((sum, child) => sum + childLines(child), 0)

/** Letters of a child's line that fit across the sheet. */
const CHILD_FITS = 92
const childLines = (child: Woman['children'][number]): number =>
  Math.ceil((child.name.length + child.stays.length + 3) / CHILD_FITS)

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

const movesOf = (block: Block): number =>
  block.women.reduce((sum, each) => sum + each.moves.filter((move) => move.goes).length, 0)

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
        widths: [24, '*', 55, 30, 38, 88, 30, 40],
        head: [
          { ...label(words('timetable.paper.bed')), alignment: 'center' },
          words('timetable.paper.name'),
          words('timetable.paper.file'),
          words('timetable.paper.leaves'),
          words('timetable.paper.returns'),
          words('timetable.paper.where'),
          { ...label(words('timetable.paper.out')), alignment: 'center' },
          { ...label(words('timetable.paper.back')), alignment: 'center' },
        ],
        rows: block.women.slice(part.from, part.until).flatMap((woman) => rowsOf(woman, words)),
      }),
    },
    ...(part.until === block.women.length ? [guards(words)] : []),
  ]
}

type Border = [boolean, boolean, boolean, boolean]

/** Her name once, her errands below each other beside it; no line between them, so that they are seen to be hers. */
function rowsOf(woman: Woman, words: Words): TableCell[][] {
  const count = Math.max(1, woman.moves.length)
  const last = count + woman.children.length - 1
  const errands = Array.from({ length: count }, (_, index): TableCell[] => {
    const border: Border = [true, index === 0, true, index === last]
    return [...hersOf(woman, index, border, words), ...errand(woman.moves[index], words)]
  })
  const children = woman.children.map((child, at) => childRow(child, [true, false, true, count + at === last]))
  return [...errands, ...children]
}

function hersOf(woman: Woman, index: number, border: Border, words: Words): TableCell[] {
  const marks = marksLine(woman, index, words)
  if (index > 0)
    return [
      { text: '', border },
      { stack: marks, border },
      { text: '', border },
    ]
  return [
    { text: woman.bed === null ? '—' : String(woman.bed), alignment: 'center', border },
    {
      border,
      stack: [
        {
          text: woman.name,
          bold: true,
          fontSize: smallerIfLong(woman.name, NAME_FITS, 9, LEAST),
          ...(isLong(woman.name) && { lineHeight: 0.8 }),
        },
        ...marks,
      ],
    },
    { text: woman.fileNumber, fontSize: 8, border },
  ]
}

function marksLine(woman: Woman, index: number, words: Words): Content[] {
  const marks = marksOf(woman, index)
  if (marks.length === 0) return []
  const said = marks.map((mark) => words(mark === 'changed' ? 'paper.changedToday' : `timetable.paper.${mark}`))
  return [{ ...label(`• ${said.join(' · ')}`, 6.5), bold: true, lineHeight: 0.9 }]
}

function errand(move: Move | undefined, words: Words): TableCell[] {
  if (!move) return ['', '', '', '', '']
  const struck = move.goes ? {} : { decoration: 'lineThrough' as const }
  // Anew each time: pdfmake alters what it draws.
  const box = (): TableCell => (move.goes ? tickBox() : { text: '—', alignment: 'center' })
  return [
    { text: move.startsAt, bold: move.goes, ...struck },
    { text: move.endsAt ?? words('timetable.paper.unknownReturn'), ...struck },
    { text: move.place || '—', fontSize: smallerIfLong(move.place, ROOM_FITS, 9, 7), ...struck },
    box(),
    box(),
  ]
}

const childRow = (child: Woman['children'][number], border: Border): TableCell[] => [
  { text: '', border },
  {
    colSpan: 7,
    border,
    fontSize: 8,
    margin: [6, 0, 0, 0],
    text: [{ text: `→ ${child.name}  `, italics: true }, child.stays],
  },
  ...Array.from({ length: 6 }, (): TableCell => ({ text: '', border })),
]

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
