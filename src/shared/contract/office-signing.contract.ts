/** Channels of the list of signatures for outings: part of the center's rules. */
import { z } from 'zod'
import { CHILDREN } from '../kernel/roles'
import { change, read } from './define'
import { signingRule } from './signing'

export const officeSigningContract = {
  'office.signingRules': read({
    who: CHILDREN,
    input: z.strictObject({}),
    output: z.strictObject({ rules: z.array(signingRule), version: z.int() }),
    refusals: [],
  }),
  /** The whole list in its order. Permissions that are still open are judged by it from now on. */
  'office.setSigningRules': change({
    who: ['director', 'coordinator'],
    input: z.strictObject({
      version: z.int(),
      rules: z.array(signingRule).min(1).max(12),
      reason: z.string().trim().min(1).max(300),
    }),
    output: z.null(),
    refusals: ['stale', 'signing-name-twice', 'signing-without-director', 'nothing-changed'],
  }),
}
