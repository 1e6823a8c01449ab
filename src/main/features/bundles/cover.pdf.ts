/**
 * The cover sheet that goes to headquarters apart from the stick: the center's public signing key, the audit checkpoint
 * and the fingerprints of the keys the bundle is sealed for. No secret stands on it, and no person but who printed it.
 */
import type { Content } from 'pdfmake/interfaces'
import { z } from 'zod'
import { formatNumber } from '../../../shared/i18n/format'
import { definePaper } from '../../platform/documents/paper'
import { label, ruledTable, sheetFrame, signatureLines } from '../../platform/documents/parts'
import { qrImage } from '../../platform/documents/qr'
import { sheet } from '../../platform/documents/sheet'

const facts = z.strictObject({
  sheet,
  code: z.string(),
  /** The second line of `minisign.pub`. */
  publicKey: z.string(),
  keyId: z.string(),
  auditSize: z.int(),
  auditHead: z.string(),
  recipients: z.array(z.strictObject({ recipient: z.string(), fingerprint: z.string() })),
})

/** In groups of four, so that two people can read it to each other over the phone. */
const grouped = (text: string): string => text.replace(/(.{4})(?=.)/g, '$1 ')

const block = (title: string, text: string, value: string): Content => ({
  margin: [0, 0, 0, 16],
  unbreakable: true,
  stack: [
    { ...label(title), bold: true },
    { text, fontSize: 9, margin: [0, 2, 0, 4] },
    { text: value, style: 'key', fontSize: 11 },
  ],
})

export const coverPaper = definePaper({
  type: 'bundles.cover',
  prefix: 'CE',
  facts,
  build: (cover, words) => ({
    ...sheetFrame(cover.sheet, words, {
      title: words('paper.bundles.cover'),
      subtitle: words('bundles.cover.subtitle'),
      aside: cover.code,
    }),
    content: [
      {
        margin: [0, 8, 0, 0],
        columnGap: 16,
        columns: [
          {
            width: '*',
            stack: [
              block(words('bundles.cover.keyTitle'), words('bundles.cover.keyText'), grouped(cover.publicKey)),
              block(words('bundles.cover.keyIdTitle'), words('bundles.cover.keyIdText'), grouped(cover.keyId)),
            ],
          },
          { width: 110, image: qrImage(cover.publicKey), fit: [110, 110] },
        ],
      },
      block(
        words('bundles.cover.auditTitle'),
        words('bundles.cover.auditText', { count: cover.auditSize, size: formatNumber(cover.auditSize) }),
        grouped(cover.auditHead),
      ),
      { ...label(words('bundles.cover.recipientsTitle')), bold: true, margin: [0, 0, 0, 4] },
      ruledTable({
        widths: ['*', '*'],
        head: [words('bundles.cover.recipient'), words('bundles.cover.fingerprint')],
        rows: cover.recipients.map((each) => [grouped(each.recipient), grouped(each.fingerprint)]),
        fontSize: 8.5,
      }),
      {
        margin: [0, 30, 0, 0],
        stack: [
          signatureLines(
            [
              { as: words('bundles.cover.made') },
              { as: words('bundles.cover.carried') },
              { as: words('bundles.cover.received') },
            ],
            words,
          ),
        ],
      },
    ],
  }),
})
