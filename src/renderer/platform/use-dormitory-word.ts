/** The center's own word for where a woman sleeps (*dormitorio* or *estancia*), from its settings. */
import { useRead } from './client'
import { useWords } from './words'

/** The word as the heading of a column or a field. */
export function useDormitoryWord(): string {
  const t = useWords()
  const settings = useRead('office.settings', {})
  return t(`ui.dormitory.${settings.data?.dormitoryWord ?? 'dormitorio'}`)
}
