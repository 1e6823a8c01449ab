/** Whether she is here, since when; or how and when she left. */
import type { PersonRow } from '../../../shared/contract/people.contract'
import { formatDay } from '../../../shared/i18n/format'
import { useWords } from '../../platform/words'
import { Status } from '../../ui/Status'

export function StayStatus({
  stay,
}: {
  readonly stay: Pick<PersonRow, 'here' | 'admittedOn' | 'leftOn' | 'leftCause'>
}) {
  const t = useWords()
  const day = (value: string | null) => (value ? formatDay(value, t.language) : '—')
  if (stay.here)
    return <Status tone="done" label={t('people.here')} reason={t('people.hereSince', { day: day(stay.admittedOn) })} />
  return (
    <Status
      tone="quiet"
      label={t(`people.left.${stay.leftCause ?? 'other'}`)}
      reason={t('people.leftOn', { from: day(stay.admittedOn), day: day(stay.leftOn) })}
    />
  )
}
