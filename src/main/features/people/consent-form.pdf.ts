/**
 * The consent form: for a woman who may read little, or to whom it is read. 14 point, short lines, one question at a
 * time, two boxes for each; signature and thumbprint. What she does not tick is a no.
 */
import type { Content } from 'pdfmake/interfaces'
import { z } from 'zod'
import { PURPOSES } from '../../../shared/contract/consents.contract'
import type { Words } from '../../../shared/i18n'
import { definePaper } from '../../platform/documents/paper'
import { label, rule, innerWidth, sheetFrame, signatureLines, tickBox } from '../../platform/documents/parts'
import { sheet } from '../../platform/documents/sheet'

const facts = z.strictObject({ sheet, person: z.strictObject({ name: z.string(), fileNumber: z.string() }) })
type Facts = z.output<typeof facts>

const LARGE = 14

export const consentFormPaper = definePaper({
  type: 'people.consentForm',
  prefix: 'CO',
  facts,
  build: (form, words) => ({
    ...sheetFrame(form.sheet, words, {
      title: words('paper.people.consentForm'),
      subtitle: form.person.name,
      aside: form.person.fileNumber,
    }),
    content: [
      { text: words('people.consent.paper.opening'), fontSize: LARGE, lineHeight: 1.15, margin: [0, 0, 0, 4] },
      ...PURPOSES.flatMap((purpose) => question(purpose, words)),
      rights(words),
      foot(form, words),
    ],
  }),
})

/** One question: what is asked, what it means, and the two boxes in reach of the pen. */
const question = (purpose: (typeof PURPOSES)[number], words: Words): Content[] => [
  rule(innerWidth()),
  {
    margin: [0, 5, 0, 5],
    columnGap: 14,
    unbreakable: true,
    columns: [
      {
        width: '*',
        stack: [
          { text: words(`people.consent.paper.ask.${purpose}`), fontSize: LARGE, bold: true, lineHeight: 1.1 },
          { text: words(`people.consent.paper.means.${purpose}`), fontSize: 12, lineHeight: 1.1 },
        ],
      },
      box(words('people.consent.paper.yes')),
      box(words('people.consent.paper.no')),
    ],
  } as Content,
]

const box = (answer: string) => ({
  width: 40,
  stack: [
    { ...tickBox(22), margin: [0, 2, 0, 2] },
    { text: answer, fontSize: LARGE, bold: true, alignment: 'center' },
  ],
})

const rights = (words: Words): Content => ({
  margin: [0, 2, 0, 0],
  stack: [
    rule(innerWidth()),
    { text: words('people.consent.paper.rights'), fontSize: LARGE, lineHeight: 1.15, margin: [0, 6, 0, 0] },
  ],
})

/** How it was answered stands on the paper: who reads the file later must know whether it was read to her. */
const foot = (form: Facts, words: Words): Content => ({
  unbreakable: true,
  margin: [0, 6, 0, 0],
  stack: [
    {
      columnGap: 6,
      columns: [
        { width: 14, ...tickBox(11) },
        { width: '*', text: words('people.consent.paper.readAloud'), fontSize: 11 },
        { width: 'auto', ...label(words('people.consent.paper.day'), 8), margin: [0, 3, 0, 0] },
        { width: 132, text: '____ / ____ / ______', fontSize: 11 },
      ],
    },
    signatureLines(
      [
        { as: words('people.consent.paper.woman'), name: form.person.name, thumbprint: true },
        { as: words('people.consent.paper.witness') },
      ],
      words,
      40,
    ),
  ],
})
