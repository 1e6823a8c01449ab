/** What every sheet carries: folio, when it was printed, by whom (design §1.1). Facts of every paper but the certificate. */
import { z } from 'zod'
import { civilDate, clockTime } from '../../../shared/kernel/civil-date'

export const sheet = z.strictObject({
  folio: z.string(),
  printedOn: civilDate,
  printedAt: clockTime,
  printedBy: z.string(),
  center: z.string(),
  /** 1 is the first print of what it is about; from 2 on the sheet says that it is a reprint. */
  version: z.int().min(1),
  /** The folio whose place a reprint takes. */
  replaces: z.string().nullable(),
  /** Over folio, subject and version: typed with the folio it proves the sheet. */
  checkCode: z.string(),
})
export type Sheet = z.infer<typeof sheet>
