/** The only place that reads the clock; everyone else is handed the time. */
import type { Instant } from '../../shared/kernel/civil-date'

export interface Clock {
  /** Now, as ISO text in UTC with milliseconds. */
  now: () => Instant
}

export const systemClock: Clock = { now: () => new Date().toISOString() }
