/** Who signs for an outing, as data: the center's list with its order, its conditions, and what an emergency may do without. */
import { z } from 'zod'
import { custody } from './children.contract'
import { outingKind } from './outings.contract'

/** Who records it: the direction for itself; those who keep the children's files from paper. */
export const RECORDERS = ['director', 'office'] as const
/** Once for the permission, or for each child on each of its outings. */
export const SCOPES = ['permission', 'outing'] as const
/** In an emergency: before leaving, by phone before leaving, or afterwards. */
export const EMERGENCY_WAYS = ['before', 'phone', 'after'] as const

/** Everything that it names must be so. */
export const signingCondition = z
  .strictObject({
    kinds: z.array(outingKind).min(1).optional(),
    custody: z.array(custody).min(1).optional(),
    /** Away overnight. */
    overnight: z.literal(true).optional(),
    /** Beyond the municipality. */
    travels: z.literal(true).optional(),
    /** A protection measure is open. */
    measure: z.literal(true).optional(),
  })
  .refine((condition) => Object.values(condition).some((value) => value !== undefined))
export type SigningCondition = z.infer<typeof signingCondition>

export const signingRule = z.strictObject({
  name: z.string().trim().min(1).max(60),
  recordedBy: z.enum(RECORDERS),
  scope: z.enum(SCOPES),
  /** Any of them asks for it; none: always. */
  requiredWhen: z.array(signingCondition).max(6),
  emergency: z.enum(EMERGENCY_WAYS),
})
export type SigningRule = z.infer<typeof signingRule>
export type Custody = z.infer<typeof custody>

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/**
 * A line of the list as it begins, from its name: the direction signs for itself, once, and in an emergency its word by
 * phone is enough; what the mother says is asked for each outing of each child.
 */
export function newSigningRule(name: string): SigningRule {
  const director = plain(name).startsWith('direc')
  return {
    name,
    recordedBy: director ? 'director' : 'office',
    scope: /\b(madre|mama|mother)\b/.test(plain(name)) ? 'outing' : 'permission',
    requiredWhen: [],
    emergency: director ? 'phone' : 'after',
  }
}
