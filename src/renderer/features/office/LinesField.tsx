/** A list typed one per line. */
import { Textarea } from '@mantine/core'
import { useState, type ReactNode } from 'react'

export interface LinesFieldProps {
  readonly label: string
  readonly description?: ReactNode
  readonly value: readonly string[]
  readonly onChange: (lines: string[]) => void
  readonly error?: string | undefined
  readonly required?: boolean
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

export function LinesField({ label, description, value, onChange, error, required = false }: LinesFieldProps) {
  const [typed, setTyped] = useState(value.join('\n'))
  // What she types keeps its empty last line; what comes from outside (a file, a draft) replaces it.
  const shown = linesOf(typed).join('\n') === value.join('\n') ? typed : value.join('\n')
  return (
    <Textarea
      label={label}
      description={description}
      autosize
      minRows={2}
      required={required}
      error={error}
      value={shown}
      onChange={(event) => {
        setTyped(event.currentTarget.value)
        onChange(linesOf(event.currentTarget.value))
      }}
    />
  )
}
