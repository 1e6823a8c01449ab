/** Which backups stay: the newest of each of the last 7 days, 4 weeks and 12 months that have one (design §5). */
import { mondayOf, monthOf, type Instant } from '../../../shared/kernel/civil-date'

export const KEEP = { days: 7, weeks: 4, months: 12 } as const

/** The instants to keep, of all instants at which a backup was made. Days and weeks without one do not count. */
export function backupsToKeep(madeAt: readonly Instant[]): Set<Instant> {
  const newestFirst = [...new Set(madeAt)].sort().reverse()
  return new Set([
    ...newestOfEach(newestFirst, (at) => at.slice(0, 10), KEEP.days),
    ...newestOfEach(newestFirst, (at) => mondayOf(at.slice(0, 10)), KEEP.weeks),
    ...newestOfEach(newestFirst, (at) => monthOf(at.slice(0, 10)), KEEP.months),
  ])
}

function newestOfEach(newestFirst: readonly Instant[], spanOf: (at: Instant) => string, count: number): Instant[] {
  const kept = new Map<string, Instant>()
  for (const at of newestFirst) if (!kept.has(spanOf(at)) && kept.size < count) kept.set(spanOf(at), at)
  return [...kept.values()]
}

/** True if a day's work stands to be lost: none yet, or the last good one is older than 20 hours (or from a clock ahead). */
export const isBackupDue = (latest: Instant | null, now: Instant): boolean =>
  latest === null || Math.abs(Date.parse(now) - Date.parse(latest)) > 20 * 3_600_000

/** `umbral-20261031-1805.db`, in UTC so that names sort whatever the clock of the center does. */
export const backupName = (at: Instant): string =>
  `umbral-${at.slice(0, 10).replaceAll('-', '')}-${at.slice(11, 16).replace(':', '')}.db`

/** The instant in a backup's name; undefined for any other file. */
export function backupTime(name: string): Instant | undefined {
  const found = /^umbral-(\d{4})(\d{2})(\d{2})-(\d{2})(\d{2})\.db$/.exec(name)
  if (!found) return undefined
  const at = `${found[1]}-${found[2]}-${found[3]}T${found[4]}:${found[5]}:00.000Z`
  return Number.isNaN(Date.parse(at)) ? undefined : at
}
