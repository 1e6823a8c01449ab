/** Signs at the head of a record: where she should be now, and the alerts in force that the role may read. */
import { useRead } from '../../platform/client'
import { useWords } from '../../platform/words'
import { Status } from '../../ui/Status'
import { AlertSpan } from './AlertSpan'

export function Whereabouts({ personId }: { readonly personId: string }) {
  const t = useWords()
  const now = useRead('today.whereabouts', { personId }).data
  if (!now || now.kind === 'left') return null
  const timed = now.until !== null && (now.kind === 'outside' || now.kind === 'appointment')
  const reason = [
    t('today.whereabouts.why'),
    now.orIn && t('today.whereabouts.orIn', { place: now.orIn }),
    now.childrenOut !== null && now.childrenOut > 0 && t('today.whereabouts.childrenOut', { count: now.childrenOut }),
  ]
  return (
    <Status
      tone={now.kind === 'unknown' ? 'attention' : 'info'}
      label={t(`today.whereabouts.${now.kind}${timed ? 'Until' : ''}`, {
        place: now.place ?? t('today.whereabouts.somewhere'),
        until: now.until ?? '',
      })}
      reason={reason.filter(Boolean).join(' ')}
    />
  )
}

export function AlertSigns({ personId }: { readonly personId: string }) {
  const t = useWords()
  const alerts = useRead('people.alerts', { id: personId }).data ?? []
  return alerts
    .filter((alert) => alert.state === 'open' || alert.state === 'review-due')
    .map((alert) => (
      <Status
        key={alert.id}
        tone="attention"
        label={t(`people.alert.kind.${alert.kind}`)}
        reason={
          <>
            {alert.note && <div>{alert.note}</div>}
            <AlertSpan alert={alert} />
          </>
        }
      />
    ))
}
