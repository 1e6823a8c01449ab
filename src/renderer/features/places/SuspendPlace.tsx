/** Suspends a place by hand: the seat is kept, she is off the lists, and a day to look at it again is set. */
import { Select, Stack, Textarea } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { SUSPENSION_CAUSES, type SuspensionCause } from '../../../shared/contract/place-states'
import type { Place } from '../../../shared/contract/places.contract'
import { spokenName } from '../../../shared/kernel/text'
import { useAct } from '../../platform/client'
import { useClock } from '../../platform/today'
import { useWords } from '../../platform/words'
import { ConfirmAct } from '../../ui/ConfirmAct'
import { DayField } from '../../ui/DayField'

export interface PlaceActProps {
  readonly place: Place
  readonly title: string
  readonly onClose: () => void
}

export function SuspendPlace({ place, title, onClose }: PlaceActProps) {
  const t = useWords()
  const today = useClock()?.today ?? null
  const act = useAct('places.suspend')
  const [cause, setCause] = useState<SuspensionCause | null>(null)
  const [chosen, setChosen] = useState<string | null>(null)
  const [backOn, setBackOn] = useState<string | null>(null)
  const [reviewOn, setReviewOn] = useState<string | null>(null)
  const [note, setNote] = useState('')
  const [asked, setAsked] = useState(false)
  const name = spokenName(place)
  const from = chosen ?? today
  const confirm = async () => {
    if (!from) return false
    setAsked(true)
    if (!cause) return false
    const outcome = await act.run({ placeId: place.id, cause, from, backOn, reviewOn, note })
    if (outcome.ok) notifications.show({ message: t('places.suspend.done', { name }) })
    return outcome.ok
  }
  return (
    <ConfirmAct
      opened
      onClose={onClose}
      title={t('places.suspend.title', { title })}
      consequences={[t('places.suspend.off', { name }), t('places.suspend.keeps')]}
      verb={t('places.suspend.verbName', { name })}
      pending={act.pending}
      refusals={act.refusals}
      onConfirm={confirm}
    >
      <Stack gap="sm">
        <Select
          data-autofocus
          required
          label={t('places.suspend.cause')}
          placeholder={t('places.list.choose')}
          error={asked && !cause && t('places.cause.missing')}
          allowDeselect={false}
          data={SUSPENSION_CAUSES.map((value) => ({ value, label: t(`places.suspension.${value}`) }))}
          value={cause}
          onChange={(next) => setCause(SUSPENSION_CAUSES.find((each) => each === next) ?? cause)}
        />
        <DayField label={t('places.suspend.from')} value={from} onChange={setChosen} />
        <DayField clearable w={240} label={t('places.suspend.back')} value={backOn} onChange={setBackOn} />
        <DayField clearable w={240} label={t('places.suspend.review')} value={reviewOn} onChange={setReviewOn} />
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

/** Ends a suspension, or calls off one that has not begun. */
export function ResumePlace({ place, title, onClose }: PlaceActProps) {
  const t = useWords()
  const today = useClock()?.today ?? null
  const act = useAct('places.resume')
  const [chosen, setChosen] = useState<string | null>(null)
  const name = spokenName(place)
  const { suspension } = place
  if (!suspension || !today) return null
  const ahead = suspension.from > today
  const backOn = chosen ?? (ahead ? suspension.from : today)
  const confirm = async () => {
    const outcome = await act.run({ id: suspension.id, version: suspension.version, backOn })
    if (outcome.ok) notifications.show({ message: t('places.resume.done', { name, title }) })
    return outcome.ok
  }
  return (
    <ConfirmAct
      opened
      onClose={onClose}
      title={t('places.resume.title', { title })}
      consequences={[t('places.resume.back', { name })]}
      verb={t(ahead ? 'places.resume.callOffName' : 'places.resume.verbName', { name })}
      pending={act.pending}
      refusals={act.refusals}
      onConfirm={confirm}
    >
      {!ahead && <DayField label={t('places.resume.on')} value={backOn} onChange={setChosen} />}
    </ConfirmAct>
  )
}
