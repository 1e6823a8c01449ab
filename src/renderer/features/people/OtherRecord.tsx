/** Picks the second record by half a surname or its file number. */
import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { listName } from '../../../shared/kernel/text'
import { useRead } from '../../platform/client'
import { useWords } from '../../platform/words'

const MOST = 15
const TYPING_MS = 200

export function OtherRecord({
  except,
  value,
  onChange,
}: {
  readonly except: string
  readonly value: string | null
  readonly onChange: (id: string | null) => void
}) {
  const t = useWords()
  const [typed, setTyped] = useState('')
  const [search] = useDebouncedValue(typed, TYPING_MS)
  const found = useRead('people.list', { search: search.split(' · ')[0] ?? '', presence: 'all', limit: MOST })
  const rows = (found.data?.rows ?? []).filter((row) => row.id !== except)
  return (
    <Select
      data-autofocus
      label={t('merge.other')}
      placeholder={t('people.list.search')}
      searchable
      clearable
      w={480}
      data={rows.map((row) => ({ value: row.id, label: `${listName(row)} · ${row.fileNumber}` }))}
      filter={({ options }) => options}
      value={value}
      searchValue={typed}
      onSearchChange={setTyped}
      nothingFoundMessage={t('ui.table.noneFound')}
      onChange={onChange}
    />
  )
}
