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

/** Room for a thumb. */
const ROW = 40
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
    content: [women(page, words), forms(page, words), hands(words)],
  }),
})

const women = (page: Facts, words: Words): Content =>
  ruledTable({
    rowHeight: ROW,
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
    rows: page.women.map((each, index): TableCell[] => [
      { text: String(index + 1), fontSize: 8, alignment: 'right' },
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

/** How many blank forms went in, were used, spoiled and are left: what is known is printed, the rest is written by hand. */
function forms(page: Facts, words: Words): Content {
  const used = page.women.filter((each) => each.form !== null).length
  const cell = (key: string, value = ''): Column => ({
    width: '*',
    stack: [
      label(words(`certificates.sheet.forms.${key}`)),
      { text: value === '' ? ' ' : value, fontSize: 11, margin: [0, 2, 0, 1] },
      rule(100, 0.5),
    ],
  })
  return {
    unbreakable: true,
    margin: [0, 12, 0, 0],
    stack: [
      { text: words('certificates.sheet.forms'), bold: true, fontSize: 9.5, margin: [0, 0, 0, 4] },
      {
        columnGap: 12,
        columns: [cell('received'), cell('used', used > 0 ? String(used) : ''), cell('spoiled'), cell('left')],
      },
      { text: words('certificates.sheet.thumb'), fontSize: 7.5, margin: [0, 6, 0, 0] },
    ],
  }
}

const hands = (words: Words): Content =>
  signatureLines([{ as: words('certificates.sheet.handed') }, { as: words('certificates.sheet.checked') }], words)
