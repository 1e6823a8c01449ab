/** A field that finds a woman who is here by half her name. */
import { Select } from '@mantine/core'
import { useState } from 'react'
import { listName } from '../../../shared/kernel/text'
import { useRead } from '../../platform/client'
import { useWords } from '../../platform/words'

export interface WomanFieldProps {
  readonly value: string | null
  readonly onChange: (personId: string | null) => void
}

export function WomanField({ value, onChange }: WomanFieldProps) {
  const t = useWords()
  const [search, setSearch] = useState('')
  const found = useRead('places.women', { search }, { enabled: search.trim().length > 1 })
  return (
    <Select
      data-autofocus
      required
      label={t('places.woman')}
      placeholder={t('places.womanSearch')}
      searchable
      nothingFoundMessage={search.trim().length > 1 ? t('places.nobody') : undefined}
      data={(found.data ?? []).map((woman) => ({
        value: woman.personId,
        label: `${listName(woman)} · ${woman.fileNumber}`,
      }))}
      filter={({ options }) => options}
      searchValue={search}
      onSearchChange={setSearch}
      value={value}
      onChange={onChange}
    />
  )
}
