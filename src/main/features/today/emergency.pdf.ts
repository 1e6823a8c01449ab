/**
 * The emergency list: who should be where at one minute, to be carried and ticked off. Rooms first, then dormitories;
 * each place says how many to find and has room for how many were found. It names places, never what is done in them.
 */
import type { Content, TableCell } from 'pdfmake/interfaces'
import { z } from 'zod'
import { emergencyList, type EmergencyList, type EmergencyPlace } from '../../../shared/contract/emergency.contract'
import { weekdayOf } from '../../../shared/kernel/civil-date'
import type { Words } from '../../../shared/i18n'
import { formatLongDay, formatShortDay, longWeekday } from '../../../shared/i18n/format'
import { definePaper } from '../../platform/documents/paper'
import { label, ruledTable, sheetFrame, signatureLines, smallerIfLong, tickBox } from '../../platform/documents/parts'
import { sheet } from '../../platform/documents/sheet'

const facts = z.strictObject({ sheet, list: emergencyList })

/** Letters of a name that fit one of the two columns at the usual size. */
const NAME_FITS = 31
const LEAST = 7

export const emergencyPaper = definePaper({
  type: 'today.emergency',
  prefix: 'EM',
  facts,
  build: ({ sheet: printed, list }, words) => ({
    ...sheetFrame(printed, words, {
      title: words('paper.today.emergency'),
      subtitle: `${longWeekday(weekdayOf(list.day), words.language)} ${formatLongDay(list.day, words.language)}, ${list.time}`,
      aside: words('today.emergency.women', { count: list.totals.women }),
    }),
    content: [
      head(list, words),
      ...list.places.map((place) => placeOf(place, list, words)),
      ...womenOutsideOf(list, words),
      ...outsideOf(list, words),
      ...childcareOf(list, words),
      ...withoutMotherOf(list, words),
      others(words),
      signatureLines(
        [{ as: words('today.emergency.countedBy') }, { as: words('today.emergency.countedAt') }],
        words,
        30,
      ),
    ],
  }),
})

/** The minute, large, and the totals that must be found. */
const head = (list: EmergencyList, words: Words): Content => ({
  columnGap: 18,
  margin: [0, 0, 0, 4],
  columns: [
    { width: 'auto', text: list.time, fontSize: 40, bold: true, lineHeight: 0.9 },
    {
      width: '*',
      lineHeight: 1,
      margin: [0, 6, 0, 0],
      stack: [
        { text: totalsOf(list, words), fontSize: 12, bold: true },
        { text: words('today.emergency.source'), fontSize: 8, margin: [0, 2, 0, 0] },
      ],
    },
  ],
})

const totalsOf = ({ totals }: EmergencyList, words: Words): string =>
  [
    words('today.emergency.women', { count: totals.women }),
    words('today.emergency.children', { count: totals.children }),
    words('today.emergency.womenOut', { count: totals.womenOut }),
    words('today.emergency.out', { count: totals.childrenOut }),
    words('today.emergency.instructors', { count: totals.instructors }),
  ].join(' · ')

function placeOf(place: EmergencyPlace, list: EmergencyList, words: Words): Content {
  const lines = place.women.flatMap((woman): TableCell[][] => [
    womanCells(woman, place.kind === 'room', words),
    ...woman.children.map((child) => childCells(child)),
  ])
  return {
    margin: [0, 8, 0, 0],
    ...ruledTable({
      caption: { stack: [captionOf(place, list, words)] },
      fontSize: 9.5,
      lineHeight: 0.95,
      pad: 2,
      widths: [12, '*', 40, 12, '*', 40],
      head: [
        '',
        words('today.emergency.name'),
        words('today.emergency.bed'),
        '',
        words('today.emergency.name'),
        words('today.emergency.bed'),
      ],
      rows: inTwo(lines),
    }),
  }
}

/** Down the left half first, as a list is read; the right half beside it. */
function inTwo(lines: readonly TableCell[][]): TableCell[][] {
  const half = Math.ceil(lines.length / 2)
  const none: TableCell[] = ['', '', '']
  if (lines.length === 0) return [[...none, ...none]]
  return lines.slice(0, half).map((left, at) => [...left, ...(lines[half + at] ?? none)])
}

const nameCell = (text: string, child: boolean): TableCell => ({
  text,
  fontSize: smallerIfLong(text, NAME_FITS, 9.5, LEAST),
  ...(child ? { italics: true, margin: [10, 0, 0, 0] as [number, number, number, number] } : {}),
})

const womanCells = (woman: EmergencyPlace['women'][number], inRoom: boolean, words: Words): TableCell[] => [
  tickBox(9),
  nameCell(woman.orIn ? `${woman.name} (${words('today.emergency.orIn', { room: woman.orIn })})` : woman.name, false),
  { text: woman.bed ?? '—', fontSize: 8, bold: !inRoom },
]

const childCells = (name: string): TableCell[] => [tickBox(9), nameCell(name, true), '']

const captionOf = (place: EmergencyPlace, list: EmergencyList, words: Words): Content => ({
  lineHeight: 1,
  columns: [
    {
      width: '*',
      text: [
        { text: titleOf(place, list, words), bold: true, fontSize: 13 },
        { text: detailOf(place, words), fontSize: 8.5 },
      ],
    },
    {
      width: 'auto',
      margin: [0, 3, 0, 0],
      fontSize: 10,
      bold: true,
      text: words('today.emergency.counted', { count: place.women.length + place.children }),
    },
  ],
})

function titleOf(place: EmergencyPlace, list: EmergencyList, words: Words): string {
  if (place.kind === 'room') return place.name
  if (place.kind === 'unknown') return words('today.emergency.noDormitory')
  return words(`today.emergency.${list.dormitoryWord}`, { name: place.name })
}

const detailOf = (place: EmergencyPlace, words: Words): string =>
  [
    '',
    words('today.emergency.women', { count: place.women.length }),
    ...(place.children > 0 ? [words('today.emergency.children', { count: place.children })] : []),
    ...place.instructors.map((name) => words('today.emergency.instructor', { name })),
    ...(place.until ? [words('today.emergency.until', { time: place.until })] : []),
  ].join('  ·  ')

function womenOutsideOf(list: EmergencyList, words: Words): Content[] {
  if (list.womenOutside.length === 0) return []
  return [
    {
      margin: [0, 8, 0, 0],
      ...ruledTable({
        caption: words('today.emergency.womenOutTitle', { count: list.womenOutside.length }),
        fontSize: 9.5,
        lineHeight: 0.95,
        widths: ['*', 60, 78, 78],
        head: [
          words('today.emergency.name'),
          words('today.emergency.bed'),
          words('today.emergency.left'),
          words('today.emergency.returns'),
        ],
        rows: list.womenOutside.map((each) => [
          each.name,
          each.bed ?? '—',
          formatShortDay(each.leftOn, words.language),
          each.expectedOn ? formatShortDay(each.expectedOn, words.language) : '—',
        ]),
      }),
    },
  ]
}

function outsideOf(list: EmergencyList, words: Words): Content[] {
  if (!list.outside || list.outside.length === 0) return []
  return [
    {
      margin: [0, 8, 0, 0],
      ...ruledTable({
        caption: words('today.emergency.outsideTitle', { count: list.outside.length }),
        fontSize: 9.5,
        lineHeight: 0.95,
        widths: ['*', '*', 78, 78],
        head: [
          words('today.emergency.child'),
          words('today.emergency.with'),
          words('today.emergency.left'),
          words('today.emergency.returns'),
        ],
        rows: list.outside.map((each) => [
          each.child,
          each.phone === null ? each.adult : { stack: [each.adult, { text: each.phone, fontSize: 8.5, bold: true }] },
          `${formatShortDay(each.leftOn, words.language)}, ${each.leftAt}`,
          `${formatShortDay(each.returnsOn, words.language)}, ${each.returnsAt}`,
        ]),
      }),
    },
  ]
}

function withoutMotherOf(list: EmergencyList, words: Words): Content[] {
  if (list.childrenWithoutMother === 0) return []
  const names = (list.withoutMother ?? []).join(' · ')
  const said = words('today.emergency.withoutMother', { count: list.childrenWithoutMother })
  return [{ text: names ? `${said}: ${names}` : said, bold: true, margin: [0, 8, 0, 0] }]
}

function childcareOf(list: EmergencyList, words: Words): Content[] {
  if (list.childrenInChildcare === 0) return []
  const names = (list.inChildcare ?? []).join(' · ')
  const said = words('today.emergency.inChildcare', { count: list.childrenInChildcare })
  return [{ text: names ? `${said}: ${names}` : said, bold: true, margin: [0, 8, 0, 0] }]
}

/** Lines for whom Umbral does not know: visitors, lawyers, custody, staff. */
const others = (words: Words): Content => ({
  margin: [0, 10, 0, 0],
  unbreakable: true,
  stack: [
    { ...label(words('today.emergency.others')), margin: [0, 0, 0, 2] },
    {
      ...ruledTable({
        rowHeight: 18,
        widths: [12, '*', '*'],
        head: ['', words('today.emergency.name'), words('today.emergency.where')],
        rows: Array.from({ length: 4 }, () => [tickBox(9), '', '']),
      }),
    },
  ],
})
