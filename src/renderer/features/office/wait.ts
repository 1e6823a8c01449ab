/** Seconds left until another try is allowed. */
import { useEffect, useState } from 'react'
import type { Refusal } from '../../../shared/kernel/outcome'

/** The seconds that a `wait` refusal asks for; none otherwise. */
export function secondsAsked(refusals: readonly Refusal[]): number {
  const seconds = refusals.find((refusal) => refusal.code === 'wait')?.facts?.seconds
  return typeof seconds === 'number' ? seconds : 0
}

/** Seconds still to go at `now`, rounded up so that the button never opens too soon. */
export const secondsLeft = (until: number, now: number): number => Math.max(0, Math.ceil((until - now) / 1000))

/** Counts down from the last `wait` refusal. */
export function useWait(refusals: readonly Refusal[]): number {
  const [left, setLeft] = useState(0)
  useEffect(() => {
    const until = performance.now() + secondsAsked(refusals) * 1000
    const tick = () => setLeft(secondsLeft(until, performance.now()))
    tick()
    const timer = setInterval(tick, 250)
    return () => clearInterval(timer)
  }, [refusals])
  return left
}
