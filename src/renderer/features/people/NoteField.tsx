/** A word about what happened, if there is one to say. */
import { TextInput } from '@mantine/core'
import { useWords } from '../../platform/words'

export function NoteField({ value, onChange }: { readonly value: string; readonly onChange: (note: string) => void }) {
  const t = useWords()
  return (
    <TextInput
      label={t('people.leave.note')}
      maxLength={300}
      autoComplete="off"
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
