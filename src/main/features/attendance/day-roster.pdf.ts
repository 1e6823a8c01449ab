/**
 * The roster of one session, to be ticked and signed in the workshop and keyed in by its folio afterwards: women in the
 * order of the roll on the screen, a box for each mark, lines for who was not on the list, totals that must match.
 */
import type { Content, TableCell } from 'pdfmake/interfaces'
import { z } from 'zod'
import { mark } from '../../../shared/contract/marks'
import { civilDate, clockTime, weekdayOf } from '../../../shared/kernel/civil-date'
import type { Words } from '../../../shared/i18n'
import { formatLongDay, longWeekday } from '../../../shared/i18n/format'
import { definePaper } from '../../platform/documents/paper'
import { label, ruledTable, sheetFrame, signatureLines, smallerIfLong, tickBox } from '../../platform/documents/parts'
import { sheet } from '../../platform/documents/sheet'

const woman = z.strictObject({
  name: z.string(),
  fileNumber: z.string(),
  /** A mark that stands already: keyed in before a reprint. */
  mark: mark.nullable(),
  /** The letter of an excuse told ahead; printed in place of its tick box. */
  told: mark.nullable(),
  /** Her place opened since the session before: the workshop does not know her yet. */
  isNew: z.boolean(),
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
  /** Its hour, room or instructor changed on the day of printing. */
  changedToday: z.boolean(),
  women: z.array(woman),
  /** Tools of the workshop's kit, to be counted out and in. */
  kit: z.array(z.strictObject({ tool: z.string(), quantity: z.int() })),
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

/** What was told ahead or keyed is told by its letters; any other mark that stands is a cross in its box. */
function boxOf(box: Box, woman: Woman | null): TableCell {
  const stands = woman?.mark ?? woman?.told ?? null
  if (woman?.told && !woman.mark && box === (woman.told.startsWith('J') ? 'J' : 'C'))
    return { text: woman.told, italics: true, bold: true, alignment: 'center', fontSize: 8.5 }
  if (woman?.told && !woman.mark) return tickBox()
  if (stands?.startsWith('J') && box === 'J') return { text: stands, bold: true, alignment: 'center', fontSize: 8.5 }
  return stands === box ? { text: 'X', bold: true, alignment: 'center', fontSize: 10 } : tickBox()
}

const line = (each: Woman | null, number: string): TableCell[] => [
  { text: number, fontSize: 8, alignment: 'right' },
  {
    text: each ? `${each.name}${each.isNew ? ' •' : ''}` : '',
    bold: true,
    fontSize: smallerIfLong(each?.name ?? '', NAME_FITS, 9.5, 7),
    ...(each && each.name.length > NAME_FITS && { lineHeight: 0.8 }),
  },
  { text: each?.fileNumber ?? '', fontSize: 8 },
  ...BOXES.map((box) => boxOf(box, each)),
  '',
  '',
]

/** Lines that the sheet must bear beside the spare ones: women, tools two by two under their label, what changed. */
const linesOf = (page: Facts): number =>
  page.women.length + (page.kit.length > 0 ? 1 + Math.ceil(page.kit.length / 2) : 0) + (page.changedToday ? 1 : 0)

function roster(page: Facts, words: Words): Content {
  const notListed: TableCell[] = [
    { ...label(words('attendance.day.notListed')), colSpan: 10, margin: [0, 3, 0, 0] },
    ...Array.from({ length: 9 }, (): TableCell => ''),
  ]
  return ruledTable({
    rowHeight: linesOf(page) > FITS_USUAL ? ROW.full : ROW.usual,
    lineHeight: 1,
    fontSize: 9.5,
    pad: 2.5,
    widths: [16, '*', 58, ...BOXES.map(() => 17), 24, 84],
    head: [
      { ...label(words('attendance.paper.number')), alignment: 'right' },
      words('attendance.day.name'),
      words('attendance.paper.file'),
      ...BOXES.map(centred),
      centred(words('attendance.day.minutes')),
      words('attendance.day.signature'),
    ],
    rows: [
      ...page.women.map((each, index) => line(each, String(index + 1))),
      notListed,
      ...Array.from({ length: SPARE_LINES }, () => line(null, '')),
    ],
  })
}

const legend = (page: Facts, words: Words): Content => ({
  fontSize: 7.5,
  margin: [0, 4, 0, 0],
  text: [
    ...BOXES.flatMap((box, index) => [
      ...(index > 0 ? ['   '] : []),
      { text: box, bold: true },
      ` ${words(`attendance.day.box.${box}`)}`,
    ]),
    `   ${words('attendance.day.minutesHint')}`,
    ...(page.women.some((each) => each.told) ? [`   ${words('attendance.day.toldHint')}`] : []),
    ...(page.women.some((each) => each.isNew) ? [`   ${words('attendance.day.newHint')}`] : []),
  ],
})

/** Two tools a line: how many belong to the kit, and room for how many went out and came back. */
function kit(page: Facts, words: Words): Content[] {
  if (page.kit.length === 0) return []
  const half = Math.ceil(page.kit.length / 2)
  const toolLine = (each: Facts['kit'][number]): Content => ({
    fontSize: 8.5,
    margin: [0, 2, 0, 0],
    text: words('attendance.day.toolLine', { tool: each.tool, quantity: each.quantity }),
  })
  return [
    {
      margin: [0, 7, 0, 0],
      stack: [
        label(words('attendance.day.tools')),
        {
          columnGap: 18,
          columns: [
            { width: '*', stack: page.kit.slice(0, half).map(toolLine) },
            { width: '*', stack: page.kit.slice(half).map(toolLine) },
          ],
        },
      ],
    },
  ]
}

/** The totals that the office asks for when it keys the roll in, and who answers for the sheet. */
const foot = (page: Facts, words: Words): Content => ({
  unbreakable: true,
  stack: [
    legend(page, words),
    ...kit(page, words),
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
      ...(page.changedToday ? [{ text: words('attendance.day.changedToday'), bold: true, fontSize: 9.5 }] : []),
      roster(page, words),
      foot(page, words),
    ],
  }),
})
