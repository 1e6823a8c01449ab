/** What any `issue` of one paper answers: the frozen paper, to be shown and printed from memory. */
import { z } from 'zod'
import { id } from '../kernel/ids'

export const issuedPaper = z.strictObject({
  id,
  folio: z.string(),
  title: z.string(),
  pages: z.int(),
  /** The PDF's bytes. */
  pdf: z.base64(),
})
export type IssuedPaper = z.infer<typeof issuedPaper>
