/** Issuing: names what it means, shows progress, can be stopped; all or none. */
import { Button, Group, Progress } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconCertificate, IconPlayerStop } from '@tabler/icons-react'
import { useState } from 'react'
import type { Candidate } from '../../../shared/contract/certificates.contract'
import { call, useAct } from '../../platform/client'
import { useWords } from '../../platform/words'
import { ConfirmAct } from '../../ui/ConfirmAct'
import { useProgress } from '../../ui/PaperButton'

export interface IssueActProps {
  readonly editionId: string
  readonly title: string
  readonly rows: readonly Candidate[]
}

export function IssueAct({ editionId, title, rows }: IssueActProps) {
  const t = useWords()
  const [asking, setAsking] = useState(false)
  const act = useAct('certificates.issue')
  const progress = useProgress('certificates.issue', act.pending)
  const count = rows.length
  if (count === 0 && !asking) return null
  const issue = async () => {
    const outcome = await act.run({ editionId, personIds: rows.map((row) => row.personId) })
    if (!outcome.ok) return false
    notifications.show({
      color: 'nopal',
      message: t('certificates.issued', { count: outcome.value.issued.length }),
      closeButtonProps: { 'aria-label': t('ui.close') },
    })
    return true
  }
  return (
    <>
      <Button
        leftSection={<IconCertificate size={18} aria-hidden />}
        disabled={act.pending}
        onClick={() => {
          act.clear()
          setAsking(true)
        }}
      >
        {t('certificates.issue', { count })}
      </Button>
      <ConfirmAct
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('certificates.issueTitle', { count, title })}
        consequences={[
          t('certificates.issueWhat.folio'),
          t('certificates.issueWhat.frozen'),
          t('certificates.issueWhat.evaluation'),
        ]}
        verb={t('certificates.issue', { count })}
        pending={act.pending}
        refusals={act.refusals}
        onConfirm={issue}
      >
        {act.pending && (
          <Group gap="sm" wrap="nowrap">
            <div style={{ flex: 1 }}>
              <div role="status">
                {t('certificates.issuing', { done: progress.done, total: progress.total || count })}
              </div>
              <Progress
                value={progress.total > 0 ? (progress.done * 100) / progress.total : 0}
                aria-label={t('ui.paper.progress')}
              />
            </div>
            <Button
              variant="default"
              leftSection={<IconPlayerStop size={16} aria-hidden />}
              onClick={() => void call('office.stop', {})}
            >
              {t('ui.stop')}
            </Button>
          </Group>
        )}
      </ConfirmAct>
    </>
  )
}
