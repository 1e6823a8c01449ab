/** Rules about who works here. */
import type { Role } from '../../../shared/kernel/roles'

interface StaffFacts {
  readonly id: string
  readonly role: Role
  readonly suspendedAt: string | null
}

/** True if, with one person as she would be after an act, the office still has a director who can sign in. */
export const staffAfter = (all: readonly StaffFacts[], after: StaffFacts): boolean =>
  all.map((each) => (each.id === after.id ? after : each)).some((each) => each.role === 'director' && !each.suspendedAt)
