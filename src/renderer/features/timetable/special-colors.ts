/** Colours of special days; the word always stands beside (docs/look.md: never colour alone). */
import type { RoutineKind, SpecialKind } from '../../../shared/kernel/special-days'

export const SPECIAL_COLOR: Readonly<Record<SpecialKind, string>> = {
  holiday: 'cielo',
  closure: 'cempasuchil',
  'short-day': 'cempasuchil',
  'lock-down': 'granada',
  search: 'granada',
  visit: 'cielo',
  count: 'gray',
  meal: 'gray',
  event: 'nopal',
  pastoral: 'nopal',
}

export const ROUTINE_COLOR: Readonly<Record<RoutineKind, string>> = {
  count: 'gray',
  meal: 'gray',
  'lock-up': 'gray',
}
