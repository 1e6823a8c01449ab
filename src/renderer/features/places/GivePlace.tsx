/** Gives a place to one woman: what stands against it is shown, and going on despite it asks for a reason. */
import { Checkbox, Stack, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { Output } from '../../../shared/contract'
import type { NamedWoman } from '../../../shared/contract/place-facts'
import { listName, spokenName } from '../../../shared/kernel/text'
import { useAct, useRead } from '../../platform/client'
import { useWords } from '../../platform/words'
import { ConfirmAct } from '../../ui/ConfirmAct'
import { DayField } from '../../ui/DayField'
import { useUndoNotice } from '../../ui/use-undo'
import { gravest, WarningList } from './warnings'

interface GivePlaceProps {
  readonly edition: Pick<Output<'places.candidates'>['edition'], 'id' | 'code' | 'title' | 'capacity' | 'taken'>
  readonly woman: NamedWoman
  readonly onClose: () => void
}

export function GivePlace({ edition, woman, onClose }: GivePlaceProps) {
  const t = useWords()
  const say = useUndoNotice()
  const [chosen, setChosen] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const [ended, setEnded] = useState<readonly string[]>([])
  const found = useRead('places.candidates', {
    editionId: edition.id,
    search: woman.fileNumber,
    ...(chosen ? { openedOn: chosen } : {}),
  })
  const hers = useRead('places.ofPerson', { id: woman.personId })
  const act = useAct('places.give')
  const openedOn = chosen ?? found.data?.openedOn ?? null
  const all = found.data?.rows.find((row) => row.personId === woman.personId)?.warnings ?? []
  const others = (hers.data?.places ?? []).filter(
    (place) =>
      place.endedOn === null &&
      all.some((each) => each.kind === 'clash' && each.facts['editionId'] === place.editionId),
  )
  const leaving = others.filter((place) => ended.includes(place.id))
  const warnings = all.filter((each) => !leaving.some((place) => place.editionId === each.facts['editionId']))
  const asks = warnings.some((each) => each.level !== 'info')
  const blocked = gravest(warnings) === 'block' && !found.data?.liftsKeepApart
  const confirm = async () => {
    if (!openedOn) return false
    const keys = warnings.map((warning) => warning.key)
    const outcome = await act.run({
      editionId: edition.id,
      personId: woman.personId,
      openedOn,
      ending: leaving.map((place) => ({ placeId: place.id, version: place.version })),
      ...(asks && reason.trim() ? { despite: { keys, reason } } : {}),
    })
    if (!outcome.ok) return false
    const { clashing, batchId } = outcome.value
    const titles = clashing.map((place) => `${place.title} (${place.code})`).join(', ')
    say(
      batchId,
      titles
        ? t('places.give.keepsOther', { name: spokenName(woman), titles })
        : t('places.give.done', { name: spokenName(woman), title: edition.title }),
    )
    return true
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
        <WarningList warnings={warnings} />
        {others.map((place) => (
          <Checkbox
            key={place.id}
            label={t('places.give.endOther', { title: place.title, code: place.code })}
            checked={ended.includes(place.id)}
            onChange={(event) =>
              setEnded(event.currentTarget.checked ? [...ended, place.id] : ended.filter((id) => id !== place.id))
            }
          />
        ))}
        {blocked && <Text size="sm">{t('places.give.blocked')}</Text>}
        {asks && !blocked && (
          <Textarea
            required
            autosize
            minRows={2}
            maxLength={300}
            label={t('places.give.despite')}
            description={t('places.give.despiteHint')}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        )}
      </Stack>
    </ConfirmAct>
  )
}

const leftAfter = (capacity: number, taken: number) => ({ left: Math.max(0, capacity - taken - 1), capacity })
