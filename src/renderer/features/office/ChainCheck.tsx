/** Checks the whole chain of the audit and names the first broken link. */
import { Button, Group } from '@mantine/core'
import { IconLink } from '@tabler/icons-react'
import { useState } from 'react'
import { formatNumber } from '../../../shared/i18n/format'
import type { Output } from '../../../shared/contract'
import { useAct } from '../../platform/client'
import { useWords } from '../../platform/words'
import { Refusals } from '../../ui/Refusals'
import { Status } from '../../ui/Status'

export function ChainCheck() {
  const t = useWords()
  const { run, pending, refusals } = useAct('office.verifyAudit')
  const [verdict, setVerdict] = useState<Output<'office.verifyAudit'> | null>(null)
  const check = async () => {
    const outcome = await run({})
    setVerdict(outcome.ok ? outcome.value : null)
  }
  return (
    <Group gap="md">
      <span role="status">
        {verdict &&
          (verdict.brokenAt === null ? (
            <Status
              tone="done"
              label={t('office.audit.whole', { count: verdict.size, shown: formatNumber(verdict.size) })}
              reason={t('office.audit.head', { head: verdict.head })}
            />
          ) : (
            <Status
              tone="stop"
              label={t('office.audit.broken', { seq: verdict.brokenAt })}
              reason={t('office.audit.brokenWhat', { seq: verdict.brokenAt })}
            />
          ))}
      </span>
      <Refusals of={refusals} />
      <Button leftSection={<IconLink size={18} aria-hidden />} loading={pending} onClick={() => void check()}>
        {t('office.audit.check')}
      </Button>
    </Group>
  )
}
