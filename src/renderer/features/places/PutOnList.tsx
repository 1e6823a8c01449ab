/** Puts a woman on the waiting list of a workshop, from the day she asked. */
import { Select, Stack } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { useAct } from '../../platform/client'
import { useClock } from '../../platform/today'
import { useWords } from '../../platform/words'
import { ConfirmAct } from '../../ui/ConfirmAct'
import { DayField } from '../../ui/DayField'
import { WomanField } from './WomanField'

interface PutOnListProps {
  readonly workshops: readonly { readonly id: string; readonly title: string }[]
  readonly workshopId: string | null
  readonly onClose: () => void
}

export function PutOnList({ workshops, workshopId: first, onClose }: PutOnListProps) {
  const t = useWords()
  const today = useClock()?.today ?? null
  const act = useAct('places.wait')
  const [personId, setPersonId] = useState<string | null>(null)
  const [workshopId, setWorkshopId] = useState<string | null>(first)
  const [chosen, setChosen] = useState<string | null>(null)
  const requestedOn = chosen ?? today
  const confirm = async () => {
    if (!personId || !workshopId || !requestedOn) return false
    const outcome = await act.run({ personId, workshopId, requestedOn })
    if (outcome.ok) notifications.show({ message: t('places.wait.done') })
    return outcome.ok
  }
  return (
    <ConfirmAct
      opened
      onClose={onClose}
      title={t('places.wait.title')}
      consequences={[]}
      verb={t('places.wait.verb')}
      pending={act.pending}
      refusals={act.refusals}
      onConfirm={confirm}
    >
      <Stack gap="sm">
        <WomanField value={personId} onChange={setPersonId} />
        <Select
          required
          searchable
          label={t('places.waiting.workshop')}
          data={workshops.map((each) => ({ value: each.id, label: each.title }))}
          value={workshopId}
          onChange={setWorkshopId}
        />
        <DayField required label={t('places.waiting.since')} value={requestedOn} onChange={setChosen} />
      </Stack>
    </ConfirmAct>
  )
}
