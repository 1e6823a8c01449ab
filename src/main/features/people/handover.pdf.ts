/** The receipt a woman signs, or leaves her thumb on, for what she was handed. It stays in the office file. */
import { z } from 'zod'
import { HANDED_KINDS } from '../../../shared/contract/portfolio.contract'
import { definePaper } from '../../platform/documents/paper'
import { ruledTable, sheetFrame, signatureLines, tickBox } from '../../platform/documents/parts'
import { sheet } from '../../platform/documents/sheet'

const facts = z.strictObject({
  sheet,
  person: z.strictObject({ name: z.string(), fileNumber: z.string() }),
  items: z.array(z.strictObject({ kind: z.enum(HANDED_KINDS), what: z.string() })).min(1),
})

export const handoverPaper = definePaper({
  type: 'people.handover',
  prefix: 'RE',
  facts,
  build: (handed, words) => ({
    ...sheetFrame(handed.sheet, words, {
      title: words('paper.people.handover'),
      subtitle: handed.person.name,
      aside: handed.person.fileNumber,
    }),
    content: [
      { text: words('people.handover.says'), fontSize: 11, margin: [0, 2, 0, 8] },
      ruledTable({
        fontSize: 10.5,
        lineHeight: 1.05,
        rowHeight: 22,
        widths: [20, 130, '*'],
        head: ['', words('people.handover.kind'), words('people.handover.what')],
        rows: handed.items.map(({ kind, what }) => [tickBox(), words(`people.handover.kind.${kind}`), what]),
      }),
      { text: words('people.handover.read'), fontSize: 9, italics: true, margin: [0, 8, 0, 0] },
      {
        unbreakable: true,
        margin: [0, 26, 0, 0],
        stack: [
          { text: words('people.handover.day'), fontSize: 10, margin: [0, 0, 0, 10] },
          signatureLines(
            [
              { as: words('people.handover.woman'), name: handed.person.name, thumbprint: true },
              { as: words('people.handover.office'), name: handed.sheet.printedBy },
              { as: words('people.handover.witness') },
            ],
            words,
            56,
          ),
        ],
      },
    ],
  }),
})
