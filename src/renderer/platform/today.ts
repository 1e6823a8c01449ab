/** The day and time at the center, from main's clock and zone, never the PC's own. */
import { useQuery } from '@tanstack/react-query'
import type { CivilDate, ClockTime } from '../../shared/kernel/civil-date'
import { call } from './client'

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
