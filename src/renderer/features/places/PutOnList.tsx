/** Writes down a request for a workshop: of whom, since when, and who asked for it. */
import { Select, Stack, Textarea } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { Requester } from '../../../shared/contract/waits.contract'
import { useAct } from '../../platform/client'
import { useClock } from '../../platform/today'
import { useWords } from '../../platform/words'
import { ConfirmAct } from '../../ui/ConfirmAct'
import { DayField } from '../../ui/DayField'
import { RequesterField } from './EditWait'
import { WomanField } from './WomanField'

interface PutOnListProps {
  readonly workshops: readonly { readonly id: string; readonly title: string }[]
  readonly workshopId: string | null
  /** The woman whose page it is; the form asks for one where it is not known. */
  readonly personId?: string
  readonly onClose: () => void
}

export function PutOnList({ workshops, workshopId: first, personId: known, onClose }: PutOnListProps) {
  const t = useWords()
  const today = useClock()?.today ?? null
  const act = useAct('places.wait')
  const [found, setFound] = useState<string | null>(null)
  const [workshopId, setWorkshopId] = useState<string | null>(first)
  const [chosen, setChosen] = useState<string | null>(null)
  const [requestedBy, setRequestedBy] = useState<Requester>('herself')
  const [note, setNote] = useState('')
  const personId = known ?? found
  const requestedOn = chosen ?? today
  const asksWhy = act.refusals.some((refusal) => refusal.code === 'old-request-needs-reason')
  const confirm = async () => {
    if (!personId || !workshopId || !requestedOn) return false
    const outcome = await act.run({ personId, workshopId, requestedOn, requestedBy, note })
    if (outcome.ok) notifications.show({ message: t(`places.wait.done.${outcome.value.state}`) })
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
        {!known && <WomanField value={found} onChange={setFound} />}
        <Select
          data-autofocus={known ? true : undefined}
          required
          searchable
          label={t('places.waiting.workshop')}
          nothingFoundMessage={t('places.wait.noWorkshop')}
          data={workshops.map((each) => ({ value: each.id, label: each.title }))}
          value={workshopId}
          onChange={setWorkshopId}
        />
        <DayField required label={t('places.waiting.since')} value={requestedOn} onChange={setChosen} />
        <RequesterField value={requestedBy} onChange={setRequestedBy} />
        <Textarea
          autosize
          minRows={2}
          maxLength={300}
          required={asksWhy}
          label={t('places.note')}
          description={t('places.wait.noteHint')}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
      </Stack>
    </ConfirmAct>
  )
}
