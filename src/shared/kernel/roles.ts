/** The seven roles of the office as data; what each may do stands at every channel (`who`) and is shown in the app. */
import { z } from 'zod'

export const ROLES = [
  'director',
  'coordinator',
  'axis-lead',
  'mother-child',
  'mental-health',
  'gate',
  'reader',
] as const
export const role = z.enum(ROLES)
export type Role = (typeof ROLES)[number]

/** Sets of roles that channels name often. */
export const EVERYONE: readonly Role[] = ROLES
export const OFFICE: readonly Role[] = [
  'director',
  'coordinator',
  'axis-lead',
  'mother-child',
  'mental-health',
  'reader',
]
export const PLANNERS: readonly Role[] = ['director', 'coordinator', 'axis-lead']
export const CHILDREN: readonly Role[] = ['director', 'coordinator', 'mother-child']
export const GATE: readonly Role[] = ['director', 'coordinator', 'mother-child', 'gate']
/** Who reads and writes that a child may be in danger. Nobody else learns that such a record exists. */
export const PROTECTION: readonly Role[] = ['director', 'mother-child']
