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
  label,
  ruledTable,
  sheetFrame,
  signatureLines,
  smallerIfLong,
  tickBox,
} from '../../platform/documents/parts'
import { sheet } from '../../platform/documents/sheet'
import { inTwoColumns } from './day-papers.rules'

const woman = z.strictObject({
  name: z.string(),
  dormitory: z.string().nullable(),
  changed: z.boolean(),
  apart: z.boolean(),
})
const hour = z.strictObject({
  startsAt: clockTime,
  /** Null: nobody knows when they go back. */
  endsAt: clockTime.nullable(),
  women: z.array(woman),
  /** How many come from each dormitory. */
  from: z.array(z.strictObject({ dormitory: z.string(), count: z.int() })),
})
const facts = z.strictObject({
  sheet,
  day: civilDate,
  rooms: z.array(z.strictObject({ room: z.string(), hours: z.array(hour) })),
  /** How many arrive where at which hour, and the hour at which most do. */
  peaks: z.strictObject({
    hours: z.array(clockTime),
    places: z.array(z.strictObject({ place: z.string(), counts: z.array(z.int()), total: z.int() })),
    totals: z.array(z.int()),
    peak: clockTime.nullable(),
  }),
})
type Facts = z.output<typeof facts>
type Woman = z.output<typeof woman>
type Hour = z.output<typeof hour>

const NAME_FITS = 36
const PAD = 2.5
const BED = 32
/** Two women side by side; a name longer than its column goes over two lines. */
const NAME = innerWidth() / 2 - 14 - BED - 6 * PAD

const half = (each: Woman | null, words: Words): TableCell[] =>
  each
    ? [
        tickBox(),
        { text: each.dormitory ?? '—', fontSize: 8 },
        {
          text: [
            { text: each.name, fontSize: smallerIfLong(each.name, NAME_FITS, 9, 7) },
            ...(each.apart ? [{ ...label(`  • ${words('timetable.paper.apart')}`, 5.5), bold: true }] : []),
            ...(each.changed ? [{ ...label(`  • ${words('paper.changedToday')}`, 5.5), bold: true }] : []),
          ],
        },
      ]
    : ['', '', '']

const countOf = ({ peaks }: Pick<Facts, 'peaks'>): number => peaks.totals.reduce((sum, each) => sum + each, 0)

function hourTable(room: string, each: Hour, words: Words): Content {
  return {
    margin: [0, 0, 0, 6],
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
        rows: inTwoColumns(each.women).map(([left, right]) => [...half(left, words), ...half(right, words)]),
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
            { text: `   ${each.startsAt}–${each.endsAt ?? words('timetable.paper.unknownReturn')}`, fontSize: 11 },
          ],
        },
        {
          width: 'auto',
          margin: [0, 3, 0, 0],
          lineHeight: 1,
          text: [
            words('timetable.paper.women', { count: each.women.length }),
            '    ',
            {
              text: `${words('timetable.arrivals.arrived')}: ____   ${words('timetable.arrivals.escort')}: __________`,
            },
          ],
        },
      ],
    },
    {
      text: each.from.map(({ dormitory, count }) => `${dormitory} ${count}`).join(' · '),
      fontSize: 8,
      lineHeight: 0.85,
    },
  ],
})

/** Who must be where at which hour, on one look: the fullest hour stands out. */
function peaksTable({ peaks }: Facts, words: Words): Content {
  const count = (value: number, at: number, bold: boolean): TableCell => ({
    text: value === 0 ? '' : String(value),
    alignment: 'center',
    bold: bold || peaks.hours[at] === peaks.peak,
  })
  const dense = peaks.hours.length > 10
  return {
    margin: [0, 0, 0, 8],
    unbreakable: true,
    stack: [
      ruledTable({
        caption: {
          stack: [
            {
              text: peaks.peak
                ? words('timetable.arrivals.peak', {
                    hour: peaks.peak,
                    count: peaks.totals[peaks.hours.indexOf(peaks.peak)] ?? 0,
                  })
                : '',
              fontSize: 9.5,
            },
          ],
        },
        grid: true,
        fontSize: dense ? 7.5 : 8.5,
        lineHeight: 0.95,
        pad: dense ? 1 : 2,
        widths: ['*', ...peaks.hours.map(() => (dense ? 22 : 30)), 30],
        head: [
          words('timetable.paper.where'),
          ...peaks.hours.map((hour): TableCell => ({
            text: hour,
            alignment: 'center',
            bold: true,
            fontSize: dense ? 6.5 : 8,
          })),
          { ...label(words('timetable.arrivals.total')), alignment: 'center' },
        ],
        rows: [
          ...peaks.places.map((each) => [
            each.place,
            ...each.counts.map((value, at) => count(value, at, false)),
            { text: String(each.total), alignment: 'center' as const },
          ]),
          [
            { text: words('timetable.arrivals.total'), bold: true },
            ...peaks.totals.map((value, at) => count(value, at, true)),
            { text: String(countOf({ peaks })), alignment: 'center' as const, bold: true },
          ],
        ],
      }),
    ],
  }
}

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
      peaksTable(list, words),
      ...list.rooms.flatMap((room) => room.hours.map((each) => hourTable(room.room, each, words))),
      signatureLines([{ as: words('timetable.arrivals.custody') }, { as: words('timetable.paper.office') }], words, 26),
    ],
  }),
})
