/** Ends a place: what came of it, and why. Can be taken back from the message that confirms it. */
import { Select, Stack, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { END_CAUSES, END_RESULTS, type EndCause, type EndResult } from '../../../shared/contract/endings.contract'
import { spokenName } from '../../../shared/kernel/text'
import { useAct } from '../../platform/client'
import { useClock } from '../../platform/today'
import { useWords } from '../../platform/words'
import { ConfirmAct } from '../../ui/ConfirmAct'
import { DayField } from '../../ui/DayField'
import { useUndoNotice } from '../../ui/use-undo'
import type { PlaceActProps } from './SuspendPlace'

export function EndPlace({ place, title, onClose }: PlaceActProps) {
  const t = useWords()
  const say = useUndoNotice()
  const today = useClock()?.today ?? null
  const act = useAct('places.end')
  const [chosen, setChosen] = useState<string | null>(null)
  const [result, setResult] = useState<EndResult>('not-completed')
  const [cause, setCause] = useState<EndCause | null>(null)
  const [note, setNote] = useState('')
  const [asked, setAsked] = useState(false)
  const name = spokenName(place)
  const endedOn = chosen ?? today
  const confirm = async () => {
    if (!endedOn) return false
    setAsked(true)
    if (!cause) return false
    const outcome = await act.run({ id: place.id, version: place.version, endedOn, result, cause, note })
    if (outcome.ok)
      say(
        outcome.value.batchId,
        [t('places.end.done', { name, title }), result === 'completed' && t('places.end.certificate')]
          .filter(Boolean)
          .join(' '),
      )
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
        {place.state === 'pending' && <Text size="sm">{t('places.end.neverBegan')}</Text>}
        <DayField label={t('places.end.on')} value={endedOn} onChange={setChosen} />
        <Select
          label={t('places.end.result')}
          allowDeselect={false}
          data={END_RESULTS.map((value) => ({ value, label: t(`places.result.${value}`) }))}
          value={result}
          onChange={(next) => setResult(END_RESULTS.find((each) => each === next) ?? result)}
        />
        <Select
          required
          label={t('places.end.cause')}
          placeholder={t('places.list.choose')}
          error={asked && !cause && t('places.cause.missing')}
          allowDeselect={false}
          data={END_CAUSES.map((value) => ({ value, label: t(`places.cause.${value}`) }))}
          value={cause}
          onChange={(next) => setCause(END_CAUSES.find((each) => each === next) ?? cause)}
        />
        <Textarea
          label={t('places.note')}
          required={cause === 'other'}
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
