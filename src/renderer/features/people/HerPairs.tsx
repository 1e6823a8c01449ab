/** From whom she is kept apart, on her own record; for the two roles that may know. */
import { Button } from '@mantine/core'
import { useState } from 'react'
import { formatDay } from '../../../shared/i18n/format'
import { listName } from '../../../shared/kernel/text'
import { useRead } from '../../platform/client'
import { useWords } from '../../platform/words'
import { Section } from '../../ui/Page'
import { RecordLink } from '../../ui/RecordLink'
import { PairActs, PairState } from './PairActs'
import { RecordPair } from './PairDialogs'
import classes from './people.module.css'

export function HerPairs({ personId }: { readonly personId: string }) {
  const t = useWords()
  const pairs = useRead('people.keepApart', { personId, show: 'all' }).data
  const [recording, setRecording] = useState(false)
  return (
    <Section
      title={t('people.keepApart.title')}
      actions={
        <>
          <RecordLink to="/people/keep-apart">{t('people.keepApart.all')}</RecordLink>{' '}
          <Button variant="subtle" size="compact-sm" onClick={() => setRecording(true)}>
            {t('people.keepApart.verb')}
          </Button>
        </>
      }
    >
      {pairs?.length === 0 && <p className={classes.quiet}>{t('people.keepApart.emptyOf')}</p>}
      <ul className={classes.rows}>
        {pairs?.map((pair) => {
          const other = pair.women[pair.women[0].id === personId ? 1 : 0]
          return (
            <li key={pair.id}>
              <div className={classes.rowText}>
                <RecordLink to="/people" id={other.id}>
                  {listName(other)}
                </RecordLink>{' '}
                · {t(`people.keepApart.scope.${pair.scope}`)} · {t(`people.keepApart.level.${pair.level}`)}{' '}
                <PairState pair={pair} />
                <div className={classes.quiet}>
                  {t(`people.keepApart.reasonGroup.${pair.reasonGroup}`)} · {t('people.keepApart.startsOn')}{' '}
                  {formatDay(pair.startsOn, t.language)} · {t('people.keepApart.reviewOn')}{' '}
                  {formatDay(pair.reviewOn, t.language)}
                  {pair.note && <div>{pair.note}</div>}
                </div>
              </div>
              <PairActs pair={pair} />
            </li>
          )
        })}
      </ul>
      {recording && <RecordPair personId={personId} onClose={() => setRecording(false)} />}
    </Section>
  )
}
