/** Whoever is chosen at the gate is seen by name and verdict first, also on a small or enlarged screen. */
import { useEffect, useRef, type RefObject } from 'react'

/** The section to watch. It comes into view when it appears, and when what it says large changes. */
export function useHeadInView(said: unknown): RefObject<HTMLElement | null> {
  const section = useRef<HTMLElement>(null)
  useEffect(() => {
    const top = section.current?.getBoundingClientRect().top ?? 0
    if (top < 0 || top > innerHeight / 2) section.current?.scrollIntoView({ block: 'start' })
  }, [said])
  return section
}
