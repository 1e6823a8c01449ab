/** Who told her that she was turned down, and when. */
import { Stack, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { Wait } from '../../../shared/contract/waits.contract'
import { spokenName } from '../../../shared/kernel/text'
import { useAct } from '../../platform/client'
import { useSession } from '../../platform/session'
import { useClock } from '../../platform/today'
import { useWords } from '../../platform/words'
import { ConfirmAct } from '../../ui/ConfirmAct'
import { DayField } from '../../ui/DayField'

export function TellWait({ wait, onClose }: { readonly wait: Wait; readonly onClose: () => void }) {
  const t = useWords()
  const { me } = useSession()
  const today = useClock()?.today ?? null
  const act = useAct('places.tellWait')
  const [chosen, setChosen] = useState<string | null>(null)
  const [toldBy, setToldBy] = useState(me?.name ?? '')
  const toldOn = chosen ?? today
  const confirm = async () => {
    if (!toldOn) return false
    const outcome = await act.run({ id: wait.id, toldOn, toldBy })
    if (outcome.ok) notifications.show({ message: t('places.tell.done', { name: spokenName(wait) }) })
    return outcome.ok
  }
  return (
    <ConfirmAct
      opened
      onClose={onClose}
      title={t('places.tell.title', { name: spokenName(wait) })}
      consequences={[]}
      verb={t('places.tell.save')}
      pending={act.pending}
      refusals={act.refusals}
      onConfirm={confirm}
    >
      <Stack gap="sm">
        <DayField required label={t('places.tell.on')} value={toldOn} onChange={setChosen} />
        <TextInput
          data-autofocus
          required
          label={t('places.tell.by')}
          maxLength={80}
          value={toldBy}
          onChange={(event) => setToldBy(event.currentTarget.value)}
        />
      </Stack>
    </ConfirmAct>
  )
}
