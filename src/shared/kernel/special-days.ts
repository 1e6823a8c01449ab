/** Kinds of days that are not as others, and of what each week brings. */
import { z } from 'zod'

export const SPECIAL_KINDS = [
  'holiday',
  'closure',
  'short-day',
  'lock-down',
  'search',
  'visit',
  'count',
  'meal',
  'event',
  'pastoral',
] as const
export const specialKind = z.enum(SPECIAL_KINDS)
export type SpecialKind = z.infer<typeof specialKind>

/** What a special day does to the sessions it meets: takes them, takes a part of their hours, or only warns. */
export const SPECIAL_EFFECTS = ['cancels', 'shortens', 'warns'] as const
export const specialEffect = z.enum(SPECIAL_EFFECTS)
export type SpecialEffect = z.infer<typeof specialEffect>

/** What a kind does unless the day itself says otherwise. */
export const EFFECT_OF_KIND: Readonly<Record<SpecialKind, SpecialEffect>> = {
  holiday: 'cancels',
  closure: 'cancels',
  'short-day': 'shortens',
  'lock-down': 'cancels',
  search: 'cancels',
  visit: 'warns',
  count: 'warns',
  meal: 'warns',
  event: 'warns',
  pastoral: 'warns',
}

export const ROUTINE_KINDS = ['count', 'meal', 'lock-up'] as const
export const routineKind = z.enum(ROUTINE_KINDS)
export type RoutineKind = z.infer<typeof routineKind>
