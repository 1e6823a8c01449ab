/** Signs at the head of a record: where she should be now, and the alerts in force that the role may read. */
import type { PersonAlert } from '../../../shared/contract/alerts.contract'
import type { Whereabouts as Place } from '../../../shared/contract/whereabouts.contract'
import { useRead } from '../../platform/client'
import { useWords } from '../../platform/words'
import { Status } from '../../ui/Status'
import { AlertSpan } from './AlertSpan'

/** Places whose end is known say it. */
const TIMED: Readonly<Partial<Record<Place['kind'], string>>> = {
  outside: 'outsideUntil',
  appointment: 'appointmentUntil',
}

export function Whereabouts({ personId }: { readonly personId: string }) {
  const t = useWords()
  const now = useRead('today.whereabouts', { personId }).data
  if (!now || now.kind === 'left') return null
  const out = now.childrenOut ?? 0
  const inRoom = now.childrenInRoom ?? 0
  return (
    <>
      <Status
        tone={now.kind === 'unknown' ? 'attention' : 'info'}
        label={t(`today.whereabouts.${(now.until && TIMED[now.kind]) || now.kind}`, {
          place: now.place ?? t('today.whereabouts.somewhere'),
          until: now.until ?? '',
        })}
        reason={[t('today.whereabouts.why'), now.orIn && t('today.whereabouts.orIn', { place: now.orIn })]
          .filter(Boolean)
          .join(' ')}
      />
      {inRoom > 0 && <Status tone="info" label={t('today.whereabouts.childrenInRoom', { count: inRoom })} />}
      {out > 0 && <Status tone="info" label={t('today.whereabouts.childrenOut', { count: out })} />}
    </>
  )
}

/** What the whole office may read says what it is; health and risk only when asked for (docs/look.md, the desk). */
export function AlertSigns({ personId }: { readonly personId: string }) {
  const t = useWords()
  const alerts = useRead('people.alerts', { id: personId }).data ?? []
  const inForce = alerts.filter((alert) => alert.state === 'open' || alert.state === 'review-due')
  const reserved = inForce.filter((alert) => alert.circle !== 'office')
  return (
    <>
      {inForce
        .filter((alert) => alert.circle === 'office')
        .map((alert) => (
          <Status
            key={alert.id}
            tone="attention"
            label={t(`people.alert.kind.${alert.kind}`)}
            reason={<Behind alerts={[alert]} />}
          />
        ))}
      {reserved.length > 0 && (
        <Status
          tone="attention"
          label={t('people.alert.reserved', { count: reserved.length })}
          reason={<Behind alerts={reserved} />}
        />
      )}
    </>
  )
}

function Behind({ alerts }: { readonly alerts: readonly PersonAlert[] }) {
  const t = useWords()
  return alerts.map((alert) => (
    <p key={alert.id}>
      <strong>{t(`people.alert.kind.${alert.kind}`)}</strong>
      {alert.note && <span>. {alert.note}</span>} <AlertSpan alert={alert} />
    </p>
  ))
}
