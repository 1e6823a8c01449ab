/** Picks the room, the instructor or the woman whose week is shown. */
import { Select, type OptionsFilter } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import type { Input } from '../../../shared/contract'
import { useRead } from '../../platform/client'
import { useWords } from '../../platform/words'
import { ALL_ROOMS } from './AllRooms'

const TYPING_MS = 180

/** Main finds the women, accents aside; the field does not sift again. */
const AS_MAIN_FOUND: OptionsFilter = ({ options }) => options

export function PickField({
  by,
  id,
  onPick,
}: {
  readonly by: Input<'timetable.week'>['by']
  readonly id: string | undefined
  readonly onPick: (id: string) => void
}) {
  const t = useWords()
  const [typed, setTyped] = useState('')
  const [settled] = useDebouncedValue(typed, TYPING_MS)
  const picks =
    useRead('timetable.picks', { by, text: by === 'woman' ? settled : '', ...(id && id !== ALL_ROOMS && { id }) })
      .data ?? []
  const labelOf = (pick: { label: string; hint: string | null }) =>
    pick.hint ? `${pick.label} · ${pick.hint}` : pick.label
  return (
    <Select
      aria-label={t(`timetable.pick.${by}`)}
      placeholder={by === 'woman' ? t('timetable.pick.womanHint') : t(`timetable.pick.${by}`)}
      w={by === 'woman' ? 340 : by === 'dormitory' ? 180 : 220}
      searchable
      allowDeselect={false}
      nothingFoundMessage={by === 'woman' && typed ? t('timetable.pick.nothing') : undefined}
      data={[
        ...(by === 'room' ? [{ value: ALL_ROOMS, label: t('timetable.pick.allRooms') }] : []),
        ...picks.map((pick) => ({ value: pick.id, label: labelOf(pick) })),
      ]}
      {...(by === 'woman' && { filter: AS_MAIN_FOUND, onSearchChange: setTyped })}
      value={id ?? null}
      onChange={(value) => value && onPick(value)}
    />
  )
}
