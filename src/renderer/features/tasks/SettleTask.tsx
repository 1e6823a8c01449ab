/** What came of a task: seen to, not needed, or to be looked at again on a day; always with a word of why. */
import { Radio, Stack } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { TASK_OUTCOMES, type TaskOutcome } from '../../../shared/contract/tasks.contract'
import type { CivilDate } from '../../../shared/kernel/civil-date'
import { useAct } from '../../platform/client'
import { useWords } from '../../platform/words'
import { ConfirmAct } from '../../ui/ConfirmAct'
import { DayField } from '../../ui/DayField'
import { sentenceOf, type OpenTask } from './task-words'

export function SettleTask({ task, onClose }: { readonly task: OpenTask | null; readonly onClose: () => void }) {
  const t = useWords()
  const act = useAct('tasks.settle')
  const [outcome, setOutcome] = useState<TaskOutcome>('done')
  const [until, setUntil] = useState<CivilDate | null>(null)
  if (!task) return null
  const close = () => {
    act.clear()
    setOutcome('done')
    setUntil(null)
    onClose()
  }
  const settle = async (note: string) => {
    const later = outcome === 'later'
    const saved = await act.run({ key: task.key, outcome, until: later ? until : null, note })
    if (!saved.ok) return false
    notifications.show({
      color: 'nopal',
      message: t('tasks.saved'),
      closeButtonProps: { 'aria-label': t('ui.close') },
    })
    return true
  }
  return (
    <ConfirmAct
      opened
      onClose={close}
      title={t('tasks.settle.title')}
      consequences={[sentenceOf(task, t)]}
      verb={t('tasks.save')}
      reason
      pending={act.pending}
      refusals={act.refusals}
      onConfirm={settle}
    >
      <Stack gap="sm">
        <Radio.Group label={t('tasks.outcome')} value={outcome} onChange={(value) => setOutcome(value)}>
          <Stack gap={6} mt={4}>
            {TASK_OUTCOMES.map((each) => (
              <Radio key={each} value={each} label={t(`tasks.outcome.${each}`)} />
            ))}
          </Stack>
        </Radio.Group>
        {outcome === 'later' && <DayField label={t('tasks.until')} value={until} onChange={setUntil} required />}
      </Stack>
    </ConfirmAct>
  )
}
