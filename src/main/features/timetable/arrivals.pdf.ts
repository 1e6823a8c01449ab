/**
 * The arrival list of a day by place: who is expected in each room at each hour, with a box to tick at the door. It names
 * place and hour only, never the activity: some groups' names would tell what nobody at the door may know.
 */
import type { Content, TableCell } from 'pdfmake/interfaces'
import { z } from 'zod'
import { civilDate, clockTime, weekdayOf } from '../../../shared/kernel/civil-date'
import type { Words } from '../../../shared/i18n'
import { formatLongDay, longWeekday } from '../../../shared/i18n/format'
import { definePaper } from '../../platform/documents/paper'
import {
  innerWidth,
  ruledTable,
  sheetFrame,
  signatureLines,
  smallerIfLong,
  tickBox,
} from '../../platform/documents/parts'
import { sheet } from '../../platform/documents/sheet'
import { inTwoColumns } from './day-papers.rules'

const woman = z.strictObject({ name: z.string(), dormitory: z.string().nullable() })
const hour = z.strictObject({ startsAt: clockTime, endsAt: clockTime, women: z.array(woman) })
const facts = z.strictObject({
  sheet,
  day: civilDate,
  rooms: z.array(z.strictObject({ room: z.string(), hours: z.array(hour) })),
})
type Facts = z.output<typeof facts>
type Woman = z.output<typeof woman>
type Hour = z.output<typeof hour>

const NAME_FITS = 36
const PAD = 2.5
const BED = 32
/** Two women side by side; a name longer than its column goes over two lines. */
const NAME = innerWidth() / 2 - 14 - BED - 6 * PAD

const half = (each: Woman | null): TableCell[] =>
  each
    ? [
        tickBox(),
        { text: each.dormitory ?? '—', fontSize: 8 },
        { text: each.name, fontSize: smallerIfLong(each.name, NAME_FITS, 9, 7) },
      ]
    : ['', '', '']

const countOf = (list: Facts): number =>
  list.rooms.reduce((sum, room) => sum + room.hours.reduce((some, each) => some + each.women.length, 0), 0)

function hourTable(room: string, each: Hour, words: Words): Content {
  return {
    margin: [0, 0, 0, 10],
    // A group that fits half a sheet is not torn apart.
    unbreakable: each.women.length <= 36,
    stack: [
      ruledTable({
        caption: caption(room, each, words),
        rowHeight: 16.5,
        lineHeight: 0.9,
        fontSize: 9,
        pad: PAD,
        widths: [14, BED, NAME, 14, BED, NAME],
        head: [
          '',
          words('timetable.arrivals.bed'),
          words('timetable.paper.name'),
          '',
          words('timetable.arrivals.bed'),
          words('timetable.paper.name'),
        ],
        rows: inTwoColumns(each.women).map(([left, right]) => [...half(left), ...half(right)]),
      }),
    ],
  }
}

const caption = (room: string, each: Hour, words: Words): { stack: Content[] } => ({
  stack: [
    {
      columns: [
        {
          width: '*',
          lineHeight: 1,
          text: [
            { text: room, bold: true, fontSize: 12.5 },
            { text: `   ${each.startsAt}–${each.endsAt}`, fontSize: 11 },
          ],
        },
        {
          width: 'auto',
          margin: [0, 3, 0, 0],
          lineHeight: 1,
          text: [
            words('timetable.paper.women', { count: each.women.length }),
            '    ',
            { text: `${words('timetable.arrivals.arrived')}: ______` },
          ],
        },
      ],
    },
  ],
})

export const arrivalsPaper = definePaper({
  type: 'timetable.arrivals',
  prefix: 'LG',
  facts,
  build: (list, words) => ({
    ...sheetFrame(list.sheet, words, {
      title: words('paper.timetable.arrivals'),
      subtitle: `${longWeekday(weekdayOf(list.day), words.language)} ${formatLongDay(list.day, words.language)}`,
      aside: words('timetable.arrivals.expected', { count: countOf(list) }),
    }),
    content: [
      ...list.rooms.flatMap((room) => room.hours.map((each) => hourTable(room.room, each, words))),
      signatureLines([{ as: words('timetable.arrivals.custody') }, { as: words('timetable.paper.office') }], words, 26),
    ],
  }),
})
