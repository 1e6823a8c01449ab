/**
 * The recovery sheet: the one paper that holds the key, for a sealed envelope at headquarters. Never stored, so it has no
 * folio. SECURITY: no QR of the key: a phone that photographs it would keep it.
 */
import type { Content } from 'pdfmake/interfaces'
import { z } from 'zod'
import type { Words } from '../../../shared/i18n'
import { formatLongDay } from '../../../shared/i18n/format'
import { civilDate } from '../../../shared/kernel/civil-date'
import { definePaper } from '../../platform/documents/paper'
import { label, pageFrame, rule, ruledTable, innerWidth, signatureLines } from '../../platform/documents/parts'

const facts = z.strictObject({ center: z.string(), identity: z.string(), recipient: z.string(), madeOn: civilDate })

const HOW = ['how1', 'how2', 'how3'] as const
/** Lines for those who open the envelope. */
const USES = 5

export const recoveryPaper = definePaper({
  type: 'office.recovery',
  prefix: 'RC',
  facts,
  build: (recovery, words) => ({
    ...pageFrame({ center: recovery.center, folio: '', foot: words('office.recovery.foot') }, words, {
      title: words('office.recovery.title'),
      subtitle: words('office.recovery.madeOn', { day: formatLongDay(recovery.madeOn, words.language) }),
      aside: words('office.recovery.aside'),
    }),
    content: [
      { text: words('office.recovery.what'), margin: [0, 0, 0, 12] },
      keyBox(recovery.identity, words),
      { ...label(words('office.recovery.recipientLabel')), bold: true },
      { ...lettersOf(recovery.recipient, 10), margin: [0, 3, 0, 2] },
      { text: words('office.recovery.recipientHint'), fontSize: 8.5, margin: [0, 0, 0, 14] },
      rule(innerWidth()),
      { ...label(words('office.recovery.howTitle')), bold: true, margin: [0, 10, 0, 0] },
      { ol: HOW.map((each) => words(`office.recovery.${each}`)), margin: [0, 4, 0, 16] },
      { ...label(words('office.recovery.usesTitle')), bold: true, margin: [0, 0, 0, 2] },
      ruledTable({
        widths: [90, '*', '*', 110],
        head: [
          words('office.recovery.useDay'),
          words('office.recovery.useWho'),
          words('office.recovery.useWhy'),
          words('office.recovery.useSign'),
        ],
        rows: Array.from({ length: USES }, () => ['', '', '', '']),
        rowHeight: 22,
      }),
      signatureLines([{ as: words('office.recovery.sealedBy') }, { as: words('office.recovery.keptBy') }], words, 44),
    ],
  }),
})

/** What a key begins with, and then groups of four, eight a line, so that a hand that types them keeps its place. */
const lettersOf = (text: string, size: number): { stack: Content[] } => ({
  stack: (/^(.+1)?(.*)$/.exec(text) ?? [])
    .slice(1)
    .flatMap(linesOf)
    .map((line) => ({
      text: line,
      fontSize: size,
      bold: true,
      characterSpacing: 0.8,
      lineHeight: 1.1,
    })),
})

const linesOf = (part: string | undefined): string[] =>
  part?.endsWith('1')
    ? [part]
    : ((part ?? '').match(/.{1,32}/g) ?? []).map((line) => line.replace(/(.{4})(?=.)/g, '$1 '))

/** The secret in the firmest frame of the page. */
const keyBox = (identity: string, words: Words): Content => ({
  margin: [0, 0, 0, 14],
  table: {
    widths: ['*'],
    body: [[{ stack: [{ ...label(words('office.recovery.keyLabel')), bold: true }, lettersOf(identity, 15)] }]],
  },
  layout: {
    hLineWidth: () => 1.6,
    vLineWidth: () => 1.6,
    paddingLeft: () => 12,
    paddingRight: () => 12,
    paddingTop: () => 7,
    paddingBottom: () => 5,
  },
})
