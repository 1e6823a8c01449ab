/** What every sheet carries: folio, when it was printed, by whom (design §1.1). Facts of every paper but the certificate. */
import { z } from 'zod'
import { civilDate, clockTime } from '../../../shared/kernel/civil-date'

export const sheet = z.strictObject({
  folio: z.string(),
  printedOn: civilDate,
  printedAt: clockTime,
  printedBy: z.string(),
  center: z.string(),
})
export type Sheet = z.infer<typeof sheet>
