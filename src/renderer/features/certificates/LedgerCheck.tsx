/** Walks the whole ledger of certificates and names the first that is not as it was signed. */
import { Button } from '@mantine/core'
import { IconListCheck } from '@tabler/icons-react'
import { useState } from 'react'
import type { Output } from '../../../shared/contract'
import { formatNumber } from '../../../shared/i18n/format'
import { useAct } from '../../platform/client'
import { useSession } from '../../platform/session'
import { useWords } from '../../platform/words'
import { Refusals } from '../../ui/Refusals'
import { Status } from '../../ui/Status'

type Verdict = Output<'certificates.verifyLedger'>

export function LedgerCheck() {
  const t = useWords()
  const { may } = useSession()
  const { run, pending, refusals } = useAct('certificates.verifyLedger')
  const [verdict, setVerdict] = useState<Verdict | null>(null)
  if (!may('certificates.verifyLedger')) return null
  const check = async () => {
    const outcome = await run({})
    setVerdict(outcome.ok ? outcome.value : null)
  }
  return (
    <>
      <span role="status">{verdict && <Told verdict={verdict} />}</span>
      <Refusals of={refusals} />
      <Button
        variant="default"
        leftSection={<IconListCheck size={18} aria-hidden />}
        loading={pending}
        onClick={() => void check()}
      >
        {t('certificates.ledger.check')}
      </Button>
    </>
  )
}

function Told({ verdict }: { readonly verdict: Verdict }) {
  const t = useWords()
  if (verdict.brokenAt !== null)
    return (
      <Status
        tone="stop"
        label={t('certificates.ledger.broken', { folio: verdict.brokenAt })}
        reason={
          <>
            {verdict.broken && <div>{t(`certificates.ledger.what.${verdict.broken}`)}</div>}
            <div>{t('certificates.ledger.brokenWhat', { folio: verdict.brokenAt })}</div>
          </>
        }
      />
    )
  if (verdict.size === 0) return <Status tone="quiet" label={t('certificates.ledger.empty')} />
  return (
    <Status
      tone="done"
      label={t('certificates.ledger.whole', { count: verdict.size, shown: formatNumber(verdict.size) })}
      reason={t('certificates.ledger.wholeWhat')}
    />
  )
}
