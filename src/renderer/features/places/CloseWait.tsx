/** Takes a woman off a waiting list: she declined, or no longer waits. */
import { Radio, Stack, Textarea } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { Wait } from '../../../shared/contract/waits.contract'
import { spokenName } from '../../../shared/kernel/text'
import { useAct } from '../../platform/client'
import { useWords } from '../../platform/words'
import { ConfirmAct } from '../../ui/ConfirmAct'

export function CloseWait({ wait, onClose }: { readonly wait: Wait; readonly onClose: () => void }) {
  const t = useWords()
  const act = useAct('places.closeWait')
  const [cause, setCause] = useState<'declined' | 'left'>('declined')
  const [note, setNote] = useState('')
  const name = spokenName(wait)
  const confirm = async () => {
    const outcome = await act.run({ id: wait.id, version: wait.version, cause, note })
    if (outcome.ok) notifications.show({ message: t('places.closeWait.done', { name, workshop: wait.workshop }) })
    return outcome.ok
  }
  return (
    <ConfirmAct
      opened
      onClose={onClose}
      title={t('places.closeWait.title', { workshop: wait.workshop })}
      consequences={[t('places.closeWait.loses', { position: wait.position, count: wait.daysWaiting })]}
      verb={t('places.closeWait.verbName', { name })}
      danger
      pending={act.pending}
      refusals={act.refusals}
      onConfirm={confirm}
    >
      <Stack gap="sm">
        <Radio.Group label={t('places.closeWait.cause')} value={cause} onChange={(next) => setCause(next)}>
          <Stack gap={6} mt={6}>
            <Radio value="declined" label={t('places.closeWait.declined')} />
            <Radio value="left" label={t('places.closeWait.left')} />
          </Stack>
        </Radio.Group>
        <Textarea
          label={t('places.note')}
          autosize
          minRows={2}
          maxLength={300}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
      </Stack>
    </ConfirmAct>
  )
}
