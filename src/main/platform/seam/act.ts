/** What the seam hands to a service: who acts, when, and the database in the one form that the channel allows. */
import type { CivilDate, ClockTime, Instant } from '../../../shared/kernel/civil-date'
import type { Role } from '../../../shared/kernel/roles'
import type { Actor, AuditEvent } from '../audit/append'
import type { ReadDb, Trx } from '../db/types'

export interface Moment {
  /** Read once per call, here and nowhere else. */
  readonly now: Instant
  /** Day and clock time at the center at that instant. */
  readonly today: CivilDate
  readonly time: ClockTime
}

export interface Person extends Actor {
  readonly role: Role
}

/** For a `read`: nothing can be written with it. */
export interface Look extends Moment {
  readonly actor: Person
  readonly db: ReadDb
}

/** For a `change`: one open transaction; the seam commits it only if the outcome is ok. */
export interface Act extends Look {
  readonly trx: Trx
  /** Writes an audit event in this transaction. A change that leaves none is a bug, and the seam says so. */
  audit(event: AuditEvent): Promise<void>
  /**
   * Runs once the transaction has ended, told whether it was committed. For what stands outside the database: a vault
   * already written is taken back, a setting that the host holds is read anew. Must not throw.
   */
  whenEnded(work: (committed: boolean) => void): void
}

/** For the building step of an `issue`: no database at all. */
export interface Bench {
  progress(done: number, total: number): void
  /** Lets the page look at a paper that is ready while the others are still being made. Nothing is kept of it yet. */
  show(pdf: Buffer): void
  /** True once she pressed Stop. */
  stopped(): boolean
}
