/** The day and time at the center, from main's clock and zone, never the PC's own. */
import { useQuery } from '@tanstack/react-query'
import { formatDay } from '../../shared/i18n/format'
import { atCenter, type CivilDate, type ClockTime, type Instant } from '../../shared/kernel/civil-date'
import { call, useRead } from './client'
import { useLanguage } from './words'

const MINUTE = 60_000

export interface CenterClock {
  readonly today: CivilDate
  readonly time: ClockTime
}

/** Undefined for the moment that it takes to ask. Kept up with every minute. */
export function useClock(): CenterClock | undefined {
  const query = useQuery({
    queryKey: ['office.today', {}],
    queryFn: () => call('office.today', {}),
    refetchInterval: MINUTE,
  })
  return query.data?.ok ? query.data.value : undefined
}

/** Writes an instant as day and time at the center: `mar 13 oct 2026, 16:30`. */
export function useMoment(): (at: Instant) => string {
  const language = useLanguage()
  const { data } = useRead('office.settings', {})
  return (at) => {
    if (!data) return ''
    const { day, time } = atCenter(at, data.timezone)
    return `${formatDay(day, language)}, ${time}`
  }
}
