/** Picks a woman by half her name or number. */
import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { listName } from '../../../shared/kernel/text'
import { useRead } from '../../platform/client'
import { useWords } from '../../platform/words'

const MOST = 12
const TYPING_MS = 200

export interface WomanFieldProps {
  readonly label: string
  readonly value: string | null
  readonly onChange: (id: string | null) => void
  readonly error?: string | undefined
  readonly autoFocus?: boolean
}

export function WomanField({ label, value, onChange, error, autoFocus }: WomanFieldProps) {
  const t = useWords()
  const [typed, setTyped] = useState('')
  const [search] = useDebouncedValue(typed, TYPING_MS)
  const found = useRead('people.list', { search: search.split(' · ')[0] ?? '', presence: 'all', limit: MOST })
  const chosen = useRead('people.get', { id: value ?? '' }, { enabled: value !== null })
  const named = (row: Parameters<typeof listName>[0] & { fileNumber: string }) => `${listName(row)} · ${row.fileNumber}`
  const hers = value && chosen.data ? [{ value, label: named(chosen.data.facts) }] : []
  const rows = (found.data?.rows ?? []).map((row) => ({ value: row.id, label: named(row) }))
  return (
    <Select
      label={label}
      placeholder={t('people.list.search')}
      required
      searchable
      clearable
      data-autofocus={autoFocus}
      data={[...hers, ...rows.filter((row) => row.value !== value)]}
      filter={({ options }) => options}
      value={value}
      error={error}
      searchValue={typed}
      onSearchChange={setTyped}
      nothingFoundMessage={t('ui.table.noneFound')}
      onChange={onChange}
    />
  )
}
