/** Why something is changed: kept in the audit beside what was changed. */
import { Textarea, type TextareaProps } from '@mantine/core'
import { useWords } from '../platform/words'

export interface ReasonFieldProps extends Omit<TextareaProps, 'value' | 'onChange'> {
  readonly value: string
  readonly onChange: (reason: string) => void
}

export function ReasonField({ onChange, ...more }: ReasonFieldProps) {
  const t = useWords()
  return (
    <Textarea
      required
      autosize
      minRows={2}
      maxLength={300}
      label={t('ui.confirm.reason')}
      description={t('ui.confirm.reasonHint')}
      onChange={(event) => onChange(event.currentTarget.value)}
      {...more}
    />
  )
}
