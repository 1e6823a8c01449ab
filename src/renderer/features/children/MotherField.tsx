/** Picks a child's mother by half a surname. */
import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { listName } from '../../../shared/kernel/text'
import { useRead } from '../../platform/client'
import { useWords } from '../../platform/words'

const MOST = 12
const TYPING_MS = 200

export interface MotherFieldProps {
  readonly value: string | null
  readonly onChange: (id: string | null, surnames: { surname1: string; surname2: string | null } | null) => void
  readonly error?: string | undefined
}

export function MotherField({ value, onChange, error }: MotherFieldProps) {
  const t = useWords()
  const [typed, setTyped] = useState('')
  const [search] = useDebouncedValue(typed, TYPING_MS)
  const found = useRead('people.list', { search: search.split(' · ')[0] ?? '', presence: 'all', limit: MOST })
  const chosen = useRead('people.get', { id: value ?? '' }, { enabled: value !== null })
  const named = (row: Parameters<typeof listName>[0] & { fileNumber: string }) => `${listName(row)} · ${row.fileNumber}`
  const rows = (found.data?.rows ?? []).map((row) => ({ value: row.id, label: named(row) }))
  const hers = value && chosen.data ? [{ value, label: named(chosen.data.facts) }] : []
  const data = [...hers, ...rows.filter((row) => row.value !== value)]
  return (
    <Select
      label={t('children.mother')}
      placeholder={t('children.motherHint')}
      required
      searchable
      clearable
      maw={520}
      data={data}
      filter={({ options }) => options}
      value={value}
      error={error}
      searchValue={typed}
      onSearchChange={setTyped}
      nothingFoundMessage={t('ui.table.noneFound')}
      onChange={(id) => onChange(id, found.data?.rows.find((row) => row.id === id) ?? null)}
    />
  )
}
