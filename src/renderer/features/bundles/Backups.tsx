/** The backups: how old the last good one is, and one now. Bringing one back is done from the lock screen. */
import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconDatabaseExport } from '@tabler/icons-react'
import { useAct, useRead } from '../../platform/client'
import { useMoment } from '../../platform/today'
import { useWords } from '../../platform/words'
import { Fact, Facts } from '../../ui/Facts'
import { Section } from '../../ui/Page'
import { Refusals } from '../../ui/Refusals'
import { Status } from '../../ui/Status'
import { formatBytes } from './bundle-words'

export function Backups() {
  const t = useWords()
  const moment = useMoment()
  const { data } = useRead('bundles.backupStatus', {})
  const act = useAct('bundles.backupNow')
  const make = async () => {
    const outcome = await act.run({})
    if (outcome.ok)
      notifications.show({
        message: t('bundles.backup.made', { size: formatBytes(outcome.value.bytes) }),
        closeButtonProps: { 'aria-label': t('ui.close') },
      })
  }
  return (
    <Section
      title={t('bundles.backup.title')}
      actions={
        <Button
          variant="default"
          size="sm"
          leftSection={<IconDatabaseExport size={16} aria-hidden />}
          loading={act.pending}
          onClick={() => void make()}
        >
          {t('bundles.backup.verb')}
        </Button>
      }
    >
      <Refusals of={act.refusals} />
      {data && (
        <Facts>
          <Fact label={t('bundles.backup.state')}>
            {data.due ? (
              <Status tone="stop" label={t('bundles.backup.due')} reason={t('bundles.backup.dueWhy')} />
            ) : (
              <Status tone="done" label={t('bundles.backup.fresh')} />
            )}
          </Fact>
          <Fact label={t('bundles.backup.latest')}>{data.latest && moment(data.latest.madeAt)}</Fact>
          <Fact label={t('bundles.backup.size')}>{data.latest && formatBytes(data.latest.bytes)}</Fact>
          <Fact label={t('bundles.backup.kept')}>{t('bundles.backup.count', { count: data.count })}</Fact>
          <Fact label={t('bundles.backup.restore')} wide>
            {t('bundles.backup.restoreHow')}
          </Fact>
        </Facts>
      )}
    </Section>
  )
}
