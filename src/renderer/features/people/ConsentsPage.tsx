/** What a woman agreed to, purpose by purpose: what holds, on which sheet, and what she answered before. */
import { Button } from '@mantine/core'
import { useState } from 'react'
import type { ConsentRow, PurposeState } from '../../../shared/contract/consents.contract'
import type { Words } from '../../../shared/i18n'
import { formatDay } from '../../../shared/i18n/format'
import { useRead } from '../../platform/client'
import { useSession } from '../../platform/session'
import { useWords } from '../../platform/words'
import { Section } from '../../ui/Page'
import { PaperButton } from '../../ui/PaperButton'
import { Refusals } from '../../ui/Refusals'
import { Status, type Tone } from '../../ui/Status'
import { RecordConsents, WithdrawConsent } from './ConsentDialogs'
import { PersonFrame } from './PersonFrame'
import classes from './people.module.css'

export function ConsentsPage() {
  return <PersonFrame>{(person) => <Consents personId={person.id} />}</PersonFrame>
}

function Consents({ personId }: { readonly personId: string }) {
  const t = useWords()
  const { may } = useSession()
  const purposes = useRead('people.consents', { id: personId })
  const [recording, setRecording] = useState(false)
  return (
    <Section
      title={t('people.consent.title')}
      actions={
        <div className={classes.rowActs}>
          <PaperButton
            variant="subtle"
            size="compact-sm"
            channel="people.printConsentForm"
            input={{ id: personId }}
            label={t('people.consent.print')}
          />
          {may('people.recordConsents') && (
            <Button size="compact-sm" onClick={() => setRecording(true)}>
              {t('people.consent.record')}
            </Button>
          )}
        </div>
      }
    >
      <Refusals of={purposes.refusals} />
      <ul className={classes.rows}>
        {purposes.data?.map((each) => (
          <Row key={each.purpose} of={each} />
        ))}
      </ul>
      {recording && <RecordConsents personId={personId} onClose={() => setRecording(false)} />}
    </Section>
  )
}

const TONES: Readonly<Record<PurposeState['state'], Tone>> = {
  yes: 'done',
  'register-yes': 'attention',
  no: 'quiet',
  'register-no': 'quiet',
  withdrawn: 'stop',
  unknown: 'attention',
}

const answerOf = (t: Words, row: ConsentRow): string =>
  t(row.readAloud ? 'people.consent.answeredAloud' : 'people.consent.answeredOn', {
    day: formatDay(row.answeredOn, t.language),
    how: t(`people.consent.how.${row.how}`),
    folio: row.folio,
  })

const reasonOf = (t: Words, state: PurposeState['state']): string | undefined => {
  if (state === 'unknown') return t('people.consent.unknownReason')
  return state.startsWith('register') ? t('people.consent.registerReason') : undefined
}

function Row({ of }: { readonly of: PurposeState }) {
  const t = useWords()
  const { may } = useSession()
  const [withdrawing, setWithdrawing] = useState(false)
  const { current, past, state } = of
  return (
    <li>
      <div className={classes.rowText}>
        <strong>{t(`people.consent.purpose.${of.purpose}`)}</strong>{' '}
        <Status tone={TONES[state]} label={t(`people.consent.state.${state}`)} reason={reasonOf(t, state)} />
        <div className={classes.quiet}>
          {current && answerOf(t, current)}
          {current?.withdrawnOn && (
            <div>
              {t('people.consent.withdrawnOn', { day: formatDay(current.withdrawnOn, t.language) })}
              {current.withdrawnNote && `: ${current.withdrawnNote}`}
            </div>
          )}
          {past.length > 0 && (
            <details>
              <summary>{t('people.consent.past', { count: past.length })}</summary>
              {past.map((row) => (
                <div key={row.id}>
                  {t(`people.consent.state.${row.answer}`)}: {answerOf(t, row)}
                  {row.withdrawnOn &&
                    ` · ${t('people.consent.withdrawnOn', { day: formatDay(row.withdrawnOn, t.language) })}`}
                </div>
              ))}
            </details>
          )}
        </div>
      </div>
      {current && state === 'yes' && may('people.withdrawConsent') && (
        <Button size="compact-sm" variant="default" onClick={() => setWithdrawing(true)}>
          {t('people.consent.withdraw')}
        </Button>
      )}
      {current && withdrawing && (
        <WithdrawConsent purpose={of.purpose} consent={current} onClose={() => setWithdrawing(false)} />
      )}
    </li>
  )
}
