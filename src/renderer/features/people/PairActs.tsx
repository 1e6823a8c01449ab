/** The buttons of a pair, by its state, and the state itself with its reason. */
import { Button } from '@mantine/core'
import { useState } from 'react'
import type { KeepApartPair } from '../../../shared/contract/keep-apart.contract'
import { formatDay } from '../../../shared/i18n/format'
import { useWords } from '../../platform/words'
import { Status, type Tone } from '../../ui/Status'
import { ClosePair, ReopenPair, RevisePair } from './PairDialogs'
import classes from './people.module.css'

const TONES: Readonly<Record<KeepApartPair['state'], Tone>> = {
  ahead: 'info',
  open: 'stop',
  'review-due': 'attention',
  closed: 'quiet',
}

export function PairState({ pair }: { readonly pair: KeepApartPair }) {
  const t = useWords()
  const reason =
    pair.closedOn !== null
      ? t('people.keepApart.closedOn', {
          day: formatDay(pair.closedOn, t.language),
          reason: pair.closeReason ?? '',
        })
      : pair.state === 'review-due'
        ? t('people.keepApart.reviewDue', { day: formatDay(pair.reviewOn, t.language) })
        : undefined
  return <Status tone={TONES[pair.state]} label={t(`people.keepApart.state.${pair.state}`)} reason={reason} />
}

type Asked = 'revise' | 'close' | 'reopen' | null

export function PairActs({ pair }: { readonly pair: KeepApartPair }) {
  const t = useWords()
  const [asked, setAsked] = useState<Asked>(null)
  const props = { pair, onClose: () => setAsked(null) }
  const act = (what: Exclude<Asked, null>) => (
    <Button size="compact-sm" variant="default" onClick={() => setAsked(what)}>
      {t(`people.keepApart.${what}`)}
    </Button>
  )
  return (
    <div className={classes.rowActs}>
      {pair.state === 'closed' ? (
        act('reopen')
      ) : (
        <>
          {act('revise')}
          {act('close')}
        </>
      )}
      {asked === 'revise' && <RevisePair {...props} />}
      {asked === 'close' && <ClosePair {...props} />}
      {asked === 'reopen' && <ReopenPair {...props} />}
    </div>
  )
}
