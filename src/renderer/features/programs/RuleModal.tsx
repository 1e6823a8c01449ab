/** A new version of what a workshop's certificate asks for, and taking one back. */
import { Button, Modal, NumberInput, Stack } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { formatDay } from '../../../shared/i18n/format'
import { useAct } from '../../platform/client'
import { useClock } from '../../platform/today'
import { useWords } from '../../platform/words'
import { ConfirmAct } from '../../ui/ConfirmAct'
import { DayField } from '../../ui/DayField'
import { Refusals, useFieldRefusal } from '../../ui/Refusals'
import classes from './programs.module.css'
import { NOTHING_ASKED, RuleAsks } from './RuleAsks'

export function RuleModal({
  opened,
  workshopId,
  first,
  onClose,
}: {
  readonly opened: boolean
  readonly workshopId: string
  readonly first: boolean
  readonly onClose: () => void
}) {
  const t = useWords()
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('programs.rule.add')}
      centered
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      <RuleForm workshopId={workshopId} first={first} onClose={onClose} />
    </Modal>
  )
}

function RuleForm({
  workshopId,
  first,
  onClose,
}: {
  readonly workshopId: string
  readonly first: boolean
  readonly onClose: () => void
}) {
  const t = useWords()
  const today = useClock()?.today ?? null
  const act = useAct('programs.addRule')
  const error = useFieldRefusal(act.refusals)
  const [day, setDay] = useState<string | null>(null)
  const [rate, setRate] = useState<string | number>(80)
  const [hours, setHours] = useState<string | number>('')
  const [asks, setAsks] = useState(NOTHING_ASKED)
  const fromDay = day ?? today
  const add = async () => {
    if (!fromDay || typeof rate !== 'number') return
    const rule = { fromDay, minRatePercent: rate, minHours: typeof hours === 'number' ? hours : null, ...asks }
    const outcome = await act.run({ id: workshopId, rule })
    if (!outcome.ok) return
    notifications.show({ message: t('programs.rule.added', { day: formatDay(fromDay, t.language) }) })
    onClose()
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
    >
      <Stack gap="md">
        <p className={classes.hint}>{t(first ? 'programs.rule.firstHint' : 'programs.rule.hint')}</p>
        <NumberInput
          data-autofocus
          required
          min={0}
          max={100}
          allowDecimal={false}
          label={t('programs.form.minRate')}
          value={rate}
          onChange={setRate}
        />
        <NumberInput
          min={1}
          max={2000}
          allowDecimal={false}
          label={t('programs.form.minHours')}
          value={hours}
          onChange={setHours}
        />
        <RuleAsks value={asks} onChange={setAsks} />
        <DayField
          required
          label={t('programs.rule.fromDay')}
          value={fromDay}
          error={error('fromDay')}
          onChange={setDay}
        />
        <Refusals of={act.refusals.filter((refusal) => refusal.field === undefined)} />
        <div>
          <Button type="submit" loading={act.pending} disabled={!fromDay || typeof rate !== 'number'}>
            {t('programs.rule.add')}
          </Button>
        </div>
      </Stack>
    </form>
  )
}

export function DropRule({
  workshopId,
  fromDay,
  onClose,
}: {
  readonly workshopId: string
  readonly fromDay: string | null
  readonly onClose: () => void
}) {
  const t = useWords()
  const act = useAct('programs.dropRule')
  if (fromDay === null) return null
  const day = formatDay(fromDay, t.language)
  return (
    <ConfirmAct
      opened
      onClose={onClose}
      title={t('programs.rule.dropTitle', { day })}
      consequences={[t('programs.rule.dropWhat')]}
      verb={t('programs.rule.drop')}
      pending={act.pending}
      refusals={act.refusals}
      onConfirm={async () => (await act.run({ id: workshopId, fromDay })).ok}
    />
  )
}
