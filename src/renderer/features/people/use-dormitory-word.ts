/** The center's own word for where a woman sleeps (*dormitorio* or *estancia*), from the settings. */
import { useRead } from '../../platform/client'
import { useWords } from '../../platform/words'

export function useDormitoryWord(): string {
  const t = useWords()
  const settings = useRead('office.settings', {})
  return t(`people.dormitory.${settings.data?.dormitoryWord ?? 'dormitorio'}`)
}
