/** The center's own word for where a woman sleeps, from its settings. */
import { useRead } from '../../platform/client'
import { useWords } from '../../platform/words'

export function useDormitoryWord(): string {
  const t = useWords()
  const word = useRead('office.settings', {}).data?.dormitoryWord ?? 'dormitorio'
  return t(`places.${word}`)
}
