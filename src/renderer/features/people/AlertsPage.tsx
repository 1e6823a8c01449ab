/** A woman's alerts that the role may read, and from whom she is kept apart. */
import { Button } from '@mantine/core'
import { useState } from 'react'
import type { PersonAlert } from '../../../shared/contract/alerts.contract'
import { formatDay } from '../../../shared/i18n/format'
import { useRead } from '../../platform/client'
import { useSession } from '../../platform/session'
import { useWords } from '../../platform/words'
import { Section } from '../../ui/Page'
import { Refusals } from '../../ui/Refusals'
import { Status, type Tone } from '../../ui/Status'
import { CloseAlert, RaiseAlert, ReviewAlert } from './AlertDialogs'
import { AlertSpan } from './AlertSpan'
import { HerPairs } from './HerPairs'
import { PersonFrame } from './PersonFrame'
import classes from './people.module.css'

export function AlertsPage() {
  return <PersonFrame>{(person) => <Alerts personId={person.id} />}</PersonFrame>
}

function Alerts({ personId }: { readonly personId: string }) {
  const t = useWords()
  const { may } = useSession()
  const alerts = useRead('people.alerts', { id: personId })
  const [raising, setRaising] = useState(false)
  const past = alerts.data?.filter((alert) => alert.state === 'closed' || alert.state === 'expired') ?? []
  const now = alerts.data?.filter((alert) => !past.includes(alert)) ?? []
  return (
    <>
      <Section
        title={t('people.alert.title')}
        actions={
          <Button variant="subtle" size="compact-sm" onClick={() => setRaising(true)}>
            {t('people.alert.verb')}
          </Button>
        }
      >
        <Refusals of={alerts.refusals} />
        {alerts.data && now.length === 0 && <p className={classes.quiet}>{t('people.alert.empty')}</p>}
        <ul className={classes.rows}>
          {now.map((alert) => (
            <Row key={alert.id} alert={alert} />
          ))}
        </ul>
        <p className={classes.quiet}>{t('people.alert.notPrinted')}</p>
      </Section>
      {may('people.keepApart') && <HerPairs personId={personId} />}
      {past.length > 0 && (
        <Section title={t('people.alert.past')}>
          <ul className={classes.rows}>
            {past.map((alert) => (
              <Row key={alert.id} alert={alert} />
            ))}
          </ul>
        </Section>
      )}
      {raising && <RaiseAlert personId={personId} onClose={() => setRaising(false)} />}
    </>
  )
}

const TONES: Readonly<Record<PersonAlert['state'], Tone>> = {
  ahead: 'info',
  open: 'attention',
  'review-due': 'attention',
  expired: 'quiet',
  closed: 'quiet',
}

function Row({ alert }: { readonly alert: PersonAlert }) {
  const t = useWords()
  const [asked, setAsked] = useState<'review' | 'close' | null>(null)
  const props = { alert, onClose: () => setAsked(null) }
  return (
    <li>
      <div className={classes.rowText}>
        <strong>{t(`people.alert.kind.${alert.kind}`)}</strong>{' '}
        <Status tone={TONES[alert.state]} label={t(`people.alert.state.${alert.state}`)} />
        {alert.note && <div>{alert.note}</div>}
        <div className={classes.quiet}>
          <AlertSpan alert={alert} /> {t('people.alert.circle')}: {t(`people.alert.circle.${alert.circle}`)}.
          {alert.closedOn && (
            <div>
              {t('people.alert.closed', {
                day: formatDay(alert.closedOn, t.language),
                reason: alert.closeReason ?? '',
              })}
            </div>
          )}
        </div>
      </div>
      {alert.state !== 'closed' && (
        <div className={classes.rowActs}>
          <Button size="compact-sm" variant="default" onClick={() => setAsked('review')}>
            {t('people.alert.review')}
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => setAsked('close')}>
            {t('people.alert.close')}
          </Button>
        </div>
      )}
      {asked === 'review' && <ReviewAlert {...props} />}
      {asked === 'close' && <CloseAlert {...props} />}
    </li>
  )
}
