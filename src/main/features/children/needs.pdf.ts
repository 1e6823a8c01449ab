/**
 * Open needs of all children on one sheet, to be handed to whoever can give. It leaves the house: given names and sizes
 * only, no surname, no mother, and nothing that tells where the children live.
 */
import { z } from 'zod'
import { needKind } from '../../../shared/contract/child-care.contract'
import { formatLongDay } from '../../../shared/i18n/format'
import { civilDate } from '../../../shared/kernel/civil-date'
import { definePaper } from '../../platform/documents/paper'
import { label, ruledTable, sheetFrame, tickBox } from '../../platform/documents/parts'
import { sheet } from '../../platform/documents/sheet'

const facts = z.strictObject({
  sheet,
  issuer: z.string(),
  day: civilDate,
  needs: z.array(
    z.strictObject({
      kind: needKind,
      what: z.string().nullable(),
      size: z.string().nullable(),
      forWhom: z.string(),
      missing: z.int(),
      pledged: z.int(),
    }),
  ),
})

/** The list of open needs. */
export const needsPaper = definePaper({
  type: 'children.needs',
  prefix: 'NN',
  facts,
  build: (list, words) => ({
    ...sheetFrame({ ...list.sheet, center: list.issuer }, words, {
      title: words('paper.children.needs'),
      subtitle: words('children.needsPaper.lead'),
      aside: formatLongDay(list.day, words.language),
    }),
    content: [
      ruledTable({
        widths: [16, '*', 76, 130, 52, 66],
        head: [
          '',
          words('children.need.what'),
          words('children.need.size'),
          words('children.needsPaper.for'),
          { ...label(words('children.needsPaper.missing')), alignment: 'right' },
          { ...label(words('children.needsPaper.pledged')), alignment: 'right' },
        ],
        rows: list.needs.map((need) => [
          tickBox(),
          [words(`children.need.kind.${need.kind}`), need.what].filter(Boolean).join(': '),
          need.size ?? '—',
          need.forWhom,
          { text: String(need.missing), alignment: 'right', bold: true },
          { text: need.pledged > 0 ? String(need.pledged) : '—', alignment: 'right' },
        ]),
        rowHeight: 22,
        fontSize: 10,
      }),
      { text: words('children.needsPaper.thanks'), margin: [0, 14, 0, 0], fontSize: 9.5 },
    ],
  }),
})
