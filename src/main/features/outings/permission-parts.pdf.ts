/** What the outing permission may show, and the measures that its two halves share. */
import type { ContentStack } from 'pdfmake/interfaces'
import { z } from 'zod'
import { leaveReason, outingKind } from '../../../shared/contract/outings.contract'
import type { Words } from '../../../shared/i18n'
import { civilDate, clockTime } from '../../../shared/kernel/civil-date'
import { innerWidth, label } from '../../platform/documents/parts'
import { sheet } from '../../platform/documents/sheet'

export const permissionFacts = z.strictObject({
  sheet,
  outing: z.string(),
  child: z.string(),
  mother: z.string(),
  kind: outingKind,
  reason: z.string(),
  leavesOn: civilDate,
  leavesAt: clockTime,
  returnsOn: civilDate,
  returnsAt: clockTime,
  adult: z.string(),
  adultDocument: z.string().nullable(),
  relation: z.string().nullable(),
  destination: z.string().nullable(),
  transport: z.string().nullable(),
  returner: z.string().nullable(),
  phone: z.string().nullable(),
  belongings: z.string().nullable(),
  photo: z.boolean().nullable(),
  missing: z.array(z.string()),
  reasons: z.array(leaveReason),
  signatures: z.array(
    z.strictObject({ authorisation: z.string(), signed: z.boolean(), signedOn: civilDate.nullable() }),
  ),
})

export type PermissionFacts = z.output<typeof permissionFacts>

export const WIDTH = innerWidth()

export const fact = (words: Words, key: string, value: string, size = 11, bold = false): ContentStack => ({
  stack: [label(words(key)), { text: value, fontSize: size, bold, lineHeight: 1 }],
  margin: [0, 0, 0, 4],
})
