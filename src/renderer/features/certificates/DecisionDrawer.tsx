/** What stands behind one woman's decision: what is asked and met, both rates, what was let pass, sessions and modules. */
import { Button, Drawer, Stack } from '@mantine/core'
import { useState } from 'react'
import type { Output } from '../../../shared/contract'
import type { DecisionRow } from '../../../shared/contract/decisions.contract'
import { formatDay, formatPercent } from '../../../shared/i18n/format'
import { listName } from '../../../shared/kernel/text'
import { useRead } from '../../platform/client'
import { useSession } from '../../platform/session'
import { useWords } from '../../platform/words'
import { Fact, Facts } from '../../ui/Facts'
import { Section } from '../../ui/Page'
import { Refusals } from '../../ui/Refusals'
import { Status } from '../../ui/Status'
import { unlessCovered } from '../../ui/use-return-focus'
import { BehindModules, BehindSessions } from './BehindTables'
import {
  criterionState,
  criterionTone,
  criterionWords,
  hoursWords,
  reachWords,
  sinceWords,
  waivableOf,
} from './decision-words'
import { GiveException, WithdrawException } from './ExceptionActs'
import classes from './decision.module.css'

type Decisions = Output<'certificates.decisions'>

export interface DecisionDrawerProps {
  readonly edition: Decisions['edition']
  readonly row: DecisionRow | null
  /** Her certificate was issued: nothing is let pass any more. */
  readonly isIssued: boolean
  readonly onClose: () => void
}

export function DecisionDrawer({ edition, row, isIssued, onClose }: DecisionDrawerProps) {
  const t = useWords()
  return (
    <Drawer
      opened={row !== null}
      onClose={unlessCovered(onClose)}
      position="right"
      size={720}
      title={row && t('certificates.behind.title', { name: listName(row) })}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      {row && <Behind edition={edition} row={row} isIssued={isIssued} />}
    </Drawer>
  )
}

function Behind({ edition, row, isIssued }: Omit<DecisionDrawerProps, 'onClose' | 'row'> & { row: DecisionRow }) {
  const t = useWords()
  const behind = useRead('certificates.behind', { editionId: edition.id, personId: row.personId })
  return (
    <Stack gap="lg">
      <Since row={row} />
      <ul className={classes.criteria}>
        {row.criteria.map((each) => (
          <li key={each.about}>
            <Status tone={criterionTone(each)} label={t(`certificates.criterion.${criterionState(each)}`)} />
            <span>
              <strong>{t(`certificates.criterion.${each.about}`)}</strong>
              <br />
              {criterionWords(each, row, edition, t)}
            </span>
          </li>
        ))}
      </ul>
      <Rates row={row} />
      <Exception edition={edition} row={row} isIssued={isIssued} />
      <Refusals of={behind.refusals} />
      {(behind.data?.modules.length ?? 0) > 0 && (
        <Section title={t('certificates.behind.modules')}>
          <BehindModules rows={behind.data?.modules} />
        </Section>
      )}
      <Section title={t('certificates.behind.sessions')}>
        <BehindSessions rows={behind.data?.sessions} />
      </Section>
    </Stack>
  )
}

/** Both rates with what each is of: 5 of 5 is not 100 % of a course that has 10 sessions. */
function Rates({ row }: { readonly row: DecisionRow }) {
  const t = useWords()
  const reach = reachWords(row, t)
  return (
    <div>
      <Facts>
        <Fact label={t('certificates.decision.rateHeld')}>
          {row.counted > 0 && `${formatPercent(row.attended, row.counted)} (${row.attended}/${row.counted})`}
        </Fact>
        <Fact label={t('certificates.decision.ratePlanned')}>
          {row.planned > 0 && `${formatPercent(row.attended, row.planned)} (${row.attended}/${row.planned})`}
        </Fact>
        <Fact label={t('certificates.decision.hours')}>{hoursWords(row.minutes)}</Fact>
      </Facts>
      {reach && <p className={classes.reach}>{reach}</p>}
      <p className={classes.quiet}>{t('certificates.decision.heldDefinition')}</p>
      <p className={classes.quiet}>{t('certificates.decision.plannedDefinition')}</p>
    </div>
  )
}

/** What is otherwise than when her certificate was prepared, figure by figure. */
function Since({ row }: { readonly row: DecisionRow }) {
  const t = useWords()
  const { since } = row
  if (!since) return null
  return (
    <div className={classes.since} role="note">
      <Status tone="attention" label={t('certificates.since.title')} />
      <p>{t(`certificates.since.${since.change}`, { day: formatDay(since.preparedOn, t.language) })}</p>
      <ul>
        {since.what.map(({ name, was, is }) => (
          <li key={name}>
            {t('certificates.since.line', {
              what: t(`certificates.since.what.${name}`),
              was: sinceWords(was, t),
              is: sinceWords(is, t),
            })}
          </li>
        ))}
      </ul>
      <p>{t(since.issued ? 'certificates.since.issued' : 'certificates.since.prepared')}</p>
    </div>
  )
}

function Exception({ edition, row, isIssued }: Omit<DecisionDrawerProps, 'onClose' | 'row'> & { row: DecisionRow }) {
  const t = useWords()
  const { may } = useSession()
  const [asking, setAsking] = useState<'give' | 'withdraw' | null>(null)
  const { exception } = row
  const close = () => setAsking(null)
  return (
    <Section
      title={t('certificates.exception.title')}
      actions={
        !isIssued &&
        (exception
          ? may('certificates.withdrawException') && (
              <Button variant="subtle" size="compact-sm" onClick={() => setAsking('withdraw')}>
                {t('certificates.exception.withdraw')}
              </Button>
            )
          : edition.ended &&
            waivableOf(row).length > 0 &&
            may('certificates.giveException') && (
              <Button variant="subtle" size="compact-sm" onClick={() => setAsking('give')}>
                {t('certificates.exception.give')}
              </Button>
            ))
      }
    >
      {exception ? (
        <p>
          {t('certificates.exception.given', {
            reason: exception.reason,
            by: exception.givenBy ?? '—',
            day: formatDay(exception.givenOn, t.language),
          })}
        </p>
      ) : (
        <p className={classes.quiet}>{t('certificates.exception.none')}</p>
      )}
      {asking === 'give' && <GiveException editionId={edition.id} row={row} onClose={close} />}
      {asking === 'withdraw' && exception && <WithdrawException row={row} exception={exception} onClose={close} />}
    </Section>
  )
}
