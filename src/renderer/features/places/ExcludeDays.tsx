/** Days on which she does not attend: hours of the group's own pattern, with a reason and a day to look at it again. */
import { Button, Checkbox, Group, Select, Stack, Textarea } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { EXCLUSION_REASONS, type Exclusion, type ExclusionReason } from '../../../shared/contract/place-states'
import type { Place } from '../../../shared/contract/places.contract'
import { formatDay, longWeekday } from '../../../shared/i18n/format'
import { spokenName } from '../../../shared/kernel/text'
import { useAct } from '../../platform/client'
import { useClock } from '../../platform/today'
import { useWords } from '../../platform/words'
import { ConfirmAct } from '../../ui/ConfirmAct'
import { DayField } from '../../ui/DayField'
import { Refusals } from '../../ui/Refusals'
import { excludedDay } from './PlaceState'
import type { PlaceActProps } from './SuspendPlace'

interface Slot {
  readonly weekday: number
  readonly startsAt: string
  readonly endsAt: string
}

const keyOf = (slot: Pick<Slot, 'weekday' | 'startsAt'>): string => `${String(slot.weekday)} ${slot.startsAt}`

export function ExcludeDays({ place, title, slots, onClose }: PlaceActProps & { readonly slots: readonly Slot[] }) {
  const t = useWords()
  const today = useClock()?.today ?? null
  const act = useAct('places.exclude')
  const [days, setDays] = useState<string[]>([])
  const [reason, setReason] = useState<ExclusionReason>('medical')
  const [chosen, setChosen] = useState<string | null>(null)
  const [until, setUntil] = useState<string | null>(null)
  const [reviewOn, setReviewOn] = useState<string | null>(null)
  const [note, setNote] = useState('')
  const name = spokenName(place)
  const from = chosen ?? today
  // The same hour of both weeks of a pattern is one choice.
  const hours = [...new Map(slots.map((slot) => [keyOf(slot), slot])).values()]
  const confirm = async () => {
    if (!from) return false
    const wanted = hours.filter((slot) => days.includes(keyOf(slot)))
    const outcome = await act.run({
      placeId: place.id,
      days: wanted.map(({ weekday, startsAt }) => ({ weekday, startsAt })),
      reason,
      note,
      from,
      until,
      reviewOn,
    })
    if (outcome.ok) notifications.show({ message: t('places.exclude.done', { name }) })
    return outcome.ok
  }
  return (
    <ConfirmAct
      opened
      onClose={onClose}
      title={t('places.exclude.title', { title })}
      consequences={[t('places.exclude.off', { name })]}
      verb={t('places.exclude.verbName', { name })}
      pending={act.pending}
      refusals={act.refusals}
      onConfirm={confirm}
    >
      <Stack gap="sm">
        {place.exclusions.length > 0 && <Standing place={place} exclusions={place.exclusions} />}
        <Checkbox.Group required label={t('places.exclude.days')} value={days} onChange={setDays}>
          <Stack gap={6} mt={6}>
            {hours.map((slot) => (
              <Checkbox
                key={keyOf(slot)}
                value={keyOf(slot)}
                label={t('places.exclude.slot', {
                  weekday: longWeekday(slot.weekday, t.language),
                  hours: `${slot.startsAt}–${slot.endsAt}`,
                })}
              />
            ))}
          </Stack>
        </Checkbox.Group>
        <Select
          label={t('places.exclude.reason')}
          allowDeselect={false}
          data={EXCLUSION_REASONS.map((value) => ({ value, label: t(`places.exclusion.${value}`) }))}
          value={reason}
          onChange={(next) => setReason(EXCLUSION_REASONS.find((each) => each === next) ?? reason)}
        />
        <Group gap="sm" align="flex-end">
          <DayField label={t('places.exclude.from')} value={from} onChange={setChosen} />
          <DayField clearable label={t('places.exclude.until')} value={until} onChange={setUntil} />
          <DayField clearable label={t('places.exclude.review')} value={reviewOn} onChange={setReviewOn} />
        </Group>
        <Textarea
          label={t('places.note')}
          autosize
          minRows={1}
          maxLength={300}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
      </Stack>
    </ConfirmAct>
  )
}

/** What is already written down, each with its end from today on. */
function Standing({ place, exclusions }: { readonly place: Place; readonly exclusions: readonly Exclusion[] }) {
  const t = useWords()
  const today = useClock()?.today ?? null
  const act = useAct('places.endExclusion')
  const name = spokenName(place)
  const end = async (exclusion: Exclusion) => {
    if (!today) return
    const days = excludedDay(t, exclusion)
    const outcome = await act.run({ id: exclusion.id, version: exclusion.version, attendsFrom: today })
    if (outcome.ok) notifications.show({ message: t('places.exclude.ended', { name, days }) })
  }
  return (
    <Stack gap={4} role="group" aria-label={t('places.exclude.standing')}>
      {exclusions.map((each) => (
        <Group key={each.id} justify="space-between" gap="sm">
          <span>
            {t(each.until ? 'places.exclude.spanUntil' : 'places.exclude.span', {
              days: excludedDay(t, each),
              reason: t(`places.exclusion.${each.reason}`),
              from: formatDay(each.from, t.language),
              until: each.until ? formatDay(each.until, t.language) : '',
            })}
          </span>
          <Button
            size="compact-sm"
            variant="subtle"
            aria-label={t('places.exclude.endName', { name, days: excludedDay(t, each) })}
            onClick={() => void end(each)}
          >
            {t('places.exclude.end')}
          </Button>
        </Group>
      ))}
      <Refusals of={act.refusals} />
    </Stack>
  )
}
