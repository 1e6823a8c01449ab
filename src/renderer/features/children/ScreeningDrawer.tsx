/** One screening: its results, the referral that followed and its answer. */
import { Button, Drawer, Group, Stack, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { ScreeningRecord } from '../../../shared/contract/child-health-facts'
import { formatDay } from '../../../shared/i18n/format'
import type { CivilDate } from '../../../shared/kernel/civil-date'
import { useAct } from '../../platform/client'
import { useWords } from '../../platform/words'
import { DayField } from '../../ui/DayField'
import { Section } from '../../ui/Page'
import { Refusals } from '../../ui/Refusals'
import { DevelopmentGrid } from './DevelopmentGrid'
import { WithdrawHealth } from './WithdrawHealth'
import classes from './health.module.css'

export interface ScreeningDrawerProps {
  readonly screening: ScreeningRecord
  readonly today: CivilDate
  readonly onClose: () => void
}

export function ScreeningDrawer({ screening, today, onClose }: ScreeningDrawerProps) {
  const t = useWords()
  const [wrong, setWrong] = useState(false)
  const title = `${screening.instrument} · ${formatDay(screening.day, t.language)}`
  return (
    <Drawer opened onClose={onClose} title={title} size={480} closeButtonProps={{ 'aria-label': t('ui.close') }}>
      <Stack gap="lg">
        <DevelopmentGrid screenings={[screening]} />
        <Section title={t('children.screening.referral')}>
          <Referral screening={screening} today={today} onDone={onClose} />
        </Section>
        <p className={classes.quiet}>
          {t('children.health.recordedBy', {
            day: formatDay(screening.recordedOn, t.language),
            by: screening.recordedBy ?? '—',
          })}
        </p>
        <div>
          <Button variant="subtle" color="gray" size="compact-sm" onClick={() => setWrong(true)}>
            {t('children.health.withdraw')}
          </Button>
        </div>
      </Stack>
      {wrong && <WithdrawHealth kind="screening" record={screening} what={title} onClose={() => setWrong(false)} />}
    </Drawer>
  )
}

function Referral({
  screening,
  today,
  onDone,
}: {
  readonly screening: ScreeningRecord
  readonly today: CivilDate
  readonly onDone: () => void
}) {
  const t = useWords()
  const act = useAct('children.followReferral')
  const [to, setTo] = useState(screening.referral?.to ?? '')
  const [on, setOn] = useState<string | null>(screening.referral?.on ?? today)
  const [answeredOn, setAnsweredOn] = useState<string | null>(screening.referral?.answeredOn ?? null)
  const save = async () => {
    if (!on) return
    const outcome = await act.run({ id: screening.id, version: screening.version, to, on, answeredOn })
    if (!outcome.ok) return
    notifications.show({ color: 'nopal', message: t('children.screening.followed') })
    onDone()
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <Stack gap="sm">
        <TextInput
          required
          label={t('children.screening.referTo')}
          maxLength={120}
          value={to}
          onChange={(event) => setTo(event.currentTarget.value)}
        />
        <Group gap="md">
          <DayField required label={t('children.screening.referOn')} value={on} maxDate={today} onChange={setOn} />
          <DayField
            clearable
            label={t('children.screening.answeredOn')}
            value={answeredOn}
            maxDate={today}
            onChange={setAnsweredOn}
          />
        </Group>
        <Refusals of={act.refusals} />
        <Group justify="flex-end">
          <Button type="submit" loading={act.pending} disabled={to.trim() === '' || !on}>
            {t('children.screening.follow')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
