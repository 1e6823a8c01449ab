/** What a statement says of the one before it: a mark changed since, and these figures take the place of those. */
import type { Content } from 'pdfmake/interfaces'
import { z } from 'zod'
import type { Words } from '../../../shared/i18n'
import { formatLongDay } from '../../../shared/i18n/format'
import { civilDate } from '../../../shared/kernel/civil-date'

export const corrected = z.strictObject({
  /** The paper that said otherwise. */
  folio: z.string(),
  issuedOn: civilDate,
  rows: z.array(z.strictObject({ title: z.string(), was: z.string(), is: z.string() })).min(1),
})

/** Nothing where no earlier paper said otherwise. */
export const corrections = (of: z.output<typeof corrected> | null, words: Words): Content[] =>
  of === null
    ? []
    : [
        {
          unbreakable: true,
          margin: [0, 10, 0, 0],
          fontSize: 9,
          stack: [
            {
              bold: true,
              text: words('statements.corrects', {
                folio: of.folio,
                day: formatLongDay(of.issuedOn, words.language),
              }),
            },
            ...of.rows.map((row) => ({ text: words('statements.correction', row) })),
          ],
        },
      ]
