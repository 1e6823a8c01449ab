/** A clock time: `930`, `9.30` and `9:30` all mean 09:30 once the field is left. */
import { TextInput, type TextInputProps } from '@mantine/core'
import { useState } from 'react'
import type { ClockTime } from '../../shared/kernel/civil-date'
import { useWords } from '../platform/words'
import { parseTime } from './parse-entry'

export interface TimeFieldProps extends Omit<TextInputProps, 'value' | 'onChange' | 'label'> {
  readonly label: string
  readonly value: ClockTime | null
  readonly onChange: (time: ClockTime | null) => void
}

export function TimeField({ label, value, onChange, error, ...rest }: TimeFieldProps) {
  const t = useWords()
  const [typed, setTyped] = useState(value ?? '')
  // What she types stands while it means the value; a value changed from outside replaces it.
  const shown = parseTime(typed) === (value ?? undefined) ? typed : (value ?? '')
  const unreadable = shown.trim() !== '' && parseTime(shown) === undefined
  const [left, setLeft] = useState(false)
  return (
    <TextInput
      w={112}
      placeholder={t('ui.time.placeholder')}
      inputMode="numeric"
      autoComplete="off"
      {...rest}
      label={label}
      value={shown}
      error={error ?? (left && unreadable ? t('ui.time.unreadable') : undefined)}
      onChange={(event) => {
        setTyped(event.currentTarget.value)
        setLeft(false)
        onChange(parseTime(event.currentTarget.value) ?? null)
      }}
      onBlur={() => {
        setLeft(true)
        const time = parseTime(shown)
        if (time) setTyped(time)
      }}
    />
  )
}
