/** Her rate against the minimum; opens the figures behind it. */
import { formatPercent } from '../../../shared/i18n/format'
import { useWords } from '../../platform/words'
import { Status } from '../../ui/Status'

interface RateProps {
  readonly attended: number
  readonly counted: number
  readonly minimum: number
}

export function Rate({ attended, counted, minimum }: RateProps) {
  const t = useWords()
  if (counted === 0) return null
  return (
    <Status
      tone={attended * 100 >= minimum * counted ? 'done' : 'attention'}
      label={formatPercent(attended, counted)}
      reason={t('places.rateOf', { attended, counted, minimum })}
    />
  )
}
