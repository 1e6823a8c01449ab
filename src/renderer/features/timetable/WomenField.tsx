/** Picks several women by half their names; each stands below with a button that takes her off. */
import { ActionIcon, Group, Select, Stack, Text, type OptionsFilter } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useRead } from '../../platform/client'
import { useWords } from '../../platform/words'

const TYPING_MS = 180
/** Main finds the women, accents aside; the field does not sift again. */
const AS_MAIN_FOUND: OptionsFilter = ({ options }) => options

export function WomenField({
  chosen,
  onChange,
}: {
  readonly chosen: readonly { readonly id: string; readonly who: string | undefined }[]
  readonly onChange: (ids: readonly string[]) => void
}) {
  const t = useWords()
  const [typed, setTyped] = useState('')
  const [settled] = useDebouncedValue(typed, TYPING_MS)
  const [seen, setSeen] = useState<Readonly<Record<string, string>>>({})
  const found = useRead('timetable.picks', { by: 'woman', text: settled }, { enabled: settled.trim().length > 1 }).data
  const ids = chosen.map((woman) => woman.id)
  // Who was brought here from her own page was never typed.
  const stranger = chosen.find(({ id, who }) => who === undefined && seen[id] === undefined)?.id
  const known = useRead(
    'timetable.picks',
    { by: 'woman', ...(stranger && { id: stranger }) },
    { enabled: stranger !== undefined },
  ).data
  const nameOf = (id: string, who: string | undefined) =>
    who ?? seen[id] ?? known?.find((pick) => pick.id === id)?.label ?? '…'
  return (
    <Stack gap={4}>
      <Select
        data-autofocus
        searchable
        label={t('timetable.appointment.goers')}
        placeholder={t('timetable.pick.womanHint')}
        nothingFoundMessage={settled.trim().length > 1 ? t('timetable.pick.nothing') : undefined}
        filter={AS_MAIN_FOUND}
        data={(found ?? [])
          .filter((pick) => !ids.includes(pick.id))
          .map((pick) => ({ value: pick.id, label: pick.hint ? `${pick.label} · ${pick.hint}` : pick.label }))}
        searchValue={typed}
        onSearchChange={setTyped}
        value={null}
        onChange={(id) => {
          if (!id) return
          const pick = found?.find((each) => each.id === id)
          if (pick) setSeen({ ...seen, [id]: pick.label })
          onChange([...ids, id])
          setTyped('')
        }}
      />
      {chosen.map(({ id, who }) => (
        <Group key={id} gap={4} wrap="nowrap">
          <ActionIcon
            variant="subtle"
            size="sm"
            aria-label={t('timetable.appointment.remove', { who: nameOf(id, who) })}
            onClick={() => onChange(ids.filter((each) => each !== id))}
          >
            <IconX size={14} aria-hidden />
          </ActionIcon>
          <Text size="sm">{nameOf(id, who)}</Text>
        </Group>
      ))}
    </Stack>
  )
}
