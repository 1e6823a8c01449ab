/** The sheet on which each woman signs for her certificate, or leaves her thumbprint; it stays in the office. */
import type { Column, Content, TableCell } from 'pdfmake/interfaces'
import { z } from 'zod'
import { civilDate } from '../../../shared/kernel/civil-date'
import type { Words } from '../../../shared/i18n'
import { formatDay, formatLongDay } from '../../../shared/i18n/format'
import { definePaper } from '../../platform/documents/paper'
import { label, rule, ruledTable, sheetFrame, signatureLines, smallerIfLong } from '../../platform/documents/parts'
import { sheet } from '../../platform/documents/sheet'

const facts = z.strictObject({
  sheet,
  title: z.string(),
  code: z.string(),
  endsOn: civilDate,
  women: z.array(
    z.strictObject({
      name: z.string(),
      fileNumber: z.string(),
      folio: z.string(),
      /** Number of the blank form, where forms are counted. */
      form: z.string().nullable(),
      deliveredOn: civilDate.nullable(),
    }),
  ),
})
type Facts = z.output<typeof facts>

/** Room for a thumb; for a usual group a little less, so that it fits on one page with its counts and signatures. */
const ROW = 40
const LEAST_ROW = 32
const ROOM = 512
const ONE_PAGE = 16
/** Rows that fit above the counts and signatures at full height. */
const FULL_PAGE = 12
const NAME_FITS = 27

export const deliverySheetPaper = definePaper({
  type: 'certificates.deliverySheet',
  prefix: 'EN',
  facts,
  build: (page, words) => ({
    ...sheetFrame(page.sheet, words, {
      title: words('paper.certificates.deliverySheet'),
      subtitle: `${page.title} · ${page.code} · ${words('certificates.sheet.ended', { day: formatLongDay(page.endsOn, words.language) })}`,
      aside: words('certificates.sheet.count', { count: page.women.length }),
    }),
    content: [...women(page, words), closing(page, words)],
  }),
})

const rowHeight = (women: number): number =>
  women > ONE_PAGE ? ROW : Math.min(ROW, Math.max(LEAST_ROW, Math.floor(ROOM / women)))

/** One table on one page; larger groups in even parts, so that no page is left with a row or two. */
function women(page: Facts, words: Words): readonly Content[] {
  const count = page.women.length
  const pages = count > ONE_PAGE ? Math.ceil(count / FULL_PAGE) : 1
  const each = Math.ceil(count / pages)
  return Array.from({ length: pages }, (_, at) => {
    const table = womenFrom(page, words, at * each, each)
    return at === 0 ? table : { ...table, pageBreak: 'before' as const }
  })
}

const womenFrom = (page: Facts, words: Words, from: number, count: number) =>
  ruledTable({
    rowHeight: rowHeight(page.women.length),
    lineHeight: 1,
    widths: [14, '*', 112, 38, 60, 106],
    head: [
      { ...label(words('certificates.sheet.number')), alignment: 'right' },
      words('certificates.sheet.name'),
      words('certificates.sheet.folio'),
      words('certificates.sheet.form'),
      words('certificates.sheet.day'),
      words('certificates.sheet.signature'),
    ],
    rows: page.women.slice(from, from + count).map((each, index): TableCell[] => [
      { text: String(from + index + 1), fontSize: 8, alignment: 'right' },
      {
        stack: [
          { text: each.name, bold: true, fontSize: smallerIfLong(each.name, NAME_FITS, 9, 7.5) },
          { text: each.fileNumber, fontSize: 7.5 },
        ],
        margin: [0, -6, 0, 0],
      },
      { text: each.folio, fontSize: 8, noWrap: true },
      { text: each.form ?? '', fontSize: 8.5 },
      { text: each.deliveredOn ? formatDay(each.deliveredOn, words.language) : '', fontSize: 8 },
      '',
    ]),
    grid: true,
  })

/** What closes the sheet: the counts of blank forms beside who handed over and who checked. */
const closing = (page: Facts, words: Words): Content => ({
  unbreakable: true,
  margin: [0, 10, 0, 0],
  stack: [
    {
      columnGap: 20,
      columns: [
        { width: 270, stack: forms(page, words) },
        {
          width: '*',
          stack: [
            signatureLines(
              [{ as: words('certificates.sheet.handed') }, { as: words('certificates.sheet.checked') }],
              words,
              42,
            ),
          ],
        },
      ],
    },
    { text: words('certificates.sheet.thumb'), fontSize: 7.5, margin: [0, 5, 0, 0] },
  ],
})

/** How many blank forms went in, were used, spoiled and are left: what is known is printed, the rest is written by hand. */
function forms(page: Facts, words: Words): Content[] {
  const used = page.women.filter((each) => each.form !== null).length
  const cell = (key: string, value = ''): Column => ({
    width: '*',
    stack: [
      label(words(`certificates.sheet.forms.${key}`)),
      { text: value === '' ? ' ' : value, fontSize: 11, margin: [0, 2, 0, 1] },
      rule(58, 0.5),
    ],
  })
  return [
    { text: words('certificates.sheet.forms'), bold: true, fontSize: 9.5, margin: [0, 0, 0, 3] },
    {
      columnGap: 8,
      columns: [cell('received'), cell('used', used > 0 ? String(used) : ''), cell('spoiled'), cell('left')],
    },
  ]
}
