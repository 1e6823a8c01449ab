/**
 * The month roster of an edition, to be marked by hand in the workshop and keyed in afterwards: the layout of LAD-04
 * (docs/domain.md §2.1). Letter landscape, surnames before names, one column a day, totals, signatures on each sheet.
 */
import type { Content, TableCell } from 'pdfmake/interfaces'
import { z } from 'zod'
import { cell, mark, MARKS, type Cell } from '../../../shared/contract/marks'
import { civilMonth, clockTime } from '../../../shared/kernel/civil-date'
import type { Words } from '../../../shared/i18n'
import { formatMonth, shortWeekday } from '../../../shared/i18n/format'
import { definePaper } from '../../platform/documents/paper'
import {
  innerWidth,
  label,
  ruledTable,
  sheetFrame,
  signatureLines,
  smallerIfLong,
} from '../../platform/documents/parts'
import { sheet } from '../../platform/documents/sheet'

const facts = z.strictObject({
  sheet,
  month: civilMonth,
  code: z.string(),
  title: z.string(),
  instructor: z.string(),
  room: z.string(),
  hours: z.array(z.strictObject({ weekday: z.int(), startsAt: clockTime, endsAt: clockTime })),
  days: z.array(z.strictObject({ weekday: z.int(), open: z.boolean(), suspended: z.boolean() })),
  women: z.array(
    z.strictObject({
      fileNumber: z.string(),
      surnames: z.string(),
      names: z.string(),
      /** For each day of the month, the cells of its sessions. */
      cells: z.array(z.array(cell)),
      /** For each day of the month, the letter of an excuse told ahead for a session not yet keyed in. */
      told: z.array(mark.nullable()),
      totals: z.strictObject({ attended: z.int(), absent: z.int() }).nullable(),
    }),
  ),
})
type Facts = z.output<typeof facts>
type Woman = Facts['women'][number]

/** No more than a folder sheet bears and a hand can mark (LAD-04). */
const WOMEN_A_PAGE = 16
/** Empty lines for women whom the instructor must write in, where the last sheet has room. */
const SPARE_LINES = 2
const ROW = 18.5
const TALLEST_ROW = 25
const GREY = '#e2e2e2'
const PALE = '#f1f1f1'

const NUMBER = 13
const FILE = 52
const NAMES = 82
const TOTAL = 15
const CLOSED = 8
const PAD = 1
const LEAST_SURNAMES = 98

/** Days without a session stay narrow, so that those with one have room for a pen. */
function dayWidths(days: Facts['days']): number[] {
  const open = days.filter((day) => day.open).length
  const columns = days.length + 6
  const left =
    innerWidth('landscape') - NUMBER - FILE - NAMES - LEAST_SURNAMES - 2 * TOTAL - columns * 2 * PAD - columns * 0.3
  const wide = Math.max(CLOSED, Math.min(19, (left - (days.length - open) * CLOSED) / Math.max(1, open)))
  return days.map((day) => (day.open ? wide : CLOSED))
}

const headLabel = (text: string) => ({
  ...label(text, 6),
  margin: [2, 7, 1, 0] as [number, number, number, number],
  noWrap: true,
})

const head = (page: Facts, words: Words): TableCell[] => [
  { ...headLabel(words('attendance.paper.number')), characterSpacing: 0, alignment: 'right' },
  headLabel(words('attendance.paper.file')),
  headLabel(words('attendance.paper.surnames')),
  headLabel(words('attendance.paper.names')),
  ...page.days.map((day, index): TableCell => ({
    fillColor: fillOf(day),
    alignment: 'center',
    stack: [
      {
        text: shortWeekday(day.weekday, words.language),
        fontSize: day.open ? 5 : 4.4,
        color: day.open ? '#000' : '#555',
        noWrap: true,
      },
      {
        text: String(index + 1),
        fontSize: day.open ? 8 : 6.5,
        bold: day.open,
        color: day.open ? '#000' : '#555',
        noWrap: true,
      },
    ],
  })),
  { text: 'A', bold: true, alignment: 'center', margin: [0, 5, 0, 0] },
  { text: 'F', bold: true, alignment: 'center', margin: [0, 5, 0, 0] },
]

const fillOf = (day: Facts['days'][number]): string | undefined =>
  day.open ? (day.suspended ? PALE : undefined) : GREY

/** What is printed in a box: the mark that stands, a dash where she was not on the list, nothing where a pen must write. */
const inkOf = (found: Cell): string => (found === 'away' ? '–' : found === 'unmarked' || found === 'ahead' ? '' : found)

function line(woman: Woman | null, index: number, page: Facts): TableCell[] {
  return [
    { text: woman ? String(index + 1) : '', fontSize: 7.5, alignment: 'right', margin: [0, 1, 2, 0] },
    { text: woman?.fileNumber ?? '', fontSize: 7.2, margin: [2, 1, 0, 0], noWrap: true },
    nameCell(woman?.surnames, 22),
    nameCell(woman?.names, 17),
    ...page.days.map((day, at): TableCell => {
      const ink = (woman?.cells[at] ?? []).map(inkOf).filter(Boolean).join('/')
      const told = ink ? null : (woman?.told[at] ?? null)
      const text = told ?? ink
      const fontSize = text.length > 2 ? 5.5 : told ? 6.5 : 7.5
      return { text, italics: told !== null, fontSize, alignment: 'center', fillColor: fillOf(day), noWrap: true }
    }),
    { text: woman?.totals ? String(woman.totals.attended) : '', alignment: 'center', fontSize: 8 },
    { text: woman?.totals ? String(woman.totals.absent) : '', alignment: 'center', fontSize: 8 },
  ]
}

/** A long name is set smaller; the longest go over two close lines, so that the row stays as high as the others. */
function nameCell(text: string | undefined, fits: number): TableCell {
  const size = smallerIfLong(text ?? '', fits, 8.5, 6.3)
  const whole = size > 6.3
  return { text: text ?? '', fontSize: size, margin: [2, whole ? 0 : -1.5, 0, 0], ...(!whole && { lineHeight: 0.72 }) }
}

/** A cell that somebody must still write, or write again. */
const isOpen = (found: Cell): boolean => found === 'unmarked' || found === 'ahead' || found === '?'

/** The foot that the office asks for when it keys a roll in: who came and who was absent, day by day. */
function footLine(words: string, counts: (found: Cell) => boolean, page: Facts): TableCell[] {
  return [
    { ...label(words, 6), colSpan: 4, alignment: 'right', margin: [0, 2, 3, 0] },
    '',
    '',
    '',
    ...page.days.map((day, at): TableCell => {
      const cells = page.women.flatMap((woman) => woman.cells[at] ?? [])
      const blank = !day.open || day.suspended || cells.some(isOpen)
      const text = blank ? '' : String(cells.filter(counts).length)
      return { text, fontSize: 6.5, alignment: 'center', fillColor: fillOf(day) }
    }),
    { text: '', fillColor: GREY },
    { text: '', fillColor: GREY },
  ]
}

const legend = (page: Facts, words: Words): Content => ({
  fontSize: 7,
  margin: [0, 5, 0, 0],
  text: [
    ...MARKS.flatMap((each, index) => [
      ...(index > 0 ? ['   '] : []),
      { text: each, bold: true },
      ` ${words(`attendance.mark.${each}`)}`,
    ]),
    ...(page.women.some((woman) => woman.told.some(Boolean))
      ? [{ text: `   ${words('attendance.month.toldHint')}`, italics: true }]
      : []),
  ],
})

const signatures = (page: Facts, words: Words): Content =>
  signatureLines(
    [
      { as: words('attendance.paper.instructor'), name: page.instructor },
      { as: words('attendance.paper.coordination') },
      { as: words('attendance.paper.approved') },
    ],
    words,
    30,
  )

/** Sheets bear as many women each, as nearly as may be: 18 are 9 and 9, not 16 and 2. */
function startsOfSheets(women: number): readonly (readonly [from: number, until: number])[] {
  const sheets = Math.ceil(women / WOMEN_A_PAGE)
  const each = Math.ceil(women / sheets)
  return Array.from({ length: sheets }, (_, index) => [index * each, Math.min(women, (index + 1) * each)] as const)
}

/** Fewer lines are taller: more room for the pen. */
const heightOf = (lines: number): number => Math.min(TALLEST_ROW, (ROW * (WOMEN_A_PAGE + 2)) / lines)

function oneSheet(page: Facts, from: number, until: number, words: Words): Content[] {
  const women: (Woman | null)[] = page.women.slice(from, until)
  const isLast = until >= page.women.length
  const spare = isLast ? Math.min(SPARE_LINES, WOMEN_A_PAGE - women.length) : 0
  const lines = [...women, ...Array.from({ length: spare }, () => null)]
  const foot = isLast
    ? [
        footLine(words('attendance.paper.came'), (found) => found === 'A' || found === 'R', page),
        footLine(words('attendance.paper.absent'), (found) => found === 'F', page),
      ]
    : []
  const table = ruledTable({
    widths: [NUMBER, FILE, '*', NAMES, ...dayWidths(page.days), TOTAL, TOTAL],
    head: head(page, words),
    rows: [...lines.map((woman, index) => line(woman, from + index, page)), ...foot],
    rowHeight: heightOf(lines.length + foot.length),
    grid: true,
    lineHeight: 0.9,
    fontSize: 8.5,
    pad: PAD,
  })
  return [
    { ...table, ...(from > 0 ? { pageBreak: 'before' as const } : {}) },
    legend(page, words),
    signatures(page, words),
  ]
}

/** `lun, mié, vie 09:00–11:00`: days with the same hours together. */
function hoursLine(page: Facts, words: Words): string {
  const days = new Map<string, string[]>()
  for (const hour of page.hours) {
    const times = `${hour.startsAt}–${hour.endsAt}`
    days.set(times, [...(days.get(times) ?? []), shortWeekday(hour.weekday, words.language)])
  }
  return [...days].map(([times, on]) => `${on.join(', ')} ${times}`).join(' · ')
}

export const monthRosterPaper = definePaper({
  type: 'attendance.month',
  prefix: 'LA',
  facts,
  build: (page, words) => ({
    ...sheetFrame(page.sheet, words, {
      title: page.title,
      subtitle: [page.code, page.instructor, page.room, hoursLine(page, words)].filter(Boolean).join(' · '),
      aside: `${words('paper.attendance.month')} · ${formatMonth(page.month, words.language)}`,
      orientation: 'landscape',
    }),
    content: startsOfSheets(page.women.length).flatMap(([from, until]) => oneSheet(page, from, until, words)),
  }),
})
