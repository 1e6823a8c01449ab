/**
 * The movement list of a day: who leaves which dormitory, when and where to, for custody to tick off and sign. One
 * block per dormitory, each on its own sheet. Never says that a group is one of mental health (features-map §5).
 */
import type { Content } from 'pdfmake/interfaces'
import { z } from 'zod'
import { civilDate, clockTime, weekdayOf } from '../../../shared/kernel/civil-date'
import type { Words } from '../../../shared/i18n'
import { formatLongDay, longWeekday } from '../../../shared/i18n/format'
import { definePaper } from '../../platform/documents/paper'
import { label, ruledTable, sheetFrame, signatureLines, tickBox } from '../../platform/documents/parts'
import { sheet } from '../../platform/documents/sheet'

const line = z.strictObject({
  bed: z.int().nullable(),
  name: z.string(),
  fileNumber: z.string(),
  startsAt: clockTime,
  endsAt: clockTime,
  room: z.string(),
  /** Null for a group of a sensitive axis: only the place is printed. */
  activity: z.string().nullable(),
})
const block = z.strictObject({
  dormitory: z.string().nullable(),
  notes: z.array(z.string()),
  women: z.int(),
  lines: z.array(line),
})
const facts = z.strictObject({
  sheet,
  day: civilDate,
  dormitoryWord: z.enum(['dormitorio', 'estancia']),
  blocks: z.array(block),
})
type Facts = z.output<typeof facts>
type Block = z.output<typeof block>

export const movementsPaper = definePaper({
  type: 'timetable.movements',
  prefix: 'LM',
  facts,
  build: (list, words) => ({
    ...sheetFrame(list.sheet, words, {
      title: words('paper.timetable.movements'),
      subtitle: `${longWeekday(weekdayOf(list.day), words.language)} ${formatLongDay(list.day, words.language)}`,
      aside: words('timetable.paper.movements', { count: list.blocks.reduce((n, each) => n + each.lines.length, 0) }),
    }),
    content: list.blocks.flatMap((each, i) => blockOf(each, i, list, words)),
  }),
})

const blockOf = (block: Block, index: number, list: Facts, words: Words): Content[] => [
  {
    ...(index > 0 && { pageBreak: 'before' as const }),
    ...ruledTable({
      caption: caption(block, list, words),
      rowHeight: 19,
      fontSize: 8.5,
      pad: 2.5,
      widths: [23, '*', 52, 52, 48, 98, 26, 37],
      head: [
        words('timetable.paper.bed'),
        words('timetable.paper.name'),
        words('timetable.paper.file'),
        words('timetable.paper.hour'),
        words('timetable.paper.where'),
        words('timetable.paper.activity'),
        { ...label(words('timetable.paper.out')), alignment: 'center' },
        { ...label(words('timetable.paper.back')), alignment: 'center' },
      ],
      rows: block.lines.map((each, i) => [
        { text: each.bed === null ? '—' : String(each.bed), alignment: 'center' },
        // Her next errands repeat her name, lighter: each line may be the first of a sheet.
        { text: each.name, bold: block.lines[i - 1]?.fileNumber !== each.fileNumber, lineHeight: 0.9 },
        { text: each.fileNumber, fontSize: 7.5 },
        `${each.startsAt}–${each.endsAt}`,
        { text: each.room, lineHeight: 0.9 },
        { text: each.activity ?? words('timetable.paper.neutral'), fontSize: 7.5, lineHeight: 0.9 },
        tickBox(),
        tickBox(),
      ]),
    }),
  },
  signatureLines(
    [
      { as: words('timetable.paper.custodyOut') },
      { as: words('timetable.paper.custodyBack') },
      { as: words('timetable.paper.office') },
    ],
    words,
    26,
  ),
]

const caption = (block: Block, list: Facts, words: Words): { stack: Content[] } => ({
  stack: [
    {
      columns: [
        {
          width: '*',
          bold: true,
          fontSize: 13,
          text: block.dormitory
            ? words(`timetable.paper.${list.dormitoryWord}`, { name: block.dormitory })
            : words('timetable.paper.noDormitory'),
        },
        {
          width: 'auto',
          margin: [0, 4, 0, 0],
          text: [
            words('timetable.paper.women', { count: block.women }),
            ' · ',
            words('timetable.paper.movements', { count: block.lines.length }),
          ],
        },
      ],
    },
    ...block.notes.map((note) => ({ text: note, italics: true, fontSize: 8.5 })),
  ],
})
