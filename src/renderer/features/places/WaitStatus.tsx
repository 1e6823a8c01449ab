/** Where a request stands, in a word that opens its reason. */
import type { Wait } from '../../../shared/contract/waits.contract'
import { formatDay } from '../../../shared/i18n/format'
import type { CivilDate } from '../../../shared/kernel/civil-date'
import { useWords } from '../../platform/words'
import { Status, type Tone } from '../../ui/Status'

const TONES: Readonly<Record<Wait['state'], Tone>> = {
  pending: 'attention',
  approved: 'quiet',
  offered: 'info',
  accepted: 'done',
  declined: 'stop',
  withdrawn: 'quiet',
  removed: 'quiet',
}

type Shown = Pick<Wait, 'state' | 'offeredUntil' | 'ahead'>

/** Whether her offer has lapsed: its last day is behind us. */
export const hasLapsed = (wait: Pick<Wait, 'offeredUntil'>, today: CivilDate | null): boolean =>
  wait.offeredUntil !== null && today !== null && wait.offeredUntil < today

export function WaitStatus({ wait, today }: { readonly wait: Shown; readonly today: CivilDate | null }) {
  const t = useWords()
  if (wait.state === 'offered' && wait.offeredUntil) {
    const day = formatDay(wait.offeredUntil, t.language)
    return hasLapsed(wait, today) ? (
      <Status tone="stop" label={t('places.state.lapsed')} reason={t('places.state.lapsed.reason', { day })} />
    ) : (
      <Status tone="info" label={t('places.state.offered')} reason={t('places.state.offered.reason', { day })} />
    )
  }
  if (wait.state === 'approved' && wait.ahead)
    return <Status tone="attention" label={t('places.state.ahead')} reason={t('places.state.ahead.reason')} />
  return (
    <Status
      tone={TONES[wait.state]}
      label={t(`places.state.${wait.state}`)}
      reason={t(`places.state.${wait.state}.reason`)}
    />
  )
}
