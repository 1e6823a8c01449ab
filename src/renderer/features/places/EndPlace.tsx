/** Ends a place: what came of it, and why. */
import { Select, Stack, Textarea } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import {
  END_CAUSES,
  END_RESULTS,
  type EndCause,
  type EndResult,
} from '../../../shared/contract/endings.contract'
import type { Place } from '../../../shared/contract/places.contract'
import { spokenName } from '../../../shared/kernel/text'
import { useAct } from '../../platform/client'
import { useClock } from '../../platform/today'
import { useWords } from '../../platform/words'
import { ConfirmAct } from '../../ui/ConfirmAct'
import { DayField } from '../../ui/DayField'

interface EndPlaceProps {
  readonly place: Place
  readonly title: string
  readonly onClose: () => void
}

export function EndPlace({ place, title, onClose }: EndPlaceProps) {
  const t = useWords()
  const today = useClock()?.today ?? null
  const act = useAct('places.end')
  const [chosen, setChosen] = useState<string | null>(null)
  const [result, setResult] = useState<EndResult>('not-completed')
  const [cause, setCause] = useState<EndCause>('choice')
  const [note, setNote] = useState('')
  const name = spokenName(place)
  const endedOn = chosen ?? today
  const confirm = async () => {
    if (!endedOn) return false
    const outcome = await act.run({ id: place.id, version: place.version, endedOn, result, cause, note })
    if (outcome.ok) notifications.show({ message: t('places.end.done', { name, title }) })
    return outcome.ok
  }
  return (
    <ConfirmAct
      opened
      onClose={onClose}
      title={t('places.end.title', { title })}
      consequences={[t('places.end.offTheRoll', { name }), t('places.end.frees')]}
      verb={t('places.end.verbName', { name })}
      danger
      pending={act.pending}
      refusals={act.refusals}
      onConfirm={confirm}
    >
      <Stack gap="sm">
        <DayField label={t('places.end.on')} value={endedOn} onChange={setChosen} />
        <Select
          label={t('places.end.result')}
          allowDeselect={false}
          data={END_RESULTS.map((value) => ({ value, label: t(`places.result.${value}`) }))}
          value={result}
          onChange={(next) => setResult(END_RESULTS.find((each) => each === next) ?? result)}
        />
        <Select
          label={t('places.end.cause')}
          allowDeselect={false}
          data={END_CAUSES.map((value) => ({ value, label: t(`places.cause.${value}`) }))}
          value={cause}
          onChange={(next) => setCause(END_CAUSES.find((each) => each === next) ?? cause)}
        />
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
