/**
 * The roster of one session, to be ticked and signed in the workshop and keyed in by its folio afterwards: women in the
 * order of the roll on the screen, a box for each mark, lines for who was not on the list, totals that must match.
 */
import type { Content, TableCell } from 'pdfmake/interfaces'
import { z } from 'zod'
import { mark } from '../../../shared/contract/attendance.contract'
import { civilDate, clockTime, weekdayOf } from '../../../shared/kernel/civil-date'
import type { Words } from '../../../shared/i18n'
import { formatLongDay, longWeekday } from '../../../shared/i18n/format'
import { definePaper } from '../../platform/documents/paper'
import { label, ruledTable, sheetFrame, signatureLines, smallerIfLong, tickBox } from '../../platform/documents/parts'
import { sheet } from '../../platform/documents/sheet'

const woman = z.strictObject({
  name: z.string(),
  fileNumber: z.string(),
  /** A mark that stands already: an excuse told ahead, or one keyed in before a reprint. */
  mark: mark.nullable(),
})
const facts = z.strictObject({
  sheet,
  code: z.string(),
  title: z.string(),
  instructor: z.string(),
  room: z.string(),
  day: civilDate,
  startsAt: clockTime,
  endsAt: clockTime,
  /** The folio of the sheet printed before for the same session: this one is a reprint. */
  replaces: z.string().nullable(),
  women: z.array(woman),
})
type Facts = z.output<typeof facts>
type Woman = z.output<typeof woman>

/** Came, late, absent, excused, not brought: what a hand ticks. Suspended is for the office, not for a woman's line. */
const BOXES = ['A', 'R', 'F', 'J', 'C'] as const
type Box = (typeof BOXES)[number]

const SPARE_LINES = 3
const NAME_FITS = 34
/** A narrower height keeps a full group with totals and signatures on one sheet. */
const ROW = { usual: 20, full: 16.5 } as const
const FITS_USUAL = 20

const centred = (text: string): TableCell => ({ ...label(text), alignment: 'center' })

/** An excuse is told by its two letters; any other mark that stands is a cross in its box. */
function boxOf(box: Box, stands: Woman['mark']): TableCell {
  if (stands?.startsWith('J') && box === 'J') return { text: stands, bold: true, alignment: 'center', fontSize: 8.5 }
  return stands === box ? { text: 'X', bold: true, alignment: 'center', fontSize: 10 } : tickBox()
}

const line = (each: Woman | null, number: string): TableCell[] => [
  { text: number, fontSize: 8, alignment: 'right' },
  {
    text: each?.name ?? '',
    bold: true,
    fontSize: smallerIfLong(each?.name ?? '', NAME_FITS, 9.5, 7),
    ...(each && each.name.length > NAME_FITS && { lineHeight: 0.8 }),
  },
  { text: each?.fileNumber ?? '', fontSize: 8 },
  ...BOXES.map((box) => boxOf(box, each?.mark ?? null)),
  '',
]

function roster(page: Facts, words: Words): Content {
  const notListed: TableCell[] = [
    { ...label(words('attendance.day.notListed')), colSpan: 9, margin: [0, 3, 0, 0] },
    ...Array.from({ length: 8 }, (): TableCell => ''),
  ]
  return ruledTable({
    rowHeight: page.women.length > FITS_USUAL ? ROW.full : ROW.usual,
    lineHeight: 1,
    fontSize: 9.5,
    pad: 2.5,
    widths: [16, '*', 58, ...BOXES.map(() => 17), 96],
    head: [
      { ...label(words('attendance.paper.number')), alignment: 'right' },
      words('attendance.day.name'),
      words('attendance.paper.file'),
      ...BOXES.map(centred),
      words('attendance.day.signature'),
    ],
    rows: [
      ...page.women.map((each, index) => line(each, String(index + 1))),
      notListed,
      ...Array.from({ length: SPARE_LINES }, () => line(null, '')),
    ],
  })
}

const legend = (words: Words): Content => ({
  fontSize: 7.5,
  margin: [0, 4, 0, 0],
  text: BOXES.flatMap((box, index) => [
    ...(index > 0 ? ['   '] : []),
    { text: box, bold: true },
    ` ${words(`attendance.day.box.${box}`)}`,
  ]),
})

/** The totals that the office asks for when it keys the roll in, and who answers for the sheet. */
const foot = (page: Facts, words: Words): Content => ({
  unbreakable: true,
  stack: [
    legend(words),
    {
      margin: [0, 8, 0, 0],
      fontSize: 9,
      columnGap: 18,
      columns: [
        { width: 'auto', text: `${words('attendance.paper.came')}: _____` },
        { width: 'auto', text: `${words('attendance.paper.absent')}: _____` },
        { width: 'auto', text: `${words('attendance.day.began')}: ____:____` },
        { width: 'auto', text: `${words('attendance.day.ended')}: ____:____` },
      ],
    },
    signatureLines(
      [{ as: words('attendance.paper.instructor'), name: page.instructor }, { as: words('attendance.day.custody') }],
      words,
      30,
    ),
  ],
})

export const dayRosterPaper = definePaper({
  type: 'attendance.day',
  prefix: 'LD',
  facts,
  build: (page, words) => ({
    ...sheetFrame(page.sheet, words, {
      title: page.title,
      subtitle: [
        `${longWeekday(weekdayOf(page.day), words.language)} ${formatLongDay(page.day, words.language)}`,
        `${page.startsAt}–${page.endsAt}`,
        page.room,
        page.code,
      ].join(' · '),
      aside: words('paper.attendance.day'),
    }),
    content: [
      ...(page.replaces
        ? [{ text: words('attendance.day.reprint', { folio: page.replaces }), italics: true, fontSize: 8.5 }]
        : []),
      roster(page, words),
      foot(page, words),
    ],
  }),
})
