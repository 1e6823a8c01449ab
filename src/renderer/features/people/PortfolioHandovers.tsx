/** What she was handed, each with its receipt: printed, signed or with her thumbprint, and recorded. */
import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import type { Handover, Portfolio } from '../../../shared/contract/portfolio.contract'
import { formatDay } from '../../../shared/i18n/format'
import { useAct } from '../../platform/client'
import { useSession } from '../../platform/session'
import { useWords } from '../../platform/words'
import { ConfirmAct } from '../../ui/ConfirmAct'
import { Section } from '../../ui/Page'
import { PaperViewer, type ShownPaper } from '../../ui/PaperViewer'
import { Status } from '../../ui/Status'
import { PrepareHandover } from './PrepareHandover'
import { SignHandover } from './SignHandover'
import classes from './people.module.css'

interface PortfolioHandoversProps {
  readonly personId: string
  readonly portfolio: Portfolio
}

export function PortfolioHandovers({ personId, portfolio }: PortfolioHandoversProps) {
  const t = useWords()
  const { may } = useSession()
  const [preparing, setPreparing] = useState(false)
  const [signing, setSigning] = useState<Handover | null>(null)
  const [cancelling, setCancelling] = useState<Handover | null>(null)
  const [paper, setPaper] = useState<ShownPaper | null>(null)
  return (
    <Section
      title={t('people.portfolio.handovers')}
      actions={
        may('people.printHandover') && (
          <Button variant="subtle" size="compact-sm" onClick={() => setPreparing(true)}>
            {t('people.portfolio.handOver')}
          </Button>
        )
      }
    >
      {portfolio.handovers.length === 0 && <p className={classes.quiet}>{t('people.portfolio.noHandovers')}</p>}
      <ul className={classes.rows}>
        {portfolio.handovers.map((each) => (
          <li key={each.id}>
            <div className={classes.rowText}>
              <strong>
                {t('people.portfolio.receipt', { folio: each.folio, day: formatDay(each.printedOn, t.language) })}
              </strong>{' '}
              <HandoverState of={each} />
              <div className={classes.quiet}>
                {each.items.map((item) => item.what || t(`people.handover.kind.${item.kind}`)).join('; ')}
              </div>
            </div>
            {each.signedOn === null && each.cancelledOn === null && (
              <Group gap={6} wrap="nowrap">
                {may('people.signHandover') && (
                  <Button size="compact-sm" variant="default" onClick={() => setSigning(each)}>
                    {t('people.portfolio.sign')}
                  </Button>
                )}
                {may('people.cancelHandover') && (
                  <Button size="compact-sm" variant="subtle" color="gray" onClick={() => setCancelling(each)}>
                    {t('people.portfolio.cancel')}
                  </Button>
                )}
              </Group>
            )}
          </li>
        ))}
      </ul>
      {preparing && (
        <PrepareHandover
          personId={personId}
          portfolio={portfolio}
          onClose={() => setPreparing(false)}
          onPrinted={setPaper}
        />
      )}
      {signing && (
        <SignHandover handover={signing} certificates={portfolio.certificates} onClose={() => setSigning(null)} />
      )}
      {cancelling && <CancelHandover handover={cancelling} onClose={() => setCancelling(null)} />}
      <PaperViewer paper={paper} onClose={() => setPaper(null)} />
    </Section>
  )
}

function HandoverState({ of }: { readonly of: Handover }) {
  const t = useWords()
  const day = (value: string) => ({ day: formatDay(value, t.language) })
  if (of.cancelledOn !== null)
    return <Status tone="quiet" label={t('people.portfolio.cancelled', day(of.cancelledOn))} />
  if (of.signedOn === null || of.signedHow === null)
    return <Status tone="attention" label={t('people.portfolio.awaiting')} />
  return (
    <Status
      tone="done"
      label={t(`people.portfolio.signed.${of.signedHow}`, day(of.signedOn))}
      reason={of.receivedBy && t('people.portfolio.receivedBy', { name: of.receivedBy })}
    />
  )
}

function CancelHandover({ handover, onClose }: { readonly handover: Handover; readonly onClose: () => void }) {
  const t = useWords()
  const act = useAct('people.cancelHandover')
  return (
    <ConfirmAct
      opened
      onClose={onClose}
      title={t('people.portfolio.cancelTitle', { folio: handover.folio })}
      consequences={[t('people.portfolio.cancelWhat')]}
      verb={t('people.portfolio.cancel')}
      reason
      pending={act.pending}
      refusals={act.refusals}
      onConfirm={async (reason) => (await act.run({ id: handover.id, version: handover.version, reason })).ok}
    />
  )
}
