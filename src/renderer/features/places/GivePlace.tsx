/** Gives a place to one woman: shows what would clash, and asks to have seen it. */
import { Checkbox, Stack } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { Output } from '../../../shared/contract'
import type { NamedWoman } from '../../../shared/contract/place-facts'
import type { PlaceClash } from '../../../shared/contract/places.contract'
import { shortWeekday } from '../../../shared/i18n/format'
import { listName, spokenName } from '../../../shared/kernel/text'
import { useAct, useRead } from '../../platform/client'
import { useClock } from '../../platform/today'
import { useWords } from '../../platform/words'
import { ConfirmAct } from '../../ui/ConfirmAct'
import { DayField } from '../../ui/DayField'
import { Status } from '../../ui/Status'

type Edition = Output<'places.waiting'>['workshops'][number]['editions'][number]

interface GivePlaceProps {
  readonly edition: Edition
  readonly woman: NamedWoman
  readonly onClose: () => void
}

export function GivePlace({ edition, woman, onClose }: GivePlaceProps) {
  const t = useWords()
  const today = useClock()?.today ?? null
  const found = useRead('places.candidates', { editionId: edition.id, search: woman.fileNumber })
  const act = useAct('places.give')
  const [chosen, setChosen] = useState<string | null>(null)
  const [seen, setSeen] = useState(false)
  const clashes = found.data?.find((each) => each.personId === woman.personId)?.clashes ?? []
  const openedOn = chosen ?? (today && edition.startsOn > today ? edition.startsOn : today)
  const confirm = async () => {
    if (!openedOn) return false
    const acceptedClashes = seen ? [...new Set(clashes.map((clash) => clash.editionId))] : []
    const outcome = await act.run({ editionId: edition.id, personId: woman.personId, openedOn, acceptedClashes })
    if (outcome.ok)
      notifications.show({ message: t('places.give.done', { name: spokenName(woman), title: edition.title }) })
    return outcome.ok
  }
  return (
    <ConfirmAct
      opened
      onClose={onClose}
      title={t('places.give.title', { title: edition.title, code: edition.code })}
      consequences={[
        t('places.give.who', { name: listName(woman) }),
        t('places.give.left', leftAfter(edition.capacity, edition.taken)),
      ]}
      verb={t('places.give.verb')}
      pending={act.pending}
      refusals={act.refusals}
      onConfirm={confirm}
    >
      <Stack gap="sm">
        <DayField label={t('places.give.from')} value={openedOn} onChange={setChosen} />
        {clashes.length > 0 && (
          <>
            <Clashes clashes={clashes} />
            <Checkbox
              label={t('places.give.seen')}
              checked={seen}
              onChange={(event) => setSeen(event.currentTarget.checked)}
            />
          </>
        )}
      </Stack>
    </ConfirmAct>
  )
}

const leftAfter = (capacity: number, taken: number) => ({ left: Math.max(0, capacity - taken - 1), capacity })

/** What she already has at the same hours. */
export function Clashes({ clashes }: { readonly clashes: readonly PlaceClash[] }) {
  const t = useWords()
  return clashes.map((clash) => (
    <Status
      key={`${clash.editionId}${String(clash.weekday)}${clash.startsAt}`}
      tone="attention"
      label={t('places.clash', {
        title: clash.title,
        day: shortWeekday(clash.weekday, t.language),
        hours: `${clash.startsAt}–${clash.endsAt}`,
      })}
    />
  ))
}
